import { join } from 'node:path'
import type { Store } from '../db.ts'
import { dropTemporary } from '../files/temporary.ts'
import { makeTemporaryFor } from './copy-out.ts'
import { createIn } from './create.ts'
import { asStore } from './open.ts'

/**
 * A ledger file with nothing in it, private and for a while: what only a file can do is done there for a ledger on a
 * server. Whoever takes it drops it.
 */
export function openWorkingCopy({
  migrations,
  temporary,
}: {
  readonly migrations: string
  readonly temporary: string
}): Store & { drop(): void } {
  const path = makeTemporaryFor(join(temporary, 'regulars-working.db'))
  try {
    const sqlite = createIn(path, migrations)
    const store = asStore(path, sqlite, [], undefined)
    const drop = () => {
      store.close()
      dropTemporary(path)
    }
    return { ...store, drop }
  } catch (error) {
    dropTemporary(path)
    throw error
  }
}
