import { verb as declare } from '../../cli/verb.ts'
import { readReturnReport } from '../../ledger/report/returns.ts'
import { returnsScreen } from '../../screens/returns.ts'
import { openPeriodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report returns',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: returnsScreen,
  async run({ book }, { explain, ...asked }) {
    const { period, only, whole } = await openPeriodAsked(book, asked)
    return {
      report: await readReturnReport({ ...book, today: period.to }, { from: period.from, only }),
      explain,
      whole,
    }
  },
})
