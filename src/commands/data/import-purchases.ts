import { verb as declare } from '../../cli/verb.ts'
import { importScreen } from '../../screens/import.ts'
import { runImport } from './import-file.ts'
import { importFlags, importInput, makingFlags, purchaseFlags } from './import-flags.ts'

export const verb = declare({
  name: 'import purchases',
  args: '<file>',
  options: [...importFlags, ...purchaseFlags, ...makingFlags],
  book: 'own',
  confirms: true,
  input: (read) => read.object(importInput(read)),
  screen: importScreen,
  run: (context, typed) => runImport(context, 'purchases', typed),
})
