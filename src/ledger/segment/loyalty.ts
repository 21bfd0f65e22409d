import type { Book } from '../book/book.ts'
import { shopGapOf } from '../standing/read-standings.ts'
import { stageOf } from '../standing/stage.ts'
import { emptyStanding, type Standing } from '../standing/standing.ts'
import { type LoyaltyPerson, readAnswers } from './loyalty-queries.ts'

/**
 * The signs of loyalty (SPEC 6): `returns`, three purchase days or more and neither declining nor lost; `suggests`,
 * gave a suggestion;
 * `answers`, bought within 30 days of a message of new arrivals; `refers`, brought somebody who has bought; `wallet`,
 * buys 80 % or more of
 * what they need here.
 */
export const signs = ['returns', 'suggests', 'answers', 'refers', 'wallet'] as const
export type Sign = (typeof signs)[number]

/** Whether each sign holds; null where the ledger cannot know. */
export type Loyalty = Readonly<Record<Sign, boolean | null>>

/** So many signs are loyalty. */
export const enoughSigns = 3

/**
 * The signs of loyalty as of the book's day, from everybody's standings, whatever their window, and everybody who is
 * not archived.
 */
export async function readLoyalty(
  book: Pick<Book, 'db' | 'today'>,
  people: readonly LoyaltyPerson[],
  standings: ReadonlyMap<number, Standing>,
): Promise<(person: LoyaltyPerson) => Loyalty> {
  const shopGap = shopGapOf(standings.values())
  const standing = (id: number) => standings.get(id) ?? emptyStanding(id)
  const referrers = new Set(people.filter(({ id }) => standing(id).purchases > 0).map(({ referredBy }) => referredBy))
  const answers = await readAnswers(book)
  return ({ id, opening, walletShare }) => {
    const { stage } = stageOf(standing(id), opening, shopGap, book.today)
    return {
      returns: stage === 'forming' || stage === 'stable',
      // Nothing in the ledger holds suggestions yet: nobody is known to have given none.
      suggests: null,
      answers: answers.get(id) ?? null,
      refers: referrers.has(id),
      wallet: walletShare === null ? null : walletShare >= 80,
    }
  }
}

/** How many signs hold, and of how many nobody knows. */
export function countSigns(loyalty: Loyalty): { yes: number; unknown: number } {
  const known = signs.map((sign) => loyalty[sign])
  return { yes: known.filter((one) => one === true).length, unknown: known.filter((one) => one === null).length }
}
