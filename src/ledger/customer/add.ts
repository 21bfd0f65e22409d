import type { Book } from '../book.ts'
import { recordChange } from '../change/record.ts'
import { spell } from './spelling.ts'

export interface NewCustomer {
  readonly name: string
  /** E.164. */
  readonly phone?: string | undefined
}

/** Adds a customer and returns their id and the change's number (null in a dry run). */
export async function addCustomer(book: Book, wanted: NewCustomer): Promise<{ id: number; change: number | null }> {
  const spelling = await spell(wanted.name)
  const { value, change } = await recordChange(book, 'add', async (db, change) => {
    const { id } = await db
      .insertInto('customer')
      .values({ name: wanted.name, ...spelling, phone: wanted.phone ?? null, joined_on: book.today, entered_on: book.today, change_id: change.id })
      .returning('id')
      .executeTakeFirstOrThrow()
    change.facts['customerId'] = id
    return id
  })
  return { id: value, change }
}
