import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { ValueReport } from '../../../../src/ledger/report/value/value.ts'
import { openShop, type Shop } from '../../../shop.ts'

const file = '../shared/data/CDNOW_sample.txt'
const here = existsSync(file)
if (!here) console.warn(`skipped: ${file} is not here`)

interface Row {
  readonly who: number
  readonly on: string
  readonly dollars: string
}

function rows(): Row[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [, who = '', day = '', , dollars = ''] = line.trim().split(/\s+/)
      return { who: Number(who), on: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`, dollars }
    })
}

/** The file taken in as a till's, customers named by their number in the sample: C1 to C2357. */
async function imported(all: readonly Row[], currency = 'USD'): Promise<Shop> {
  const shop = await openShop(`init --currency ${currency}`)
  const csv = `customer,on,amount\n${all.map(({ who, on, dollars }) => `C${who},${on},${dollars}\n`).join('')}`
  const ran = await shop.regulars('import purchases - --create-customers --no-classify', { stdin: csv })
  expect(ran.exit, ran.err).toBe(0)
  return shop
}

/** To so many digits as are published. */
const near = (found: number | null, published: number, digits: number) => expect(found).toBeCloseTo(published, digits)

test.skipIf(!here)('CDNOW: parameters, likelihoods, expectations and means as published', async () => {
  const shop = await imported(rows())
  const value = await shop.json<ValueReport>(
    'report value --today 1998-06-30 --calibrate-until 1997-09-30 --discount-rate 0',
  )
  expect(value).toMatchObject({
    unit: 'week',
    horizon: 52,
    asOf: '1997-09-30',
    buyers: 2357,
    repeatBuyers: 946,
    purchaseDays: 2357 + 2457,
  })
  const { model } = value
  expect(model).toMatchObject({ status: 'reliable', doubt: null, spending: { status: 'reliable', customers: 946 } })
  near(model.r, 0.2426, 4)
  near(model.alpha, 4.4136, 4)
  near(model.a, 0.7929, 4)
  near(model.b, 2.4259, 4)
  near(model.logLikelihood, -9582.429, 3)
  near(model.p, 6.25, 2)
  near(model.q, 3.74, 2)
  near(model.gamma, 15.44, 2)
  near(model.spending.logLikelihood, -4055.9177, 4)
  const by = new Map(value.customers.map((one) => [one.name, one]))
  const customer = by.get('C1516')
  expect(customer).toMatchObject({ frequency: 26, recency: 30.857143, age: 31 })
  near(customer?.alive ?? null, 0.96885, 4)
  expect(Math.abs((customer?.expectedPurchases ?? 0) - 25.7566)).toBeLessThan(0.005)
  expect(Array.from({ length: 10 }, (_, at) => by.get(`C${at + 1}`)?.averageValue)).toEqual(
    '24.65 18.91 35.17 35.17 35.17 71.46 18.91 35.17 27.28 35.17'.split(' '),
  )
  expect(value.typical.averageValue).toBe('35.17')
  // Without a discount, worth is what a day brings times the days to come.
  for (const { averageValue, expectedPurchases, lifetimeValue } of value.customers)
    expect(Math.abs(Number(averageValue) * (expectedPurchases ?? 0) - Number(lifetimeValue))).toBeLessThan(
      0.01 * (1 + (expectedPurchases ?? 0)),
    )
  const once = value.customers.filter(({ frequency }) => frequency === 0)
  expect(once).toHaveLength(1411)
  expect(new Set(once.map(({ alive }) => alive))).toEqual(new Set([1]))
  // All of them bought in the first quarter, and have been away for half a year.
  expect(value.onceAndGone).toBe(1411)
  // Weeks 40 to 78.
  const { holdout } = value
  expect(holdout).toMatchObject({ from: '1997-10-01', to: '1998-06-30', length: 39 })
  expect(holdout?.rows.map(({ customers }) => customers)).toEqual([1411, 439, 214, 100, 62, 38, 29, 64])
  const published = [0.2251, 0.5231, 1.0441, 1.5203, 2.1638, 2.6538, 3.504, 6.157]
  for (const [at, row] of (holdout?.rows ?? []).entries())
    expect(Math.abs(row.expected / row.customers - (published[at] ?? 0))).toBeLessThan(0.0005)
  expect(Math.round((1 - (holdout?.expected ?? 0) / (holdout?.actual ?? 0)) * 100)).toBe(12)
  expect((await shop.regulars('report value --today 1998-06-30 --calibrate-until 1997-09-30 -l 0')).out).toMatch(
    /\n +7\+ +64 +394\.1 +6\.157\d +407 +6\.3594\n/,
  )
})

/** What the models see and what came after, from the rows of the file alone, with nothing of the program's. */
function reckon(all: readonly Row[], until: string) {
  const number = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
  const people = Map.groupBy(all, ({ who }) => who)
  return [...people].flatMap(([who, rows]) => {
    const days = [...Map.groupBy(rows, ({ on }) => on)].sort(([one], [other]) => (one < other ? -1 : 1))
    const seen = days.filter(([on]) => on <= until)
    const [first, last] = [seen[0]?.[0], seen.at(-1)?.[0]]
    if (first === undefined || last === undefined) return []
    return {
      name: `C${who}`,
      frequency: seen.length - 1,
      recency: Math.round(((number(last) - number(first)) / 7) * 1e6) / 1e6,
      age: Math.round(((number(until) - number(first)) / 7) * 1e6) / 1e6,
      came: days.length - seen.length,
    }
  })
}

test.skipIf(!here).each(['1997-06-30', '1997-12-31'])(
  'CDNOW on %s: histories and what came, reckoned again from the file alone',
  async (until) => {
    const all = rows()
    const shop = await imported(all)
    const truth = reckon(all, until)
    const value = await shop.json<ValueReport>(`report value --today 1998-06-30 --calibrate-until ${until}`)
    const order = (one: { name: string }, other: { name: string }) => (one.name < other.name ? -1 : 1)
    expect(
      value.customers.map(({ name, frequency, recency, age }) => ({ name, frequency, recency, age })).sort(order),
    ).toEqual(truth.map(({ came, ...seen }) => seen).sort(order))
    expect(value.holdout?.actual).toBe(truth.reduce((sum, { came }) => sum + came, 0))
    for (const row of value.holdout?.rows ?? []) {
      const same = truth.filter(({ frequency }) =>
        row.andMore ? frequency >= row.frequency : frequency === row.frequency,
      )
      expect([row.customers, row.actual]).toEqual([same.length, same.reduce((sum, { came }) => sum + came, 0)])
    }
  },
)

test.skipIf(!here)('CDNOW in well under a second, in days as in weeks', async () => {
  const shop = await imported(rows())
  const begun = performance.now()
  const weeks = await shop.json<ValueReport>('report value --today 1997-09-30')
  // A tenth of it on a quiet machine.
  expect(performance.now() - begun).toBeLessThan(10_000)
  const days = await shop.json<ValueReport>('report value --today 1997-09-30 --unit day --horizon 364')
  near(days.model.alpha / weeks.model.alpha, 7, 4)
  near(days.model.a, weeks.model.a, 5)
  near(days.totals.expectedPurchases, weeks.totals.expectedPurchases ?? 0, 2)
  expect(Math.abs(Number(days.totals.lifetimeValue) - Number(weeks.totals.lifetimeValue))).toBeLessThan(1)
})
