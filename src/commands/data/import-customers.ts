import { verb as declare } from '../../cli/verb.ts'
import { importScreen } from '../../screens/import.ts'
import { importFile } from './import-file.ts'
import { rosterFlags, rosterInput } from './import-flags.ts'

export const verb = declare({
  name: 'import customers',
  args: '<file>',
  options: [...rosterFlags, '--same-phone'],
  book: 'own',
  confirms: true,
  input: (read) => read.object(rosterInput(read)),
  screen: importScreen,
  run: (context, typed) => importFile(context, 'customers', typed),
})
