import type { Policy } from '../../book/policy/policy.ts'
import type { DayNumber } from '../../day.ts'
import type { Purchases } from '../../standing/purchase-history.ts'
import { lossAfter } from '../../standing/stage.ts'
import { visitsOf } from '../../standing/visits.ts'
import { Ordered } from './fenwick-tree.ts'

/** What is the same for every customer, on the morning of each day: made of the days before it. */
export interface Mornings {
  gap(day: DayNumber): number
  /** The mornings on which the shop's gap is another than on the morning before. */
  readonly gapTurns: readonly DayNumber[]
  /** Those of them on which it also makes others lost. */
  readonly lossTurns: readonly DayNumber[]
  /** What a large purchase is; null when there is none. */
  large(day: DayNumber): number | null
  /** The least and the most that ever was. */
  readonly least: number
  readonly most: number
}

/** Reckons the shop's gap and its large tickets for the mornings from one to another, as `due` does for one. */
export function reckonMornings(purchases: Purchases, from: DayNumber, to: DayNumber, policy: Policy): Mornings {
  const gaps = gapsOf(purchases, from, to)
  const fixed = policy['due.thanks.minAmount']
  const asked = policy['due.thanks.on'] || policy['due.after-sale.on']
  const tickets = !asked ? [] : fixed !== null ? gaps.map(() => fixed) : ticketsOf(purchases, from, to, policy['tier.windowDays'])
  const turnsOf = (values: readonly number[]) => values.flatMap((value, at) => (at > 0 && value !== values[at - 1] ? [from + at] : []))
  const known = tickets.filter((ticket) => ticket !== null)
  return {
    gap: (day) => gaps[day - from] as number,
    gapTurns: turnsOf(gaps),
    lossTurns: turnsOf(gaps.map((gap) => Math.floor(lossAfter(gap)))),
    large: (day) => tickets[day - from] ?? null,
    least: known.reduce((least, ticket) => Math.min(least, ticket), Number.POSITIVE_INFINITY),
    most: known.reduce((most, ticket) => Math.max(most, ticket), Number.NEGATIVE_INFINITY),
  }
}

/** Numbers to be taken in on a day and to be let go: `n` and `-1 - n`. */
type Moves = number[][]

function makeMoves(days: number): Moves {
  return Array.from({ length: days }, () => [])
}

function follow(moves: Moves, ordered: Ordered, answer: () => number | null): (number | null)[] {
  return moves.map((list) => {
    for (const move of list) ordered.add(move < 0 ? -1 - move : move, move < 0 ? -1 : 1)
    return answer()
  })
}

/** The median of the customers' own gaps each morning, which are halves of days: else 30. */
function gapsOf(purchases: Purchases, from: DayNumber, to: DayNumber): number[] {
  const moves = makeMoves(to - from + 1)
  let widest = 0
  for (const [, place] of purchases.places) {
    const visits = visitsOf(purchases, place)
    let before: number | null = null
    const look = (morning: DayNumber) => {
      visits.goTo(morning - 1)
      const now = visits.gap === null ? null : Math.round(2 * visits.gap)
      if (now === before) return
      if (before !== null) moves[morning - from]?.push(-1 - before)
      if (now !== null) moves[morning - from]?.push(now)
      widest = Math.max(widest, now ?? 0)
      before = now
    }
    look(from)
    for (const day of turningDays(purchases, place, from, to)) look(day + 1)
  }
  const ordered = new Ordered(widest + 1)
  const half = () => ordered.size >> 1
  return follow(moves, ordered, () => {
    if (ordered.size === 0) return 30
    const upper = ordered.nth(half())
    return (ordered.size % 2 === 1 ? upper : (ordered.nth(half() - 1) + upper) / 2) / 2
  }) as number[]
}

/** The days from one morning up to before another on which a customer bought, or a purchase of theirs was gone. */
export function turningDays({ days, goneOn }: Purchases, [first, end]: readonly [number, number], from: DayNumber, to: DayNumber): DayNumber[] {
  const turning: DayNumber[] = []
  for (let place = first; place < end; place++) {
    const day = days[place] as number
    if (day >= from && day < to && day !== turning.at(-1)) turning.push(day)
  }
  if (goneOn.size === 0) return turning
  for (let place = first; place < end; place++) {
    const day = goneOn.get(place)
    if (day !== undefined && day >= from && day < to) turning.push(day)
  }
  return turning.sort((one, other) => one - other)
}

/** The 90th percentile (type 7) of the counted purchases of the window each morning; null when there is none. */
function ticketsOf({ days, amounts, goneOn }: Purchases, from: DayNumber, to: DayNumber, window: number): (number | null)[] {
  const inReach = (day: DayNumber) => day > from - window && day < to
  const sorted = amounts.filter((_, place) => inReach(days[place] as number)).sort()
  const distinct = sorted.filter((amount, at) => at === 0 || amount !== sorted[at - 1])
  const moves = makeMoves(to - from + 1)
  for (let place = 0; place < days.length; place++) {
    const day = days[place] as number
    if (!inReach(day)) continue
    const rank = rankOf(distinct, amounts[place] as number)
    const came = Math.max(day + 1, from)
    // In the window of the morning after it for so many days, unless it was refunded.
    const goes = Math.min(day + window, (goneOn.get(place) ?? Number.POSITIVE_INFINITY) + 1)
    if (goes <= came) continue
    moves[came - from]?.push(rank)
    if (goes <= to) moves[goes - from]?.push(-1 - rank)
  }
  const ordered = new Ordered(distinct.length)
  return follow(moves, ordered, () => {
    if (ordered.size === 0) return null
    const place = (ordered.size - 1) * 0.9
    const low = distinct[ordered.nth(Math.floor(place))] as number
    const high = distinct[ordered.nth(Math.ceil(place))] as number
    return low + (place - Math.floor(place)) * (high - low)
  })
}

function rankOf(sorted: Float64Array, amount: number): number {
  let [low, high] = [0, sorted.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) < amount) low = middle + 1
    else high = middle
  }
  return low
}
