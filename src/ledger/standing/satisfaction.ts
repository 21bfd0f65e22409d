import type { Db } from '../../store/db.ts'
import { isAmong, type Only } from '../../store/lists.ts'
import { type Day, type DayNumber, serial } from '../day.ts'
import type { Satisfaction } from '../vocabulary.ts'

/**
 * How satisfied a customer was on the newest day they were asked: C = what they perceived / what they expected, over
 * that day's answers.
 */
export interface SatisfactionOnDay {
  readonly on: Day
  /** To four decimals. */
  readonly c: number
  readonly level: Satisfaction
}

/**
 * C of some answers and its level: 0 very dissatisfied, below 0.95 dissatisfied, up to 1.05 satisfied, above highly
 * satisfied.
 */
export function satisfactionOf(perceived: number, expected: number): Pick<SatisfactionOnDay, 'c' | 'level'> {
  // Scores have two decimals at most: compared in whole hundredths, 3.8 of 4 is 0.95 and nothing else.
  const [had, wanted] = [Math.round(perceived * 100), Math.round(expected * 100)]
  const c = Math.round((had / wanted) * 10_000) / 10_000
  if (had === 0) return { c, level: 'very-dissatisfied' }
  if (had * 100 < wanted * 95) return { c, level: 'dissatisfied' }
  return { c, level: had * 100 <= wanted * 105 ? 'satisfied' : 'highly-satisfied' }
}

/** Whether a level is one of the two bad ones: C below 0.95. */
export function isUnhappy(level: Satisfaction): boolean {
  return level === 'dissatisfied' || level === 'very-dissatisfied'
}

/** The satisfaction of everyone asked up to a day, or of some, by their newest day. */
export async function readSatisfaction(db: Db, day: Day, only?: Only): Promise<Map<number, SatisfactionOnDay>> {
  const rows = await db
    .selectFrom('survey as answer')
    .select(({ fn }) => [
      'customer_id',
      'on',
      fn.sum<number>('perceived').as('perceived'),
      fn.sum<number>('expected').as('expected'),
    ])
    .where('on', '=', ({ selectFrom, ref }) =>
      selectFrom('survey as newer')
        .select(({ fn }) => fn.max('newer.on').as('newest'))
        .where('newer.customer_id', '=', ref('answer.customer_id'))
        .where('newer.on', '<=', day),
    )
    .$if(only !== undefined, (query) => query.where(isAmong('customer_id', only as Only)))
    .groupBy(['customer_id', 'on'])
    .execute()
  return new Map(
    rows.map(({ customer_id, on, perceived, expected }) => [
      customer_id,
      { on, ...satisfactionOf(perceived, expected) },
    ]),
  )
}

/** A day on which a customer was asked, and whether they were unhappy. */
export interface AskedDay {
  readonly on: DayNumber
  readonly unhappy: boolean
}

/** Every day on which customers were asked, up to a day, in order. */
export async function readAskedDays(db: Db, to: Day): Promise<Map<number, AskedDay[]>> {
  const rows = await db
    .selectFrom('survey')
    .select(({ fn }) => [
      'customer_id',
      'on',
      fn.sum<number>('perceived').as('perceived'),
      fn.sum<number>('expected').as('expected'),
    ])
    .where('on', '<=', to)
    .groupBy(['customer_id', 'on'])
    .orderBy('on')
    .execute()
  const days = new Map<number, AskedDay[]>()
  for (const { customer_id, on, perceived, expected } of rows) {
    const asked = { on: serial(on), unhappy: isUnhappy(satisfactionOf(perceived, expected).level) }
    const own = days.get(customer_id)
    if (own) own.push(asked)
    else days.set(customer_id, [asked])
  }
  return days
}
