import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readCohorts } from '../../../src/ledger/report/cohorts.ts'
import { readMonths } from '../../../src/ledger/report/months.ts'
import { readPareto } from '../../../src/ledger/report/pareto.ts'
import { readQuadrants } from '../../../src/ledger/segment/quadrants.ts'
import { bookOf } from '../../ledger.ts'
import { openShop } from '../../shop.ts'

const file = '../shared/data/CDNOW_sample.txt'
const here = existsSync(file)
if (!here) console.warn(`skipped: ${file} is not here`)

/** The purchases of the file as they are, a customer a master id. */
async function cdnow() {
  const book = await bookOf(await openShop('init --currency USD'), '1998-06-30')
  const { sqlite } = book.store
  sqlite.exec(`INSERT INTO change (at, day, by, command) VALUES ('1998-06-30T00:00:00Z', '1998-06-30', 'test', 'test')`)
  sqlite.exec(`CREATE TEMP TABLE line (who INTEGER, day TEXT, cents INTEGER)`)
  const line = sqlite.prepare('INSERT INTO line VALUES (?, ?, ?)')
  sqlite.transaction(() => {
    for (const text of readFileSync(file, 'utf8').trim().split('\n')) {
      const [, who, day = '', , dollars] = text.trim().split(/\s+/)
      line.run(Number(who), `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`, Math.round(Number(dollars) * 100))
    }
    sqlite.exec(
      `INSERT INTO customer (id, name, name_key, entered_on, change_id) SELECT DISTINCT who, who, who, '1998-06-30', 1
        FROM line`,
    )
    sqlite.exec(
      `INSERT INTO entry (kind, customer_id, "on", amount, by, change_id)
        SELECT 'purchase', who, day, cents, 'test', 1 FROM line`,
    )
  })()
  return book
}

test.skipIf(!here)('the cohorts of CDNOW, counted in the file by awk and again in plain SQL', async () => {
  const book = await cdnow()
  const { cohorts, earlier } = await readCohorts(book, { from: null })
  expect(earlier).toBe(0)
  // By awk: who bought first in each month, and of the first how many came in each month after, and what they paid.
  expect(cohorts.map(({ cohort, customers }) => [cohort, customers])).toEqual([
    ['1997-01', 781],
    ['1997-02', 857],
    ['1997-03', 719],
  ])
  expect(cohorts[0]?.months.map(({ active }) => active)).toEqual([
    781, 124, 95, 70, 65, 77, 65, 53, 52, 45, 62, 59, 45, 47, 63, 37, 37, 33,
  ])
  expect(cohorts[2]?.months.map(({ active }) => active)).toEqual([
    719, 87, 84, 78, 63, 64, 55, 57, 73, 65, 47, 51, 78, 32, 38, 45,
  ])
  expect(cohorts[0]?.months.slice(0, 3).map(({ revenue }) => revenue)).toEqual(['28592.70', '7003.73', '4241.64'])
  const plain = book.store.sqlite
    .prepare(
      `WITH first AS (SELECT who, substr(min(day), 1, 7) AS cohort FROM line GROUP BY who)
       SELECT cohort, substr(day, 1, 4) * 12 + substr(day, 6, 2) - substr(cohort, 1, 4) * 12 - substr(cohort,
         6) AS month,
       count(DISTINCT who) AS active, printf('%.2f', sum(cents) / 100.0) AS revenue FROM first JOIN line USING (who)
         GROUP BY 1, 2 ORDER BY 1, 2`,
    )
    .all()
  expect(cohorts.flatMap(({ cohort, months }) => months.map((month) => ({ cohort, ...month })))).toEqual(plain)
})

test.skipIf(!here)('the Pareto curve, the quadrants and the months of CDNOW', async () => {
  const book = await cdnow()
  const pareto = await readPareto(book, { from: null })
  // By awk: the sums of the customers, highest first, up to 80 % of all.
  expect(pareto).toMatchObject({
    customers: 2357,
    customersAt80: 777,
    profit: '244091.94',
    gained: '244091.94',
    losing: 0,
    measure: 'sales',
  })
  expect(pareto.shareOfCustomersAt80).toBe(777 / 2357)
  const { quadrants, profitNeeded } = await readQuadrants(book, { from: null })
  expect(profitNeeded).toBe(pareto.rows[776]?.profit)
  // Those who equal the last of them are valuable, too.
  const valuable = pareto.rows.filter(({ profit }) => Number(profit) >= Number(profitNeeded)).length
  // No other sign is known of anybody: loyal is who is forming or stable, 239 and 133 of them.
  const loyal = 239 + 133
  expect(quadrants.map(({ quadrant, customers }) => [quadrant, customers])).toEqual([
    ['gold', 298],
    ['meteor', valuable - 298],
    ['small-star', loyal - 298],
    ['burden', 2357 - valuable - (loyal - 298)],
  ])
  const months = await readMonths(book, { from: '1997-01-01', to: '1998-06-30' })
  expect(months.map(({ month, revenue, purchases, buyers }) => ({ month, revenue, purchases, buyers }))).toEqual(
    book.store.sqlite
      .prepare(
        `SELECT substr(day, 1, 7) AS month, printf('%.2f', sum(cents) / 100.0) AS revenue, count(*) AS purchases,
          count(DISTINCT who) AS buyers FROM line GROUP BY 1`,
      )
      .all(),
  )
})
