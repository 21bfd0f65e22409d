import type { SharedHistory } from './bg-nbd.ts'
import type { Objective } from './nelder-mead.ts'
import type { Derivatives, SmoothObjective } from './newton.ts'

/**
 * The log-likelihood of the parameters' logarithms (ln r, ln alpha, ln a, ln b), made for many looks (formula 6 of the
 * paper). The gamma functions in it are quotients of neighbours, so they are sums of logarithms up the frequencies;
 * logarithms of time are taken once for each day. What is left for a history is one exponential and one logarithm:
 * customers of equal histories are one term.
 */
export function bgNbdLikelihood(histories: readonly SharedHistory[]): SmoothObjective {
  const most = histories.reduce((max, { frequency }) => Math.max(max, frequency), 0)
  const atLeast = new Float64Array(most + 1)
  const ages = new DistinctTimes()
  const recencies = new DistinctTimes()
  let total = 0
  for (const { frequency, age, customers } of histories) {
    total += customers
    atLeast[frequency] = (atLeast[frequency] ?? 0) + customers
    ages.note(age, customers, customers * frequency)
  }
  for (let x = most - 1; x >= 0; x--) atLeast[x] = (atLeast[x] ?? 0) + (atLeast[x + 1] ?? 0)
  const again = histories.filter(({ frequency }) => frequency > 0)
  const count = again.length
  const [weight, frequency, age, recency] = [
    new Float64Array(count),
    new Int32Array(count),
    new Int32Array(count),
    new Int32Array(count),
  ]
  for (const [at, one] of again.entries()) {
    weight[at] = one.customers
    frequency[at] = one.frequency
    age[at] = ages.note(one.age, 0, 0)
    recency[at] = recencies.note(one.recency, 0, 0)
  }
  const leaving = new Float64Array(most + 1)
  const value: Objective = ([logR = 0, logAlpha = 0, logA = 0, logB = 0]) => {
    const [r, alpha, a, b] = [Math.exp(logR), Math.exp(logAlpha), Math.exp(logA), Math.exp(logB)]
    let sum = total * r * logAlpha
    for (let x = 0; x < most; x++)
      sum += (atLeast[x + 1] ?? 0) * (Math.log(r + x) + Math.log(b + x) - Math.log(a + b + x))
    for (let x = 1; x <= most; x++) leaving[x] = logA - Math.log(b + x - 1)
    const sinceFirst = ages.logarithms(alpha)
    const toLast = recencies.logarithms(alpha)
    sum -= ages.weigh(r, sinceFirst)
    // Of those who are alone in their history the logarithm is taken of many at a time.
    let product = 1
    for (let at = 0; at < count; at++) {
      const x = frequency[at] as number
      const odds =
        (leaving[x] as number) +
        (r + x) * ((sinceFirst[age[at] as number] as number) - (toLast[recency[at] as number] as number))
      const customers = weight[at] as number
      if (odds > 36) sum += customers * odds
      else if (customers > 1) sum += customers * Math.log1p(Math.exp(odds))
      else if (odds > -37) product *= 1 + Math.exp(odds)
      if (product > 1e200) {
        sum += Math.log(product)
        product = 1
      }
    }
    sum += Math.log(product)
    return sum
  }
  return { value, derivatives }

  /**
   * Term by term, along the logarithms: of ln(r + x), with q = r / (r + x), the slope along ln r is q and the curvature
   * q - q²; the other logarithms go the same way. Of ln(1 + e^odds), with the chance to have left l = e^odds / (1 +
   * e^odds), they are l odds' and l odds" + (l - l²) odds'².
   */
  function derivatives([logR = 0, logAlpha = 0, logA = 0, logB = 0]: readonly number[]): Derivatives {
    const [r, alpha, a, b] = [Math.exp(logR), Math.exp(logAlpha), Math.exp(logA), Math.exp(logB)]
    let [sR, sAlpha, sA, sB] = [total * r * logAlpha, total * r, 0, 0]
    let [rr, rAlpha, alphaAlpha, aa, ab, bb] = [sR, sAlpha, 0, 0, 0, 0]
    let [rA, rB, alphaA, alphaB] = [0, 0, 0, 0]
    for (let x = 0; x < most; x++) {
      const customers = atLeast[x + 1] as number
      const [q, inB, ofA, ofB] = [r / (r + x), b / (b + x), a / (a + b + x), b / (a + b + x)]
      sR += customers * q
      rr += customers * (q - q * q)
      sA -= customers * ofA
      sB += customers * (inB - ofB)
      aa -= customers * (ofA - ofA * ofA)
      ab += customers * ofA * ofB
      bb += customers * (inB - inB * inB - ofB + ofB * ofB)
    }
    const [sinceFirst, toLast] = [ages.logarithms(alpha), recencies.logarithms(alpha)]
    const [partFirst, partLast] = [ages.parts(alpha), recencies.parts(alpha)]
    ages.each((place, seen, purchases) => {
      const [part, all] = [partFirst[place] as number, r * seen + purchases]
      sR -= r * seen * (sinceFirst[place] as number)
      rr -= r * seen * (sinceFirst[place] as number)
      sAlpha -= all * part
      rAlpha -= r * seen * part
      alphaAlpha -= all * (part - part * part)
    })
    for (let at = 0; at < count; at++) {
      const x = frequency[at] as number
      const [first, last] = [age[at] as number, recency[at] as number]
      const apart = (sinceFirst[first] as number) - (toLast[last] as number)
      const [early, late] = [partFirst[first] as number, partLast[last] as number]
      const odds = logA - Math.log(b + x - 1) + (r + x) * apart
      const left = (weight[at] as number) / (1 + Math.exp(-odds))
      const unsure = left / (1 + Math.exp(odds))
      // The slopes of the odds along ln r, ln alpha and ln b; along ln a it is 1.
      const [dR, dAlpha, dB] = [r * apart, (r + x) * (early - late), -b / (b + x - 1)]
      sR += left * dR
      sAlpha += left * dAlpha
      sA += left
      sB += left * dB
      rr += left * dR + unsure * dR * dR
      rAlpha += left * r * (early - late) + unsure * dR * dAlpha
      alphaAlpha += left * (r + x) * (early - early * early - late + late * late) + unsure * dAlpha * dAlpha
      aa += unsure
      ab += unsure * dB
      bb += left * (dB + dB * dB) + unsure * dB * dB
      rA += unsure * dR
      rB += unsure * dR * dB
      alphaA += unsure * dAlpha
      alphaB += unsure * dAlpha * dB
    }
    return {
      slope: [sR, sAlpha, sA, sB],
      curvature: [
        [rr, rAlpha, rA, rB],
        [rAlpha, alphaAlpha, alphaA, alphaB],
        [rA, alphaA, aa, ab],
        [rB, alphaB, ab, bb],
      ],
    }
  }
}

