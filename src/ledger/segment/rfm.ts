import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { decimal, decimalsOf } from '../money.ts'
import type { Segment } from '../vocabulary.ts'
import type { Band, Measure } from './rfm-bands.ts'
import { readCustomerNames } from './rfm-buyers.ts'
import { scoreBuyers } from './rfm-score.ts'
import { scoreOf } from './rfm-segments.ts'

/** Another program's scores, as typed: only R's are known. Throws usage.bad-choice. */
export function readCompat(typed: string): 'r' {
  if (typed.trim().toLowerCase() !== 'r')
    throw new LedgerError('usage.bad-choice', { asked: typed, what: '--compat', choices: ['r'] })
  return 'r'
}

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
  /**
   * Where the scores part, of all buyers: days, purchases, and minor units. A score that nobody has is absent: its bin
   * has collapsed.
   */
  readonly bands: Readonly<Record<Measure, readonly Band[]>>
}

export interface RfmRequest {
  /** The first day that counts; null: all up to the book's day. */
  readonly from: Day | null
  /**
   * Whose rows are asked for; everyone without it, and nobody who is archived. Scores compare with all buyers either
   * way.
   */
  readonly only?: ReadonlySet<number> | undefined
  /** `r`: the scores and segments of the R package rfm 0.3.0, whatever the policy says. */
  readonly compat?: 'r' | null | undefined
}

/** RFM scores and segments of the buyers (SPEC 7), as of the book's day. */
export async function readRfm(
  book: Pick<Book, 'db' | 'today' | 'policy' | 'currency'>,
  { from, only, compat = null }: RfmRequest,
): Promise<Rfm> {
  const { names, archived } = await readCustomerNames(book.db)
  const { ids, days, visits, amounts, recency, frequency, monetary, segment, bands } = await scoreBuyers(book, {
    from,
    archived,
    parts: compat === null ? null : 10 ** decimalsOf(book.currency),
  })
  const row = (at: number): RfmRow => {
    const [customerId, recencyScore, frequencyScore, monetaryScore] = [
      ids[at] ?? 0,
      recency[at] ?? 0,
      frequency[at] ?? 0,
      monetary[at] ?? 0,
    ]
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
  asked.sort(
    (one, other) =>
      (scores[other] ?? 0) - (scores[one] ?? 0) ||
      (amounts[other] ?? 0) - (amounts[one] ?? 0) ||
      (ids[one] ?? 0) - (ids[other] ?? 0),
  )
  const rows: RfmRow[] = []
  for (const at of asked) rows.push(row(at))
  return { from, to: book.today, bands, rows }
}
