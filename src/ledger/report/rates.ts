import type { Book } from '../book/book.ts'
import { addDays, type Day, serial } from '../day.ts'
import type { Period } from '../period.ts'
import { type Person, readPeople } from '../standing/people.ts'
import { readPurchaseHistory } from '../standing/purchase-history.ts'
import { type KeptGap, readKeptGap } from '../standing/shop-gap.ts'
import { isOpened } from '../standing/stage.ts'
import type { Stage } from '../vocabulary.ts'
import { type PeriodEnds, standpointOn, standpointsOn } from './standpoints.ts'

/** The rates of SPEC 6 over a period. A rate whose base is empty is null. */
export interface Rates {
  readonly from: Day
  readonly to: Day
  /** Active on the first day: neither prospect nor lost; and those of them who are lost on the last. */
  readonly buyersAtStart: number
  readonly lost: number
  readonly churnRate: number | null
  readonly retentionRate: number | null
  /** First purchase in the period; lost at its start and bought since. */
  readonly new: number
  readonly regained: number
  /** Bought in the period; on two days or more; referred somebody who has bought. */
  readonly buyers: number
  readonly repeatBuyers: number
  readonly repeatRate: number | null
  readonly referrers: number
  readonly referralRate: number | null
}

/**
 * Rates of a period for the customers asked for (everyone who is not archived, without `only`). The shop's gap is
 * everybody's.
 */
export async function readRates(book: Pick<Book, 'db'>, period: Period, only?: ReadonlySet<number>): Promise<Rates> {
  return (await readRatesOf(book, [period], only))[0] as Rates
}

/** Rates of one part of a period, and new + regained - lost. */
export interface PartRates extends Rates {
  readonly net: number
}

/** The same of each of several periods, one after another. */
export async function readRateSeries(
  book: Pick<Book, 'db'>,
  parts: readonly Period[],
  only?: ReadonlySet<number>,
): Promise<PartRates[]> {
  const all = await readRatesOf(book, parts, only)
  return all.map((rates) => ({ ...rates, net: rates.new + rates.regained - rates.lost }))
}

/** By one pass over the purchases. */
async function readRatesOf(
  { db }: Pick<Book, 'db'>,
  periods: readonly Period[],
  only: ReadonlySet<number> | undefined,
): Promise<Rates[]> {
  const last = periods
    .map(({ to }) => to)
    .sort()
    .at(-1)
  if (last === undefined) return []
  const [everyone, purchases] = await Promise.all([readPeople(db), readPurchaseHistory(db, last)])
  return standpointsOn(purchases, periods).map((ends, at) =>
    countRates(periods[at] as Period, { everyone, only, ...ends }),
  )
}

/** What rates are counted from: everyone who is not archived, who of them is meant, and how they stood. */
export interface RatesInput extends PeriodEnds {
  readonly everyone: readonly Person[]
  readonly only: ReadonlySet<number> | undefined
}

/** The rates of a period whose first and last day have been read. */
export function countRates({ from, to }: Period, { everyone, only, start, end }: RatesInput): Rates {
  const people = only ? everyone.filter(({ id }) => only.has(id)) : everyone
  const referrers = new Set<number>()
  for (const { id, referredBy } of everyone) if (referredBy !== null && end.days(id) > 0) referrers.add(referredBy)
  const [first, dayBefore] = [serial(from), addDays(from, -1)]
  const counts = { buyersAtStart: 0, lost: 0, new: 0, regained: 0, buyers: 0, repeatBuyers: 0, referrers: 0 }
  for (const { id, opening } of people) {
    const before = start.stage(id, opening)
    const visits = end.visits(id)
    const active = before !== 'prospect' && before !== 'lost'
    if (active) counts.buyersAtStart++
    if (active && end.stage(id, opening) === 'lost') counts.lost++
    if (before === 'lost' && visits > 0) counts.regained++
    if (visits === 0) continue
    counts.buyers++
    const firstOn = end.firstOn(id)
    if (firstOn !== null && firstOn >= first && !isOpened(opening, dayBefore)) counts.new++
    if (end.windowDays(id) >= 2) counts.repeatBuyers++
    if (referrers.has(id)) counts.referrers++
  }
  const { buyersAtStart, lost, buyers, repeatBuyers } = counts
  return {
    from,
    to,
    buyersAtStart,
    lost,
    churnRate: ratio(lost, buyersAtStart),
    retentionRate: ratio(buyersAtStart - lost, buyersAtStart),
    new: counts.new,
    regained: counts.regained,
    buyers,
    repeatBuyers,
    repeatRate: ratio(repeatBuyers, buyers),
    referrers: counts.referrers,
    referralRate: ratio(counts.referrers, buyers),
  }
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}

export interface StageCounts {
  readonly asOf: Day
  readonly shopGap: number
  /** What the screens of customers go by, where that is not the shop's gap of the day. */
  readonly kept?: KeptGap
  readonly counts: Readonly<Record<Stage, number>>
}

/** How many of the customers asked for are at each stage, as of the book's day. */
export async function countStages(book: Pick<Book, 'db' | 'today'>, only?: ReadonlySet<number>): Promise<StageCounts> {
  const { db, today } = book
  const [purchases, kept] = await Promise.all([readPurchaseHistory(db, today), readKeptGap(book)])
  const { shopGap, stage } = standpointOn(purchases, today)
  const counts: Record<Stage, number> = { prospect: 0, exploring: 0, forming: 0, stable: 0, declining: 0, lost: 0 }
  for (const { id, opening } of await readPeople(db)) {
    if (!only || only.has(id)) counts[stage(id, opening)]++
  }
  return { asOf: today, shopGap, ...(kept && kept.gap !== shopGap ? { kept } : {}), counts }
}
