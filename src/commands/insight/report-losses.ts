import { verb as declare } from '../../cli/verb.ts'
import { readLosses } from '../../ledger/report/losses.ts'
import { lossesScreen } from '../../screens/losses.ts'
import { periodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report losses',
  options: [...reportFlags, '-l, --limit <count>'],
  book: 'read',
  input: (read) => read.object({ ...reportInput(read), limit: read.optional(read.count(1)) }),
  screen: lossesScreen,
  async run({ book }, { explain, limit, ...asked }) {
    const { period, only } = await periodAsked(book, asked)
    return { report: await readLosses(book, period, only), explain, limit }
  },
})
