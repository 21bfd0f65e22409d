import { settle } from '../../account/open-parts.ts'
import type { PointEntry } from '../../benefit/points.ts'
import { allOf } from '../../book/ask-all.ts'
import type { Book } from '../../book/book.ts'
import { type ComplaintEvents, readComplaintEvents } from '../../care/complaint/past-complaints.ts'
import { type Day, type DayNumber, daySerial, daysBetween, serial } from '../../day.ts'
import type { Facts, PastContact } from '../../reason/facts.ts'
import type { PurchaseHistory } from '../../standing/purchase-history.ts'
import { type AskedDay, readAskedDays } from '../../standing/satisfaction.ts'
import { readTierHistory, type TierHistory } from '../../tier/history.ts'
import { readArrivedWishes, type WishEvent } from '../arrived-wishes.ts'
import { type CouponEvent, readCouponEvents, readLapsingAccounts } from '../lapsing.ts'
import { freshDays, importDays, readOpenedAccounts } from '../newcomers.ts'
import { readNotedOccasions } from '../noted-occasions.ts'
import { readPastContacts } from '../past-contacts.ts'
import { paymentsMade } from '../payments-made.ts'
import { type BoughtBy, boughtNothing, readBoughtItems } from './bought-items.ts'

/** What happened to customers besides purchases, each in order of day. */
export interface CustomerEvents {
  readonly contacts: ReadonlyMap<number, readonly PastContact[]>
  readonly payments: ReadonlyMap<number, readonly DayNumber[]>
  readonly asked: ReadonlyMap<number, readonly AskedDay[]>
  readonly debts: ReadonlyMap<number, readonly DebtEvent[]>
  readonly tiers: TierHistory
  /** Days on which who is new made a purchase that was not brought in by a late import, nor by the link of a payer. */
  readonly firsts: ReadonlyMap<number, ReadonlySet<DayNumber>>
  /** The day each import ran, by its change. */
  readonly imports: ReadonlyMap<number, Day>
  /** Who came with an account, and the day it was opened on. */
  readonly opened: ReadonlyMap<number, DayNumber>
  readonly complaints: ReadonlyMap<number, readonly ComplaintEvents[]>
  readonly wishes: ReadonlyMap<number, readonly WishEvent[]>
  readonly occasions: Awaited<ReturnType<typeof readNotedOccasions>>
  readonly points: ReadonlyMap<number, readonly PointEntry[]>
  readonly coupons: ReadonlyMap<number, readonly CouponEvent[]>
  /** Nothing where no reason looks at it. */
  readonly bought: BoughtBy
}

/** The oldest unpaid part from a day on; null when nothing is owed. */
export interface DebtEvent {
  readonly on: DayNumber
  readonly unpaid: Facts['unpaid']
}

type Reading = Pick<Book, 'db' | 'policy'>

/**
 * Reads them up to a day; first purchases since a day. What there is much of is read of those alone who are looked at,
 * where it is said who they are.
 */
export async function readEvents(
  book: Reading,
  purchases: PurchaseHistory,
  { since, to }: { since: Day; to: Day },
  { only, tiers }: { readonly only?: readonly number[] | undefined; readonly tiers?: TierHistory | undefined } = {},
): Promise<CustomerEvents> {
  const { db } = book
  const imports = await importDays(book)
  const ofThose = only ? { ...purchases, places: placesOf(purchases, only) } : purchases
  return await allOf({
    contacts: readPastContacts({ db, today: to }),
    payments: readPayments(book, to),
    asked: readAskedDays(db, to),
    debts: readDebts(book, to),
    tiers: tiers ?? readTierHistory(db, to, only),
    firsts: readFirsts(book, ofThose, since, to, imports),
    imports,
    opened: readOpenedAccounts(book, to),
    complaints: readComplaintEvents(db, to),
    wishes: readArrivedWishes({ db, today: to }, { ended: true }),
    occasions: readNotedOccasions({ db, today: to }),
    points: readLapsingAccounts(book, to),
    coupons: readCouponEvents(book, { since, to }),
    bought: book.policy['due.restock.on'] ? readBoughtItems(db, to, purchases, only) : boughtNothing,
  })
}

