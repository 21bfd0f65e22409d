import type { Candidate } from './method.ts'

/** Candidates side by side in plain numbers: 29 bytes for each, where objects of 200,000 take 100 MB. */
export class Roll {
  count = 0
  private ids = new Float64Array(1024)
  private boughts = new Uint8Array(1024)
  private turnovers = new Float64Array(1024)
  private profits = new Float64Array(1024)
  private spents = new Float64Array(1024)

  add({ customerId, bought, turnover, profit, spent }: Candidate): void {
    if (this.count === this.ids.length) this.grow()
    const at = this.count++
    this.ids[at] = customerId
    this.boughts[at] = bought ? 1 : 0
    this.turnovers[at] = turnover
    this.profits[at] = profit
    this.spents[at] = spent
  }

  at(at: number): Candidate {
    return {
      customerId: this.ids[at] ?? 0,
      bought: this.boughts[at] === 1,
      turnover: this.turnovers[at] ?? 0,
      profit: this.profits[at] ?? 0,
      spent: this.spents[at] ?? 0,
    }
  }

  *[Symbol.iterator](): Generator<Candidate> {
    for (let at = 0; at < this.count; at++) yield this.at(at)
  }

  private grow(): void {
    const larger = <Column extends Float64Array | Uint8Array>(column: Column, room: Column): Column => {
      room.set(column)
      return room
    }
    const length = 2 * this.count
    this.ids = larger(this.ids, new Float64Array(length))
    this.boughts = larger(this.boughts, new Uint8Array(length))
    this.turnovers = larger(this.turnovers, new Float64Array(length))
    this.profits = larger(this.profits, new Float64Array(length))
    this.spents = larger(this.spents, new Float64Array(length))
  }
}
