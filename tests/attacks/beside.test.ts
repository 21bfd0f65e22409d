import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/**
 * A ledger with a customer, and a file that holds what a till killed in the middle leaves: the ledger with its log full
 * of sales.
 */
async function killedTill(): Promise<{ shop: Shop; wal: string }> {
  const shop = await openShop()
  await shop.regulars('add Ann --phone 13800138000')
  const file = new Database(shop.db)
  file.pragma('wal_autocheckpoint = 0')
  const change = file.prepare(
    `insert into change (at, day, by, command) values ('2026-11-21T02:00:00Z', '2026-11-21', 'owner', 'buy')`,
  )
  const sale = file.prepare(
    `insert into entry (kind, customer_id, "on", amount, owed, by, change_id) values ('purchase', 1, ` +
      `'2026-11-20', 500, 0, 'owner', ?)`,
  )
  for (let nth = 0; nth < 12; nth++) sale.run(change.run().lastInsertRowid)
  const wal = join(shop.folder, 'kept-wal')
  copyFileSync(`${shop.db}-wal`, wal)
  copyFileSync(shop.db, join(shop.folder, 'kept.db'))
  file.close()
  for (const tail of ['-wal', '-shm']) rmSync(shop.db + tail, { force: true })
  return { shop, wal }
}

const sound = async (shop: Shop, db = shop.db) => (await shop.json(`doctor --db ${db}`)).sound
const left = (shop: Shop) => readdirSync(shop.folder).filter((name) => name.includes('.left-'))

describe('what lies beside a name is not played into a file that is put there', () => {
  test.each([
    ['restore', 'restore BACKUP --yes'],
    ['init', 'init'],
    ['add', 'add Old'],
    ['import all', 'import all EXPORT'],
  ])('by %s', async (_, line) => {
    const { shop, wal } = await killedTill()
    const [backup, whole] = [join(shop.folder, 'b.db'), join(shop.folder, 'all.jsonl')]
    await shop.regulars(`backup ${backup}`)
    await shop.regulars(`export all --out ${whole}`)
    for (const empty of [false, true]) {
      for (const tail of ['', '-wal', '-shm']) rmSync(shop.db + tail, { force: true })
      for (const name of left(shop)) rmSync(join(shop.folder, name))
      copyFileSync(wal, `${shop.db}-wal`)
      if (empty) writeFileSync(shop.db, '')
      const ran = await shop.regulars(line.replace('BACKUP', backup).replace('EXPORT', whole))
      expect([ran.exit, ran.err]).toEqual([
        0,
        expect.stringContaining('A log of a ledger that is gone lay there: kept as'),
      ])
      expect(await sound(shop)).toBe(true)
      const file = new Database(shop.db)
      expect(file.pragma('foreign_key_check')).toEqual([])
      expect(file.prepare('select count(*) from entry').pluck().get()).toBe(
        line.startsWith('restore') || line.startsWith('import') ? 12 : 0,
      )
      file.close()
      // Nothing is lost: the log of the one that is gone is there under another name.
      expect(left(shop).map((name) => readFileSync(join(shop.folder, name)).equals(readFileSync(wal)))).toEqual([true])
    }
  })

  test('nor into a backup: a log beside the older one is another’s work', async () => {
    const { shop } = await killedTill()
    const backup = join(shop.folder, 'b.db')
    await shop.regulars(`backup ${backup}`)
    const till = new Database(backup)
    till.pragma('journal_mode = WAL')
    till.pragma('wal_autocheckpoint = 0')
    till
      .prepare(
        `insert into change (at, day, by, command) values ('2026-11-21T03:00:00Z', '2026-11-21', 'owner', 'buy')`,
      )
      .run()
    cpSync(`${backup}-wal`, join(shop.folder, 'saved'))
    cpSync(backup, join(shop.folder, 'saved.db'))
    till.close()
    cpSync(join(shop.folder, 'saved.db'), backup)
    cpSync(join(shop.folder, 'saved'), `${backup}-wal`)
    const refused = await shop.regulars(`backup ${backup}`)
    expect([refused.exit, refused.err]).toEqual([1, expect.stringContaining('is in use: a log lies beside it')])
    expect(readFileSync(`${backup}-wal`).equals(readFileSync(join(shop.folder, 'saved')))).toBe(true)
    // Under a name that is free, with a log of somebody's beside it, the copy is whole all the same.
    rmSync(backup)
    expect((await shop.regulars(`backup ${backup}`)).exit).toBe(0)
    expect(await sound(shop, backup)).toBe(true)
    expect((await shop.regulars(`restore ${backup} --yes`)).exit).toBe(0)
  })
})

