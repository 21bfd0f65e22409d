import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'config set',
  args: '<key> <value>',
  book: 'none',
  confirms: true,
  input: (read) => read.object({ key: read.text, value: read.text }),
  async run(context, { key: asked, value: typed }) {
    const { world, flags, terminal } = context
    const { readConfig, writeConfig } = await import('../../cli/config.ts')
    const { configKey, configValue } = await import('../../cli/config.ts')
    const key = configKey(asked)
    const value = configValue(key, typed)
    if (!flags.dryRun) writeConfig(world.folders.config, { ...readConfig(world.folders.config), [key]: value })
    if (key === 'lang' && (value === 'en' || value === 'zh')) await context.speak(value)
    await terminal.show({ key, value }, { columns: { key: 'text', value: 'text' }, say: (set) => [context.words.data.config.set(set)] })
  },
})
