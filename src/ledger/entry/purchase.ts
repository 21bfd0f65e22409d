import type { Book } from '../book.ts'
import { recordChange } from '../change/record.ts'
import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'

export interface NewPurchase {
  /** null: a walk-in. */
  readonly customerId: number | null
  readonly on: Day
  /** What was to be paid, after discount. */
  readonly amount: Minor
  readonly item: string | null
}

/** Records a purchase paid in full. */
export async function recordPurchase(book: Book, wanted: NewPurchase): Promise<{ id: number; change: number | null }> {
  const { value, change } = await recordChange(book, 'buy', async (db, change) => {
    const { id } = await db
      .insertInto('entry')
      .values({
        kind: 'purchase',
        customer_id: wanted.customerId,
        on: wanted.on,
        amount: wanted.amount,
        item: wanted.item,
        paid: wanted.amount,
        by: book.by,
        change_id: change.id,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    Object.assign(change.facts, { entryId: id, customerId: wanted.customerId })
    return id
  })
  return { id: value, change }
}
