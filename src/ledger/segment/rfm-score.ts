import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { quantileTimes } from '../quantile.ts'
import type { Segment } from '../vocabulary.ts'
import { type Band, bandsOf, type CutOffs, cutOffsOf, type Measure } from './rfm-bands.ts'
import { type RfmBuyers, type RfmMeasures, readRfmBuyers } from './rfm-buyers.ts'
import { makeSegmenter } from './rfm-segments.ts'

/** What a value scores, 1 to 5, 5 for the highest. */
export type ScoreScale = (value: number) => number

/**
 * Scores by quintiles (SPEC 7): 1 + how many of the 20, 40, 60, 80 % quantiles lie strictly below the value; five times
 * each is a whole number, so that no rounding parts equals.
 */
export function quintileScale(values: Float64Array): ScoreScale {
  const cuts = fifths(values.slice().sort())
  return (value) => 1 + howMany(cuts, (cut) => cut < 5 * value)
}

/** The quantiles times five, of whole numbers in ascending order. */
function fifths(sorted: Float64Array): number[] {
  if (sorted.length === 0) return []
  return [1, 2, 3, 4].map((part) => quantileTimes(part, 5, sorted.length, (place) => sorted[place] as number))
}

/**
 * Scores as `rfm_table_order` of the R package rfm 0.3.0 gives them: 1 + how many of (quantile + 1) the value reaches.
 * In doubles and in the steps of R's `quantile` and `seq`, so that a value that comes out on a cut falls to the same
 * side; `parts` to a unit.
 */
export function rScale(values: Float64Array, parts: number): ScoreScale {
  const sorted = values.map((value) => value / parts).sort()
  const cuts = sorted.length === 0 ? [] : [1, 2, 3, 4].map((part) => quantileAsR(sorted, part * 0.2) + 1)
  return (value) => 1 + howMany(cuts, (cut) => cut <= value / parts)
}

function quantileAsR(sorted: Float64Array, share: number): number {
  const place = 1 + (sorted.length - 1) * share
  const at = Math.floor(place)
  const low = sorted[at - 1] ?? 0
  const high = sorted[Math.ceil(place) - 1] ?? low
  const beyond = place - at
  return beyond > 0 && high !== low ? (1 - beyond) * low + beyond * high : low
}

/**
 * Scores by the shop's own steps, rising: each one reached is a point more; for days, where few are good, each one
 * passed.
 */
export function stepScale(steps: readonly number[], passed = false): ScoreScale {
  return (value) => 1 + howMany(steps, (step) => (passed ? step < value : step <= value))
}

/** For days: the fewest score 5. */
export function reversed(scale: ScoreScale): ScoreScale {
  return (value) => 6 - scale(value)
}

function howMany(cuts: readonly number[], test: (cut: number) => boolean): number {
  let count = 0
  for (const cut of cuts) if (test(cut)) count++
  return count
}

export interface ScoreScales {
  readonly recency: ScoreScale
  readonly frequency: ScoreScale
  readonly monetary: ScoreScale
}

/** The program's own scores (SPEC 7), by quintiles or by the shop's cut-offs. */
export function ownScales({ days, visits, amounts }: RfmMeasures, steps: CutOffs): ScoreScales {
  return {
    recency: reversed(steps.days ? stepScale(steps.days, true) : quintileScale(days)),
    frequency: steps.visits ? stepScale(steps.visits) : quintileScale(visits),
    monetary: steps.amounts ? stepScale(steps.amounts) : quintileScale(amounts),
  }
}

/** The scores of the R package; `parts` of the currency's minor unit to a unit of it. */
export function rScales({ days, visits, amounts }: RfmMeasures, parts: number): ScoreScales {
  return { recency: reversed(rScale(days, 1)), frequency: rScale(visits, 1), monetary: rScale(amounts, parts) }
}

export interface ScoredBuyers extends RfmBuyers {
  readonly recency: Uint8Array
  readonly frequency: Uint8Array
  readonly monetary: Uint8Array
  segment(at: number): Segment
  readonly bands: Readonly<Record<Measure, readonly Band[]>>
}

export interface Scoring {
  readonly from: Day | null
  /** Those whom the scores of others leave out. */
  readonly archived: ReadonlySet<number>
  /** How many minor units make a unit, for the scores of R; null: the program's own. */
  readonly parts: number | null
}

/** Scores everyone who bought against those of them who are not archived. */
export async function scoreBuyers(
  { db, today, policy }: Pick<Book, 'db' | 'today' | 'policy'>,
  { from, archived, parts }: Scoring,
): Promise<ScoredBuyers> {
  const buyers = await readRfmBuyers(db, { from, to: today })
  const counted = archived.size === 0 ? buyers : without(buyers, archived)
  const scales = parts === null ? ownScales(counted, cutOffsOf(policy)) : rScales(counted, parts)
  const segmentOf = makeSegmenter(parts === null ? policy : null)
  const score = (values: Float64Array, scale: ScoreScale) => {
    const scores = new Uint8Array(values.length)
    for (let at = 0; at < values.length; at++) scores[at] = scale(values[at] ?? 0)
    return scores
  }
  const [recency, frequency, monetary] = [
    score(buyers.days, scales.recency),
    score(buyers.visits, scales.frequency),
    score(buyers.amounts, scales.monetary),
  ]
  const shown = (at: number) => archived.size === 0 || !archived.has(buyers.ids[at] ?? 0)
  return {
    ...buyers,
    recency,
    frequency,
    monetary,
    segment: (at) => segmentOf(recency[at] ?? 0, frequency[at] ?? 0, monetary[at] ?? 0),
    bands: {
      recency: bandsOf(recency, buyers.days, shown),
      frequency: bandsOf(frequency, buyers.visits, shown),
      monetary: bandsOf(monetary, buyers.amounts, shown),
    },
  }
}

function without({ ids, days, visits, amounts }: RfmBuyers, archived: ReadonlySet<number>): RfmMeasures {
  const kept = (values: Float64Array) => values.filter((_, at) => !archived.has(ids[at] ?? 0))
  return { days: kept(days), visits: kept(visits), amounts: kept(amounts) }
}

/** The segment of everybody who has bought, as of the book's day; an archived customer is scored against the others. */
export async function segmentsOf(book: Pick<Book, 'db' | 'today' | 'policy'>): Promise<Map<number, Segment>> {
  const { readArchived } = await import('./rfm-buyers.ts')
  const { ids, segment } = await scoreBuyers(book, { from: null, archived: await readArchived(book.db), parts: null })
  const found = new Map<number, Segment>()
  for (let at = 0; at < ids.length; at++) found.set(ids[at] ?? 0, segment(at))
  return found
}
