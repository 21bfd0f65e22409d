import type { Book } from '../book.ts'
import { type Stage, stageOf } from '../stage/stage.ts'
import { emptyStanding, readStandings, shopGapOf } from '../standing/standing.ts'
import { currentTiers } from '../tier/current.ts'
import type { Tier } from '../tier/method.ts'
import { readPeople } from './queries.ts'

/** Which customers a report is about: all that is said of them holds. Of several tags, each. */
export interface Audience {
  readonly tier?: Tier | undefined
  readonly stage?: Stage | undefined
  readonly tags?: readonly string[] | undefined
  readonly source?: string | undefined
}

/** The ids of an audience, as of the book's day; undefined when everyone is meant. */
export async function audienceOf(book: Pick<Book, 'db' | 'today' | 'policy'>, { tier, stage, tags = [], source }: Audience): Promise<Set<number> | undefined> {
  if (!tier && !stage && tags.length === 0 && source === undefined) return undefined
  const people = await readPeople(book.db)
  let ids = people.map(({ id }) => id)
  const keep = (some: ReadonlySet<number>) => {
    ids = ids.filter((id) => some.has(id))
  }
  for (const tag of tags) keep(await carrying(book, tag))
  if (source !== undefined) keep(await comingFrom(book, source))
  if (tier) {
    const tiers = await currentTiers(book)
    ids = ids.filter((id) => (tiers.get(id) ?? 'D') === tier)
  }
  if (stage) {
    const standings = await readStandings(book)
    const shopGap = shopGapOf(standings.values())
    const openings = new Map(people.map(({ id, opening }) => [id, opening]))
    const none = { visits: null, lastOn: null }
    ids = ids.filter((id) => stageOf(standings.get(id) ?? emptyStanding(id), openings.get(id) ?? none, shopGap, book.today).stage === stage)
  }
  return new Set(ids)
}

async function carrying({ db }: Pick<Book, 'db'>, tag: string): Promise<Set<number>> {
  const rows = await db.selectFrom('tag').select('customer_id').where('tag', '=', tag).execute()
  return new Set(rows.map(({ customer_id }) => customer_id))
}

async function comingFrom({ db }: Pick<Book, 'db'>, source: string): Promise<Set<number>> {
  const rows = await db.selectFrom('customer').select('id').where('source', '=', source).execute()
  return new Set(rows.map(({ id }) => id))
}
