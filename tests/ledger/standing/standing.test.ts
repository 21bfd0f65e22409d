import fc from 'fast-check'
import type { Selectable } from 'kysely'
import { expect, test } from 'vitest'
import { addDays, daysBetween, serial } from '../../../src/ledger/day.ts'
import { PlacesById } from '../../../src/ledger/standing/customer-places.ts'
import { medianGap } from '../../../src/ledger/standing/gap.ts'
import { partOf, profitOf } from '../../../src/ledger/standing/profit.ts'
import { PurchaseSums } from '../../../src/ledger/standing/purchase-sums.ts'
import { readStandings, shopGapOf, spanOf, standingsIn } from '../../../src/ledger/standing/read-standings.ts'
import { workOutShopGap } from '../../../src/ledger/standing/shop-gap.ts'
import { emptyStanding, type Standing } from '../../../src/ledger/standing/standing.ts'
import { readCandidates } from '../../../src/ledger/tier/candidates.ts'
import type { EntryTable } from '../../../src/store/tables.ts'
import { bookOf } from '../../ledger.ts'
import { openShop } from '../../shop.ts'
import { sumRowByRow } from './sum-row-by-row.ts'

test.each([
  // net, amount, cost, margin, profit
  [10000, 10000, 6000, 1, 4000],
  [5000, 10000, 6000, 1, 2000],
  [10000, 10000, 12000, 1, -2000],
  [0, 0, 350, 1, -350],
  [0, 0, null, 0.5, 0],
  [10000, 10000, null, 1, 10000],
  [10000, 10000, null, 0.35, 3500],
  // Half away from zero: 0.5 -> 1, -0.5 -> -1, 1.5 -> 2, 2.5 -> 3.
  [1, 1, null, 0.5, 1],
  [3, 3, null, 0.5, 2],
  [5, 5, null, 0.5, 3],
  [1, 2, 1, 1, 1],
  [1, 2, 3, 1, -1],
  [3, 2, 3, 1, -2],
  // 0.35 x 30 fen is 10.5: in floating point 10.499999999999998.
  [30, 30, null, 0.35, 11],
  // Past 2^53 on the way.
  [999_999_999_999, 999_999_999_999, 2, 1, 999_999_999_997],
  [500_000_000_001, 999_999_999_998, 1, 1, 500_000_000_000],
])('profit of net %i of %i, cost %s, margin %f is %i', (net, amount, cost, margin, profit) => {
  expect(profitOf(net, amount, cost, margin)).toBe(profit)
})

test('a part of money is exact: as BigInt has it, rounded half away from zero', () => {
  const money = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 })
  fc.assert(
    fc.property(money, money, fc.integer({ min: 1, max: 999_999_999_999 }), (value, part, whole) => {
      const [product, least] = [BigInt(value) * BigInt(part), BigInt(whole)]
      const size = product < 0n ? -product : product
      const rounded = size / least + ((size % least) * 2n >= least ? 1n : 0n)
      fc.pre(rounded <= BigInt(Number.MAX_SAFE_INTEGER))
      expect(BigInt(partOf(value, part, whole))).toBe(product < 0n ? -rounded : rounded)
    }),
  )
})

test.each([
  [[], null],
  [['2026-01-01'], null],
  [['2026-01-01', '2026-01-09'], null],
  [['2026-01-01', '2026-01-09', '2026-01-11'], 5],
  [['2026-01-01', '2026-01-02', '2026-01-12', '2026-01-15'], 3],
  [['2024-02-28', '2024-03-01', '2024-03-02'], 1.5],
])('the gap of %j is %s', (days, gap) => {
  expect(medianGap(days)).toBe(gap)
  const standing = sumRowByRow(
    1,
    days.map((on) => ({ on, amount: 1, cost: null, refunded: 0 })),
    [],
    { day: '2030-01-01', from: '2020-01-01', margin: 1 },
  )
  expect(standing.gap).toBe(gap)
  if (days.length > 0)
    expect(sumsOf(days)).toMatchObject({
      gap,
      days: days.length,
      firstOn: serial(days[0] as string),
      lastOn: serial(days.at(-1) as string),
    })
})

