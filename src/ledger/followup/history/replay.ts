import type { Book } from '../../book/book.ts'
import type { Policy } from '../../book/policy/policy.ts'
import { type Day, type DayNumber, daySerial, serial } from '../../day.ts'
import { birthdayIn } from '../../identity/birthday.ts'
import type { Reason } from '../../reason/rules.ts'
import { remembering } from '../../remembering.ts'
import { type PurchaseHistory, readPurchaseHistory } from '../../standing/purchase-history.ts'
import type { TierHistory } from '../../tier/history.ts'
import { type PersonRow, readPersonRows } from '../people.ts'
import { activeRulesOf, silencedOn } from '../reasons.ts'
import { tierPolicies } from '../tier-policies.ts'
import { CustomerTimeline } from './customer-timeline.ts'
import { type Episode, EpisodeReader } from './episodes.ts'
import type { TimelineSources } from './own-history.ts'
import { readEvents } from './read-events.ts'
import { makeShopTimeline } from './shop-timeline.ts'

/** What is needed to tell, for every morning of a number of days, what was due on it: read once for all customers. */
export interface Replay {
  /** Everyone who is neither archived nor staff and may be contacted. */
  readonly people: readonly PersonRow[]
  /** Every time a reason held for a customer in some of those days. */
  episodes(person: PersonRow, from: DayNumber, to: DayNumber): Episode[]
  /** Every reason on one morning, with the day it is due since: what `due` says before anything is entered that day. */
  morning(person: PersonRow, day: DayNumber): readonly { readonly reason: Reason; readonly dueOn: Day }[]
}

/**
 * Of whom it is asked (everybody, without `only`), and what has been read up to its last day or a later one: purchases,
 * what classify said.
 */
export interface ReplayInput {
  readonly only?: readonly number[] | undefined
  readonly purchases?: PurchaseHistory | undefined
  readonly tiers?: TierHistory | undefined
}

/** Reads it for the days from one to another; of some customers alone, where it is said of whom. */
export async function readReplay(
  book: Pick<Book, 'db' | 'policy'>,
  { from, to }: { from: Day; to: Day },
  { only, purchases: read, tiers }: ReplayInput = {},
): Promise<Replay> {
  const { db, policy } = book
  const [first, last] = [serial(from) - 1, serial(to) + 1]
  const purchases =
    read ?? (await readPurchaseHistory(db, to, { items: only === undefined && policy['due.restock.on'] }))
  const ofTier = tierPolicies(policy)
  const sources: TimelineSources = {
    purchases,
    events: await readEvents(book, purchases, { since: daySerial(first), to }, { only, tiers }),
    // Who came back in the first days is told by the shop's gap of the days before.
    shop: makeShopTimeline(purchases, first - policy['due.welcome-back.until'] - 2, last, policy),
    policy,
    ofTier,
    surveys: [...ofTier.values()].some(({ surveyEvery }) => surveyEvery > 0),
    birthdays: birthdaysOver(policy, first, last),
  }
  const people = (await readPersonRows(db, only)).filter(({ rest }) => rest.isContacted)
  const rules = activeRulesOf(policy)
  const { minGap } = rules
  const timeline = new CustomerTimeline(sources)
  const reader = new EpisodeReader(timeline, rules, { minGap, promiseDays: policy['due.promise.days'] })
  return {
    people,
    episodes(person, begin, end) {
      if (begin > end) return []
      timeline.begin(person, begin - 1, end + 1)
      return reader.episodes(begin, end)
    },
    morning(person, day) {
      timeline.begin(person, day, day)
      timeline.advanceTo(day)
      const isSilent = silencedOn(timeline.facts, day, minGap)
      return rules.active.flatMap(({ rule, own }) => {
        const found = isSilent(rule) ? null : rule.find(timeline.facts, day, own as never)
        return found ? [{ reason: rule.reason as Reason, dueOn: daySerial(found.dueOn) }] : []
      })
    },
  }
}

/** The days around those mornings on which a birthday is kept: looked up once for all who were born that day. */
function birthdaysOver(policy: Policy, first: DayNumber, last: DayNumber): TimelineSources['birthdays'] {
  if (!policy['due.birthday.on']) return () => []
  const [from, to] = [
    daySerial(first - policy['due.birthday.until'] - 1),
    daySerial(last + policy['due.birthday.days'] + 1),
  ]
  return remembering((birthday: string) => birthdayIn(birthday, from, to).map(serial))
}
