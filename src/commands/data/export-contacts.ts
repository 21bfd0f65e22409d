import { exportFlags, exportInput, sendOut, sheetFormats, tellLater } from '../../cli/export-file.ts'
import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'export contacts',
  options: [...exportFlags],
  formats: [...sheetFormats],
  book: 'read',
  input: (read) => read.object(exportInput(read)),
  async run(context, asked) {
    const { book } = context
    const { contactColumns, contactRows } = await import('../../ledger/export/contacts.ts')
    const { withNames } = await import('../../ledger/export/entries.ts')
    const { array, delimited, lines } = await import('../../ledger/export/sheet.ts')
    await sendOut(context, 'contacts', asked, {
      sheet: (sheet) => delimited(withNames(book, contactRows(book)), contactColumns, sheet),
      json: () => array(contactRows(book)),
      jsonl: () => lines(contactRows(book)),
    })
    await tellLater(context, null)
  },
})
