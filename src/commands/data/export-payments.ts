import { exportVerb, jsonOf, sheetOf } from '../../cli/export-verb.ts'
import { paymentColumns, paymentRows, stillToCome, withNames } from '../../ledger/export/entries.ts'

export const verb = exportVerb({
  what: 'payments',
  formats: { sheet: sheetOf((book) => withNames(book, paymentRows(book)), paymentColumns), ...jsonOf(paymentRows) },
  later: (book) => stillToCome(book, ['payment', 'opening']),
})
