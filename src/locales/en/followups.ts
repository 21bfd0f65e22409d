import type { FollowupCounts, Followups } from '../../ledger/report/followups.ts'
import { grouped } from '../figure.ts'
import type { Speech } from '../speech.ts'
import { terms } from './terms.ts'

/** What fell due, and what became of it. */
export const followups = {
  title: ({ from, to }: Followups) => `Follow-ups from ${from} to ${to}`,
  nothing: ['Nothing fell due.', 'A customer is on the list from the morning after they were entered. Who is on it now: regulars due'],
  sum: ({ due, inTime, late, fellAway, doneRate, customers }: Followups, { share }: Speech) =>
    `${grouped(due)} fell due for ${grouped(customers)} customer${customers === 1 ? '' : 's'}; ${fellAway === 0 ? '' : `${grouped(fellAway)} needed no word after all; `}${
      doneRate === null ? 'nothing was left to do.' : `done: ${grouped(inTime + late)} of ${grouped(due - fellAway)} = ${share(doneRate)}.`
    }`,
  heads: ['', 'due', 'in time', 'share', 'late', 'never', 'open', 'fell away'],
  rows: ({ reasons, tiers, keepers }: Followups, { share }: Speech): string[][] => {
    const line = (name: string, one: FollowupCounts) => [
      name,
      grouped(one.due),
      grouped(one.inTime),
      one.inTimeRate === null ? '-' : share(one.inTimeRate),
      ...[one.late, one.never, one.open, one.fellAway].map(grouped),
    ]
    return [
      ...reasons.filter(({ due }) => due > 0).map((one) => line(terms.reason[one.reason] ?? one.reason, one)),
      ...tiers.filter(({ due }) => due > 0).map((one) => line(`tier ${one.tier}`, one)),
      ...(keepers.some(({ keeper }) => keeper !== null) ? keepers.map((one) => line(one.keeper ?? 'no keeper', one)) : []),
    ]
  },
  explain: [
    'due: the list of each morning (regulars due) is replayed, as it was before anything was entered that day, with the rules of today. A reason counts once for a customer, on the morning it first came up in the period; what waited from before the period does not count.',
    'in time: a contact about it by the day after it came up, a birthday by the day itself. late: a contact after that. never: its time went by. open: still waiting on the last day.',
    'fell away: the customer came or paid first, or was sorted into another tier. share is in time / (due - fell away); done is in time and late.',
    'Tiers are those of that morning, keepers those of today. Snoozed customers count; archived ones and those not to be contacted do not, nor any day before a customer was entered.',
  ],
  next: 'What waits now: regulars due --all   how it is reckoned: --explain',
}
