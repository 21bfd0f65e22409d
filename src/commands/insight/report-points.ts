import { verb as declare } from '../../cli/verb.ts'
import { reportPoints } from '../../ledger/report/points.ts'
import { pointsReportScreen } from '../../screens/points.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

export const verb = declare({
  name: 'report points',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: pointsReportScreen,
  async run({ book }, { explain, ...asked }) {
    const { stretch, only } = await stretchAsked(book, asked)
    return { report: await reportPoints({ ...book, today: stretch.to }, only), explain }
  },
})
