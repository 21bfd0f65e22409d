import type { Book } from '../../book/book.ts'
import { namesOf } from '../../book/customer-names.ts'
import type { Day } from '../../day.ts'
import { decimal, type Minor } from '../../money.ts'
import { foremost } from '../../quantile.ts'
import type { Person } from '../../standing/people.ts'
import type { Purchases } from '../../standing/purchases.ts'
import { beginning } from '../../standing/standing.ts'
import { readTakenOff } from '../../standing/taken-off.ts'
import type { Tier } from '../../vocabulary.ts'
import { broughtBy } from '../brought-by.ts'
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

/** The customers who brought most profit in the period, best first; nobody who brought none. */
export async function bestOf(
  book: Book,
  people: readonly Person[],
  { figures: { from, to }, money, end, tiers }: SurveyedPeriod,
  purchases: Purchases,
  most: number,
): Promise<BestCustomer[]> {
  const span = { day: to, from, margin: book.policy['tier.margin'] }
  const bought = broughtBy(purchases, await readTakenOff(book.db, span), span)
  const brought = people.flatMap(({ id }) => {
    const [all, before] = [bought(id), money.earlier.get(id)]
    const [spent, profit] = [all.spent - (before?.spent ?? 0), all.profit - (before?.profit ?? 0)]
    return profit > 0 ? [{ id, spent, profit }] : []
  })
  const best = foremost(brought, most, byProfit)
  const names = await namesOf(
    book.db,
    best.map(({ id }) => id),
  )
  const toDecimal = (amount: Minor) => decimal(amount, book.currency)
  return best.map(({ id, spent, profit }) => ({
    customerId: id,
    name: names.get(id) ?? '',
    tier: tiers.get(id) ?? 'D',
    purchases: end.visits(id),
    spent: toDecimal(spent),
    profit: toDecimal(profit),
  }))
}

/** Those declining on the last day who had come on three days or more, whoever brought most first. */
export async function fadingOf(
  book: Book,
  people: readonly Person[],
  { figures: { to }, end, tiers }: SurveyedPeriod,
  purchases: Purchases,
  most: number,
): Promise<FadingCustomer[]> {
  const declining = people.filter(({ id, opening }) => end.days(id) >= 3 && end.stage(id, opening) === 'declining')
  const span = { day: to, from: beginning, margin: book.policy['tier.margin'] }
  const brought = broughtBy(purchases, await readTakenOff(book.db, span), span)
  const fading = declining.flatMap(({ id, opening }) => {
    const { spent, profit } = brought(id)
    const { gap, since, lastOn, lostOn } = end.rhythm(id, opening)
    return since !== null && lastOn !== null && lostOn !== null
      ? [{ id, spent, profit, gap, since, lastOn, lostOn }]
      : []
  })
  const worst = foremost(fading, most, byProfit)
  const names = await namesOf(
    book.db,
    worst.map(({ id }) => id),
  )
  const toDecimal = (amount: Minor) => decimal(amount, book.currency)
  return worst.map(({ id, spent, profit, ...rhythm }) => ({
    customerId: id,
    name: names.get(id) ?? '',
    tier: tiers.get(id) ?? 'D',
    spent: toDecimal(spent),
    profit: toDecimal(profit),
    ...rhythm,
  }))
}

interface Brought {
  readonly id: number
  readonly spent: Minor
  readonly profit: Minor
}

function byProfit(one: Brought, other: Brought): number {
  return other.profit - one.profit || other.spent - one.spent || one.id - other.id
}
