import { verb as declare } from '../../cli/verb.ts'
import { readCohorts } from '../../ledger/report/cohorts.ts'
import { cohortsScreen } from '../../screens/cohorts.ts'
import { openPeriodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report cohorts',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: cohortsScreen,
  async run({ book }, { explain, ...asked }) {
    const { period, only, whole } = await openPeriodAsked(book, asked)
    const report = await readCohorts({ ...book, today: period.to }, { from: period.from, only })
    return { report, explain, period, whole, currency: book.currency }
  },
})
