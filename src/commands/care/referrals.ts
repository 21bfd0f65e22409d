import type { Referrer } from '../../ledger/referral/referrals.ts'
import { verb as declare } from '../verb.ts'

export const verb = declare({
  name: 'referrals',
  options: ['--explain'],
  book: 'read',
  input: (read) => read.object({ explain: read.flag }),
  async run({ book, terminal, words }, { explain }) {
    const { readReferrals } = await import('../../ledger/referral/referrals.ts')
    const { closing } = await import('../../terminal/closing.ts')
    const { referralTree, referrerColumns } = await import('../../terminal/referrals.ts')
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
