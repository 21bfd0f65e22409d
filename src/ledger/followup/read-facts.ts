import { engineOf } from '../../store/engine.ts'
import { askAll } from '../book/ask-all.ts'
import { type Day, type DayNumber, serial } from '../day.ts'
import { hasOpenComplaint } from '../reason/complaint.ts'
import type { RegularItem } from '../reason/facts.ts'
import { isOpened, openedBefore } from '../standing/stage.ts'
import { type CurrentTiers, currentTiers, type WhoBought } from '../tier/current.ts'
import { type CustomerFacts, type FactsFound, type FactsSource, factsMaker } from './customer-facts.ts'
import { type FactsContext, factReaders } from './fact-readers.ts'
import { noneLarge, readLarge } from './large-purchases.ts'
import { readNewcomers } from './newcomers.ts'
import type { PersonRow } from './people.ts'
import { type ActiveRules, activeRulesOf } from './reasons.ts'
import { type BoughtItem, boughtItems, readItemTexts, regularItemsOver } from './regular-items.ts'
import type { ShopReader } from './shop-reader.ts'

/** What the customers of a shop are judged by: the facts read of them, and the rules that are switched on. */
export interface ShopFacts {
  readonly day: DayNumber
  readonly rules: ActiveRules
  readonly people: readonly PersonRow[]
  /** A customer's facts, made when they are asked for: a large shop has too many to hold. */
  factsOf(person: PersonRow): CustomerFacts
  /** Whose complaint is open. */
  readonly complaining: ReadonlySet<number>
  readonly tiers: CurrentTiers
  /**
   * Reads what these buy again and again: until then nobody's facts have it, as it takes as long as all else together.
   */
  learnItems(ids: readonly number[]): Promise<void>
  /** Reads what their large purchases were of, where the whole shop was read: it is told of those who are shown. */
  learnLarge(ids: readonly number[]): Promise<void>
}

interface FactsAsked {
  /** Only of these customers, by id. */
  readonly only?: readonly number[]
  /** What measures the shop for some of its customers, where it is not the whole shop that is read. */
  readonly measure?: ShopReader
  /**
   * Whose items are worth reading before it is known who is due, where that spares a way to a server and back. It is
   * asked when all is known but newcomers and large purchases.
   */
  itemsAhead?(shop: ShopFacts): readonly number[]
}

/**
 * Reads the facts of everyone but staff, or of some, by a few queries whatever their number. Inside a change hand in
 * `{ ...book, db }`.
 */
export async function readFacts(
  book: FactsContext,
  { only, measure, itemsAhead }: FactsAsked = {},
): Promise<ShopFacts> {
  const { db, today, policy, currency } = book
  const asked = askAll(factReaders, book, only)
  const buyers = asked.then((found) => whoBoughtOf(found, today))
  const [found, tiers] = await Promise.all([asked, currentTiers(book, only, { buyers })])
  const { shop, people, complaints } = found
  const measures = measure ? await measure(measuresNeeded(found)) : shop.measures()
  const items = new Map<number, readonly RegularItem[]>()
  const learnt = new Set<number>()
  const source: FactsSource = {
    ...{ ...found, today, policy, currency, tiers, measures, items },
    newcomers: new Map(),
    large: noneLarge,
  }
  const facts: ShopFacts = {
    day: serial(today),
    rules: activeRulesOf(policy),
    people,
    complaining: new Set([...complaints].flatMap(([id, own]) => (hasOpenComplaint({ complaints: own }) ? [id] : []))),
    tiers,
    factsOf: factsMaker(source),
    async learnItems(ids) {
      const wanted = ids.filter((id) => !learnt.has(id))
      const learn = (id: number, bought: readonly BoughtItem[]) => {
        const regular = regularItemsOver(bought).through(serial(today))
        if (regular.length > 0) items.set(id, regular)
      }
      if (shop.items) for (const id of wanted) learn(id, shop.items(id))
      else {
        const gone = new Map(shop.refunded.map(({ id, refundedOn }) => [id, serial(refundedOn)]))
        for (let from = 0; from < wanted.length; from += runLength)
          for (const [id, text] of await readItemTexts(db, today, wanted.slice(from, from + runLength)))
            learn(id, boughtItems(text, gone))
      }
      for (const id of wanted) learnt.add(id)
    },
    learnLarge: (ids) => source.large.learn(ids),
  }
  const ahead = itemsAhead && engineOf(db).away && people.length <= fewPeople ? itemsAhead(facts) : []
  const [newcomers, large] = await Promise.all([
    readNewcomers(book, shop.buyers, found.imports),
    readLarge(book, shop, measures.large, only === undefined),
    facts.learnItems(ahead),
  ])
  Object.assign(source, { newcomers, large })
  return facts
}

/** Whose items are read at a time: the texts of 100,000 customers at once take 100 MB. */
const runLength = 5_000

/** Of so many customers the items are read at once. */
const fewPeople = 5_000

/** How far the shop is to be measured for these customers. */
function measuresNeeded({ shop, people }: FactsFound): Parameters<ShopReader>[0] {
  const { buyers, recent, large } = shop
  const isRecent =
    large.buyersOf(0).length > 0 ||
    people.some((person) => recent.mayHaveReturned(person.id, openedBefore(person.rest.opening)))
  if (isRecent) return 'all'
  return people.every(({ id }) => typeof buyers.get(id)?.gap === 'number') ? 'nothing' : 'gap'
}

/** Who has bought by a day, with what is known of before the ledger. */
function whoBoughtOf({ shop, people }: FactsFound, today: Day): WhoBought {
  const opened = new Set<number>()
  for (const person of people) if (isOpened(person.rest.opening, today)) opened.add(person.id)
  return { has: (id) => (shop.buyers.get(id)?.purchases ?? 0) > 0 || opened.has(id) }
}
