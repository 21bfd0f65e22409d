import type { Book } from '../book/book.ts'
import { type Day, serial } from '../day.ts'
import type { Episode } from '../followup/history/episodes.ts'
import { readReplay } from '../followup/history/replay.ts'
import type { Period } from '../period.ts'
import { type Reason, rules } from '../reason/rules.ts'
import type { PurchaseHistory } from '../standing/purchase-history.ts'
import { tiers as allTiers, type Tier } from '../vocabulary.ts'

/** How the follow-ups of a period went. Those not `due` otherwise: due = inTime + late + fellAway + never + open. */
export interface FollowupCounts {
  readonly due: number
  /** A contact about it by the day after it came up; a birthday: by the day itself. */
  readonly inTime: number
  readonly late: number
  /** The customer came or paid first, or was sorted anew. */
  readonly fellAway: number
  /** Its time went by. */
  readonly never: number
  /** Still waiting at the end of the period. */
  readonly open: number
  /** inTime / (due - fellAway); null when nothing was left to do. */
  readonly inTimeRate: number | null
  readonly doneRate: number | null
}

export interface Followups extends FollowupCounts {
  readonly from: Day
  readonly to: Day
  /** Customers with at least one. */
  readonly customers: number
  readonly reasons: readonly (FollowupCounts & { readonly reason: Reason })[]
  readonly tiers: readonly (FollowupCounts & { readonly tier: Tier })[]
  /** By who looks after the customer now; null: nobody. */
  readonly keepers: readonly (FollowupCounts & { readonly keeper: string | null })[]
}

/** A contact so many days after a reason came up is in time. */
export const graceDays = 1

/**
 * What fell due in a period for the customers asked for (everyone who may be contacted, without `only`), and what
 * became of it. `purchases` up to its last day where they have been read.
 */
export async function readFollowups(
  book: Pick<Book, 'db' | 'policy'>,
  { from, to }: Period,
  only?: ReadonlySet<number>,
  purchases?: PurchaseHistory,
): Promise<Followups> {
  const reasons = new Map<Reason, Counts>(rules.map(({ reason }) => [reason, noCounts()]))
  const tiers = new Map<Tier, Counts>(allTiers.map((tier) => [tier, noCounts()]))
  const keepers = new Map<string | null, Counts>()
  const all = noCounts()
  let [customers, last] = [0, 0]
  let kept = noCounts()
  for (const { customerId, keeper, tier, reason, result } of await readFellDue(book, { from, to }, purchases)) {
    if (only && !only.has(customerId)) continue
    // Those of one customer come one after another.
    if (customerId !== last) {
      customers++
      last = customerId
      kept = keepers.get(keeper) ?? noCounts()
      keepers.set(keeper, kept)
    }
    for (const counts of [all, kept, tiers.get(tier), reasons.get(reason)]) if (counts) counts[result]++
  }
  const names = [...keepers.keys()].filter((keeper) => keeper !== null).sort()
  return {
    from,
    to,
    customers,
    ...toPublic(all),
    reasons: [...reasons].map(([reason, counts]) => ({ reason, ...toPublic(counts) })),
    tiers: [...tiers].map(([tier, counts]) => ({ tier, ...toPublic(counts) })),
    keepers: [...names, ...(keepers.has(null) ? [null] : [])].map((keeper) => ({
      keeper,
      ...toPublic(keepers.get(keeper) ?? noCounts()),
    })),
  }
}

/** A reason that came up for a customer, and what became of it. */
interface FellDue extends Pick<Episode, 'reason' | 'tier'> {
  readonly customerId: number
  readonly keeper: string | null
  readonly result: EpisodeResult
}

/** What fell due in a period, one by one: a reason that stood already when it began is not among them. */
export async function readFellDue(
  book: Pick<Book, 'db' | 'policy'>,
  { from, to }: Period,
  purchases?: PurchaseHistory,
): Promise<Generator<FellDue>> {
  const { people, episodes } = await readReplay(book, { from, to }, { purchases })
  return (function* () {
    for (const person of people)
      for (const episode of episodes(person, serial(from), serial(to)))
        if (!episode.before)
          yield {
            customerId: person.id,
            keeper: person.rest.keeper,
            reason: episode.reason,
            tier: episode.tier,
            result: resultOf(episode),
          }
  })()
}

type EpisodeResult = 'inTime' | 'late' | 'fellAway' | 'never' | 'open'
type Counts = Record<EpisodeResult, number>

function noCounts(): Counts {
  return { inTime: 0, late: 0, fellAway: 0, never: 0, open: 0 }
}

function resultOf({ end, endedOn, from, by }: Episode): EpisodeResult {
  if (end === 'done') return (endedOn ?? from) <= Math.max(by, from + graceDays) ? 'inTime' : 'late'
  return end === 'fell-away' ? 'fellAway' : end === 'lapsed' ? 'never' : 'open'
}

function toPublic(counts: Counts): FollowupCounts {
  const { inTime, late, fellAway, never, open } = counts
  const asked = inTime + late + never + open
  const part = (count: number) => (asked === 0 ? null : count / asked)
  return {
    due: asked + fellAway,
    inTime,
    late,
    fellAway,
    never,
    open,
    inTimeRate: part(inTime),
    doneRate: part(inTime + late),
  }
}