describe('a backup takes the place of an older copy alone', () => {
  test('not of another shop’s ledger, in use or not', async () => {
    const [shop, other] = [await openShop(), await openShop()]
    await other.regulars('add Bob')
    for (const inUse of [false, true]) {
      const till = inUse ? new Database(other.db) : null
      till?.prepare('select 1 from change').get()
      const ran = await shop.regulars(`backup ${other.db} --yes`)
      expect([ran.exit, ran.err]).toEqual([1, expect.stringContaining(`${other.db} is`)])
      till?.close()
      expect(await other.json('list')).toHaveLength(1)
    }
    expect((await shop.regulars(`backup ${other.db}`)).err).toContain('is another ledger, not a copy of this one')
    expect((await shop.regulars(`backup ${other.db} --lang zh`)).err).toContain('是另一本账，不是这本的备份')
  })

  test('nor of a copy that somebody went on with', async () => {
    const shop = await openShop()
    const file = join(shop.folder, 'copy.db')
    await shop.regulars(`backup ${file}`)
    await shop.regulars(`add Bob --db ${file}`)
    expect((await shop.regulars(`backup ${file}`)).err).toContain('holds what this ledger does not')
    expect(await shop.json(`list --db ${file}`)).toHaveLength(1)
  })

  test('nor of a copy that is damaged, and the ledger is not called so', async () => {
    const shop = await openShop()
    await shop.regulars('add Ann')
    const file = join(shop.folder, 'copy.db')
    await shop.regulars(`backup ${file}`)
    const copy = new Database(file, { readonly: true })
    const page = copy.prepare(`select rootpage from sqlite_schema where name = 'change'`).pluck().get() as number
    const size = copy.pragma('page_size', { simple: true }) as number
    copy.close()
    writeFileSync(file, readFileSync(file).fill(255, (page - 1) * size, page * size))
    const ran = await shop.regulars(`backup ${file}`)
    expect([ran.exit, ran.err]).toEqual([1, expect.stringContaining(`${file} is a copy that is damaged`)])
    expect((await shop.regulars(`backup ${file} --lang zh`)).err).toContain('是一份坏了的备份')
  })

  test('nor of the ledger itself by another name, nor of its log, nor of a device', async () => {
    const shop = await openShop()
    await shop.regulars('add Ann')
    const [link, hard] = [join(shop.folder, 'link.db'), join(shop.folder, 'hard.db')]
    symlinkSync(shop.db, link)
    linkSync(shop.db, hard)
    const before = statSync(shop.db).ino
    for (const line of [`--db ${link} backup ${shop.db}`, `backup ${link}`, `backup ${hard}`, `backup ${shop.db}-wal`])
      expect([line, (await shop.regulars(line)).exit]).toEqual([line, 1])
    const device = await shop.regulars('backup /dev/null')
    expect([device.exit, device.err]).toEqual([
      4,
      expect.stringContaining('/dev/null is a device or a pipe, not a file; it was left as it is.'),
    ])
    expect([statSync(shop.db).ino, lstatSync('/dev/null').isCharacterDevice()]).toEqual([before, true])
  })

  test('--keep goes by the moment in the copy, and never takes the one just made', async () => {
    const shop = await openShop()
    const folder = join(shop.folder, 'backups')
    await shop.regulars('backup')
    renameSync(join(folder, 'regulars-2026-11-21-1000.db'), join(folder, 'regulars-2027-01-01-0900.db'))
    await shop.regulars('add A')
    const later = new Date('2026-11-21T03:00:00Z')
    const made = await shop.json('backup --keep 1', { now: later })
    expect([made.path, made.removed]).toEqual([
      join(folder, 'regulars-2026-11-21-1100.db'),
      [join(folder, 'regulars-2027-01-01-0900.db')],
    ])
    expect(readdirSync(folder)).toEqual(['regulars-2026-11-21-1100.db'])
    expect(await shop.json(`list --db ${made.path}`)).toHaveLength(1)
    // The hour that comes twice in autumn: the later one has the earlier name.
    const autumn = await openShop('init --timezone America/New_York')
    await autumn.json('backup --keep 1', { now: new Date('2026-11-01T05:50:00Z') })
    await autumn.json('backup --keep 1', { now: new Date('2026-11-01T06:10:00Z') })
    expect(readdirSync(join(autumn.folder, 'backups'))).toEqual(['regulars-2026-11-01-0110.db'])
    // A clock that ran ahead: its copies go first.
    await autumn.json('backup', { now: new Date('2030-01-01T00:00:00Z') })
    await autumn.json('backup', { now: new Date('2026-11-02T06:00:00Z') })
    const kept = await autumn.json('backup --keep 2', { now: new Date('2026-11-03T06:00:00Z') })
    expect(kept.removed.map((path: string) => path.slice(-18))).toEqual(['2026-11-01-0110.db', '2029-12-31-1900.db'])
  })
})

