import { verb as declare } from '../../cli/verb.ts'
import { readReferrals } from '../../ledger/care/referral/referrals.ts'
import { referralsScreen } from '../../screens/referrals.ts'
import { openPeriodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report referrals',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  screen: referralsScreen,
  async run({ book }, { explain, ...asked }) {
    const { period, only, whole } = await openPeriodAsked(book, asked)
    const report = await readReferrals({ ...book, today: period.to }, { from: period.from, only })
    return { report, explain, whole }
  },
})
