import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'config list',
  book: 'none',
  input: (read) => read.object({}),
  async run({ world, terminal, words }) {
    const { configFile, configKeys, readConfig } = await import('../../cli/config.ts')
    const config = readConfig(world.folders.config)
    const settled = configKeys.map((key) => ({ key, value: config[key] ?? null }))
    await terminal.show(settled, { columns: { key: 'text', value: 'text' }, say: (list) => words.data.config.list(list, configFile(world.folders.config)) })
  },
})
