import { verb as declare } from '../../cli/verb.ts'
import { readPareto } from '../../ledger/report/pareto.ts'
import { paretoScreen } from '../../screens/pareto.ts'
import { openPeriodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report pareto',
  options: [...reportFlags, '-l, --limit <count>'],
  book: 'read',
  input: (read) => read.object({ ...reportInput(read), limit: read.optional(read.count(1)) }),
  screen: paretoScreen,
  async run({ book }, { explain, limit, ...asked }) {
    const { period, only, whole } = await openPeriodAsked(book, asked)
    const report = await readPareto({ ...book, today: period.to }, { from: period.from, only })
    return { report, explain, whole, limit, currency: book.currency }
  },
})
