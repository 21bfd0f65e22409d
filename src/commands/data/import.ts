import { verb as declare } from '../../cli/verb.ts'
import { isWholeShop } from '../../ledger/dump/is-whole-shop.ts'
import { importScreen } from '../../screens/import.ts'
import { importAllScreen } from '../../screens/import-all.ts'
import { runImport } from './import-file.ts'
import { customerFlags, importFlags, importInput, makingFlags, purchaseFlags, surveyFlags } from './import-flags.ts'
import { importWhole } from './import-whole.ts'

export const verb = declare({
  name: 'import',
  args: '<file>',
  options: [...importFlags, ...purchaseFlags, ...makingFlags, ...customerFlags, ...surveyFlags],
  book: 'own',
  confirms: true,
  input: (read) => read.object(importInput(read)),
  screen: importScreen,
  async run(context, typed) {
    if (!isWholeShop(typed.file)) return runImport(context, null, typed)
    const whole = await importWhole(context, typed.file)
    if (whole) await context.terminal.show(whole, importAllScreen)
  },
})
