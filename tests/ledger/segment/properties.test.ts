import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../../src/ledger/day.ts'
import { type RfmRow, readRfm } from '../../../src/ledger/segment/rfm.ts'
import { bookOf } from '../../ledger.ts'
import { openShop } from '../../shop.ts'

const today = '2026-11-21'
const people = 9

interface Written {
  readonly what: 'purchase' | 'refund' | 'return'
  readonly customer: number
  readonly on: string
  readonly amount: number
}

/** A ledger of nine customers, and what writes its entries anew and reads their scores. */
async function ledgerOfNine() {
  const shop = await openShop()
  const book = await bookOf(shop, today)
  const { sqlite } = book.store
  sqlite.exec(`INSERT INTO change (id, at, day, by, command) VALUES (999, '', '${today}', 'test', 'test')`)
  for (let id = 1; id <= people; id++)
    sqlite
      .prepare(`INSERT INTO customer (id, name, name_key, entered_on, change_id) VALUES (?, ?, ?, ?, 999)`)
      .run(id, `c${id}`, `c${id}`, today)
  const insert = sqlite.prepare(
    `INSERT INTO entry (kind, customer_id, "on", amount, refund_of, by, change_id) VALUES (?, ?, ?, ?, ?, 'test', 999)`,
  )
  return async (
    entries: readonly Written[],
    { day = today, from = null, compat = null }: { day?: string; from?: string | null; compat?: 'r' | null } = {},
  ) => {
    sqlite.exec('DELETE FROM entry WHERE refund_of IS NOT NULL; DELETE FROM entry')
    sqlite.transaction(() => {
      for (const { what, customer, on, amount } of entries) {
        if (what !== 'refund') insert.run(what === 'return' ? 'refund' : 'purchase', customer, on, amount, null)
        else {
          // Bought and brought back whole on the same day: counts for nothing.
          const { lastInsertRowid } = insert.run('purchase', customer, on, amount + 1, null)
          insert.run('refund', customer, on, amount + 1, lastInsertRowid)
        }
      }
    })()
    return (await readRfm({ ...book, today: day }, { from, compat })).rows
  }
}

const entry: fc.Arbitrary<Written> = fc.record({
  what: fc.constantFrom('purchase', 'purchase', 'purchase', 'purchase', 'refund', 'return'),
  customer: fc.integer({ min: 1, max: people }),
  on: fc.integer({ min: 0, max: 60 }).map((ago) => addDays(today, -ago)),
  amount: fc.oneof(
    fc.constant(0),
    fc.integer({ min: 1, max: 40 }).map((units) => units * 100),
    fc.integer({ min: 1, max: 9999 }),
  ),
})
const history = fc.array(entry, { maxLength: 40 })
const byId = (rows: readonly RfmRow[]) => rows.toSorted((one, other) => one.customerId - other.customerId)
const scores = (rows: readonly RfmRow[]) =>
  byId(rows).map(({ customerId, rfmScore, segment }) => [customerId, rfmScore, segment])

/** SPEC 7 once more, from the entries alone: quantiles as fractions of whole numbers. */
function reckon(entries: readonly Written[], from: string) {
  const buyers = [...Map.groupBy(entries, ({ customer }) => customer)]
    .map(([customer, own]) => {
      const recent = own.filter(({ on }) => on >= from && on <= today)
      const bought = recent.filter(({ what }) => what === 'purchase')
      const net =
        bought.reduce((sum, { amount }) => sum + amount, 0) -
        recent.filter(({ what }) => what === 'return').reduce((sum, { amount }) => sum + amount, 0)
      return { customer, days: Math.min(...bought.map(({ on }) => daysBetween(on, today))), visits: bought.length, net }
    })
    .filter(({ visits }) => visits > 0)
    .sort((one, other) => one.customer - other.customer)
  const score = (values: readonly number[], value: number) => {
    const sorted = values.toSorted((one, other) => one - other).map(BigInt)
    const below = [1, 2, 3, 4].filter((fifth) => {
      const place = (sorted.length - 1) * fifth
      const [low, rest] = [Math.floor(place / 5), place % 5]
      const fiveTimes =
        5n * (sorted[low] ?? 0n) + BigInt(rest) * ((sorted[low + 1] ?? sorted[low] ?? 0n) - (sorted[low] ?? 0n))
      return fiveTimes < 5n * BigInt(value)
    })
    return 1 + below.length
  }
  return buyers.map(({ customer, days, visits, net }) => {
    const r =
      6 -
      score(
        buyers.map((buyer) => buyer.days),
        days,
      )
    const f = score(
      buyers.map((buyer) => buyer.visits),
      visits,
    )
    const m = score(
      buyers.map((buyer) => buyer.net),
      net,
    )
    return [customer, days, visits, net, r * 100 + f * 10 + m]
  })
}

