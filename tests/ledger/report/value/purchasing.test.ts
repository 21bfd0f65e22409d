import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { BgNbd, BuyingHistory, SharedHistory } from '../../../../src/ledger/report/value/bg-nbd.ts'
import { bgNbdLikelihood } from '../../../../src/ledger/report/value/bg-nbd-likelihood.ts'
import { discount, forceOf } from '../../../../src/ledger/report/value/discounting.ts'
import { aliveChance, makeExpectedPurchases } from '../../../../src/ledger/report/value/expected-purchases.ts'
import { fitBgNbd } from '../../../../src/ledger/report/value/fit-bg-nbd.ts'
import { derivatives } from './differences.ts'
import { chance, gauss, overBeta, paperExpectation, paperLikelihood, published, visits } from './formulas.ts'

const expectedWhileAlive = (model: BgNbd, history: Pick<BuyingHistory, 'frequency' | 'age'>, time: number) =>
  makeExpectedPurchases(model)(history, time)
const expectedPurchases = (model: BgNbd, history: BuyingHistory, time: number) =>
  aliveChance(model, history) * expectedWhileAlive(model, history, time)

const newcomer = { frequency: 0, recency: 0, age: 0 }

test.each([
  [1 / 7, 0.0078],
  [1, 0.0532],
  [3, 0.1506],
  [31.8571, 1.0405],
  [32, 1.0437],
  [78, 1.8576],
])('E[X(%d weeks)] of a new customer is %d, as published', (time, expected) => {
  expect(Math.abs(expectedPurchases(published, newcomer, time) - expected)).toBeLessThan(0.001)
})

test('customer 1516 of the BTYD walkthrough', () => {
  const customer = { frequency: 26, recency: 30.857142857, age: 31 }
  expect(aliveChance(published, customer)).toBeCloseTo(0.96885, 4)
  expect(expectedPurchases(published, customer, 52)).toBeCloseTo(25.7566, 2)
})

const parameter = fc.double({ min: 0.05, max: 20, noNaN: true })
const models = fc.record<BgNbd>({
  r: parameter,
  alpha: fc.double({ min: 0.5, max: 200, noNaN: true }),
  a: parameter,
  b: parameter,
})
const histories = fc
  .record({
    frequency: fc.nat(60),
    last: fc.double({ min: 0, max: 1, noNaN: true }),
    age: fc.double({ min: 0, max: 150, noNaN: true }),
  })
  .map(({ frequency, last, age }) => ({ frequency, recency: frequency === 0 ? 0 : last * age, age }))
const times = fc.double({ min: 0.1, max: 200, noNaN: true })

test('who leaves hardly ever or at once is averaged as exactly as others', () => {
  const model = { r: 0.5232475507249035, alpha: 0.5, a: 0.11231814202797621, b: 0.05 }
  // By formula 10 in 40 digits.
  expect(expectedPurchases(model, newcomer, 100)).toBeCloseTo(19.81265238980434, 9)
  expect(expectedPurchases(model, newcomer, 199.99999999743727)).toBeCloseTo(36.08075284891302, 9)
})

test('the expectation is formula 10 of the paper, where that is not 0 / 0', () => {
  fc.assert(
    fc.property(models, histories, times, (model, history, time) => {
      fc.pre(Math.abs(model.a - 1) > 0.01 && Math.abs(model.a + model.b + history.frequency - 1) > 0.01)
      const paper = paperExpectation(model, history, time)
      // The formula as it stands takes nearly equal numbers from each other.
      expect(Math.abs(expectedPurchases(model, history, time) - paper)).toBeLessThan(1e-7 * Math.max(1, paper))
    }),
  )
})

/**
 * The rate of purchases at each moment, by 2F1 with every term positive, summed up over short times by Simpson's rule.
 */
