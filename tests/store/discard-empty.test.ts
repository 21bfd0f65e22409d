import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { discardEmpty } from '../../src/store/sqlite/discard-empty.ts'
import { openStore } from '../../src/store/sqlite/open.ts'
import { openShop, type Shop } from '../shop.ts'

/** Past the size from which a file is not rehearsed before its ledger is made. */
const large = 4_100_000
const long = 'x'.repeat(1000)
const migrations = join(import.meta.dirname, '../../migrations/sqlite')

function put(shop: Shop, name: string, text: string): string {
  const path = join(shop.folder, name)
  writeFileSync(path, text)
  return path
}

const ledgerFiles = (shop: Shop) => readdirSync(shop.folder).filter((name) => name.startsWith('shop.db'))

async function wholeWithBadLine(): Promise<string> {
  const full = await openShop()
  await full.regulars('add Ann')
  const lines = (await full.regulars('export all')).out.split('\n')
  return lines.map((line) => line.replace('"name":"Ann"', '"name":5')).join('\n')
}

describe('a ledger made for what came to nothing is gone again', () => {
  test.each([
    ['every row rejected', 'customers', () => `phone,name\n${`12345,${long}\n`.repeat(large / 1000)}`, 1],
    ['broken further down', 'customers', () => `name,notes\n${`A,${long}\n`.repeat(large / 1000)}B,"open\n`, 1],
    [
      'a purchase of nobody',
      'purchases',
      () => `customer,on,amount,item\n${`Nobody,2026-11-01,5,${long}\n`.repeat(large / 1000)}`,
      1,
    ],
    ['a whole export with a bad line', 'all', wholeWithBadLine, 1],
  ])('%s', { timeout: 60_000 }, async (_, kind, text, exit) => {
    const shop = await openShop(false)
    const path = put(shop, 'file', await text())
    const ran = await shop.regulars(['import', kind, path])
    expect([ran.exit, ledgerFiles(shop)]).toEqual([exit, []])
    expect(ran.err).toContain(`Nothing was written down: no ledger was left at ${shop.db}`)
    expect((await shop.regulars(['import', kind, path], { env: { REGULARS_LANG: 'zh' } })).err).toContain(
      `什么也没记下，没有留下账本：${shop.db}`,
    )
    expect((await shop.regulars('list')).exit).toBe(4)
  })

  test('by add too; init is there to make one', async () => {
    const shop = await openShop(false)
    expect([(await shop.regulars('add Ann --phone 12')).exit, ledgerFiles(shop)]).toEqual([2, []])
    expect([(await shop.regulars('init')).exit, existsSync(shop.db)]).toEqual([0, true])
    expect([(await shop.regulars('add Ann --phone 12')).exit, existsSync(shop.db)]).toEqual([2, true])
  })
})

describe('it stays', () => {
  test('with what was written down in it', async () => {
    const shop = await openShop()
    await shop.regulars('add Ann')
    expect([
      discardEmpty(openStore(shop.db, 'write', { migrations, temporary: shop.folder })),
      existsSync(shop.db),
    ]).toEqual([false, true])
    expect(await shop.json('list')).toHaveLength(1)
  })

  test('when somebody else has it open', async () => {
    const shop = await openShop()
    const other = new Database(shop.db)
    other.prepare('SELECT 1 FROM change').get()
    expect([
      discardEmpty(openStore(shop.db, 'write', { migrations, temporary: shop.folder })),
      existsSync(shop.db),
    ]).toEqual([false, true])
    other.close()
    expect([
      discardEmpty(openStore(shop.db, 'write', { migrations, temporary: shop.folder })),
      ledgerFiles(shop),
    ]).toEqual([true, []])
  })
})