function sumsOf(days: readonly string[]): PurchaseSums {
  const bought = { days: Int32Array.from(days, serial), amounts: new Float64Array(days.length) }
  const sums = new PurchaseSums(
    { ...bought, places: new PlacesById(), costs: null, items: null },
    { from: '2020-01-01', margin: 1 },
  )
  return sums.take([0, days.length])
}

test.each([
  [[], 30],
  [[null, null], 30],
  [[7], 7],
  [[7, null, 10], 8.5],
  [[7, 10, 90], 10],
])("customers' gaps %j make a shop's gap of %d", (gaps, shopGap) => {
  expect(shopGapOf(gaps.map((gap, id) => ({ ...emptyStanding(id), gap }) as Standing))).toBe(shopGap)
})

const today = '2026-11-21'

/**
 * A ledger of four customers, and what writes its entries anew: rows as they lie in the file, any that a ledger can
 * hold.
 */
async function ledgerOfFour() {
  const shop = await openShop()
  const book = await bookOf(shop, today)
  const { sqlite } = book.store
  sqlite.exec(`INSERT INTO change (id, at, day, by, command) VALUES (999, '', '${today}', 'test', 'test')`)
  for (let id = 1; id <= 4; id++)
    sqlite
      .prepare(`INSERT INTO customer (id, name, name_key, entered_on, change_id) VALUES (?, ?, ?, ?, 999)`)
      .run(id, `c${id}`, `c${id}`, today)
  const insert = sqlite.prepare(
    `INSERT INTO entry (kind, customer_id, "on", amount, cost, refund_of, void, by, change_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, 'test', 999)`,
  )
  return (entries: readonly Written[], margin = 1) => {
    sqlite.exec('DELETE FROM entry WHERE refund_of IS NOT NULL; DELETE FROM entry')
    const purchases: { id: number; customer: number; amount: number }[] = []
    for (const { customer, ago, amount, cost, gone, what } of entries) {
      const on = addDays(today, -ago)
      if (what === 'refund') {
        const of = purchases.findLast((purchase) => purchase.customer === customer)
        if (of) insert.run('refund', customer, on, Math.min(amount, of.amount), null, of.id, gone ? 1 : 0)
      } else {
        const { lastInsertRowid } = insert.run(
          what === 'return' ? 'refund' : 'purchase',
          customer,
          on,
          amount,
          what === 'return' ? null : cost,
          null,
          gone ? 1 : 0,
        )
        if (what === 'purchase') purchases.push({ id: Number(lastInsertRowid), customer, amount })
      }
    }
    return { ...book, policy: { ...book.policy, 'tier.margin': margin } }
  }
}

interface Written {
  what: 'purchase' | 'refund' | 'return'
  customer: number
  ago: number
  amount: number
  cost: number | null
  gone: boolean
}

