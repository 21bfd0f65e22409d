import type { Losses } from '../../ledger/report/losses.ts'
import { grouped } from '../figure.ts'
import type { Speech } from '../speech.ts'
import { terms } from './terms.ts'

/** Who was lost, why, and what had been left undone. */
export const losses = {
  title: ({ from, to, customers }: Losses) => `Lost from ${from} to ${to}: ${grouped(customers)} customer${customers === 1 ? '' : 's'}`,
  nobody: 'Nobody was lost.',
  causes: ({ causes, customers, value }: Losses, { money, share }: Speech): [string, string, string][] => [
    ...causes
      .filter((one) => one.customers > 0)
      .map((one): [string, string, string] => [
        terms.cause[one.why] ?? one.why,
        grouped(one.customers),
        `${grouped(one.customers)} of ${grouped(customers)} = ${share(one.customers / customers)}; ${money(one.value)}`,
      ]),
    ['their last year', money(value), 'net, of the 365 days up to the last purchase'],
  ],
  undoneTitle: 'Left undone in the 90 days before they were lost:',
  undone: ({ undone, customers }: Losses): [string, string, string][] => [
    ['promises', grouped(undone.promises), 'a day was promised, and nobody called'],
    ['replies', grouped(undone.replies), 'waited for an answer, and got none'],
    ['other follow-ups', grouped(undone.followups), 'due, and nobody did them'],
    ['customers', grouped(undone.customers), `of ${grouped(customers)}, with any of these`],
  ],
  heads: ['lost', 'who', 'last in', 'last year', 'why', 'undone'],
  rows: ({ lost }: Losses, { day, money }: Speech): string[][] =>
    lost.map((one) => [
      day(one.lostOn),
      `${one.name} #${one.customerId}`,
      day(one.lastPurchaseOn),
      money(one.value),
      one.why === 'unknown' && one.note === null ? '' : [terms.cause[one.why] ?? one.why, one.note].filter(Boolean).join(': '),
      grouped(one.undone.promises + one.undone.replies + one.undone.followups),
    ]),
  explain: [
    'lost: their lost day (last purchase + 3 gaps, at least 90 days, + 1) lies in the period, and they are lost on its last day.',
    'The churn of regulars report rates counts fewer where some of them came, or came back, only after the first day: it asks after those active on that day.',
    'why: what was noted since they last bought (regulars lost); not known: nothing was noted.',
    'last year: what they bought in the 365 days up to their last purchase, less refunds and returns. It is what they brought, no forecast of what they would have.',
    'left undone: what stood on the list (regulars due) for them on the 90 mornings before the lost day and no contact settled. Those who fell away by themselves do not count, nor those not to be contacted.',
  ],
  next: ({ lost }: Losses) => {
    const untold = lost.find(({ why }) => why === 'unknown')
    if (lost.length === 0) return 'Who is fading: regulars list --stage declining   how it is reckoned: --explain'
    const note = untold ? `note why: regulars lost ${untold.customerId} --why price` : `one of them: regulars show ${lost[0]?.customerId}`
    return `All who are lost: regulars list --stage lost   how: --explain   ${note}`
  },
}
