import { verb as declare } from '../../cli/verb.ts'
import { importScreen } from '../../screens/import.ts'
import { runImport } from './import-file.ts'
import { customerFlags, importFlags, importInput, purchaseFlags, surveyFlags } from './import-flags.ts'

export const verb = declare({
  name: 'import',
  args: '<file>',
  options: [...importFlags, ...purchaseFlags, ...customerFlags, ...surveyFlags],
  book: 'own',
  confirms: true,
  input: (read) => read.object(importInput(read)),
  screen: importScreen,
  run: (context, typed) => runImport(context, null, typed),
})
