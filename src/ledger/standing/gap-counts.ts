/** How many customers have each gap: gaps are halves of days, so that they can be counted. */
export class GapCounts {
  /** Of all gaps. */
  total = 0
  private counts = new Uint32Array(1024)

  add(gap: number | null, times: 1 | -1): void {
    if (gap === null) return
    const half = 2 * gap
    if (half >= this.counts.length) {
      const larger = new Uint32Array(2 * half)
      larger.set(this.counts)
      this.counts = larger
    }
    this.counts[half] = (this.counts[half] as number) + times
    this.total += times
  }

  /** The shop's gap: the middle one, in days; 30 of none (SPEC 6). */
  median(): number {
    return this.total === 0 ? 30 : (this.at((this.total - 1) >> 1) + this.at(this.total >> 1)) / 4
  }

  /** The gap at a place of all in order, in halves of days. */
  private at(place: number): number {
    let half = 0
    for (let passed = this.counts[0] as number; passed <= place; passed += this.counts[half] as number) half++
    return half
  }
}
