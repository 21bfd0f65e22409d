import type { Db } from '../../store/db.ts'
import { earningOf } from '../benefit/price.ts'
import { settlePoints } from '../benefit/settle-points.ts'
import type { Book } from '../book/book.ts'
import { type Change, recordChange } from '../book/change/record.ts'
import { LedgerError } from '../errors.ts'
import { fold } from '../identity/spelling.ts'
import { decimal, type Minor } from '../money.ts'
import { nearestWord } from '../nearest-word.ts'
import { currentTiers } from '../tier/current.ts'
import { rewardFirstPurchases } from './first-purchases.ts'
import { rewardedFor } from './referral-reward.ts'
import { settleBenefits } from './settle-benefits.ts'

/** Whose the purchases of a payer are from now on, or no longer are. */
export interface PayerMove {
  readonly key: string
  readonly customerId: number
  readonly name: string
  /** The purchases that moved, void ones aside, and what they come to. */
  readonly purchases: number
  readonly amount: string
  /** null: a dry run, or nothing to change. */
  readonly change: number | null
}

/** An entry that moves with its payer. */
interface Moving {
  readonly id: number
  readonly kind: string
  readonly on: string
  readonly amount: Minor
  readonly paid: Minor | null
  readonly owed: Minor
  readonly refund_of: number | null
  readonly void: number
  readonly earn_rate: number | null
}

const columns = ['id', 'kind', 'on', 'amount', 'paid', 'owed', 'refund_of', 'void', 'earn_rate'] as const

/**
 * Gives every purchase of a payer that is nobody's to a customer, with its refunds, and those that imports bring later.
 * Throws payer.not-found, payer.several, payer.linked (to somebody else).
 */
export async function linkPayer(
  book: Book,
  asked: string,
  customer: { readonly id: number; readonly name: string },
): Promise<PayerMove> {
  const { value, change } = await recordChange(book, 'payer link', async (db, change) => {
    const key = await keyMeant(db, asked)
    const standing = await linkOf(db, key)
    if (standing && standing.customerId !== customer.id)
      throw new LedgerError('payer.linked', { key, by: { id: standing.customerId, name: standing.name } })
    const open = db
      .selectFrom('entry')
      .select(columns)
      .where('payer', '=', key)
      .where('customer_id', 'is', null)
      .where('kind', '=', 'purchase')
    const purchases = await open.orderBy('id').execute()
    const moving = [...purchases, ...(await refundsOf(db, purchases)), ...(await loneRefunds(db, key, null))]
    if (standing && moving.length === 0) change.discard()
    if (!standing) {
      await db
        .insertInto('payer')
        .values({ id: change.number('payer'), key, customer_id: customer.id, change_id: change.id })
        .execute()
    }
    await lowerOpening(db, change, customer.id, purchases, await give(change, moving, customer.id))
    await earnAsTheirs(db, book, change, customer.id, purchases)
    const ids = purchases.map(({ id }) => id)
    const rewards = await rewardFirstPurchases(db, book, change, { ids })
    if (rewards.length > 0) await settlePoints(db, book, change, [customer.id])
    return told(book, change, key, customer, purchases)
  })
  return { ...value, change }
}

/** Takes back from a customer what came by the link alone, and forgets the link. Throws payer.not-linked. */
export async function unlinkPayer(book: Book, asked: string): Promise<PayerMove> {
  const { value, change } = await recordChange(book, 'payer unlink', async (db, change) => {
    const key = await keyMeant(db, asked)
    const standing = await linkOf(db, key)
    if (!standing) throw new LedgerError('payer.not-linked', { key })
    const { customerId } = standing
    const theirs = db
      .selectFrom('entry')
      .select(columns)
      .where('payer', '=', key)
      .where('payer_linked', '=', 1)
      .where('customer_id', '=', customerId)
    const purchases = await theirs.where('kind', '=', 'purchase').orderBy('id').execute()
    const refunds = [...(await refundsOf(db, purchases)), ...(await loneRefunds(db, key, customerId))]
    await raiseOpening(db, change, standing, [...purchases, ...refunds])
    const rewarded = await rewardedFor(
      db,
      purchases.map(({ id }) => id),
    )
    await earnAsTheirs(db, { ...book, policy: { ...book.policy, 'points.earnPer': 0 } }, change, customerId, purchases)
    for (const { id } of [...purchases, ...refunds])
      await change.amend('entry', id, { customer_id: null, payer_linked: 0, owed: 0 })
    await change.remove('payer', standing.id)
    await settleBenefits(db, book, change, rewarded)
    return told(book, change, key, { id: customerId, name: standing.name }, purchases)
  })
  return { ...value, change }
}

/** Lets purchases earn what they would have, had they been the customer's from the beginning; or nothing any more. */
async function earnAsTheirs(
  db: Db,
  book: Book,
  change: Change,
  customerId: number,
  purchases: readonly Moving[],
): Promise<void> {
  const [tiers, { birthday }] = await Promise.all([
    currentTiers({ ...book, db }, [customerId]),
    db.selectFrom('customer').select('birthday').where('id', '=', customerId).executeTakeFirstOrThrow(),
  ])
  for (const { id, on, earn_rate } of purchases) {
    const earning = earningOf(book, tiers.get(customerId) ?? 'D', birthday, on)
    if (earning.earn_rate !== earn_rate) await change.amend('entry', id, earning)
  }
  await settlePoints(db, book, change, [customerId])
}

