// Sorting and standings beside the bare GROUP BY over the same rows, in one process, runs interleaved. The ledger is
// made unless it is named: `node bench/standings.ts [FILE]`; BENCH_CUSTOMERS, BENCH_PURCHASES and BENCH_ROUNDS say how
// much.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Book } from '../src/ledger/book/book.ts'
import { dueToday } from '../src/ledger/followup/due.ts'
import { countStages, readRates } from '../src/ledger/report/rates.ts'
import { readStandings } from '../src/ledger/standing/read-standings.ts'
import { classify } from '../src/ledger/tier/classify.ts'
import { currentTiers } from '../src/ledger/tier/current.ts'
import { benchDay, makeBigShop, openBench } from './big-shop.ts'
import { keepFindings } from './findings.ts'
import { median, ratioTable } from './measure.ts'

const size = {
  customers: Number(process.env['BENCH_CUSTOMERS'] ?? 200_000),
  purchases: Number(process.env['BENCH_PURCHASES'] ?? 2_000_000),
}
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
const path = process.argv[2] ?? join(folder, 'shop.db')

try {
  if (!existsSync(path)) await makeBigShop(path, size)
  const book = await openBench(path)
  const bare = book.store.sqlite.prepare(
    `SELECT customer_id, count(*), sum(amount), max("on") FROM entry WHERE kind = 'purchase' AND void = 0
      GROUP BY customer_id`,
  )
  const works: readonly (readonly [string, () => unknown, number | undefined])[] = [
    ['bare GROUP BY', () => bare.all(), undefined],
    ['classify', () => classify(book), 2.5],
    ['due', () => reading(dueToday), 4],
    ['readStandings', () => reading(readStandings), undefined],
    ['currentTiers', () => reading(currentTiers), undefined],
    ['report stages', () => reading(countStages), 5],
    ['report rates', () => reading((book) => readRates(book, { from: '2026-01-01', to: benchDay })), 5],
  ]
  const begun = performance.now()
  await classify(book)
  const first = performance.now() - begun
  const times = works.map(() => [] as number[])
  const spent = works.map(() => [] as number[])
  for (let round = 0; round < rounds + 1; round++) {
    for (const [at, [, work]] of works.entries()) {
      const start = performance.now()
      const before = process.cpuUsage()
      await work()
      const { user, system } = process.cpuUsage(before)
      if (round === 0) continue
      times[at]?.push(performance.now() - start)
      spent[at]?.push((user + system) / 1000)
    }
  }
  const base = median(times[0] ?? [])
  console.log(`standings, median of ${rounds} interleaved runs, Node ${process.versions.node}`)
  console.log(
    ratioTable(
      works.map(([name, , target], at) => ({
        name,
        value: median(times[at] ?? []),
        unit: 'ms',
        ratio: median(times[at] ?? []) / base,
        ...(target ? { target } : {}),
      })),
    ),
  )
  keepFindings(
    works.slice(1).map(([name, , goal], at) => ({
      name,
      beside: 'one bare `GROUP BY`',
      ratio: median(times[at + 1] ?? []) / base,
      cpu: median(spent[at + 1] ?? []) / median(spent[0] ?? []),
      ...(goal ? { goal } : {}),
    })),
  )
  keepFindings([{ name: 'the first classify', beside: 'the same', ratio: first / base, goal: 3 }])
  console.log(ratioTable([{ name: 'the first classify', value: first, unit: 'ms', ratio: first / base, target: 3 }]))
  console.log(`  peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
  book.store.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** Opened as the program opens it for what only reads: another core may read along then. */
async function reading(work: (book: Book) => Promise<unknown>): Promise<void> {
  const book = await openBench(path, 'read')
  try {
    await work(book)
  } finally {
    await book.store.close()
  }
}
