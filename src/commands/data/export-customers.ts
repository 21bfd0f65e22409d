import { exportVerb, jsonOf, sheetOf } from '../../cli/export-verb.ts'
import { allCustomers, customerColumns, exportedCustomers } from '../../ledger/export/customers.ts'
import { cards } from '../../ledger/export/vcard.ts'

export const verb = exportVerb({
  what: 'customers',
  formats: {
    sheet: sheetOf((book) => exportedCustomers(book), customerColumns),
    ...jsonOf(allCustomers),
    vcf: ({ book }) => cards(book, exportedCustomers(book)),
  },
})
