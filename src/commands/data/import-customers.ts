import { verb as declare } from '../../cli/verb.ts'
import { importScreen } from '../../screens/import.ts'
import { runImport } from './import-file.ts'
import { customerFlags, importFlags, importInput } from './import-flags.ts'

export const verb = declare({
  name: 'import customers',
  args: '<file>',
  options: [...importFlags, ...customerFlags],
  book: 'own',
  confirms: true,
  input: (read) => read.object(importInput(read)),
  screen: importScreen,
  run: (context, typed) => runImport(context, 'customers', typed),
})
