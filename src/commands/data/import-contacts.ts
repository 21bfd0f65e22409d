import { verb as declare } from '../../cli/verb.ts'
import { runImport } from './import-file.ts'
import { importInput } from './import-flags.ts'

export const verb = declare({
  name: 'import contacts',
  args: '<file>',
  options: ['--map <pairs>*', '--encoding <name>', '--delimiter <character>', '--sheet <name>', '--on-match <what>', '--rejects <file>'],
  book: 'own',
  confirms: true,
  input: (read) => read.object(importInput(read)),
  run: (context, typed) => runImport(context, 'contacts', typed),
})
