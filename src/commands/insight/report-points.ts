import { verb as declare } from '../../cli/verb.ts'
import { reportPoints } from '../../ledger/report/points.ts'
import { pointsReportScreen } from '../../screens/points.ts'
import { openPeriodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report points',
  options: [...reportFlags, '-l, --limit <count>'],
  book: 'read',
  input: (read) => read.object({ ...reportInput(read), limit: read.optional(read.count(1)) }),
  screen: pointsReportScreen,
  async run({ book }, { explain, limit, ...asked }) {
    const { period, only } = await openPeriodAsked(book, asked)
    return { report: await reportPoints({ ...book, today: period.to }, only), explain, limit }
  },
})
