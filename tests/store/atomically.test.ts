import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/sqlite/open.ts'
import { atomically } from '../../src/store/transaction.ts'
import { openShop } from '../shop.ts'

test('where there is no room left, that is said, nothing is kept, and the next one is not in the way', async () => {
  const shop = await openShop()
  const { db, sqlite, close } = openStore(shop.db, 'write', {
    migrations: join(import.meta.dirname, '../../migrations/sqlite'),
    temporary: shop.folder,
  })
  const pages = Number(sqlite.pragma('page_count', { simple: true }))
  sqlite.pragma(`max_page_count = ${pages + 2}`)
  const note = (size: number) =>
    atomically(db, (tx) => sql`INSERT INTO ledger (key, value) VALUES ('note', ${'x'.repeat(size)})`.execute(tx))
  await expect(note(100_000)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  await note(10)
  expect(sqlite.prepare(`SELECT value FROM ledger WHERE key = 'note'`).pluck().all()).toEqual(['x'.repeat(10)])
  close()
})
