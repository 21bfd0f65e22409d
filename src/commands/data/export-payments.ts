import { exportFlags, exportInput, sendOut, sheetFormats, tellLater } from '../../cli/export-file.ts'
import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'export payments',
  options: [...exportFlags],
  formats: [...sheetFormats],
  book: 'read',
  input: (read) => read.object(exportInput(read)),
  async run(context, asked) {
    const { book } = context
    const { paymentColumns, paymentRows, withNames } = await import('../../ledger/export/entries.ts')
    const { array, delimited, lines } = await import('../../ledger/export/sheet.ts')
    await sendOut(context, 'payments', asked, {
      sheet: (sheet) => delimited(withNames(book, paymentRows(book)), paymentColumns, sheet),
      json: () => array(paymentRows(book)),
      jsonl: () => lines(paymentRows(book)),
    })
    await tellLater(context, ['payment', 'opening'])
  },
})
