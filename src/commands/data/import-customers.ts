import { verb as declare } from '../../cli/verb.ts'
import { runImport } from './import-file.ts'
import { importFlags, importInput } from './import-flags.ts'

export const verb = declare({
  name: 'import customers',
  args: '<file>',
  options: [...importFlags, '--same-phone'],
  book: 'own',
  confirms: true,
  input: (read) => read.object(importInput(read)),
  run: (context, typed) => runImport(context, 'customers', typed),
})
