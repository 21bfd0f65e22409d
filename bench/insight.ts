// The reports, each beside the heart of it in bare SQL and beside the bare GROUP BY of all of them, over the same rows
// in one process, runs interleaved. The ledger is made unless it is named:
// `node bench/insight.ts [FILE]`; BENCH_CUSTOMERS, BENCH_PURCHASES and BENCH_ROUNDS say how much.
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readReferrals } from '../src/ledger/care/referral/referrals.ts'
import { splitPeriod } from '../src/ledger/period.ts'
import { readCohorts } from '../src/ledger/report/cohorts.ts'
import { readFollowups } from '../src/ledger/report/followups.ts'
import { readLosses } from '../src/ledger/report/losses.ts'
import { readMonths } from '../src/ledger/report/months.ts'
import { readOverview } from '../src/ledger/report/overview.ts'
import { readPareto } from '../src/ledger/report/pareto.ts'
import { countStages, readRateSeries, readRates } from '../src/ledger/report/rates.ts'
import { readSummary } from '../src/ledger/report/summary/summary.ts'
import type { SharedHistory } from '../src/ledger/report/value/bg-nbd.ts'
import { fitBgNbd } from '../src/ledger/report/value/fit-bg-nbd.ts'
import { readValue } from '../src/ledger/report/value/value.ts'
import { readQuadrants } from '../src/ledger/segment/quadrants.ts'
import { readRfm } from '../src/ledger/segment/rfm.ts'
import { chance, visits } from '../tests/ledger/report/value/formulas.ts'
import { benchDay, makeBigShop, openBench } from './big-shop.ts'
import { keepFindings } from './findings.ts'
import { median, ratioTable } from './measure.ts'
import { groupBy, plainSql } from './plain-sql.ts'

const size = {
  customers: Number(process.env['BENCH_CUSTOMERS'] ?? 200_000),
  purchases: Number(process.env['BENCH_PURCHASES'] ?? 2_000_000),
}
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 3)
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
const path = process.argv[2] ?? join(folder, 'shop.db')

/**
 * So many customers who buy as the BG/NBD model says, with the parameters of CDNOW, first seen within `begun` weeks of
 * `weeks`.
 */
function histories(customers: number, begun: number, weeks: number): SharedHistory[] {
  const draw = chance(1)
  return Array.from({ length: customers }, () => {
    const age = weeks - Math.floor(draw.uniform() * begun * 7) / 7
    const days = new Set(
      visits({ r: 0.2426, alpha: 4.4136, a: 0.7929, b: 2.4259 }, age, draw).map((time) => Math.floor(time * 7)),
    )
    days.delete(0)
    return { frequency: days.size, recency: Math.max(0, ...days) / 7, age, customers: 1 }
  })
}

interface Work {
  readonly name: string
  readonly work: () => unknown
  readonly sql?: string
  readonly target?: number
}

try {
  if (!existsSync(path)) await makeBigShop(path, size)
  const book = await openBench(path, 'read')
  const ask = (sql: string) => book.store.sqlite.prepare(sql).all()
  const [few, many] = [histories(2_357, 12, 39), histories(200_000, 150, 156)]
  const valued = {
    from: null,
    calibrateUntil: null,
    unit: 'week',
    horizon: 52,
    discountRate: 0.1,
    only: undefined,
  } as const
  const year = { from: '2025-11-22', to: benchDay }
  const works: readonly Work[] = [
    { name: 'report rfm', work: () => readRfm(book, { from: null }), sql: plainSql.rfm, target: 2.5 },
    {
      name: "report rfm, R's scores",
      work: () => readRfm(book, { from: null, compat: 'r' }),
      sql: plainSql.rfm,
      target: 2.5,
    },
    { name: 'report pareto', work: () => readPareto(book, { from: null }), sql: plainSql.pareto, target: 5 },
    { name: 'report cohorts', work: () => readCohorts(book, { from: null }), sql: plainSql.cohorts, target: 5 },
    { name: 'report quadrants', work: () => readQuadrants(book, { from: null }), sql: plainSql.quadrants, target: 5 },
    { name: 'report referrals', work: () => readReferrals(book, { from: null }), sql: plainSql.referrals, target: 5 },
    { name: 'money by month', work: () => readMonths(book, year), sql: plainSql.months, target: 5 },
    { name: 'report stages', work: () => countStages(book), sql: plainSql.stages, target: 5 },
    { name: 'report rates', work: () => readRates(book, year), sql: plainSql.stages, target: 5 },
    {
      name: 'report rates --by month',
      work: () => readRateSeries(book, splitPeriod(year, 'month')),
      sql: plainSql.gaps,
      target: 5,
    },
    { name: 'report losses', work: () => readLosses(book, year), sql: plainSql.gaps, target: 5 },
    { name: 'report followups', work: () => readFollowups(book, year), sql: plainSql.gaps, target: 5 },
    { name: 'report summary', work: () => readSummary(book, year, 'days'), sql: plainSql.summary, target: 8 },
    { name: 'report --html', work: () => readOverview(book, year, 'days'), sql: plainSql.summary, target: 8 },
    { name: 'report value', work: () => readValue(book, valued), sql: plainSql.value, target: 5 },
    { name: 'fit of 2,357 customers', work: () => fitBgNbd(few) },
    { name: 'fit of 200,000 customers', work: () => fitBgNbd(many) },
  ]
  const times = { bare: [] as number[], works: works.map(() => [] as number[]), sqls: works.map(() => [] as number[]) }
  const spent = { bare: [] as number[], works: works.map(() => [] as number[]) }
  const timed = async (into: number[] | undefined, cpu: number[] | undefined, round: number, work: () => unknown) => {
    const start = performance.now()
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    if (round === 0) return
    into?.push(performance.now() - start)
    cpu?.push((user + system) / 1000)
  }
  for (let round = 0; round < rounds + 1; round++) {
    await timed(times.bare, spent.bare, round, () => ask(groupBy))
    for (const [at, { work, sql }] of works.entries()) {
      await timed(times.works[at], spent.works[at], round, work)
      if (sql) await timed(times.sqls[at], undefined, round, () => ask(sql))
    }
  }
  const base = median(times.bare)
  const took = (of: readonly number[][]) =>
    works.map((work, at) => ({ ...work, value: median(of[at] ?? []), unit: 'ms' }))
  console.log(`insight, median of ${rounds} interleaved runs, Node ${process.versions.node}`)
  console.log(`beside the bare GROUP BY, ${base.toFixed(0)} ms`)
  console.log(ratioTable(took(times.works).map((one) => ({ ...one, ratio: one.value / base }))))
  keepFindings(
    works.flatMap(({ name, target }, at) =>
      target === undefined
        ? []
        : {
            name,
            beside: 'one bare `GROUP BY`',
            ratio: median(times.works[at] ?? []) / base,
            cpu: median(spent.works[at] ?? []) / median(spent.bare),
            goal: target,
          },
    ),
  )
  console.log('beside their own heart in bare SQL')
  const own = took(times.sqls)
  console.log(
    ratioTable(
      took(times.works).flatMap(({ target: _, ...one }, at) => {
        const sql = own[at]?.value ?? Number.NaN
        return one.sql ? [{ ...one, value: sql, unit: 'ms SQL', ratio: one.value / sql }] : []
      }),
    ),
  )
  console.log(`  peak memory ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
  book.store.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
