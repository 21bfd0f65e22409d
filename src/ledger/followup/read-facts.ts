import { askAll } from '../book/ask-all.ts'
import type { Book } from '../book/book.ts'
import { type Day, type DayNumber, daySerial, serial } from '../day.ts'
import { birthdayIn } from '../identity/birthday.ts'
import { decimal } from '../money.ts'
import { hasOpenComplaint } from '../reason/complaint.ts'
import type { Facts, RegularItem } from '../reason/facts.ts'
import { isUnhappy } from '../standing/satisfaction.ts'
import { type Rhythm, stageOf } from '../standing/stage.ts'
import { emptyStanding, type Standing } from '../standing/standing.ts'
import { currentTiers } from '../tier/current.ts'
import type { Relation, Tier } from '../vocabulary.ts'
import { type FactsContext, factReaders } from './fact-readers.ts'
import { heldCoupons, lapsingPoints } from './lapsing.ts'
import { type LargePurchaseRow, readLargePurchaseRows } from './large-purchases.ts'
import { readNewcomers } from './newcomers.ts'
import { lookedUp } from './noted-occasions.ts'
import { boughtItems, readItemTexts, regularItemsOver } from './regular-items.ts'
import type { ShopReader } from './shop-reader.ts'

/** All that `due` reads of one customer. */
export interface CustomerFacts {
  readonly facts: Facts
  readonly tier: Tier
  readonly rhythm: Rhythm
  readonly standing: Standing
  readonly balance: number
}

type Person = Awaited<ReturnType<typeof factReaders.people>>[number]

/**
 * Everything read that facts are made of; a customer's are made when they are asked for, as a large shop has too many
 * to hold.
 */
export interface ShopFacts {
  readonly day: DayNumber
  readonly people: readonly Person[]
  factsOf(person: Person): CustomerFacts
  /** Whose complaint is open. */
  readonly complaining: ReadonlySet<number>
  /** Who is absent is D. */
  readonly tiers: ReadonlyMap<number, Tier>
  /**
   * Reads what these buy again and again: until then nobody's facts have it, as it takes as long as all else together.
   */
  learnItems(ids: readonly number[]): Promise<void>
}

/**
 * Reads the facts of everyone but staff, or of some (with what measures the shop for them), by a few queries whatever
 * their number. Whose items are read ahead is asked when all is known but newcomers and large purchases. Inside a
 * change hand in `{ ...book, db }`.
 */
