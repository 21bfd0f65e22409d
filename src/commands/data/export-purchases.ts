import { exportFlags, exportInput, sendOut, sheetFormats, tellLater } from '../../cli/export-file.ts'
import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'export purchases',
  options: [...exportFlags],
  formats: [...sheetFormats],
  book: 'read',
  input: (read) => read.object(exportInput(read)),
  async run(context, asked) {
    const { book } = context
    const { purchaseColumns, purchaseRows, withNames, withRefs } = await import('../../ledger/export/entries.ts')
    const { array, delimited, lines } = await import('../../ledger/export/sheet.ts')
    await sendOut(context, 'purchases', asked, {
      sheet: (sheet) => delimited(withRefs(book, withNames(book, purchaseRows(book))), purchaseColumns, sheet),
      json: () => array(purchaseRows(book)),
      jsonl: () => lines(purchaseRows(book)),
    })
    await tellLater(context, ['purchase', 'refund'])
  },
})
