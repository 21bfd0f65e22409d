import { exportFlags, exportInput, sendOut, sheetFormats } from '../../cli/export-file.ts'
import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'export balances',
  options: [...exportFlags],
  formats: [...sheetFormats],
  book: 'read',
  input: (read) => read.object(exportInput(read)),
  async run(context, asked) {
    const { book } = context
    const { agedBalances } = await import('../../ledger/account/aged.ts')
    const { balanceColumns } = await import('../../ledger/export/columns.ts')
    const { array, delimited, lines, onePage } = await import('../../ledger/export/sheet.ts')
    const balances = await agedBalances(book)
    await sendOut(context, 'balances', asked, {
      sheet: (sheet) => delimited(onePage(balances), balanceColumns, sheet),
      json: () => array(onePage(balances)),
      jsonl: () => lines(onePage(balances)),
    })
  },
})
