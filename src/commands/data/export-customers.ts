import { exportVerb, jsonOf, sheetOf } from '../../cli/export-verb.ts'
import { customerColumns, keptCustomers, wholeCustomers } from '../../ledger/export/customers.ts'
import { cards } from '../../ledger/export/vcard.ts'

export const verb = exportVerb({
  what: 'customers',
  formats: {
    sheet: sheetOf((book) => keptCustomers(book), customerColumns),
    ...jsonOf(wholeCustomers),
    vcf: ({ book }) => cards(book, keptCustomers(book)),
  },
})
