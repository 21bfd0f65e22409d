import { distance } from 'fastest-levenshtein'
import type { Db } from '../../store/db.ts'
import type { Named } from '../errors.ts'
import { spell } from './spelling.ts'
import { typedIds } from './typed-ids.ts'

/** Customers whose names are a slip of the fingers away, as written or as spelled, nearest first. */
export async function nearNames(db: Db, word: string): Promise<Named[]> {
  const asked = await spell(word)
  if (asked.pinyin.length < 2) return []
  const rows = await db
    .selectFrom('customer')
    .select(['id', 'name', 'name_key', 'pinyin'])
    .where('archived', '=', 0)
    .where('forgotten_on', 'is', null)
    .execute()
  const room = Math.max(1, Math.floor(asked.pinyin.length / 4))
  const scored = rows.flatMap(({ id, name, name_key, pinyin }) => {
    if (Math.abs(pinyin.length - asked.pinyin.length) > room) return []
    const written = distance(name_key, asked.name_key)
    const far = Math.min(
      distance(pinyin, asked.pinyin),
      written * 3 <= name_key.length ? written : Number.POSITIVE_INFINITY,
    )
    return far <= room ? [{ id, name, far }] : []
  })
  const nearest = scored.sort((one, other) => one.far - other.far || one.id - other.id).slice(0, 5)
  const typed = await typedIds(
    db,
    nearest.map(({ id }) => id),
  )
  return nearest.map(({ id, name }) => ({ id, name, type: typed.get(id) ?? String(id) }))
}
