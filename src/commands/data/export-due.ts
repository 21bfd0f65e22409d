import { exportVerb, sheetOf } from '../../cli/export-verb.ts'
import { calendar } from '../../ledger/export/calendar.ts'
import { dueColumns } from '../../ledger/export/columns.ts'
import { dueRows, wholeDue } from '../../ledger/export/due.ts'
import { lines, oneValue } from '../../ledger/export/sheet.ts'
import { dueCalendarName, dueOccasions } from '../../screens/calendar-events.ts'

export const verb = exportVerb({
  what: 'due',
  options: ['--days <count>', '-l, --limit <count>'],
  input: (read) => ({ days: read.optional(read.count(0, 366)), limit: read.optional(read.count(1)) }),
  formats: {
    sheet: sheetOf(dueRows, dueColumns),
    json: async ({ book }, asked) => {
      const due = await wholeDue(book, asked)
      return oneValue(due, due.rows.length)
    },
    jsonl: ({ book }, asked) => lines(dueRows(book, asked)),
    ics: async ({ book, terminal: { voice } }, asked) =>
      calendar(book, dueCalendarName(book.name, voice), dueOccasions(await wholeDue(book, asked), voice)),
  },
})