export async function readFacts(
  book: FactsContext,
  only?: readonly number[],
  measure?: ShopReader,
  itemsAhead: (shop: ShopFacts) => readonly number[] = () => [],
): Promise<ShopFacts> {
  const { db, today, policy, currency } = book
  const asked = askAll(factReaders, book, only)
  const whoBought = asked.then(({ people, shop }) => whoBoughtOf(people, shop.standings, today))
  const [found, tiers] = await Promise.all([asked, currentTiers(book, only, whoBought)])
  const { shop: read, people, imports, complaints } = found
  const { standings, recent, refunded, large: largePurchases } = read
  const needed = () => {
    const isTold = people.every(({ id }) => typeof standings.get(id)?.gap === 'number')
    const isRecent =
      largePurchases.buyersOf(0).length > 0 ||
      people.some((person) => recent.mayHaveReturned(person.id, openedVisits(person)))
    return isRecent ? 'all' : isTold ? 'nothing' : 'gap'
  }
  const shop = measure ? await measure(needed()) : read.measures()
  let newcomers: ReadonlyMap<number, DayNumber> = new Map()
  let large: ReadonlyMap<number, readonly LargePurchaseRow[]> = new Map()
  const items = new Map<number, readonly RegularItem[]>()
  const learnt = new Set<number>()
  const cadences = cadencesOf(policy)
  const dayText = remembering(daySerial)
  const open = (person: Person): CustomerFacts => {
    const { id, birthday } = person
    const standing = standings.get(id) ?? emptyStanding(id)
    const rhythm = stageOf(standing, { visits: person.opening_visits, lastOn: person.opening_last_on }, shop.gap, today)
    const tier = tiers.get(id) ?? 'D'
    const balance = found.balances.get(id) ?? 0
    const unpaid = found.debts.get(id)?.[0]
    const satisfaction = found.asked.get(id)
    const lastAsked = satisfaction ? serial(satisfaction.on) : null
    const facts: Facts = {
      customerId: id,
      joined: serialOrNull(person.joined_on),
      entered: serial(person.entered_on),
      undated: person.joined_on === null && imports.has(person.change_id),
      birthday,
      birthdays: birthday === null ? none : (from, to) => birthdayIn(birthday, dayText(from), dayText(to)).map(serial),
      purchaseDays: rhythm.days,
      ownGap: standing.gap,
      gap: rhythm.gap,
      newSince: rhythm.days > standing.days ? null : (newcomers.get(id) ?? null),
      returnedOn: recent.returnedOn(id, openedVisits(person), shop.gapOn),
      lastBought: serialOrNull(rhythm.lastOn),
      lastPaid: serialOrNull(found.payments.get(id) ?? null),
      slippingOn: serialOrNull(rhythm.slippingOn),
      lostOn: serialOrNull(rhythm.lostOn),
      large:
        large
          .get(id)
          ?.map(({ on, amount, ...rest }) => ({ on: serial(on), amount: decimal(amount, currency), ...rest })) ??
        nothing,
      unpaid: unpaid
        ? { on: serial(unpaid.on), dueOn: serialOrNull(unpaid.dueOn), owed: decimal(balance, currency) }
        : null,
      lastAsked,
      unhappySince: satisfaction && isUnhappy(satisfaction.level) ? lastAsked : null,
      items: items.get(id) ?? nothing,
      wishes: found.wishes.get(id) ?? nothing,
      complaints: complaints.get(id) ?? nothing,
      occasions: found.occasions.get(id)?.map(lookedUp) ?? nothing,
      points: lapsingPoints(found.pointRows.get(id) ?? nothing, serial(today), policy),
      coupons: heldCoupons(found.coupons.get(id) ?? nothing, serial(today)),
      contacts: found.contacts.get(id) ?? nothing,
      relation: (person.relation as Relation | null) ?? policy[`relation.${tier}`],
      keeper: person.keeper,
      surveyEvery: policy[`survey.every.${tier}`],
      cadences: cadences[tier],
    }
    return { facts, tier, rhythm, standing, balance }
  }
  const facts: ShopFacts = {
    day: serial(today),
    people,
    complaining: new Set([...complaints].flatMap(([id, own]) => (hasOpenComplaint({ complaints: own }) ? [id] : []))),
    tiers,
    factsOf: open,
    async learnItems(ids) {
      const wanted = ids.filter((id) => !learnt.has(id))
      const gone = new Map(refunded.map(({ id, refundedOn }) => [id, serial(refundedOn)]))
      for (let from = 0; from < wanted.length; from += runLength) {
        for (const [id, text] of await readItemTexts(db, today, wanted.slice(from, from + runLength))) {
          const found = regularItemsOver(boughtItems(text, gone)).through(serial(today))
          if (found.length > 0) items.set(id, found)
        }
      }
      for (const id of wanted) learnt.add(id)
    },
  }
  const beside = [
    readNewcomers(book, standings, imports),
    shop.large === null ? null : readLargePurchaseRows(db, today, shop.large, largePurchases),
    facts.learnItems(itemsAhead(facts)),
  ] as const
  const [cameNew, boughtLarge] = await Promise.all(beside)
  newcomers = cameNew
  large = boughtLarge ?? large
  return facts
}

/** Whose items are read at a time: the texts of 100,000 customers at once take 100 MB. */
const runLength = 5_000

const nothing: readonly never[] = []
const none = () => []

function serialOrNull(day: Day | null): DayNumber | null {
  return day === null ? null : serial(day)
}

function cadencesOf(policy: Book['policy']): Readonly<Record<Tier, Facts['cadences']>> {
  const rest = { lost: policy['cadence.lost'], first: policy['cadence.first'] }
  return {
    A: { tier: policy['cadence.A'], ...rest },
    B: { tier: policy['cadence.B'], ...rest },
    C: { tier: policy['cadence.C'], ...rest },
    D: { tier: policy['cadence.D'], ...rest },
  }
}

function openedVisits({ opening_visits, opening_last_on }: Person) {
  return { visits: opening_visits ?? (opening_last_on === null ? 0 : 1), lastOn: serialOrNull(opening_last_on) }
}

function whoBoughtOf(
  people: readonly Person[],
  standings: ReadonlyMap<number, Standing>,
  today: Day,
): ReadonlySet<number> {
  const bought = new Set<number>()
  for (const { id, opening_visits, opening_last_on } of people) {
    const before =
      (opening_last_on === null || opening_last_on <= today) &&
      (opening_visits ?? (opening_last_on === null ? 0 : 1)) > 0
    if (before || (standings.get(id)?.purchases ?? 0) > 0) bought.add(id)
  }
  return bought
}

/** A function whose answers are kept: the ends of a few periods. */
function remembering<Asked, Answer>(read: (asked: Asked) => Answer): (asked: Asked) => Answer {
  const known = new Map<Asked, Answer>()
  return (asked) => {
    let answer = known.get(asked)
    if (answer === undefined) {
      answer = read(asked)
      known.set(asked, answer)
    }
    return answer
  }
}
