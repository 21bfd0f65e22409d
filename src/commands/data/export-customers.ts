import { exportFlags, exportInput, sendOut, sheetFormats } from '../../cli/export-file.ts'
import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'export customers',
  options: [...exportFlags],
  formats: [...sheetFormats, 'vcf'],
  book: 'read',
  input: (read) => read.object(exportInput(read)),
  async run(context, asked) {
    const { book } = context
    const { cards } = await import('../../ledger/export/vcard.ts')
    const { customerColumns, exportedCustomers, allCustomers } = await import('../../ledger/export/customers.ts')
    const { array, delimited, lines } = await import('../../ledger/export/sheet.ts')
    const columns = await customerColumns(book)
    await sendOut(context, 'customers', asked, {
      sheet: (sheet) => delimited(exportedCustomers(book), columns, sheet),
      json: () => array(allCustomers(book)),
      jsonl: () => lines(allCustomers(book)),
      vcf: () => cards(book, exportedCustomers(book)),
    })
  },
})
