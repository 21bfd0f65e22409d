import { grouped } from '../figure.ts'
import { counted } from './plural.ts'

/** Who was lost, why, and what had been left undone. */
export const losses = {
  title: (from: string, to: string, customers: number) =>
    `Lost from ${from} to ${to}: ${counted(customers, 'customer')}`,
  nobody: 'Nobody was lost.',
  part: (part: number, all: number, share: string, value: string) =>
    `${grouped(part)} of ${grouped(all)} = ${share}; ${value}`,
  lastYear: { what: 'their last year', note: 'net, of the 365 days up to the last purchase' },
  undoneTitle: 'Left undone in the 90 days before they were lost:',
  promises: { what: 'promises', note: 'a day was promised, and nobody called' },
  replies: { what: 'replies', note: 'waited for an answer, and got none' },
  followups: { what: 'other follow-ups', note: 'due, and nobody did them' },
  customers: { what: 'customers', note: (all: number) => `of ${grouped(all)}, with any of these` },
  heads: ['lost', 'who', 'last in', 'last year', 'why', 'undone'],
  cameAndWent: (count: number, who: string) => `Came and went in these days, in no rate: ${grouped(count)}: ${who}`,
  cameOn: (who: string, day: string) => `${who} (last in ${day})`,
  more: (count: number) => `${grouped(count)} more`,
  noted: (why: string, note: string) => `${why}: ${note}`,
  explain: [
    'lost: the churn (regulars report rates) by name: neither prospect nor lost on the first day, ' +
      'lost on the last. Lost from: last purchase + 3 gaps, at least 90 days, + 1.',
    'came and went: first bought, or came back from lost, after the first day, ' +
      'and was lost by the last. They are in no rate.',
    'why: what was noted since they last bought (regulars lost); not known: nothing was noted.',
    'last year: what they bought in the 365 days up to their last purchase, less refunds and returns. ' +
      'It is what they brought, no forecast of what they would have.',
    'left undone: what stood on the list (regulars due) for them on the 90 mornings before the lost day and no ' +
      'contact settled. Those who fell away by themselves do not count, nor those not to be contacted.',
  ],
  fading: 'Who is fading: regulars list --stage declining   how it is reckoned: --explain',
  next: (one: string) => `All who are lost: regulars list --stage lost   how: --explain   ${one}`,
  noteWhy: (id: number) => `note why: regulars lost ${id} --why price`,
  one: (id: number) => `one of them: regulars show ${id}`,
}
