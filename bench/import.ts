// Imports beside what else puts a CSV file into SQLite, each in a process of its own, runs interleaved; `npm run build` first.
// BENCH_CUSTOMERS, BENCH_PURCHASES and BENCH_ROUNDS say how much. A peer that is not installed is skipped with a word.
import { spawnSync } from 'node:child_process'
import { closeSync, copyFileSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { median } from './measure.ts'

const customers = Number(process.env['BENCH_CUSTOMERS'] ?? 200_000)
const purchases = Number(process.env['BENCH_PURCHASES'] ?? 500_000)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const program = fileURLToPath(new URL('../bin/regulars.js', import.meta.url))
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

const regulars = (db: string, ...args: readonly string[]) => timed(process.execPath, [program, '--db', db, ...args, '--quiet', '--no-classify'])

function fresh(...names: readonly string[]): void {
  for (const name of names) for (const end of ['', '-wal', '-shm']) rmSync(at(name) + end, { force: true })
}

function writeFiles(): void {
  let seed = 7
  const random = (below: number) => {
    seed = (seed * 1664525 + 1013904223) % 4294967296
    return Math.floor((seed / 4294967296) * below)
  }
  const two = (number: number) => String(number).padStart(2, '0')
  const day = (from: number) => `${from + random(3)}-${two(1 + random(12))}-${two(1 + random(28))}`
  const letters = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建国志']
  const letter = () => letters[random(letters.length)] ?? ''
  write('customers.csv', 'code,name,phone,birthday,joined,tags', customers, (row) => {
    return `V${String(row).padStart(6, '0')},${letter()}${letter()}${letter()},1${3 + random(7)}${String(row).padStart(9, '0')},19${50 + random(49)}-${two(1 + random(12))}-${two(1 + random(28))},${day(2021)},${['老茶客', 'VIP', '批发', ''][random(4)]}`
  })
  const bought = (row: number) =>
    `V${String(random(customers)).padStart(6, '0')},${day(2023)},${(random(99_900) + 100) / 100},${random(100)},item ${random(300)},R${String(row).padStart(7, '0')}`
  write('purchases.csv', 'code,on,amount,cost,item,ref', purchases, bought)
  write('more.csv', 'code,on,amount,cost,item,ref', Math.ceil(purchases / 4), (row) => bought(purchases + row))
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

/** What is measured: our import, then its peers on the same file. `before` makes the place it starts from. */
const contests: readonly {
  readonly name: string
  readonly rows: number
  readonly target: number | null
  readonly file: string
  readonly before: () => void
  readonly ours: () => Run | null
}[] = [
  {
    name: 'customers into an empty ledger',
    rows: customers,
    target: 1.5,
    file: 'customers.csv',
    before: () => fresh('shop.db'),
    ours: () => regulars(at('shop.db'), 'import', 'customers', at('customers.csv')),
  },
  {
    name: 'purchases into a ledger without any',
    rows: purchases,
    target: 2,
    file: 'purchases.csv',
    before: () => {
      fresh('full.db')
      copyFileSync(at('shop.db'), at('full.db'))
    },
    ours: () => regulars(at('full.db'), 'import', 'purchases', at('purchases.csv')),
  },
  {
    name: 'more purchases into a full one',
    rows: Math.ceil(purchases / 4),
    target: 1.3,
    file: 'more.csv',
    before: () => {
      fresh('fuller.db')
      copyFileSync(at('full.db'), at('fuller.db'))
    },
    ours: () => regulars(at('fuller.db'), 'import', 'purchases', at('more.csv')),
  },
]

const peers: readonly (readonly [string, (file: string) => Run | null])[] = [
  ['sqlite-utils insert --csv', (file) => timed('sqlite-utils', ['insert', '--csv', '--silent', at('peer.db'), 'rows', file])],
  ['sqlite3 .import (no checks)', (file) => timed('sqlite3', [at('peer.db'), '.mode csv', `.import ${file} rows`])],
]

function say(name: string, rows: number, runs: readonly (Run | null)[]): number | null {
  const done = runs.filter((run) => run !== null)
  if (done.length === 0) {
    console.log(`  ${name.padEnd(30)} skipped: not installed`)
    return null
  }
  const rate = rows / median(done.map(({ seconds }) => seconds))
  const peak = Math.max(...done.map((run) => run.peak ?? 0))
  console.log(`  ${name.padEnd(30)} ${Math.round(rate).toLocaleString('en').padStart(10)} rows/s   peak ${Math.round(peak)} MB`)
  return rate
}

try {
  writeFiles()
  for (const { name, rows, target, file, before, ours } of contests) {
    const runs = { ours: [] as (Run | null)[], peers: peers.map(() => [] as (Run | null)[]) }
    for (let round = 0; round < rounds; round++) {
      before()
      runs.ours.push(ours())
      peers.forEach(([, run], number) => {
        fresh('peer.db')
        runs.peers[number]?.push(run(at(file)))
      })
    }
    console.log(`${name}: ${rows.toLocaleString('en')} rows`)
    const rate = say('regulars', rows, runs.ours)
    const rates = peers.map(([peer], number) => say(peer, rows, runs.peers[number] ?? []))
    if (rate === null) throw new Error('/usr/bin/time is needed to measure')
    for (const [number, [peer]] of peers.entries()) {
      const beside = rates[number]
      if (!beside) continue
      const ratio = rate / beside
      const verdict = number > 0 || target === null ? '' : ratio >= target ? `at least ${target} x` : `MISSED: under ${target} x`
      console.log(`  ${ratio.toFixed(2)} x ${peer}  ${verdict}`.trimEnd())
    }
  }
  // csvkit takes minutes for what the others take seconds: a tenth of the file says enough.
  fresh('peer.db')
  write('few.csv', 'code,on,amount,cost,item,ref', 20_000, (row) => `V1,2025-01-01,1.50,1,item,R${row}`)
  const slow = timed('csvsql', ['--db', `sqlite:///${at('peer.db')}`, '--insert', at('few.csv')])
  console.log('csvkit on 20,000 purchases')
  say('csvsql --insert', 20_000, [slow])
} finally {
  rmSync(folder, { recursive: true, force: true })
}
