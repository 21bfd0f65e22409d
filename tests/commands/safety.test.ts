import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { linesLike } from '../lines-like.ts'
import { openShop, type Shop } from '../shop.ts'

async function teahouse(): Promise<Shop> {
  const shop = await openShop()
  await shop.regulars('add 陈静 --phone 13800138000')
  await shop.regulars('buy 陈静 60')
  return shop
}

test('backup goes to a dated file in a folder of its own, for its owner alone; it says: not encrypted', async () => {
  const shop = await teahouse()
  const path = join(shop.folder, 'backups', 'regulars-2026-11-21-1000.db')
  const ran = await shop.regulars('backup')
  expect(ran.exit).toBe(0)
  expect(ran.out).toMatch(
    linesLike(
      '^Backed up and read back: .*regulars-2026-11-21-1000\\.db \\([\\d.]+ kB, 1 customer\\)',
      'Not encrypted: who finds it finds 1 customer with phones and purchases\\.\\n$',
    ),
  )
  expect(statSync(path).mode & 0o777).toBe(0o600)
  expect(statSync(join(shop.folder, 'backups')).mode & 0o777).toBe(0o700)
  expect(readdirSync(join(shop.folder, 'backups'))).toEqual(['regulars-2026-11-21-1000.db'])
  expect(new Database(path).prepare('select count(*) as n from entry').get()).toEqual({ n: 1 })
})

test('backup --keep leaves the newest of this ledger alone, and other files and other shops as they are', async () => {
  const shop = await teahouse()
  const folder = join(shop.folder, 'usb')
  mkdirSync(folder)
  writeFileSync(join(folder, 'regulars-2020-01-01-0000.db'), 'not a ledger')
  writeFileSync(join(folder, 'photo.jpg'), '')
  const other = await openShop()
  await other.regulars(`backup ${folder}/`, { now: new Date('2026-11-01T02:00:00Z') })
  for (const day of [17, 18, 19, 20, 21])
    await shop.regulars(`backup ${folder} --keep 2`, { now: new Date(`2026-11-${day}T02:00:00Z`) })
  expect(readdirSync(folder).sort()).toEqual([
    'photo.jpg',
    'regulars-2020-01-01-0000.db',
    'regulars-2026-11-01-1000.db',
    'regulars-2026-11-20-1000.db',
    'regulars-2026-11-21-1000.db',
  ])
  expect((await shop.json(`backup ${folder} --keep 1`)).removed).toHaveLength(2)
})

test('backup writes over a backup, never over something else or the ledger itself', async () => {
  const shop = await teahouse()
  const file = join(shop.folder, 'copy.db')
  expect((await shop.regulars(`backup ${file}`)).exit).toBe(0)
  await shop.regulars('buy 陈静 5')
  expect(await shop.json(`backup ${file}`)).toMatchObject({ path: file, customers: 1, purchases: 2, removed: [] })
  const letter = join(shop.folder, 'letter.txt')
  writeFileSync(letter, 'dear')
  expect(await shop.regulars(`backup ${letter}`)).toEqual({
    exit: 1,
    out: '',
    err:
      `regulars: ${letter} is something else, not a backup; it was left as it is.\n  Name a folder or a new file. ` +
      'Examples: regulars help backup\n',
  })
  expect(readFileSync(letter, 'utf8')).toBe('dear')
  expect((await shop.regulars(`backup ${shop.db}`)).exit).toBe(1)
  expect((await shop.regulars(`backup ${file} --keep 3`)).exit).toBe(2)
})

test('a backup goes into no folder that is not there', async () => {
  const shop = await teahouse()
  const ran = await shop.regulars(`backup ${shop.folder}/nowhere/copy.db`)
  expect(ran).toEqual({
    exit: 2,
    out: '',
    err:
      `regulars: No such folder: ${shop.folder}/nowhere.\n  Is the disk plugged in? To make the folder: mkdir -p ` +
      `${shop.folder}/nowhere\n`,
  })
  expect((await shop.regulars(`backup ${shop.folder}/nowhere/`)).exit).toBe(2)
  expect(existsSync(join(shop.folder, 'nowhere'))).toBe(false)
})

