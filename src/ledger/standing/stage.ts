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

/**
 * The stage of SPEC 6 as of a day. An opening is so many purchase days, the last on its day, and no gap of their own;
 * an opening that ends after the day has not happened yet. With visits but no day nobody can say since when, so such a
 * customer neither declines nor is lost.
 */
export function stageOf(
  standing: Pick<Standing, 'days' | 'lastOn' | 'gap'>,
  opening: Opening,
  shopGap: number,
  day: Day,
): Rhythm {
  const before = opening.lastOn !== null && opening.lastOn > day ? { visits: 0, lastOn: null } : opening
  const days = standing.days + openedVisits(before)
  const lastOn = later(standing.lastOn, days > standing.days ? before.lastOn : null)
  const gap = standing.gap ?? shopGap
  const last = lastOn === null ? null : serial(lastOn)
  const since = last === null ? null : serial(day) - last
  const decline = declineAfter(gap)
  const loss = lossAfter(gap)
  return {
    stage: named(days, since, decline, loss),
    gap,
    since,
    lastOn,
    days,
    lostOn: last === null ? null : textOf(last + Math.floor(loss) + 1),
    slippingOn: last === null || days < 3 ? null : textOf(last + Math.ceil(decline)),
  }
}

/** Of 200,000 customers few are lost on a day that nobody else is: a text is made once. */
const texts = new Map<DayNumber, Day>()

function textOf(day: DayNumber): Day {
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
  const lastOn =
    before > 0 && openedOn !== null ? Math.max(openedOn, own.lastOn ?? Number.NEGATIVE_INFINITY) : own.lastOn
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

function later(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other
  return one > other ? one : other
}
