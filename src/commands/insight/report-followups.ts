import { verb as declare } from '../../cli/verb.ts'
import { readFollowups } from '../../ledger/report/followups.ts'
import { followupsScreen } from '../../screens/followups.ts'
import { periodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report followups',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: followupsScreen,
  async run({ book }, { explain, ...asked }) {
    const { period, only } = await periodAsked(book, asked)
    return { report: await readFollowups(book, period, only), explain }
  },
})