test('restore says what is in the backup, needs a yes, and keeps the ledger it replaces', async () => {
  const shop = await teahouse()
  const file = join(shop.folder, 'copy.db')
  await shop.regulars('add 刘敏 --owes 20')
  await shop.regulars(`backup ${file}`)
  await shop.regulars('buy 陈静 5')
  const unanswered = await shop.regulars(`restore ${file}`)
  expect(unanswered).toEqual({
    exit: 2,
    out: '',
    err:
      'The backup is whole: 2026-11-21 10:00, 2 customers, 1 purchase, owed ¥20.00\nregulars: restore asks first, ' +
      `and nobody is here to answer.\n  To go ahead: regulars restore ${shop.folder}/copy.db --yes\n`,
  })
  expect((await shop.regulars(`restore ${file} --dry-run`)).out).toBe(`Would take the place of ${shop.db}.\n`)
  expect(await shop.json('purchases')).toHaveLength(2)
  const restored = await shop.json(`restore ${file} --yes`)
  const aside = `${shop.db}.replaced-2026-11-21-1000`
  expect(restored).toMatchObject({
    path: shop.db,
    from: file,
    replaced: aside,
    customers: 2,
    purchases: 1,
    owed: '20.00',
  })
  expect(await shop.json('purchases')).toHaveLength(1)
  expect(await shop.json('purchases', { env: { REGULARS_DB: aside } })).toHaveLength(2)
  await shop.regulars('buy 陈静 7')
  expect(statSync(shop.db).mode & 0o777).toBe(0o600)
  expect((await shop.regulars(`restore ${aside} --yes`)).exit).toBe(0)
  expect(await shop.json('purchases')).toHaveLength(2)
  expect(readdirSync(shop.folder).filter((name) => /restoring|part/.test(name))).toEqual([])
})

test('restore puts the ledger on a bare computer, in Chinese too', async () => {
  const shop = await teahouse()
  const file = join(shop.folder, 'copy.db')
  await shop.regulars(`backup ${file}`)
  const fresh = join(shop.folder, 'new', 'shop.db')
  expect(await shop.regulars(`restore ${file} --yes --lang zh`, { env: { REGULARS_DB: fresh } })).toEqual({
    exit: 0,
    out: `这里还没有账本，已放到 ${fresh}\n`,
    err: '备份完好：2026-11-21 10:00，客户 1，消费 1，欠款 ¥0.00\n',
  })
  expect(await shop.json('purchases', { env: { REGULARS_DB: fresh } })).toHaveLength(1)
})

test('restore refuses what is no whole ledger, and touches neither file', async () => {
  const shop = await teahouse()
  const before = readFileSync(shop.db)
  const letter = join(shop.folder, 'letter.txt')
  writeFileSync(letter, 'dear')
  expect((await shop.regulars(`restore ${letter} --yes`)).err).toContain(
    `${letter} is not a ledger of regulars; it was left as it is.`,
  )
  expect((await shop.regulars(`restore ${shop.folder}/none.db --yes`)).exit).toBe(2)
  const torn = join(shop.folder, 'torn.db')
  await shop.regulars(`backup ${torn}`)
  truncateSync(torn, 60_000)
  expect(await shop.regulars(`restore ${torn} --yes`)).toMatchObject({ exit: 4, out: '' })
  const again = join(shop.folder, 'other.db')
  writeFileSync(again, 'a novel')
  await shop.regulars(`backup ${shop.folder}/copy.db`)
  expect((await shop.regulars(`restore ${shop.folder}/copy.db --yes --db ${again}`)).exit).toBe(4)
  expect(readFileSync(again, 'utf8')).toBe('a novel')
  expect(before.length).toBe(readFileSync(shop.db).length)
})

const states = async (shop: Shop, line = 'doctor') => {
  const ran = await shop.regulars(`${line} --json`)
  const { findings, sound } = JSON.parse(ran.out)
  return {
    exit: ran.exit,
    sound,
    wrong: findings
      .filter(({ state }: { state: string }) => state !== 'fine')
      .map(({ check, state }: { check: string; state: string }) => `${check} ${state}`),
  }
}

