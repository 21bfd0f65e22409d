import { verb as declare } from '../../cli/verb.ts'
import { readSatisfactionReport } from '../../ledger/report/satisfaction.ts'
import { satisfactionScreen } from '../../screens/satisfaction.ts'
import { openPeriodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report satisfaction',
  options: [...reportFlags, '-l, --limit <count>'],
  book: 'read',
  input: (read) => read.object({ ...reportInput(read), limit: read.optional(read.count(1)) }),
  screen: satisfactionScreen,
  async run({ book }, { explain, limit, ...asked }) {
    const { period, only, whole } = await openPeriodAsked(book, asked)
    return { report: await readSatisfactionReport(book, period, only), explain, limit, whole }
  },
})
