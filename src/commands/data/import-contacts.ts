import { importFile } from '../roster.ts'
import { rosterInput } from '../roster-options.ts'
import { verb as declare } from '../verb.ts'

export const verb = declare({
  name: 'import contacts',
  args: '<file>',
  options: ['--map <pairs>*', '--encoding <name>', '--delimiter <character>', '--sheet <name>', '--on-match <what>', '--rejects <file>'],
  book: 'own',
  confirms: true,
  input: (read) => read.object(rosterInput(read)),
  run: (context, typed) => importFile(context, 'contacts', typed),
})
