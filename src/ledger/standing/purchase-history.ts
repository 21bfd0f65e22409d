import type { Db } from '../../store/db.ts'
import { type Day, serial } from '../day.ts'
import { firstAtLeast } from '../quantile.ts'
import { type AskedPurchases, type Purchases, readPurchases } from './purchases.ts'
import { type FullRefund, refundedInFull } from './refunded-in-full.ts'

/** Every purchase of customers up to a day that is not void, and which of them count no more. */
export interface PurchaseHistory extends Purchases {
  /** The day from which one counts no more, as it was refunded in full, by its place. */
  readonly refundedOn: ReadonlyMap<number, number>
  /** Their places in order, where they are at hand: few, so that most customers are soon known to have none. */
  readonly refunded?: Int32Array
  /** The places of those that are theirs by the link of a payer's name alone. */
  readonly linked: ReadonlySet<number>
}

/** Whether a purchase was refunded in full by a day. */
export function isRefundedBy(day: number, { refundedOn }: Pick<PurchaseHistory, 'refundedOn'>, place: number): boolean {
  return refundedOn.size > 0 && (refundedOn.get(place) ?? Number.POSITIVE_INFINITY) <= day
}

/** Whether a customer had made a purchase by a day that counted then. */
export function hasBoughtBy(
  day: number,
  history: Pick<PurchaseHistory, 'places' | 'days' | 'refundedOn'>,
  customerId: number,
): boolean {
  const [from, to] = history.places.get(customerId) ?? [0, 0]
  for (let place = from; place < to && (history.days[place] as number) <= day; place++)
    if (!isRefundedBy(day, history, place)) return true
  return false
}

/** Whether a purchase from one place up to another may ever have been refunded in full. */
export function mayBeRefunded(
  { refundedOn, refunded }: Pick<PurchaseHistory, 'refundedOn' | 'refunded'>,
  from: number,
  to: number,
): boolean {
  if (refundedOn.size === 0 || refunded === undefined) return refundedOn.size > 0
  return (refunded[firstAtLeast(refunded, from)] ?? to) < to
}

/** Reads every purchase up to a day, void ones aside. */
export async function readPurchaseHistory(db: Db, to: Day, asked?: AskedPurchases): Promise<PurchaseHistory> {
  const [purchases, refunds, linked] = await Promise.all([
    readPurchases(db, to, asked),
    refundedInFull(db, to),
    readLinked(db, to),
  ])
  const history = historyOf(purchases, refunds)
  return { ...history, linked: placesLinked(linked, history, refunds) }
}

/** A purchase that is a customer's by the link of a payer's name. */
interface LinkedPurchase {
  readonly id: number
  readonly customer_id: number | null
  readonly on: Day
  readonly amount: number
}

/**
 * Those up to a day. Asked of each purchase, the index that every figure is read from would not do: this is read from
 * that of payers, which is not taken where customers are named too.
 */
export async function readLinked(db: Db, to: Day): Promise<LinkedPurchase[]> {
  return db
    .selectFrom('entry')
    .select(['id', 'customer_id', 'on', 'amount'])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', to)
    .where('payer', 'is not', null)
    .where('payer_linked', '=', 1)
    .execute()
}

/** Purchases with those of them that were refunded in full; of links nothing is known. */
export function historyOf(purchases: Purchases, refunds: readonly FullRefund[]): PurchaseHistory {
  const refundedOn = placesRefunded(refunds, purchases)
  return { ...purchases, refundedOn, refunded: Int32Array.from(refundedOn.keys()).sort(), linked: new Set() }
}

/** The day each was refunded in full, by its place. */
function placesRefunded(refunds: readonly FullRefund[], lying: Purchases): Map<number, number> {
  const found = new Map<number, number>()
  for (const { customerId, on, amount, refundedOn } of refunds) {
    const place = placeOf(lying, customerId ?? 0, serial(on), amount, (one) => found.has(one))
    if (place !== null) found.set(place, serial(refundedOn))
  }
  return found
}

/** Where they lie: of two of one day and amount, where the one that was refunded does if it was. */
export function placesLinked(
  rows: readonly LinkedPurchase[],
  lying: Purchases & Pick<PurchaseHistory, 'refundedOn'>,
  refunds: readonly FullRefund[],
): Set<number> {
  const gone = new Set(refunds.map(({ id }) => id))
  const found = new Set<number>()
  for (const { id, customer_id, on, amount } of rows) {
    const isTaken = (place: number) => found.has(place) || lying.refundedOn.has(place) !== gone.has(id)
    const place = placeOf(lying, customer_id ?? 0, serial(on), amount, isTaken)
    if (place !== null) found.add(place)
  }
  return found
}

/** Of two of one day and amount, either may be the one that is meant. */
function placeOf(
  { places, days, amounts }: Purchases,
  customerId: number,
  day: number,
  amount: number,
  taken: (place: number) => boolean,
): number | null {
  const [from, end] = places.get(customerId) ?? [0, 0]
  for (let place = from; place < end; place++)
    if (days[place] === day && amounts[place] === amount && !taken(place)) return place
  return null
}
