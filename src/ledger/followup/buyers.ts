import { sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import { type DayNumber, daySerial, serial } from '../day.ts'
import type { Minor } from '../money.ts'
import { dayLength, dayNumberAt, Gaps } from '../standing/day-text.ts'
import { isOf } from '../standing/everyone.ts'
import { inRuns } from '../standing/runs.ts'
import type { Span } from '../standing/standing.ts'
import { costOfWhole } from '../standing/sums.ts'
import { nothingOff, type TakenOff } from '../standing/taken-off.ts'

/** What of a standing `due` asks for, in numbers: of 200,000 customers it is read every morning. */
export interface BoughtSoFar {
  /** Counted purchases, and the distinct days they fell on. */
  readonly purchases: number
  readonly days: number
  readonly firstOn: DayNumber | null
  readonly lastOn: DayNumber | null
  /** Median days between distinct purchase days; null under three days. */
  readonly gap: number | null
  readonly windowProfit: Minor
}

/** Of who has not bought. */
export const boughtNothing: BoughtSoFar = {
  purchases: 0,
  days: 0,
  firstOn: null,
  lastOn: null,
  gap: null,
  windowProfit: 0,
}

/**
 * What one customer bought, in order of day, refunded or not: the days of all purchases, and the amounts of the last of
 * them. The arrays are used again for the next customer, and only so many of each are this one's.
 */
export interface PurchasesRead {
  readonly days: Int32Array
  readonly count: number
  readonly amounts: Float64Array
  readonly amountCount: number
}

/** Looks at each buyer in passing. */
export type BuyerReader = (customerId: number, bought: PurchasesRead) => void

interface ReadBeside {
  /** What was refunded and returned of the purchases. */
  readonly taken: Promise<ReadonlyMap<number, TakenOff>>
  readonly reading: Promise<BuyerReader>
  /** The day from which amounts are read, where it is before the window. */
  readonly since: DayNumber
}

/**
 * What everyone with a purchase or a return bought up to the span's day, or some did, in one pass over the purchases.
 */
export async function readBuyers(
  db: Db,
  { day, from, margin }: Span,
  { taken, reading, since }: ReadBeside,
  only?: readonly number[],
): Promise<Map<number, BoughtSoFar>> {
  const window = serial(from)
  const first = Math.min(window, since)
  const query = db
    .selectFrom('entry')
    .select([
      'customer_id',
      sql<string>`string_agg("on", '')`.as('days'),
      sql<string | null>`string_agg(cast(amount as text), ',') filter (where "on" >= ${daySerial(first)})`.as(
        'amounts',
      ),
      sql<number | null>`sum(${costOfWhole(margin)}) filter (where "on" >= ${from})`.as('cost'),
    ])
    .where('kind', '=', 'purchase')
    .where('void', '=', 0)
    .where('on', '<=', day)
    .groupBy('customer_id')
    .$if(only === undefined, (query) => query.having(isOf('customer_id')))
  const runs = inRuns(query, only)
  const [takenOff, read] = await Promise.all([taken, reading])
  const bought = new PurchaseTexts(first)
  const buyers = new Map<number, BoughtSoFar>()
  for await (const run of runs)
    for (const { customer_id, days, amounts, cost } of run) {
      const customerId = customer_id as number
      bought.take(days, amounts ?? '')
      read(customerId, bought)
      const { gone, windowProfit } = takenOff.get(customerId) ?? nothingOff
      const profit = bought.spentSince(window) - (cost ?? 0) - windowProfit
      buyers.set(customerId, bought.comesTo(gone.map(serial), profit))
    }
  for (const [customerId, { windowProfit }] of takenOff)
    if (!buyers.has(customerId)) buyers.set(customerId, { ...boughtNothing, windowProfit: 0 - windowProfit })
  return buyers
}

/** How many of the purchases were made on a day or later: the last of them. */
export function countSince({ days, count }: PurchasesRead, day: DayNumber): number {
  let place = count
  while (place > 0 && (days[place - 1] as DayNumber) >= day) place--
  return count - place
}

const comma = 44

/** Reads what one customer after another bought from two texts: the days without a blank, the amounts with commas. */
class PurchaseTexts implements PurchasesRead {
  days = new Int32Array(64)
  count = 0
  amounts = new Float64Array(64)
  amountCount = 0
  /** The day from which amounts are known. */
  private readonly from: DayNumber
  private readonly gaps = new Gaps()

  constructor(from: DayNumber) {
    this.from = from
  }

  take(days: string, amounts: string): void {
    const most = days.length / dayLength
    if (most > this.days.length) {
      this.days = new Int32Array(2 * most)
      this.amounts = new Float64Array(2 * most)
    }
    this.count = most
    let ordered = true
    for (let place = 0; place < most; place++) {
      const day = dayNumberAt(days, place * dayLength)
      if (place > 0 && day < (this.days[place - 1] as DayNumber)) ordered = false
      this.days[place] = day
    }
    this.amountCount = 0
    for (let at = 0; at < amounts.length; at++) {
      let amount = 0
      for (let code = amounts.charCodeAt(at); at < amounts.length && code !== comma; code = amounts.charCodeAt(++at))
        amount = amount * 10 + code - 48
      this.amounts[this.amountCount++] = amount
    }
    // SQLite hands rows to an aggregate in the order of the index, and does not promise to.
    if (!ordered) this.putInOrder()
  }

  private putInOrder(): void {
    const days = this.days.subarray(0, this.count)
    const late = [...days.filter((day) => day >= this.from)].map((day, at) => ({ day, amount: this.amounts[at] ?? 0 }))
    this.amounts.set(late.sort((one, other) => one.day - other.day).map(({ amount }) => amount))
    days.sort()
  }

  spentSince(day: DayNumber): Minor {
    let spent = 0
    for (let at = countSince(this, day); at > 0; at--) spent += this.amounts[this.amountCount - at] as Minor
    return spent
  }

  /** `gone` are the days of the purchases that do not count, one for each. */
  comesTo(gone: readonly DayNumber[], windowProfit: Minor): BoughtSoFar {
    const left = [...gone].sort((one, other) => one - other)
    let [purchases, days, out] = [0, 0, 0]
    let firstOn: DayNumber | null = null
    let lastOn: DayNumber | null = null
    this.gaps.clear()
    for (let place = 0; place < this.count; place++) {
      const day = this.days[place] as DayNumber
      if (day === left[out]) {
        out++
        continue
      }
      purchases++
      if (day === lastOn) continue
      if (lastOn !== null) this.gaps.push(day - lastOn)
      firstOn ??= day
      lastOn = day
      days++
    }
    return { purchases, days, firstOn, lastOn, gap: this.gaps.median(), windowProfit }
  }
}
