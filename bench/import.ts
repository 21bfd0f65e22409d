// Imports beside what else puts a CSV file into SQLite, each in a process of its own, runs interleaved; `npm run build`
// first. The peers are the programs `sqlite-utils`, `csvsql` (csvkit) and `sqlite3` of the PATH: one that is not there
// is "not measured". BENCH_ROWS names the sizes, 20000 to 2000000, and BENCH_ROUNDS how often each is run; csvsql,
// which takes minutes, runs once and up to 50,000 rows. A large shop is made for the last contest, or a copy of one of
// `makeBigShop` is used: `node bench/import.ts [FILE]`.
//
// What each idea bought, of 200,000 customers (14.4 s of CPU before) and 500,000 purchases (14.4 s), on a shared
// machine:
// - CHECKs of closed sets by OR instead of IN, for which SQLite builds a table in memory for every row: a customer's
// insert 10.8 us -> 5.5;
// - eight rows a statement, without ids and with OR FAIL, so that SQLite keeps no journal of the statement; constants
// in its text; only the
//   columns a file has: customers 3.2 s, purchases 1.4 s;
// - a Bloom filter of the codes, phones, names and refs that may be there: 1.1 s of each; cards in an index of typed
// arrays: 1.5 s;
// - every cell read on the other core, rows back as one text: 2.0 s and 1.0 s off the main thread;
// - a roster is read by the columns it has, one state for all its rows instead of eight functions a row; plain days,
// birthdays, phones and Chinese names without detours: 200,000 customers 8.7 s -> 6.4 of both cores together;
// - a file for a new ledger is not taken once more to see whether anything will stand there: 20,000 customers 1.9 s ->
// 1.25; on the other core from 1 MB on, 1.14 -> 1.06, and 40 MB less;
// - entries without a ref are looked for by two plain statements instead of one with an IN and an ORDER BY, which make
// tables in memory: 100,000 of them into a full ledger 4.3 s -> 2.0;
// - characters with one reading spelled without looking for words: pinyin 2.0 s -> 0.3 s; lines without a quote split
// at once, without
//   csv-parse: most of 1.7 s and of what it left to collect;
// - a larger nursery on the other core: 20,000 customers 0.60 s -> 0.53 by the clock; a phone that decides alone, from
// its index: 50,000 purchases into 2,000,000 1.62 s -> 1.50; few pages while a large file is classified: its peak 216
// MB -> 181.
// - the other core begins while the columns are made out, with a nursery of 8 MB from the start instead of one: 20,000
// customers 0.48 s -> 0.42, 200,000 2.55 -> 2.19, 200,000 purchases 1.59 -> 1.44; cards in runs: 50,000 more into
// 200,000 purchases 0.81 -> 0.75.
// What is left of a customer is half SQLite's insert into five trees; of a purchase half its insert, a tenth the
// covering index at the end.
import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeBigShop } from './big-shop.ts'
import { keepFindings } from './findings.ts'
import { writeFiles, writeWorkbook } from './import-files.ts'
import { median } from './measure.ts'

