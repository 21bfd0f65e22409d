import { balancesOf } from '../account/balance.ts'
import type { Book } from '../book/book.ts'
import { addDays } from '../day.ts'
import { birthYear } from '../identity/birthday.ts'
import { quadrantsOf } from '../segment/quadrants.ts'
import { segmentsOf } from '../segment/rfm-score.ts'
import { readStandings, shopGapOf } from '../standing/read-standings.ts'
import { readKeptGap } from '../standing/shop-gap.ts'
import { stageOf } from '../standing/stage.ts'
import { emptyStanding } from '../standing/standing.ts'
import { currentTiers } from '../tier/current.ts'
import type { Quadrant, Segment } from '../vocabulary.ts'
import type { Audience } from './filter.ts'
import { type AudiencePerson, readAudiencePeople } from './queries.ts'
import { findSaved } from './saved.ts'

type Reading = Pick<Book, 'db' | 'today' | 'policy'>

interface Among {
  /** Those who were forgotten too: what they brought counts in every sum, but they are nobody to do anything for. */
  readonly forgotten?: boolean
}

/**
 * The ids of an audience as of the book's day, in their order; undefined when everyone who is not archived is meant.
 * Throws group.not-found.
 */
export async function audienceOf(
  book: Reading,
  wanted: Audience,
  among: Among = {},
): Promise<ReadonlySet<number> | undefined> {
  const { group, within: inside, ...plain } = wanted
  const within = group === undefined ? inside : (await findSaved(book.db, group)).filter
  const inner = within && (await audienceOf(book, within, among))
  const outer = await filterIds(book, within && hasArchived(within) ? { ...plain, archived: true } : plain, among)
  if (!inner || !outer) return inner ?? outer
  return new Set([...outer].filter((id) => inner.has(id)))
}

function hasArchived({ archived = false, within }: Audience): boolean {
  return archived || (within !== undefined && hasArchived(within))
}

async function filterIds(
  book: Reading,
  { notSinceDays, ...own }: Audience,
  { forgotten = false }: Among,
): Promise<ReadonlySet<number> | undefined> {
  const asked = notSinceDays === undefined ? own : { ...own, notSince: addDays(book.today, -notSinceDays) }
  const { tiers, stages, segments, quadrants, tags, owes, born, notSince, where, archived, ...texts } = asked
  const asksNothing =
    Object.values(texts).every((text) => text === undefined) && ![tags, where].some((some) => some?.length)
  if (
    asksNothing &&
    !tiers &&
    !stages &&
    !segments &&
    !quadrants &&
    !owes &&
    !born &&
    !archived &&
    notSince === undefined
  )
    return undefined
  const people = (await readAudiencePeople(book, asked)).filter(({ isForgotten }) => forgotten || !isForgotten)
  const tests: ((person: AudiencePerson) => boolean)[] = []
  if (tiers) {
    const current = await currentTiers(book)
    tests.push(({ id, isStaff }) => !isStaff && tiers.includes(current.get(id) ?? 'D'))
  }
  if (stages || notSince !== undefined) {
    const rhythm = await readRhythms(book)
    if (stages) tests.push((person) => !person.isStaff && stages.includes(rhythm(person).stage))
    if (notSince !== undefined) tests.push((person) => (rhythm(person).lastOn ?? notSince) < notSince)
  }
  if (segments) {
    const found = await segmentsOf(book)
    tests.push(({ id }) => segments.includes(found.get(id) as Segment))
  }
  if (quadrants) {
    const found = await quadrantsOf(book)
    tests.push(({ id }) => quadrants.includes(found.get(id) as Quadrant))
  }
  if (owes) {
    const balances = await balancesOf(book.db, book.today)
    tests.push(({ id }) => (balances.get(id) ?? 0) > 0)
  }
  if (born) tests.push(({ birthday }) => isBorn(birthday, born))
  return new Set(people.filter((person) => tests.every((test) => test(person))).map(({ id }) => id))
}

/** Where each customer stands by their rhythm, from everybody's standings. */
async function readRhythms(book: Reading) {
  const [standings, kept] = await Promise.all([readStandings(book), readKeptGap(book)])
  const shopGap = kept?.gap ?? shopGapOf(standings.values())
  return ({ id, opening }: AudiencePerson) =>
    stageOf(standings.get(id) ?? emptyStanding(id), opening, shopGap, book.today)
}

function isBorn(birthday: string | null, { from, to }: NonNullable<Audience['born']>): boolean {
  const year = birthday === null ? null : birthYear(birthday)
  return year !== null && year >= (from ?? year) && year <= (to ?? year)
}
