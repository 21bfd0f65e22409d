import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import type { Tier } from '../vocabulary.ts'
import { currentTiers } from './current.ts'

export interface Pinned {
  readonly change: number | null
  readonly customerId: number
  readonly name: string
  /** The tier before and now. */
  readonly from: Tier
  readonly tier: Tier
  readonly reason: string | null
  readonly on: Day
  /** The last day it holds; null: until it is taken off. */
  readonly until: Day | null
}

/** Puts a customer in a tier by hand, from today on. Throws day.past for a last day that is over. */
export async function pinTier(
  book: Book,
  who: { id: number; name: string },
  tier: Tier,
  { reason, until }: { reason: string | null; until: Day | null },
): Promise<Pinned> {
  const on = book.today
  if (until !== null && until < on) throw new LedgerError('day.past', { day: until, today: on })
  const { value: from, change } = await recordChange(book, 'pin', async (db, change) => {
    const from = await tierOf({ ...book, db }, who.id)
    const pin = { pinned_tier: tier, pin_reason: reason, pinned_on: on, pinned_until: until }
    if (!(await change.amend('customer', who.id, pin))) change.discard()
    Object.assign(change.facts, { customerId: who.id, tier })
    return from
  })
  return { change, customerId: who.id, name: who.name, from, tier, reason, on, until }
}

export type Unpinned = Omit<Pinned, 'reason' | 'on' | 'until'>

/** Takes the pin off: the tier is again what classify says. Throws customer.not-pinned. */
export async function unpinTier(book: Book, who: { id: number; name: string }): Promise<Unpinned> {
  const { value, change } = await recordChange(book, 'unpin', async (db, change) => {
    const pin = await db.selectFrom('customer').select('pinned_tier').where('id', '=', who.id).executeTakeFirst()
    if (!pin?.pinned_tier) throw new LedgerError('customer.not-pinned', { id: who.id, name: who.name })
    const from = await tierOf({ ...book, db }, who.id)
    await change.amend('customer', who.id, { pinned_tier: null, pin_reason: null, pinned_on: null, pinned_until: null })
    change.facts['customerId'] = who.id
    return { from, tier: await tierOf({ ...book, db }, who.id) }
  })
  return { change, customerId: who.id, name: who.name, ...value }
}

async function tierOf(book: Pick<Book, 'db' | 'today'>, id: number): Promise<Tier> {
  return (await currentTiers(book, [id])).get(id) ?? 'D'
}
