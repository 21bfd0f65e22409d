import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import { addDays, type Day } from '../day.ts'
import { decimal, type Minor, minorUnit } from '../money.ts'
import { givenBack, type RewardGround, standing } from './reward-standing.ts'

/** Why points were added or taken. */
export const pointCauses = ['opening', 'earned', 'returned', 'redeemed', 'adjusted', 'lapsed', 'reward'] as const
export type PointCause = (typeof pointCauses)[number]

/** A row of an account of points. */
export interface PointEntry {
  readonly id: number
  readonly on: Day
  /** Added, or less than 0: taken. */
  readonly points: number
  readonly why: PointCause
  /** The purchase it is of. */
  readonly entryId: number | null
  /** The lot it took from, where it is one alone. */
  readonly lotId: number | null
  readonly note: string | null
}

/** Points that came together and lapse together. */
export interface PointLot {
  readonly id: number
  readonly on: Day
  readonly entryId: number | null
  left: number
}

/** An account as its rows leave it on a day. */
export interface PointAccount {
  /** What can be redeemed: lots that have not lapsed. */
  readonly points: number
  /** The lots with something left that hold, the oldest first. */
  readonly lots: readonly PointLot[]
  /** Those that have lapsed though no row says so yet. */
  readonly lapsed: readonly PointLot[]
  /** Whether some row takes more than was there. */
  readonly overdrawn: boolean
}

/**
 * Goes through the rows in the order they were written. What names no lot takes the oldest first; a lot holds until
 * the day before its own + `expireDays` (null: for ever).
 */
export function replayPoints(entries: readonly PointEntry[], today: Day, expireDays: number | null): PointAccount {
  const lots: PointLot[] = []
  let overdrawn = false
  for (const { id, on, points, entryId, lotId } of entries) {
    if (on > today) continue
    if (points > 0) {
      lots.push({ id, on, entryId, left: points })
      continue
    }
    let toTake = -points
    for (const lot of lotId === null ? inAge(lots) : lots.filter((one) => one.id === lotId)) {
      const taken = Math.min(lot.left, toTake)
      lot.left -= taken
      toTake -= taken
    }
    if (toTake > 0) overdrawn = true
  }
  const filled = inAge(lots).filter(({ left }) => left > 0)
  const holds = ({ on }: PointLot) => expireDays === null || addDays(on, expireDays) > today
  const held = filled.filter(holds)
  return {
    points: held.reduce((sum, { left }) => sum + left, 0),
    lots: held,
    lapsed: filled.filter((lot) => !holds(lot)),
    overdrawn,
  }
}

const inAge = (lots: readonly PointLot[]) =>
  lots.toSorted((one, other) => (one.on === other.on ? one.id - other.id : one.on < other.on ? -1 : 1))

/** The rows of customers' accounts up to a day, in the order they were written; of everybody without `ids`. */
export async function readPointEntries(
  db: Db,
  today: Day,
  ids?: readonly number[],
): Promise<Map<number, PointEntry[]>> {
  const rows = await db
    .selectFrom('point_entry')
    .select(['id', 'customer_id', 'on', 'points', 'why', 'entry_id as entryId', 'lot_id as lotId', 'note'])
    .where('on', '<=', today)
    .$if(ids !== undefined, (query) => query.where('customer_id', 'in', ids ?? []))
    .orderBy('id')
    .execute()
  const accounts = new Map<number, PointEntry[]>()
  for (const { customer_id, why, ...row } of rows) {
    const account = accounts.get(customer_id) ?? []
    account.push({ ...row, why: why as PointCause })
    accounts.set(customer_id, account)
  }
  return accounts
}

type PointsBook = Pick<Book, 'db' | 'today' | 'policy'>

/** What customers can redeem on the book's day; who has nothing is absent. */
export async function pointsOf(
  { db, today, policy }: PointsBook,
  ids?: readonly number[],
): Promise<Map<number, number>> {
  const points = new Map<number, number>()
  for (const [id, entries] of await readPointEntries(db, today, ids)) {
    const { points: held } = replayPoints(entries, today, policy['points.expireDays'])
    if (held > 0) points.set(id, held)
  }
  return points
}

/** What so many points are worth when redeemed, in minor units. */
export const worthOf = (points: number, policy: Book['policy']): Minor => points * policy['points.worth']

/** A customer's account of points as it is shown. */
export interface PointsShown {
  readonly customerId: number
  readonly name: string
  readonly points: number
  readonly worth: string
  /** What could not be taken back: later earnings go there first. */
  readonly shortfall: number
  /** How many lapse from which day on, the soonest first. */
  readonly expiring: readonly { readonly on: Day; readonly points: number }[]
  /** Newest first. */
  readonly entries: readonly Omit<PointEntry, 'lotId'>[]
}

