import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Book } from '../../../src/ledger/book/book.ts'
import { addDays } from '../../../src/ledger/day.ts'
import type { Cohort } from '../../../src/ledger/report/cohort-table.ts'
import { readCohorts } from '../../../src/ledger/report/cohorts.ts'
import { readRates } from '../../../src/ledger/report/rates.ts'
import { bookOf } from '../../ledger.ts'
import { openShop } from '../../shop.ts'
import { askPlainly, type ChanceShop, chanceDay, chanceShop, writeChance, yuan } from '../chance-shop.ts'

const asked = (book: Book, { from }: ChanceShop) =>
  readCohorts(book, { from: from === null ? null : addDays(chanceDay, -from) })

interface Count {
  cohort: string
  month: number
  active: number
  revenue: number
}

/** Months since the year 0 in SQL. */
const number = (day: string) => `(CAST(substr(${day}, 1, 4) AS INTEGER) * 12 + CAST(substr(${day}, 6, 2) AS INTEGER))`

test('cohorts, in plain SQL', async () => {
  const book = await bookOf(await openShop(), chanceDay)
  await fc.assert(
    fc.asyncProperty(chanceShop, async (made) => {
      writeChance(book, made)
      const known = { from: made.from === null ? '0001-01-01' : addDays(chanceDay, -made.from), margin: 1 }
      const begun = `begun AS (SELECT who, min(day) AS day FROM counted JOIN here ON id = who WHERE id NOT IN earlier
        GROUP BY 1 HAVING min(day) >= :from)`
      const sizes = askPlainly<{ cohort: string; customers: number }>(
        book,
        `, ${begun} SELECT substr(day, 1, 7) AS cohort, count(*) AS customers FROM begun GROUP BY 1 ORDER BY 1`,
        known,
      )
      const counts = askPlainly<Count>(
        book,
        `, ${begun} SELECT substr(begun.day, 1, 7) AS cohort, max(0, ${number('money.day')} - ${number('begun.day')})
          AS month,
         0 AS active, sum(net) AS revenue FROM begun JOIN money USING (who) GROUP BY 1, 2`,
        known,
      )
      const active = askPlainly<Count>(
        book,
        `, ${begun} SELECT substr(begun.day, 1, 7) AS cohort, ${number('counted.day')} - ${number('begun.day')} AS
          month,
         count(DISTINCT who) AS active, 0 AS revenue FROM begun JOIN counted USING (who) GROUP BY 1, 2`,
        known,
      )
      const last = 2026 * 12 + 11
      const expected: Cohort[] = sizes.map(({ cohort, customers }) => {
        const length = last - Number(cohort.slice(0, 4)) * 12 - Number(cohort.slice(5)) + 1
        const at = (all: Count[], month: number) => all.find((one) => one.cohort === cohort && one.month === month)
        const months = Array.from({ length }, (_, month) => ({
          month,
          active: at(active, month)?.active ?? 0,
          revenue: yuan(at(counts, month)?.revenue ?? 0),
        }))
        return { cohort, customers, months }
      })
      const [{ earlier } = { earlier: 0 }] = askPlainly<{ earlier: number }>(
        book,
        'SELECT count(DISTINCT who) AS earlier FROM counted JOIN here ON id = who WHERE id IN earlier',
        known,
      )
      expect(await asked(book, made)).toEqual({
        from: made.from === null ? null : known.from,
        to: chanceDay,
        cohorts: expected,
        earlier,
      })
    }),
    { numRuns: 40 },
  )
})

test('month 0 is the whole cohort, and the cohorts of some days are the new buyers of their rates', async () => {
  const book = await bookOf(await openShop(), chanceDay)
  await fc.assert(
    fc.asyncProperty(chanceShop, async (any) => {
      const made = {
        ...any,
        from: any.from ?? 100,
        people: any.people.map((one) => ({ ...one, openingVisits: null, openingLast: null })),
      }
      writeChance(book, made)
      const { cohorts } = await asked(book, made)
      for (const { customers, months } of cohorts) expect(months[0]?.active).toBe(customers)
      const rates = await readRates(book, { from: addDays(chanceDay, -made.from), to: chanceDay })
      expect(cohorts.reduce((sum, { customers }) => sum + customers, 0)).toBe(rates.new)
    }),
    { numRuns: 40 },
  )
})

test('what may not move does not: rows shuffled, days split into receipts; money scales', async () => {
  const book = await bookOf(await openShop(), chanceDay)
  await fc.assert(
    fc.asyncProperty(chanceShop, async (made) => {
      writeChance(book, made)
      const plain = await asked(book, made)
      for (const telling of [{ shuffled: true }, { split: true }]) {
        writeChance(book, made, telling)
        expect(await asked(book, made)).toEqual(plain)
      }
      writeChance(book, made, { times: 100 })
      const more = await asked(book, made)
      expect(more.cohorts).toEqual(
        plain.cohorts.map((one) => ({
          ...one,
          months: one.months.map((month) => ({
            ...month,
            revenue: yuan(Number(month.revenue.replace('.', '')) * 100),
          })),
        })),
      )
    }),
    { numRuns: 15 },
  )
})

test('only the customers asked for', async () => {
  const book = await bookOf(await openShop(), chanceDay)
  await fc.assert(
    fc.asyncProperty(chanceShop, fc.uniqueArray(fc.integer({ min: 1, max: 7 })), async (made, ids) => {
      writeChance(book, made)
      const { cohorts } = await readCohorts(book, { from: null, only: new Set(ids) })
      for (const id of [1, 2, 3, 4, 5, 6, 7])
        if (!ids.includes(id)) book.store.sqlite.prepare('UPDATE customer SET archived = 1 WHERE id = ?').run(id)
      expect(cohorts).toEqual((await readCohorts(book, { from: null })).cohorts)
    }),
    { numRuns: 15 },
  )
})

test('a return from before the first purchase counts in its month', async () => {
  const book = await bookOf(await openShop(), chanceDay)
  const { sqlite } = book.store
  sqlite.exec(
    `INSERT INTO change (id, at, day, by, command) VALUES (1, '2026-11-21T00:00:00Z', '2026-11-21', 'test', 'test')`,
  )
  sqlite.exec(
    `INSERT INTO customer (id, name, name_key, entered_on, change_id) VALUES (1, 'Ann', 'ann', '2026-08-01', 1)`,
  )
  for (const [kind, on, amount] of [
    ['refund', '2026-08-20', 300],
    ['purchase', '2026-10-05', 1000],
    ['refund', '2026-11-01', 200],
  ])
    sqlite
      .prepare(`INSERT INTO entry (kind, customer_id, "on", amount, by, change_id) VALUES (?, 1, ?, ?, 'me', 1)`)
      .run(kind, on, amount)
  expect((await readCohorts(book, { from: null })).cohorts).toEqual([
    {
      cohort: '2026-10',
      customers: 1,
      months: [
        { month: 0, active: 1, revenue: '7.00' },
        { month: 1, active: 0, revenue: '-2.00' },
      ],
    },
  ])
})
