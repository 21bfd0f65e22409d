import type { Db } from '../../store/db.ts'
import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'

/** How a purchase earns, as the rules stood: see `earn_rate` and `earn_from`; nulls where it earns nothing. */
export interface Earning {
  readonly earn_rate: number | null
  readonly earn_from: Minor | null
}

/** What a net amount earns: floor(whole units x rate / 10,000), from the least amount on. */
function earnedBy({ earn_rate, earn_from }: Earning, amount: Minor, unit: number): number {
  if (earn_rate === null || amount < (earn_from ?? 0)) return 0
  return Math.floor((Math.floor(amount / unit) * earn_rate) / 10_000)
}

/** What a purchase has earned by now, as its rows say. */
export async function earnedOf(db: Db, entryId: number): Promise<number> {
  const { points } = await db
    .selectFrom('point_entry')
    .select(({ fn }) => fn.sum<number | null>('points').as('points'))
    .where('entry_id', '=', entryId)
    .where('why', '=', 'earned')
    .executeTakeFirstOrThrow()
  return points ?? 0
}

/** A purchase that earns, or was paid for with points, and what its rows add up to. */
export interface EarningPurchase {
  readonly id: number
  readonly customerId: number
  /** Of when what it earns is, and lapses from. */
  readonly on: Day
  /** What its rows lack of what it has earned by now; less than 0: what they have too much. */
  readonly earned: number
  /** The same of what has come back by now of the points redeemed. */
  readonly returned: number
}

/**
 * The purchases of customers that earn or redeem. Earned: floor(whole units of (amount - refunded) x rate / 10,000)
 * where that is `earn_from` or more, nothing when void; come back: floor(redeemed x refunded / amount), all when
 * everything is refunded or void. `withRows`: those alone that have points already, of which some may be too much.
 */
export async function earningPurchases(
  db: Db,
  unit: number,
  ids?: readonly number[],
  { withRows = false } = {},
): Promise<EarningPurchase[]> {
  const { purchases, refunded, openings, sums } = await readEarningRows(db, ids, withRows)
  /** What is missing of a sum; less than 0: what is too much, but for what has lapsed of it. */
  const missing = (id: number, why: 'earned' | 'returned', target: number) => {
    const standing = sums.get(`${id} ${why}`) ?? 0
    return target >= standing
      ? target - standing
      : Math.min(0, target - standing - (sums.get(`${id} ${why} lapsed`) ?? 0))
  }
  return purchases.map(({ id, customer_id, on, amount, void: gone, earn_rate, earn_from, redeemed, change_id }) => {
    const given = refunded.get(id) ?? 0
    const net = gone === 1 ? 0 : amount - given
    const all = gone === 1 || (amount > 0 && given >= amount)
    const opening = openings.get(customer_id ?? 0)
    // What an old roster's points stand for is not earned once more: purchases of before, and those of its own day that
    // were entered before it. What has been earned already stays so, whose account it is joined with.
    const before = opening !== undefined && (on < opening.on || (on === opening.on && change_id < opening.change_id))
    const covered = before && !sums.has(`${id} earned`)
    const target = covered ? 0 : earnedBy({ earn_rate, earn_from }, net, unit)
    const back = redeemed === null ? 0 : all ? redeemed : amount === 0 ? 0 : Math.floor((redeemed * given) / amount)
    return {
      id,
      customerId: customer_id ?? 0,
      on,
      earned: missing(id, 'earned', target),
      returned: missing(id, 'returned', back),
    }
  })
}

/** What it is judged by: refunds by purchase, the opening of an account by customer, points by purchase and cause. */
async function readEarningRows(db: Db, ids: readonly number[] | undefined, withRows: boolean) {
  const [purchases, refunds, opened, rows] = await Promise.all([
    db
      .selectFrom('entry')
      .select(['id', 'customer_id', 'on', 'amount', 'void', 'earn_rate', 'earn_from', 'redeemed', 'change_id'])
      .where((where) =>
        where.or([
          where('earn_rate', 'is not', null),
          where('redeemed', 'is not', null),
          where('id', 'in', where.selectFrom('point_entry').select('entry_id').where('why', '=', 'earned')),
        ]),
      )
      .where('customer_id', 'is not', null)
      .$if(withRows, (query) =>
        query.where((where) =>
          where('id', 'in', where.selectFrom('point_entry').select('entry_id').where('entry_id', 'is not', null)),
        ),
      )
      .$if(ids !== undefined, (query) => query.where('customer_id', 'in', ids ?? []))
      .orderBy('on')
      .orderBy('id')
      .execute(),
    db
      .selectFrom('entry')
      .select(({ fn }) => ['refund_of', fn.sum<number>('amount').as('refunded')])
      .where('refund_of', 'is not', null)
      .where('void', '=', 0)
      .$if(ids !== undefined, (query) => query.where('customer_id', 'in', ids ?? []))
      .groupBy('refund_of')
      .execute(),
    db
      .selectFrom('point_entry')
      .select(({ fn }) => ['customer_id', fn.max('on').as('on'), fn.max('change_id').as('change_id')])
      .where('why', '=', 'opening')
      .$if(ids !== undefined, (query) => query.where('customer_id', 'in', ids ?? []))
      .groupBy('customer_id')
      .execute(),
    db
      .selectFrom('point_entry as row')
      .leftJoin('point_entry as lot', 'lot.id', 'row.lot_id')
      .select(({ fn }) => ['row.entry_id', 'row.why', 'lot.why as of', fn.sum<number>('row.points').as('points')])
      .where('row.entry_id', 'is not', null)
      .$if(ids !== undefined, (query) => query.where('row.customer_id', 'in', ids ?? []))
      .groupBy(['row.entry_id', 'row.why', 'lot.why'])
      .execute(),
  ])
  const openings = new Map(opened.map((opening) => [opening.customer_id, opening]))
  const refunded = new Map(refunds.map(({ refund_of, refunded }) => [refund_of, refunded]))
  const sums = new Map<string, number>()
  for (const { entry_id, why, of, points } of rows) {
    const key = why === 'lapsed' ? `${entry_id} ${of} lapsed` : `${entry_id} ${why}`
    sums.set(key, (sums.get(key) ?? 0) + points)
  }
  return { purchases, refunded, openings, sums }
}
