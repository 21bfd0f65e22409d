/** Beyond so many keys it lets more and more through, and grows no more. */
const mostKeys = 12_000_000
const bitsEach = 10

/**
 * Tells of most keys that were never put in that they were not, in a byte or two a key: a Bloom filter. A look into an
 * index of the ledger takes 4 us, one in here 0.1 (measured), and nearly all rows of a file are new.
 */
export class BloomFilter {
  private readonly bits: Int32Array
  private readonly mask: number

  constructor(keys: number) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(1024, Math.min(keys, mostKeys) * bitsEach)))
    this.bits = new Int32Array(size / 32)
    this.mask = size - 1
  }

  add(key: string, seed = 0): void {
    const { bits, mask } = this
    let at = hash(key, seed)
    const step = stepOf(at)
    for (let turn = 0; turn < 4; turn++) {
      const bit = at & mask
      bits[bit >>> 5] = (bits[bit >>> 5] as number) | (1 << (bit & 31))
      at = (at + step) | 0
    }
  }

  /** False: it was never put in under this seed. True: it may have been. */
  mayContain(key: string, seed = 0): boolean {
    const { bits, mask } = this
    let at = hash(key, seed)
    const step = stepOf(at)
    for (let turn = 0; turn < 4; turn++) {
      const bit = at & mask
      if (((bits[bit >>> 5] as number) & (1 << (bit & 31))) === 0) return false
      at = (at + step) | 0
    }
    return true
  }
}

/** 32 bits that differ all over for texts that differ in one character. */
export function hash(key: string, seed = 0): number {
  let value = 0x811c9dc5 ^ seed
  for (let at = 0; at < key.length; at++) value = Math.imul(value ^ key.charCodeAt(at), 0x01000193)
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35)
  return value ^ (value >>> 16)
}

/** An odd step from the same hash, so that two keys that begin at one bit part at the next. */
function stepOf(value: number): number {
  return (Math.imul(value, 0x9e3779b1) >>> 5) | 1
}
