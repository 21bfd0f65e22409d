import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { tails } from '../../store/sqlite/file.ts'
import type { Book } from '../book/book.ts'
import { backupsBeside } from './backups.ts'

/**
 * What of this ledger lies beside it as it once was: its backups in the usual place, and what upgrades, restores and
 * lost logs left behind.
 */
export function copiesOf({ store: { path } }: Pick<Book, 'store'>): string[] {
  const name = basename(path)
  const kept = readdirSync(dirname(path))
    .filter((other) => other.startsWith(`${name}.`) && !tails.some((tail) => other === name + tail))
    .sort()
  return [...kept.map((other) => join(dirname(path), other)), ...backupsBeside(path)]
}
