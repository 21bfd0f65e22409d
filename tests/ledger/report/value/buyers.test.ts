import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupByHistory, readDaysBought, readModelBuyers } from '../../../../src/ledger/report/value/buyers.ts'
import { bookOf } from '../../../ledger.ts'
import { openShop } from '../../../shop.ts'

const all = { from: null, day: '2026-11-21', only: undefined }

test('who bought, when, and what the days after the first brought: void, refunded, walk-in, archived', async () => {
  const shop = await openShop()
  for (const name of ['Ann', 'Bob', 'Cai', 'Dan', 'Eve', 'Fay', 'Gus']) await shop.json(`add ${name}`)
  // Ann: three days, one of two receipts; a refund of part lowers its own day.
  await shop.json('buy 1 10 --on 2026-10-01')
  await shop.json('buy 1 20 --on 2026-10-08')
  const { id } = await shop.json('buy 1 30 --on 2026-10-08')
  await shop.json('buy 1 40 --on 2026-11-05')
  await shop.json(`refund ${id} 5 --on 2026-11-10`)
  // Bob: what was refunded in full or is void is no purchase, and a free sample is one.
  await shop.json('buy 2 10 --on 2026-09-01')
  const full = await shop.json('buy 2 50 --on 2026-09-11')
  await shop.json(`refund ${full.id} 50 --on 2026-11-01`)
  const slip = await shop.json('buy 2 60 --on 2026-09-12')
  await shop.json(`void ${slip.id}`)
  await shop.json('buy 2 0 --on 2026-09-21')
  // Cai once. Dan never. Eve's only purchase was brought back. Gus is archived.
  await shop.json('buy 3 10 --on 2026-11-21')
  const only = await shop.json('buy 5 10 --on 2026-10-10')
  await shop.json(`refund ${only.id} 10 --on 2026-10-11`)
  await shop.json('buy 7 10 --on 2026-10-10')
  await shop.json('archive 7')
  await shop.json('buy walk-in 99 --on 2026-10-10')
  // Fay brought something back without naming its purchase: it comes off the day before.
  const csv = 'customer,on,amount\nFay,2026-10-01,10\nFay,2026-10-11,20\nFay,2026-10-15,-8\nFay,2026-10-21,30\n'
  expect((await shop.regulars('import purchases - --no-classify', { stdin: csv })).exit).toBe(0)
  const book = await bookOf(shop, '2026-11-21')
  const seen = await readModelBuyers(book, all)
  expect(
    seen.map(({ name, frequency, recency, age, spentAgain }) => [name, frequency, recency, age, spentAgain]),
  ).toEqual([
    ['Ann', 2, 35, 51, 8500],
    ['Bob', 1, 20, 81, 0],
    ['Cai', 0, 0, 0, 0],
    ['Fay', 2, 20, 51, 4200],
  ])
  expect(seen.map(({ stage }) => stage)).toEqual(['forming', 'declining', 'exploring', 'declining'])
  // As things stood before the refunds.
  const before = await readModelBuyers(book, { ...all, day: '2026-10-31' })
  expect(
    before.map(({ name, frequency, recency, age, spentAgain }) => [name, frequency, recency, age, spentAgain]),
  ).toEqual([
    ['Ann', 1, 7, 30, 5000],
    ['Bob', 2, 20, 60, 5000],
    ['Fay', 2, 20, 30, 4200],
  ])
  // From a day on, the first purchase day is the first there.
  const since = await readModelBuyers(book, { ...all, from: '2026-10-05' })
  expect(
    since.map(({ name, frequency, recency, age, spentAgain }) => [name, frequency, recency, age, spentAgain]),
  ).toEqual([
    ['Ann', 1, 28, 44, 4000],
    ['Cai', 0, 0, 0, 0],
    ['Fay', 1, 10, 41, 3000],
  ])
  expect((await readModelBuyers(book, { ...all, only: new Set([1, 3]) })).map(({ name }) => name)).toEqual([
    'Ann',
    'Cai',
  ])
  const came = await readDaysBought(book, '2026-10-08', '2026-11-21')
  expect([1, 2, 3, 4, 5, 6, 7, 8].map(came)).toEqual([1, 0, 1, 0, 0, 2, 1, 0])
})

test('customers of one history are one, in the order of histories', () => {
  const buyer = (frequency: number, recency: number, age: number) => ({
    customerId: 1,
    name: '',
    stage: 'forming' as const,
    frequency,
    recency,
    age,
    spentAgain: 0,
  })
  const some = [buyer(2, 14, 28), buyer(0, 0, 7), buyer(2, 14, 28), buyer(2, 7, 28), buyer(0, 0, 0)]
  const grouped = [
    { frequency: 0, recency: 0, age: 0, customers: 1 },
    { frequency: 0, recency: 0, age: 1, customers: 1 },
    { frequency: 2, recency: 1, age: 4, customers: 1 },
    { frequency: 2, recency: 2, age: 4, customers: 2 },
  ]
  fc.assert(
    fc.property(
      fc.shuffledSubarray(some, { minLength: 5 }),
      (shuffled) => void expect(groupByHistory(shuffled, 7)).toEqual(grouped),
    ),
  )
  expect(groupByHistory([buyer(40_000, 100_000, 130_000)], 1)).toEqual([
    { frequency: 40_000, recency: 100_000, age: 130_000, customers: 1 },
  ])
  expect(groupByHistory([], 7)).toEqual([])
})