describe('a restore', () => {
  test('leaves a link a link, and puts the backup where it leads', async () => {
    const shop = await openShop()
    mkdirSync(join(shop.folder, 'real'))
    const [real, link, backup] = [
      join(shop.folder, 'real', 'shop.db'),
      join(shop.folder, 'link.db'),
      join(shop.folder, 'b.db'),
    ]
    renameSync(shop.db, real)
    symlinkSync(real, link)
    const env = { REGULARS_DB: link }
    await shop.regulars(`backup ${backup}`, { env })
    await shop.regulars('add Ann', { env })
    expect((await shop.regulars(`restore ${backup} --yes`, { env })).exit).toBe(0)
    expect([lstatSync(link).isSymbolicLink(), await shop.json('list', { env: { REGULARS_DB: real } })]).toEqual([
      true,
      [],
    ])
    expect(readdirSync(join(shop.folder, 'real')).filter((name) => name.includes('replaced'))).toHaveLength(1)
  })

  test('goes into a ledger that is in use: who has it open goes on with what was put there', async () => {
    const shop = await openShop()
    const backup = join(shop.folder, 'b.db')
    await shop.regulars(`backup ${backup}`)
    await shop.regulars('add Ann')
    const [before, till] = [statSync(shop.db).ino, new Database(shop.db)]
    expect(till.prepare('select count(*) from customer').pluck().get()).toBe(1)
    expect((await shop.regulars(`restore ${backup} --yes`)).exit).toBe(0)
    expect([statSync(shop.db).ino, till.prepare('select count(*) from customer').pluck().get()]).toEqual([before, 0])
    till.exec(`insert into change (at, day, by, command) values ('2026-11-21T05:00:00Z', '2026-11-21', 'owner', 'buy')`)
    till.close()
    expect([await sound(shop), (await shop.json('log')).length]).toEqual([true, 1])
  })
})

test('a ledger of two names, or with a neighbour of another user, is told of; such a log is not believed', async () => {
  const shop = await openShop()
  linkSync(shop.db, join(shop.folder, 'second.db'))
  const named = await shop.regulars('doctor')
  expect([named.exit, named.out]).toEqual([1, expect.stringContaining('FAULT  the file has 2 names (hard links)')])
})

test.runIf(process.getuid?.() === 0)('a log that belongs to another user is not believed', async () => {
  const { chownSync } = await import('node:fs')
  const { shop, wal } = await killedTill()
  for (const tail of ['-wal', '-shm']) rmSync(shop.db + tail, { force: true })
  copyFileSync(join(shop.folder, 'kept.db'), shop.db)
  copyFileSync(wal, `${shop.db}-wal`)
  chownSync(`${shop.db}-wal`, 65534, 65534)
  for (const line of ['list', 'buy Ann 5', 'add Bob']) {
    const ran = await shop.regulars(line)
    expect([ran.exit, ran.err]).toEqual([
      4,
      expect.stringContaining(`${shop.db}-wal belongs to another user than ${shop.db}`),
    ])
  }
  const doctor = await shop.regulars('doctor')
  expect([doctor.exit, doctor.out]).toEqual([
    1,
    expect.stringContaining(`FAULT  beside it lies what belongs to another user`),
  ])
  chownSync(`${shop.db}-wal`, 0, 0)
  expect(await shop.json('purchases')).toHaveLength(12)
})

