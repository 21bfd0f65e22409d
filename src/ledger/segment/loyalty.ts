import type { Book } from '../book/book.ts'
import { serial } from '../day.ts'
import { shopGapOf } from '../standing/read-standings.ts'
import { referredBuyers } from '../standing/referred-buyers.ts'
import { stageOn } from '../standing/stage.ts'
import { emptyStanding, type Standing } from '../standing/standing.ts'
import type { Stage } from '../vocabulary.ts'
import { hasAnswers, hasReferrals, type LoyaltyPerson, readAnswered, readSuggesters } from './loyalty-queries.ts'

/**
 * The signs of loyalty (SPEC 6): `returns`, three purchase days or more and neither declining nor lost; `suggests`,
 * gave a suggestion;
 * `answers`, bought within 30 days of a message of new arrivals; `refers`, brought somebody who has bought; `wallet`,
 * buys 80 % or more of what they need here.
 */
export const signs = ['returns', 'suggests', 'answers', 'refers', 'wallet'] as const
export type Sign = (typeof signs)[number]

/**
 * Whether each sign holds; null where the ledger cannot tell: nobody noted the share, or the shop has never recorded a
 * referral, a suggestion, an answer to news of new arrivals.
 */
export type Loyalty = Readonly<Record<Sign, boolean | null>>

/** Whom the signs are of. */
interface Signed {
  readonly id: number
  readonly stage: Stage
  readonly walletShare: number | null
}

/**
 * The signs of loyalty as of the book's day, from everybody's standings, whatever their window, and everybody who is
 * not archived. Those of whom all signs are alike are given one object.
 */
export async function readLoyalty(
  book: Pick<Book, 'db' | 'today'>,
  people: readonly LoyaltyPerson[],
  standings: ReadonlyMap<number, Standing>,
): Promise<(person: LoyaltyPerson) => Loyalty> {
  const shopGap = shopGapOf(standings.values())
  const standing = (id: number) => standings.get(id) ?? emptyStanding(id)
  const [answered, recordsReferrals, suggesters] = await Promise.all([
    readAnswered(book),
    hasReferrals(book),
    readSuggesters(book),
  ])
  const sentBuyers = people.flatMap(({ id, referredBy }) =>
    referredBy !== null && standing(id).purchases > 0 ? [referredBy] : [],
  )
  const known = {
    referrers: new Set(sentBuyers),
    recordsReferrals,
    answered,
    recordsAnswers: answered.size > 0,
    suggesters,
  }
  const today = serial(book.today)
  const alike = new Map<number, Loyalty>()
  return ({ id, opening, walletShare }) => {
    const { days, lastOn, gap } = standing(id)
    const own = { days, lastOn: lastOn === null ? null : serial(lastOn), gap }
    const loyalty = signsOf({ id, walletShare, stage: stageOn(own, opening, shopGap, today) }, known)
    const key = signs.reduce((sum, sign) => 3 * sum + (loyalty[sign] === null ? 2 : Number(loyalty[sign])), 0)
    const first = alike.get(key)
    if (first) return first
    alike.set(key, loyalty)
    return loyalty
  }
}

/** The same of some customers whose stages are known, without reading everybody's purchases. */
export async function readLoyaltyOf(
  book: Pick<Book, 'db' | 'today'>,
  only: readonly number[],
): Promise<(customer: Signed) => Loyalty> {
  const [referred, recordsReferrals, recordsAnswers, suggesters] = await Promise.all([
    referredBuyers(book.db, book.today, only),
    hasReferrals(book),
    hasAnswers(book),
    readSuggesters(book),
  ])
  const answered = recordsAnswers ? await readAnswered(book, only) : new Set<number>()
  const known = { referrers: new Set(referred.keys()), recordsReferrals, answered, recordsAnswers, suggesters }
  return (customer) => signsOf(customer, known)
}

interface Known {
  readonly referrers: ReadonlySet<number>
  readonly recordsReferrals: boolean
  readonly answered: ReadonlySet<number>
  readonly recordsAnswers: boolean
  readonly suggesters: ReadonlySet<number>
}

function signsOf(
  { id, stage, walletShare }: Signed,
  { referrers, recordsReferrals, answered, recordsAnswers, suggesters }: Known,
): Loyalty {
  return {
    returns: stage === 'forming' || stage === 'stable',
    suggests: suggesters.size > 0 ? suggesters.has(id) : null,
    answers: recordsAnswers ? answered.has(id) : null,
    refers: recordsReferrals ? referrers.has(id) : null,
    wallet: walletShare === null ? null : walletShare >= 80,
  }
}

/** Of whom nothing was asked. */
export function nobodyKnows(): Loyalty {
  return { returns: null, suggests: null, answers: null, refers: null, wallet: null }
}

/** How many signs hold, how many are known, and of how many nobody knows. */
export function countSigns(loyalty: Loyalty): { yes: number; known: number; unknown: number } {
  const all = signs.map((sign) => loyalty[sign])
  const unknown = all.filter((one) => one === null).length
  return { yes: all.filter((one) => one === true).length, known: all.length - unknown, unknown }
}

/** Loyal: three signs hold, or at least half of those known and the first among them. */
export function isLoyal(loyalty: Loyalty): boolean {
  const { yes, known } = countSigns(loyalty)
  return yes >= 3 || (loyalty.returns === true && 2 * yes >= known)
}

/** Whether they would be loyal if everything that is not known were so. */
export function couldBeLoyal(loyalty: Loyalty): boolean {
  return isLoyal(Object.fromEntries(signs.map((sign) => [sign, loyalty[sign] ?? true])) as Loyalty)
}
