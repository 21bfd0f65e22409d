import { spawn } from 'node:child_process'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contentTables } from '../../src/ledger/book/change/record.ts'
import { engineOf } from '../../src/store/engine.ts'
import { openStore } from '../../src/store/open.ts'
import { isLocal, readAddress } from '../../src/store/postgres/address.ts'
import { standingIn } from '../../src/store/postgres/migrate.ts'
import { build, bin as program } from '../attacks/started.ts'
import { report, soak } from '../runs.ts'
import { openShop, type Shop } from '../shop.ts'
import { programs, startServer, type TestServer } from './server.ts'

const bin = programs()
let server: TestServer
beforeAll(async () => {
  if (bin !== null) {
    server = await startServer(bin)
    await sql('create role keeper; create role till')
  } else console.log('No PostgreSQL here (PG_BIN names one): these tests are skipped.')
})
afterAll(() => server?.stop())

/** A shop whose commands go to a ledger of the server. */
async function shopOnServer(
  ledger: string,
  found = true,
): Promise<{ shop: Shop; address: string; env: Record<string, string> }> {
  const shop = await openShop(false)
  const address = `${server.address}?ledger=${ledger}`
  const env = { REGULARS_DB: address }
  if (found) await shop.json('init --name Teahouse --currency CNY --region CN --lang en', { env })
  return { shop, address, env }
}

const aroundOf = ({ folder }: Shop) => ({
  migrations: join(import.meta.dirname, '../../migrations/sqlite'),
  temporary: folder,
})

/** Until so many of us wait for a lock. */
async function waitingFor(count: number): Promise<void> {
  await expect
    .poll(
      async () => {
        const found = await sql(
          `select count(*)::int from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'regulars'`,
        )
        return found.rows[0]?.count
      },
      { timeout: 40_000 },
    )
    .toBe(count)
}

async function sql(text: string, user = 'owner') {
  const client = new pg.Client({ connectionString: server.address.replace('owner', user) })
  await client.connect()
  try {
    return await client.query(text)
  } finally {
    await client.end()
  }
}

const roster = `name,phone,birthday,points,owes
王小明,13800138000,05-06,120,88
Anna,13900139000,,,
李秀兰,13981234567,lunar:10-19,,
`

test('a server that is too old is told as that', async () => {
  const row = { number: 110_022, server: '11.22 (Debian 11.22-0)', encoding: 'UTF8', note: null, series: null }
  const client = { query: async () => ({ rows: [row] }) } as unknown as pg.Client
  await expect(standingIn(client, 'north')).rejects.toMatchObject({
    code: 'engine.too-old',
    facts: { found: '11.22', needed: '12' },
  })
})

test.each([
  ['localhost', true],
  ['127.0.0.1', true],
  ['[::1]', true],
  ['%2Fvar%2Frun%2Fpostgresql', true],
  ['db.example', false],
  ['127.example', false],
  ['127.0.0.1.example', false],
])('whether %s is this computer, where nobody stands between: %s', (host, local) => {
  expect(isLocal(readAddress(`postgres://owner@${host}/regulars`))).toBe(local)
})

