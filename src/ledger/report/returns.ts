import { sql } from 'kysely'
import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { fold } from '../identity/spelling.ts'
import { decimal, type Minor } from '../money.ts'
import { itemParts } from '../standing/item-parts.ts'
import type { Scope } from '../standing/scope.ts'
import { isRefundUpTo } from '../standing/standing-refunds.ts'

/**
 * What was given back by one thing, one reason, or one at fault; null: nobody wrote it down. Money as decimal strings.
 */
export interface ReturnRow {
  readonly by: 'item' | 'reason' | 'fault'
  readonly value: string | null
  readonly refunds: number
  readonly amount: string
  /** Of all that was given back. */
  readonly share: number
}

export interface Returns {
  readonly from: Day | null
  readonly to: Day
  readonly refunds: number
  readonly amount: string
  /**
   * What was sold in the same days, in full; and what was given back of it, as a share. Null where nothing was sold.
   */
  readonly sold: string
  readonly rate: number | null
  /** By item, by reason, by fault; each the most money first, what is not known last. */
  readonly rows: readonly ReturnRow[]
}

/**
 * Refunds and returns of these days, whenever the goods were bought; walk-ins' too unless only some customers are asked
 * for.
 */
export async function readReturnReport(
  book: Pick<Book, 'db' | 'today' | 'currency'>,
  { from, only }: Scope,
): Promise<Returns> {
  const { db, today, currency } = book
  const ids = only && [...only]
  const [given, { amount: sold }] = await Promise.all([
    db
      .selectFrom('entry as refund')
      .leftJoin('entry as purchase', 'purchase.id', 'refund.refund_of')
      .select([
        'refund.amount as amount',
        'refund.item as own',
        'purchase.item as item',
        'refund.reason as reason',
        'refund.fault as fault',
      ])
      .where(isRefundUpTo(today))
      .$if(from !== null, (query) => query.where('refund.on', '>=', from ?? ''))
      .$if(ids !== undefined, (query) => query.where('refund.customer_id', 'in', ids ?? []))
      .orderBy('refund.id')
      .execute(),
    db
      .selectFrom('entry')
      .select(({ fn }) => fn.coalesce(fn.sum<Minor>('amount'), sql<number>`0`).as('amount'))
      .where('kind', '=', 'purchase')
      .where('void', '=', 0)
      .where('on', '<=', today)
      .$if(from !== null, (query) => query.where('on', '>=', from ?? ''))
      .$if(ids !== undefined, (query) => query.where('customer_id', 'in', ids ?? []))
      .executeTakeFirstOrThrow(),
  ])
  const total = given.reduce((sum, { amount }) => sum + amount, 0)
  const rowsBy = (by: ReturnRow['by'], named: (row: (typeof given)[number]) => string | null) => {
    const groups = new Map<string | null, { value: string | null; refunds: number; amount: Minor }>()
    for (const row of given) {
      const value = named(row)?.trim() || null
      const key = value === null ? null : fold(value)
      const group = groups.get(key) ?? { value, refunds: 0, amount: 0 }
      groups.set(key, { value, refunds: group.refunds + 1, amount: group.amount + row.amount })
    }
    return [...groups.values()]
      .sort(
        (one, other) =>
          Number(one.value === null) - Number(other.value === null) ||
          other.amount - one.amount ||
          other.refunds - one.refunds,
      )
      .map(
        ({ value, refunds, amount }): ReturnRow => ({
          by,
          value,
          refunds,
          amount: decimal(amount, currency),
          share: total === 0 ? 0 : amount / total,
        }),
      )
  }
  return {
    from,
    to: today,
    refunds: given.length,
    amount: decimal(total, currency),
    sold: decimal(sold, currency),
    rate: sold > 0 ? total / sold : null,
    rows: [
      ...rowsBy('item', ({ own, item }) => thingOf(own ?? item)),
      ...rowsBy('reason', ({ reason }) => reason),
      ...rowsBy('fault', ({ fault }) => fault),
    ],
  }
}

/** The thing of a receipt that names one; of several nobody wrote down which came back. */
function thingOf(item: string | null): string | null {
  const parts = item === null ? [] : itemParts(item)
  return parts.length === 1 ? (parts[0]?.item ?? null) : item
}
