import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { closedTexts, fateOf, ownTables, ownTexts, shopTexts } from '../../src/ledger/customer/forget/texts.ts'
import { openShop, type Shop } from '../shop.ts'
import { richShop } from './rich-shop.ts'

async function typed(shop: Shop, ...lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    const ran = await shop.regulars(line)
    expect(ran.exit, `${line}: ${ran.err}`).toBe(0)
  }
}

/** Which of these texts stand in which file of a folder, whatever it is. */
function foundIn(folder: string, texts: readonly string[]): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => {
    const path = join(folder, name)
    if (!statSync(path).isFile()) return []
    const bytes = readFileSync(path)
    return texts.filter((text) => bytes.includes(Buffer.from(text))).map((text) => `${name}: ${text}`)
  })
}

const secrets = [
  '欧阳雪莲',
  'ouyangxuelian',
  '湖滨路',
  '13800138001',
  'oyxl_wx',
  'xl@example.com',
  '雪莲姐',
  'V7788',
  '女儿在读书',
  '荀彧文',
  '13800138004',
  '春风十里',
  '送到湖边',
  '嫌贵才走',
  '只要明前',
  '店庆那天',
  '爱下棋',
  '茶太苦了',
  '改过的备注',
  '旧名字',
]

/** A shop in which one customer left traces wherever there are any. */
async function tracedShop(): Promise<Shop> {
  const shop = await openShop()
  await typed(
    shop,
    'add 王小明 --phone 13900139000',
    'add 旧名字 --phone 13800138001 --wechat oyxl_wx --email xl@example.com --called 雪莲姐 --code V7788 --address 湖滨路 ' +
      '--note 女儿在读书 --set 爱好=爱下棋 --kind firm --birthday 05-06',
    'edit 2 --name 欧阳雪莲',
    'person add 2 荀彧文 --phone 13800138004 --role pays',
    'person add 2 走了的 --phone 13800138001',
    'person remove 2 走了的',
    'buy 2 100 tea -n 送到湖边 -u',
    'buy 1 40 cake',
    'refund 1 30 --reason 送给欧阳雪莲的',
    'pay 2 20 -n 送到湖边',
    'done 2 -n 女儿在读书 --gift 送到湖边 --campaign spring',
    'note 2 改过的备注',
    'edit 2 --note 改过的备注又改',
    'lost 2 --why price -n 嫌贵才走',
    'want 2 只要明前',
    'occasion add 2 12-24 店庆那天 --every year',
    'survey 2 2',
    'pin 2 A --reason 雪莲姐是老熟人',
    'tag 2 +湖滨路',
    'group save 雪莲姐一家 --tag 湖滨路',
    'group save 家 --where 爱好=爱下棋',
    'group save vips --tier A',
    'add 欧阳雪莲 --birthday 06-07',
    'merge 3 --into 2 --yes',
    'classify',
  )
  const file = new Database(shop.db)
  file.exec(
    'insert into entry (kind, customer_id, "on", amount, paid, payer, pay_ref, by, change_id) values ' +
      `('purchase', null, '2026-11-01', 500, 500, 'wechat:春风十里', 'p1', 'owner', 1)`,
  )
  file.exec(`update survey set comment = '茶太苦了'`)
  file.close()
  await typed(shop, 'payer link wechat:春风十里 2')
  return shop
}

const figures = [
  'report summary',
  'report day',
  'report items',
  'report sources',
  'report satisfaction',
  'report rates',
]

/** Sums and counts, without names. */
async function totals(shop: Shop): Promise<unknown[]> {
  const found: unknown[] = []
  for (const line of figures)
    found.push(
      JSON.parse(
        JSON.stringify(await shop.json(line), (key, value) =>
          ['name', 'reason', 'tags'].includes(key) ? undefined : value,
        ),
      ),
    )
  return found
}

test('nothing of a forgotten person is in any byte of the folder, and every total stands', async () => {
  const shop = await tracedShop()
  expect(foundIn(shop.folder, secrets).length).toBeGreaterThan(secrets.length - 3)
  const before = await totals(shop)
  // What a backup that was stopped left behind two days ago.
  const part = `${shop.db}.part-x-1-0123abcd`
  copyFileSync(shop.db, part)
  utimesSync(part, Date.now() / 1000 - 200_000, Date.now() / 1000 - 200_000)
  const forgotten = await shop.json('forget 2 --yes')
  expect(existsSync(part)).toBe(false)
  expect(forgotten).toMatchObject({
    customerId: 2,
    entries: 4,
    contacts: 1,
    balance: '50.00',
    groups: 2,
    elsewhere: [],
    copies: [],
  })
  expect(foundIn(shop.folder, secrets)).toEqual([])
  expect(await totals(shop)).toEqual(before)
  expect((await shop.json('group list')).map(({ name }: { name: string }) => name)).toContain('vips')
  for (const asked of ['2', 'id:2', 'id:3', '欧阳雪莲', '13800138001', 'V7788'])
    expect((await shop.regulars(`show ${asked}`)).exit, asked).toBe(1)
  for (const line of ['list', 'list --archived'])
    expect(
      (await shop.json(line)).map(({ id }: { id: number }) => id),
      line,
    ).toEqual([1])
  expect(await shop.json('list --tier A')).toEqual([])
  expect(await shop.json('find 雪莲')).toEqual([])
  expect((await shop.json('doctor')).sound).toBe(true)
  expect((await shop.regulars('due')).out).not.toContain('#2')
  expect((await shop.regulars('log')).out).toContain('#2 forgotten')
})

