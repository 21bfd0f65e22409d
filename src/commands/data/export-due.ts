import { exportFlags, exportInput, sendOut, sheetFormats } from '../../cli/export-file.ts'
import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'export due',
  options: [...exportFlags, '--days <count>', '-l, --limit <count>'],
  formats: [...sheetFormats, 'ics'],
  book: 'read',
  input: (read) => read.object({ ...exportInput(read), days: read.optional(read.count(0, 366)), limit: read.optional(read.count(1)) }),
  async run(context, { days, limit, ...asked }) {
    const { book, words, terminal } = context
    const { calendar } = await import('../../ledger/export/calendar.ts')
    const { delimited, lines, oneValue, onePage } = await import('../../ledger/export/sheet.ts')
    const { dueColumns } = await import('../../ledger/export/columns.ts')
    const { dueToday } = await import('../../ledger/followup/due.ts')
    const { dueOccasions } = await import('../../screens/calendar-events.ts')
    const due = await dueToday(book, { days, limit: limit ?? 'all' })
    await terminal.voice.prepare(due)
    await sendOut(context, 'due', asked, {
      sheet: (sheet) => delimited(onePage(due.rows), dueColumns, sheet),
      json: () => oneValue(due, due.rows.length),
      jsonl: () => lines(onePage(due.rows)),
      ics: () => calendar(book, words.exported.calendar.due(book.name), dueOccasions(due, terminal.voice)),
    })
  },
})
