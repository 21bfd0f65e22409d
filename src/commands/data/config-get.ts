import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'config get',
  args: '<key>',
  book: 'none',
  input: (read) => read.object({ key: read.text }),
  async run({ world, terminal }, { key: asked }) {
    const { readConfig } = await import('../../cli/config.ts')
    const { configKey } = await import('../../cli/config.ts')
    const key = configKey(asked)
    const value = { key, value: readConfig(world.folders.config)[key] ?? null }
    await terminal.show(value, { columns: { key: 'text', value: 'text' }, say: ({ value }) => (value === null ? [] : [value]) })
    return value.value === null ? 1 : 0
  },
})