function moments({ r, alpha, a, b }: BgNbd, frequency: number, age: number, time: number): number {
  const shape = r + frequency
  const rate = (t: number) => {
    const z = t / (alpha + age + t)
    return (shape / (alpha + age)) * (1 - z) ** (shape + 1) * gauss(shape + 1, b + frequency, a + b + frequency, z)
  }
  const steps = 2_000
  // Short steps first, where the rate falls fastest.
  const at = (step: number) => (alpha + age) * ((1 + time / (alpha + age)) ** (step / steps) - 1)
  const slope = (step: number) => (Math.log1p(time / (alpha + age)) / steps) * (alpha + age + at(step))
  let sum = 0
  for (let step = 0; step <= steps; step++)
    sum += (step === 0 || step === steps ? 1 : step % 2 === 1 ? 4 : 2) * rate(at(step)) * slope(step)
  return sum / 3
}

test.each([
  ['as published', published],
  ['a = 1', { ...published, a: 1 }],
  ['a beside 1', { ...published, a: 1 + 1e-10 }],
  ['a + b = 1', { ...published, a: 0.3, b: 0.7 }],
  ['a + b beside 1', { ...published, a: 0.3, b: 0.7 + 1e-12 }],
  ['hardly anybody leaves', { r: 2, alpha: 10, a: 0.002, b: 3 }],
  ['either all leave or none', { r: 2, alpha: 10, a: 0.003, b: 0.002 }],
  ['many leave', { r: 0.5, alpha: 3, a: 40, b: 30 }],
  ['all alike', { r: 80, alpha: 400, a: 90, b: 300 }],
  ['a canteen: nearly every day', { r: 60, alpha: 10, a: 0.1, b: 5 }],
] as const)('the expectation is what comes moment by moment: %s', (_, model) => {
  for (const [frequency, age] of [
    [0, 0],
    [0, 30],
    [3, 30],
    [60, 100],
  ] as const)
    expect(expectedWhileAlive(model, { frequency, age }, 52) / moments(model, frequency, age, 52)).toBeCloseTo(1, 7)
})

test('whatever the model, an expectation is a number, not negative, and grows with time; a chance is in 0 to 1', () => {
  const wide = fc.double({ min: 1e-3, max: 1e3, noNaN: true })
  const anything = fc.record<BgNbd>({ r: wide, alpha: wide, a: wide, b: wide })
  fc.assert(
    fc.property(anything, histories, times, (model, history, time) => {
      const alive = aliveChance(model, history)
      expect(alive >= 0 && alive <= 1).toBe(true)
      const [less, more] = [expectedWhileAlive(model, history, time), expectedWhileAlive(model, history, 2 * time)]
      expect(Number.isFinite(less) && less >= 0 && more >= less * (1 - 1e-9)).toBe(true)
      const discounted = discount(makeExpectedPurchases(model), history, time, 0.01)
      expect(discounted >= 0 && discounted <= less * (1 + 1e-9)).toBe(true)
    }),
  )
  expect(expectedWhileAlive(published, newcomer, 0)).toBe(0)
})

test('who bought once is alive to the model, whenever that was', () => {
  expect([0, 1, 1000].map((age) => aliveChance(published, { frequency: 0, recency: 0, age }))).toEqual([1, 1, 1])
})

test('discounting is the sum over short times of what comes in each, at the rate of the year', () => {
  const force = forceOf(0.1, 52.1786)
  expect(Math.exp(52.1786 * force)).toBeCloseTo(1.1, 10)
  for (const history of [newcomer, { frequency: 5, age: 20 }]) {
    let [sum, before] = [0, 0]
    for (let at = 1; at <= 5200; at++) {
      const now = expectedWhileAlive(published, history, at / 100)
      sum += (now - before) * Math.exp((-force * (at - 0.5)) / 100)
      before = now
    }
    expect(discount(makeExpectedPurchases(published), history, 52, force)).toBeCloseTo(sum, 6)
    expect(discount(makeExpectedPurchases(published), history, 52, 0)).toBe(expectedWhileAlive(published, history, 52))
  }
})

