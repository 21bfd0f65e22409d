import type { Book } from '../book.ts'
import { addDays, type Day } from '../day.ts'
import { decimal, type Minor } from '../money.ts'
import type { Period } from '../rates/period.ts'
import { readPeople } from '../rates/queries.ts'
import { countRates, type Rates, type Standpoint, stagesOn } from '../rates/rates.ts'
import type { Stage } from '../stage/stage.ts'
import { currentTiers, lastClassifiedOn } from '../tier/current.ts'
import type { Tier } from '../tier/method.ts'
import { countMovements, knownOn, type Moved } from '../tier/movements.ts'
import { type Accounts, readAccounts } from './accounts.ts'
import { type ContactCounts, countContacts } from './contacts.ts'
import { type Money, readMoney, type Till } from './money.ts'

/** The owner's figures of one period; money in decimals. Archived customers' money counts, they themselves are in no count of people. */
export interface Figures extends Period, Accounts {
  /** Purchases of the period that are not void, in full, before anything was given back. */
  readonly revenue: string
  readonly purchases: number
  /** Refunds and returns of the period, whenever the goods were bought. */
  readonly refunds: string
  readonly returns: number
  /** Revenue less refunds, and what of that was earned. */
  readonly net: string
  readonly profit: string
  /** Nobody in particular's part, and its share of revenue (null of none); null where only some customers are asked for. */
  readonly walkIn: WalkIn | null
  readonly buyers: number
  readonly newBuyers: number
  /** At the end of the last day. Who has not bought by then is counted from the day they joined or were entered. */
  readonly tiers: Readonly<Record<Tier, number>>
  /** The newest classify up to the last day; null: everybody is where the first purchase puts them. */
  readonly classifiedOn: Day | null
  /** From the eve of the first day to the last; null when nothing had been classified by then. */
  readonly movements: readonly Moved[] | null
  readonly stages: Readonly<Record<Stage, number>>
  readonly rates: Rates
  readonly contacts: ContactCounts
}

export interface WalkIn {
  readonly revenue: string
  readonly purchases: number
  readonly refunds: string
  readonly returns: number
  readonly share: number | null
}

/** A period's figures, and how its customers stand at its end: for who is best, who fades, what they have in common. */
export interface Surveyed {
  readonly figures: Figures
  readonly till: Till
  readonly end: Standpoint & { readonly shopGap: number }
  readonly tiers: ReadonlyMap<number, Tier>
}

export async function surveyPeriod(book: Book, period: Period, only?: ReadonlySet<number>): Promise<Surveyed> {
  const { db, policy, currency } = book
  const { from, to } = period
  const asOf = { ...book, today: to }
  const margin = policy['tier.margin']
  const everyone = await readPeople(db)
  const people = only ? everyone.filter(({ id }) => only.has(id)) : everyone
  const start = await stagesOn(db, from, from, margin)
  const end = await stagesOn(db, to, from, margin)
  const rates = countRates(period, { everyone, only, start, end })
  const till = await readMoney(book, period, only)
  const tiers = await currentTiers(asOf)
  const stages: Record<Stage, number> = { prospect: 0, exploring: 0, forming: 0, stable: 0, declining: 0, lost: 0 }
  const counts: Record<Tier, number> = { A: 0, B: 0, C: 0, D: 0 }
  const known = new Set(await knownOn(book, to))
  for (const { id, opening } of people) {
    const stage = end.stage(id, opening)
    if (stage === 'prospect' && !known.has(id)) continue
    stages[stage]++
    counts[tiers.get(id) ?? 'D']++
  }
  const accounts = await readAccounts(asOf, only)
  const said = (amount: Minor) => decimal(amount, currency)
  const { takings, refunds } = till.all
  return {
    figures: {
      from,
      to,
      revenue: said(takings),
      profit: said(till.all.profit),
      refunds: said(refunds),
      net: said(takings - refunds),
      purchases: till.all.purchases,
      returns: till.all.returns,
      walkIn: till.walkIn && walkInPart(till.walkIn, takings, said),
      buyers: rates.buyers,
      newBuyers: rates.new,
      ...accounts,
      tiers: counts,
      classifiedOn: await lastClassifiedOn(asOf),
      movements: await movementsOf(book, from, tiers, only),
      stages,
      rates,
      contacts: await countContacts(book, period, only),
    },
    till,
    end,
    tiers,
  }
}

function walkInPart({ takings, purchases, refunds, returns }: Money, all: Minor, said: (amount: Minor) => string): WalkIn {
  return { revenue: said(takings), purchases, refunds: said(refunds), returns, share: all > 0 ? takings / all : null }
}

async function movementsOf(book: Book, from: Day, after: ReadonlyMap<number, Tier>, only: ReadonlySet<number> | undefined): Promise<Moved[] | null> {
  const eve = { ...book, today: addDays(from, -1) }
  if ((await lastClassifiedOn(eve)) === null) return null
  const known = await knownOn(book, eve.today)
  return countMovements(only ? known.filter((id) => only.has(id)) : known, await currentTiers(eve), after)
}
