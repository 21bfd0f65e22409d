import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'config unset',
  args: '<key>',
  book: 'none',
  confirms: true,
  input: (read) => read.object({ key: read.text }),
  async run({ world, flags, terminal, words }, { key: asked }) {
    const { readConfig, writeConfig } = await import('../../cli/config.ts')
    const { configKey } = await import('../../cli/config.ts')
    const key = configKey(asked)
    const { [key]: _, ...rest } = readConfig(world.folders.config)
    if (!flags.dryRun) writeConfig(world.folders.config, rest)
    await terminal.show({ key, value: null }, { columns: { key: 'text', value: 'text' }, say: () => [words.data.config.unset(key)] })
  },
})
