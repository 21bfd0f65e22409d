import { configKey, readConfig, withSetting } from '../../cli/config.ts'
import { verb as declare } from '../../cli/verb.ts'
import { writeConfig } from '../../cli/write-config.ts'
import { configUnsetScreen } from '../../screens/config.ts'

export const verb = declare({
  name: 'config unset',
  args: '<key>',
  book: 'none',
  confirms: true,
  input: (read) => read.object({ key: read.text }),
  screen: configUnsetScreen,
  async run({ world, flags }, { key: asked }) {
    const key = configKey(asked)
    if (!flags.dryRun) writeConfig(world, withSetting(readConfig(world), key, null))
    return { key, value: null }
  },
})
