import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { countStages, readRates } from '../../src/ledger/rates/rates.ts'
import { readStandings } from '../../src/ledger/standing/standing.ts'
import { classify } from '../../src/ledger/tier/classify.ts'
import { bookOf } from '../ledger.ts'
import { openShop } from '../shop.ts'

const file = '../shared/data/CDNOW_sample.txt'
const here = existsSync(file)
if (!here) console.warn(`skipped: ${file} is not here`)

interface Row {
  who: number
  on: string
  amount: number
}

function rows(): Row[] {
  return readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => {
      const [, who = '', day = '', , dollars = ''] = line.trim().split(/\s+/)
      return { who: Number(who), on: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`, amount: Math.round(Number(dollars) * 100) }
    })
}

async function cdnow() {
  const shop = await openShop('init --currency USD')
  const book = await bookOf(shop, '1998-06-30')
  const all = rows()
  await book.db.insertInto('change').values({ at: '1998-06-30T00:00:00Z', day: '1998-06-30', by: 'test', command: 'test' }).execute()
  const { sqlite } = book.store
  sqlite.transaction(() => {
    const person = sqlite.prepare(`INSERT INTO customer (id, name, name_key, entered_on, change_id) VALUES (?, ?, ?, '1998-06-30', 1)`)
    for (const who of new Set(all.map((row) => row.who))) person.run(who, `C${who}`, `c${who}`)
    const entry = sqlite.prepare(`INSERT INTO entry (kind, customer_id, "on", amount, by, change_id) VALUES ('purchase', ?, ?, ?, 'test', 1)`)
    for (const { who, on, amount } of all) entry.run(who, on, amount)
  })()
  return { shop, book, all }
}

test.skipIf(!here)('CDNOW sorts into tiers, stages and rates as two independent computations do', async () => {
  const { book, all } = await cdnow()
  expect(all).toHaveLength(6919)
  const value = await classify(book)
  expect(value).toMatchObject({
    thresholds: { turnover: 4, profit: '88.91' },
    counts: { A: 198, B: 31, C: 2022, D: 106 },
    changes: [],
    first: true,
    measure: 'sales',
  })
  expect(await countStages(book)).toEqual({
    asOf: '1998-06-30',
    shopGap: 52.75,
    counts: { prospect: 0, exploring: 37, forming: 239, stable: 133, declining: 110, lost: 1838 },
  })
  expect(await readRates(book, { from: '1998-01-01', to: '1998-06-30' })).toMatchObject({
    buyersAtStart: 506,
    lost: 202,
    churnRate: 202 / 506,
    retentionRate: 304 / 506,
  })
  expect((await readStandings(book)).size).toBe(2357)
})