function gather<Row, Value>(
  rows: readonly Row[],
  whose: (row: Row) => number,
  kept: (row: Row) => Value,
): Map<number, Value[]> {
  const gathered = new Map<number, Value[]>()
  for (const row of rows) {
    const own = gathered.get(whose(row))
    if (own) own.push(kept(row))
    else gathered.set(whose(row), [kept(row)])
  }
  return gathered
}

async function readPayments({ db }: Reading, to: Day): Promise<Map<number, DayNumber[]>> {
  const rows = await paymentsMade(db, to).select(['customer_id', 'on']).orderBy('on').execute()
  return gather(
    rows,
    (row) => row.customer_id as number,
    ({ on }) => serial(on),
  )
}

async function readDebts({ db }: Reading, to: Day): Promise<Map<number, DebtEvent[]>> {
  const rows = await db
    .selectFrom('entry')
    .select(['id', 'customer_id', 'on', 'owed', 'due_on as dueOn', 'refund_of as refundOf'])
    .where('void', '=', 0)
    .where('owed', '<>', 0)
    .where('on', '<=', to)
    .where('customer_id', 'is not', null)
    .orderBy('customer_id')
    .orderBy('on')
    .orderBy('id')
    .execute()
  const accounts = gather(
    rows,
    (row) => row.customer_id as number,
    ({ customer_id: _, ...movement }) => movement,
  )
  const debts = new Map<number, DebtEvent[]>()
  for (const [id, movements] of accounts) {
    const own: DebtEvent[] = []
    for (const [at, { on }] of movements.entries()) {
      if (movements[at + 1]?.on === on) continue
      const [oldest] = settle(movements.slice(0, at + 1))
      const unpaid = oldest && {
        on: serial(oldest.on),
        dueOn: oldest.dueOn === null ? null : serial(oldest.dueOn),
        owed: '',
      }
      own.push({ on: serial(on), unpaid: unpaid ?? null })
    }
    debts.set(id, own)
  }
  return debts
}

async function readFirsts(
  { db, policy }: Reading,
  purchases: PurchaseHistory,
  since: Day,
  to: Day,
  imports: ReadonlyMap<number, Day>,
) {
  const first = serial(since) - policy['due.welcome.until'] - 1
  const rows = await db
    .selectFrom('entry')
    .select(['customer_id', 'on', 'change_id'])
    .where('customer_id', 'in', newSince(purchases, first))
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('payer_linked', '=', 0)
    .where('on', '>=', daySerial(first))
    .where('on', '<=', to)
    .execute()
  const firsts = new Map<number, Set<DayNumber>>()
  for (const { customer_id, on, change_id } of rows) {
    const imported = imports.get(change_id)
    if (imported !== undefined && daysBetween(on, imported) > freshDays) continue
    const own = firsts.get(customer_id as number)
    if (own) own.add(serial(on))
    else firsts.set(customer_id as number, new Set([serial(on)]))
  }
  return firsts
}

function placesOf({ places }: PurchaseHistory, ids: readonly number[]): PurchaseHistory['places'] {
  return new Map(
    ids.flatMap((id) => {
      const place = places.get(id)
      return place ? [[id, place]] : []
    }),
  )
}

/** Whose first purchase that was never refunded in full lies on a day or after it; who has none of those, too. */
function newSince({ places, days, refundedOn }: PurchaseHistory, first: DayNumber): number[] {
  const found: number[] = []
  for (const [id, [from, to]] of places) {
    let place = from
    while (place < to - 1 && refundedOn.has(place)) place++
    if ((days[place] as number) >= first) found.push(id)
  }
  return found
}
