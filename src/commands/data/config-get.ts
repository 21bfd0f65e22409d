import { configKey, readConfig, settled } from '../../cli/config.ts'
import { verb as declare } from '../../cli/verb.ts'
import { configValueScreen } from '../../screens/config.ts'

export const verb = declare({
  name: 'config get',
  args: '<key>',
  book: 'none',
  input: (read) => read.object({ key: read.text }),
  screen: configValueScreen,
  async run({ world, exitWith }, { key: asked }) {
    const key = configKey(asked)
    const value = settled(readConfig(world), key)
    if (value === null) exitWith(1)
    return { key, value }
  },
})
