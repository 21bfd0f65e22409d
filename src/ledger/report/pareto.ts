import type { Book } from '../book/book.ts'
import { type Day, type DayNumber, serial } from '../day.ts'
import { decimal, type Minor } from '../money.ts'
import { type Person, readPeople } from '../standing/people.ts'
import { measureOf } from '../standing/profit.ts'
import { isRefundedBy, type PurchaseHistory, readPurchaseHistory } from '../standing/purchase-history.ts'
import type { Scope } from '../standing/scope.ts'
import { beginning, type Span } from '../standing/standing.ts'
import { readTakenOff, type TakenOff } from '../standing/taken-off.ts'
import { broughtBy } from './brought-by.ts'

/** How much of the customers brings how much of the profit (SPEC 7), over buyers. Money in decimals. */
export interface Pareto {
  readonly from: Day | null
  readonly to: Day
  /** Who has a counted purchase in these days, and what they brought together, losses taken off. */
  readonly customers: number
  readonly profit: string
  /** The fewest customers who together bring 80 % of all positive profit; null where nobody brought any. */
  readonly customersAt80: number | null
  readonly shareOfCustomersAt80: number | null
  /** The profit of those who brought some, which shares are of; and how many brought less than nothing. */
  readonly gained: string
  readonly losing: number
  /** Whether what is called profit is anything else than sales: some cost or margin is known. */
  readonly measure: 'sales' | 'profit'
  /** Highest first, of equals the lower id. */
  readonly rows: readonly ParetoRow[]
}

export interface ParetoRow {
  readonly customerId: number
  readonly name: string
  readonly profit: string
  /**
   * Of `gained`: a customer who brought a loss has a share below nothing, and the curve falls at its end. Null where
   * nobody brought any.
   */
  readonly share: number | null
  readonly cumulativeShare: number | null
}

/**
 * The Pareto curve up to the book's day. 80 % is of the positive profit alone, as P* of the matrix is (SPEC 3), and
 * whole units decide: the customer with whom the running sum first reaches it is counted in. What has been read is not
 * read again.
 */
export async function readPareto(
  book: Pick<Book, 'db' | 'today' | 'policy' | 'currency'>,
  { from, only }: Scope,
  read?: ReadForPareto,
): Promise<Pareto> {
  const buyers = await readBuyers(book, { from, only }, read)
  buyers.sort((one, other) => other.profit - one.profit || one.customerId - other.customerId)
  const total = buyers.reduce((sum, { profit }) => sum + profit, 0)
  const gained = buyers.reduce((sum, { profit }) => sum + Math.max(0, profit), 0)
  const customersAt80 = reaching(buyers, gained)
  let running = 0
  return {
    from,
    to: book.today,
    customers: buyers.length,
    profit: decimal(total, book.currency),
    customersAt80,
    shareOfCustomersAt80: customersAt80 === null ? null : customersAt80 / buyers.length,
    gained: decimal(gained, book.currency),
    losing: buyers.filter(({ profit }) => profit < 0).length,
    measure: measureOf(book, buyers),
    rows: buyers.map(({ customerId, name, profit }) => {
      running += profit
      return {
        customerId,
        name,
        profit: decimal(profit, book.currency),
        share: gained === 0 ? null : profit / gained,
        cumulativeShare: gained === 0 ? null : running / gained,
      }
    }),
  }
}

/** The purchases up to the book's day, and everybody. */
interface ReadForPareto {
  readonly purchases: PurchaseHistory
  readonly everyone: readonly Person[]
}

/** Somebody with a counted purchase in those days, and what they brought in them. */
interface PeriodBuyer {
  readonly customerId: number
  readonly name: string
  readonly profit: Minor
  readonly spent: Minor
}

/** The buyers asked for, in order of id. */
async function readBuyers(
  { db, today, policy }: Pick<Book, 'db' | 'today' | 'policy'>,
  { from, only }: Scope,
  read: ReadForPareto | undefined,
): Promise<PeriodBuyer[]> {
  const span = { day: today, from: from ?? beginning, margin: policy['tier.margin'] }
  const [purchases, everyone, taken] = await Promise.all([
    read?.purchases ?? readPurchaseHistory(db, today, { costs: true }),
    read?.everyone ?? readPeople(db),
    readTakenOff(db, span),
  ])
  return buyersAmong({ purchases, everyone }, taken, span, only)
}

function buyersAmong(
  { purchases, everyone }: ReadForPareto,
  taken: ReadonlyMap<number, TakenOff>,
  span: Span,
  only: ReadonlySet<number> | undefined,
): PeriodBuyer[] {
  const brought = broughtBy(purchases, taken, span)
  const days = { from: serial(span.from), to: serial(span.day) }
  return everyone.flatMap(({ id, name }) =>
    (!only || only.has(id)) && hasBought(purchases, id, days) ? [{ customerId: id, name, ...brought(id) }] : [],
  )
}

/** Whether a purchase of some days counts on the last of them. */
function hasBought(
  purchases: PurchaseHistory,
  id: number,
  { from, to }: { readonly from: DayNumber; readonly to: DayNumber },
): boolean {
  const [begin, end] = purchases.places.get(id) ?? [0, 0]
  for (let place = end - 1; place >= begin && (purchases.days[place] as DayNumber) >= from; place--)
    if (!isRefundedBy(to, purchases, place)) return true
  return false
}

/** How many of them, the highest first, bring 80 % of the sum. */
function reaching(ranked: readonly PeriodBuyer[], gained: Minor): number | null {
  if (gained === 0) return null
  const wanted = Number((BigInt(gained) * 8n + 9n) / 10n)
  let count = 0
  for (let running = 0; running < wanted; count++) running += ranked[count]?.profit ?? wanted
  return count
}
