import { importFile } from '../roster.ts'
import { rosterFlags, rosterInput } from '../roster-options.ts'
import { verb as declare } from '../verb.ts'

export const verb = declare({
  name: 'import customers',
  args: '<file>',
  options: [...rosterFlags, '--same-phone'],
  book: 'own',
  confirms: true,
  input: (read) => read.object(rosterInput(read)),
  run: (context, typed) => importFile(context, 'customers', typed),
})
