import type { Store } from '../../store/db.ts'
import { dropLeftBeside } from '../../store/files/temporary.ts'
import { isServerAddress } from '../../store/postgres/address.ts'

/** The note of a ledger from which somebody was forgotten, until the file has been written anew without them. */
export const unwiped = 'unwiped'

/** Writes the file anew; false where something held that up, and the note stays. */
export async function finishWiping({ store }: { readonly store: Store }): Promise<boolean> {
  if (!isServerAddress(store.path)) dropLeftBeside(store.path)
  if (!(await store.wipe())) return false
  await store.db.deleteFrom('ledger').where('key', '=', unwiped).execute()
  return true
}