test('nothing of what was done before can be taken back, nor the forgetting itself', async () => {
  const shop = await tracedShop()
  const before = await shop.json<{ change: number; command: string; facts: { customerId?: number } }[]>('log')
  await typed(shop, 'forget 2 --yes')
  const [newest] = await shop.json<{ change: number }[]>('log')
  for (const { change, facts } of [
    ...before.filter(({ facts }) => facts.customerId === 2),
    { change: newest?.change ?? 0, facts: {} },
  ]) {
    const ran = await shop.regulars(`undo ${change} --yes --json`)
    expect(ran.exit, `${change} ${JSON.stringify(facts)}`).toBe(1)
    expect(JSON.parse(ran.err).error.code, `${change} ${JSON.stringify(facts)}`).toBe('change.not-undoable')
  }
})

test('held up by a reader it is forgotten and says so; doctor ends it', async () => {
  const shop = await tracedShop()
  const reader = new Database(shop.db, { readonly: true })
  reader.exec('begin')
  reader.prepare('select count(*) from customer').get()
  const ran = await shop.regulars('forget 2 --yes')
  expect(ran.exit).toBe(1)
  expect(ran.err).toContain('Forgotten, not yet wiped')
  expect((await shop.regulars('show 2')).exit).toBe(1)
  const blocked = await shop.regulars('doctor')
  expect(blocked.exit).toBe(1)
  expect(blocked.out).toContain('FAULT  somebody was forgotten, and the file is not yet wiped')
  reader.close()
  const ended = await shop.regulars('doctor')
  expect(ended.exit).toBe(0)
  expect(ended.out).toContain('it is wiped now')
  expect(foundIn(shop.folder, secrets)).toEqual([])
  expect((await shop.regulars('doctor')).out).not.toContain('wiped')
})

test('copies of the ledger and texts of others that still name them are told', async () => {
  const shop = await tracedShop()
  await typed(shop, 'backup', 'note 1 "zhu欧阳雪莲家隔壁"', 'person add 1 欧阳雪莲 --role uses')
  const forgotten = await shop.json('forget 2 --yes')
  expect(forgotten.elsewhere).toEqual([
    { table: 'person', id: expect.any(Number), customerId: 1 },
    { table: 'customer', id: 1, customerId: 1 },
  ])
  expect(forgotten.copies).toEqual([expect.stringContaining('/backups/regulars-2026-11-21-')])
  const left = foundIn(shop.folder, secrets).filter((found) => !found.startsWith('backups/'))
  expect(left).toEqual(['shop.db: 欧阳雪莲'])
})

test('it asks; a dry run and a no change nothing; where nobody can answer it needs --yes', async () => {
  const shop = await tracedShop()
  const bytes = () => (new Database(shop.db, { readonly: true }).serialize() as Buffer).toString('latin1')
  const before = bytes()
  expect((await shop.regulars('forget 2 --dry-run --lang zh')).out).toContain('将彻底删除 欧阳雪莲 #2 的资料')
  expect((await shop.regulars('forget 2', { keys: 'n\r', columns: 80 })).err).toContain('It cannot be undone.')
  expect((await shop.regulars('forget 2')).exit).toBe(2)
  expect(bytes()).toBe(before)
})

test('a family phone, a namesake and the words of a shop stay with those who have them too', async () => {
  const shop = await openShop()
  await typed(
    shop,
    'add 王芳 --phone 13800138000',
    'add 王芳 --phone 13800138000 --same-phone --birthday 05-06',
    'buy 1 5 tea',
    'forget 1 --yes',
  )
  expect(await shop.json('show 2')).toMatchObject({ name: '王芳', phone: '+8613800138000' })
  expect((await shop.json('report items'))[0].item).toBe('tea')
})

