import type { Db } from '../../store/db.ts'
import { LedgerError } from '../errors.ts'
import { fold } from '../identity/spelling.ts'
import { nearestWord } from '../nearest-word.ts'
import type { Audience } from './filter.ts'

/** A filter of `list` kept under a name. It is no list of people: who fits is asked anew each time. */
export interface SavedGroup {
  readonly id: number
  readonly name: string
  readonly filter: Audience
}

/** Every saved group, in the order they were saved. */
export async function readSaved(db: Db): Promise<SavedGroup[]> {
  const rows = await db.selectFrom('saved_group').select(['id', 'name', 'filter']).orderBy('id').execute()
  return rows.map(({ id, name, filter }) => ({ id, name, filter: JSON.parse(filter) as Audience }))
}

/** The group of a name, in any case. Throws group.not-found with the nearest name. */
export async function findSaved(db: Db, asked: string): Promise<SavedGroup> {
  const groups = await readSaved(db)
  const found = groupNamed(groups, asked)
  if (!found)
    throw new LedgerError('group.not-found', {
      asked,
      near: nearestWord(
        asked,
        groups.map(({ name }) => name),
        { key: fold },
      ),
      groups: groups.length,
    })
  return found
}

/** The group of a name as it is written; else the one that differs in capitals or width alone. */
export function groupNamed(groups: readonly SavedGroup[], asked: string): SavedGroup | undefined {
  return groups.find(({ name }) => name === asked) ?? groups.find(({ name }) => fold(name) === fold(asked))
}
