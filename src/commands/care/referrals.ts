import { verb as declare } from '../../cli/verb.ts'
import { readReferrals } from '../../ledger/care/referral/referrals.ts'
import { referralTreeScreen } from '../../screens/referrals.ts'

export const verb = declare({
  name: 'referrals',
  options: ['--explain'],
  book: 'read',
  input: (read) => read.object({ explain: read.flag }),
  screen: referralTreeScreen,
  run: async ({ book }, { explain }) => ({ report: await readReferrals(book, { from: null }), explain }),
})
