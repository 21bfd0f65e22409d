import type { Book } from '../book.ts'
import type { Day } from '../day.ts'
import { decimal, decimalsOf } from '../money.ts'
import { type Band, Bands, type Measure } from './bands.ts'
import { type Buyer, readBuyers } from './buyers.ts'
import { readCustomerNames } from './queries.ts'
import { type Measured, ownScales, rScales, stepsOf } from './score.ts'
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
  /** Whose rows are asked for; everyone who is not archived without it. Scores are held against all buyers either way. */
  readonly only?: ReadonlySet<number> | undefined
  /** `r`: the scores and segments of the R package rfm 0.3.0, whatever the policy says. */
  readonly compat?: 'r' | null | undefined
}

/** RFM scores and segments of the buyers (SPEC 7), as of the book's day. */
export async function readRfm(book: Pick<Book, 'db' | 'today' | 'policy' | 'currency'>, { from, only, compat = null }: RfmAsked): Promise<Rfm> {
  const parts = 10 ** decimalsOf(book.currency)
  const { scored, names, bands } = await scoreBuyers(book, { from, compat: compat === 'r' ? parts : null })
  const rows = scored.filter(({ customerId, archived }) => (only ? only.has(customerId) : !archived))
  rows.sort((one, other) => other.rfmScore - one.rfmScore || other.amount - one.amount || one.customerId - other.customerId)
  return {
    from,
    to: book.today,
    bands,
    rows: rows.map(({ customerId, days, visits, amount, recencyScore, frequencyScore, monetaryScore, rfmScore, segment }) => ({
      customerId,
      name: names.get(customerId) ?? '',
      recencyDays: days,
      transactions: visits,
      amount: decimal(amount, book.currency),
      recencyScore,
      frequencyScore,
      monetaryScore,
      rfmScore,
      segment,
    })),
  }
}

interface Scored extends Buyer {
  readonly archived: boolean
  readonly recencyScore: number
  readonly frequencyScore: number
  readonly monetaryScore: number
  readonly rfmScore: number
  readonly segment: Segment
}

/** Scores everyone who bought against those of them who are not archived. `compat`: minor units to a unit, for the scores of R; null for the program's own. */
export async function scoreBuyers(
  { db, today, policy }: Pick<Book, 'db' | 'today' | 'policy'>,
  { from, compat }: { readonly from: Day | null; readonly compat: number | null },
): Promise<{ scored: Scored[]; names: ReadonlyMap<number, string>; bands: Rfm['bands'] }> {
  const buyers = await readBuyers(db, { from, to: today })
  const { names, archived } = await readCustomerNames(db)
  const counted = archived.size === 0 ? buyers : buyers.filter(({ customerId }) => !archived.has(customerId))
  const measured = measure(counted)
  const { recency, frequency, monetary } = compat === null ? ownScales(measured, stepsOf(policy)) : rScales(measured, compat)
  const segment = makeSegmenter(compat === null ? policy : null)
  const bands = { recency: new Bands(), frequency: new Bands(), monetary: new Bands() }
  const scored = buyers.map((buyer) => {
    const [recencyScore, frequencyScore, monetaryScore] = [recency(buyer.days), frequency(buyer.visits), monetary(buyer.amount)]
    const hidden = archived.has(buyer.customerId)
    if (!hidden) {
      bands.recency.add(recencyScore, buyer.days)
      bands.frequency.add(frequencyScore, buyer.visits)
      bands.monetary.add(monetaryScore, buyer.amount)
    }
    return {
      ...buyer,
      archived: hidden,
      recencyScore,
      frequencyScore,
      monetaryScore,
      rfmScore: scoreOf(recencyScore, frequencyScore, monetaryScore),
      segment: segment(recencyScore, frequencyScore, monetaryScore),
    }
  })
  return { scored, names, bands: { recency: bands.recency.all(), frequency: bands.frequency.all(), monetary: bands.monetary.all() } }
}

function measure(buyers: readonly Buyer[]): Measured {
  const column = (value: (buyer: Buyer) => number) => Float64Array.from(buyers, value)
  return { days: column(({ days }) => days), visits: column(({ visits }) => visits), amounts: column(({ amount }) => amount) }
}
