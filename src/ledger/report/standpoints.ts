import { type Day, type DayNumber, daySerial, serial } from '../day.ts'
import type { Period } from '../period.ts'
import { GapCounts } from '../standing/gap-counts.ts'
import { isRefundedBy, mayBeRefunded, type PurchaseHistory } from '../standing/purchase-history.ts'
import { type Opening, type Rhythm, type StageNumbers, stageOf, stageOn } from '../standing/stage.ts'
import { type VisitsSoFar, visitsOf } from '../standing/visits.ts'
import type { Stage } from '../vocabulary.ts'

/**
 * How everybody stood on a day: the counted purchases of a customer up to it, and by them their stage. In numbers one
 * by one: objects of them for millions of questions take longer than the answers.
 */
export interface Standpoint {
  readonly shopGap: number
  /** Distinct days of purchases, and the first of them. */
  days(id: number): number
  firstOn(id: number): DayNumber | null
  /** Counted purchases of the period that ends on the day, and the distinct days of them. */
  visits(id: number): number
  windowDays(id: number): number
  stage(id: number, opening: Opening): Stage
  rhythm(id: number, opening: Opening): Rhythm
}

/** How everybody stood on the first day of a period, of which the visits are not counted, and on the last. */
export interface PeriodEnds {
  readonly start: Standpoint
  readonly end: Standpoint
}

/** How everybody stood at both ends of each of some periods, by one pass over the purchases. */
export function standpointsOn(purchases: PurchaseHistory, periods: readonly Period[]): PeriodEnds[] {
  let room = 0
  for (const id of purchases.places.keys()) room = Math.max(room, id + 1)
  const days = [...new Set(periods.flatMap(({ from, to }) => [from, to]))].sort()
  const columns = days.map((day) => new DayColumns(room, day))
  for (const [id, place] of purchases.places) {
    const visits = visitsOf(purchases, place)
    for (const column of columns) {
      visits.advanceTo(column.on)
      column.keep(id, visits)
    }
  }
  const columnsOf = (day: Day) => columns[days.indexOf(day)] as DayColumns
  return periods.map((period) => ({
    start: columnsOf(period.from).standpoint(unvisited),
    end: columnsOf(period.to).standpoint(countVisits(purchases, period, room)),
  }))
}

/** How everybody stood on a day, of which the visits are not counted. */
export function standpointOn(purchases: PurchaseHistory, day: Day): Standpoint {
  return (standpointsOn(purchases, [{ from: day, to: day }])[0] as PeriodEnds).start
}

const never = -1

/** What visits come to at the end of a day, side by side, each customer's in the place of their id. */
class DayColumns {
  readonly on: DayNumber
  private readonly days: Int32Array
  private readonly firstOn: Int32Array
  private readonly lastOn: Int32Array
  /** Halves of days, which are exact; NaN for none. */
  private readonly gaps: Float32Array
  private readonly counts = new GapCounts()

  constructor(room: number, day: Day) {
    this.on = serial(day)
    this.days = new Int32Array(room)
    this.firstOn = new Int32Array(room).fill(never)
    this.lastOn = new Int32Array(room).fill(never)
    this.gaps = new Float32Array(room).fill(Number.NaN)
  }

  keep(id: number, { days, firstOn, lastOn, gap }: VisitsSoFar): void {
    this.days[id] = days
    this.firstOn[id] = firstOn ?? never
    this.lastOn[id] = lastOn ?? never
    this.gaps[id] = gap ?? Number.NaN
    this.counts.add(gap, 1)
  }

  standpoint({ visits, windowDays }: PeriodVisits): Standpoint {
    const { on, days, firstOn, lastOn, gaps } = this
    const shopGap = this.counts.median()
    // Filled anew for each stage that is asked for.
    const own: { -readonly [Key in keyof StageNumbers]: StageNumbers[Key] } = { days: 0, lastOn: null, gap: null }
    const look = (id: number): StageNumbers => {
      own.days = days[id] ?? 0
      own.lastOn = own.days === 0 ? null : (lastOn[id] as number)
      const gap = gaps[id] ?? Number.NaN
      own.gap = Number.isNaN(gap) ? null : gap
      return own
    }
    return {
      shopGap,
      days: (id) => days[id] ?? 0,
      firstOn: (id) => ((days[id] ?? 0) === 0 ? null : (firstOn[id] as number)),
      visits: (id) => visits[id] ?? 0,
      windowDays: (id) => windowDays[id] ?? 0,
      stage: (id, opening) => stageOn(look(id), opening, shopGap, on),
      rhythm(id, opening) {
        const { lastOn, ...rest } = look(id)
        const last = lastOn === null ? null : daySerial(lastOn)
        return stageOf({ ...rest, lastOn: last }, opening, shopGap, daySerial(on))
      },
    }
  }
}

interface PeriodVisits {
  readonly visits: Int32Array
  readonly windowDays: Int32Array
}

const unvisited: PeriodVisits = { visits: new Int32Array(0), windowDays: new Int32Array(0) }

/** The purchases of a period as known on its last day, by the id of the customer. */
function countVisits(history: PurchaseHistory, period: Period, room: number): PeriodVisits {
  const { places, days } = history
  const [visits, windowDays] = [new Int32Array(room), new Int32Array(room)]
  const [begin, end] = [serial(period.from), serial(period.to)]
  for (const [id, [from, to]] of places) {
    let [count, counted, before] = [0, 0, never]
    const isWhole = !mayBeRefunded(history, from, to)
    for (let place = to - 1; place >= from; place--) {
      const day = days[place] as number
      if (day < begin) break
      if (day > end || (!isWhole && isRefundedBy(end, history, place))) continue
      count++
      if (day !== before) counted++
      before = day
    }
    visits[id] = count
    windowDays[id] = counted
  }
  return { visits, windowDays }
}
