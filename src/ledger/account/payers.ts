import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { decimal } from '../money.ts'
import { type LikelyPayer, likelyPayers } from './likely-payers.ts'
import { nameInKey } from './payer-key.ts'

/** Somebody who pays by a key of a pay service. */
export interface PayerSums {
  readonly key: string
  /** What they call themselves there; null where the key is only a number. */
  readonly name: string | null
  readonly purchases: number
  readonly amount: string
  readonly firstOn: Day | null
  readonly lastOn: Day | null
}

/** One whose purchases are nobody's yet, and whose they may be, the likeliest first. */
export interface OpenPayer extends PayerSums {
  readonly likely: readonly LikelyPayer[]
}

/** One who is known: what came by the link. */
export interface LinkedPayer extends PayerSums {
  readonly customerId: number
  readonly customer: string
}

/** The purchases that came with a payer, up to a day, by payer. */
function sumsByPayer(db: Db, day: Day) {
  return db
    .selectFrom('entry')
    .select(({ fn }) => [
      'payer as key',
      fn.countAll<number>().as('purchases'),
      fn.sum<number>('amount').as('amount'),
      fn.min('on').as('firstOn'),
      fn.max('on').as('lastOn'),
    ])
    .where('payer', 'is not', null)
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', day)
    .groupBy('payer')
}

/** Whose purchases are nobody's, up to the book's day: who bought most often first. */
export async function openPayers(book: Pick<Book, 'db' | 'today' | 'currency'>): Promise<OpenPayer[]> {
  const { db, today, currency } = book
  const rows = await sumsByPayer(db, today)
    .where('customer_id', 'is', null)
    .orderBy('purchases', 'desc')
    .orderBy('amount', 'desc')
    .orderBy('key')
    .execute()
  const likely = await likelyPayers(
    book,
    rows.map(({ key }) => key as string),
  )
  return rows.map(({ key, amount, ...row }) => {
    const of = key as string
    const { purchases, firstOn, lastOn } = row
    return {
      key: of,
      name: nameInKey(of),
      purchases,
      amount: decimal(amount, currency),
      firstOn,
      lastOn,
      likely: likely.get(of) ?? [],
    }
  })
}

/** The payers who are linked to a customer, and what came to them by it up to the book's day; the newest link last. */
export async function linkedPayers({
  db,
  today,
  currency,
}: Pick<Book, 'db' | 'today' | 'currency'>): Promise<LinkedPayer[]> {
  const [links, sums] = await Promise.all([
    db
      .selectFrom('payer')
      .innerJoin('customer', 'customer.id', 'payer.customer_id')
      .select(['key', 'customer_id as customerId', 'name as customer'])
      .orderBy('payer.id')
      .execute(),
    sumsByPayer(db, today).where('payer_linked', '=', 1).execute(),
  ])
  const sumOf = new Map(sums.map((row) => [row.key, row]))
  return links.map(({ key, customerId, customer }) => {
    const { purchases = 0, amount = 0, firstOn = null, lastOn = null } = sumOf.get(key) ?? {}
    return {
      key,
      name: nameInKey(key),
      purchases,
      amount: decimal(amount, currency),
      firstOn,
      lastOn,
      customerId,
      customer,
    }
  })
}
