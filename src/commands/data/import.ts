import { verb as declare } from '../../cli/verb.ts'
import { isWholeShop } from '../../ledger/dump/is-whole-shop.ts'
import { inputFile } from '../../ledger/import/file/spool.ts'
import { importScreen } from '../../screens/import.ts'
import { importAllScreen } from '../../screens/import-all.ts'
import { piecesOf } from '../../store/files/read.ts'
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
    const { terminal, world } = context
    const input = await inputFile(typed.file, world.stdin, world.folders.temporary)
    if (!isWholeShop(input.path)) return runImport(context, null, typed, input)
    try {
      const whole = await importWhole(context, typed.file, piecesOf(input.path))
      if (whole) await terminal.show(whole, importAllScreen)
    } finally {
      input.drop()
    }
  },
})
