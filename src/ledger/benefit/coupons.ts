import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import type { Change } from '../book/change/record.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { fold } from '../identity/spelling.ts'
import { decimal, type Minor, roundHalfAway } from '../money.ts'
import { nearestWord } from '../nearest-word.ts'
import { purchaseStands } from './reward-standing.ts'

/** A coupon: so much off, or so many percent. Money in minor units. */
export interface Coupon {
  readonly id: number
  readonly code: string
  readonly worth: Minor | null
  readonly percent: number | null
  /** From which amount on it is good. */
  readonly least: Minor | null
  /** The last day. */
  readonly until: Day | null
  /** How often each customer may use it; 0: as often as they like. */
  readonly uses: number
}

/** A coupon as it is listed. Money in decimals. */
export interface CouponRow {
  readonly code: string
  readonly value: string | null
  readonly percent: number | null
  readonly min: string | null
  readonly until: Day | null
  /** To so many customers. */
  readonly given: number
  readonly used: number
  readonly uses: number
  /** What the purchases with it brought, net of refunds. */
  readonly revenue: string
}

const columns = ['id', 'code', 'worth', 'percent', 'least', 'until', 'uses'] as const

/** How codes are compared: in small letters, blanks gone. */
export const codeKey = (code: string) => fold(code).replace(/\s/g, '')

/** The coupon of a code; null where there is none. */
export async function couponCoded(db: Db, code: string): Promise<Coupon | null> {
  const row = await db.selectFrom('coupon').select(columns).where('code_key', '=', codeKey(code)).executeTakeFirst()
  return row ?? null
}

/** The same. Throws coupon.not-found. */
export async function findCoupon(db: Db, asked: string): Promise<Coupon> {
  const coupon = await couponCoded(db, asked)
  if (coupon) return coupon
  const codes = await db.selectFrom('coupon').select('code').execute()
  const near = nearestWord(
    asked,
    codes.map(({ code }) => code),
    { key: codeKey },
  )
  throw new LedgerError('coupon.not-found', { asked, near })
}

/**
 * Uses of coupons that count: one with a purchase does not once that is void, or was given back whole while the coupon
 * still held.
 */
const counts = sql<boolean>`(entry.id is null or (entry.void = 0 and not (entry.amount > 0 and exists (
  select 1 from entry as refund where refund.refund_of = entry.id and refund.void = 0
  and (coupon.until is null or refund."on" <= coupon.until)
  and (select sum(other.amount) from entry as other where other.refund_of = entry.id
    and other.void = 0) >= entry.amount))))`

/** A coupon that was given for a referral holds while that and its purchase stand, `entry` being the purchase. */
export const isGiven = sql<boolean>`(entry.id is null or (${purchaseStands} and exists (
  select 1 from customer as buyer where buyer.id = entry.customer_id and (buyer.referred_by = coupon_given.customer_id
    or (buyer.id = coupon_given.customer_id and buyer.referred_by is not null)))))`

/**
 * Makes sure that the coupon a rule names is there. Throws coupon.not-found, coupon.over.
 */
export async function admitRule(book: Pick<Book, 'db' | 'today'>, value: unknown): Promise<void> {
  if (typeof value !== 'string' || !value.startsWith('coupon:')) return
  const { code, until } = await findCoupon(book.db, value.slice('coupon:'.length))
  if (until !== null && until < book.today) throw new LedgerError('coupon.over', { code, until })
}

/** Whether there is a coupon of a code that can still be given on a day. */
export async function couponStanding(db: Db, code: string, today: Day): Promise<boolean> {
  const coupon = await couponCoded(db, code)
  return coupon !== null && (coupon.until === null || coupon.until >= today)
}

/** How often a customer has used a coupon. */
async function usesOf(db: Db, coupon: Coupon, customerId: number): Promise<number> {
  const { uses } = await db
    .selectFrom('coupon_use')
    .innerJoin('coupon', 'coupon.id', 'coupon_use.coupon_id')
    .leftJoin('entry', 'entry.id', 'coupon_use.entry_id')
    .select(({ fn }) => fn.countAll<number>().as('uses'))
    .where('coupon_use.coupon_id', '=', coupon.id)
    .where('coupon_use.customer_id', '=', customerId)
    .where(counts)
    .executeTakeFirstOrThrow()
  return uses
}

/**
 * Makes sure that a customer may use a coupon on a day. Throws coupon.not-given, coupon.over, coupon.used-up.
 */
export async function admitCoupon(
  db: Db,
  coupon: Coupon,
  { id, name }: { readonly id: number; readonly name: string },
  on: Day,
): Promise<void> {
  const { code, until, uses } = coupon
  const { given } = await db
    .selectFrom('coupon_given')
    .leftJoin('entry', 'entry.id', 'coupon_given.entry_id')
    .select(({ fn }) => fn.countAll<number>().as('given'))
    .where('coupon_id', '=', coupon.id)
    .where('coupon_given.customer_id', '=', id)
    .where(isGiven)
    .executeTakeFirstOrThrow()
  if (given === 0) throw new LedgerError('coupon.not-given', { code, id, name })
  if (until !== null && on > until) throw new LedgerError('coupon.over', { code, until })
  // Given once more, it is good once more.
  if (uses > 0 && (await usesOf(db, coupon, id)) >= uses * given)
    throw new LedgerError('coupon.used-up', { code, name, uses })
}

/** What a coupon takes off an amount: never more than it. Throws coupon.too-little under its least amount. */
export function offByCoupon({ code, worth, percent, least }: Coupon, amount: Minor, currency: string): Minor {
  if (least !== null && amount < least)
    throw new LedgerError('coupon.too-little', {
      code,
      least: decimal(least, currency),
      amount: decimal(amount, currency),
    })
  return worth === null ? roundHalfAway((amount * (percent ?? 0)) / 100) : Math.min(worth, amount)
}