/** Distinct times, each with how many customers and purchases fall to it. */
class DistinctTimes {
  private readonly places = new Map<number, number>()
  private readonly times: number[] = []
  private readonly customers: number[] = []
  private readonly purchases: number[] = []
  private logs = new Float64Array(0)

  note(time: number, customers: number, purchases: number): number {
    let place = this.places.get(time)
    if (place === undefined) {
      place = this.times.length
      this.places.set(time, place)
      this.times.push(time)
      this.customers.push(0)
      this.purchases.push(0)
    }
    this.customers[place] = (this.customers[place] ?? 0) + customers
    this.purchases[place] = (this.purchases[place] ?? 0) + purchases
    return place
  }

  /** ln(alpha + time) of each. */
  logarithms(alpha: number): Float64Array {
    if (this.logs.length !== this.times.length) this.logs = new Float64Array(this.times.length)
    for (const [place, time] of this.times.entries()) this.logs[place] = Math.log(alpha + time)
    return this.logs
  }

  /** alpha / (alpha + time) of each. */
  parts(alpha: number): Float64Array {
    return Float64Array.from(this.times, (time) => alpha / (alpha + time))
  }

  each(look: (place: number, customers: number, purchases: number) => void): void {
    for (let place = 0; place < this.times.length; place++)
      look(place, this.customers[place] ?? 0, this.purchases[place] ?? 0)
  }

  /** The sum of (r + frequency) ln(alpha + time) over customers. */
  weigh(r: number, logs: Float64Array): number {
    let sum = 0
    for (let place = 0; place < logs.length; place++)
      sum += (r * (this.customers[place] ?? 0) + (this.purchases[place] ?? 0)) * (logs[place] as number)
    return sum
  }
}
