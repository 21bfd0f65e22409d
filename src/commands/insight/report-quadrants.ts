import { verb as declare } from '../../cli/verb.ts'
import { readQuadrants } from '../../ledger/segment/quadrants.ts'
import { quadrantsScreen } from '../../screens/quadrants.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

export const verb = declare({
  name: 'report quadrants',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: quadrantsScreen,
  async run({ book }, { explain, ...asked }) {
    const { stretch, only, whole } = await stretchAsked(book, asked)
    const report = await readQuadrants({ ...book, today: stretch.to }, { from: stretch.from, only })
    return { report, explain, whole }
  },
})
