// The reports beside the bare GROUP BY over the same rows, in one process, runs interleaved. The ledger is made unless it is named:
// `node bench/insight.ts [FILE]`; BENCH_CUSTOMERS, BENCH_PURCHASES and BENCH_ROUNDS say how much.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCohorts } from '../src/ledger/cohort/cohort.ts'
import { readFollowups } from '../src/ledger/followup/followups.ts'
import { readLosses } from '../src/ledger/loss/losses.ts'
import { readOverview } from '../src/ledger/overview/overview.ts'
import { readPareto } from '../src/ledger/pareto/pareto.ts'
import { readQuadrants } from '../src/ledger/quadrant/quadrant.ts'
import { splitPeriod } from '../src/ledger/rates/period.ts'
import { readRates } from '../src/ledger/rates/rates.ts'
import { readRateSeries } from '../src/ledger/rates/series.ts'
import { readReferrals } from '../src/ledger/referral/referrals.ts'
import { readRfm } from '../src/ledger/rfm/rfm.ts'
import { readSummary } from '../src/ledger/summary/summary.ts'
import { readMonths } from '../src/ledger/takings/months.ts'
import type { Alike } from '../src/ledger/value/purchasing.ts'
import { fitPurchasing } from '../src/ledger/value/purchasing-fit.ts'
import { readValue } from '../src/ledger/value/value.ts'
import { chance, visits } from '../tests/ledger/value/formulas.ts'
import { benchDay, makeBigShop, openBench } from './big-shop.ts'
import { median, ratioTable } from './measure.ts'

const size = { customers: Number(process.env['BENCH_CUSTOMERS'] ?? 200_000), purchases: Number(process.env['BENCH_PURCHASES'] ?? 2_000_000) }
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
const path = process.argv[2] ?? join(folder, 'shop.db')

/** So many customers who buy as the BG/NBD model says, with the parameters of CDNOW, first seen within `begun` weeks of `weeks`. */
function histories(customers: number, begun: number, weeks: number): Alike[] {
  const draw = chance(1)
  return Array.from({ length: customers }, () => {
    const age = weeks - Math.floor(draw.uniform() * begun * 7) / 7
    const days = new Set(visits({ r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 }, age, draw).map((time) => Math.floor(time * 7)))
    days.delete(0)
    return { frequency: days.size, recency: Math.max(0, ...days) / 7, age, customers: 1 }
  })
}

try {
  if (!existsSync(path)) await makeBigShop(path, size)
  const book = await openBench(path)
  const bare = book.store.sqlite.prepare(
    `SELECT customer_id, count(*), sum(amount), max("on") FROM entry WHERE kind = 'purchase' AND void = 0 GROUP BY customer_id`,
  )
  const [few, many] = [histories(2_357, 12, 39), histories(200_000, 150, 156)]
  const valued = { from: null, calibrateUntil: null, unit: 'week', horizon: 52, discountRate: 0.1, only: undefined } as const
  const year = { from: '2025-11-22', to: benchDay }
  const works: readonly (readonly [string, () => unknown, number | undefined])[] = [
    ['bare GROUP BY', () => bare.all(), undefined],
    ['report rfm', () => readRfm(book, { from: null }), 3],
    ["report rfm, R's scores", () => readRfm(book, { from: null, compat: 'r' }), 3],
    ['report pareto', () => readPareto(book, { from: null }), undefined],
    ['report cohorts', () => readCohorts(book, { from: null }), undefined],
    ['report quadrants', () => readQuadrants(book, { from: null }), undefined],
    ['report referrals', () => readReferrals(book, { from: null }), undefined],
    ['money by month', () => readMonths(book, { from: '2025-11-22', to: benchDay }), undefined],
    ['report summary', () => readSummary(book, { from: '2025-11-22', to: benchDay }, 'days'), undefined],
    ['report rates', () => readRates(book, year), undefined],
    ['report rates --by month', () => readRateSeries(book, splitPeriod(year, 'month')), undefined],
    ['report losses', () => readLosses(book, year), undefined],
    ['report followups', () => readFollowups(book, year), undefined],
    ['report --html', () => readOverview(book, { from: '2025-11-22', to: benchDay }), undefined],
    ['report value', () => readValue(book, valued), undefined],
    ['fit of 2,357 customers', () => fitPurchasing(few), undefined],
    ['fit of 200,000 customers', () => fitPurchasing(many), undefined],
  ]
  const times = works.map(() => [] as number[])
  for (let round = 0; round < rounds + 1; round++) {
    for (const [at, [, work]] of works.entries()) {
      const start = performance.now()
      await work()
      if (round > 0) times[at]?.push(performance.now() - start)
    }
  }
  const base = median(times[0] ?? [])
  console.log(`insight, median of ${rounds} interleaved runs, Node ${process.versions.node}`)
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
  console.log(`  peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
  book.store.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
