import type { Book } from '../book/book.ts'
import { type Day, daySerial, serial } from '../day.ts'
import type { Period } from '../period.ts'
import { median } from '../quantile.ts'
import { readPeople } from '../standing/people.ts'
import { type PurchaseHistory, readPurchaseHistory } from '../standing/purchase-history.ts'
import { stageOn } from '../standing/stage.ts'
import { emptyStanding, type Standing } from '../standing/standing.ts'
import { visitsOf } from '../standing/visits.ts'
import { countRates, type Rates, type Standpoint } from './rates.ts'

/** Rates of one part of a period, and new + regained - lost. */
export interface PartRates extends Rates {
  readonly net: number
}

/** What `readRates` says of each of several periods, one after another, by one pass over the purchases. */
export async function readRateSeries(
  book: Pick<Book, 'db'>,
  parts: readonly Period[],
  only?: ReadonlySet<number>,
): Promise<PartRates[]> {
  const last = parts.at(-1)
  if (!last) return []
  const everyone = await readPeople(book.db)
  const purchases = await readPurchaseHistory(book.db, last.to)
  const standpoint = standpointsOn(purchases, [...new Set(parts.flatMap(({ from, to }) => [from, to]))].sort())
  const visited = countVisits(purchases, parts)
  return parts.map((part, at) => {
    const rates = countRates(part, {
      everyone,
      only,
      start: standpoint(part.from),
      end: standpoint(part.to, (place) => visited(place, at)),
    })
    return { ...rates, net: rates.new + rates.regained - rates.lost }
  })
}

/** Counted purchases of a part, and the distinct days of them. */
type PartVisits = Pick<Standing, 'visits' | 'windowDays'>
const unvisited: PartVisits = { visits: 0, windowDays: 0 }

const never = -1

/**
 * How everybody stood on each of some days, in their order. Of the purchases of a standing only the days are known, of
 * money nothing.
 */
function standpointsOn(
  purchases: PurchaseHistory,
  days: readonly Day[],
): (day: Day, visited?: (place: number) => PartVisits) => Standpoint {
  const ids = [...purchases.places.keys()]
  const order = new Map(ids.map((id, at) => [id, at]))
  const room = () => new Int32Array(order.size * days.length).fill(never)
  const [counts, firstOn, lastOn] = [room(), room(), room()]
  const gaps = new Float64Array(order.size * days.length).fill(Number.NaN)
  const serials = days.map(serial)
  for (const [id, place] of purchases.places) {
    const own = visitsOf(purchases, place)
    for (const [at, day] of serials.entries()) {
      const cell = at * order.size + (order.get(id) as number)
      own.advanceTo(day)
      counts[cell] = own.days
      if (own.firstOn !== null) firstOn[cell] = own.firstOn
      if (own.lastOn !== null) lastOn[cell] = own.lastOn
      if (own.gap !== null) gaps[cell] = own.gap
    }
  }
  const text = dayTexts()
  return (day, visited = () => unvisited) => {
    const begins = days.indexOf(day) * order.size
    const on = serial(day)
    const gapAt = (cell: number) => (Number.isNaN(gaps[cell]) ? null : (gaps[cell] as number))
    const own = Float64Array.from(gaps.subarray(begins, begins + order.size)).filter((gap) => !Number.isNaN(gap))
    const shopGap = own.length === 0 ? 30 : median(own.sort())
    const placeOf = (id: number) => {
      const at = order.get(id)
      return at === undefined || (counts[begins + at] as number) <= 0 ? null : at
    }
    return {
      standing(customerId): Standing {
        const at = placeOf(customerId)
        if (at === null) return nobody
        const cell = begins + at
        const { visits, windowDays } = visited(at)
        return {
          ...nobody,
          customerId,
          purchases: counts[cell] as number,
          days: counts[cell] as number,
          firstOn: text(firstOn[cell] as number),
          lastOn: text(lastOn[cell] as number),
          gap: gapAt(cell),
          visits,
          windowDays,
        }
      },
      stage(id, opening) {
        const at = placeOf(id)
        if (at === null) return stageOn(neverBought, opening, shopGap, on)
        const cell = begins + at
        return stageOn(
          { days: counts[cell] as number, lastOn: lastOn[cell] as number, gap: gapAt(cell) },
          opening,
          shopGap,
          on,
        )
      },
    }
  }
}

const neverBought = { days: 0, lastOn: null, gap: null }
const nobody = emptyStanding(0)

/** The same of each part as known on its last day, by the place of the customer among all. */
function countVisits(
  { places, days, refundedOn }: PurchaseHistory,
  parts: readonly Period[],
): (at: number, part: number) => PartVisits {
  const size = places.size
  const [visits, windowDays] = [new Int32Array(size * parts.length), new Int32Array(size * parts.length)]
  const begin = serial(parts[0]?.from ?? '0001-01-01')
  const ends = parts.map(({ to }) => serial(to))
  for (const [at, [from, to]] of [...places.values()].entries()) {
    let [part, before] = [0, never]
    for (let place = from; place < to; place++) {
      const day = days[place] as number
      if (day < begin) continue
      while (part < parts.length - 1 && day > (ends[part] as number)) part++
      if ((refundedOn.get(place) ?? Number.POSITIVE_INFINITY) <= (ends[part] as number)) continue
      const cell = part * size + at
      visits[cell] = (visits[cell] as number) + 1
      if (day !== before) windowDays[cell] = (windowDays[cell] as number) + 1
      before = day
    }
  }
  return (at, part) => ({
    visits: visits[part * size + at] as number,
    windowDays: windowDays[part * size + at] as number,
  })
}

function dayTexts(): (number: number) => Day {
  const known = new Map<number, Day>()
  return (number) => {
    const day = known.get(number) ?? daySerial(number)
    known.set(number, day)
    return day
  }
}
