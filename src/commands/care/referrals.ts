import { verb as declare } from '../../cli/verb.ts'
import type { Referrer } from '../../ledger/care/referral/referrals.ts'

export const verb = declare({
  name: 'referrals',
  options: ['--explain'],
  book: 'read',
  input: (read) => read.object({ explain: read.flag }),
  async run({ book, terminal, words }, { explain }) {
    const { readReferrals } = await import('../../ledger/care/referral/referrals.ts')
    const { closing } = await import('../../screens/report-footer.ts')
    const { referralTree, referrerColumns } = await import('../../screens/referrals.ts')
    const referrals = await readReferrals(book, { from: null })
    await terminal.show<readonly Referrer[], Referrer>(referrals.rows, {
      columns: referrerColumns,
      id: ({ customerId }) => customerId,
      say: (rows, voice) => [
        voice.strong(words.referral.title(referrals)),
        ...referralTree(rows, voice),
        ...closing({ explain: words.referral.explain, next: words.referral.nextOfTree(rows) }, explain, voice),
      ],
    })
  },
})
