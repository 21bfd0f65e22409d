import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Book } from '../src/ledger/book/book.ts'
import { openBook } from '../src/ledger/open.ts'
import type { Shop } from './shop.ts'

/** The ledger of a shop opened as a library, as of a day: for what no command line shows. */
export async function bookOf(shop: Shop, today: string): Promise<Book> {
  const book = await openBook({
    path: shop.db,
    intent: 'write',
    migrations: fileURLToPath(new URL('../migrations/sqlite', import.meta.url)),
    temporary: shop.folder,
    founding: () => ({ name: '', currency: 'CNY', region: 'CN', timezone: 'Asia/Shanghai', lang: 'en' }),
    today: () => today,
    dayIn: () => today,
    now: () => new Date(`${today}T02:00:00Z`),
    by: 'owner',
    dryRun: false,
  })
  onTestFinished(() => book.store.close())
  return book
}

/** A customer put into the ledger past the commands, in the newest change, whatever the engine. */
export async function plainCustomer({ db, today }: Book): Promise<number> {
  const newest = (table: 'customer' | 'change') =>
    db
      .selectFrom(table)
      .select(({ fn }) => fn.max('id').as('id'))
      .executeTakeFirstOrThrow()
  const [customer, change] = [await newest('customer'), await newest('change')]
  const id = (customer.id ?? 0) + 1
  const named = { name: 'Wang', name_key: 'wang', entered_on: today }
  await db
    .insertInto('customer')
    .values({ id, ...named, change_id: change.id })
    .execute()
  return id
}
