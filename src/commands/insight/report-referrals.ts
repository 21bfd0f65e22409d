import { verb as declare } from '../../cli/verb.ts'
import type { Referrals, Referrer } from '../../ledger/care/referral/referrals.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

export const verb = declare({
  name: 'report referrals',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  async run({ book, terminal, words }, { explain, ...asked }) {
    const { readReferrals } = await import('../../ledger/care/referral/referrals.ts')
    const { closing } = await import('../../screens/report-footer.ts')
    const { figures } = await import('../../terminal/figures.ts')
    const { referrerColumns, topReferrers } = await import('../../screens/referrals.ts')
    const { stretch, only, whole } = await stretchAsked(book, asked)
    const referrals = await readReferrals({ ...book, today: stretch.to }, { from: stretch.from, only })
    await terminal.show<Referrals, Referrer>(referrals, {
      rows: ({ rows }) => rows,
      columns: referrerColumns,
      id: ({ customerId }) => customerId,
      say: (value, voice) => [
        voice.strong(words.referral.title(value)),
        ...topReferrers(value, voice),
        ...(value.rows.length > 0 ? [''] : []),
        ...figures(words.referral.lines(value, voice), voice),
        ...closing({ explain: words.referral.explain, next: words.referral.next(value, whole) }, explain, voice),
      ],
    })
  },
})