const sizes = (process.env['BENCH_ROWS'] ?? '20000,200000').split(',').map(Number)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const program = process.env['BENCH_PROGRAM'] ?? fileURLToPath(new URL('../bin/regulars.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
const at = (name: string) => join(folder, name)
const many = (rows: number) => rows.toLocaleString('en')

interface Run {
  readonly wall: number
  /** Of all its threads. */
  readonly cpu: number
  /** In MB. */
  readonly peak: number
}

/** Runs a command and says what it took, in seconds, and held at most; null when it is not installed. */
function timed(command: string, args: readonly string[]): Run | null {
  if (spawnSync('which', [command]).status !== 0) return null
  const began = performance.now()
  const ran = spawnSync('/usr/bin/time', ['-o', at('time'), '-f', '%U %S %M', command, ...args], { encoding: 'utf8' })
  const wall = (performance.now() - began) / 1000
  if (ran.error) throw new Error('/usr/bin/time is needed to measure')
  if (ran.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${ran.stderr}`)
  const [user = 0, system = 0, kilobytes = 0] = readFileSync(at('time'), 'utf8').trim().split(' ').map(Number)
  return { wall, cpu: user + system, peak: kilobytes / 1024 }
}

function regulars(db: string, ...args: readonly string[]): Run {
  const run = timed(process.execPath, [program, ...args, '--db', at(db), '--quiet'])
  if (run === null) throw new Error(`${process.execPath}: not found`)
  return run
}

function fresh(...names: readonly string[]): void {
  for (const name of names) for (const end of ['', '-wal', '-shm']) rmSync(at(name) + end, { force: true })
}

interface Contest {
  readonly name: string
  readonly kind: 'customers' | 'purchases'
  readonly rows: number
  readonly target: number
  readonly file: string
  /** The ledger it goes into, a copy each time; none for a new one. */
  readonly into?: string
}

const contests = (size: number): readonly Contest[] => [
  { name: 'customers into a new ledger', kind: 'customers', rows: size, target: 1.5, file: 'customers.csv' },
  {
    name: 'purchases into a ledger without any',
    kind: 'purchases',
    rows: size,
    target: 2.5,
    file: 'purchases.csv',
    into: 'buyers.db',
  },
  {
    name: `more into ${many(size)} purchases`,
    kind: 'purchases',
    rows: Math.ceil(size / 4),
    target: 1.5,
    file: 'more.csv',
    into: 'full.db',
  },
]

interface Peer {
  readonly name: string
  readonly target: (contest: Contest) => number | null
  /** It is not made to wait for more rows, or rounds, than these. */
  readonly most: { readonly rows: number; readonly rounds: number }
  readonly run: (file: string) => Run | null
}

/** What version 4 does by itself an older one is asked for: a column of numbers is one of numbers. */
const sqliteUtils = 'sqlite-utils'
const major = Number(spawnSync(sqliteUtils, ['--version'], { encoding: 'utf8' }).stdout?.match(/\d+/)?.[0])
const insert = ['insert', '--csv', '--silent', ...(major < 4 ? ['--detect-types'] : [])]

const always = { rows: Number.POSITIVE_INFINITY, rounds: Number.POSITIVE_INFINITY }
const peers: readonly Peer[] = [
  {
    name: '`sqlite-utils insert --csv`',
    target: ({ target }) => target,
    most: always,
    run: (file) => timed(sqliteUtils, [...insert, at('peer.db'), 'rows', file]),
  },
  {
    name: '`csvsql --insert`',
    target: () => 20,
    most: { rows: 50_000, rounds: 1 },
    run: (file) => timed('csvsql', ['--db', `sqlite:///${at('peer.db')}`, '--insert', file]),
  },
  {
    name: '`.import`, no checks, no index',
    target: () => null,
    most: always,
    run: (file) => timed('sqlite3', [at('peer.db'), '.mode csv', `.import ${file} rows`]),
  },
]

/** The median of each, and the largest peak. */
function middle(runs: readonly (Run | null)[]): Run | null {
  const done = runs.filter((run) => run !== null)
  if (done.length === 0) return null
  const [wall, cpu] = [median(done.map((run) => run.wall)), median(done.map((run) => run.cpu))]
  return { wall, cpu, peak: Math.max(...done.map((run) => run.peak)) }
}

function say(name: string, rows: number, run: Run | null): void {
  const each = (seconds: number) => `${((seconds / rows) * 1e6).toFixed(1).padStart(7)} us`
  const figures =
    run === null
      ? 'not measured: not installed'
      : `${each(run.wall)} a row  ${each(run.cpu)} of processor  ` +
        `${many(Math.round(rows / run.wall)).padStart(10)} rows/s  peak ${Math.round(run.peak)} MB`
  console.log(`  ${name.padEnd(32)} ${figures}`)
}

function compete(contest: Contest): void {
  const { name, kind, rows, file, into } = contest
  const able = peers.filter(({ most }) => rows <= most.rows)
  const runs = { ours: [] as Run[], peers: able.map(() => [] as (Run | null)[]) }
  for (let round = 0; round < rounds; round++) {
    fresh('shop.db')
    if (into) copyFileSync(at(into), at('shop.db'))
    runs.ours.push(regulars('shop.db', 'import', kind, at(file), '--no-classify'))
    able.forEach(({ run, most }, number) => {
      if (round >= most.rounds) return
      fresh('peer.db')
      runs.peers[number]?.push(run(at(file)))
    })
  }
  const ours = middle(runs.ours) as Run
  console.log(`${name}: ${many(rows)} rows`)
  say('regulars', rows, ours)
  able.forEach((peer, number) => {
    const [beside, target] = [middle(runs.peers[number] ?? []), peer.target(contest)]
    say(peer.name, rows, beside)
    const ratios = beside && { ratio: beside.wall / ours.wall, cpu: beside.cpu / ours.cpu }
    if (ratios) {
      const verdict =
        target === null ? '' : ratios.ratio >= target ? `at least ${target} x` : `MISSED: under ${target} x`
      console.log(
        `    ${ratios.ratio.toFixed(2)} x by the clock, ${ratios.cpu.toFixed(2)} x by the processor  ${verdict}`.trimEnd(),
      )
    }
    keepFindings([
      {
        name: `import: ${many(rows)} ${name}`,
        beside: `rows/s of ${peer.name}`,
        ...ratios,
        ...(target === null ? {} : { goal: target, atLeast: true }),
        ...(number === 0 ? { peak: ours.peak, peakGoal: 200 } : {}),
      },
    ])
  })
}

/** What an import holds at most with all that belongs to it, the classify at its end too. */
function weigh(name: string, db: string, kind: Contest['kind'], file: string): void {
  const { wall, peak } = regulars(db, 'import', kind, at(file))
  console.log(`${name}: ${wall.toFixed(1)} s, peak ${Math.round(peak)} MB`)
  keepFindings([{ name: `memory of an import: ${name}`, beside: '', peak, peakGoal: 200 }])
}

/** As CSV and as a workbook: the larger file of the same kind must hold no more. */
function weighAll(size: number): void {
  for (const end of ['csv', 'xlsx'])
    for (const kind of ['customers', 'purchases'] as const) {
      const file = `${kind}.${end}`
      if (end === 'xlsx') writeWorkbook(at(`${kind}.csv`), at(file))
      fresh('shop.db')
      if (kind === 'purchases') copyFileSync(at('buyers.db'), at('shop.db'))
      weigh(`${many(size)} ${kind} as ${end.toUpperCase()}, classified`, 'shop.db', kind, file)
    }
}

async function intoLargeShop(size: number): Promise<void> {
  const [given] = process.argv.slice(2)
  if (given) copyFileSync(given, at('large.db'))
  else await makeBigShop(at('large.db'), { customers: 200_000, purchases: 2_000_000 })
  compete({
    name: 'more into 2,000,000 purchases, by phone',
    kind: 'purchases',
    rows: Math.ceil(size / 4),
    target: 1.5,
    file: 'phones.csv',
    into: 'large.db',
  })
}

try {
  for (const size of sizes) {
    writeFiles(at, size)
    fresh('buyers.db', 'full.db')
    regulars('buyers.db', 'import', 'customers', at('buyers.csv'), '--no-classify')
    copyFileSync(at('buyers.db'), at('full.db'))
    regulars('full.db', 'import', 'purchases', at('purchases.csv'), '--no-classify')
    for (const contest of contests(size)) compete(contest)
    weighAll(size)
  }
  await intoLargeShop(sizes.at(-1) ?? 20_000)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
