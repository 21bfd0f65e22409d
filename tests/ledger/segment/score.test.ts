import { expect, test } from 'vitest'
import { quintileScale, reversed, rScale, stepScale } from '../../../src/ledger/segment/rfm-score.ts'

const scored = (values: readonly number[], scale: (value: number) => number) => values.map(scale).join('')

test.each([
  // Quantiles of 1..5: 1.8, 2.6, 3.4, 4.2.
  [[1, 2, 3, 4, 5], '12345'],
  // Of 1..6: 2, 3, 4, 5; a value on a quantile is not above it.
  [[1, 2, 3, 4, 5, 6], '112345'],
  [[6, 5, 4, 3, 2, 1], '543211'],
  // Of 0, 10, 20: 4, 8, 12, 16.
  [[0, 10, 20], '135'],
  [[7, 7, 7, 7], '1111'],
  [[42], '1'],
  // Of 1 1 1 1 2: 1, 1, 1, 1.2.
  [[1, 1, 1, 1, 2], '11115'],
  // Of 1 1 1 2 2 2: 1, 1, 2, 2.
  [[1, 1, 1, 2, 2, 2], '111333'],
  [[-300, -20, 0, 5, 900], '12345'],
])('own scores of %j: %s', (values, scores) => {
  expect(scored(values, quintileScale(Float64Array.from(values)))).toBe(scores)
})

test('equal shares are exact: no rounding parts a value from the quantile it lies on', () => {
  // 60 % of 11 values is the seventh, exactly; 0.6 x 10 in doubles is too.
  const values = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((value) => value * 999_999_999_999)
  expect(scored(values, quintileScale(Float64Array.from(values)))).toBe('11122334455')
})

test.each([
  // Quantiles of 1..6 are 2, 3, 4, 5: cuts 3, 4, 5, 6, and a value on a cut is above it.
  [[1, 2, 3, 4, 5, 6], 1, '112345'],
  // Of 1..5: cuts 2.8, 3.6, 4.4, 5.2.
  [[1, 2, 3, 4, 5], 1, '11234'],
  // All alike: below every cut.
  [[7, 7, 7], 1, '111'],
  [[42], 1, '1'],
  // Cuts are a unit away, not a cent: 0.10 to 0.60 all lie below 1.20, and the same in whole units do not.
  [[10, 20, 30, 40, 50, 60], 100, '111111'],
  [[1000, 2000, 3000, 4000, 5000, 6000], 100, '112345'],
  // Of 1 and 11: 3, 5, 7, 9.
  [[1, 11], 1, '15'],
  // 1 + 5 x 0.6 is the fourth of six in R's doubles too: cuts 21, 31, 42, 43.
  [[10, 20, 30, 41, 42, 43], 1, '112345'],
])("R's scores of %j, %i to a unit: %s", (values, parts, scores) => {
  expect(scored(values, rScale(Float64Array.from(values), parts))).toBe(scores)
})

test("R's own rounding is kept: what lies on a cut falls where R's doubles put it", () => {
  // 60 % of 10 10 10 15 15 is 12, in R's doubles 12.000000000000002: 13 does not reach 12 + 1.
  const scale = rScale(Float64Array.from([10, 10, 10, 15, 15]), 1)
  expect([12.9, 13, 13.1].map(scale)).toEqual([3, 3, 4])
})

test('nobody: no cut, no NaN', () => {
  expect(quintileScale(new Float64Array())(5)).toBe(1)
  expect(rScale(new Float64Array(), 100)(5)).toBe(1)
})

test("the shop's own steps: so many at least for a point more; of days so many at most", () => {
  expect(scored([0, 1, 2, 3, 4, 7, 8, 12, 99], stepScale([2, 4, 8, 12]))).toBe('112233455')
  expect(scored([0, 14, 15, 30, 31, 90, 91, 180, 181], reversed(stepScale([14, 30, 90, 180], true)))).toBe('554433221')
})

test('days are scored the other way round: who came last is 5, and all alike are all 5', () => {
  expect(scored([0, 10, 20, 30, 40], reversed(quintileScale(Float64Array.from([0, 10, 20, 30, 40]))))).toBe('54321')
  expect(scored([3, 3], reversed(quintileScale(Float64Array.from([3, 3]))))).toBe('55')
})