test('a whole export carries on that somebody was forgotten', async () => {
  const shop = await tracedShop()
  await typed(shop, 'forget 2 --yes')
  for (const line of [
    'export customers',
    'export customers --json',
    'export purchases',
    'export contacts',
    'export birthdays',
  ])
    expect((await shop.regulars(line)).out, line).not.toContain('—')
  const out = (await shop.regulars('export all')).out
  const other = await openShop(false)
  expect((await other.regulars('import all - --yes', { stdin: out })).exit).toBe(0)
  expect((await other.regulars('export all')).out).toBe(out)
  expect((await other.regulars('show id:2')).exit).toBe(1)
})

test('what becomes of every text of every table that names a customer is written down', async () => {
  const shop = await richShop()
  const file = new Database(shop.db, { readonly: true })
  const keys = file
    .prepare(
      'select m.name as child, f."table" as parent from sqlite_master m, pragma_foreign_key_list(m.name) f where ' +
        `m.type = 'table'`,
    )
    .all() as { child: string; parent: string }[]
  const tables = new Set(keys.filter(({ parent }) => parent === 'customer').map(({ child }) => child))
  for (let size = 0; size !== tables.size; ) {
    size = tables.size
    for (const { child, parent } of keys) if (tables.has(parent) && parent !== 'customer') tables.add(child)
  }
  tables.delete('customer')
  const unlisted = [...tables].flatMap((table) =>
    (file.prepare(`select name, type from pragma_table_info(?)`).all(table) as { name: string; type: string }[])
      .filter(({ name, type }) => type === 'TEXT' && !ownTables.has(table) && fateOf(table, name, false) === 'emptied')
      .filter(({ name }) => !ownTexts.has(name) && !ownTexts.has(`${table}.${name}`))
      .map(({ name }) => `${table}.${name}`),
  )
  file.close()
  expect(unlisted, 'say in forget/texts.ts whether these are kept or emptied').toEqual([])
  const twice = [...closedTexts].filter((name) => shopTexts.has(name) || ownTexts.has(name))
  expect(twice).toEqual([])
})

/** The first word a column's rule lists, where it has one. */
function listedWord(sql: string, column: string): string | undefined {
  return new RegExp(`CHECK \\(\\s*"?${column}"? (?:IN \\(|= )'([^']+)'`).exec(sql)?.[1]
}

/**
 * Puts a row of a customer into every table that names one, or tells more of such a row: a secret in each free text.
 */
function traceEverywhere(path: string, customerId: number): string[] {
  const file = new Database(path)
  file.pragma('foreign_keys = OFF')
  const tables = file.prepare(`select name, sql from sqlite_master where type = 'table'`).all() as {
    name: string
    sql: string
  }[]
  const written: string[] = []
  const rows = new Map<string, number>([['customer', customerId]])
  for (let grew = true; grew; ) {
    grew = false
    for (const { name: table, sql } of tables) {
      const keys = file.pragma(`foreign_key_list("${table}")`) as { from: string; table: string }[]
      if (rows.has(table) || !keys.some((key) => rows.has(key.table)) || table.startsWith('change')) continue
      const values = (
        file.pragma(`table_info("${table}")`) as { name: string; type: string; notnull: number; pk: number }[]
      )
        .filter(({ pk }) => pk === 0)
        .flatMap(({ name, type, notnull }): [string, unknown][] => {
          const key = keys.find((one) => one.from === name)
          if (key) return notnull === 1 || rows.has(key.table) ? [[name, rows.get(key.table) ?? 1]] : []
          if (type !== 'TEXT') return notnull === 1 || name === 'step' ? [[name, 1]] : []
          const listed = listedWord(sql, name)
          if (listed !== undefined) return [[name, listed]]
          if (fateOf(table, name, false) === 'kept' && !ownTables.has(table))
            return notnull === 1 ? [[name, '2026-11-01']] : []
          const secret = `私话${table}${name}`
          written.push(secret)
          return [[name, fateOf(table, name, false) === 'unless-named' ? `${secret}送欧阳雪莲` : secret]]
        })
      const made = file
        .prepare(`insert into "${table}" (${values.map(([name]) => `"${name}"`)}) values (${values.map(() => '?')})`)
        .run(...values.map(([, value]) => value))
      rows.set(table, Number(made.lastInsertRowid))
      grew = true
    }
  }
  file.close()
  return written
}

test('whatever tables there are, no free text of theirs is left in any of them', async () => {
  const shop = await openShop()
  await typed(shop, 'add 欧阳雪莲', 'add 别人')
  const written = traceEverywhere(shop.db, 1)
  expect(written.length).toBeGreaterThan(20)
  expect(foundIn(shop.folder, written).length).toBeGreaterThanOrEqual(written.length)
  await typed(shop, 'forget 1 --yes')
  expect(foundIn(shop.folder, written)).toEqual([])
})
