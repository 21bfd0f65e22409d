import { chmodSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { applicationId } from '../../src/store/sqlite/file.ts'
import { richShop } from '../commands/rich-shop.ts'
import { openShop, type Shop } from '../shop.ts'

const migrations = fileURLToPath(new URL('../../migrations/sqlite', import.meta.url))
const files = readdirSync(migrations).sort()
const versions = files.map((name) => Number(name.slice(0, 4)))

/** A ledger with rows in every table there is. */
async function fullShop(): Promise<Shop> {
  const shop = await richShop()
  for (const line of [
    'lost 5 --why moved -n "to the coast"',
    'group save tea --tag b',
    'want 5 龙井',
    'survey 5 3',
    'person add 3 张经理 --role pays --phone 13700000001',
    'edit 3 --share 40',
    'pass sell 5 10 800',
    'pass use 5',
    'add 重复的',
    'buy 6 20 tea -u',
    'merge 6 --into 5 --yes',
    'occasion add 5 2027-03-01 合同到期',
    'event open 春茶会 2026-12-01 --note 二楼',
    'event came 春茶会 5 --on 2026-11-21',
    'complaint open 5 damp',
    'complaint step 1 1',
    'points adjust 5 10 --reason gift',
    'coupon give SPRING --value 5 --to 5',
    'coupon use SPRING 5',
  ]) {
    const ran = await shop.regulars(line)
    expect(`${ran.exit} ${ran.err}`, line).toMatch(/^0/)
  }
  const file = new Database(shop.db)
  file.exec(`insert into payer (key, customer_id, change_id) values ('wechat:春风', 5, 1)`)
  if (file.prepare(`select 1 from sqlite_schema where name = 'held_out'`).get())
    file.exec(`insert into held_out (customer_id, campaign, "on", change_id) values (5, 'spring', '2026-11-20', 1)`)
  // As a large ledger has them.
  file.exec(`insert into text_block (table_name, first_id, last_id, text) values ('entry', 1, 1, 'tea')`)
  file.exec("insert into purchase_block values (1, 1, x'05', x'00', x'01', null, x'00', '[]')")
  file.close()
  return shop
}

/** The rows of some tables, in some of their columns. */
function content(path: string, tables: Readonly<Record<string, readonly string[]>>): Record<string, unknown[]> {
  const file = new Database(path, { readonly: true })
  const rows = Object.entries(tables).map(([table, columns]) => [
    table,
    file.prepare(`select ${columns.map((name) => `"${name}"`).join(', ')} from "${table}" order by 1, 2`).all(),
  ])
  file.close()
  return Object.fromEntries(rows)
}

/** A ledger as a version wrote it: its migrations alone, and of another ledger all that this version can hold. */
function asVersion(version: number, from: string, path: string): Record<string, string[]> {
  const file = new Database(path).unsafeMode(true)
  file.pragma(`application_id = ${applicationId}`)
  file.pragma('journal_mode = WAL')
  for (const name of files.filter((one) => Number(one.slice(0, 4)) <= version))
    file.exec(readFileSync(join(migrations, name), 'utf8'))
  file.pragma('foreign_keys = OFF')
  file.exec(`attach '${from}' as rich`)
  const names = file
    .prepare(`select name from main.sqlite_schema where type = 'table' and name not like 'sqlite_%' order by 1`)
    .pluck()
    .all() as string[]
  const tables = Object.fromEntries(
    names.map((table) => [
      table,
      (file.pragma(`main.table_info("${table}")`) as { name: string }[]).map(({ name }) => name),
    ]),
  )
  for (const [table, columns] of Object.entries(tables)) {
    const listed = columns.map((name) => `"${name}"`).join(', ')
    file.exec(
      `delete from main."${table}"; insert into main."${table}" (${listed}) select ${listed} from rich."${table}"`,
    )
    expect(file.prepare(`select count(*) from main."${table}"`).pluck().get(), table).toBeGreaterThan(0)
  }
  // What later versions keep of tables that were not there yet is not there either.
  for (const table of ['change_row', 'change_span'])
    file.exec(`delete from main.${table} where table_name not in (${names.map((name) => `'${name}'`).join(', ')})`)
  file.pragma(`user_version = ${version}`)
  expect(file.pragma('main.foreign_key_check')).toEqual([])
  file.exec('detach rich')
  file.close()
  chmodSync(path, 0o600)
  return tables
}

/** Rows of the log, and the ledger's notes of itself. */
const aside = /^change|^ledger$/

async function upgraded(rich: Shop, version: number): Promise<void> {
  const shop = await openShop(false)
  const tables = asVersion(version, rich.db, shop.db)
  const before = content(shop.db, tables)
  const ran = await shop.regulars('doctor --migrate --json')
  expect(ran.exit, ran.out).toBe(0)
  expect(content(shop.db, tables), `version ${version}`).toEqual(before)
  const { findings } = JSON.parse(ran.out) as { findings: { check: string; state: string }[] }
  expect(findings.find(({ check }) => check === 'schema')).toMatchObject({ state: 'fine' })
  // The shop it was, in all that the version knew of.
  for (const line of ['balances', 'contacts', 'log'])
    expect(await shop.json(line), `${version}: ${line}`).toEqual(await rich.json(line))
  // It goes on as any.
  for (const line of ['buy 5 12 tea', 'edit 3 --note neu', 'undo --yes', 'undo --yes'])
    expect((await shop.regulars(line)).exit, `${version}: ${line}`).toBe(0)
  const after = content(shop.db, tables)
  for (const table of Object.keys(tables).filter((name) => !aside.test(name)))
    expect(after[table], `${version}: ${table}`).toEqual(before[table])
}

test('a ledger of every version is brought up to date without loss, content for content', async () => {
  const rich = await fullShop()
  for (const version of versions) await upgraded(rich, version)
}, 60_000)
