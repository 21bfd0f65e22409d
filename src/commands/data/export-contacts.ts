import { exportVerb, jsonOf, sheetOf } from '../../cli/export-verb.ts'
import { contactColumns, contactRows } from '../../ledger/export/contacts.ts'
import { stillToCome, withNames } from '../../ledger/export/entries.ts'

export const verb = exportVerb({
  what: 'contacts',
  formats: { sheet: sheetOf((book) => withNames(book, contactRows(book)), contactColumns), ...jsonOf(contactRows) },
  later: (book) => stillToCome(book, null),
})
