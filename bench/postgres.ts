// A ledger on PostgreSQL beside the same ledger as a file: whole commands, interleaved, as ratios; imports and backups
// beside the server's own programs; how many sales a second ten tills enter into one ledger, on this computer and with
// 20 ms of way there and back; and a sale in the last of 300 ledgers. Where there is no PostgreSQL it says so.
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addCustomer } from '../src/ledger/customer/add.ts'
import { programs, startServer } from '../tests/postgres/server.ts'
import { benchDay, makeBigShop, openBench } from './big-shop.ts'
import { type Finding, keepFindings } from './findings.ts'
import { median } from './measure.ts'
import { run } from './run.ts'
import { delayedWay, sellAtOnce } from './tills.ts'

const bin = process.env['BENCH_PROGRAM'] ?? fileURLToPath(new URL('../bin/regulars.js', import.meta.url))
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5)
const purchases = Number(process.env['BENCH_PURCHASES'] ?? 200_000)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8)
const ledgers = Number(process.env['BENCH_LEDGERS'] ?? 300)
const customers = purchases / 10
const way = 20

const commands: readonly (readonly [name: string, words: readonly string[]])[] = [
  ['due', ['due']],
  ['classify', ['classify']],
  ['find, ten', ['find', '1000050']],
  ['report rfm', ['report', 'rfm', '--json']],
  ['show', ['show', 'id:500']],
  ['buy', ['buy', 'id:500', '12', 'tea']],
]

const postgres = programs()
if (postgres === null) console.log('No PostgreSQL here (PG_BIN names one): nothing was measured.')
else await measure(postgres)

async function measure(programs: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
  const server = await startServer(programs, [])
  const ledger = (name: string) => `${server.address}?ledger=${name}`
  const regulars = (db: string, ...words: readonly string[]) =>
    run(words.join(' '), [bin, ...words, '--db', db, '--today', benchDay])
  try {
    const file = join(folder, 'shop.db')
    await makeBigShop(file, { customers, purchases })
    const moved = await regulars(ledger('bench'), 'restore', file, '--yes')
    say(`${purchases.toLocaleString('en')} purchases moved to the server in ${(moved.wall / 1000).toFixed(1)} s`)
    for (const [name, words] of commands) {
      const found = await interleaved(
        () => regulars(ledger('bench'), ...words),
        () => regulars(file, ...words),
      )
      note({ name: `server: ${name}`, beside: 'the same in a file', ...found, goal: 2 })
    }
    await carry(folder, programs, server.address, ledger('carried'), regulars)
    await sell(file, server.address, ledger)
    await sellInTheLast(ledger, regulars)
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

type Regulars = (db: string, ...words: readonly string[]) => Promise<{ readonly wall: number }>

/** An import beside one into a file and beside `\copy`, a backup beside `pg_dump`. */
async function carry(folder: string, programs: string, base: string, db: string, regulars: Regulars): Promise<void> {
  const [file, rows] = [join(folder, 'carried.db'), join(folder, 'rows.csv')]
  writeRows(rows)
  const psql = (text: string) => run('psql', ['-q', '-d', base, '-c', text], join(programs, 'psql'))
  const anew = async () => {
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true })
    await psql('drop schema if exists carried cascade; drop schema if exists copied cascade')
    await psql(
      'create schema copied; create table copied.entry (id bigint generated always as identity primary key, code text, ' +
        '"on" text, amount numeric, ref text unique); create index on copied.entry (code, "on")',
    )
  }
  const took = { server: [] as number[], file: [] as number[], copy: [] as number[] }
  for (let round = 0; round < Math.min(rounds, 3); round++) {
    await anew()
    const words = ['import', 'purchases', rows, '--create-customers', '--quiet']
    took.server.push((await regulars(db, ...words)).wall)
    took.file.push((await regulars(file, ...words)).wall)
    took.copy.push((await psql(`\\copy copied.entry (code, "on", amount, ref) from '${rows}' csv header`)).wall)
  }
  const rate = (walls: readonly number[]) => (customers * 10) / median(walls)
  const name = 'server: import purchases'
  note({ name, beside: 'rows/s into a file', ratio: rate(took.server) / rate(took.file), goal: 0.25, atLeast: true })
  note({ name, beside: 'rows/s of `\\copy`', ratio: rate(took.server) / rate(took.copy), goal: 0.33, atLeast: true })
  const found = await interleaved(
    () => regulars(db, 'backup', join(folder, 'backup.db'), '--yes'),
    () => run('pg_dump', ['-d', base, '-n', 'carried', '-f', join(folder, 'dump.sql')], join(programs, 'pg_dump')),
  )
  note({ name: 'server: backup', beside: '`pg_dump`', ...found, goal: 3 })
}