test('the likelihood is formula 6 of the paper, customer by customer', () => {
  fc.assert(
    fc.property(models, fc.array(histories, { minLength: 1, maxLength: 20 }), (model, some) => {
      const { r, alpha, a, b } = model
      const likelihood = bgNbdLikelihood(some.map((one) => ({ ...one, customers: 1 }))).value(
        [r, alpha, a, b].map(Math.log),
      )
      const paper = some.reduce((sum, one) => sum + paperLikelihood(model, one), 0)
      expect(Math.abs(likelihood - paper)).toBeLessThan(1e-9 * Math.max(1, Math.abs(paper)))
    }),
  )
})

test('a likelihood is the integral over what cannot be seen: rate and chance to leave', () => {
  const { r, alpha, a, b } = published
  for (const { frequency: x, recency, age } of [
    { frequency: 0, recency: 0, age: 12 },
    { frequency: 1, recency: 3, age: 12 },
    { frequency: 7, recency: 30, age: 38 },
  ]) {
    // Over the rate by hand: rate^x e^(-rate t) is (r)_x alpha^r / (alpha + t)^(r + x) on average.
    const rising = Array.from({ length: x }, (_, at) => r + at).reduce((product, one) => product * one, 1)
    const over = (time: number) => (rising * alpha ** r) / (alpha + time) ** (r + x)
    const integral = overBeta(a, b, (p, q) => q ** x * over(age) + (x > 0 ? p * q ** (x - 1) * over(recency) : 0))
    expect(
      bgNbdLikelihood([{ frequency: x, recency, age, customers: 1 }]).value([r, alpha, a, b].map(Math.log)),
    ).toBeCloseTo(Math.log(integral), 7)
  }
})

test('the slope is that of the calculus', () => {
  const some = [
    { frequency: 0, recency: 0, age: 12, customers: 3 },
    { frequency: 2, recency: 3, age: 12, customers: 2 },
    { frequency: 7, recency: 30, age: 38, customers: 1 },
  ]
  const { r, alpha, a, b } = published
  const sums = [0, 0, 0, 0]
  for (const { frequency: x, recency, age, customers } of some) {
    const odds = x === 0 ? 0 : (a / (b + x - 1)) * ((alpha + age) / (alpha + recency)) ** (r + x)
    const left = odds / (1 + odds)
    const up = (of: (at: number) => number) =>
      Array.from({ length: x }, (_, at) => of(at)).reduce((sum, one) => sum + one, 0)
    const logs = [
      up((at) => 1 / (r + at)) + Math.log(alpha / (alpha + age)) + left * Math.log((alpha + age) / (alpha + recency)),
      r / alpha - (r + x) / (alpha + age) + left * (r + x) * (1 / (alpha + age) - 1 / (alpha + recency)),
      -up((at) => 1 / (a + b + at)) + left / a,
      up((at) => 1 / (b + at)) - up((at) => 1 / (a + b + at)) - (x === 0 ? 0 : left / (b + x - 1)),
    ]
    for (const [axis, slope] of logs.entries())
      sums[axis] = (sums[axis] ?? 0) + customers * slope * ([r, alpha, a, b][axis] ?? 0)
  }
  const { slope } = bgNbdLikelihood(some).derivatives([r, alpha, a, b].map(Math.log))
  for (const [axis, one] of slope.entries()) expect(one).toBeCloseTo(sums[axis] ?? 0, 12)
})

