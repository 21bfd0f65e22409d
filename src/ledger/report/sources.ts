import type { Book } from '../book/book.ts'
import type { Day } from '../day.ts'
import { fold } from '../identity/spelling.ts'
import { decimal, type Minor } from '../money.ts'
import { readStandings, shopGapOf } from '../standing/read-standings.ts'
import type { Scope } from '../standing/scope.ts'
import { stageOf } from '../standing/stage.ts'
import { emptyStanding } from '../standing/standing.ts'

/** What became of the customers who came one way; null: nobody wrote it down. Money as decimal strings. */
export interface SourceRow {
  readonly source: string | null
  readonly added: number
  /** Of them, who has bought, what they spent in all, and who is still here: neither prospect nor lost. */
  readonly bought: number
  readonly spent: string
  readonly active: number
}

export interface Sources {
  readonly from: Day | null
  readonly to: Day
  readonly added: number
  /** By money; what is not known last. */
  readonly rows: readonly SourceRow[]
}

/**
 * The customers who joined in these days (or were entered, where no day is known) by how they came; archived ones are
 * left out.
 */
export async function readSources(
  book: Pick<Book, 'db' | 'today' | 'policy' | 'currency'>,
  { from, only }: Scope,
): Promise<Sources> {
  const { db, today, currency } = book
  const [people, standings] = await Promise.all([
    db
      .selectFrom('customer')
      .select(['id', 'source', 'joined_on', 'entered_on', 'opening_visits', 'opening_last_on'])
      .where('archived', '=', 0)
      .orderBy('id')
      .execute(),
    readStandings(book),
  ])
  const gap = shopGapOf(standings.values())
  const groups = new Map<
    string | null,
    { source: string | null; added: number; bought: number; spent: Minor; active: number }
  >()
  for (const person of people) {
    const joined = person.joined_on ?? person.entered_on
    if ((only && !only.has(person.id)) || joined > today || (from !== null && joined < from)) continue
    const source = person.source?.trim() || null
    const key = source === null ? null : fold(source)
    const group = groups.get(key) ?? { source, added: 0, bought: 0, spent: 0, active: 0 }
    groups.set(key, group)
    const standing = standings.get(person.id) ?? emptyStanding(person.id)
    const { stage } = stageOf(standing, { visits: person.opening_visits, lastOn: person.opening_last_on }, gap, today)
    group.added++
    group.spent += standing.spent
    if (stage !== 'prospect') group.bought++
    if (stage !== 'prospect' && stage !== 'lost') group.active++
  }
  const rows = [...groups.values()].sort(
    (one, other) =>
      Number(one.source === null) - Number(other.source === null) || other.spent - one.spent || other.added - one.added,
  )
  return {
    from,
    to: today,
    added: rows.reduce((sum, { added }) => sum + added, 0),
    rows: rows.map(({ spent, ...row }) => ({ ...row, spent: decimal(spent, currency) })),
  }
}
