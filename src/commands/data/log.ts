import { verb as declare } from '../../cli/verb.ts'
import { newestUndoable, readLog, tellable } from '../../ledger/book/change/log.ts'
import { period } from '../../ledger/period.ts'
import { logScreen } from '../../screens/changes.ts'

export const verb = declare({
  name: 'log',
  options: ['--from <day>', '--to <day>', '-l, --limit <n>'],
  book: 'read',
  input: (read) =>
    read.object({
      from: read.optional(read.backDay),
      to: read.optional(read.backDay),
      limit: read.optional(read.count(1)),
    }),
  screen: logScreen,
  async run({ book }, { limit, ...days }) {
    const { from, to } = period(days, book.today)
    const changes = await readLog(book, { from, to, limit })
    const ids = changes.map(({ change }) => change)
    const [told, undoable] = await Promise.all([tellable(book, changes), newestUndoable(book, ids)])
    return { changes, told, undoable, ofSomeDays: (from ?? to) !== undefined }
  },
})
