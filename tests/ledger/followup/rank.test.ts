import { expect, test } from 'vitest'
import { choose, type DueCandidate, inRank, leastShown, scoreOf } from '../../../src/ledger/followup/rank.ts'
import type { Raised } from '../../../src/ledger/followup/reasons.ts'
import type { Fraction } from '../../../src/ledger/fraction.ts'
import { makeCounter } from '../../../src/ledger/reason/facts.ts'
import { apart } from '../../../src/ledger/reason/thanks.ts'

const whole = (points: number): Fraction => ({ top: points, bottom: 1 })
const raised = (points: Fraction): Raised => ({
  reason: 'cadence',
  points,
  daysOverdue: 0,
  first: false,
  on: 0,
  tell: () => ({}) as never,
})
const one = (customerId: number, given: Partial<DueCandidate>): DueCandidate => ({
  customerId,
  score: whole(50),
  windowProfit: 0,
  lastReached: null,
  daysOverdue: 0,
  first: false,
  ...given,
})
const ids = (candidates: readonly DueCandidate[]) => candidates.map(({ customerId }) => customerId)

test.each([
  ['A', [40], 70],
  ['B', [40], 60],
  ['D', [40], 55],
  ['C', [40], 50],
  // The highest of weight and lateness counts, not their sum over reasons.
  ['A', [50, 62, 40], 92],
] as const)('score of tier %s with %j is %d', (tier, points, score) => {
  expect(
    scoreOf(
      tier,
      points.map((point) => raised(whole(point))),
    ),
  ).toEqual(whole(score))
})

test('rank: equal scores are equal however they come about, and then profit decides', () => {
  // 20 + 40 + 10 x 14/15 = 10 + 40 + 10 x 58/30 = 69 1/3; in binary fractions the first comes out below the second.
  const ofB = scoreOf('B', [raised({ top: 40 * 15 + 10 * 14, bottom: 15 })])
  const ofC = scoreOf('C', [raised({ top: 40 * 30 + 10 * 58, bottom: 30 })])
  expect(20 + (40 + (10 * 14) / 15)).not.toBe(10 + (40 + (10 * 58) / 30))
  expect(ids(inRank([one(1, { score: ofC, windowProfit: 5 }), one(2, { score: ofB, windowProfit: 9 })]))).toEqual([
    2, 1,
  ])
  expect(ids(inRank([one(1, { score: ofC, windowProfit: 9 }), one(2, { score: ofB, windowProfit: 5 })]))).toEqual([
    1, 2,
  ])
})

test('who may be shown beside others: nobody below the last of so many, by score or by days', () => {
  expect(leastShown(twenty(), 20)).toBeNull()
  expect(leastShown(twenty(), 12)).toEqual({ score: whole(89), daysOverdue: 9 })
  expect(leastShown(twenty([2, 4, 6, 8]), 3)).toEqual({
    score: { top: 1, bottom: 0 },
    daysOverdue: Number.POSITIVE_INFINITY,
  })
})

test('rank: score, then profit in the window, then longest without contact, then id', () => {
  const candidates = [
    one(6, {}),
    one(5, {}),
    one(4, { lastReached: 20 }),
    one(3, { lastReached: 10 }),
    one(2, { windowProfit: 1, lastReached: 30 }),
    one(1, { score: { top: 501, bottom: 10 }, lastReached: 30, windowProfit: -5 }),
  ]
  expect(ids(inRank(candidates))).toEqual([1, 2, 5, 6, 3, 4])
})

/** Twenty in rank: 1 is the first. The higher the number, the more days overdue. */
const twenty = (firsts: readonly number[] = []) =>
  Array.from({ length: 20 }, (_, at) =>
    one(at + 1, { score: whole(100 - at), daysOverdue: at + 1, first: firsts.includes(at + 1) }),
  )

test.each([
  // 12 places: one in six is 2, which go to the most days overdue.
  ['twelve places', twenty(), 12, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 19, 20]],
  // 11 places: at least one.
  ['eleven places', twenty(), 11, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20]],
  ['two places', twenty(), 2, [1, 20]],
  ['one place goes to the most overdue', twenty(), 1, [20]],
  ['all fit', twenty(), 20, ids(twenty())],
  // Two that always come take two of twelve places: of ten, one is spread.
  ['those shown always take places first', twenty([3, 18]), 12, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 18, 20]],
  // More of them than places: all are shown, nobody else.
  ['more of them than places', twenty([2, 4, 6, 8]), 3, [2, 4, 6, 8]],
] as const)('choice: %s', (_, ranked, capacity, shown) => {
  expect(ids(choose(ranked, capacity))).toEqual(shown)
})

test.each([
  [[], []],
  [
    ['reached', 'sent', 'wants-reply', 'interested', 'declined'],
    [true, true, true, true, true],
  ],
  [
    ['no-answer', 'no-answer', 'no-answer', 'no-answer'],
    [false, false, true, false],
  ],
  [
    ['no-answer', 'no-answer', 'sent', 'no-answer', 'no-answer'],
    [false, false, true, false, false],
  ],
  [Array(6).fill('no-answer'), [false, false, true, false, false, true]],
] as const)('which of %j count', (outcomes, counts) => {
  expect(outcomes.map(makeCounter())).toEqual(counts)
})

test('at most once in thirty days: 29 is too soon, 30 is not, and what was passed over does not count', () => {
  const on = (days: readonly number[]) => days.map((day) => ({ on: day, amount: '1.00', item: null, linked: false }))
  expect(apart(on([0, 29, 30, 59, 61]), 30, (large) => large.on + 1).map((large) => large.on)).toEqual([0, 30, 61])
  expect(apart(on([0, 0, 1]), 0, (large) => large.on + 1)).toHaveLength(3)
})
