import type { Store } from '../db.ts'
import { isServerAddress } from '../postgres/address.ts'

/**
 * Two megabytes of pages instead of sixteen: what is read from end to end once finds nothing again in more. A server
 * keeps its own.
 */
export function keepFewPages(store: Pick<Store, 'path' | 'sqlite'>): void {
  if (!isServerAddress(store.path)) store.sqlite.pragma('cache_size = -2000')
}
