import type { Book } from '../book/book.ts'
import { type Day, type DayNumber, daySerial, serial } from '../day.ts'
import { birthdayIn } from '../identity/birthday.ts'
import { decimal } from '../money.ts'
import type { Facts, RegularItem } from '../reason/facts.ts'
import { remembering } from '../remembering.ts'
import { isUnhappy } from '../standing/satisfaction.ts'
import { openedBefore, type RhythmNumbers, rhythmOn } from '../standing/stage.ts'
import type { CurrentTiers } from '../tier/current.ts'
import type { Relation, Tier } from '../vocabulary.ts'
import { type BoughtSoFar, boughtNothing } from './buyers.ts'
import type { factReaders } from './fact-readers.ts'
import { heldCoupons, lapsingPoints } from './lapsing.ts'
import type { LargePurchaseRow, LargePurchases } from './large-purchases.ts'
import { lookedUp } from './noted-occasions.ts'
import type { PersonRow } from './people.ts'
import type { ShopMeasures } from './shop-reader.ts'
import { type TierPolicy, tierPolicies } from './tier-policies.ts'

/** All that `due` reads of one customer. */
export interface CustomerFacts {
  readonly facts: Facts
  readonly tier: Tier
  readonly rhythm: RhythmNumbers
  readonly bought: BoughtSoFar
  readonly balance: number
}

export type FactsFound = {
  readonly [Name in keyof typeof factReaders]: Awaited<ReturnType<(typeof factReaders)[Name]>>
}

/** What facts are made of, as it is read: the last three are known later than the others, none before. */
export interface FactsSource extends FactsFound, Pick<Book, 'today' | 'policy' | 'currency'> {
  readonly tiers: CurrentTiers
  readonly measures: ShopMeasures
  newcomers: ReadonlyMap<number, DayNumber>
  large: LargePurchases
  readonly items: ReadonlyMap<number, readonly RegularItem[]>
}

const nothing: readonly never[] = []
const none = () => []

/** Makes a customer's facts of what is read by then: a large shop has too many to hold. Whose tier is absent is D. */
export function factsMaker(source: FactsSource): (person: PersonRow) => CustomerFacts {
  const { policy, currency, measures } = source
  const { buyers, recent } = source.shop
  const today = serial(source.today)
  const ofTier = tierPolicies(policy)
  const dayText = remembering(daySerial)
  return (person) => {
    const { id, birthday } = person
    const bought = buyers.get(id) ?? boughtNothing
    const opened = openedBefore(person.rest.opening)
    const rhythm = rhythmOn(bought, opened, measures.gap, today)
    const tier = source.tiers.get(id) ?? 'D'
    const { relation, surveyEvery, cadences } = ofTier.get(tier) as TierPolicy
    const balance = source.balances.get(id) ?? 0
    const unpaid = source.debts.get(id)?.[0]
    const satisfaction = source.asked.get(id)
    const lastAsked = satisfaction ? serial(satisfaction.on) : null
    const facts: Facts = {
      customerId: id,
      joined: person.joined,
      entered: person.entered,
      undated: person.joined === null && source.imports.has(person.changeId),
      birthday,
      birthdays: birthday === null ? none : (from, to) => birthdayIn(birthday, dayText(from), dayText(to)).map(serial),
      purchaseDays: rhythm.days,
      ownGap: bought.gap,
      gap: rhythm.gap,
      newSince: rhythm.days > bought.days ? null : (source.newcomers.get(id) ?? null),
      returnedOn: recent.returnedOn(id, opened, measures.gapOn),
      lastBought: rhythm.lastOn,
      lastPaid: serialOrNull(source.payments.get(id) ?? null),
      slippingOn: rhythm.slippingOn,
      lostOn: rhythm.lostOn,
      large: worded(source.large.of(id), currency),
      unpaid: unpaid
        ? { on: serial(unpaid.on), dueOn: serialOrNull(unpaid.dueOn), owed: decimal(balance, currency) }
        : null,
      lastAsked,
      unhappySince: satisfaction && isUnhappy(satisfaction.level) ? lastAsked : null,
      items: source.items.get(id) ?? nothing,
      wishes: source.wishes.get(id) ?? nothing,
      complaints: source.complaints.get(id) ?? nothing,
      occasions: source.occasions.get(id)?.map(lookedUp) ?? nothing,
      points: lapsingPoints(source.pointRows.get(id) ?? nothing, today, policy),
      coupons: heldCoupons(source.coupons.get(id) ?? nothing, today),
      contacts: source.contacts.get(id) ?? nothing,
      relation: (person.rest.relation as Relation | null) ?? relation,
      keeper: person.rest.keeper,
      surveyEvery,
      cadences,
    }
    return { facts, tier, rhythm, bought, balance }
  }
}

function worded(rows: readonly LargePurchaseRow[], currency: string): Facts['large'] {
  return rows.length === 0 ? nothing : rows.map(({ amount, ...row }) => ({ ...row, amount: decimal(amount, currency) }))
}

function serialOrNull(day: Day | null): DayNumber | null {
  return day === null ? null : serial(day)
}