test('standings read quickly are what adding up row by row comes to, whatever the ledger', async () => {
  const entry: fc.Arbitrary<Written> = fc.record({
    what: fc.constantFrom('purchase', 'purchase', 'purchase', 'refund', 'return'),
    customer: fc.integer({ min: 1, max: 4 }),
    ago: fc.oneof(fc.integer({ min: -2, max: 40 }), fc.constantFrom(363, 364, 365, 366)),
    amount: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 9999 })),
    cost: fc.option(fc.integer({ min: 0, max: 9999 })),
    gone: fc.boolean(),
  })
  const write = await ledgerOfFour()
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 25 }), fc.constantFrom(1, 0.35, 0), async (entries, margin) => {
      const book = write(entries, margin)
      const quick = await readStandings(book)
      const span = spanOf(book)
      expect(await workOutShopGap(book.db, today)).toBe(shopGapOf(quick.values()))
      const rows = book.store.sqlite
        .prepare(`SELECT * FROM entry WHERE void = 0 AND "on" <= ?`)
        .all(today) as Selectable<EntryTable>[]
      for (let id = 1; id <= 4; id++) {
        const own = rows.filter((row) => row.customer_id === id)
        const bought = own
          .filter(({ kind }) => kind === 'purchase')
          .map((row) => ({
            on: row.on,
            amount: row.amount,
            cost: row.cost,
            refunded: own
              .filter((refund) => refund.refund_of === row.id)
              .reduce((sum, refund) => sum + refund.amount, 0),
          }))
        const returned = own
          .filter(({ kind, refund_of }) => kind === 'refund' && refund_of === null)
          .map((row) => ({ on: row.on, amount: row.amount }))
        const truth = sumRowByRow(id, bought, returned, span)
        expect(quick.get(id) ?? emptyStanding(id)).toEqual(truth)
        expect((await readStandings(book, [id])).get(id) ?? emptyStanding(id)).toEqual(truth)
        expect((await readCandidates(book.db, span, [id]))[0]).toEqual({
          customerId: id,
          bought: truth.purchases > 0,
          visits: truth.visits,
          profit: truth.windowProfit,
          spent: truth.windowSpent,
          since: null,
          referred: null,
          potential: null,
          satisfaction: null,
        })
        const scored = (await readCandidates(book.db, span, [id], 'rfm'))[0]
        if (truth.visits > 0 && truth.lastOn !== null) expect(scored?.since).toBe(daysBetween(truth.lastOn, span.day))
      }
    }),
    { numRuns: 200 },
  )
})

const buy = (ago: number, amount: number, more: Partial<Written> = {}): Written => ({
  what: 'purchase',
  customer: 1,
  ago,
  amount,
  cost: null,
  gone: false,
  ...more,
})

test.each<[string, Written[], Partial<Standing>]>([
  [
    'the window is 365 days, today among them',
    [buy(364, 100), buy(365, 200)],
    { purchases: 2, visits: 1, windowSpent: 100, spent: 300 },
  ],
  ['a day to come is not counted yet', [buy(0, 100), buy(-1, 200)], { purchases: 1, spent: 100, lastOn: today }],
  ['void is counted nowhere', [buy(3, 100, { gone: true }), buy(5, 50)], { purchases: 1, days: 1, spent: 50 }],
  [
    'refunded in full is no purchase',
    [buy(3, 100), buy(3, 100, { what: 'refund' })],
    { purchases: 0, days: 0, lastOn: null, spent: 0, profit: 0, visits: 0 },
  ],
  [
    'refunded in part is one, net',
    [buy(3, 100, { cost: 60 }), buy(2, 50, { what: 'refund' })],
    { purchases: 1, spent: 50, profit: 20 },
  ],
  [
    'a refund that is still to come changes nothing yet',
    [buy(3, 100), buy(-1, 100, { what: 'refund' })],
    { purchases: 1, spent: 100 },
  ],
  [
    'a refund belongs to the window of its purchase',
    [buy(400, 100), buy(2, 40, { what: 'refund' })],
    { spent: 60, windowSpent: 0, windowProfit: 0 },
  ],
  [
    'a return lowers money and profit on its own day',
    [buy(400, 100), buy(2, 40, { what: 'return' })],
    { purchases: 1, spent: 60, windowSpent: -40, windowProfit: -40, visits: 0 },
  ],
  ['a free sample is a visit', [buy(3, 0, { cost: 200 })], { purchases: 1, visits: 1, spent: 0, profit: -200 }],
  ['two purchases of one day are one purchase day', [buy(3, 10), buy(3, 20)], { purchases: 2, days: 1 }],
])('%s', async (_, entries, expected) => {
  const book = (await ledgerOfFour())(entries)
  expect((await readStandings(book)).get(1)).toMatchObject(expected)
})

test('a standing of another day and window', async () => {
  const book = (await ledgerOfFour())([buy(10, 100), buy(5, 200), buy(1, 400)])
  const standings = await standingsIn(book.db, { day: addDays(today, -5), from: addDays(today, -6), margin: 0.5 })
  expect(standings.get(1)).toMatchObject({
    purchases: 2,
    spent: 300,
    profit: 150,
    windowSpent: 200,
    windowDays: 1,
    lastOn: '2026-11-16',
  })
})
