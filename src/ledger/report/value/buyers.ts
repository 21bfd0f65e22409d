import type { Book } from '../../book/book.ts'
import { addDays, type Day, type DayNumber, serial } from '../../day.ts'
import type { Minor } from '../../money.ts'
import { readPeople } from '../../standing/people.ts'
import { type PurchaseHistory, readPurchaseHistory } from '../../standing/purchase-history.ts'
import { isCounted } from '../../standing/row-by-row.ts'
import { beginning } from '../../standing/standing.ts'
import { readWithRefunds, type WithRefunds } from '../../standing/sums.ts'
import type { Stage } from '../../vocabulary.ts'
import { type PeriodEnds, standpointOn, standpointsOn } from '../standpoints.ts'
import type { SharedHistory } from './bg-nbd.ts'

/** A customer who bought, as the models see them. Days of their own count from the first purchase day. */
export interface ModelBuyer {
  readonly customerId: number
  readonly name: string
  /** As of the day asked for, from all they bought. */
  readonly stage: Stage
  /** Purchase days after the first. */
  readonly frequency: number
  /** Days from the first purchase day to the last, and to the day asked for. */
  readonly recency: number
  readonly age: number
  /** What those days after the first brought, net. */
  readonly spentAgain: Minor
}

/**
 * Which purchases count: from a day on (null: from the beginning) up to a day, of some customers (undefined: everyone
 * not archived).
 */
export interface Observation {
  readonly from: Day | null
  readonly day: Day
  readonly only: ReadonlySet<number> | undefined
}

/**
 * Everyone who bought in the time observed, by id. Purchases neither void nor refunded in full, net of what was
 * refunded up to the day; receipts of one day are one purchase day. Goods brought back without naming a purchase come
 * off the purchase day before. Days of an old roster (an opening) are not dated one by one, and so are not seen.
 */
export async function readModelBuyers(
  { db }: Pick<Book, 'db'>,
  { from, day, only }: Observation,
): Promise<ModelBuyer[]> {
  const since = from ?? beginning
  const [purchases, refunding, people] = await Promise.all([
    readPurchaseHistory(db, day),
    readWithRefunds(db, { day }),
    readPeople(db),
  ])
  const { stage } = standpointOn(purchases, day)
  const amended = new Map(refunding.map((person) => [person.customerId, sumDays(person, since)]))
  const first = serial(since)
  const end = serial(day)
  const buyers: ModelBuyer[] = []
  for (const { id, name, opening } of people) {
    if (only && !only.has(id)) continue
    const seen = amended.has(id) ? amended.get(id) : daysBought(purchases, id, first)
    if (!seen) continue
    buyers.push({
      customerId: id,
      name,
      stage: stage(id, opening),
      frequency: seen.days - 1,
      recency: seen.lastOn - seen.firstOn,
      age: end - seen.firstOn,
      spentAgain: seen.spentAgain,
    })
  }
  return buyers
}

/** Purchase days and what those after the first brought; null where there is none. */
interface DaysBought {
  readonly firstOn: DayNumber
  readonly lastOn: DayNumber
  readonly days: number
  readonly spentAgain: Minor
}

/** Of a customer of whom nothing was ever refunded or returned. */
function daysBought({ places, days, amounts }: PurchaseHistory, id: number, since: DayNumber): DaysBought | null {
  const [from, to] = places.get(id) ?? [0, 0]
  let [count, firstOn, lastOn, spentAgain] = [0, since, since, 0]
  for (let place = from; place < to; place++) {
    const day = days[place] as number
    if (day < since) continue
    if (count === 0) firstOn = day
    if (count === 0 || day > lastOn) count++
    lastOn = day
    if (day > firstOn) spentAgain += amounts[place] as number
  }
  return count === 0 ? null : { firstOn, lastOn, days: count, spentAgain }
}

/** The same row by row of a customer with refunds or returns. */
function sumDays({ purchases, returns }: Pick<WithRefunds, 'purchases' | 'returns'>, from: Day): DaysBought | null {
  const nets = new Map<Day, Minor>()
  for (const one of purchases)
    if (isCounted(one) && one.on >= from) nets.set(one.on, (nets.get(one.on) ?? 0) + one.amount - one.refunded)
  const days = [...nets.keys()].sort()
  for (const { on, amount } of returns) {
    const before = days.findLast((day) => day <= on)
    if (before !== undefined) nets.set(before, (nets.get(before) ?? 0) - amount)
  }
  const [firstOn, ...again] = days
  if (firstOn === undefined) return null
  return {
    firstOn: serial(firstOn),
    lastOn: serial(days.at(-1) ?? firstOn),
    days: days.length,
    spentAgain: again.reduce((sum, day) => sum + (nets.get(day) ?? 0), 0),
  }
}

/** On how many days each customer bought after one day and up to another. */
export async function readDaysBought(
  { db }: Pick<Book, 'db'>,
  after: Day,
  upTo: Day,
): Promise<(customerId: number) => number> {
  const purchases = await readPurchaseHistory(db, upTo)
  const [{ end }] = standpointsOn(purchases, [{ from: addDays(after, 1), to: upTo }]) as [PeriodEnds]
  return (customerId) => end.windowDays(customerId)
}

// 17 bits a number: days of more than three hundred years.
const room = 131_072

/** Buyers by their histories, in the order of these whatever the buyers' order, time in units of so many days. */
export function groupByHistory(buyers: readonly ModelBuyer[], unitDays: number): SharedHistory[] {
  const keys = Float64Array.from(
    buyers,
    ({ frequency, recency, age }) => (frequency * room + recency) * room + age,
  ).sort()
  const alike: SharedHistory[] = []
  for (let at = 0, next = 0; at < keys.length; at = next) {
    const key = keys[at] as number
    while (keys[next] === key) next++
    const rest = Math.floor(key / room)
    alike.push({
      frequency: Math.floor(rest / room),
      recency: (rest % room) / unitDays,
      age: (key % room) / unitDays,
      customers: next - at,
    })
  }
  return alike
}
