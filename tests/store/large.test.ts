import { truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openStore } from '../../src/store/sqlite/open.ts'
import { openShop } from '../shop.ts'

const migrations = join(import.meta.dirname, '../../migrations/sqlite')

test('a ledger is large by the size of its file, and what is read of a large one is the same', async () => {
  const shop = await openShop()
  await shop.regulars('add Ann')
  const isLarge = async () => {
    const store = openStore(shop.db, 'read', { migrations, temporary: tmpdir() })
    const large = store.isLarge()
    await store.close()
    return large
  }
  const small = await shop.regulars('list --format csv')
  expect(await isLarge()).toBe(false)
  // As if most of it had been deleted: SQLite reads as many pages as the first one says.
  truncateSync(shop.db, 31_000_000)
  expect(await isLarge()).toBe(true)
  expect(await shop.regulars('list --format csv')).toEqual(small)
})
