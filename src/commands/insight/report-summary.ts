import { verb as declare } from '../../cli/verb.ts'
import { isWhole } from '../../ledger/period.ts'
import { readSummary } from '../../ledger/report/summary/summary.ts'
import { summaryScreen } from '../../screens/summary.ts'
import { daysTyped, periodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report summary',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: summaryScreen,
  async run({ book }, { explain, ...asked }) {
    const { period, only } = await periodAsked(book, asked)
    const kind = asked.month !== undefined ? 'month' : asked.quarter !== undefined ? 'quarter' : 'days'
    const report = await readSummary(book, period, kind, only)
    return { report, explain, as: { kind, whole: isWhole(period, kind) }, days: daysTyped(asked) }
  },
})
