import type { Referrals, Referrer } from '../../ledger/care/referral/referrals.ts'
import { grouped } from '../figure.ts'
import type { Speech } from '../speech.ts'
import type { Line } from './report.ts'

const customers = (count: number) => `${grouped(count)} ${count === 1 ? 'customer' : 'customers'}`

/** What `referrals` and `report referrals` say. */
export const referral = {
  title: ({ from, to, referrers, referred }: Referrals) =>
    `Referrals ${from === null ? '' : `from ${from} `}up to ${to}: ${referrers === 0 ? 'nobody is known to have brought anybody' : `${customers(referrers)} brought ${grouped(referred)}`}`,
  lines: ({ referrers, referred, referredBuyers, referredValue, spent }: Referrals, { money, share }: Speech): Line[] =>
    referred === 0
      ? []
      : [
          ['brought', grouped(referred), `by ${customers(referrers)}`],
          ['of them bought', grouped(referredBuyers), `${grouped(referredBuyers)} of ${grouped(referred)} = ${share(referredBuyers / referred)}`],
          [
            'what they bought',
            money(referredValue),
            Number(spent) > 0 ? `of ${money(spent)} that customers bought = ${share(Number(referredValue) / Number(spent))}` : '',
          ],
        ],
  top: 'Whose customers bought most, and how many of them bought',
  haveBought: ({ referred, referredBuyers }: Referrer) => `${grouped(referredBuyers)} of ${grouped(referred)}`,
  brought: ({ referred, referredBuyers, referredValue, branch, branchValue }: Referrer, { money }: Speech) =>
    `brought ${grouped(referred)}, ${referredBuyers === 0 ? 'none bought yet' : `${referredBuyers === referred ? 'all' : grouped(referredBuyers)} bought: ${money(referredValue)}`}${branch === referred ? '' : `; ${grouped(branch)} with theirs: ${money(branchValue)}`}`,
  treeHeads: ['customer', 'bought', 'brought'],
  notYet: 'not yet',
  above: '(see above)',
  explain: [
    'brought: customers whose "referred by" names them (add or edit --referred-by), archived ones left out. bought: those with a counted purchase in these days.',
    'value: what those bought in these days, less refunds and returns. with theirs: also whom those brought, and so on down.',
    'The referral rate of a period is in regulars report rates.',
  ],
  next: ({ rows }: Referrals, whole: boolean) => {
    if (rows[0]) return `Who brought whom: regulars referrals   one: regulars show ${rows[0].customerId}   how: --explain`
    return whole ? 'Note it: regulars edit NAME --referred-by NAME' : 'All customers and days: regulars report referrals'
  },
  nextOfTree: (rows: readonly Referrer[]) =>
    rows[0]
      ? `Say thanks: regulars done ${rows[0].customerId} -n "…"   in figures: regulars report referrals`
      : 'Note it: regulars edit NAME --referred-by NAME',
}
