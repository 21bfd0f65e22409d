import { configKey, configValue, readConfig, withSetting } from '../../cli/config.ts'
import { verb as declare } from '../../cli/verb.ts'
import { writeConfig } from '../../cli/write-config.ts'
import { isLanguage } from '../../ledger/vocabulary.ts'
import { configSetScreen } from '../../screens/config.ts'

export const verb = declare({
  name: 'config set',
  args: '<key> <value>',
  book: 'none',
  confirms: true,
  input: (read) => read.object({ key: read.text, value: read.text }),
  screen: configSetScreen,
  async run({ world, flags, speak }, { key: asked, value: typed }) {
    const key = configKey(asked)
    const value = configValue(key, typed)
    if (!flags.dryRun) writeConfig(world, withSetting(readConfig(world), key, value))
    if (key === 'lang' && isLanguage(value)) await speak(value)
    return { key, value }
  },
})
