import { expect, test } from 'vitest'
import { keys } from '../../../src/ledger/book/policy/keys.ts'
import type { Policy } from '../../../src/ledger/book/policy/policy.ts'
import { profitThreshold } from '../../../src/ledger/standing/profit.ts'
import { visitsThreshold } from '../../../src/ledger/tier/matrix.ts'
import type { Candidate } from '../../../src/ledger/tier/method.ts'
import { sortBy } from '../../../src/ledger/tier/methods.ts'

const standard = Object.fromEntries(
  Object.entries(keys).map(([key, { default: byDefault }]) => [key, byDefault]),
) as Policy
const people = (rows: readonly (readonly [visits: number, profit: number, spent?: number])[]): Candidate[] =>
  rows.map(([visits, profit, spent = profit], at) => ({
    customerId: at + 1,
    bought: visits > 0,
    visits,
    profit,
    spent,
    since: null,
    referred: null,
    potential: null,
    satisfaction: null,
  }))
const tiersOf = async (candidates: Candidate[], policy: Partial<Policy> = {}) => {
  const { judge, thresholds } = await sortBy({ ...standard, ...policy }, candidates)
  return { thresholds, tiers: candidates.map((one) => judge(one).tier).join('') }
}

test.each([
  [[], null],
  [[1], 2],
  [[1, 1, 1], 2],
  [[2, 2, 2], 2],
  [[2, 2, 3], 3],
  [[1, 9], 5],
  [[4, 4, 4, 5], 5],
])('visits %j: often from %s', (visits, threshold) => {
  expect(visitsThreshold(visits)).toBe(threshold)
})

test.each([
  [[], 0.8, null],
  [[0, 0], 0.8, null],
  [[-5, 0], 0.8, null],
  [[100], 0.8, 100],
  [[80, 20], 0.8, 80],
  [[79, 21], 0.8, 21],
  [[50, 30, 20], 0.8, 30],
  [[50, 29, 21], 0.8, 21],
  [[50, 30, 20, -1000], 0.8, 30],
  [[50, 30, 20], 1, 20],
  [[10, 10, 10, 10], 0.8, 10],
  // 80 % of 3 fen is 2.4: two of them do not reach it.
  [[1, 1, 1], 0.8, 1],
])('profits %j, share %d: high from %s', (profits, share, threshold) => {
  expect(profitThreshold(profits, share)).toBe(threshold)
})

test('the matrix, cell by cell and at its edges', async () => {
  // Mean 3: often from 3. Profits 500 + 300 of 1,000 make 80 %: high from 300.
  const shop = people([
    [3, 500],
    [2, 300],
    [5, 120],
    [2, 80],
    [0, 0],
  ])
  expect(await tiersOf(shop)).toEqual({ thresholds: { visits: 3, profit: 300 }, tiers: 'ADBCD' })
  expect(await tiersOf(shop, { 'tier.turnover': 2, 'tier.profit': 301 })).toEqual({
    thresholds: { visits: 2, profit: 301 },
    tiers: 'ABBBD',
  })
})

test('degenerate shops', async () => {
  expect(await tiersOf([])).toEqual({ thresholds: { visits: null, profit: null }, tiers: '' })
  expect(await tiersOf(people([[0, 0]]))).toEqual({ thresholds: { visits: null, profit: null }, tiers: 'D' })
  expect(await tiersOf(people([[1, 100]]))).toEqual({ thresholds: { visits: 2, profit: 100 }, tiers: 'D' })
  expect(
    await tiersOf(
      people([
        [2, 0],
        [2, 0],
      ]),
    ),
  ).toEqual({ thresholds: { visits: 2, profit: null }, tiers: 'BB' })
  expect(
    await tiersOf(
      people([
        [2, -50],
        [1, -5],
      ]),
    ),
  ).toEqual({ thresholds: { visits: 2, profit: null }, tiers: 'BC' })
  // A fixed threshold of nothing does not make nothing high.
  expect(await tiersOf(people([[2, 0]]), { 'tier.profit': 0 })).toEqual({
    thresholds: { visits: 2, profit: 0 },
    tiers: 'B',
  })
})

test.each(['matrix', 'abc', 'rfm', 'scorecard', 'fixed'] as const)(
  '%s: bought before the window only is C, never is D',
  async (method) => {
    const [earlier, never] = [
      {
        customerId: 1,
        bought: true,
        visits: 0,
        profit: -50,
        spent: -50,
        since: null,
        referred: null,
        potential: 5,
        satisfaction: null,
      },
      {
        customerId: 2,
        bought: false,
        visits: 0,
        profit: 0,
        spent: 0,
        since: null,
        referred: null,
        potential: null,
        satisfaction: null,
      },
    ]
    const { judge } = await sortBy({ ...standard, 'tier.method': method }, [earlier, never])
    expect([judge(earlier), judge(never)]).toEqual([
      { tier: 'C', reason: 'earlier-buyer' },
      { tier: 'D', reason: 'never-bought' },
    ])
  },
)

test.each([
  [[], ''],
  [[0, 0], 'CC'],
  [[100], 'A'],
  // Above the second stand 79 %, above the third 80 %.
  [[79, 1, 20], 'ACA'],
  [[80, 15, 5], 'ABC'],
  [[80, 14, 6], 'ABB'],
  // Equal spend, equal tier, though 80 % and more stand above the last.
  [[20, 20, 20, 20, 20], 'AAAAA'],
  [[60, 20, 10, 10], 'AABB'],
  [[100, -20], 'AC'],
])('abc of %j: %s', async (spends, tiers) => {
  expect(await tiersOf(people(spends.map((spent) => [1, 0, spent])), { 'tier.method': 'abc' })).toEqual({
    thresholds: { visits: null, profit: null },
    tiers,
  })
})

test('fixed: by amounts of the owner; one that is not set is reached by nobody', async () => {
  const shop = people([
    [1, 0, 1000],
    [1, 0, 999],
    [1, 0, 500],
    [1, 0, 499],
  ])
  expect((await tiersOf(shop, { 'tier.method': 'fixed', 'tier.fixedA': 1000, 'tier.fixedB': 500 })).tiers).toBe('ABBC')
  expect((await tiersOf(shop, { 'tier.method': 'fixed', 'tier.fixedB': 500 })).tiers).toBe('BBBC')
  expect((await tiersOf(shop, { 'tier.method': 'fixed' })).tiers).toBe('CCCC')
})