test('doctor finds a sound ledger sound, and says what would be good', async () => {
  const shop = await teahouse()
  expect(await states(shop)).toEqual({ exit: 0, sound: true, wrong: ['tiers note', 'backup note'] })
  await shop.regulars('classify')
  await shop.regulars('backup')
  expect(await states(shop)).toEqual({ exit: 0, sound: true, wrong: [] })
  expect(await shop.regulars('doctor --quiet')).toEqual({ exit: 0, out: '', err: '' })
  expect(await states(shop, 'doctor --today 2026-12-21')).toMatchObject({ wrong: ['tiers note'] })
})

test.each([
  ['sums', 'update entry set owed = 7 where id = 1', 1, 'sums fault'],
  ['a missing index', 'drop index entry_by_ref', 1, 'schema fault'],
  ['a strange table', 'create table other (a)', 1, 'schema fault'],
  [
    'a row that names nobody',
    'pragma foreign_keys = off; update entry set customer_id = 99 where id = 1',
    4,
    'references damage',
  ],
  [
    'an unknown zone',
    `update ledger set value = 'UTC' where key = 'timezone'; pragma user_version = 0`,
    4,
    'version fault',
  ],
])('doctor finds %s', async (_, sql, exit, wrong) => {
  const shop = await teahouse()
  const file = new Database(shop.db)
  file.exec(sql)
  file.close()
  const found = await states(shop)
  expect(found.wrong).toContain(wrong)
  expect(found.sound).toBe(false)
  if (wrong !== 'version fault') expect(found.exit).toBe(exit)
})

test('doctor finds a torn file, names the backup to go back to, and leaves it as it is', async () => {
  const shop = await teahouse()
  await shop.regulars('backup')
  const file = new Database(shop.db)
  file.pragma('journal_mode = DELETE')
  file.close()
  truncateSync(shop.db, 100_000)
  const before = readFileSync(shop.db)
  const ran = await shop.regulars('doctor')
  expect(ran.exit).toBe(4)
  expect(ran.out).toContain('FAULT  the file is damaged')
  expect(ran.out).toContain(`regulars restore ${join(shop.folder, 'backups', 'regulars-2026-11-21-1000.db')}`)
  expect(readFileSync(shop.db).equals(before)).toBe(true)
  const [backup = ''] = readdirSync(join(shop.folder, 'backups'))
  expect((await shop.regulars(`restore ${join(shop.folder, 'backups', backup)} --yes`)).exit).toBe(0)
  expect((await states(shop)).exit).toBe(0)
})

test('doctor sees a ledger that others can open, or that a sync client carries away', async () => {
  const shop = await teahouse()
  chmodSync(shop.db, 0o644)
  expect((await shop.regulars('doctor')).out).toContain(
    'FAULT  others on this computer can open the file (644): chmod 600 FILE',
  )
  for (const name of ['Dropbox', 'OneDrive - Tea', '坚果云', 'Nutstore Files']) {
    const folder = join(shop.folder, name)
    mkdirSync(folder)
    copyFileSync(shop.db, join(folder, 'shop.db'))
    chmodSync(join(folder, 'shop.db'), 0o600)
    expect((await states(shop, `doctor --db "${folder}/shop.db"`)).wrong).toContain('place fault')
  }
})

test('doctor --duplicates and --data show what may be one, and what looks odd', async () => {
  const shop = await teahouse()
  await shop.regulars('add 陈明 --phone 13800138000 --same-phone')
  await shop.regulars('add 陈静')
  const file = new Database(shop.db)
  file.exec(`update customer set birthday = 'never' where id = 2; update entry set "on" = '2027-01-01' where id = 1`)
  file.close()
  expect((await shop.json('doctor --duplicates')).suspicions).toEqual([
    {
      what: 'same-phone',
      shared: '+8613800138000',
      customers: [
        { id: 1, name: '陈静' },
        { id: 2, name: '陈明' },
      ],
    },
    {
      what: 'same-name',
      shared: '陈静',
      customers: [
        { id: 1, name: '陈静' },
        { id: 3, name: '陈静' },
      ],
    },
  ])
  expect((await shop.regulars('doctor --data --lang zh')).out).toContain(
    [
      '值得看一眼：',
      '  电话相同 138 0013 8000：陈静 #1、陈明 #2',
      '  姓名相同：陈静 #1、陈静 #3',
      '  日子还没到的单：1',
      '  生日看不懂的客户：2',
      '',
    ].join('\n'),
  )
})
