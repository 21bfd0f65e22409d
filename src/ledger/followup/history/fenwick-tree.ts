/**
 * A Fenwick tree over whole numbers: numbers are added and taken away, and the n-th smallest can be asked at any time.
 */
export class FenwickTree {
  private readonly sums: Int32Array
  private readonly highest: number
  size = 0

  /** Numbers from 0 up to below `room`. */
  constructor(room: number) {
    this.sums = new Int32Array(room + 1)
    this.highest = 2 ** Math.floor(Math.log2(Math.max(1, room)))
  }

  add(number: number, times: 1 | -1): void {
    this.size += times
    for (let at = number + 1; at < this.sums.length; at += at & -at) this.sums[at] = (this.sums[at] as number) + times
  }

  /** The n-th smallest, from 0. */
  nth(place: number): number {
    let at = 0
    let left = place
    for (let step = this.highest; step > 0; step >>= 1) {
      const next = at + step
      if (next < this.sums.length && (this.sums[next] as number) <= left) {
        at = next
        left -= this.sums[next] as number
      }
    }
    return at
  }
}
