import type { WalletStage } from '../../ledger/report/wallet-share.ts'
import { grouped } from '../figure.ts'
import { counted, daysSaid } from './plural.ts'

/** What the reports say. */
export const report = {
  days: { upTo: (to: string) => `up to ${to}`, since: (from: string, to: string) => `from ${from} up to ${to}` },
  measure: { sales: 'sales', profit: 'profit' },
  noteSale: 'Note what is sold: regulars buy NAME 88.50',
  /** Rows that were not wanted. */
  more: (count: number) => `  and ${grouped(count)} more`,
  everything: (report: string) => `All customers and days: regulars report ${report}`,
  stages: {
    title: (on: string, customers: number) => `Stages on ${on}: ${counted(customers, 'customer')}`,
    wallet: (firms: number) => `${counted(firms, 'firm')}, by how much of what they buy they buy here`,
    /** Of no firm is it known: one line instead of a table of nothing. */
    walletUnknown: (firms: number) =>
      `${counted(firms, 'firm')}: nobody noted how much of what they buy they buy here.`,
    walletNote: 'Note it: regulars edit NAME --share 60',
    walletStage: {
      developing: 'developing',
      initial: 'initial',
      stable: 'stable',
      strategic: 'strategic',
    } as Readonly<Record<WalletStage, string>>,
    notKnown: 'not known',
    notKnownNote: (share: string) => `${share}; note it: regulars edit NAME --share 60`,
    walletNext: 'Which firms: regulars list --sort share',
    gap: (gap: string) => `The shop's gap: ${daysSaid(gap)} between visits`,
    kept: (days: string, on: string) =>
      `find, show, list and due go by ${daysSaid(days)}, as classify found on ${on}; next: regulars classify`,
    explain: [
      "gap: the median of the days between a customer's purchase days, from three of them on; " +
        "else the shop's gap: the median of those.",
      'prospect: has not bought. lost: last bought more than 3 gaps and more than 90 days ago. ' +
        'declining: more than 2 gaps and more than a gap and 7 days ago.',
      'else by purchase days: exploring 1-2, forming 3-5, stable 6 and more.',
      'firms (kind firm) by wallet share (edit --share): ' +
        'developing 0, initial under 50 %, stable 50-80 %, strategic above; not known where nobody noted it.',
    ],
    begin: 'Your first customer: regulars add NAME',
    everyone: 'All customers: regulars report stages',
    next: 'Who they are: regulars list --stage declining   how it is reckoned: --explain',
  },
  rates: {
    title: (from: string, to: string) => `Rates from ${from} to ${to}`,
    active: { what: 'active at the start', note: 'neither prospect nor lost on the first day' },
    lost: 'lost',
    churn: (rate: string) => `churn: ${rate}`,
    kept: 'kept',
    retention: (rate: string) => `retention: ${rate}`,
    new: { what: 'new', note: 'bought for the first time' },
    regained: { what: 'regained', note: 'lost at the start, bought since' },
    net: { what: 'net', note: 'new + regained - lost' },
    buyers: { what: 'buyers', note: 'bought in the period' },
    repeat: 'repeat buyers',
    repeatRate: (rate: string) => `on two days or more: ${rate}`,
    referrers: 'referrers',
    referralRate: (rate: string) => `brought somebody who bought: ${rate}`,
    curves: { buyers: 'buyers', new: 'new', churnRate: 'churn' },
    ofActive: (part: number, all: number, share: string) => `${grouped(part)} of ${grouped(all)} active = ${share}`,
    ofBuyers: (part: number, all: number, share: string) => `${grouped(part)} of ${grouped(all)} buyers = ${share}`,
    nobodyActive: 'nobody was active at the start',
    nobodyBought: 'nobody bought',
    range: (least: string, most: string) => `${least} to ${most}`,
    /** By month: who was there and stayed, who came; then who bought. */
    stayingHeads: ['', 'active', 'lost', 'churn', 'kept', 'retention', 'new', 'regained', 'net'],
    buyingHeads: ['', 'buyers', 'repeat', 'of buyers', 'referrers', 'of buyers'],
    nextOfSeries: 'Who is fading: regulars list --stage declining   how it is reckoned: --explain',
    explain: [
      'active: bought before and not lost, as of the first day (see regulars report stages --explain).',
      'churn = of those active on the first day, who are lost on the last / active on the first day; retention = 1 ' +
        '- churn. Who came and was lost within the period is not in it: regulars report losses has them too.',
      'new: first purchase in the period. ' +
        'regained: lost on the first day and bought in the period. net = new + regained - lost.',
      'repeat rate = buyers with two or more purchase days in the period / buyers of the period.',
      'referral rate = buyers of the period who referred somebody who has bought / buyers of the period.',
    ],
    next: (days: string) => `Who was lost: regulars report losses${days}   by month: --by month   how: --explain`,
  },
}
