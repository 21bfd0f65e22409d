import { isOpenOn, leftOf, type Pass, readPasses } from '../benefit/passes.ts'
import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import type { NewPurchase } from './new-purchase.ts'
import { enterPurchase } from './purchase.ts'
import type { RecordedPurchase } from './recorded-purchase.ts'

type NewSale = Omit<NewPurchase, 'pass' | 'passOf' | 'withTakings'> & {
  readonly customerId: number
  readonly visits: number
  readonly until: Day | null
}

/** The sale of a pass, and until when it holds. */
export interface SoldPass extends RecordedPurchase {
  readonly until: Day | null
}

/**
 * Sells a pass: so many visits paid in advance, as a purchase of today or an earlier day. Throws pass.over-when-sold
 * and what a purchase does.
 */
export async function sellPass(book: Book, { visits, until, ...sale }: NewSale): Promise<SoldPass> {
  if (until !== null && until < sale.on) throw new LedgerError('pass.over-when-sold', { until, on: sale.on })
  const { value, change } = await recordChange(book, 'pass sell', async (db, change) => {
    const sold = await enterPurchase(db, book, change, { ...sale, pass: { visits, until } })
    Object.assign(change.facts, {
      entryId: sold.id,
      customerId: sale.customerId,
      amount: sale.amount,
      on: sale.on,
      visits,
    })
    return sold
  })
  return { ...value, until, change }
}

/** A visit of a pass, and what is left of it. */
export interface PassVisit extends RecordedPurchase {
  readonly visits: number
  readonly used: number
  readonly left: number
  readonly until: Day | null
}

/**
 * Takes a visit off a pass, as a purchase of 0.00: the one asked for, else the oldest that is open on the day. Throws
 * pass.none, pass.not-found, pass.not-open, customer.archived.
 */
export async function usePass(
  book: Book,
  { id, name }: { readonly id: number; readonly name: string },
  {
    pass: asked,
    on,
    note,
  }: { readonly pass?: number | undefined; readonly on: Day; readonly note?: string | undefined },
): Promise<PassVisit> {
  const { value, change } = await recordChange(book, 'pass use', async (db, change) => {
    const passes = await readPasses(db, { customers: [id] })
    const pass = asked === undefined ? passes.find((one) => isOpenOn(one, on)) : passes.find((one) => one.id === asked)
    if (!pass && asked !== undefined) throw new LedgerError('pass.not-found', { id, name, pass: asked })
    if (!pass) throw new LedgerError('pass.none', { id, name, on, passes: passes.map((one) => one.id) })
    refuseClosed(pass, on)
    const visit = await enterPurchase(db, book, change, {
      customerId: id,
      on,
      amount: 0,
      item: pass.item,
      note,
      passOf: pass.id,
    })
    Object.assign(change.facts, { entryId: visit.id, customerId: id, on, pass: pass.id })
    const { visits, until } = pass
    return { ...visit, visits, used: pass.used + 1, left: leftOf(pass) - 1, until }
  })
  return { ...value, change }
}

function refuseClosed(pass: Pass, on: Day): void {
  if (isOpenOn(pass, on)) return
  const { id, visits, until, soldOn } = pass
  const why = pass.refunded ? 'refunded' : leftOf(pass) === 0 ? 'used-up' : soldOn > on ? 'not-sold' : 'over'
  throw new LedgerError('pass.not-open', { pass: id, why, visits, until, soldOn })
}
