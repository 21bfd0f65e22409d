import type { Store } from '../../../store/db.ts'

/**
 * A row that names one that is not there: how many rows of its table stand before it, and the column and value that
 * name nobody.
 */
export interface DanglingRow {
  readonly table: string
  readonly before: number
  readonly column: string
  readonly value: unknown
}

/** The first of them, or null. */
export function firstDanglingRow({ sqlite }: Store): DanglingRow | null {
  const [found] = sqlite.pragma('foreign_key_check') as { table: string; rowid: number; parent: string; fkid: number }[]
  if (!found) return null
  const { table, rowid, fkid } = found
  const before = sqlite.prepare(`SELECT count(*) FROM "${table}" WHERE id < ?`).pluck().get(rowid) as number
  const keys = sqlite.pragma(`foreign_key_list("${table}")`) as { id: number; from: string }[]
  const column = keys.find(({ id }) => id === fkid)?.from ?? ''
  const value = sqlite.prepare(`SELECT "${column}" FROM "${table}" WHERE id = ?`).pluck().get(rowid)
  return { table, before, column, value }
}