describe('names for a while', () => {
  test('are swept by who comes next once their makers are gone, and others are left alone', async () => {
    const shop = await openShop()
    const out = join(shop.folder, 'out.csv')
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)
    const { readlinkSync } = await import('node:fs')
    const here = boot + Number(readlinkSync('/proc/self/ns/pid').replace(/\D/g, '')).toString(36)
    const names = [
      `a.db.part-${here}-999999999-0123abcd`,
      `a.db.restoring-${here}-999999999-0123abcd-wal`,
      'b.csv.part-elsewhere-5-0123abcd',
    ]
    const stay = [
      `c.csv.part-${here}-${process.pid}-0123abcd`,
      'd.csv.part-elsewhere-5-0123abcd',
      'letter.part-1',
      'x.part-of-it',
    ]
    for (const name of [...names, ...stay]) writeFileSync(join(shop.folder, name), 'x')
    utimesSync(join(shop.folder, names[2] ?? ''), new Date('2020-01-01'), new Date('2020-01-01'))
    expect((await shop.regulars(`export customers --out ${out}`)).exit).toBe(0)
    const found = readdirSync(shop.folder)
    expect([names.filter((name) => found.includes(name)), stay.filter((name) => found.includes(name))]).toEqual([
      [],
      stay,
    ])
  })

  test('a draft is not the one that anybody can guess', async () => {
    const shop = await openShop()
    const planted = [`out.csv.part-${process.pid}`, `shop.db.new-${process.pid}`, `b.db.part-${process.pid}`].map(
      (name) => join(shop.folder, name),
    )
    for (const path of planted) writeFileSync(path, 'mine')
    await shop.regulars(`export customers --out ${shop.folder}/out.csv`)
    await shop.regulars(`backup ${shop.folder}/b.db`)
    expect(planted.map((path) => readFileSync(path, 'utf8'))).toEqual(['mine', 'mine', 'mine'])
  })
})

test.each(['-wal', '-shm', '-journal'])(
  'a pipe, a folder or a link called like a ledger and %s is told of, not waited for or followed',
  async (tail) => {
    const shop = await openShop()
    const [backup, fresh] = [join(shop.folder, 'b.db'), join(shop.folder, 'fresh.db')]
    await shop.regulars('add Ann')
    await shop.regulars(`backup ${backup}`)
    const odd: readonly ((path: string) => unknown)[] = [
      (path) => execFileSync('mkfifo', [path]),
      (path) => mkdirSync(path),
      (path) => symlinkSync(join(shop.folder, 'nowhere'), path),
    ]
    for (const put of odd) {
      for (const [name, lines] of [
        [shop.db, ['list', 'buy Ann 5', 'doctor', `restore ${backup} --yes`]],
        [backup, [`restore ${backup} --yes`, `backup ${backup}`]],
        [fresh, [`add Bob --db ${fresh}`, `restore ${backup} --yes --db ${fresh}`]],
      ] as const) {
        put(name + tail)
        for (const line of lines) {
          const ran = await shop.regulars(line)
          expect([line, ran.exit, ran.err]).toEqual([
            line,
            4,
            expect.stringContaining(`${name}${tail} is no ordinary file`),
          ])
        }
        rmSync(name + tail, { recursive: true })
      }
      expect(existsSync(fresh)).toBe(false)
    }
    expect((await shop.regulars('buy Ann 5')).exit).toBe(0)
  },
)

test('links that lead round in a circle and names too long for the disk are no fault of the program', async () => {
  const shop = await openShop()
  const round = join(shop.folder, 'round.db')
  symlinkSync(round, round)
  for (const path of [round, join(shop.folder, 'x'.repeat(300))])
    for (const line of [
      `export customers --out ${path}`,
      `report --html ${path}`,
      `backup ${path}`,
      `restore ${path} --yes`,
      `add X --db ${path}`,
      `export all --out ${path}`,
    ]) {
      const ran = await shop.regulars(line)
      expect([line, [1, 2, 4].includes(ran.exit), ran.err]).toEqual([line, true, expect.stringContaining('cannot be')])
    }
})

