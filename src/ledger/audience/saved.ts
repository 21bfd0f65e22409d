import { distance } from 'fastest-levenshtein'
import type { Db } from '../../store/db.ts'
import { LedgerError } from '../errors.ts'
import { fold } from '../identity/spelling.ts'
import type { Audience } from './filter.ts'

/** A filter of `list` kept under a name. It is no list of people: who fits is asked anew each time. */
export interface SavedGroup {
  readonly id: number
  readonly name: string
  readonly filter: Audience
}

export async function readSaved(db: Db): Promise<SavedGroup[]> {
  const rows = await db.selectFrom('saved_group').select(['id', 'name', 'filter']).orderBy('id').execute()
  return rows.map(({ id, name, filter }) => ({ id, name, filter: JSON.parse(filter) as Audience }))
}

/** The group of a name, in any case. Throws group.not-found with the nearest name. */
export async function findSaved(db: Db, asked: string): Promise<SavedGroup> {
  const groups = await readSaved(db)
  const found = named(groups, asked)
  if (!found) throw new LedgerError('group.not-found', { asked, near: nearest(asked, groups), groups: groups.length })
  return found
}

export function named(groups: readonly SavedGroup[], asked: string): SavedGroup | undefined {
  return groups.find(({ name }) => name === asked) ?? groups.find(({ name }) => fold(name) === fold(asked))
}

/** The name a slip of the fingers away: of short names one letter, of longer ones a third. */
function nearest(asked: string, groups: readonly SavedGroup[]): string | null {
  const known = groups.map(({ name }) => ({ name, far: distance(fold(name), fold(asked)) })).sort((one, other) => one.far - other.far)[0]
  return known && known.far <= Math.max(1, Math.floor(known.name.length / 3)) ? known.name : null
}
