import { configFile, configKeys, readConfig } from '../../cli/config.ts'
import { verb as declare } from '../../cli/verb.ts'
import { configListScreen } from '../../screens/config.ts'

export const verb = declare({
  name: 'config list',
  book: 'none',
  input: (read) => read.object({}),
  screen: configListScreen,
  async run({ world: { folders } }) {
    const config = readConfig(folders.config)
    return { config: configKeys.map((key) => ({ key, value: config[key] ?? null })), file: configFile(folders.config) }
  },
})