test('nothing that is no regular file is a ledger, and no address is a file', async () => {
  const shop = await openShop()
  for (const line of [
    '--db /dev/null add X',
    '--db /dev/zero list',
    '--db /dev/null init',
    '--db /dev/null restore shop.db --yes',
  ])
    expect([line, (await shop.regulars(line)).err]).toEqual([
      line,
      expect.stringMatching(/is a device or a pipe, not a file|No such file/),
    ])
  expect(lstatSync('/dev/null').isCharacterDevice()).toBe(true)
  const here = readdirSync('.')
  const address = 'postgres://owner:secret@db/shop'
  for (const line of [
    `--db ${address} add X`,
    `backup ${address}`,
    `restore ${address} --yes`,
    `export customers --out ${address}`,
    `import all ${address}`,
    `import customers ${address}`,
    `config set db ${address}`,
    `report --html ${address}`,
  ]) {
    const ran = await shop.regulars(line)
    // A ledger may be an address, without a password in it; nothing else may.
    const asLedger = /^--db|^restore|config set db/.test(line)
    expect([line, ran.exit, ran.err]).toEqual([
      line,
      asLedger ? 2 : 4,
      expect.stringContaining(asLedger ? 'A password has no place in an address' : 'is an address, not a file'),
    ])
    expect(ran.err).not.toContain('secret')
  }
  expect(readdirSync('.')).toEqual(here)
  expect((await shop.regulars('add X', { env: { REGULARS_DB: address } })).exit).toBe(2)
})

test('an export takes no place of a ledger’s log', async () => {
  const shop = await openShop()
  const till = new Database(shop.db)
  till.prepare('select 1 from change').get()
  for (const line of [
    `export customers --out ${shop.db}-wal --yes`,
    `report --html ${shop.db}-shm --yes`,
    `export all --out ${shop.db}-journal`,
  ])
    expect([line, (await shop.regulars(line)).err]).toEqual([line, expect.stringContaining('is a ledger')])
  till.close()
  expect(existsSync(`${shop.db}-journal`)).toBe(false)
})

describe('what lies where backups belong', () => {
  test.each<[string, (path: string) => unknown]>([
    ['a file', (path) => writeFileSync(path, 'x')],
    ['a link to itself', (path) => symlinkSync(path, path)],
    ['a link to nowhere', (path) => symlinkSync(`${path}-nowhere`, path)],
    ['a pipe', (path) => execFileSync('mkfifo', [path])],
  ])('%s: what was done is not said to have failed, and what cannot be is', async (_, put) => {
    const shop = await openShop()
    await shop.regulars('add Ann')
    put(join(shop.folder, 'backups'))
    for (const line of ['doctor', 'forget Ann --yes'])
      expect([line, await shop.regulars(line)]).toEqual([line, expect.objectContaining({ exit: 0, err: '' })])
    expect(await shop.json('list')).toEqual([])
    const backup = await shop.regulars('backup')
    expect([backup.exit, backup.err]).toEqual([2, expect.stringContaining('cannot be written')])
  })

  test('folders, devices and links under the name of a copy are none; one of two names is left alone', async () => {
    const shop = await openShop()
    await shop.regulars('add Ann')
    const backups = join(shop.folder, 'backups')
    const at = (day: string) => join(backups, `regulars-2026-01-${day}-0000.db`)
    mkdirSync(at('01'), { recursive: true })
    symlinkSync('/dev/zero', at('02'))
    symlinkSync(at('03'), at('03'))
    writeFileSync(at('04'), '')
    writeFileSync(at('05'), 'a letter')
    execFileSync('mkfifo', [at('06')])
    linkSync(shop.db, at('07'))
    const before = readdirSync(backups)
    expect(await shop.json('backup --keep 1')).toMatchObject({ removed: [] })
    expect(readdirSync(backups)).toEqual([...before, 'regulars-2026-11-21-1000.db'])
    const { backups: told } = await shop.json('doctor').catch(async () => ({ backups: null }))
    expect(told ?? JSON.parse((await shop.regulars('doctor --json')).out).backups[0]).toContain('2026-11-21')
  })
})

test('a folder in place of a password, and a file in place of a folder, are told of by their own names', async () => {
  const shop = await openShop()
  expect(await shop.regulars(`backup --password-file ${shop.folder}`)).toMatchObject({
    exit: 2,
    err: expect.stringContaining(`${shop.folder} is a folder`),
  })
  const under = join(shop.db, 'x.db')
  for (const line of ['add Bob', 'init'])
    expect(await shop.regulars(`${line} --db ${under}`)).toMatchObject({
      exit: 4,
      err: expect.stringContaining(`${under} cannot be written`),
    })
})