test('what the report says is what SPEC 7 says, reckoned again from the entries alone', async () => {
  const read = await ledgerOfNine()
  await fc.assert(
    fc.asyncProperty(history, fc.constantFrom('0001-01-01', addDays(today, -29)), async (entries, from) => {
      const rows = byId(await read(entries, { from: from === '0001-01-01' ? null : from }))
      expect(
        rows.map(({ customerId, recencyDays, transactions, amount, rfmScore }) => [
          customerId,
          recencyDays,
          transactions,
          Math.round(Number(amount) * 100),
          rfmScore,
        ]),
      ).toEqual(reckon(entries, from))
    }),
    { numRuns: 150 },
  )
})

test("rows in another order, and days moved with the day of the report, change no score, ours or R's", async () => {
  const read = await ledgerOfNine()
  await fc.assert(
    fc.asyncProperty(
      history,
      fc.infiniteStream(fc.nat()),
      fc.integer({ min: -900, max: 900 }),
      fc.constantFrom(null, 'r' as const),
      async (entries, keys, shift, compat) => {
        const before = byId(await read(entries, { compat }))
        const shuffled = entries
          .map((one) => [keys.next().value ?? 0, one] as const)
          .sort(([one], [other]) => one - other)
          .map(([, one]) => one)
        expect(byId(await read(shuffled, { compat }))).toEqual(before)
        const moved = entries.map((one) => ({ ...one, on: addDays(one.on, shift) }))
        expect(byId(await read(moved, { compat, day: addDays(today, shift) }))).toEqual(before)
      },
    ),
    { numRuns: 60 },
  )
})

test('a hundred times the money changes no score of ours', async () => {
  const read = await ledgerOfNine()
  await fc.assert(
    fc.asyncProperty(history, async (entries) => {
      const before = scores(await read(entries))
      expect(scores(await read(entries.map((one) => ({ ...one, amount: one.amount * 100 }))))).toEqual(before)
    }),
    { numRuns: 60 },
  )
})

test(
  'a purchase split into receipts of one day moves no score of recency or amount; visits are counted purchases, ' +
    'and do change',
  async () => {
    const read = await ledgerOfNine()
    const spent = history.map((entries) => entries.filter(({ what }) => what !== 'refund'))
    await fc.assert(
      fc.asyncProperty(spent, fc.integer({ min: 2, max: 4 }), async (entries, parts) => {
        const before = byId(await read(entries))
        const split = entries.flatMap((one) =>
          one.what !== 'purchase' || one.customer % 2 === 0
            ? [one]
            : Array.from({ length: parts }, (_, at) => ({
                ...one,
                amount:
                  at === 0 ? one.amount - (parts - 1) * Math.floor(one.amount / parts) : Math.floor(one.amount / parts),
              })),
        )
        const after = byId(await read(split))
        const still = (rows: RfmRow[]) =>
          rows.map(({ customerId, recencyScore, monetaryScore, amount, recencyDays }) => [
            customerId,
            recencyScore,
            monetaryScore,
            amount,
            recencyDays,
          ])
        expect(still(after)).toEqual(still(before))
        expect(after.map(({ transactions }) => transactions)).toEqual(
          before.map(({ customerId, transactions }) => (customerId % 2 === 0 ? transactions : transactions * parts)),
        )
      }),
      { numRuns: 60 },
    )
  },
)

test('every row is whole, the rows are in order, best first, and nobody is left out', async () => {
  const read = await ledgerOfNine()
  await fc.assert(
    fc.asyncProperty(history, fc.constantFrom(null, 'r' as const), async (entries, compat) => {
      const rows = await read(entries, { compat })
      for (const { recencyScore, frequencyScore, monetaryScore, rfmScore, recencyDays } of rows) {
        for (const score of [recencyScore, frequencyScore, monetaryScore]) expect([1, 2, 3, 4, 5]).toContain(score)
        expect(rfmScore).toBe(100 * recencyScore + 10 * frequencyScore + monetaryScore)
        expect(recencyDays).toBeGreaterThanOrEqual(0)
      }
      const keys = rows.map(({ rfmScore, amount, customerId }) => [-rfmScore, -Number(amount), customerId] as const)
      expect(keys).toEqual(keys.toSorted((one, other) => one[0] - other[0] || one[1] - other[1] || one[2] - other[2]))
      expect(new Set(rows.map(({ customerId }) => customerId))).toEqual(
        new Set(entries.filter(({ what }) => what === 'purchase').map(({ customer }) => customer)),
      )
    }),
    { numRuns: 60 },
  )
})
