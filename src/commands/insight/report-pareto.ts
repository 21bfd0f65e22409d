import { verb as declare } from '../../cli/verb.ts'
import { readPareto } from '../../ledger/report/pareto.ts'
import { paretoScreen } from '../../screens/pareto.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

export const verb = declare({
  name: 'report pareto',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: paretoScreen,
  async run({ book }, { explain, ...asked }) {
    const { stretch, only, whole } = await stretchAsked(book, asked)
    const report = await readPareto({ ...book, today: stretch.to }, { from: stretch.from, only })
    return { report, explain, whole, currency: book.currency }
  },
})
