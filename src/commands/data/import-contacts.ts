import { verb as declare } from '../../cli/verb.ts'
import { importScreen } from '../../screens/import.ts'
import { importFile } from './import-file.ts'
import { rosterInput } from './import-flags.ts'

export const verb = declare({
  name: 'import contacts',
  args: '<file>',
  options: ['--map <pairs>*', '--encoding <name>', '--delimiter <character>', '--sheet <name>', '--on-match <what>', '--rejects <file>'],
  book: 'own',
  confirms: true,
  input: (read) => read.object(rosterInput(read)),
  screen: importScreen,
  run: (context, typed) => importFile(context, 'contacts', typed),
})
