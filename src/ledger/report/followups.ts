import type { Book } from '../book/book.ts'
import { type Day, serial } from '../day.ts'
import type { Episode } from '../followup/history/episodes.ts'
import { type ReplayInput, readReplay } from '../followup/history/replay.ts'
import type { Period } from '../period.ts'
import { type Reason, rules } from '../reason/rules.ts'
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
 * became of it; `read` is what is at hand of what is read for that.
 */
export async function readFollowups(
  book: Pick<Book, 'db' | 'policy'>,
  { from, to }: Period,
  only?: ReadonlySet<number>,
  read: ReplayInput = {},
): Promise<Followups> {
  /** By all that is told apart: each that fell due is counted once. */
  const cells = new Map<string | null, Cells>()
  let [customers, last] = [0, 0]
  let kept: Cells | undefined
  await readFellDue(book, { from, to }, read, ({ customerId, keeper, tier, reason, result }) => {
    if (only && !only.has(customerId)) return
    // Those of one customer come one after another.
    if (kept === undefined || customerId !== last) {
      customers++
      last = customerId
      kept = cells.get(keeper) ?? noCells()
      cells.set(keeper, kept)
    }
    ;(kept.get(reason) as Record<Tier, Counts>)[tier][result]++
  })
  const all = [...cells].flatMap(([keeper, reasons]) =>
    [...reasons].flatMap(([reason, tiers]) => allTiers.map((tier) => ({ keeper, reason, tier, counts: tiers[tier] }))),
  )
  const publicOf = (isAsked: (cell: (typeof all)[number]) => boolean) => toPublic(all.filter(isAsked))
  const names = [...cells.keys()].filter((keeper) => keeper !== null).sort()
  return {
    from,
    to,
    customers,
    ...toPublic(all),
    reasons: rules.map(({ reason }) => ({ reason, ...publicOf((cell) => cell.reason === reason) })),
    tiers: allTiers.map((tier) => ({ tier, ...publicOf((cell) => cell.tier === tier) })),
    keepers: [...names, ...(cells.has(null) ? [null] : [])].map((keeper) => ({
      keeper,
      ...publicOf((cell) => cell.keeper === keeper),
    })),
  }
}

type Cells = Map<Reason, Record<Tier, Counts>>

function noCells(): Cells {
  return new Map(rules.map(({ reason }) => [reason, { A: noCounts(), B: noCounts(), C: noCounts(), D: noCounts() }]))
}

/** A reason that came up for a customer, and what became of it. */
interface FellDue extends Pick<Episode, 'reason' | 'tier'> {
  readonly customerId: number
  readonly keeper: string | null
  readonly result: EpisodeResult
}

/** Tells what fell due in a period, one by one: a reason that stood already when it began is not among them. */
export async function readFellDue(
  book: Pick<Book, 'db' | 'policy'>,
  { from, to }: Period,
  read: ReplayInput,
  tell: (one: FellDue) => void,
): Promise<void> {
  const { people, episodes } = await readReplay(book, { from, to }, read)
  const [first, last] = [serial(from), serial(to)]
  for (const person of people) {
    const [customerId, keeper] = [person.id, person.rest.keeper]
    for (const episode of episodes(person, first, last)) {
      if (episode.before) continue
      const { reason, tier } = episode
      tell({ customerId, keeper, reason, tier, result: resultOf(episode) })
    }
  }
}

const results = ['inTime', 'late', 'fellAway', 'never', 'open'] as const
type EpisodeResult = (typeof results)[number]
type Counts = Record<EpisodeResult, number>

function noCounts(): Counts {
  return { inTime: 0, late: 0, fellAway: 0, never: 0, open: 0 }
}

function resultOf({ end, endedOn, from, by }: Episode): EpisodeResult {
  if (end === 'done') return (endedOn ?? from) <= Math.max(by, from + graceDays) ? 'inTime' : 'late'
  return end === 'fell-away' ? 'fellAway' : end === 'lapsed' ? 'never' : 'open'
}

function toPublic(cells: readonly { readonly counts: Counts }[]): FollowupCounts {
  const sum = noCounts()
  for (const { counts } of cells) for (const result of results) sum[result] += counts[result]
  const { inTime, late, fellAway, never, open } = sum
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
