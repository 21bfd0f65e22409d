import type { Book } from '../../book/book.ts'
import { addDays, type Day, serial } from '../../day.ts'
import { decimal, type Minor } from '../../money.ts'
import type { Period } from '../../period.ts'
import { remembering } from '../../remembering.ts'
import type { Person } from '../../standing/people.ts'
import { hasBoughtBy, type PurchaseHistory } from '../../standing/purchase-history.ts'
import type { Purchases } from '../../standing/purchases.ts'
import { isOpened } from '../../standing/stage.ts'
import { type CurrentTiers, currentTiers, lastClassifiedOn } from '../../tier/current.ts'
import type { TierHistory } from '../../tier/history.ts'
import { countMovements, knownOn, type TierStep } from '../../tier/movements.ts'
import type { Stage, Tier } from '../../vocabulary.ts'
import { countRates, type Rates, type RatesInput } from '../rates.ts'
import { type PeriodEnds, type Standpoint, standpointsOn } from '../standpoints.ts'
import { type AccountTotals, readAccountTotals } from './accounts.ts'
import { type ContactCounts, countContacts } from './contacts.ts'
import { type PeriodMoney, readMoney } from './money.ts'

/**
 * The owner's figures of one period; money in decimals. Archived customers' money counts, they themselves are in no
 * count of people.
 */
export interface Figures extends Period, AccountTotals {
  /** Purchases of the period that are not void, in full, before anything was given back. */
  readonly revenue: string
  readonly purchases: number
  /** Refunds and returns of the period, whenever the goods were bought. */
  readonly refunds: string
  readonly returns: number
  /** Revenue less refunds, and what customers brought of it: nobody in particular brings profit. */
  readonly net: string
  readonly profit: string
  /**
   * Nobody in particular's part, and its share of revenue (null of none); null where only some customers are asked for.
   */
  readonly walkIn: WalkInPart | null
  readonly buyers: number
  readonly newBuyers: number
  /** At the end of the last day. Who has not bought by then is counted from the day they joined or were entered. */
  readonly tiers: Readonly<Record<Tier, number>>
  /** The newest classify up to the last day; null: everybody is where the first purchase puts them. */
  readonly classifiedOn: Day | null
  /** From the day before the first to the last; null when nothing had been classified by then. */
  readonly movements: readonly TierStep[] | null
  readonly stages: Readonly<Record<Stage, number>>
  readonly rates: Rates
  readonly contacts: ContactCounts
}

export interface WalkInPart {
  readonly revenue: string
  readonly purchases: number
  readonly refunds: string
  readonly returns: number
  readonly share: number | null
}

/** A period's figures, and how its customers stand at its end: for who is best, who fades, what they have in common. */
export interface SurveyedPeriod {
  readonly figures: Figures
  readonly money: PeriodMoney
  readonly end: Standpoint
  readonly tiers: CurrentTiers
}

/** What is read of everybody, up to the last day of the last period at least. */
interface SurveyInput {
  readonly purchases: PurchaseHistory
  readonly everyone: readonly Person[]
  readonly tiers: TierHistory
}

/**
 * Surveys periods, all from the purchases up to the last day of the last: of several, each is surveyed as if the later
 * ones had not been.
 */
export async function surveyPeriods<Periods extends readonly Period[]>(
  book: Book,
  periods: Periods,
  input: SurveyInput,
  only?: ReadonlySet<number>,
): Promise<{ [At in keyof Periods]: SurveyedPeriod }> {
  const { purchases, everyone } = input
  const ends = standpointsOn(purchases, periods)
  const tiersOn = tiersReader(book, input)
  const surveys: SurveyedPeriod[] = []
  for (const [at, period] of periods.entries())
    surveys.push(await survey(book, period, { everyone, only, ...(ends[at] as PeriodEnds) }, purchases, tiersOn))
  return surveys as { [At in keyof Periods]: SurveyedPeriod }
}

type TiersOn = (day: Day) => Promise<CurrentTiers>

/** The tiers of a day, each worked out once: the last of one period is the day before the next. */
function tiersReader(book: Book, { purchases, everyone, tiers }: SurveyInput): TiersOn {
  return remembering((day) => {
    const on = serial(day)
    const opened = new Set(everyone.flatMap(({ id, opening }) => (isOpened(opening, day) ? [id] : [])))
    const buyers = { has: (id: number) => hasBoughtBy(on, purchases, id) || opened.has(id) }
    return currentTiers({ ...book, today: day }, undefined, { buyers, history: tiers })
  })
}

async function survey(
  book: Book,
  period: Period,
  read: RatesInput,
  purchases: Purchases,
  tiersOn: TiersOn,
): Promise<SurveyedPeriod> {
  const { currency } = book
  const { from, to } = period
  const { everyone, only, end } = read
  const asOf = { ...book, today: to }
  const people = only ? everyone.filter(({ id }) => only.has(id)) : everyone
  const rates = countRates(period, read)
  const stageOf = people.map(({ id, opening }) => end.stage(id, opening))
  const prospects = people.flatMap(({ id }, at) => (stageOf[at] === 'prospect' ? [id] : []))
  const [money, tiers, knownProspects, accounts, classifiedOn, contacts] = await Promise.all([
    readMoney(book, period, purchases, only),
    tiersOn(to),
    knownOn(book, to, prospects),
    readAccountTotals(asOf, only),
    lastClassifiedOn(asOf),
    countContacts(book, period, only),
  ])
  const stages: Record<Stage, number> = { prospect: 0, exploring: 0, forming: 0, stable: 0, declining: 0, lost: 0 }
  const counts: Record<Tier, number> = { A: 0, B: 0, C: 0, D: 0 }
  const known = new Set(knownProspects)
  for (const [at, { id }] of people.entries()) {
    const stage = stageOf[at] as Stage
    if (stage === 'prospect' && !known.has(id)) continue
    stages[stage]++
    counts[tiers.get(id) ?? 'D']++
  }
  const toDecimal = (amount: Minor) => decimal(amount, currency)
  const { takings, refunds } = money.all
  return {
    figures: {
      from,
      to,
      revenue: toDecimal(takings),
      profit: toDecimal(money.all.profit),
      refunds: toDecimal(refunds),
      net: toDecimal(takings - refunds),
      purchases: money.all.purchases,
      returns: money.all.returns,
      walkIn: money.walkIn && walkInPart(money.walkIn, takings, toDecimal),
      buyers: rates.buyers,
      newBuyers: rates.new,
      ...accounts,
      tiers: counts,
      classifiedOn,
      movements: await movementsOf(book, from, tiersOn, tiers, only),
      stages,
      rates,
      contacts,
    },
    money: money,
    end,
    tiers,
  }
}

function walkInPart(
  { takings, purchases, refunds, returns }: NonNullable<PeriodMoney['walkIn']>,
  all: Minor,
  toDecimal: (amount: Minor) => string,
): WalkInPart {
  return {
    revenue: toDecimal(takings),
    purchases,
    refunds: toDecimal(refunds),
    returns,
    share: all > 0 ? takings / all : null,
  }
}

async function movementsOf(
  book: Book,
  from: Day,
  tiersOn: TiersOn,
  after: CurrentTiers,
  only: ReadonlySet<number> | undefined,
): Promise<TierStep[] | null> {
  const eve = addDays(from, -1)
  if ((await lastClassifiedOn({ ...book, today: eve })) === null) return null
  const known = await knownOn(book, eve)
  return countMovements(only ? known.filter((id) => only.has(id)) : known, await tiersOn(eve), after)
}
