import type Database from 'better-sqlite3'
import { BloomFilter } from './bloom-filter.ts'

/**
 * Tells of most refs that no entry has them: of what this file brought by a sieve, of what the ledger had before by its
 * first and last, since tills count on.
 */
export function refFilter(sqlite: Database.Database, rows: number) {
  const brought = new BloomFilter(rows)
  const least = sqlite
    .prepare('SELECT min(ref) FROM entry INDEXED BY entry_by_ref WHERE ref IS NOT NULL')
    .pluck()
    .get() as string | null
  const most = sqlite
    .prepare('SELECT max(ref) FROM entry INDEXED BY entry_by_ref WHERE ref IS NOT NULL')
    .pluck()
    .get() as string | null
  const had = (ref: string) =>
    least !== null && most !== null && !(isComparable(least + ref + most) && (ref < least || ref > most))
  return {
    add: (ref: string) => brought.add(ref),
    mayContain: (ref: string) => had(ref) || brought.mayContain(ref),
  }
}

/** SQLite compares UTF-8, which orders what lies beyond the surrogates otherwise than JavaScript does. */
function isComparable(text: string): boolean {
  return !/[\ud800-\uffff]/.test(text)
}
