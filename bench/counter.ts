// What the counter takes in a large shop beside a small one, a hundred to two hundred times as large: it reads what it
// shows. Runs interleaved.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { classify } from '../src/ledger/tier/classify.ts'
import { benchDay, makeBigShop, openBench } from './big-shop.ts'
import { keepFindings } from './findings.ts'
import { median } from './measure.ts'
import { run, type Took } from './run.ts'

const bin = process.env['BENCH_PROGRAM'] ?? fileURLToPath(new URL('../bin/regulars.js', import.meta.url))
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 10)
const most = Number(process.env['BENCH_MOST'] ?? 2_000_000)
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
const target = 2

/** Customer 500 of the small shop, who comes as often as customer 100,000 of the large one. */
const commands = (id: number): Readonly<Record<string, readonly string[]>> => ({
  'find, nobody': ['find', 'nobody-at-all'],
  'find, ten': ['find', '1000050'],
  show: ['show', `id:${id}`],
  buy: ['buy', `id:${id}`, '12', 'tea', '--dry-run'],
  pay: ['pay', `id:${id}`, '12', '--dry-run'],
  done: ['done', `id:${id}`, '--dry-run'],
})

try {
  const shops = [{ purchases: 10_000 }, { purchases: most }].map(({ purchases }) => ({
    purchases,
    path: join(folder, `${purchases}.db`),
  }))
  for (const { path, purchases } of shops) {
    await makeBigShop(path, { customers: purchases / 10, purchases })
    const book = await openBench(path)
    await classify(book)
    book.store.close()
  }
  const took = new Map<string, Took[][]>()
  for (let round = 0; round < rounds + 2; round++) {
    for (const [at, { path, purchases }] of shops.entries()) {
      for (const [name, words] of Object.entries(commands(purchases / 20))) {
        const one = await run(name, [bin, ...words, '--db', path, '--today', benchDay])
        const both = took.get(name) ?? [[], []]
        took.set(name, both)
        if (round >= 2) both[at]?.push(one)
      }
    }
  }
  console.log(
    `the counter on ${most.toLocaleString('en')} purchases beside 10,000, median of ${rounds} interleaved runs`,
  )
  for (const [name, [small = [], large = []]] of took) {
    const wall = [small, large].map((runs) => median(runs.map((one) => one.wall))) as [number, number]
    const cpu = [small, large].map((runs) => runs.reduce((sum, one) => sum + (one.cpu ?? 0), 0) / runs.length) as [
      number,
      number,
    ]
    const ratio = wall[1] / wall[0]
    keepFindings([
      {
        name: `large shop: ${name}`,
        beside: `10,000 purchases, on ${most.toLocaleString('en')}`,
        ratio,
        ...(cpu[0] > 0 ? { cpu: cpu[1] / cpu[0] } : {}),
        goal: target,
      },
    ])
    const verdict = ratio <= target ? `within ${target} x` : `MISSED: over ${target} x`
    console.log(
      `  ${name.padEnd(14)} ${wall[0].toFixed(0).padStart(5)} -> ${wall[1].toFixed(0).padStart(5)} ms ` +
        `${ratio.toFixed(2).padStart(6)} x  ${verdict}   processor ${cpu[0].toFixed(0)} -> ${cpu[1].toFixed(0)} ms`,
    )
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
