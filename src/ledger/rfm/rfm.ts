import type { Book } from '../book.ts'
import type { Day } from '../day.ts'
import { decimal, decimalsOf } from '../money.ts'
import { type Band, bandsOf, type Measure } from './bands.ts'
import { type Buyers, readBuyers } from './buyers.ts'
import { readCustomerNames } from './queries.ts'
import { type Measured, ownScales, rScales, type Scale, stepsOf } from './score.ts'
import { makeSegmenter, type Segment, scoreOf } from './segment.ts'

/** A buyer with their scores, 1 to 5, 5 best. */
export interface RfmRow {
  readonly customerId: number
  readonly name: string
  readonly recencyDays: number
  /** Counted purchases. */
  readonly transactions: number
  /** Net of refunds and returns, in decimals. */
  readonly amount: string
  readonly recencyScore: number
  readonly frequencyScore: number
  readonly monetaryScore: number
  /** The three side by side: 543. */
  readonly rfmScore: number
  readonly segment: Segment
}

export interface Rfm {
  readonly from: Day | null
  readonly to: Day
  /** Best score first, then most spent. */
  readonly rows: readonly RfmRow[]
  /** Where the scores part, of all buyers: days, purchases, and minor units. A score that nobody has is absent: its bin has collapsed. */
  readonly bands: Readonly<Record<Measure, readonly Band[]>>
}

export interface RfmAsked {
  /** The first day that counts; null: all up to the book's day. */
  readonly from: Day | null
  /** Whose rows are asked for; everyone without it, and nobody who is archived. Scores are held against all buyers either way. */
  readonly only?: ReadonlySet<number> | undefined
  /** `r`: the scores and segments of the R package rfm 0.3.0, whatever the policy says. */
  readonly compat?: 'r' | null | undefined
}

/** RFM scores and segments of the buyers (SPEC 7), as of the book's day. */
export async function readRfm(book: Pick<Book, 'db' | 'today' | 'policy' | 'currency'>, { from, only, compat = null }: RfmAsked): Promise<Rfm> {
  const { names, archived } = await readCustomerNames(book.db)
  const { ids, days, visits, amounts, recency, frequency, monetary, segment, bands } = await scoreBuyers(book, {
    from,
    archived,
    parts: compat === null ? null : 10 ** decimalsOf(book.currency),
  })
  const row = (at: number): RfmRow => {
    const [customerId, recencyScore, frequencyScore, monetaryScore] = [ids[at] ?? 0, recency[at] ?? 0, frequency[at] ?? 0, monetary[at] ?? 0]
    return {
      customerId,
      name: names[customerId] ?? '',
      recencyDays: days[at] ?? 0,
      transactions: visits[at] ?? 0,
      amount: decimal(amounts[at] ?? 0, book.currency),
      recencyScore,
      frequencyScore,
      monetaryScore,
      rfmScore: scoreOf(recencyScore, frequencyScore, monetaryScore),
      segment: segment(at),
    }
  }
  const scores = new Uint16Array(ids.length)
  const order = new Uint32Array(ids.length)
  let count = 0
  for (let at = 0; at < ids.length; at++) {
    const id = ids[at] ?? 0
    scores[at] = scoreOf(recency[at] ?? 0, frequency[at] ?? 0, monetary[at] ?? 0)
    if (!archived.has(id) && (only?.has(id) ?? true)) order[count++] = at
  }
  const asked = order.subarray(0, count)
  asked.sort((one, other) => (scores[other] ?? 0) - (scores[one] ?? 0) || (amounts[other] ?? 0) - (amounts[one] ?? 0) || (ids[one] ?? 0) - (ids[other] ?? 0))
  const rows: RfmRow[] = []
  for (const at of asked) rows.push(row(at))
  return { from, to: book.today, bands, rows }
}

interface Scored extends Buyers {
  readonly recency: Uint8Array
  readonly frequency: Uint8Array
  readonly monetary: Uint8Array
  segment(at: number): Segment
  readonly bands: Rfm['bands']
}

interface Scoring {
  readonly from: Day | null
  /** Those whom nobody else is held against. */
  readonly archived: ReadonlySet<number>
  /** How many minor units make a unit, for the scores of R; null: the program's own. */
  readonly parts: number | null
}

/** Scores everyone who bought against those of them who are not archived. */
export async function scoreBuyers({ db, today, policy }: Pick<Book, 'db' | 'today' | 'policy'>, { from, archived, parts }: Scoring): Promise<Scored> {
  const buyers = await readBuyers(db, { from, to: today })
  const counted = archived.size === 0 ? buyers : without(buyers, archived)
  const scales = parts === null ? ownScales(counted, stepsOf(policy)) : rScales(counted, parts)
  const segmentOf = makeSegmenter(parts === null ? policy : null)
  const score = (values: Float64Array, scale: Scale) => {
    const scores = new Uint8Array(values.length)
    for (let at = 0; at < values.length; at++) scores[at] = scale(values[at] ?? 0)
    return scores
  }
  const [recency, frequency, monetary] = [score(buyers.days, scales.recency), score(buyers.visits, scales.frequency), score(buyers.amounts, scales.monetary)]
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

function without({ ids, days, visits, amounts }: Buyers, archived: ReadonlySet<number>): Measured {
  const kept = (values: Float64Array) => values.filter((_, at) => !archived.has(ids[at] ?? 0))
  return { days: kept(days), visits: kept(visits), amounts: kept(amounts) }
}
