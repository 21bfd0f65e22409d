import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitGammaGamma } from '../../../../src/ledger/report/value/fit-gamma-gamma.ts'
import {
  averageValue,
  gammaGammaLikelihood,
  groupByFrequency,
  type Spender,
} from '../../../../src/ledger/report/value/gamma-gamma.ts'
import { derivatives } from './differences.ts'
import { chance } from './formulas.ts'

/** The fit Fader & Hardie (2013) publish. */
const published = { p: 6.25, q: 3.74, gamma: 15.44 }

test('who bought once spends what the shop spends on average: 35.17, as published', () => {
  // The published parameters have three digits.
  expect(Math.abs(averageValue(published, 0, 0) - 35.17)).toBeLessThan(0.1)
  expect(averageValue({ p: 6.2496, q: 3.7442, gamma: 15.4435 }, 0, 0)).toBeCloseTo(35.17, 2)
})

test('the more repeat days, the nearer to their own mean', () => {
  const own = 100
  const values = [0, 1, 5, 50, 5000].map((frequency) => averageValue(published, frequency, own))
  expect(values).toEqual(values.toSorted((one, other) => one - other))
  expect(values.at(-1)).toBeCloseTo(own, 0)
  expect(averageValue(published, 3, -20)).toBe(averageValue(published, 3, 0))
  expect(averageValue(published, 3, 0)).toBeGreaterThan(0)
})

test('a likelihood is the integral over the mean of a customer that nobody sees', () => {
  const { p, q, gamma } = published
  // The total of x amounts is gamma distributed (p x, scale m / (p x) of the mean), the rate v gamma distributed (q,
  // gamma).
  const factorial = (value: number) =>
    Array.from({ length: value }, (_, at) => at + 1).reduce((product, one) => product * one, 1)
  for (const { frequency, mean } of [
    { frequency: 1, mean: 20 },
    { frequency: 4, mean: 35 },
  ]) {
    const shape = p * frequency
    let [sum, whole] = [0, 0]
    for (let at = 0; at < 40_000; at++) {
      const v = Math.exp(-12 + (16 * (at + 0.5)) / 40_000)
      const weight = v ** q * Math.exp(-gamma * v)
      whole += weight
      sum += weight * v ** shape * Math.exp(-v * frequency * mean)
    }
    // Gamma of a quarter is not a factorial: its integral is taken the same way.
    let gammaOfShape = 0
    for (let at = 0; at < 40_000; at++) {
      const t = Math.exp(-12 + (18 * (at + 0.5)) / 40_000)
      gammaOfShape += t ** shape * Math.exp(-t) * (18 / 40_000)
    }
    if (Number.isInteger(shape)) expect(gammaOfShape / factorial(shape - 1)).toBeCloseTo(1, 9)
    const likelihood = ((sum / whole) * (frequency * mean) ** shape) / mean / gammaOfShape
    expect(
      gammaGammaLikelihood(groupByFrequency([{ frequency, mean }])).value([p, q, gamma].map(Math.log)),
    ).toBeCloseTo(Math.log(likelihood), 6)
  }
})

function simulate(customers: number, seed: number, { p, q, gamma } = published): Spender[] {
  const draw = chance(seed)
  return Array.from({ length: customers }, () => {
    const frequency = 1 + Math.floor(draw.exponential(0.4))
    const rate = draw.gamma(q) / gamma
    return { frequency, mean: draw.gamma(p * frequency) / rate / frequency }
  })
}

test('slope and curvature by formula are those by differences', () => {
  const parameters = fc.record({
    p: fc.double({ min: 0.1, max: 100, noNaN: true }),
    q: fc.double({ min: 0.1, max: 100, noNaN: true }),
    gamma: fc.double({ min: 0.01, max: 10_000, noNaN: true }),
  })
  fc.assert(
    fc.property(parameters, fc.integer({ min: 1, max: 1000 }), ({ p, q, gamma }, seed) => {
      const likelihood = gammaGammaLikelihood(groupByFrequency(simulate(20, seed)))
      const at = [p, q, gamma].map(Math.log)
      const [exact, near] = [likelihood.derivatives(at), derivatives(likelihood.value, at)]
      const size = Math.max(1, Math.abs(likelihood.value(at)))
      for (const [i, slope] of exact.slope.entries()) {
        expect(Math.abs(slope - (near.slope[i] ?? Number.NaN))).toBeLessThan(1e-6 * size)
        for (const [j, curvature] of (exact.curvature[i] ?? []).entries())
          expect(Math.abs(curvature - (near.curvature[i]?.[j] ?? Number.NaN))).toBeLessThan(1e-4 * size)
      }
    }),
  )
})

test('a fit finds the parameters customers were made with', () => {
  const { model, fitted, doubt } = fitGammaGamma(simulate(3_000, 5))
  expect(doubt).toBeNull()
  expect(fitted).toMatchObject({ starts: 4, agreeing: 4 })
  for (const [at, name] of (['p', 'q', 'gamma'] as const).entries())
    expect(Math.abs(Math.log(model[name] / published[name])) / (fitted.errors?.[at] ?? Number.NaN), name).toBeLessThan(
      3.5,
    )
  const many = fitGammaGamma(simulate(25_000, 6))
  expect(many.doubt).toBeNull()
  expect(Math.abs(Math.log(many.model.p / published.p)) / (many.fitted.errors?.[0] ?? Number.NaN)).toBeLessThan(3.5)
})

test('money in cents: gamma alone changes', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1000 }), (seed) => {
      const some = simulate(300, seed)
      const [one, other] = [
        fitGammaGamma(some),
        fitGammaGamma(some.map(({ frequency, mean }) => ({ frequency, mean: mean * 100 }))),
      ]
      fc.pre(one.doubt === null)
      expect(other.doubt).toBeNull()
      expect(other.model.p / one.model.p).toBeCloseTo(1, 4)
      expect(other.model.q / one.model.q).toBeCloseTo(1, 4)
      expect(other.model.gamma / one.model.gamma / 100).toBeCloseTo(1, 4)
    }),
    { numRuns: 10 },
  )
})

test.each<[string, Spender[], string]>([
  [
    'everybody spends the same',
    Array.from({ length: 50 }, (_, at) => ({ frequency: 1 + (at % 5), mean: 30 })),
    'runaway',
  ],
  [
    'each has a price of their own, to the cent',
    Array.from({ length: 100 }, (_, at) => ({ frequency: 50, mean: 10 + at })),
    'runaway',
  ],
  ['a few spend all there is', simulate(300, 9, { ...published, q: 0.8 }), 'no-mean'],
])('unreliable, and not a number is missing: %s', (_, spenders, why) => {
  const { model, fitted, doubt } = fitGammaGamma(spenders)
  expect(doubt?.why).toBe(why)
  for (const value of [...Object.values(model), fitted.logLikelihood]) expect(Number.isFinite(value)).toBe(true)
})
