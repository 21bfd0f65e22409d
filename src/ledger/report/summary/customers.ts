import type { Book } from '../../book/book.ts'
import { namesOf } from '../../book/customer-names.ts'
import type { Day } from '../../day.ts'
import { decimal, type Minor } from '../../money.ts'
import type { Person } from '../../standing/people.ts'
import { emptyStanding, type Standing } from '../../standing/standing.ts'
import type { Tier } from '../../vocabulary.ts'
import type { SurveyedPeriod } from './figures.ts'

/** One of those who brought most in the period. */
export interface BestCustomer {
  readonly customerId: number
  readonly name: string
  readonly tier: Tier
  /** Counted purchases of the period; money as the period's, each entry on its day. */
  readonly purchases: number
  readonly spent: string
  readonly profit: string
}

/** One who comes less than they used to: declining on the last day by a rhythm of their own. */
export interface FadingCustomer {
  readonly customerId: number
  readonly name: string
  readonly tier: Tier
  /** All they ever spent, and brought. */
  readonly spent: string
  readonly profit: string
  /** Usual days between visits, and days since the last. */
  readonly gap: number
  readonly since: number
  readonly lastOn: Day
  /** The day they count as lost if they do not come. */
  readonly lostOn: Day
}

/**
 * The customers who brought most profit in the period, which is the window of the standings, best first; nobody who
 * brought none.
 */
export async function bestOf(
  book: Book,
  people: readonly Person[],
  { money, tiers }: SurveyedPeriod,
  standings: ReadonlyMap<number, Standing>,
  most: number,
): Promise<BestCustomer[]> {
  const brought = people.flatMap(({ id }) => {
    const { visits, windowSpent, windowProfit } = standings.get(id) ?? emptyStanding(id)
    const before = money.earlier.get(id)
    const [spent, profit] = [windowSpent - (before?.spent ?? 0), windowProfit - (before?.profit ?? 0)]
    return profit > 0 ? [{ id, purchases: visits, spent, profit }] : []
  })
  const best = brought
    .sort((one, other) => other.profit - one.profit || other.spent - one.spent || one.id - other.id)
    .slice(0, most)
  const names = await namesOf(
    book.db,
    best.map(({ id }) => id),
  )
  const toDecimal = (amount: Minor) => decimal(amount, book.currency)
  return best.map(({ id, purchases, spent, profit }) => ({
    customerId: id,
    name: names.get(id) ?? '',
    tier: tiers.get(id) ?? 'D',
    purchases,
    spent: toDecimal(spent),
    profit: toDecimal(profit),
  }))
}

/** Those declining on the last day who had come on three days or more, whoever brought most first. */
export async function fadingOf(
  book: Book,
  people: readonly Person[],
  { end, tiers }: SurveyedPeriod,
  standings: ReadonlyMap<number, Standing>,
  most: number,
): Promise<FadingCustomer[]> {
  const declining = people.flatMap(({ id, opening }) => {
    const standing = standings.get(id) ?? emptyStanding(id)
    if (standing.gap === null || end.stage(id, opening) !== 'declining') return []
    const { gap, since, lastOn, lostOn } = end.rhythm(id, opening)
    return since !== null && lastOn !== null && lostOn !== null ? [{ id, standing, gap, since, lastOn, lostOn }] : []
  })
  const worst = declining
    .sort(
      (one, other) =>
        other.standing.profit - one.standing.profit || other.standing.spent - one.standing.spent || one.id - other.id,
    )
    .slice(0, most)
  const names = await namesOf(
    book.db,
    worst.map(({ id }) => id),
  )
  const toDecimal = (amount: Minor) => decimal(amount, book.currency)
  return worst.map(({ id, standing: { spent, profit }, gap, since, lastOn, lostOn }) => ({
    customerId: id,
    name: names.get(id) ?? '',
    tier: tiers.get(id) ?? 'D',
    spent: toDecimal(spent),
    profit: toDecimal(profit),
    gap,
    since,
    lastOn,
    lostOn,
  }))
}
