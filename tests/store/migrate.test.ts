import { createHash } from 'node:crypto'
import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { applicationId } from '../../src/store/sqlite/file.ts'
import { newestVersion } from '../../src/store/sqlite/migrate.ts'
import { richShop } from '../commands/rich-shop.ts'
import { openShop, type Shop } from '../shop.ts'

const migrations = fileURLToPath(new URL('../../migrations/sqlite', import.meta.url))
const newest = newestVersion(migrations)

/** The tables of the first file version, all of them. */
const firstTables = [
  'alias',
  'change',
  'change_row',
  'change_span',
  'classification',
  'consent',
  'contact',
  'customer',
  'entry',
  'fact',
  'ledger',
  'policy',
  'tag',
  'tier',
]

/**
 * A ledger as the first version wrote it: its one migration alone, with rows in every table; beside it the shop it was
 * filled from.
 */
async function firstLedger(): Promise<{ shop: Shop; rich: Shop }> {
  const rich = await richShop()
  const shop = await openShop(false)
  const file = new Database(shop.db)
  file.pragma(`application_id = ${applicationId}`)
  file.pragma('journal_mode = WAL')
  file.exec(readFileSync(join(migrations, '0001-ledger.sql'), 'utf8'))
  file.pragma('foreign_keys = OFF')
  file.exec(`ATTACH '${rich.db}' AS rich`)
  const tables = file
    .prepare(`SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1`)
    .pluck()
    .all() as string[]
  expect(tables).toEqual(firstTables)
  for (const table of tables) {
    const columns = (file.pragma(`table_info("${table}")`) as { name: string }[])
      .map(({ name }) => `"${name}"`)
      .join(', ')
    file.exec(`INSERT INTO main."${table}" (${columns}) SELECT ${columns} FROM rich."${table}"`)
  }
  file.exec(`INSERT INTO alias (customer_id, former_id, code_key, change_id) SELECT 1, 99, 'old', max(id) FROM change`)
  file.pragma('user_version = 1')
  for (const table of tables)
    expect(file.prepare(`SELECT count(*) FROM main."${table}"`).pluck().get(), table).toBeGreaterThan(0)
  expect(file.pragma('main.foreign_key_check')).toEqual([])
  file.exec('DETACH rich')
  file.pragma('wal_checkpoint(TRUNCATE)')
  file.close()
  chmodSync(shop.db, 0o600)
  return { shop, rich }
}

const bytes = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const beside = ({ folder }: Shop) => readdirSync(folder).filter((name) => name.includes('before-migration'))

/** Columns that later versions added to the first tables. */
const later = new Set(
  'source pay_ref payer payer_linked time bonus bonus_first pass_visits pass_until pass_of'.split(' '),
)

function asAtFirst(row: object): object {
  if ('event_id' in row) return Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'event_id'))
  return 'refund_of' in row ? Object.fromEntries(Object.entries(row).filter(([column]) => !later.has(column))) : row
}

/** Every row of the tables of the first version, and the version. */
function content(path: string): { version: unknown; rows: Record<string, unknown[]> } {
  const file = new Database(path, { readonly: true })
  const rows = Object.fromEntries(
    firstTables.map((table) => [
      table,
      (file.prepare(`SELECT * FROM "${table}" ORDER BY 1, 2`).all() as object[]).map(asAtFirst),
    ]),
  )
  const version = file.pragma('user_version', { simple: true })
  file.close()
  return { version, rows }
}

test.each(['due', 'list', 'show 1', 'report stages', 'group list', 'export all', 'log'])(
  '%s refuses an older ledger, names the way out, and leaves it as it is',
  async (line) => {
    const { shop } = await firstLedger()
    const before = bytes(shop.db)
    const ran = await shop.regulars(line)
    expect(ran).toMatchObject({ exit: 4, out: '' })
    expect(ran.err).toBe(
      `regulars: ${shop.db} is an older ledger (file version 1; this one writes ${newest}).\n  To bring it up to ` +
        'date (a copy is kept): regulars doctor --migrate\n',
    )
    expect((await shop.regulars(`${line} --lang zh`)).err).toBe(
      `regulars: ${shop.db} 是旧版账本（文件版本 1，本程序写 ${newest}）。\n  升级（会先留一份）：regulars doctor --migrate\n`,
    )
    expect(bytes(shop.db)).toBe(before)
    expect(beside(shop)).toEqual([])
  },
)