test('slope and curvature by formula are those by differences', () => {
  fc.assert(
    fc.property(models, fc.array(histories, { minLength: 1, maxLength: 20 }), ({ r, alpha, a, b }, some) => {
      const likelihood = bgNbdLikelihood(some.map((one, at) => ({ ...one, customers: 1 + (at % 3) })))
      const at = [r, alpha, a, b].map(Math.log)
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

/** So many customers of the model, first seen at times spread over two years, in whole days. */
function simulate(model: BgNbd, customers: number, seed: number): { seen: SharedHistory[]; later: number } {
  const draw = chance(seed)
  let later = 0
  const seen = Array.from({ length: customers }, () => {
    const age = draw.uniform() * 104
    const all = visits(model, age + 26, draw)
    const before = all.filter((at) => at <= age)
    later += all.length - before.length
    return { frequency: before.length, recency: before.at(-1) ?? 0, age, customers: 1 }
  })
  return { seen, later }
}

test.each([
  ['as published', published, 4_000],
  ['a tea house', { r: 1.5, alpha: 6, a: 0.5, b: 4 }, 1_500],
] as const)(
  'a fit finds the parameters customers were made with, and what they did next: %s',
  (_, truth, customers) => {
    const { seen, later } = simulate(truth, customers, 7)
    const { model, fitted, doubt } = fitBgNbd(seen)
    expect(doubt).toBeNull()
    expect(fitted).toMatchObject({ starts: 4, agreeing: 4 })
    expect(fitted.slope).toBeLessThan(1e-6)
    for (const [at, name] of (['r', 'alpha', 'a', 'b'] as const).entries()) {
      const error = fitted.errors?.[at] ?? Number.NaN
      expect(Math.abs(Math.log(model[name] / truth[name])) / error, name).toBeLessThan(3.5)
    }
    const expected = seen.reduce((sum, one) => sum + expectedPurchases(model, one, 26), 0)
    expect(Math.abs(expected / later - 1)).toBeLessThan(0.1)
    // Nowhere near is it higher.
    const likelihood = bgNbdLikelihood(seen).value
    const top = [model.r, model.alpha, model.a, model.b].map(Math.log)
    for (const axis of [0, 1, 2, 3])
      for (const by of [-0.02, 0.02])
        expect(likelihood(top.map((value, at) => (at === axis ? value + by : value)))).toBeLessThan(likelihood(top))
  },
)

test('with very many histories the climb begins with a part of them, and ends at the same summit', () => {
  const { seen } = simulate(published, 30_000, 11)
  const { model, fitted, doubt } = fitBgNbd(seen)
  expect(doubt).toBeNull()
  const whole = bgNbdLikelihood(seen).value
  const { slope } = derivatives((at) => whole(at) / seen.length, [model.r, model.alpha, model.a, model.b].map(Math.log))
  expect(Math.max(...slope.map(Math.abs))).toBeLessThan(1e-6)
  for (const [at, name] of (['r', 'alpha', 'a', 'b'] as const).entries())
    expect(Math.abs(Math.log(model[name] / published[name])) / (fitted.errors?.[at] ?? Number.NaN), name).toBeLessThan(
      3.5,
    )
})

test('weeks or days: alpha alone changes', () => {
  const { seen } = simulate(published, 1_000, 3)
  const weeks = fitBgNbd(seen)
  const days = fitBgNbd(seen.map((one) => ({ ...one, recency: one.recency * 7, age: one.age * 7 })))
  expect(days.model.r / weeks.model.r).toBeCloseTo(1, 5)
  expect(days.model.alpha / weeks.model.alpha).toBeCloseTo(7, 4)
  expect(days.model.a / weeks.model.a).toBeCloseTo(1, 5)
  expect(days.model.b / weeks.model.b).toBeCloseTo(1, 5)
  const purchases = seen.reduce((sum, { frequency }) => sum + frequency, 0)
  expect(days.fitted.logLikelihood).toBeCloseTo(weeks.fitted.logLikelihood - purchases * Math.log(7), 4)
})

test.each<[string, SharedHistory[], string, string[]]>([
  ['all equal', [{ frequency: 5, recency: 30, age: 35, customers: 100 }], 'runaway', ['r', 'alpha', 'b']],
  [
    'nobody ever leaves',
    Array.from({ length: 60 }, (_, at) => ({ frequency: 5 + at, recency: 50, age: 50, customers: 2 })),
    'runaway',
    [],
  ],
  ['nobody has been seen at all', [{ frequency: 0, recency: 0, age: 0, customers: 100 }], 'flat', []],
])('unreliable, and not a number is missing: %s', (_, seen, why, parameters) => {
  const { model, fitted, doubt } = fitBgNbd(seen)
  expect(doubt?.why).toBe(why)
  for (const name of parameters) expect(doubt?.parameters).toContain(name)
  for (const value of [...Object.values(model), fitted.logLikelihood]) expect(Number.isFinite(value)).toBe(true)
})
