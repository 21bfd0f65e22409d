import { counted } from './plural.ts'

/** What `report campaigns` says. */
export const campaign = {
  title: (days: string, count: number) => `${counted(count, 'campaign')} ${days}`,
  heads: ['campaign', 'from', 'reached', 'bought', 'amount', 'held out', 'bought', 'effect'],
  running: (points: string) => `${points} so far`,
  chance: (points: string) => `${points} (may be chance)`,
  explain: (days: number | null) => [
    'Reached: customers with a contact of the campaign from you, unless nobody answered. Bought: ' +
      `who of them bought on that day or within ${days ?? 30} days after it, purchases refunded in full aside; ` +
      'amount: what they bought then, less refunds of it.',
    'Held out: left out by message --hold-out, counted over the same days. ' +
      'Effect: how many more of a hundred bought than of those held out; within two standard errors it may be chance.',
    'After 90 days of silence the same name is another campaign. Other days: --days N, or policy set campaign.days N.',
  ],
  next:
    'To tell an effect: regulars message new-arrival --tier A,B --hold-out 10 --log   ' +
    'how it is reckoned: --explain',
}
