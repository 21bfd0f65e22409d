import { grouped } from '../figure.ts'
import { counted } from './plural.ts'

/** What fell due, and what became of it. */
export const followups = {
  title: (from: string, to: string) => `Follow-ups from ${from} to ${to}`,
  nothing: [
    'Nothing fell due.',
    'A customer is on the list from the morning after they were entered. Who is on it now: regulars due',
  ],
  sum: (due: string, done: string) => `${due}; ${done}`,
  due: (due: number, customers: number) => `${grouped(due)} fell due for ${counted(customers, 'customer')}`,
  fellAway: (due: string, fellAway: number) => `${due}; ${grouped(fellAway)} needed no word after all`,
  done: (part: number, all: number, share: string) => `done: ${grouped(part)} of ${grouped(all)} = ${share}.`,
  nothingLeft: 'nothing was left to do.',
  heads: ['', 'due', 'in time', 'share', 'late', 'never', 'open', 'fell away'],
  tier: (tier: string) => `tier ${tier}`,
  keeper: (keeper: string) => keeper,
  noKeeper: 'no keeper',
  explain: [
    'due: the list of each morning (regulars due) is replayed, as it was before anything was entered that day, ' +
      'with the rules of today. A reason counts once for a customer, on the morning it first came up in the period; ' +
      'what waited from before the period does not count.',
    'in time: a contact about it by the day after it came up, a birthday by the day itself. ' +
      'late: a contact after that. never: its time went by. open: still waiting on the last day.',
    'fell away: the customer came or paid first, or was sorted into another tier. ' +
      'share is in time / (due - fell away); done is in time and late.',
    'Tiers are those of that morning, keepers those of today. Snoozed customers count; ' +
      'archived ones and those not to be contacted do not, nor any day before a customer was entered.',
  ],
  next: 'What waits now: regulars due --all   how it is reckoned: --explain',
}
