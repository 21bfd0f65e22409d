import { exportFlags, exportInput, sendOut, sheetFormats } from '../../cli/export-file.ts'
import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'export birthdays',
  options: [...exportFlags, '--days <count>'],
  formats: [...sheetFormats, 'ics', 'vcf'],
  book: 'read',
  input: (read) => read.object({ ...exportInput(read), days: read.optional(read.count(0, 366)) }),
  async run(context, { days = 365, ...asked }) {
    const { book, words, terminal } = context
    const { birthdaysAhead } = await import('../../ledger/export/birthdays.ts')
    const { calendar } = await import('../../ledger/export/calendar.ts')
    const { cards } = await import('../../ledger/export/vcard.ts')
    const { exportedCustomers } = await import('../../ledger/export/customers.ts')
    const { array, delimited, lines, onePage } = await import('../../ledger/export/sheet.ts')
    const { birthdayColumns } = await import('../../ledger/export/columns.ts')
    const { birthdayOccasions } = await import('../../screens/calendar-events.ts')
    const near = await birthdaysAhead(book, days)
    await terminal.voice.prepare(near)
    await sendOut(context, 'birthdays', asked, {
      sheet: (sheet) => delimited(onePage(near), birthdayColumns, sheet),
      json: () => array(onePage(near.map(({ phone: _, ...birthday }) => birthday))),
      jsonl: () => lines(onePage(near.map(({ phone: _, ...birthday }) => birthday))),
      ics: () => calendar(book, words.exported.calendar.birthdays(book.name), birthdayOccasions(near, terminal.voice)),
      vcf: () => cards(book, exportedCustomers(book, new Set(near.map(({ customerId }) => customerId)))),
    })
  },
})
