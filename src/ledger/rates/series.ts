import type { Book } from '../book.ts'
import { type Day, daySerial, serial } from '../day.ts'
import { type Opening, stageOf } from '../stage/stage.ts'
import { type Purchases, readPurchases } from '../standing/purchases.ts'
import { emptyStanding, type Standing, shopGapOf } from '../standing/standing.ts'
import { visitsOf } from '../standing/visits.ts'
import type { Period } from './period.ts'
import { readPeople } from './queries.ts'
import { countRates, type Rates, type Standpoint } from './rates.ts'

/** Rates of one part of a period, and new + regained - lost. */
export interface PartRates extends Rates {
  readonly net: number
}

/** What `readRates` says of each of several periods, one after another, by one pass over the purchases. */
export async function readRateSeries(book: Pick<Book, 'db'>, parts: readonly Period[], only?: ReadonlySet<number>): Promise<PartRates[]> {
  const last = parts.at(-1)
  if (!last) return []
  const everyone = await readPeople(book.db)
  const purchases = await readPurchases(book.db, last.to)
  const standpoint = lookFrom(purchases, [...new Set(parts.flatMap(({ from, to }) => [from, to]))].sort())
  const visited = countVisits(purchases, parts)
  return parts.map((part, at) => {
    const end = standpoint(part.to)
    const standing = (id: number): Standing => ({ ...end.standing(id), ...visited(id, at) })
    const rates = countRates(part, { everyone, only, start: standpoint(part.from), end: { ...end, standing } })
    return { ...rates, net: rates.new + rates.regained - rates.lost }
  })
}

const never = -1

/** How everybody stood on each of some days, in their order. Of the purchases of a standing only the days are known, of money nothing. */
function lookFrom(purchases: Purchases, days: readonly Day[]): (day: Day) => Standpoint {
  const order = new Map([...purchases.places.keys()].map((id, at) => [id, at]))
  const room = () => new Int32Array(order.size * days.length).fill(never)
  const [visits, firstOn, lastOn] = [room(), room(), room()]
  const gaps = new Float64Array(order.size * days.length).fill(Number.NaN)
  const serials = days.map(serial)
  for (const [id, place] of purchases.places) {
    const own = visitsOf(purchases, place)
    for (const [at, day] of serials.entries()) {
      const cell = at * order.size + (order.get(id) as number)
      own.goTo(day)
      visits[cell] = own.days
      if (own.firstOn !== null) firstOn[cell] = own.firstOn
      if (own.lastOn !== null) lastOn[cell] = own.lastOn
      if (own.gap !== null) gaps[cell] = own.gap
    }
  }
  const text = dayTexts()
  return (day) => {
    const begins = days.indexOf(day) * order.size
    const standing = (id: number): Standing => {
      const at = order.get(id)
      if (at === undefined || (visits[begins + at] as number) <= 0) return emptyStanding(id)
      const [gap, count] = [gaps[begins + at] as number, visits[begins + at] as number]
      return {
        ...emptyStanding(id),
        purchases: count,
        days: count,
        firstOn: text(firstOn[begins + at] as number),
        lastOn: text(lastOn[begins + at] as number),
        gap: Number.isNaN(gap) ? null : gap,
      }
    }
    const known = Array.from(gaps.subarray(begins, begins + order.size), (gap) => ({ gap: Number.isNaN(gap) ? null : gap }) as Standing)
    const shopGap = shopGapOf(known)
    return { standing, stage: (id: number, opening: Opening) => stageOf(standing(id), opening, shopGap, day).stage }
  }
}

/** Counted purchases of each customer in each part, and the distinct days of them, as known on its last day. */
function countVisits({ places, days, goneOn }: Purchases, parts: readonly Period[]): (id: number, part: number) => Pick<Standing, 'turnover' | 'windowDays'> {
  const order = new Map([...places.keys()].map((id, at) => [id, at]))
  const [turnover, windowDays] = [new Int32Array(order.size * parts.length), new Int32Array(order.size * parts.length)]
  const begin = serial(parts[0]?.from ?? '0001-01-01')
  const ends = parts.map(({ to }) => serial(to))
  for (const [id, [from, to]] of places) {
    let [part, before] = [0, never]
    for (let place = from; place < to; place++) {
      const day = days[place] as number
      if (day < begin) continue
      while (part < parts.length - 1 && day > (ends[part] as number)) part++
      if ((goneOn.get(place) ?? Number.POSITIVE_INFINITY) <= (ends[part] as number)) continue
      const cell = part * order.size + (order.get(id) as number)
      turnover[cell] = (turnover[cell] as number) + 1
      if (day !== before) windowDays[cell] = (windowDays[cell] as number) + 1
      before = day
    }
  }
  return (id, part) => {
    const at = order.get(id)
    if (at === undefined) return { turnover: 0, windowDays: 0 }
    return { turnover: turnover[part * order.size + at] as number, windowDays: windowDays[part * order.size + at] as number }
  }
}

function dayTexts(): (number: number) => Day {
  const known = new Map<number, Day>()
  return (number) => {
    const day = known.get(number) ?? daySerial(number)
    known.set(number, day)
    return day
  }
}
