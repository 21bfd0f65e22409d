import type Database from 'better-sqlite3'
import { hasOrphans } from '../../../store/sqlite/deferred-keys.ts'

/** The keys that rows of this file bring, checked at once where SQLite does not check them (`checkingKeysLater`). */
export function keysOfNew(sqlite: Database.Database) {
  const keys = [
    ['customer', 'referred_by'],
    ...(['tag', 'fact', 'consent', 'entry', 'payer'] as const).map((table) => [table, 'customer_id'] as const),
  ] as const
  const newest = sqlite.prepare('SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = ?').pluck()
  const from = keys.map(([table]) => (newest.get(table) as number) + 1)
  return {
    check(): void {
      if (sqlite.pragma('foreign_keys', { simple: true }) === 1) return
      keys.forEach(([table, column], at) => {
        if (hasOrphans(sqlite, table, column, 'customer', from[at] ?? 0))
          throw new Error(`an imported ${table} of nobody`)
      })
    },
  }
}