describe.skipIf(bin === null)('a ledger on PostgreSQL', () => {
  test('the daily work, an import, and each taken back', async () => {
    const { shop, env } = await shopOnServer('daily')
    writeFileSync(join(shop.folder, 'roster.csv'), roster)
    expect(
      await shop.json('import customers roster.csv'.replace('roster', join(shop.folder, 'roster')), { env }),
    ).toMatchObject({
      created: 3,
      rejected: 0,
      change: 1,
    })
    expect(await shop.json('buy 王小明 128 竹叶青 -u', { env })).toMatchObject({ id: 2, balance: '216.00' })
    expect(await shop.json('due --days 300', { env })).toMatchObject({ currency: 'CNY' })
    expect((await shop.json('find 13800138000', { env }))[0]).toMatchObject({
      name: '王小明',
      balance: '216.00',
      points: 120,
    })
    expect(await shop.json('undo --yes', { env })).toMatchObject({ undone: 2 })
    expect(await shop.json('undo 1 --yes', { env })).toMatchObject({ undone: 1 })
    expect(await shop.json('list', { env })).toEqual([])
    expect(await shop.json('doctor', { env })).toMatchObject({ sound: true })
  })

  test('a dry run leaves no gap in the numbers of receipts', async () => {
    const { shop, env } = await shopOnServer('gaps')
    await shop.json('add Anna', { env })
    await shop.json('buy Anna 5 --dry-run', { env })
    await shop.regulars('buy Nobody 5', { env })
    expect(await shop.json('buy Anna 5', { env })).toMatchObject({ id: 1, change: 2 })
  })

  test('there and back: a backup is a ledger file, and both hold the same bytes', async () => {
    const { shop, env, address } = await shopOnServer('house')
    await shop.regulars(['demo', '--db', `${server.address}?ledger=made_up`, '--lang', 'en'])
    const demo = { env: { REGULARS_DB: `${server.address}?ledger=made_up` } }
    const file = join(shop.folder, 'copy.db')
    await shop.json(['backup', file], demo)
    const onServer = (await shop.regulars('export all', demo)).out
    const inFile = (await shop.regulars('export all', { env: { REGULARS_DB: file } })).out
    expect(inFile).toBe(onServer)
    const restored = await shop.json(['restore', file, '--yes'], { env })
    expect(restored.replaced).toContain('?ledger=house_replaced_')
    expect((await shop.regulars('export all', { env })).out).toBe(onServer)
    // What goes on there goes on from the numbers of the copy, and can be taken back.
    const { change } = await shop.json('buy walk-in 5', { env })
    expect(await shop.json(`undo ${change} --yes`, { env })).toMatchObject({ undone: change })
    expect((await shop.regulars('export all', { env })).out).toBe(onServer)
    // From the server into a file again, and back to what was replaced.
    const moved = join(shop.folder, 'moved.db')
    await shop.json(['restore', address, '--yes'], { env: { REGULARS_DB: moved } })
    expect((await shop.regulars('export all', { env: { REGULARS_DB: moved } })).out).toBe(onServer)
    const ledgers = await shop.json('ledgers', { env })
    expect(ledgers.map(({ ledger }: { ledger: string }) => ledger)).toEqual(
      expect.arrayContaining(['house', 'made_up']),
    )
    await shop.json(['restore', restored.replaced, '--yes'], { env })
    expect(await shop.json('list', { env })).toEqual([])
  })

  test('a whole export goes in, and out again', async () => {
    const { shop, env } = await shopOnServer('whole_a')
    await shop.json('add Anna --phone 13800138000 --tag green --set taste=light', { env })
    await shop.json('buy Anna 88 Tea', { env })
    const dump = join(shop.folder, 'all.jsonl')
    writeFileSync(dump, (await shop.regulars('export all', { env })).out)
    const other = await shopOnServer('whole_b')
    await shop.json(['import', 'all', dump], { env: other.env })
    expect((await shop.regulars('export all', { env: other.env })).out).toBe(readFileSync(dump, 'utf8'))
    await shop.json('undo --yes', { env: other.env })
    expect(await shop.json('list', { env: other.env })).toEqual([])
  })

  test('both engines have the same tables, columns and keys', async () => {
    const { shop, address } = await shopOnServer('tables')
    const around = aroundOf(shop)
    const [there, here] = [
      await openStore(address, 'read', around),
      await openStore(join(shop.folder, 'file.db'), 'create', around),
    ]
    const told = async ({ db }: typeof here) => {
      const engine = engineOf(db)
      const tables: Record<string, unknown> = {}
      for (const table of [...contentTables, 'ledger', 'change', 'change_span', 'change_row'])
        tables[table] = {
          columns: (await engine.tableColumns(db, table)).map(({ name, type, notnull, standard }) => ({
            name,
            type,
            // SQLite does not say that a key is never null.
            notnull: name === 'id' || name === 'key' ? 1 : notnull,
            standard: name === 'id' ? null : (standard?.replace(/::\w+/, '') ?? null),
          })),
          // Flags are closed too, and no texts.
          closed: [...(await engine.closedColumns(db, table))].filter((name) => name !== 'payer_linked').sort(),
        }
      const key = (one: object) => JSON.stringify(one)
      return {
        tables,
        version: here.version(),
        foreign: (await engine.foreignKeys(db)).map(key).sort(),
        unique: (await engine.uniqueKeys(db)).map(key).sort(),
      }
    }
    try {
      expect(await told(there)).toEqual(await told(here))
    } finally {
      await there.close()
      await here.close()
    }
  })

  test('two edits of one customer are taken back in either order, or say what stands in the way', async () => {
    const { shop, env } = await shopOnServer('edits')
    await shop.json('add Anna', { env })
    await Promise.all([
      shop.json('edit Anna --company Acme', { env }),
      shop.json('edit Anna --hours mornings', { env }),
    ])
    expect((await shop.regulars('undo 2 --yes', { env })).exit).toBe(1)
    await shop.json('undo 3 --yes', { env })
    await shop.json('undo 2 --yes', { env })
    expect(await shop.json('show Anna', { env })).toMatchObject({ company: null, hours: null })
  })

  test('ten tills and an import at once: no number twice, every sum right, all of it taken back', async () => {
    const { shop, env } = await shopOnServer('tills')
    for (let nth = 1; nth <= 10; nth++) await shop.json(`add Customer${nth} --code K${nth}`, { env })
    const before = (await shop.regulars('export all', { env })).out
    const file = join(shop.folder, 'till.csv')
    const end = performance.now() + 60_000
    const goesOn = (turn: number, short: number) => (soak > 0 ? performance.now() < end : turn < short)
    let sold = 0
    const till = async (nth: number) => {
      for (let turn = 0; goesOn(turn, 5); turn++) {
        await shop.json(`buy code:K${nth} 3`, { env, user: `till${nth}` })
        sold++
      }
    }
    let imported = 0
    const imports = async () => {
      for (let turn = 0; goesOn(turn, 1); turn++) {
        const lines = Array.from({ length: 200 }, (_, at) => `K${(at % 10) + 1},2026-11-20,2.00,T${turn}-${at}`)
        writeFileSync(file, `code,on,amount,ref\n${lines.join('\n')}\n`)
        const { created } = await shop.json(['import', 'purchases', file], { env })
        imported += created
      }
    }
    await Promise.all([...Array.from({ length: 10 }, (_, at) => till(at + 1)), imports()])
    report(`ten tills and an import at once: ${sold} sales, ${imported} lines imported`)
    const purchases = await shop.json('purchases', { env })
    expect(new Set(purchases.map(({ id }: { id: number }) => id)).size).toBe(imported + sold)
    expect(Math.max(...purchases.map(({ id }: { id: number }) => id))).toBe(imported + sold)
    expect(purchases.reduce((sum: number, { amount }: { amount: string }) => sum + Number(amount), 0)).toBe(
      imported * 2 + sold * 3,
    )
    const astray = await sql(`select count(*)::int from tills.entry e where not exists (select from tills.change_span s
      where s.change_id = e.change_id and s.table_name = 'entry' and e.id between s.first_id and s.last_id)`)
    expect(astray.rows[0]?.count).toBe(0)
    expect(await shop.json('doctor', { env })).toMatchObject({ sound: true })
    const log = await shop.json('log', { env })
    for (const { change, command } of log) if (command !== 'add') await shop.json(`undo ${change} --yes`, { env })
    expect((await shop.regulars('export all', { env })).out).toBe(before)
  })

  test('a till killed in mid-change leaves nothing of it, and holds nobody up', async () => {
    build()
    const { shop, env } = await shopOnServer('killed')
    await shop.json('add Anna --code K1', { env })
    await shop.json('buy Anna 5', { env })
    const before = (await shop.regulars('export all', { env })).out
    const file = join(shop.folder, 'till.csv')
    const lines = Array.from({ length: 10_000 }, (_, at) => `K1,2026-11-20,2.00,T${at}`)
    writeFileSync(file, `code,on,amount,ref\n${lines.join('\n')}\n`)
    const child = spawn(process.execPath, [program, 'import', 'purchases', file, '--yes'], {
      env: { ...env, PATH: '/usr/bin:/bin', TMPDIR: shop.folder, HOME: shop.folder },
      stdio: 'ignore',
    })
    const gone = new Promise((resolve) => child.once('exit', resolve))
    await expect
      .poll(
        async () => {
          const { rows } = await sql(`select count(*)::int from pg_locks l join pg_class c on c.oid = l.relation
            where c.relname = 'entry' and c.relnamespace = 'killed'::regnamespace and l.mode = 'RowExclusiveLock'`)
          return rows[0]?.count
        },
        { timeout: 50_000, interval: 20 },
      )
      .toBeGreaterThan(0)
    child.kill('SIGKILL')
    await gone
    expect((await shop.regulars('export all', { env })).out).toBe(before)
    expect(await shop.json('buy Anna 5', { env })).toMatchObject({ id: 2, change: 3 })
  })

  test('an import reads while others write, and knows what they wrote when its turn comes', async () => {
    const { shop, env } = await shopOnServer('meanwhile')
    await shop.json('add Anna', { env })
    await shop.json('add Berta --tag old', { env })
    await shop.json('buy Anna 5 --ref R1', { env })
    const file = join(shop.folder, 'file.csv')
    /** What is typed after the import has read the ledger, and before it is its turn. */
    const meanwhile = async (typed: string, kind: string, rows: string) => {
      writeFileSync(file, rows)
      const pen = new pg.Client({ connectionString: server.address })
      await pen.connect()
      await pen.query(`begin; select from meanwhile.series where name = 'change' for update`)
      const writing = shop.json(typed, { env })
      await waitingFor(1)
      const importing = shop.json(['import', kind, file, '--no-classify'], { env })
      await waitingFor(2)
      await pen.query('commit')
      await pen.end()
      await writing
      return importing
    }
    expect(
      await meanwhile('edit Anna --phone 13800138000', 'customers', 'name,phone\nAnna,13800138000\n'),
    ).toMatchObject({ created: 0, unchanged: 1 })
    expect(await meanwhile('tag Berta -old', 'customers', 'name,tags\nBerta,old\n')).toMatchObject({ updated: 1 })
    expect(
      await meanwhile('undo 3 --yes', 'purchases', 'customer,on,amount,ref\nAnna,2026-11-20,5,R1\n'),
    ).toMatchObject({
      created: 1,
    })
    expect(await shop.json('doctor', { env })).toMatchObject({ sound: true })
    const log = await shop.json('log', { env })
    expect(log.map(({ command }: { command: string }) => command)).toEqual([
      ...['import purchases', 'undo', 'import customers', 'tag', 'edit', 'buy', 'add', 'add'],
    ])
  })

  test('sales to one customer at once: each sees what the others left on account', async () => {
    const { shop, env } = await shopOnServer('limits')
    await shop.json('add Anna --credit-limit 100', { env })
    const ran = await Promise.all(
      Array.from({ length: 6 }, () => shop.regulars('buy Anna 40 --unpaid --json', { env })),
    )
    const sold = ran.filter(({ exit }) => exit === 0).map(({ out }) => JSON.parse(out))
    expect(sold.map(({ balance }) => balance).sort()).toEqual(['40.00', '80.00'])
    expect(sold.map(({ balanceBefore }) => balanceBefore).sort()).toEqual(['0.00', '40.00'])
    for (const { exit, err } of ran) if (exit !== 0) expect(JSON.parse(err).error.code).toBe('purchase.over-limit')
    expect(await shop.json('balances', { env })).toMatchObject([{ balance: '80.00' }])
  })

  test('a server that was killed comes back with all that was confirmed', async () => {
    const { shop, env } = await shopOnServer('power')
    await shop.json('add Anna', { env })
    for (let turn = 0; turn < 3; turn++) await shop.json('buy Anna 5', { env })
    await server.kill()
    const ran = await shop.regulars('buy Anna 5 --json', { env })
    expect([ran.exit, JSON.parse(ran.err).error.code]).toEqual([4, 'engine.unreachable'])
    await server.start()
    expect(await shop.json('purchases', { env })).toHaveLength(3)
    expect(await shop.json('buy Anna 5', { env })).toMatchObject({ id: 4 })
  })

  test('a till keeps the lines that a server which went away did not confirm', async () => {
    const { shop, env } = await shopOnServer('gone')
    await shop.json('add Anna', { env })
    const left = join(shop.folder, 'left.txt')
    const lines = 'Anna 5 tea\nnobody 1\nAnna 6\n'
    for (const [line, input] of [
      [`buy - --rejects ${left}`, { stdin: lines }],
      ['buy -', { keys: lines.replace('nobody 1\n', '') }],
    ] as const) {
      const other = new pg.Client({ connectionString: server.address })
      other.on('error', () => {})
      await other.connect()
      await other.query('begin; select from gone.series for update')
      const selling = shop.regulars(line, { env, ...input })
      await waitingFor(1)
      await server.kill()
      const ran = await selling
      expect([line, ran.exit]).toEqual([line, 4])
      expect(ran.err).toContain('keys' in input ? 'Anna 5 tea\nAnna 6\n' : `before entering them again:\n${left}`)
      await server.start()
      expect(await shop.json('purchases', { env })).toEqual([])
    }
    expect(readFileSync(left, 'utf8')).toBe(lines)
    await shop.regulars(`buy - --rejects ${left} --yes`, { env, stdin: lines })
    expect([await shop.json('purchases', { env }), readFileSync(left, 'utf8')]).toMatchObject([
      [{ amount: '6.00' }, { amount: '5.00' }],
      'nobody 1\n',
    ])
  })

  test('roles: a till sells, and can neither correct nor carry away', async () => {
    const { shop, env } = await shopOnServer('roles', false)
    await sql('create role till3 login in role till; create role li login in role keeper')
    const { grants } = await shop.json('init --name Teahouse --currency CNY --region CN --lang en', { env })
    for (const line of grants) await sql(`set search_path to roles; ${line}`)
    await shop.json('add Anna --phone 13800138000', { env })
    const till = { env: { REGULARS_DB: env['REGULARS_DB']?.replace('owner', 'till3') ?? '' } }
    expect(await shop.json('buy Anna 12', till)).toMatchObject({ id: 1 })
    expect(await shop.json('due', till)).toMatchObject({ currency: 'CNY' })
    await shop.json('log', till)
    // One of several questions asked at once is refused.
    const shown = await shop.regulars('show Anna --json', till)
    expect([shown.exit, JSON.parse(shown.err).error.code]).toEqual([4, 'engine.not-allowed'])
    for (const line of [
      'edit Anna --company X',
      'undo --yes',
      'export customers',
      'void 1',
      'policy set tier.margin 30%',
    ]) {
      const ran = await shop.regulars(`${line} --json`, till)
      expect([line, ran.exit, JSON.parse(ran.err).error.code]).toEqual([line, 4, 'engine.not-allowed'])
    }
    const keeper = { env: { REGULARS_DB: env['REGULARS_DB']?.replace('owner', 'li') ?? '' } }
    await shop.json('edit Anna --company X', keeper)
    await shop.json('undo --yes', keeper)
  })

  test('rights can be printed again, and reach what a later version adds', async () => {
    const { shop, env, address } = await shopOnServer('later')
    await sql('create role till5 login in role till; create role keeper5 login in role keeper')
    const { grants } = await shop.json('ledgers --grants', { env })
    expect((await shop.regulars('ledgers --grants', { env })).out).toBe(`${grants.join('\n')}\n`)
    for (const line of grants) await sql(line)
    const migrations = join(shop.folder, 'migrations/sqlite')
    cpSync(join(import.meta.dirname, '../../migrations'), join(shop.folder, 'migrations'), { recursive: true })
    writeFileSync(
      join(shop.folder, 'migrations/postgres/9999-later.sql'),
      `create table gift (id bigint primary key, what text, change_id bigint not null references change (id));
       alter table customer add column shoe_size text`,
    )
    const store = await openStore(address, 'write', { migrations, temporary: shop.folder })
    await store.close()
    await sql('select what from later.gift; select shoe_size from later.customer', 'till5')
    await expect(sql(`insert into later.gift values (1, 'a cup', 1)`, 'till5')).rejects.toThrow('permission denied')
    await expect(sql('select notes from later.customer', 'till5')).rejects.toThrow('permission denied')
    await sql('delete from later.gift; select shoe_size from later.customer', 'keeper5')
  })

  test('what the server does not keep is said, and nothing stands of it', async () => {
    const { shop, env } = await shopOnServer('zero')
    await shop.json('add Anna', { env })
    const ran = await shop.regulars(['note', 'Anna', 'a\u0000b', '--json'], { env })
    expect([ran.exit, JSON.parse(ran.err).error.code]).toEqual([2, 'engine.no-zero'])
    expect(await shop.json('log', { env })).toHaveLength(1)
    await sql(`create database narrow encoding 'SQL_ASCII' template template0`)
    const narrow = { env: { REGULARS_DB: server.address.replace(/postgres$/, 'narrow') } }
    const refused = await shop.regulars('init --yes --json', narrow)
    expect([refused.exit, JSON.parse(refused.err).error.code]).toEqual([4, 'engine.encoding'])
  })

  test('what cannot be is said, and no password with it', async () => {
    const { shop } = await shopOnServer('words')
    const refused = async (line: readonly string[], db: string) => {
      const ran = await shop.regulars([...line, '--json'], { env: { REGULARS_DB: db } })
      expect(ran.out + ran.err).not.toContain('secret')
      return [ran.exit, JSON.parse(ran.err).error.code]
    }
    const { address } = server
    expect(await refused(['list'], `${address}?ledger=nowhere`)).toEqual([4, 'file.missing'])
    expect(await refused(['list'], address.replace('owner@', 'owner:secret@'))).toEqual([2, 'engine.password'])
    expect(await refused(['list'], `${address}?password=secret`)).toEqual([2, 'engine.password'])
    for (const secret of [
      `postgres://owner:se/secret@db/x`,
      `${address}?sslpassword=secret`,
      address.replace(/\/postgres$/, '/%E0%A4%A'),
    ])
      expect(await refused(['list'], secret)).toEqual([2, 'engine.bad-address'])
    expect(await refused(['list'], `${address}?ledger=a b`)).toEqual([2, 'engine.bad-address'])
    expect(await refused(['list'], `${address}?ledger=pg_catalog`)).toEqual([2, 'engine.bad-address'])
    expect(await refused(['list'], address.replace('/postgres', '/none').replace(/(:\d+)\/none/, '$1/none'))).toEqual([
      4,
      'engine.no-database',
    ])
    expect(await refused(['list'], address.replace('owner', 'stranger'))).toEqual([4, 'engine.refused'])
    expect(await refused(['list'], 'postgres://owner@127.0.0.1:1/postgres')).toEqual([4, 'engine.unreachable'])
    const away = join(shop.folder, 'away.db')
    expect(await refused(['restore', 'postgres://owner@127.0.0.1:1/postgres', '--yes'], away)).toEqual([
      4,
      'engine.unreachable',
    ])
    await sql('create schema taken; create role nobody_here login')
    expect(await refused(['init', '--yes'], `${address}?ledger=taken`)).toEqual([4, 'file.not-a-ledger'])
    expect(await refused(['list'], `${address.replace('owner', 'nobody_here')}?ledger=words`)).toEqual([
      4,
      'engine.not-allowed',
    ])
    expect(await refused(['ledgers'], join(shop.folder, 'shop.db'))).toEqual([2, 'engine.server-only'])
    expect(await refused(['config', 'set', 'db', 'postgres://owner:secret@db/x'], `${address}?ledger=words`)).toEqual([
      2,
      'engine.password',
    ])
  })

  test('a server that is away is asked once', async () => {
    const shop = await openShop(false)
    let asked = 0
    const away = createServer((till) => {
      asked++
      till.destroy()
    })
    await new Promise<void>((resolve) => away.listen(0, '127.0.0.1', resolve))
    const { port } = away.address() as AddressInfo
    const ran = await shop.regulars('due --json', { env: { REGULARS_DB: `postgres://owner@127.0.0.1:${port}/shop` } })
    away.close()
    expect([ran.exit, JSON.parse(ran.err).error.code, asked]).toEqual([4, 'engine.lost', 1])
  })

  test('init founds what somebody only began to make', async () => {
    const { shop, address, env } = await shopOnServer('begun', false)
    const begun = await openStore(address, 'create', aroundOf(shop))
    await begun.close()
    expect((await shop.regulars('due --json', { env })).exit).toBe(4)
    const { name } = await shop.json('init --name Teahouse --lang en --yes', { env })
    expect(name).toBe('Teahouse')
    expect((await shop.regulars('init --name Other --yes --json', { env })).exit).toBe(0)
    await shop.json('add Anna', { env })
    expect((await shop.regulars('init --name Other --yes --json', { env })).exit).toBe(1)
  })

  test('a restore waits for who writes and who reads; who waited for the old ledger is told so', async () => {
    const { shop, env, address } = await shopOnServer('swapped')
    await shop.json('add Anna', { env })
    const file = join(shop.folder, 'copy.db')
    await shop.json(['backup', file], { env })
    const [pen, around] = [new pg.Client({ connectionString: server.address }), aroundOf(shop)]
    await pen.connect()
    await pen.query(`begin; select from swapped.series where name = 'change' for update`)
    const reader = await openStore(address, 'read', around)
    expect(await reader.db.selectFrom('customer').select('id').execute()).toHaveLength(1)
    const restoring = shop.json(['restore', file, '--yes'], { env })
    await waitingFor(1)
    const late = shop.regulars('buy walk-in 5 --json', { env })
    await waitingFor(2)
    await pen.query('commit')
    await pen.end()
    await waitingFor(2)
    expect(await reader.db.selectFrom('change').select('id').execute()).toHaveLength(1)
    await reader.close()
    expect((await restoring).replaced).toContain('swapped_replaced_')
    const { exit, err } = await late
    expect([exit, JSON.parse(err).error.code]).toEqual([4, 'file.busy'])
    expect(await shop.json('buy walk-in 5', { env })).toMatchObject({ id: 1, change: 2 })
  })

  test('a restore shuts nobody out who was let in', async () => {
    const { shop, env } = await shopOnServer('rights')
    await sql(`create role clerk login; grant usage on schema rights to clerk;
      grant select on all tables in schema rights to clerk; revoke select on rights.customer from clerk;
      grant select (id, name) on rights.customer to clerk; grant usage on sequence rights.change_row_id_seq to clerk`)
    const file = join(shop.folder, 'copy.db')
    await shop.json(['backup', file], { env })
    await shop.json(['restore', file, '--yes'], { env })
    await sql('select id, name from rights.customer; select * from rights.entry', 'clerk')
    await expect(sql('select phone from rights.customer', 'clerk')).rejects.toThrow('permission denied')
    await expect(sql('delete from rights.entry', 'clerk')).rejects.toThrow('permission denied')
  })

  test('forgotten is what nobody can read any more', async () => {
    const { shop, env } = await shopOnServer('wiped')
    await shop.json('add Anna --phone 13800138000', { env })
    // Another ledger of the database, read as it was before.
    const other = new pg.Client({ connectionString: server.address })
    await other.connect()
    await other.query('begin isolation level repeatable read; select count(*) from pg_class')
    const ran = await shop.regulars('forget Anna --yes --json', { env })
    expect([ran.exit, JSON.parse(ran.err).error.code]).toEqual([1, 'forget.not-wiped'])
    await other.end()
    const { findings } = await shop.json('doctor', { env })
    expect(findings).toContainEqual({ check: 'wiped', state: 'note', facts: { done: true } })
  })

  test('who was forgotten is in no row of any table', async () => {
    const { shop, env } = await shopOnServer('forgotten')
    await shop.json('add Zebedee --phone 13800138000 --wechat zeb7', { env })
    await shop.json('buy Zebedee 5', { env })
    await shop.json('edit Zebedee --name Zebedeus', { env })
    // A text of another's that names them is found in either engine, however it is written.
    await shop.json(['add', 'Anna', '--note', 'sister of ZEBEDEUS'], { env })
    expect(await shop.json('forget Zebedeus --yes', { env })).toMatchObject({
      elsewhere: [{ table: 'customer', id: 2, customerId: 2 }],
    })
    for (const table of [...contentTables, 'change', 'change_row', 'ledger']) {
      const { rows } = await sql(`select t::text as row from forgotten.${table} t`)
      expect(rows.map(({ row }) => row).join('\n')).not.toMatch(/Zebede|13800138000|zeb7/)
    }
  })
})
