import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import { type Day, type DayNumber, serial } from '../day.ts'
import type { Period } from '../period.ts'
import { type Person, readPeople } from '../standing/people.ts'
import { shopGapOf, standingsIn } from '../standing/read-standings.ts'
import { type KeptGap, readKeptGap } from '../standing/shop-gap.ts'
import { type Opening, stageOn } from '../standing/stage.ts'
import { emptyStanding, type Standing } from '../standing/standing.ts'
import type { Stage } from '../vocabulary.ts'

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
export async function readRates(
  book: Pick<Book, 'db' | 'policy'>,
  period: Period,
  only?: ReadonlySet<number>,
): Promise<Rates> {
  const { db, policy } = book
  const margin = policy['tier.margin']
  const [everyone, start, end] = await Promise.all([
    readPeople(db),
    stagesOn(db, period.from, period.from, margin),
    stagesOn(db, period.to, period.from, margin),
  ])
  return countRates(period, { everyone, only, start, end })
}

/** How everybody stood on a day: their standing, and by it their stage. */
export interface Standpoint {
  standing(id: number): Standing
  stage(id: number, opening: Opening): Stage
}

/**
 * What rates are counted from: everyone who is not archived, who of them is meant, and how they stood on the first day
 * and on the last.
 */
export interface RatesInput {
  readonly everyone: readonly Person[]
  readonly only: ReadonlySet<number> | undefined
  readonly start: Pick<Standpoint, 'stage'>
  /** The window of its standings is the period. */
  readonly end: Standpoint
}

/** The rates of a period whose first and last day have been read. */
export function countRates({ from, to }: Period, { everyone, only, start, end }: RatesInput): Rates {
  const people = only ? everyone.filter(({ id }) => only.has(id)) : everyone
  const referrers = new Set<number>()
  for (const { id, referredBy } of everyone)
    if (referredBy !== null && end.standing(id).purchases > 0) referrers.add(referredBy)
  const counts = { buyersAtStart: 0, lost: 0, new: 0, regained: 0, buyers: 0, repeatBuyers: 0, referrers: 0 }
  for (const { id, opening } of people) {
    const before = start.stage(id, opening)
    const { visits, windowDays, firstOn } = end.standing(id)
    const active = before !== 'prospect' && before !== 'lost'
    if (active) counts.buyersAtStart++
    if (active && end.stage(id, opening) === 'lost') counts.lost++
    if (before === 'lost' && visits > 0) counts.regained++
    if (visits === 0) continue
    counts.buyers++
    if (firstOn !== null && firstOn >= from && !opened(opening, from)) counts.new++
    if (windowDays >= 2) counts.repeatBuyers++
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

function opened({ visits, lastOn }: Opening, from: Day): boolean {
  return (visits ?? (lastOn === null ? 0 : 1)) > 0 && (lastOn === null || lastOn < from)
}

/** How everybody stood on a day; the window of the standings begins at `from`. */
export async function stagesOn(
  db: Db,
  day: Day,
  from: Day,
  margin: number,
): Promise<Standpoint & { readonly shopGap: number }> {
  return standpointOf(await standingsIn(db, { day, from, margin }), day)
}

/** The same from standings that have been read. */
export function standpointOf(
  standings: ReadonlyMap<number, Standing>,
  day: Day,
): Standpoint & { readonly shopGap: number } {
  const shopGap = shopGapOf(standings.values())
  const standing = (id: number) => standings.get(id) ?? emptyStanding(id)
  const on = serial(day)
  return { standing, stage: (id, opening) => stageFrom(standing(id), opening, shopGap, on), shopGap }
}

function stageFrom({ days, lastOn, gap }: Standing, opening: Opening, shopGap: number, day: DayNumber): Stage {
  return stageOn({ days, lastOn: lastOn === null ? null : serial(lastOn), gap }, opening, shopGap, day)
}

export interface StageCounts {
  readonly asOf: Day
  readonly shopGap: number
  /** What the screens of customers go by, where that is not the shop's gap of the day. */
  readonly kept?: KeptGap
  readonly counts: Readonly<Record<Stage, number>>
}

/** How many of the customers asked for are at each stage, as of the book's day. */
export async function countStages(
  book: Pick<Book, 'db' | 'policy' | 'today'>,
  only?: ReadonlySet<number>,
): Promise<StageCounts> {
  const { db, today, policy } = book
  const [standings, kept] = await Promise.all([
    standingsIn(db, { day: today, from: today, margin: policy['tier.margin'] }),
    readKeptGap(book),
  ])
  const shopGap = shopGapOf(standings.values())
  const on = serial(today)
  const counts: Record<Stage, number> = { prospect: 0, exploring: 0, forming: 0, stable: 0, declining: 0, lost: 0 }
  for (const { id, opening } of await readPeople(db)) {
    if (!only || only.has(id)) counts[stageFrom(standings.get(id) ?? emptyStanding(id), opening, shopGap, on)]++
  }
  return { asOf: today, shopGap, ...(kept && kept.gap !== shopGap ? { kept } : {}), counts }
}
