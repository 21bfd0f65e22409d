import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import type { Book } from '../../book/book.ts'
import { addDays, type Day, daysBetween } from '../../day.ts'
import type { Minor } from '../../money.ts'
import { readPeople } from '../../standing/people.ts'
import { shopGapOf, standingsIn } from '../../standing/read-standings.ts'
import { isCounted } from '../../standing/row-by-row.ts'
import { stageOf } from '../../standing/stage.ts'
import { readWithRefunds, type WithRefunds } from '../../standing/sums.ts'
import type { Stage } from '../../vocabulary.ts'
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

const beginning: Day = '0001-01-01'

/**
 * Everyone who bought in the time observed, by id. Purchases neither void nor refunded in full, net of what was
 * refunded up to the day; receipts of one day are one purchase day. Goods brought back without naming a purchase come
 * off the purchase day before. Days of an old roster (an opening) are not dated one by one, and so are not seen.
 */
export async function readModelBuyers(
  { db, policy }: Pick<Book, 'db' | 'policy'>,
  { from, day, only }: Observation,
): Promise<ModelBuyer[]> {
  const since = from ?? beginning
  const standings = await standingsIn(db, { day, from: since, margin: policy['tier.margin'] })
  const firsts = await readFirstDays(db, { day, from: since })
  const amended = new Map(
    (await readWithRefunds(db, { day })).map((person) => [person.customerId, sumDays(person, since)]),
  )
  const shopGap = shopGapOf(standings.values())
  const buyers: ModelBuyer[] = []
  for (const { id, name, opening } of await readPeople(db)) {
    const standing = standings.get(id)
    if (!standing || (only && !only.has(id))) continue
    const first = firsts.get(id)
    const seen = amended.has(id)
      ? amended.get(id)
      : first && {
          firstOn: first.on,
          lastOn: standing.lastOn ?? first.on,
          days: standing.windowDays,
          spentAgain: standing.windowSpent - first.amount,
        }
    if (!seen) continue
    buyers.push({
      customerId: id,
      name,
      stage: stageOf(standing, opening, shopGap, day).stage,
      frequency: seen.days - 1,
      recency: daysBetween(seen.firstOn, seen.lastOn),
      age: daysBetween(seen.firstOn, day),
      spentAgain: seen.spentAgain,
    })
  }
  return buyers
}

interface DaysBought {
  readonly firstOn: Day
  readonly lastOn: Day
  readonly days: number
  readonly spentAgain: Minor
}

/**
 * Purchase days and what they brought, row by row, for a customer with refunds or returns; null when no purchase is
 * left.
 */
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
    firstOn,
    lastOn: days.at(-1) ?? firstOn,
    days: days.length,
    spentAgain: again.reduce((sum, day) => sum + (nets.get(day) ?? 0), 0),
  }
}

/** On how many days each customer bought after one day and up to another; who did not is absent. */
export async function readDaysBought(
  { db, policy }: Pick<Book, 'db' | 'policy'>,
  after: Day,
  upTo: Day,
): Promise<Map<number, number>> {
  const standings = await standingsIn(db, { day: upTo, from: addDays(after, 1), margin: policy['tier.margin'] })
  return new Map(
    [...standings.values()]
      .filter(({ windowDays }) => windowDays > 0)
      .map(({ customerId, windowDays }) => [customerId, windowDays]),
  )
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

/**
 * The first purchase day of each customer from `from` on, and what was bought on it, as if nothing had ever been
 * refunded.
 */
export async function readFirstDays(
  db: Db,
  { day, from }: { day: Day; from: Day },
): Promise<Map<number, { on: Day; amount: Minor }>> {
  const rows = await db
    .with('first', (cte) =>
      cte
        .selectFrom('entry')
        .select(({ fn }) => ['customer_id', fn.min('on').as('on')])
        .where('kind', '=', 'purchase')
        .where('void', '=', 0)
        .where('on', '<=', day)
        .where('on', '>=', from)
        .where('customer_id', 'is not', null)
        .groupBy('customer_id'),
    )
    .selectFrom('first')
    // Each customer's first day is looked up in the index: the other way round SQLite would read every purchase again.
    .innerJoin('entry', (join) =>
      join.onRef('entry.customer_id', '=', 'first.customer_id').on(sql<SqlBool>`entry."on" = first."on"`),
    )
    .select(({ fn }) => [
      sql<number>`first.customer_id`.as('id'),
      sql<Day>`first."on"`.as('on'),
      fn.sum<number>('entry.amount').as('amount'),
    ])
    .where('entry.kind', '=', 'purchase')
    .where('entry.void', '=', 0)
    .groupBy(['first.customer_id', 'first.on'])
    .execute()
  return new Map(rows.map(({ id, on, amount }) => [id, { on, amount }]))
}
