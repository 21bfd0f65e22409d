import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Book } from '../../../src/ledger/book/book.ts'
import { addDays } from '../../../src/ledger/day.ts'
import { readPareto } from '../../../src/ledger/report/pareto.ts'
import { bookOf } from '../../ledger.ts'
import { openShop } from '../../shop.ts'
import { askPlainly, type ChanceShop, chanceDay, chanceShop, writeChance, yuan } from '../chance-shop.ts'

const asked = (book: Book, { margin, from }: ChanceShop, shift = 0) =>
  readPareto(
    { ...book, today: addDays(chanceDay, shift), policy: { ...book.policy, 'tier.margin': margin } },
    { from: from === null ? null : addDays(chanceDay, shift - from) },
  )

test('the curve, in plain SQL', async () => {
  const book = await bookOf(await openShop(), chanceDay)
  await fc.assert(
    fc.asyncProperty(chanceShop, async (made) => {
      writeChance(book, made)
      const known = { from: made.from === null ? '0001-01-01' : addDays(chanceDay, -made.from), margin: made.margin }
      const rows = askPlainly<{ id: number; name: string; profit: number; spent: number }>(
        book,
        `SELECT id, name, sum(profit) AS profit, sum(net) AS spent FROM money JOIN here ON id = who WHERE day >= :from
         AND EXISTS (SELECT 1 FROM counted WHERE counted.who = here.id AND counted.day >= :from) GROUP BY id
           ORDER BY 3 DESC, 1`,
        known,
      )
      const gained = rows.reduce((sum, { profit }) => sum + Math.max(0, profit), 0)
      const running = rows.map((_, at) => rows.slice(0, at + 1).reduce((sum, { profit }) => sum + profit, 0))
      const at80 = gained === 0 ? null : 1 + running.findIndex((sum) => sum * 10 >= gained * 8)
      expect(await asked(book, made)).toEqual({
        from: made.from === null ? null : known.from,
        to: chanceDay,
        customers: rows.length,
        profit: yuan(running.at(-1) ?? 0),
        customersAt80: at80,
        shareOfCustomersAt80: at80 === null ? null : at80 / rows.length,
        gained: yuan(gained),
        losing: rows.filter(({ profit }) => profit < 0).length,
        measure: made.margin === 1 && rows.every(({ spent, profit }) => spent === profit) ? 'sales' : 'profit',
        rows: rows.map(({ id, name, profit }, at) => ({
          customerId: id,
          name,
          profit: yuan(profit),
          share: gained === 0 ? null : profit / gained,
          cumulativeShare: gained === 0 ? null : (running[at] ?? 0) / gained,
        })),
      })
    }),
    { numRuns: 40 },
  )
})

test(
  'what may not move does not: rows shuffled, days split into receipts or shifted together; money times 100 is ' +
    'all that it changes',
  async () => {
    const book = await bookOf(await openShop(), chanceDay)
    await fc.assert(
      fc.asyncProperty(chanceShop, fc.integer({ min: -700, max: 700 }), async (any, shift) => {
        // What is given back of a purchase with a cost is rounded to a cent of profit, which does not scale.
        const made = {
          ...any,
          margin: 1 as const,
          sales: any.sales.map((sale) => (sale.back.length > 0 ? { ...sale, cost: null } : sale)),
        }
        writeChance(book, made)
        const { from: _from, to: _to, ...plain } = await asked(book, made)
        for (const telling of [{ shuffled: true }, { split: true }, { shift }]) {
          writeChance(book, made, telling)
          expect(await asked(book, made, telling.shift), JSON.stringify(telling)).toMatchObject(plain)
        }
        writeChance(book, made, { times: 100 })
        const more = await asked(book, made)
        const hundredfold = (amount: string) => yuan(Number(amount.replace('.', '')) * 100)
        expect([more.customersAt80, more.profit, more.gained]).toEqual([
          plain.customersAt80,
          hundredfold(plain.profit),
          hundredfold(plain.gained),
        ])
        expect(more.rows).toEqual(plain.rows.map((row) => ({ ...row, profit: hundredfold(row.profit) })))
      }),
      { numRuns: 15 },
    )
  },
)

test('those at 80 % are the least that reach it, and shares add up to 1', async () => {
  const book = await bookOf(await openShop(), chanceDay)
  await fc.assert(
    fc.asyncProperty(chanceShop, async (made) => {
      writeChance(book, made)
      const { rows, customersAt80, losing } = await asked(book, made)
      if (customersAt80 === null) {
        expect(rows.filter(({ share }) => share !== null)).toEqual([])
        return
      }
      expect(rows[customersAt80 - 1]?.cumulativeShare).toBeGreaterThanOrEqual(0.8 - 1e-12)
      if (customersAt80 > 1) expect(rows[customersAt80 - 2]?.cumulativeShare).toBeLessThan(0.8)
      if (losing === 0) expect(rows.at(-1)?.cumulativeShare).toBe(1)
    }),
    { numRuns: 40 },
  )
})