test('a dry run of a writing command migrates nothing', async () => {
  const { shop } = await firstLedger()
  const before = bytes(shop.db)
  expect((await shop.regulars('buy 4 5 --dry-run')).exit).toBe(4)
  expect(bytes(shop.db)).toBe(before)
})

test('the first writing command brings it up to date, with a copy of what it was left beside', async () => {
  const { shop, rich } = await firstLedger()
  const before = content(shop.db)
  expect((await shop.regulars('group save tea --tag b')).exit).toBe(0)
  const [copy = '', ...more] = beside(shop)
  expect(more).toEqual([])
  expect(content(join(shop.folder, copy))).toEqual(before)
  expect(statSync(join(shop.folder, copy)).mode & 0o777).toBe(0o600)
  const after = content(shop.db)
  expect(after.version).toBe(newest)
  for (const table of firstTables) {
    const logged = ['change', 'change_span'].includes(table) ? 1 : 0
    expect(after.rows[table]?.slice(0, after.rows[table].length - logged), table).toMatchObject(
      before.rows[table] ?? [],
    )
  }
  // It is the shop it was, and goes on as any.
  for (const line of ['due --all', 'balances', 'report stages', 'list'])
    expect(await shop.json(line), line).toEqual(await rich.json(line))
  expect(await shop.json('group list')).toMatchObject([{ name: 'tea', customers: 1 }])
  expect((await shop.regulars('lost 5 --why moved')).exit).toBe(0)
  for (const undone of [1, 2]) expect((await shop.regulars('undo --yes')).exit, String(undone)).toBe(0)
  expect(beside(shop)).toEqual([copy])
  expect((await shop.json('doctor')).sound).toBe(true)
})

test('doctor finds it old, and doctor --migrate brings it up to date', async () => {
  const { shop, rich } = await firstLedger()
  const old = await shop.regulars('doctor --json')
  expect(old.exit).toBe(1)
  expect(JSON.parse(old.out).findings).toContainEqual({
    check: 'version',
    state: 'fault',
    facts: { found: 1, known: newest },
  })
  expect(content(shop.db).version).toBe(1)
  const ran = await shop.regulars('doctor --migrate --json')
  expect(ran.exit, ran.out).toBe(0)
  expect(content(shop.db).version).toBe(newest)
  expect(beside(shop)).toHaveLength(1)
  expect(await shop.json('list')).toEqual(await rich.json('list'))
})

test('restore takes an old backup, brings the copy up to date and leaves the backup alone', async () => {
  const { shop: old, rich } = await firstLedger()
  const before = bytes(old.db)
  const shop = await openShop()
  const ran = await shop.regulars(['restore', old.db, '--yes'])
  expect(ran.exit, ran.err).toBe(0)
  expect(content(shop.db).version).toBe(newest)
  expect(bytes(old.db)).toBe(before)
  expect(await shop.json('balances')).toEqual(await rich.json('balances'))
  expect((await shop.regulars('group save tea --tag b')).exit).toBe(0)
})

test('import all reads what the first version exported', async () => {
  const { rich } = await firstLedger()
  const [head = '', ...lines] = (await rich.regulars('export all')).out.split('\n')
  const header = JSON.parse(head)
  expect(header.schema).toBe(newest)
  const { saved_group: groups, loss: losses, ...rows } = header.rows
  expect({ groups, losses }).toEqual({ groups: 0, losses: 0 })
  const shop = await openShop()
  const ran = await shop.regulars('import all - --yes', {
    stdin: [JSON.stringify({ ...header, schema: 1, rows }), ...lines].join('\n'),
  })
  expect(ran.exit, ran.err).toBe(0)
  expect((await shop.regulars('export all')).out.split('\n').slice(1)).toEqual(lines)
  expect(await shop.json('group list')).toEqual([])
})
