import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { decimal, type Minor } from '../money.ts'
import { measureOf, profitThreshold } from '../standing/profit.ts'
import { type Scope, standingsSince } from '../standing/scope.ts'
import { type Quadrant, quadrants } from '../vocabulary.ts'
import { couldBeLoyal, countSigns, isLoyal, type Loyalty, readLoyalty, type Sign, signs } from './loyalty.ts'
import { readLoyaltyPeople } from './loyalty-queries.ts'

/** The four quadrants over the buyers of some days. Money in decimals. */
export interface Quadrants {
  readonly from: Day | null
  readonly to: Day
  readonly buyers: number
  /** P* over these days and everyone: value is high from here on; null where nobody's is. */
  readonly profitNeeded: string | null
  /** What P* comes from: the share of the profit, or null where the policy fixes it. */
  readonly profitShare: number | null
  /** Whether what is called profit is anything else than sales. */
  readonly measure: 'sales' | 'profit'
  readonly quadrants: readonly QuadrantCount[]
  readonly signs: readonly SignCount[]
  /** By quadrant, then profit, the highest first, then id. */
  readonly rows: readonly QuadrantRow[]
}

export interface QuadrantCount {
  readonly quadrant: Quadrant
  readonly customers: number
  readonly profit: string
  /** Of them, those not loyal by what is known who would be if all that is not known were so. */
  readonly undecided: number
}

/** Of how many buyers a sign holds, does not, and is not known. */
export interface SignCount {
  readonly sign: Sign
  readonly yes: number
  readonly no: number
  readonly unknown: number
}

export interface QuadrantRow {
  readonly customerId: number
  readonly name: string
  readonly quadrant: Quadrant
  readonly profit: string
  /** How many signs hold, of how many nobody knows, and each: null is not known. */
  readonly loyalty: number
  readonly unknown: number
  readonly signs: Loyalty
}

type Reading = Pick<Book, 'db' | 'today' | 'policy'>

/**
 * Everyone with a counted purchase in these days by value, p against P* of the matrix over the same days (SPEC 3), and
 * loyalty by its signs as of the book's day. P* is everybody's, so that a customer's quadrant does not change with the
 * filter. Only signs that are known to hold count.
 */
export async function readQuadrants(book: Reading & Pick<Book, 'currency'>, { from, only }: Scope): Promise<Quadrants> {
  const { placed: all, threshold } = await place(book, from)
  const everyone = all.filter(({ archived }) => !archived)
  const placed = everyone.filter(({ id }) => only?.has(id) ?? true)
  const inQuadrant = Map.groupBy(placed, ({ quadrant }) => quadrant)
  const alike = [...Map.groupBy(placed, ({ loyalty }) => loyalty)]
  const money = (amount: Minor) => decimal(amount, book.currency)
  const fixed = book.policy['tier.profit'] !== null
  return {
    from,
    to: book.today,
    buyers: placed.length,
    profitNeeded: threshold === null ? null : money(threshold),
    profitShare: fixed ? null : book.policy['tier.profitShare'],
    measure: measureOf(book, everyone),
    quadrants: quadrants.map((quadrant) => {
      const those = inQuadrant.get(quadrant) ?? []
      return {
        quadrant,
        customers: those.length,
        profit: money(those.reduce((sum, { profit }) => sum + profit, 0)),
        undecided: those.filter(({ judged }) => judged.isUndecided).length,
      }
    }),
    signs: signs.map((sign) => {
      const count = (value: boolean | null) =>
        alike.reduce((sum, [loyalty, those]) => (loyalty[sign] === value ? sum + those.length : sum), 0)
      return { sign, yes: count(true), no: count(false), unknown: count(null) }
    }),
    rows: quadrants
      .flatMap((quadrant) =>
        (inQuadrant.get(quadrant) ?? []).sort((one, other) => other.profit - one.profit || one.id - other.id),
      )
      .map(({ id, name, quadrant, profit, loyalty, judged: { yes, unknown } }) => ({
        customerId: id,
        name,
        quadrant,
        profit: money(profit),
        loyalty: yes,
        unknown,
        signs: loyalty,
      })),
  }
}

/** The quadrant of every buyer up to the book's day, archived or not; who never bought is absent. */
export async function quadrantsOf(book: Reading): Promise<Map<number, Quadrant>> {
  const { placed } = await place(book, null)
  return new Map(placed.map(({ id, quadrant }) => [id, quadrant]))
}

/** All buyers, compared with those who are not archived. */
async function place(book: Reading, from: Day | null) {
  const standings = await standingsSince(book, from)
  const people = await readLoyaltyPeople(book.db)
  const shown = people.filter(({ archived }) => !archived)
  const loyaltyOf = await readLoyalty(book, shown, standings)
  const judge = makeJudge()
  const hasBought = ({ id }: { id: number }) => (standings.get(id)?.visits ?? 0) > 0
  const profitOf = (id: number) => standings.get(id)?.windowProfit ?? 0
  const profits = shown.filter(hasBought).map(({ id }) => profitOf(id))
  const threshold = book.policy['tier.profit'] ?? profitThreshold(profits, book.policy['tier.profitShare'])
  const placed = people.filter(hasBought).map((buyer) => {
    const profit = profitOf(buyer.id)
    const loyalty = loyaltyOf(buyer)
    const judged = judge(loyalty)
    const valuable = threshold !== null && profit > 0 && profit >= threshold
    return {
      id: buyer.id,
      name: buyer.name,
      archived: buyer.archived,
      profit,
      spent: standings.get(buyer.id)?.windowSpent ?? 0,
      loyalty,
      judged,
      quadrant: quadrantOf(valuable, judged.isLoyal),
    }
  })
  return { placed, threshold }
}

interface JudgedLoyalty {
  readonly yes: number
  readonly unknown: number
  readonly isLoyal: boolean
  readonly isUndecided: boolean
}

/** Judges signs, each combination of them once. */
function makeJudge(): (loyalty: Loyalty) => JudgedLoyalty {
  const known = new Map<Loyalty, JudgedLoyalty>()
  return (loyalty) => {
    let judged = known.get(loyalty)
    if (!judged) {
      const { yes, unknown } = countSigns(loyalty)
      const loyal = isLoyal(loyalty)
      judged = { yes, unknown, isLoyal: loyal, isUndecided: !loyal && couldBeLoyal(loyalty) }
      known.set(loyalty, judged)
    }
    return judged
  }
}

function quadrantOf(valuable: boolean, loyal: boolean): Quadrant {
  return loyal ? (valuable ? 'gold' : 'small-star') : valuable ? 'meteor' : 'burden'
}
