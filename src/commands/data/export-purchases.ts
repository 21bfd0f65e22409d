import { exportVerb, jsonOf, sheetOf } from '../../cli/export-verb.ts'
import { purchaseColumns, purchaseRows, stillToCome, withNames, withRefs } from '../../ledger/export/entries.ts'

export const verb = exportVerb({
  what: 'purchases',
  formats: {
    sheet: sheetOf((book) => withRefs(book, withNames(book, purchaseRows(book))), purchaseColumns),
    ...jsonOf(purchaseRows),
  },
  later: (book) => stillToCome(book, ['purchase', 'refund']),
})
