import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { agedBalances } from '../../src/ledger/account/aged.ts'
import { mismatches } from '../../src/ledger/backup/mismatches.ts'
import { openBook } from '../../src/ledger/open.ts'
import { openShop, type Shop } from '../shop.ts'

async function reading(shop: Shop) {
  return openBook({
    path: shop.db,
    intent: 'read',
    migrations: join(import.meta.dirname, '../../migrations/sqlite'),
    temporary: shop.folder,
    founding: () => ({ name: '', currency: 'CNY', region: 'CN', timezone: 'Asia/Shanghai', lang: 'en' }),
    today: () => '2026-11-21',
    dayIn: () => '2026-11-21',
    now: () => new Date('2026-11-21T02:00:00Z'),
    by: 'owner',
    dryRun: false,
  })
}

test('a command that reads sees the ledger as it was when it began, from its first query to its last', async () => {
  const shop = await openShop()
  await shop.regulars('add Ann')
  await shop.regulars('buy Ann 10 -u')
  const book = await reading(shop)
  const counted = () => book.store.sqlite.prepare('select count(*) from entry').pluck().get()
  expect(counted()).toBe(1)
  // A till, between two queries of it.
  await shop.regulars('buy Ann 5 -u')
  await shop.regulars('pay Ann 12')
  expect([counted(), (await agedBalances(book)).map(({ balance, days0 }) => [balance, days0])]).toEqual([
    1,
    [['10.00', '10.00']],
  ])
  expect(await mismatches(book)).toEqual({ entries: [], customers: [] })
  book.store.close()
  expect((await shop.json('balances')).map(({ balance }: { balance: string }) => balance)).toEqual(['3.00'])
})

test('an export is all of one moment, however long it takes to write', async () => {
  const shop = await openShop()
  await shop.regulars('add Ann')
  const file = new Database(shop.db)
  const change = file
    .prepare(`insert into change (at, day, by, command) values ('2026-11-21T02:00:00Z', '2026-11-21', 'owner', 'buy')`)
    .run().lastInsertRowid
  const sale = file.prepare(
    `insert into entry (kind, customer_id, "on", amount, by, change_id) values ('purchase', 1, '2026-11-01', ` +
      `100, 'owner', ?)`,
  )
  file.transaction(() => {
    for (let nth = 0; nth < 9000; nth++) sale.run(change)
  })()
  const out = join(shop.folder, 'p.csv')
  // All of them go, as an undo of an import takes them, when the export has read its first page.
  let gone = false
  const hearer = {
    asked: () => {},
    answered(_: object, statement: string) {
      if (gone || !/from "?entry/i.test(statement) || !/limit/i.test(statement)) return
      gone = true
      file.exec('delete from entry')
    },
  }
  expect((await shop.regulars(`export purchases --out ${out}`, { hearer })).exit).toBe(0)
  expect(gone).toBe(true)
  file.close()
  const rows = readFileSync(out, 'utf8').split('\n').length - 2
  expect(rows).toBe(9000)
})

test('while somebody reads, others write', async () => {
  const shop = await openShop()
  const book = await reading(shop)
  await book.db.selectFrom('change').select('id').execute()
  expect((await shop.regulars('add Ann')).exit).toBe(0)
  book.store.close()
})
