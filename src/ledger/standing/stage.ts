import { type Day, type DayNumber, daySerial, serial } from '../day.ts'
import type { Stage } from '../vocabulary.ts'
import type { Standing } from './standing.ts'

/** What an old roster said of the time before this ledger (SPEC 2). */
export interface Opening {
  readonly visits: number | null
  readonly lastOn: Day | null
}

/** Purchase days of before the ledger: at least one where a day of them is known. */
export function openedVisits({ visits, lastOn }: { readonly visits: number | null; readonly lastOn: unknown }): number {
  return visits ?? (lastOn === null ? 0 : 1)
}

/** Whether there were any by a day: what `openedOn` says in the file. */
export function isOpened(opening: Opening, day: Day): boolean {
  return openedVisits(opening) > 0 && (opening.lastOn === null || opening.lastOn <= day)
}

/** Where a customer stands by their own rhythm, and the numbers that say so. */
export interface Rhythm {
  readonly stage: Stage
  /** Days between visits: their own from three purchase days on, else the shop's. */
  readonly gap: number
  /** Days since the last purchase day; null when it is not known. */
  readonly since: number | null
  readonly lastOn: Day | null
  /** Purchase days, those of the opening among them. */
  readonly days: number
  /** The first day on which they are lost if they do not buy again. */
  readonly lostOn: Day | null
  /** The day from which they are long overdue: from three purchase days on. */
  readonly slippingOn: Day | null
}

/** The same in numbers. */
export interface RhythmNumbers {
  readonly stage: Stage
  readonly gap: number
  readonly since: number | null
  readonly lastOn: DayNumber | null
  readonly days: number
  readonly lostOn: DayNumber | null
  readonly slippingOn: DayNumber | null
}

/**
 * The stage of SPEC 6 as of a day. An opening is so many purchase days, the last on its day, and no gap of their own;
 * an opening that ends after the day has not happened yet. With visits but no day nobody can say since when, so such a
 * customer neither declines nor is lost.
 */
export function rhythmOn(own: StageNumbers, opening: OpenedVisits, shopGap: number, day: DayNumber): RhythmNumbers {
  const openedOn = opening.lastOn
  const before = openedOn !== null && openedOn > day ? 0 : opening.visits
  const lastOn = lastOf(own.lastOn, before, openedOn)
  const days = own.days + before
  const gap = own.gap ?? shopGap
  const since = lastOn === null ? null : day - lastOn
  const decline = declineAfter(gap)
  const loss = lossAfter(gap)
  return {
    stage: named(days, since, decline, loss),
    gap,
    since,
    lastOn,
    days,
    lostOn: lastOn === null ? null : lastOn + Math.floor(loss) + 1,
    slippingOn: lastOn === null || days < 3 ? null : lastOn + Math.ceil(decline),
  }
}

/** The same of a standing, in words. */
export function stageOf(
  { days, lastOn, gap }: Pick<Standing, 'days' | 'lastOn' | 'gap'>,
  opening: Opening,
  shopGap: number,
  day: Day,
): Rhythm {
  const own = { days, lastOn: lastOn === null ? null : serial(lastOn), gap }
  const found = rhythmOn(own, openedBefore(opening), shopGap, serial(day))
  return { ...found, lastOn: textOf(found.lastOn), lostOn: textOf(found.lostOn), slippingOn: textOf(found.slippingOn) }
}

/** What an old roster told of a customer, as numbers: so many visits, the last of them on a day, where it is known. */
export interface OpenedVisits {
  readonly visits: number
  readonly lastOn: DayNumber | null
}

/** The last day of purchases in the ledger and before it: `before` visits, the last of them on `openedOn`. */
export function lastOf(own: DayNumber | null, before: number, openedOn: DayNumber | null): DayNumber | null {
  return before > 0 && openedOn !== null ? Math.max(openedOn, own ?? openedOn) : own
}

/** Of whom no roster told anything. */
const unopened: OpenedVisits = { visits: 0, lastOn: null }

/** The visits of before the ledger, with the last of their days. */
export function openedBefore(opening: Opening): OpenedVisits {
  const { visits, lastOn } = opening
  if (visits === null && lastOn === null) return unopened
  return { visits: openedVisits(opening), lastOn: lastOn === null ? null : serial(lastOn) }
}

/** Of 200,000 customers few are lost on a day that nobody else is: a text is made once. */
const texts = new Map<DayNumber, Day>()

function textOf(day: DayNumber | null): Day | null {
  if (day === null) return null
  let text = texts.get(day)
  if (text === undefined) {
    text = daySerial(day)
    texts.set(day, text)
  }
  return text
}

/** What of a standing a stage rests on, in numbers. */
export interface StageNumbers {
  readonly days: number
  readonly lastOn: DayNumber | null
  readonly gap: number | null
}

/** The stage of `stageOf` alone: rates ask for millions, and days in words are most of what one costs. */
export function stageOn(own: StageNumbers, opening: Opening, shopGap: number, day: DayNumber): Stage {
  const openedOn = opening.lastOn === null ? null : serial(opening.lastOn)
  const before = openedOn !== null && openedOn > day ? 0 : openedVisits(opening)
  const lastOn = lastOf(own.lastOn, before, openedOn)
  const gap = own.gap ?? shopGap
  return named(own.days + before, lastOn === null ? null : day - lastOn, declineAfter(gap), lossAfter(gap))
}

/** More days than this without a purchase, at a gap, and one is declining; and lost. */
export const declineAfter = (gap: number): number => Math.max(2 * gap, gap + 7)
export const lossAfter = (gap: number): number => Math.max(3 * gap, 90)

function named(days: number, since: number | null, decline: number, loss: number): Stage {
  if (days === 0) return 'prospect'
  if (since !== null && since > loss) return 'lost'
  if (since !== null && since > decline) return 'declining'
  return days <= 2 ? 'exploring' : days <= 5 ? 'forming' : 'stable'
}
