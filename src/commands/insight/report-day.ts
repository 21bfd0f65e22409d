import { verb as declare } from '../../cli/verb.ts'
import { closeDay } from '../../ledger/report/day.ts'
import { dayCloseScreen } from '../../screens/day-close.ts'

export const verb = declare({
  name: 'report day',
  options: ['-d, --on <day>', '--explain'],
  book: 'read',
  input: (read) => read.object({ on: read.optional(read.pastDay), explain: read.flag }),
  screen: dayCloseScreen,
  async run({ book }, { on, explain }) {
    return { report: await closeDay(book, on ?? book.today), explain }
  },
})
