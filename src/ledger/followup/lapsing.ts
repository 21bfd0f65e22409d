import { sql } from 'kysely'
import { expiringOf, type PointEntry, readPointEntries, replayPoints } from '../benefit/points.ts'
import type { Book } from '../book/book.ts'
import { type Day, type DayNumber, daySerial, serial } from '../day.ts'
import type { HeldCoupon, LapsingPoints } from '../reason/facts.ts'

type Reading = Pick<Book, 'db' | 'policy'>

/** The rows of accounts of points up to a day; none where points last for ever. */
export async function readLapsingAccounts(
  { db, policy }: Reading,
  to: Day,
  only?: readonly number[],
): Promise<ReadonlyMap<number, readonly PointEntry[]>> {
  if (policy['points.expireDays'] === null) return new Map()
  return readPointEntries(db, to, only)
}

/** When what such rows leave on a day lapses, the soonest first. */
export function lapsingPoints(
  entries: readonly PointEntry[],
  day: DayNumber,
  { 'points.expireDays': lasting }: Reading['policy'],
): readonly LapsingPoints[] {
  if (lasting === null) return []
  const { lots } = replayPoints(entries, daySerial(day), lasting)
  return expiringOf(lots, lasting).map(({ on, points }) => ({ lapseOn: serial(on), points }))
}

/** A coupon with a last day that a customer has, and what became of it. */
export interface CouponEvent extends HeldCoupon {
  /** How often it may be used; 0: as often as they like. */
  readonly uses: number
  /** When it was used, and when that use was given back by a refund. */
  readonly used: readonly { readonly on: DayNumber; readonly backOn: DayNumber }[]
}

/** The coupons given up to a day whose own last day is not before another. */
export async function readCouponEvents(
  { db }: Pick<Book, 'db'>,
  { since, to }: { readonly since: Day; readonly to: Day },
  only?: readonly number[],
): Promise<Map<number, CouponEvent[]>> {
  const rows = await db
    .selectFrom('coupon_given')
    .innerJoin('coupon', 'coupon.id', 'coupon_given.coupon_id')
    .leftJoin('coupon_use', (join) =>
      join
        .onRef('coupon_use.coupon_id', '=', 'coupon.id')
        .onRef('coupon_use.customer_id', '=', 'coupon_given.customer_id'),
    )
    .leftJoin('entry', 'entry.id', 'coupon_use.entry_id')
    .select([
      'coupon_given.id',
      'coupon_given.customer_id',
      'coupon_given.on',
      'coupon.code',
      'coupon.until',
      'coupon.uses',
      'coupon_use.on as usedOn',
      'entry.void',
      sql<Day | null>`(select case when entry.amount > 0 and sum(refund.amount) >= entry.amount then max(refund."on")
        end
        from entry as refund where refund.refund_of = entry.id and refund.void = 0 and refund."on" <= ${to})`.as(
        'backOn',
      ),
    ])
    .where('coupon.until', '>=', since)
    .where('coupon_given.on', '<=', to)
    .$if(only !== undefined, (query) => query.where('coupon_given.customer_id', 'in', only ?? []))
    .orderBy('coupon_given.id')
    .execute()
  const given = new Map<number, CouponEvent & { customerId: number; used: { on: DayNumber; backOn: DayNumber }[] }>()
  for (const { id, customer_id, on, code, until, uses, usedOn, void: gone, backOn } of rows) {
    const base = { customerId: customer_id, code, uses, givenOn: serial(on), until: serial(until as Day), used: [] }
    const one = given.get(id) ?? base
    if (usedOn !== null && gone !== 1)
      (one.used as { on: DayNumber; backOn: DayNumber }[]).push({
        on: serial(usedOn),
        backOn: backOn === null ? Number.POSITIVE_INFINITY : serial(backOn),
      })
    given.set(id, one)
  }
  const coupons = new Map<number, CouponEvent[]>()
  for (const { customerId, ...one } of given.values())
    coupons.set(customerId, [...(coupons.get(customerId) ?? []), one])
  return coupons
}

/** Those of the coupons that can be used after a day, by what was known on it. */
export function heldCoupons(coupons: readonly CouponEvent[], through: DayNumber): readonly HeldCoupon[] {
  return coupons.filter(
    ({ givenOn, uses, used }) =>
      givenOn <= through &&
      (uses === 0 || used.filter(({ on, backOn }) => on <= through && backOn > through).length < uses),
  )
}
