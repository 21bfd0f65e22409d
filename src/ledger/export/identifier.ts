import { createHash } from 'node:crypto'

/** A name of a thing of this ledger that is the same at every export (UUID version 5 in the ledger's own namespace). */
export function stableUuid(ledger: string, thing: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(ledger.replaceAll('-', ''), 'hex'))
    .update(thing)
    .digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-')
}
