import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepBlocks } from '../../../src/ledger/book/blocks/keep.ts'
import { readPurchaseBlocks } from '../../../src/ledger/book/blocks/purchases.ts'
import type { Book } from '../../../src/ledger/book/book.ts'
import { addDays, daySerial } from '../../../src/ledger/day.ts'
import { readPurchases } from '../../../src/ledger/standing/purchases.ts'
import { bookOf } from '../../ledger.ts'
import { server } from '../../postgres/ledger.ts'
import { openShop } from '../../shop.ts'

const today = '2026-11-21'
const sizes = { customer: 2, entry: 4, from: 1 }

interface Sold {
  readonly to: number | null
  readonly ago: number
  readonly amount: number
  readonly cost: number | null
  readonly item: string | null
  readonly what: 'purchase' | 'void' | 'refund'
}

const sold: fc.Arbitrary<Sold> = fc.record({
  to: fc.option(fc.integer({ min: 1, max: 4 }), { freq: 6 }),
  ago: fc.oneof(fc.integer({ min: -2, max: 9 }), fc.constantFrom(9_000, 25_000)),
  // Each takes numbers of another width.
  amount: fc.constantFrom(0, 7, 255, 256, 65_535, 65_536, 2_147_483_647, 2_147_483_648, 999_999_999_999),
  cost: fc.option(fc.constantFrom(0, 7, 300, 70_000, 3_000_000_000), { freq: 2 }),
  item: fc.option(fc.constantFrom('龙井', 'tea', 'tea "250g"', "Bo's \u001e cup", '🍵')),
  what: fc.constantFrom('purchase', 'purchase', 'purchase', 'void', 'refund'),
})

/** A ledger of four customers, the last of them staff, and what sells anew. */
async function ledgerOfFour() {
  const book = await bookOf(await openShop(), today)
  const { sqlite } = book.store
  sqlite.exec(`INSERT INTO change (id, at, day, by, command) VALUES (999, '', '${today}', 'test', 'test')`)
  const add = sqlite.prepare(
    'INSERT INTO customer (id, name, name_key, entered_on, kind, change_id) VALUES (?, ?, ?, ?, ?, 999)',
  )
  for (let id = 1; id <= 4; id++) add.run(id, `c${id}`, `c${id}`, today, id === 4 ? 'staff' : 'person')
  const insert = sqlite.prepare(
    `INSERT INTO entry (kind, customer_id, "on", amount, cost, item, void, by, change_id)
      VALUES (?, ?, ?, ?, ?, ?, ?, 'test', 999)`,
  )
  return {
    book,
    clear: () => sqlite.exec('DELETE FROM entry; DELETE FROM text_block; DELETE FROM purchase_block'),
    sell(all: readonly Sold[]) {
      for (const { to, ago, amount, cost, item, what } of all)
        insert.run(
          what === 'refund' ? 'refund' : 'purchase',
          to,
          addDays(today, -ago),
          amount,
          cost,
          item,
          what === 'void' ? 1 : 0,
        )
    },
  }
}

/** What each bought, of one day in any order, with what `rows` say it was. */
async function read(book: Book, to: string) {
  const { places, days, amounts, costs, items } = await readPurchases(book.db, to, { costs: true, items: true })
  return [...places].map(([id, [from, end]]) => ({
    id,
    days: Array.from(days.subarray(from, end), daySerial),
    bought: Array.from(days.subarray(from, end), (day, at) => {
      const cost = costs?.[from + at] ?? Number.NaN
      const number = items?.numbers[from + at] ?? 0
      const item = items ? (items.texts[number - 1] ?? null) : undefined
      return { on: daySerial(day), amount: amounts[from + at], cost: Number.isNaN(cost) ? null : cost, item }
    }).sort(byText),
  }))
}

const byText = (one: object, other: object) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1)

test.skipIf(server)('purchases read from blocks are those of the rows, whatever the ledger', async () => {
  const { book, clear, sell } = await ledgerOfFour()
  const { sqlite } = book.store
  const rowsOf = (id: number, to: string) =>
    sqlite
      .prepare(
        `SELECT "on", amount, cost, item FROM entry
          WHERE customer_id = ? AND kind = 'purchase' AND void = 0 AND "on" <= ? ORDER BY "on"`,
      )
      .all(id, to) as { on: string }[]
  await fc.assert(
    fc.asyncProperty(
      fc.array(sold, { minLength: 8, maxLength: 30 }),
      fc.array(sold, { maxLength: 3 }),
      fc.constantFrom(today, addDays(today, -3), '1990-01-01', '2030-01-01'),
      async (before, after, to) => {
        sqlite.exec('BEGIN')
        clear()
        sell(before)
        await keepBlocks(book.db, 999, sizes)
        sell(after)
        sqlite.exec('COMMIT')
        const expected = [1, 2, 3].flatMap((id) => {
          const rows = rowsOf(id, to)
          return rows.length === 0 ? [] : { id, days: rows.map(({ on }) => on), bought: rows.sort(byText) }
        })
        const isInBlocks = (await readPurchaseBlocks(book.db)) !== null
        const found = await read(book, to)
        if (isInBlocks) expect(found).toEqual(expected)
        sqlite.exec('DELETE FROM text_block')
        expect(await readPurchaseBlocks(book.db)).toBe(null)
        const fromIndex = expected.map(({ bought, ...own }) => ({
          ...own,
          bought: bought.map((row) => ({ ...row, item: undefined })).sort(byText),
        }))
        expect(await read(book, to)).toEqual(fromIndex)
      },
    ),
    { numRuns: 200 },
  )
})

test.skipIf(server)('a block that does not say what a purchase is now is not believed', async () => {
  const { book, sell } = await ledgerOfFour()
  const { sqlite } = book.store
  const one = (to: number, amount: number): Sold => ({
    ...{ to, amount, ago: 1, cost: null, item: 'tea', what: 'purchase' },
  })
  sell(Array.from({ length: 12 }, (_, at) => one(1 + (at % 2), 100 + at)))
  await keepBlocks(book.db, 999, sizes)
  const amountsOf = async (id: number) =>
    (await read(book, today)).find((own) => own.id === id)?.bought.map(({ amount }) => amount)
  expect(await amountsOf(1)).toEqual([100, 102, 104, 106, 108, 110])
  // Past the log: nobody could know.
  sqlite.exec('UPDATE entry SET amount = 1 WHERE amount = 100')
  expect(await amountsOf(1)).toContain(100)
  const image = sqlite.prepare(
    `INSERT INTO change_row (change_id, table_name, row_id, before) SELECT 1000, 'entry', id, '{}' FROM entry
      WHERE amount = ?`,
  )
  sqlite.exec(`INSERT INTO change (id, at, day, by, command) VALUES (1000, '', '${today}', 'test', 'test')`)
  for (const amount of [1, 1, 103]) image.run(amount)
  sqlite.exec('UPDATE entry SET void = 1 WHERE amount = 103')
  expect(await amountsOf(1)).toEqual([102, 104, 106, 108, 110, 1].sort())
  expect(await amountsOf(2)).toEqual([101, 105, 107, 109, 111])
  // Half of the ledger is in no block: the rows are read as fast.
  sqlite.exec('DELETE FROM purchase_block WHERE first_id > (SELECT min(first_id) FROM purchase_block)')
  expect(await readPurchaseBlocks(book.db)).toBe(null)
  await keepBlocks(book.db, 1000, sizes)
  expect(await amountsOf(1)).toEqual([1, 102, 104, 106, 108, 110].sort())
  expect(await readPurchaseBlocks(book.db)).not.toBe(null)
  book.store.close()
})