/** A customer's points, when they lapse, and what made them. */
export async function showPoints(book: Book, customer: { id: number; name: string }): Promise<PointsShown> {
  const { db, today, policy, currency } = book
  const days = policy['points.expireDays']
  const [accounts, shortfalls] = await Promise.all([
    readPointEntries(db, today, [customer.id]),
    shortfallsOf(book, [customer.id]),
  ])
  const entries = accounts.get(customer.id) ?? []
  const { points, lots } = replayPoints(entries, today, days)
  return {
    customerId: customer.id,
    name: customer.name,
    points,
    worth: decimal(worthOf(points, policy), currency),
    shortfall: shortfalls.get(customer.id) ?? 0,
    expiring: days === null ? [] : expiringOf(lots, days),
    entries: entries.toReversed().map(({ lotId: _, ...entry }) => entry),
  }
}

/** When lots lapse, those of one day together. */
export function expiringOf(lots: readonly PointLot[], days: number): { on: Day; points: number }[] {
  const byDay = new Map<Day, number>()
  for (const { on, left } of lots) byDay.set(addDays(on, days), (byDay.get(addDays(on, days)) ?? 0) + left)
  return [...byDay].map(([on, points]) => ({ on, points }))
}

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
 * everything is refunded or void.
 */
export async function earningPurchases(db: Db, unit: number, ids?: readonly number[]): Promise<EarningPurchase[]> {
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

/** A reward for a first purchase, and what its rows lack of it; less than 0: it goes, as the purchase has gone. */
export interface StandingReward {
  readonly entryId: number
  readonly customerId: number
  readonly missing: number
}

/** The rewards of customers, and of those whose first purchases brought them: whole while they stand. */
export async function standingRewards(db: Db, ids?: readonly number[]): Promise<StandingReward[]> {
  const rows = await db
    .selectFrom('point_entry as row')
    .innerJoin('entry', 'entry.id', 'row.entry_id')
    .leftJoin('customer as buyer', 'buyer.id', 'entry.customer_id')
    .leftJoin('point_entry as lot', 'lot.id', 'row.lot_id')
    .select([
      'row.entry_id as entryId',
      'row.customer_id as customerId',
      'row.points',
      'row.why',
      'lot.why as of',
      'entry.void',
      'entry.amount',
      'entry.customer_id as buyer',
      'buyer.referred_by as referredBy',
      givenBack.as('given'),
    ])
    .where((where) => where.or([where('row.why', '=', 'reward'), where('lot.why', '=', 'reward')]))
    .$if(ids !== undefined, (query) =>
      query.where((where) =>
        where.or([where('row.customer_id', 'in', ids ?? []), where('entry.customer_id', 'in', ids ?? [])]),
      ),
    )
    .orderBy('row.id')
    .execute()
  const rewards = new Map<string, RewardGround & { whole: number; left: number }>()
  for (const { entryId, points, why, of, ...ground } of rows) {
    const key = `${ground.customerId} ${entryId}`
    const reward = rewards.get(key) ?? { ...ground, entryId: entryId ?? 0, whole: 0, left: 0 }
    // What was added first is the reward; what came later brought it back.
    if (reward.whole === 0 && points > 0) reward.whole = points
    if (why === 'reward' || (why === 'lapsed' && of === 'reward')) reward.left += points
    rewards.set(key, reward)
  }
  const stand = standing([...rewards.values()])
  return [...rewards.values()].map((reward) => {
    const { entryId, customerId, whole, left } = reward
    const missing = stand.has(reward) ? (left < whole && left >= 0 ? whole - left : 0) : -Math.max(0, left)
    return { entryId, customerId, missing }
  })
}

/** What could not be taken back of whom; who owes no points is absent. */
export async function shortfallsOf(
  { db, currency }: Pick<Book, 'db' | 'currency'>,
  ids?: readonly number[],
): Promise<Map<number, number>> {
  const short = new Map<number, number>()
  for (const { customerId, earned, returned } of await earningPurchases(db, minorUnit(currency), ids)) {
    const missing = Math.max(0, -earned) + Math.max(0, -returned)
    if (missing > 0) short.set(customerId, (short.get(customerId) ?? 0) + missing)
  }
  for (const { customerId, missing } of await standingRewards(db, ids))
    if (missing < 0) short.set(customerId, (short.get(customerId) ?? 0) - missing)
  return short
}
