/** To which customers lines of this file have given a phone: a byte each, so that memory hardly grows. */
export class PhonesGiven {
  private given = new Uint8Array(1 << 12)

  has(id: number): boolean {
    return this.given[id] === 1
  }

  add(id: number): void {
    if (id >= this.given.length) {
      const grown = new Uint8Array(Math.max(id + 1, this.given.length * 2))
      grown.set(this.given)
      this.given = grown
    }
    this.given[id] = 1
  }
}
