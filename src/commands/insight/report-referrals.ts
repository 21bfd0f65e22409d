import { verb as declare } from '../../cli/verb.ts'
import { readReferrals } from '../../ledger/care/referral/referrals.ts'
import { referralsScreen } from '../../screens/referrals.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

export const verb = declare({
  name: 'report referrals',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: referralsScreen,
  async run({ book }, { explain, ...asked }) {
    const { stretch, only, whole } = await stretchAsked(book, asked)
    const report = await readReferrals({ ...book, today: stretch.to }, { from: stretch.from, only })
    return { report, explain, whole }
  },
})
