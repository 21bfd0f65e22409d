import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/ledger/day.ts'
import { monthsOf } from '../../../src/ledger/period.ts'
import { readMonths } from '../../../src/ledger/report/months.ts'
import { bookOf } from '../../ledger.ts'
import { openShop } from '../../shop.ts'
import { askPlainly, chanceDay, chanceShop, writeChance, yuan } from '../chance-shop.ts'

test('money by month, in plain SQL', async () => {
  const book = await bookOf(await openShop(), chanceDay)
  const ids = fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 7 })), { nil: null })
  await fc.assert(
    fc.asyncProperty(chanceShop, fc.integer({ min: 0, max: 500 }), ids, async (made, before, only) => {
      writeChance(book, made)
      const from = addDays(chanceDay, -before)
      const among = only === null ? '1' : `customer_id IN (${[0, ...only].join(', ')})`
      const whose = only === null ? 'who IS NOT NULL' : `who IN (${[0, ...only].join(', ')})`
      // From the first purchase there is; day by day where that lies within one month.
      const [first] = askPlainly<{ first: string | null }>(
        book,
        ` SELECT min("on") AS first FROM entry WHERE kind = 'purchase' AND void = 0`,
        { from, margin: 1 },
      )
      const begun = first?.first && first.first > from ? (first.first > chanceDay ? chanceDay : first.first) : from
      const length = begun.slice(0, 7) === chanceDay.slice(0, 7) ? 10 : 7
      const part = (day: string) => `substr(${day}, 1, ${length})`
      const rows = askPlainly<Record<string, number | string>>(
        book,
        `, parts AS (SELECT ${length === 7 ? "substr(:from, 1, 7) || '-01'" : ':from'} AS first
           UNION ALL SELECT date(first, '+1 ${length === 7 ? 'month' : 'day'}') FROM parts
           WHERE date(first, '+1 ${length === 7 ? 'month' : 'day'}') <= :today)
         SELECT ${part('first')} AS month,
         (SELECT coalesce(sum(amount), 0) FROM bought WHERE "on" >= :from AND ${part('"on"')} = ${part('first')}
           AND ${among}) AS revenue,
         (SELECT coalesce(sum(amount), 0) FROM entry WHERE kind = 'refund' AND void = 0 AND "on" BETWEEN :from
           AND :today
          AND ${part('"on"')} = ${part('first')} AND ${among}) AS refunds,
         (SELECT count(*) FROM counted WHERE day >= :from AND ${part('day')} = ${part('first')}
           AND ${whose}) AS purchases,
         (SELECT count(DISTINCT who) FROM counted WHERE day >= :from AND ${part('day')} = ${part('first')}
           AND ${whose}) AS buyers,
         (SELECT coalesce(sum(amount), 0) FROM bought WHERE "on" >= :from AND ${part('"on"')} = ${part('first')}
           AND customer_id IS NULL AND ${among}) AS walkIn
         FROM parts ORDER BY 1`,
        { from: begun, margin: 1 },
      )
      expect(await readMonths(book, { from, to: chanceDay }, only === null ? undefined : new Set(only))).toEqual(
        rows.map((row) => ({
          ...row,
          revenue: yuan(Number(row['revenue'])),
          refunds: yuan(Number(row['refunds'])),
          walkIn: yuan(Number(row['walkIn'])),
        })),
      )
    }),
    { numRuns: 40 },
  )
})

test.each([
  ['2026-11-01', '2026-11-21', ['2026-11']],
  ['2025-12-31', '2026-02-01', ['2025-12', '2026-01', '2026-02']],
  ['2026-11-21', '2026-11-20', ['2026-11']],
  ['2026-12-01', '2026-11-30', []],
])('the months from %s to %s', (from, to, months) => {
  expect(monthsOf({ from, to })).toEqual(months)
})
