/**
 * The BG/NBD model of when customers buy (Fader, Hardie & Lee 2005, "Counting your customers" the easy way: an
 * alternative to the Pareto/NBD model, Marketing Science 24(2)): while active a customer buys at a rate of their own,
 * gamma distributed over customers (shape r, scale alpha); after each purchase they leave for good with a chance of
 * their own, beta distributed (a, b).
 */
export interface BgNbd {
  readonly r: number
  readonly alpha: number
  readonly a: number
  readonly b: number
}

/**
 * A customer's buying as the model sees it, in units of time: purchase days after the first; from the first to the
 * last, and to the end.
 */
export interface BuyingHistory {
  readonly frequency: number
  readonly recency: number
  readonly age: number
}

/** Customers of one history, and how many they are. */
export interface SharedHistory extends BuyingHistory {
  readonly customers: number
}

/**
 * The log-likelihood of the parameters' logarithms (ln r, ln alpha, ln a, ln b), made for many looks (formula 6 of the
 * paper). The gamma functions in it are quotients of neighbours, so they are sums of logarithms up the frequencies;
 * logarithms of time are taken once for each day. What is left for a history is one exponential and one logarithm:
 * customers of equal histories are one term.
 */
export function bgNbdLikelihood(histories: readonly SharedHistory[]): (logs: readonly number[]) => number {
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
  return ([logR = 0, logAlpha = 0, logA = 0, logB = 0]) => {
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

  /** The sum of (r + frequency) ln(alpha + time) over customers. */
  weigh(r: number, logs: Float64Array): number {
    let sum = 0
    for (let place = 0; place < logs.length; place++)
      sum += (r * (this.customers[place] ?? 0) + (this.purchases[place] ?? 0)) * (logs[place] as number)
    return sum
  }
}
