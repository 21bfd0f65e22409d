// Imports beside what else puts a CSV file into SQLite, each in a process of its own, runs interleaved; `npm run build`
// first.
// BENCH_ROWS names the sizes, 20000 to 2000000, and BENCH_ROUNDS how often each is run; csvsql, which takes minutes,
// runs once and up to 200,000 rows. A peer that is not installed is skipped with a word.
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
//   csv-parse: most of 1.7 s and of what it left to collect.
// What is left of a customer is half SQLite's insert into five trees; of a purchase half its insert, a tenth the
// covering index at the end.
import { spawnSync } from 'node:child_process'
import { closeSync, copyFileSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { keepFindings } from './findings.ts'
import { median } from './measure.ts'

const sizes = (process.env['BENCH_ROWS'] ?? '20000,200000').split(',').map(Number)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
/** Purchases are spread over so many customers at most */
const mostBuyers = 200_000
const program = process.env['BENCH_PROGRAM'] ?? fileURLToPath(new URL('../bin/regulars.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
const at = (name: string) => join(folder, name)

interface Run {
  readonly seconds: number
  /** Of the largest process, in MB; null where /usr/bin/time is missing. */
  readonly peak: number | null
}

/** Runs a command and says how long it took and how much memory it had at most; null when it is not installed. */
function timed(command: string, args: readonly string[]): Run | null {
  const seen = at('time')
  const began = process.hrtime.bigint()
  const ran = spawnSync('/usr/bin/time', ['-o', seen, '-f', '%M', command, ...args], { encoding: 'utf8' })
  const seconds = Number(process.hrtime.bigint() - began) / 1e9
  if (ran.error || ran.status === 127) return null
  if (ran.status !== 0) throw new Error(`${command} ${args.join(' ')}: ${ran.stderr}`)
  const peak = Number(spawnSync('tail', ['-1', seen], { encoding: 'utf8' }).stdout) / 1024
  return { seconds, peak }
}

const regulars = (db: string, ...args: readonly string[]) =>
  timed(process.execPath, [program, '--db', db, ...args, '--quiet', '--no-classify'])

function fresh(...names: readonly string[]): void {
  for (const name of names) for (const end of ['', '-wal', '-shm']) rmSync(at(name) + end, { force: true })
}

function writeFiles(size: number): void {
  const buyers = Math.min(size, mostBuyers)
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1664525 + 1013904223) % 4294967296
    return Math.floor((seed / 4294967296) * below)
  }
  const two = (number: number) => String(number).padStart(2, '0')
  const day = (from: number) => `${from + random(3)}-${two(1 + random(12))}-${two(1 + random(28))}`
  const letters = [
    ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建国志',
  ]
  const letter = () => letters[random(letters.length)] ?? ''
  const customer = (row: number) => {
    return `V${String(row).padStart(6, '0')},${letter()}${letter()}${letter()},1${3 + random(7)}${String(row).padStart(9, '0')},19${50 + random(49)}-${two(1 + random(12))}-${two(1 + random(28))},${day(2021)},${['老茶客', 'VIP', '批发', ''][random(4)]}`
  }
  write('customers.csv', 'code,name,phone,birthday,joined,tags', size, customer)
  write('buyers.csv', 'code,name,phone,birthday,joined,tags', buyers, customer)
  const bought = (row: number) =>
    `V${String(random(buyers)).padStart(6, '0')},${day(2023)},${(random(99_900) + 100) / 100},${random(100)},item ` +
    `${random(300)},R${String(row).padStart(7, '0')}`
  write('purchases.csv', 'code,on,amount,cost,item,ref', size, bought)
  write('more.csv', 'code,on,amount,cost,item,ref', Math.ceil(size / 4), (row) => bought(size + row))
}

function write(name: string, header: string, rows: number, line: (row: number) => string): void {
  const file = openSync(at(name), 'w')
  let piece = `${header}\n`
  for (let row = 0; row < rows; row++) {
    piece += `${line(row)}\n`
    if (piece.length > 1 << 20) {
      writeSync(file, piece)
      piece = ''
    }
  }
  writeSync(file, piece)
  closeSync(file)
}

interface Contest {
  readonly name: string
  readonly rows: number
  readonly target: number
  readonly file: string
  /** Makes the place it starts from. */
  readonly before: () => void
  readonly ours: () => Run | null
}

/** What is measured: our import, then its peers on the same file. */
const contests = (size: number): readonly Contest[] => [
  {
    name: 'customers into an empty ledger',
    rows: size,
    target: 1.5,
    file: 'customers.csv',
    before: () => fresh('shop.db'),
    ours: () => regulars(at('shop.db'), 'import', 'customers', at('customers.csv')),
  },
  {
    name: 'purchases into a ledger without any',
    rows: size,
    target: 2.5,
    file: 'purchases.csv',
    before: () => {
      fresh('full.db')
      copyFileSync(at('buyers.db'), at('full.db'))
    },
    ours: () => regulars(at('full.db'), 'import', 'purchases', at('purchases.csv')),
  },
  {
    name: 'more purchases into a full one',
    rows: Math.ceil(size / 4),
    target: 1.5,
    file: 'more.csv',
    before: () => {
      fresh('fuller.db')
      copyFileSync(at('full.db'), at('fuller.db'))
    },
    ours: () => regulars(at('fuller.db'), 'import', 'purchases', at('more.csv')),
  },
]

interface Peer {
  readonly name: string
  readonly target: (contest: Contest) => number | null
  /** It is not made to wait for more rows, or rounds, than these. */
  readonly most: { readonly rows: number; readonly rounds: number }
  readonly run: (file: string) => Run | null
}

const always = { rows: Number.POSITIVE_INFINITY, rounds: Number.POSITIVE_INFINITY }
const peers: readonly Peer[] = [
  {
    name: 'sqlite-utils insert --csv',
    target: ({ target }) => target,
    most: always,
    run: (file) => timed('sqlite-utils', ['insert', '--csv', '--silent', at('peer.db'), 'rows', file]),
  },
  {
    name: 'csvsql --insert',
    target: () => 20,
    most: { rows: 200_000, rounds: 1 },
    run: (file) => timed('csvsql', ['--db', `sqlite:///${at('peer.db')}`, '--insert', file]),
  },
  {
    name: 'sqlite3 .import (no checks)',
    target: () => null,
    most: always,
    run: (file) => timed('sqlite3', [at('peer.db'), '.mode csv', `.import ${file} rows`]),
  },
]

function say(name: string, rows: number, runs: readonly (Run | null)[]): number | null {
  const done = runs.filter((run) => run !== null)
  if (done.length === 0) {
    console.log(`  ${name.padEnd(30)} skipped: not installed`)
    return null
  }
  const rate = rows / median(done.map(({ seconds }) => seconds))
  const peak = Math.max(...done.map((run) => run.peak ?? 0))
  console.log(
    `  ${name.padEnd(30)} ${Math.round(rate).toLocaleString('en').padStart(10)} rows/s   peak ${Math.round(peak)} MB`,
  )
  return rate
}

function compete(contest: Contest): void {
  const { name, rows, file, before, ours } = contest
  const able = peers.filter(({ most }) => rows <= most.rows)
  const runs = { ours: [] as (Run | null)[], peers: able.map(() => [] as (Run | null)[]) }
  for (let round = 0; round < rounds; round++) {
    before()
    runs.ours.push(ours())
    able.forEach(({ run, most }, number) => {
      if (round >= most.rounds) return
      fresh('peer.db')
      runs.peers[number]?.push(run(at(file)))
    })
  }
  console.log(`${name}: ${rows.toLocaleString('en')} rows`)
  const rate = say('regulars', rows, runs.ours)
  if (rate === null) throw new Error('/usr/bin/time is needed to measure')
  const rates = able.map((peer, number) => say(peer.name, rows, runs.peers[number] ?? []))
  able.forEach((peer, number) => {
    const beside = rates[number]
    if (!beside) return
    const [ratio, target] = [rate / beside, peer.target(contest)]
    if (target !== null)
      keepFindings([
        {
          name: `${name}, ${rows.toLocaleString('en')} rows`,
          beside: `rows/s of \`${peer.name}\``,
          ratio,
          goal: target,
          atLeast: true,
          peak: Math.max(...runs.ours.map((run) => run?.peak ?? 0)),
          peakGoal: 200,
        },
      ])
    const verdict = target === null ? '' : ratio >= target ? `at least ${target} x` : `MISSED: under ${target} x`
    console.log(`  ${ratio.toFixed(2)} x ${peer.name}  ${verdict}`.trimEnd())
  })
}

try {
  for (const size of sizes) {
    writeFiles(size)
    fresh('buyers.db')
    regulars(at('buyers.db'), 'import', 'customers', at('buyers.csv'))
    for (const contest of contests(size)) compete(contest)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
