import { grouped } from '../figure.ts'
import { counted } from './plural.ts'

/** What `referrals` and `report referrals` say. */
export const referral = {
  title: (days: string, brought: string) => `Referrals ${days}: ${brought}`,
  nobody: 'nobody is known to have brought anybody',
  broughtBy: (referrers: number, referred: number) => `${counted(referrers, 'customer')} brought ${grouped(referred)}`,
  brought: 'brought',
  by: (referrers: number) => `by ${counted(referrers, 'customer')}`,
  bought: 'of them bought',
  boughtPart: (part: number, all: number, share: string) => `${grouped(part)} of ${grouped(all)} = ${share}`,
  value: 'what they bought',
  valuePart: (spent: string, share: string) => `of ${spent} that customers bought = ${share}`,
  top: 'Whose customers bought most, and how many of them bought',
  haveBought: (bought: number, referred: number) => `${grouped(bought)} of ${grouped(referred)}`,
  tree: {
    heads: ['customer', 'bought', 'brought'],
    notYet: 'not yet',
    above: '(see above)',
    brought: (referred: number, bought: string) => `brought ${grouped(referred)}, ${bought}`,
    noneBought: 'none bought yet',
    allBought: (value: string) => `all bought: ${value}`,
    someBought: (bought: number, value: string) => `${grouped(bought)} bought: ${value}`,
    withTheirs: (brought: string, branch: number, value: string) =>
      `${brought}; ${grouped(branch)} with theirs: ${value}`,
  },
  explain: [
    'brought: customers whose "referred by" names them (add or edit --referred-by), archived ones left out. ' +
      'bought: those with a counted purchase in these days.',
    'value: what those bought in these days, less refunds and returns. ' +
      'with theirs: also whom those brought, and so on down.',
    'The referral rate of a period is in regulars report rates.',
  ],
  next: (id: number) => `Who brought whom: regulars referrals   one: regulars show ${id}   how: --explain`,
  note: 'Note it: regulars edit NAME --referred-by NAME',
  thank: (id: number) => `Say thanks: regulars done ${id} -n "…"   in figures: regulars report referrals`,
}
