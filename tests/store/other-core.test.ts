import { truncateSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { CompiledQuery } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { otherCoreOf } from '../../src/store/other-core.ts'
import { openStore } from '../../src/store/sqlite/open.ts'
import { copied, openShop, type Shop } from '../shop.ts'

const migrations = join(import.meta.dirname, '../../migrations/sqlite')

const teahouse = copied(async () => {
  const shop = await openShop()
  for (const [at, name] of ['Ann', 'Bob', 'Cai', 'Dan', 'Eve'].entries()) {
    await shop.regulars(`add ${name} --birthday 11-2${at}`)
    for (const [month, day] of [
      [3, 1],
      [5, 7 + at],
      [8, 2],
      [9, 20 - at],
    ] as const)
      await shop.regulars(`buy ${name} ${10 * month + at} Longjing --on 2026-${two(month)}-${two(day)}`)
  }
  await shop.regulars('refund Bob 5 --on 2026-09-25')
  await shop.regulars('classify')
  return shop
})
const two = (number: number) => String(number).padStart(2, '0')

/** As if most of it had been deleted: SQLite reads as many pages as the first one says. */
function makeLarge({ db }: Shop): void {
  truncateSync(db, 31_000_000)
}

function openLarge(shop: Shop) {
  makeLarge(shop)
  const store = openStore(shop.db, 'read', { migrations, temporary: shop.folder })
  onTestFinished(() => store.close())
  const core = otherCoreOf(store.db)
  if (!core) throw new Error('no other core')
  return { store, read: <Row>(sql: string) => core.read<Row>(CompiledQuery.raw(sql) as CompiledQuery<Row>) }
}

async function all<Row>(runs: AsyncIterable<Row[]> | null): Promise<Row[] | null> {
  const rows: Row[] = []
  for await (const run of runs ?? []) rows.push(...run)
  return runs && rows
}

const counting = `with recursive n(i) as (select 1 union all select i + 1 from n where i < 9000) select i from n`

test('what another core reads of a large ledger is answered to the letter as without it', async () => {
  const shop = await teahouse()
  const lines = ['due', 'report quadrants']
  const answers = async () => {
    const ran = []
    for (const line of lines) ran.push(await shop.regulars([...line.split(' '), '--json']))
    return ran
  }
  const [small, asked] = [await answers(), [] as string[]]
  makeLarge(shop)
  expect(await answers()).toEqual(small)
  // The purchases of everybody are asked of this core no more.
  const hearer = { asked() {}, answered: (_: object, statement: string) => asked.push(statement) }
  await shop.regulars('due', { hearer })
  expect(asked.filter((one) => /string_agg\("on", ''\)/.test(one))).toEqual([])
  expect(asked.length).toBeGreaterThan(10)
})

test('the rows come in their order, all of them, however many wait', async () => {
  const { read } = openLarge(await teahouse())
  const [one, other] = await Promise.all([read<{ i: number }>(counting), read(`select name from customer order by id`)])
  expect((await all(one))?.map(({ i }) => i)).toEqual(Array.from({ length: 9000 }, (_, at) => at + 1))
  expect(await all(other)).toEqual(['Ann', 'Bob', 'Cai', 'Dan', 'Eve'].map((name) => ({ name })))
})

test('what was written since the ledger was opened is not mixed into what is read of it', async () => {
  const shop = await teahouse()
  const { store, read } = openLarge(shop)
  const sums = 'select sum(amount) as sum from entry'
  const before = store.sqlite.prepare(sums).get()
  expect(await all(await read(sums))).toEqual([before])
  const writing = await read<{ i: number }>(counting)
  await shop.regulars('buy Ann 77')
  // One that had begun goes on; a later one would see more than this core.
  expect(await all(writing)).toHaveLength(9000)
  expect(await read(sums)).toBeNull()
  expect(store.sqlite.prepare(sums).get()).toEqual(before)
})

test('a list during which a till writes is that of the moment it began', async () => {
  const shop = await teahouse()
  const small = await shop.json('report quadrants')
  makeLarge(shop)
  const till = new Database(shop.db)
  onTestFinished(() => void till.close())
  let questions = 0
  const hearer = {
    asked() {
      // The first ones open the ledger.
      if (++questions === 5) till.exec(`update entry set amount = amount + 100000, "on" = '2026-11-20'`)
    },
    answered() {},
  }
  expect(await shop.json('report quadrants', { hearer })).toEqual(small)
  expect(await shop.json('report quadrants')).not.toEqual(small)
})

test('what fails on the other core is told as it would be here', async () => {
  const { read } = openLarge(await teahouse())
  expect(await read('select nothing from nowhere')).toBeNull()
  const late = await read(`select i, case when i > 8000 then json('{') end as broken from (${counting})`)
  const failure = await all(late).catch((error) => error)
  expect(failure).toBeInstanceOf(Database.SqliteError)
  expect([failure.code, failure.message]).toEqual(['SQLITE_ERROR', 'malformed JSON'])
})

test('who stops reading, or closes the ledger, leaves no thread behind', async () => {
  const { store, read } = openLarge(await teahouse())
  const threads = () => process.getActiveResourcesInfo().filter((one) => one === 'Worker').length
  const before = threads()
  for await (const run of (await read(counting)) ?? []) {
    expect(run.length).toBeGreaterThan(0)
    break
  }
  expect(threads()).toBe(before)
  const left = await read(counting)
  await store.close()
  await expect(all(left)).rejects.toThrow('ended before its answer')
  expect(threads()).toBe(before)
})

test('small ledgers, and those that are written, are read here alone', async () => {
  const shop = await teahouse()
  const has = async (intent: 'read' | 'write') => {
    const store = openStore(shop.db, intent, { migrations, temporary: shop.folder })
    const core = otherCoreOf(store.db)
    await store.close()
    return core !== undefined
  }
  expect([await has('read'), await has('write')]).toEqual([false, false])
  makeLarge(shop)
  expect(await has('read')).toBe(true)
  expect(await has('write')).toBe(false)
})
