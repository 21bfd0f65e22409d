import { configFile, readConfig } from '../../cli/config.ts'
import { verb as declare } from '../../cli/verb.ts'
import { configListScreen } from '../../screens/config.ts'
import { ledgerExists } from '../../store/exists.ts'

export const verb = declare({
  name: 'config list',
  book: 'none',
  input: (read) => read.object({}),
  screen: configListScreen,
  async run({ world, flags, words }) {
    const { db, by, origins } = flags
    const lang = origins.lang ?? ((await ledgerExists(db)) ? 'ledger' : 'locale')
    const shops = Object.entries(readConfig(world).shops ?? {})
    return {
      config: [
        { key: 'lang', value: words.language, origin: lang },
        { key: 'db', value: db === '' ? null : db, origin: origins.db },
        { key: 'user', value: by, origin: origins.by },
        ...shops.map(([name, place]) => ({ key: `shops.${name}`, value: place, origin: 'config' as const })),
      ],
      file: configFile(world.folders.config),
    }
  },
})
