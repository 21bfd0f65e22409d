import { verb as declare } from '../../cli/verb.ts'
import { readReturnReport } from '../../ledger/report/returns.ts'
import { returnsScreen } from '../../screens/returns.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

export const verb = declare({
  name: 'report returns',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: returnsScreen,
  async run({ book }, { explain, ...asked }) {
    const { stretch, only, whole } = await stretchAsked(book, asked)
    return {
      report: await readReturnReport({ ...book, today: stretch.to }, { from: stretch.from, only }),
      explain,
      whole,
    }
  },
})