async function sell(file: string, base: string, ledger: (name: string) => string): Promise<void> {
  const ten = (db: string) => Array.from({ length: 10 }, () => db)
  const apart = Array.from({ length: 10 }, (_, nth) => ledger(`till_${nth}`))
  for (const db of apart) await makeLedger(db)
  const far = await delayedWay(Number(new URL(base).port), way)
  const distant = ledger('bench').replace(/:\d+\//, `:${far.port}/`)
  const rates: number[] = []
  for (const [name, tills, of] of [
    ['a file, one till', [file], customers],
    ['the server, one till', [ledger('bench')], customers],
    ['the server, ten tills', ten(ledger('bench')), customers],
    ['the server, ten tills, a ledger each', apart, 1],
    [`the server ${way} ms away, ten tills`, ten(distant), customers],
  ] as const) {
    const { aSecond, waited } = await sellAtOnce(tills, of, seconds)
    rates.push(aSecond)
    say(
      `  ${name.padEnd(38)} ${aSecond.toFixed(0).padStart(5)} sales/s, ${median(waited).toFixed(0)} ms each, ` +
        `${Math.max(...waited).toFixed(0)} at worst`,
    )
  }
  far.close()
  const [, , together = 0, each = 0, away = 0] = rates
  const goal = { goal: 0.7, atLeast: true }
  note({ name: 'server: ten tills, sales/s', beside: 'a ledger each', ratio: together / each, ...goal })
  say(`  ${away >= 100 ? 'at least' : 'MISSED:'} 100 sales/s ${way} ms away`)
}

/** The server's own lists grow with every ledger; a sale must not. */
async function sellInTheLast(ledger: (name: string) => string, regulars: Regulars): Promise<void> {
  const begun = performance.now()
  for (let nth = 1; nth <= ledgers; nth++) await makeLedger(ledger(`shop_${nth}`))
  say(`${ledgers} ledgers made in ${((performance.now() - begun) / 1000).toFixed(0)} s`)
  const found = await interleaved(
    () => regulars(ledger(`shop_${ledgers}`), 'buy', 'id:1', '12', 'tea'),
    () => regulars(ledger('shop_1'), 'buy', 'id:1', '12', 'tea'),
  )
  note({ name: `server: buy in ledger ${ledgers}`, beside: 'in the first', ...found, goal: 1.2 })
}

async function makeLedger(db: string): Promise<void> {
  const book = await openBench(db, 'create')
  await addCustomer(book, { name: 'Anna' })
  await book.store.close()
}

/** The median of each by the clock, the first round apart, and the ratio of one to the other. */
async function interleaved(
  ours: () => Promise<{ readonly wall: number }>,
  peer: () => Promise<{ readonly wall: number }>,
): Promise<{ readonly ratio: number }> {
  const took: [number[], number[]] = [[], []]
  for (let round = 0; round <= rounds; round++)
    for (const [at, one] of [ours, peer].entries()) {
      const { wall } = await one()
      if (round > 0) took[at]?.push(wall)
    }
  return { ratio: median(took[0]) / median(took[1]) }
}

function note(finding: Finding & { readonly ratio: number; readonly goal: number }): void {
  const { name, beside, ratio, goal, atLeast = false } = finding
  const kept = atLeast ? ratio >= goal : ratio <= goal
  const bound = `${atLeast ? 'at least' : 'within'} ${goal} x`
  say(`  ${name.padEnd(28)} ${ratio.toFixed(2).padStart(6)} x ${beside.padEnd(22)} ${kept ? '' : 'MISSED: '}${bound}`)
  keepFindings([finding])
}

function say(line: string): void {
  console.log(line)
}

/** As many purchases, of the same customers, as the ledger has. */
function writeRows(path: string): void {
  const file = openSync(path, 'w')
  writeSync(file, 'code,on,amount,ref\n')
  for (let row = 0; row < purchases; row += 1000) {
    const lines = Array.from({ length: Math.min(1000, purchases - row) }, (_, at) => {
      const nth = row + at
      const day = `2025-${String(1 + (nth % 12)).padStart(2, '0')}-${String(1 + (nth % 28)).padStart(2, '0')}`
      return `V${(nth * 7919) % customers},${day},${(100 + (nth % 9000)) / 100},R${nth}\n`
    })
    writeSync(file, lines.join(''))
  }
  closeSync(file)
}
