import logGamma from '@stdlib/math-base-special-gammaln'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digamma, trigamma } from '../../../../src/ledger/report/value/digamma.ts'
import { nelderMead } from '../../../../src/ledger/report/value/nelder-mead.ts'
import { invertPositive, newtonRefine } from '../../../../src/ledger/report/value/newton.ts'
import { derivatives, smoothed } from './differences.ts'

/** Error beside max(1, the value): what is left where ln Γ goes through 0. */
const error = (found: number, true_: number) => Math.abs(found - true_) / Math.max(1, Math.abs(true_))

// Abramowitz & Stegun, tables 6.1-6.4; (n - 1)! where x is whole; sqrt(pi) (2n)! / (4^n n!) where it is a half.
test.each([
  [1, 0],
  [2, 0],
  [3, Math.LN2],
  [0.5, 0.5723649429247001],
  [1.5, -0.12078223763524522],
  [0.1, 2.252712651734206],
  [0.001, 6.907178885383854],
  [1e-8, 18.420680738180209],
  [4.5, 2.4537365708424423],
  [7, Math.log(720)],
  [2.5, 0.2846828704729192],
  [10, Math.log(362_880)],
  [21, Math.log(2_432_902_008_176_640_000)],
  [100, 359.1342053695754],
  [1000, 5905.220423209181],
  [1e6, 12_815_504.569147611],
])('ln Γ(%d) is %d to 1e-12', (x, value) => {
  expect(error(logGamma(x), value)).toBeLessThan(1e-12)
})

const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true })

test('ln Γ: recurrence, reflection and duplication hold everywhere', () => {
  fc.assert(fc.property(positive, (x) => error(logGamma(x + 1), logGamma(x) + Math.log(x)) < 1e-12))
  fc.assert(
    fc.property(
      fc.double({ min: 1e-3, max: 0.999, noNaN: true }),
      (x) => error(logGamma(x) + logGamma(1 - x), Math.log(Math.PI / Math.sin(Math.PI * x))) < 1e-12,
    ),
  )
  fc.assert(
    fc.property(
      positive,
      (x) =>
        error(logGamma(2 * x), logGamma(x) + logGamma(x + 0.5) + (2 * x - 1) * Math.LN2 - 0.5 * Math.log(Math.PI)) <
        1e-12,
    ),
  )
})

// Abramowitz & Stegun 6.3.2, 6.3.3, 6.4.2 and 6.4.4, with Euler's constant to 16 digits.
const euler = 0.5772156649015329
test.each([
  [1, -euler, Math.PI ** 2 / 6],
  [0.5, -euler - 2 * Math.LN2, Math.PI ** 2 / 2],
  [2, 1 - euler, Math.PI ** 2 / 6 - 1],
  [1.5, 2 - euler - 2 * Math.LN2, Math.PI ** 2 / 2 - 4],
])('the derivatives of ln Γ at %d are %d and %d to 1e-13', (x, first, second) => {
  expect(error(digamma(x), first)).toBeLessThan(1e-13)
  expect(error(trigamma(x), second)).toBeLessThan(1e-13)
})

test('the derivatives of ln Γ are those of logGamma everywhere, and duplication holds', () => {
  const some = fc.double({ min: 0.01, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(some, (x) => {
      const { slope, curvature } = derivatives(([at = 0]) => logGamma(x * Math.exp(at)), [0])
      return (
        error(slope[0] ?? 0, x * digamma(x)) < 1e-4 &&
        error(curvature[0]?.[0] ?? 0, x * digamma(x) + x * x * trigamma(x)) < 1e-4
      )
    }),
  )
  fc.assert(fc.property(some, (x) => error(digamma(2 * x), digamma(x) / 2 + digamma(x + 0.5) / 2 + Math.LN2) < 1e-13))
  fc.assert(fc.property(some, (x) => error(4 * trigamma(2 * x), trigamma(x) + trigamma(x + 0.5)) < 1e-12))
})

test('the simplex finds the top of a curved valley, and the summit is exact', () => {
  const rosenbrock = ([x = 0, y = 0]: readonly number[]) => -((1 - x) ** 2) - 100 * (y - x * x) ** 2
  const near = nelderMead(rosenbrock, [-1.2, 1])
  expect(near.map((value) => Math.round(value * 100) / 100)).toEqual([1, 1])
  const { at, slope, covariance } = newtonRefine(smoothed(rosenbrock), near)
  for (const value of at) expect(Math.abs(value - 1)).toBeLessThan(1e-5)
  expect(slope).toBeLessThan(1e-6)
  expect(covariance).not.toBeNull()
})

test('slope and curvature are those of the calculus, and the spread is the covariance of a bell', () => {
  const bell = ([x = 0, y = 0]: readonly number[]) => -0.5 * (3 * x * x + 2 * x * y + 2 * y * y)
  const { slope, curvature } = derivatives(bell, [0.5, -1])
  expect(slope[0]).toBeCloseTo(-0.5, 8)
  expect(slope[1]).toBeCloseTo(1.5, 8)
  expect(curvature.flat().map((value) => Math.round(value * 1e6) / 1e6)).toEqual([-3, -1, -1, -2])
  const { at, covariance } = newtonRefine(smoothed(bell), [1, 1])
  for (const value of at) expect(Math.abs(value)).toBeLessThan(1e-9)
  expect(covariance?.flat().map((value) => Math.round(value * 1e6) / 1e6)).toEqual([0.4, -0.2, -0.2, 0.6])
})

test('flat ground, a saddle and a wall are no summit', () => {
  expect(
    newtonRefine(
      smoothed(() => 1),
      [0, 0],
    ).covariance,
  ).toBeNull()
  expect(
    newtonRefine(
      smoothed(([x = 0, y = 0]) => x * x - y * y),
      [0, 0],
    ).covariance,
  ).toBeNull()
  expect(
    newtonRefine(
      smoothed(([x = 0]) => (x > 1 ? Number.NEGATIVE_INFINITY : x)),
      [1],
    ).covariance,
  ).toBeNull()
  expect(nelderMead(([x = 0]) => (x > 1 ? Number.NEGATIVE_INFINITY : x), [0])[0]).toBeCloseTo(1, 3)
  expect(nelderMead(() => Number.NaN, [0, 0])).toHaveLength(2)
  expect(invertPositive([[0]])).toBeNull()
  expect(invertPositive([[4]])).toEqual([[0.25]])
})
