import { verb as declare } from '../../cli/verb.ts'
import { readCohorts } from '../../ledger/report/cohorts.ts'
import { cohortsScreen } from '../../screens/cohorts.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

export const verb = declare({
  name: 'report cohorts',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: cohortsScreen,
  async run({ book }, { explain, ...asked }) {
    const { stretch, only, whole } = await stretchAsked(book, asked)
    const report = await readCohorts({ ...book, today: stretch.to }, { from: stretch.from, only })
    return { report, explain, stretch, whole, currency: book.currency }
  },
})
