import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { countStages, readRates } from '../../src/ledger/report/rates.ts'
import { readStandings } from '../../src/ledger/standing/read-standings.ts'
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
      return {
        who: Number(who),
        on: `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6, 8)}`,
        amount: Math.round(Number(dollars) * 100),
      }
    })
}

async function cdnow() {
  const shop = await openShop('init --currency USD')
  const book = await bookOf(shop, '1998-06-30')
  const all = rows()
  await book.db
    .insertInto('change')
    .values({ at: '1998-06-30T00:00:00Z', day: '1998-06-30', by: 'test', command: 'test' })
    .execute()
  const { sqlite } = book.store
  sqlite.transaction(() => {
    const person = sqlite.prepare(
      `INSERT INTO customer (id, name, name_key, entered_on, change_id) VALUES (?, ?, ?, '1998-06-30', 1)`,
    )
    for (const who of new Set(all.map((row) => row.who))) person.run(who, `C${who}`, `c${who}`)
    const entry = sqlite.prepare(
      `INSERT INTO entry (kind, customer_id, "on", amount, by, change_id) VALUES ('purchase', ?, ?, ?, 'test', 1)`,
    )
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

/** SPEC 3 and 6 once more, from the rows of the file alone, with nothing of the program's. */
function reckon(all: readonly Row[], today: string) {
  const number = (day: string) => Date.parse(`${day}T00:00:00Z`) / 86_400_000
  const middle = (numbers: number[]) => {
    const sorted = [...numbers].sort((one, other) => one - other)
    return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2
  }
  const people = Map.groupBy(
    all.filter(({ on }) => on <= today),
    ({ who }) => who,
  )
  const everyone = [...people.values()].map((rows) => {
    const recent = rows.filter(({ on }) => number(today) - number(on) < 365)
    const days = [...new Set(rows.map(({ on }) => number(on)))].sort((one, other) => one - other)
    const gap = days.length < 3 ? null : middle(days.slice(1).map((day, at) => day - (days[at] ?? 0)))
    return {
      f: recent.length,
      p: recent.reduce((sum, { amount }) => sum + amount, 0),
      days: days.length,
      since: number(today) - (days.at(-1) ?? 0),
      gap,
    }
  })
  const buyers = everyone.filter(({ f }) => f > 0)
  const often = Math.max(2, Math.ceil(buyers.reduce((sum, { f }) => sum + f, 0) / buyers.length))
  const ranked = buyers.map(({ p }) => p).sort((one, other) => other - one)
  const whole = ranked.reduce((sum, p) => sum + p, 0)
  const high =
    ranked.find((_, at) => ranked.slice(0, at + 1).reduce((sum, p) => sum + p, 0) * 10 >= whole * 8) ??
    Number.POSITIVE_INFINITY
  const shopGap = middle(everyone.flatMap(({ gap }) => (gap === null ? [] : [gap])))
  const tiers = everyone.map(({ f, p }) =>
    f === 0 ? 'C' : f >= often ? (p >= high ? 'A' : 'B') : p >= high ? 'D' : 'C',
  )
  const stages = everyone.map(({ gap: own, since, days }) => {
    const gap = own ?? shopGap
    if (since > Math.max(3 * gap, 90)) return 'lost'
    if (since > Math.max(2 * gap, gap + 7)) return 'declining'
    return days < 3 ? 'exploring' : days < 6 ? 'forming' : 'stable'
  })
  const count = (words: string[]) =>
    Object.fromEntries([...Map.groupBy(words, (word) => word)].map(([word, same]) => [word, same.length]))
  return { often, high, shopGap, tiers: count(tiers), stages: count(stages) }
}

test.skipIf(!here).each(['1997-03-31', '1997-09-30', '1998-01-01', '1998-06-30'])(
  'CDNOW on %s, reckoned again from the file alone',
  async (today) => {
    const { shop, all } = await cdnow()
    const truth = reckon(all, today)
    const { thresholds, counts } = await shop.json(`classify --today ${today}`)
    expect(thresholds).toEqual({ turnover: truth.often, profit: (truth.high / 100).toFixed(2) })
    // Who has not bought by the day is D.
    const yet = 2357 - new Set(all.filter(({ on }) => on <= today).map(({ who }) => who)).size
    expect(counts).toEqual({ A: 0, B: 0, C: 0, ...truth.tiers, D: (truth.tiers['D'] ?? 0) + yet })
    const { shopGap, counts: stages } = await shop.json(`report stages --today ${today}`)
    expect(shopGap).toBe(truth.shopGap)
    expect(stages).toEqual({
      prospect: yet,
      exploring: 0,
      forming: 0,
      stable: 0,
      declining: 0,
      lost: 0,
      ...truth.stages,
    })
  },
)