function told(
  { currency }: Book,
  change: Change,
  key: string,
  { id, name }: { id: number; name: string },
  purchases: readonly Moving[],
) {
  const counted = purchases.filter((one) => one.void === 0)
  const amount = counted.reduce((sum, one) => sum + one.amount, 0)
  Object.assign(change.facts, { customerId: id, purchases: counted.length, amount })
  return { key, customerId: id, name, purchases: counted.length, amount: decimal(amount, currency) }
}

/** The key as it is kept: typed whole, or without the service before it where only one is called so. */
async function keyMeant(db: Db, asked: string): Promise<string> {
  const [paid, linked] = await Promise.all([
    db.selectFrom('entry').select('payer as key').distinct().where('payer', 'is not', null).execute(),
    db.selectFrom('payer').select('key').execute(),
  ])
  const keys = [...new Set([...paid, ...linked].map(({ key }) => key as string))].sort()
  if (keys.includes(asked)) return asked
  const word = fold(asked)
  const whole = keys.filter((key) => fold(key) === word)
  const found = whole.length > 0 ? whole : keys.filter((key) => fold(key.slice(key.indexOf(':') + 1)) === word)
  if (found.length > 1) throw new LedgerError('payer.several', { asked, keys: found })
  if (found[0] === undefined)
    throw new LedgerError('payer.not-found', { asked, near: nearestWord(asked, keys), payers: keys.length })
  return found[0]
}

type Link = { readonly id: number; readonly customerId: number; readonly name: string; readonly changeId: number }

async function linkOf(db: Db, key: string): Promise<Link | undefined> {
  return db
    .selectFrom('payer')
    .innerJoin('customer', 'customer.id', 'payer.customer_id')
    .select(['payer.id', 'customer_id as customerId', 'name', 'payer.change_id as changeId'])
    .where('key', '=', key)
    .executeTakeFirst()
}

async function refundsOf(db: Db, purchases: readonly Moving[]): Promise<Moving[]> {
  const ids = purchases.map(({ id }) => id)
  return db.selectFrom('entry').select(columns).where('refund_of', 'in', ids).orderBy('on').orderBy('id').execute()
}

/** Returns of no purchase the ledger knows. */
async function loneRefunds(db: Db, key: string, customerId: number | null): Promise<Moving[]> {
  return db
    .selectFrom('entry')
    .select(columns)
    .where('payer', '=', key)
    .where('kind', '=', 'refund')
    .where('refund_of', 'is', null)
    .where('customer_id', 'is not distinct from', customerId)
    .$if(customerId !== null, (query) => query.where('payer_linked', '=', 1))
    .orderBy('id')
    .execute()
}

/**
 * Moves entries to a customer; returns what each adds to the balance: what is unpaid of a purchase, less what its
 * refunds took off that.
 */
async function give(
  change: Change,
  moving: readonly Moving[],
  customerId: number,
): Promise<ReadonlyMap<number, Minor>> {
  const open = new Map<number, Minor>()
  const moves = new Map<number, Minor>()
  for (const one of moving) {
    let owed = 0
    if (one.kind === 'purchase') {
      owed = one.amount - (one.paid ?? one.amount)
      open.set(one.id, owed)
    } else if (one.refund_of !== null && one.void === 0) {
      const left = open.get(one.refund_of) ?? 0
      owed = left === 0 ? 0 : -Math.min(left, one.amount)
      open.set(one.refund_of, left + owed)
    }
    moves.set(one.id, owed)
    await change.amend('entry', one.id, { customer_id: customerId, payer_linked: 1, owed })
  }
  return moves
}

const openingsOf = (db: Db, customerId: number) =>
  db
    .selectFrom('entry')
    .select(['id', 'on', 'owed', 'change_id as changeId'])
    .where('kind', '=', 'opening')
    .where('customer_id', '=', customerId)
    .where('void', '=', 0)
    .orderBy('on', 'desc')
    .orderBy('id', 'desc')

/**
 * What an account is opened with is all that was owed on that day: what was unpaid of an earlier day is in it, as in an
 * import.
 */
async function lowerOpening(
  db: Db,
  change: Change,
  customerId: number,
  purchases: readonly Moving[],
  owed: ReadonlyMap<number, Minor>,
): Promise<void> {
  if (![...owed.values()].some((one) => one !== 0)) return
  const opened = await openingsOf(db, customerId).executeTakeFirst()
  if (!opened) return
  const early = new Set(purchases.filter((one) => one.void === 0 && one.on < opened.on).map(({ id }) => id))
  const refunds = await refundsOf(
    db,
    purchases.filter(({ id }) => early.has(id)),
  )
  const counted = [...early, ...refunds.filter((one) => one.void === 0 && one.on < opened.on).map(({ id }) => id)]
  await moveOpening(change, opened, -counted.reduce((sum, id) => sum + (owed.get(id) ?? 0), 0))
}

/**
 * The other way round: what stood in the opening for them stands there again, unless the account was opened with them
 * in it.
 */
async function raiseOpening(
  db: Db,
  change: Change,
  { customerId, changeId }: Link,
  leaving: readonly Moving[],
): Promise<void> {
  const opened = await openingsOf(db, customerId).executeTakeFirst()
  if (!opened || opened.changeId > changeId) return
  const counted = leaving.filter((one) => one.void === 0 && one.on < opened.on)
  await moveOpening(
    change,
    opened,
    counted.reduce((sum, one) => sum + one.owed, 0),
  )
}

async function moveOpening(change: Change, { id, owed }: { id: number; owed: Minor }, by: Minor): Promise<void> {
  if (by !== 0) await change.amend('entry', id, { owed: owed + by, amount: Math.abs(owed + by) })
}
