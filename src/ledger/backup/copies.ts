import { readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isServerAddress, readAddress } from '../../store/postgres/address.ts'
import { tails } from '../../store/sqlite/file.ts'
import type { Book } from '../book/book.ts'
import { backupsBeside } from './backups.ts'

/**
 * What of this ledger lies beside it as it once was: its backups in the usual place, and what upgrades, restores and
 * lost logs left behind. On a server: the other ledgers of its database that are this one as it once was.
 */
export async function copiesOf({ store: { path }, uuid }: Pick<Book, 'store' | 'uuid'>): Promise<string[]> {
  if (isServerAddress(path)) return copiesOnServer(path, uuid)
  const name = basename(path)
  const kept = readdirSync(dirname(path))
    .filter((other) => other.startsWith(`${name}.`) && !tails.some((tail) => other === name + tail))
    .sort()
  return [...kept.map((other) => join(dirname(path), other)), ...backupsBeside(path)]
}

async function copiesOnServer(path: string, uuid: string): Promise<string[]> {
  const { ledgersOn } = await import('../../store/postgres/ledgers.ts')
  const { ledger: own } = readAddress(path)
  const found = await ledgersOn(path, ['uuid'])
  return found.filter(({ ledger, notes }) => ledger !== own && notes['uuid'] === uuid).map(({ ledger }) => ledger)
}
