import { verb as declare } from '../../cli/verb.ts'
import { readQuadrants } from '../../ledger/segment/quadrants.ts'
import { quadrantsScreen } from '../../screens/quadrants.ts'
import { openPeriodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report quadrants',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: quadrantsScreen,
  async run({ book }, { explain, ...asked }) {
    const { period, only, whole } = await openPeriodAsked(book, asked)
    const report = await readQuadrants({ ...book, today: period.to }, { from: period.from, only })
    return { report, explain, whole }
  },
})
