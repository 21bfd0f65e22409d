import type { Intent, Store, StoreOptions } from './db.ts'
import { isServerAddress } from './postgres/address.ts'
import { ledgerExists } from './sqlite/file.ts'
import { noteOf as noteInFile } from './sqlite/note.ts'
import { openStore as openFile } from './sqlite/open.ts'

/**
 * Opens the ledger that a path or an address names. Throws what the engine's own `openStore` throws. In a dry run what
 * would be made is made in memory.
 */
export async function openStore(path: string, intent: Intent, options: StoreOptions): Promise<Store> {
  if (isServerAddress(path)) return (await import('./postgres/open.ts')).openStore(path, intent, options)
  if (intent === 'create' && options.beforeMaking && !ledgerExists(path)) await options.beforeMaking()
  const store = openFile(path, intent, options)
  options.ahead?.(store.db)
  return store
}

/** What a ledger, of any version, says of itself under these keys; nulls where it cannot be asked. */
export async function noteOf(path: string, keys: readonly string[]): Promise<(string | null)[]> {
  if (!isServerAddress(path)) return noteInFile(path, keys)
  return (await import('./postgres/ledgers.ts')).noteOf(path, keys)
}
