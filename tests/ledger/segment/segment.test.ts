import { expect, test } from 'vitest'
import { readRanges } from '../../../src/ledger/book/policy/segment-ranges.ts'
import { firstToSee, makeSegmenter } from '../../../src/ledger/segment/rfm-segments.ts'
import { segments, vocabulary } from '../../../src/ledger/vocabulary.ts'

test.each([
  [5, 5, 5, 'Champions'],
  [5, 5, 4, 'Potential Loyalist'],
  [3, 3, 2, 'Potential Loyalist'],
  [2, 4, 4, 'Loyal Customers'],
  [4, 2, 2, 'Loyal Customers'],
  [3, 1, 3, 'Promising'],
  [3, 2, 5, 'Promising'],
  [5, 1, 1, 'New Customers'],
  [5, 3, 1, 'New Customers'],
  [4, 1, 2, 'New Customers'],
  [1, 3, 4, "Can't Lose Them"],
  [2, 3, 5, "Can't Lose Them"],
  [1, 5, 5, 'At Risk'],
  [2, 2, 5, 'At Risk'],
  [1, 4, 3, 'Need Attention'],
  [3, 1, 2, 'About To Sleep'],
  [2, 1, 4, 'About To Sleep'],
  [1, 1, 1, 'Lost'],
  [1, 5, 1, 'Lost'],
  [5, 5, 1, 'Others'],
  [2, 1, 5, 'Others'],
])('scores %i %i %i: %s', (recency, frequency, monetary, segment) => {
  expect(makeSegmenter(null)(recency, frequency, monetary)).toBe(segment)
})

test('each of the 125 scores is in one segment, the first that fits, as the ranges of SPEC 7 written out say', () => {
  const ranges = [
    ['Champions', 5, 5, 5, 5, 5, 5],
    ['Potential Loyalist', 3, 5, 3, 5, 2, 5],
    ['Loyal Customers', 2, 4, 2, 4, 2, 4],
    ['Promising', 3, 4, 1, 3, 3, 5],
    ['New Customers', 4, 5, 1, 3, 1, 5],
    ["Can't Lose Them", 1, 2, 3, 4, 4, 5],
    ['At Risk', 1, 2, 2, 5, 4, 5],
    ['Need Attention', 1, 3, 3, 5, 3, 5],
    ['About To Sleep', 2, 3, 1, 3, 1, 4],
    ['Lost', 1, 1, 1, 5, 1, 5],
  ] as const
  const segment = makeSegmenter(null)
  for (let code = 0; code < 125; code++) {
    const [r, f, m] = [1 + Math.floor(code / 25), 1 + (Math.floor(code / 5) % 5), 1 + (code % 5)]
    const found =
      ranges.find(
        ([, r1, r2, f1, f2, m1, m2]) => r >= r1 && r <= r2 && f >= f1 && f <= f2 && m >= m1 && m <= m2,
      )?.[0] ?? 'Others'
    expect([r, f, m, segment(r, f, m)]).toEqual([r, f, m, found])
  }
})

test.each([
  ['5 5 5', '5 5 5'],
  ['1-2 3-3 4~5', '1-2 3 4-5'],
  ['１－２，３，４至５', '1-2 3 4-5'],
  ['1/2-4/5', '1 2-4 5'],
  ['', null],
  ['5 5', null],
  ['5 5 5 5', null],
  ['0 5 5', null],
  ['5 6 5', null],
  ['4-2 5 5', null],
  ['a b c', null],
])('ranges “%s” are %s', (typed, ranges) => {
  expect(readRanges(typed)).toBe(ranges)
})

test('the vocabulary knows every segment, and whom to see first is whom the shop would miss most', () => {
  expect(Object.keys(vocabulary.segment)).toEqual(segments)
  expect(firstToSee([])).toBeUndefined()
  expect(firstToSee([{ segment: 'Champions' }, { segment: 'Lost' }])).toBe('Champions')
  expect(firstToSee([{ segment: 'Champions' }, { segment: 'At Risk' }, { segment: "Can't Lose Them" }])).toBe(
    "Can't Lose Them",
  )
})
