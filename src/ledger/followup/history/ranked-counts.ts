/** Ranks of a block: adding touches one of each, asking goes through some hundreds. */
const blockLength = 256

/**
 * How many there are of each rank: one is added or taken away a hundred thousand times, and the n-th smallest asked now
 * and then.
 */
export class RankedCounts {
  private readonly counts: Int32Array
  private readonly blocks: Int32Array
  size = 0

  /** Ranks from 0 up to below `room`. */
  constructor(room: number) {
    this.counts = new Int32Array(room)
    this.blocks = new Int32Array(Math.ceil(room / blockLength))
  }

  add(rank: number, times: 1 | -1): void {
    const block = Math.floor(rank / blockLength)
    this.size += times
    this.counts[rank] = (this.counts[rank] as number) + times
    this.blocks[block] = (this.blocks[block] as number) + times
  }

  /** The rank of the n-th smallest, from 0. */
  nth(place: number): number {
    let left = place
    let block = 0
    for (; left >= (this.blocks[block] as number); block++) left -= this.blocks[block] as number
    let rank = block * blockLength
    for (; left >= (this.counts[rank] as number); rank++) left -= this.counts[rank] as number
    return rank
  }
}
