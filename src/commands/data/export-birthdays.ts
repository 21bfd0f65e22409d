import { exportVerb, jsonOf, sheetOf } from '../../cli/export-verb.ts'
import { birthdayRows, birthdaysAhead } from '../../ledger/export/birthdays.ts'
import { calendar } from '../../ledger/export/calendar.ts'
import { birthdayColumns } from '../../ledger/export/columns.ts'
import { exportedCustomers } from '../../ledger/export/customers.ts'
import { cards } from '../../ledger/export/vcard.ts'
import { birthdayCalendarName, birthdayOccasions } from '../../screens/calendar-events.ts'

export const verb = exportVerb({
  what: 'birthdays',
  options: ['--days <count>'],
  input: (read) => ({ days: read.optional(read.count(0, 366)) }),
  formats: {
    sheet: sheetOf(birthdayRows, birthdayColumns),
    ...jsonOf(birthdayRows),
    ics: async ({ book, terminal: { voice } }, asked) =>
      calendar(
        book,
        birthdayCalendarName(book.name, voice),
        birthdayOccasions(await birthdaysAhead(book, asked), voice),
      ),
    vcf: async ({ book }, asked) =>
      cards(
        book,
        exportedCustomers(book, new Set((await birthdaysAhead(book, asked)).map(({ customerId }) => customerId))),
      ),
  },
})
