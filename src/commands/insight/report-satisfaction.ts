import { verb as declare } from '../../cli/verb.ts'
import { readSatisfactionReport } from '../../ledger/report/satisfaction.ts'
import { satisfactionScreen } from '../../screens/satisfaction.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

export const verb = declare({
  name: 'report satisfaction',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: satisfactionScreen,
  async run({ book }, { explain, ...asked }) {
    const { stretch, only, whole } = await stretchAsked(book, asked)
    return { report: await readSatisfactionReport(book, stretch, only), explain, whole }
  },
})