/** Notes inside a change that a coupon was used. */
export async function noteUse(
  db: Db,
  change: Change,
  use: { readonly couponId: number; readonly customerId: number; readonly on: Day; readonly entryId: number | null },
): Promise<void> {
  await db
    .insertInto('coupon_use')
    .values({
      id: change.number('coupon_use'),
      coupon_id: use.couponId,
      customer_id: use.customerId,
      on: use.on,
      entry_id: use.entryId,
      change_id: change.id,
    })
    .execute()
}

/** What a new coupon is good for; of one that stands, what it has to be. */
export type CouponWanted = { readonly [Key in keyof Omit<Coupon, 'id' | 'code'>]?: Coupon[Key] | undefined }

/**
 * Gives a coupon to customers inside a change, and makes it when it is new; who has it already is passed over,
 * unless it is given `anew`; one for a purchase holds as long as that stands. Returns to whom it was given. Throws
 * coupon.no-worth, coupon.stands, coupon.over.
 */
export async function giveCoupon(
  db: Db,
  book: Pick<Book, 'today'>,
  change: Change,
  code: string,
  wanted: CouponWanted,
  customerIds: readonly number[],
  { entryId = null, anew = entryId !== null }: { readonly entryId?: number | null; readonly anew?: boolean } = {},
): Promise<{ coupon: Coupon; given: number[] }> {
  const standing = await couponCoded(db, code)
  if (standing && !sameCoupon(standing, wanted)) throw new LedgerError('coupon.stands', { code: standing.code })
  if (standing?.until && standing.until < book.today)
    throw new LedgerError('coupon.over', { code: standing.code, until: standing.until })
  const coupon = standing ?? (await makeCoupon(db, change, code, wanted))
  const held = await db
    .selectFrom('coupon_given')
    .select('customer_id')
    .where('coupon_id', '=', coupon.id)
    .where('customer_id', 'in', customerIds)
    .execute()
  const have = new Set(held.map(({ customer_id }) => customer_id))
  // Whoever brings two, or has another birthday, is given it once more.
  const given = [...new Set(customerIds)].filter((id) => anew || !have.has(id))
  const first = given.length === 0 ? 0 : change.number('coupon_given', given.length)
  for (let at = 0; at < given.length; at += 1000)
    await db
      .insertInto('coupon_given')
      .values(
        given.slice(at, at + 1000).map((customer, nth) => ({
          id: first + at + nth,
          coupon_id: coupon.id,
          customer_id: customer,
          on: book.today,
          entry_id: entryId,
          change_id: change.id,
        })),
      )
      .execute()
  return { coupon, given }
}

function sameCoupon(standing: Coupon, wanted: CouponWanted): boolean {
  return (Object.entries(wanted) as [keyof CouponWanted, unknown][]).every(
    ([key, value]) => value === undefined || standing[key] === value,
  )
}

async function makeCoupon(db: Db, change: Change, typed: string, wanted: CouponWanted): Promise<Coupon> {
  const code = typed.normalize('NFC').trim()
  const { worth = null, percent = null, least = null, until = null, uses = 1 } = wanted
  if (worth === null && percent === null) throw new LedgerError('coupon.no-worth', { code })
  if (worth === 0) throw new LedgerError('money.zero', { text: '0' })
  const coupon = { id: change.number('coupon'), code, worth, percent, least, until, uses }
  await db
    .insertInto('coupon')
    .values({ ...coupon, code_key: codeKey(code), change_id: change.id })
    .execute()
  return coupon
}

/** Every coupon, the newest first, with what became of it up to the book's day. */
export async function listCoupons({
  db,
  today,
  currency,
}: Pick<Book, 'db' | 'today' | 'currency'>): Promise<CouponRow[]> {
  const [coupons, given, used] = await Promise.all([
    db.selectFrom('coupon').select(columns).orderBy('id', 'desc').execute(),
    db
      .selectFrom('coupon_given')
      .leftJoin('entry', 'entry.id', 'coupon_given.entry_id')
      .select(({ fn }) => ['coupon_id', fn.count<number>('coupon_given.customer_id').distinct().as('given')])
      .where('coupon_given.on', '<=', today)
      .where(isGiven)
      .groupBy('coupon_id')
      .execute(),
    db
      .selectFrom('coupon_use')
      .innerJoin('coupon', 'coupon.id', 'coupon_use.coupon_id')
      .leftJoin('entry', 'entry.id', 'coupon_use.entry_id')
      .select(({ fn }) => [
        'coupon_use.coupon_id',
        fn.countAll<number>().as('used'),
        sql<number>`coalesce(sum(entry.amount - coalesce((select sum(refund.amount) from entry as refund
          where refund.refund_of = entry.id and refund.void = 0), 0)), 0)`.as('revenue'),
      ])
      .where('coupon_use.on', '<=', today)
      .where(counts)
      .groupBy('coupon_use.coupon_id')
      .execute(),
  ])
  const toWhom = new Map(given.map((row) => [row.coupon_id, row.given]))
  const uses = new Map(used.map((row) => [row.coupon_id, row]))
  const money = (amount: Minor | null) => (amount === null ? null : decimal(amount, currency))
  return coupons.map((coupon) => ({
    code: coupon.code,
    value: money(coupon.worth),
    percent: coupon.percent,
    min: money(coupon.least),
    until: coupon.until,
    given: toWhom.get(coupon.id) ?? 0,
    used: uses.get(coupon.id)?.used ?? 0,
    uses: coupon.uses,
    revenue: decimal(uses.get(coupon.id)?.revenue ?? 0, currency),
  }))
}
