import type { Candidate } from './method.ts'

/** Candidates side by side in plain numbers: 61 bytes for each, where objects of 200,000 take 100 MB. */
export class CandidateTable {
  count = 0
  private ids = new Float64Array(1024)
  private boughts = new Uint8Array(1024)
  private visits = new Float64Array(1024)
  private profits = new Float64Array(1024)
  private spents = new Float64Array(1024)
  /** What is not known is NaN. */
  private sinces = new Float64Array(1024)
  private referreds = new Float64Array(1024)
  private potentials = new Float64Array(1024)
  private satisfactions = new Float64Array(1024)

  add({ customerId, bought, visits, profit, spent, since, referred, potential, satisfaction }: Candidate): void {
    if (this.count === this.ids.length) this.grow()
    const at = this.count++
    this.ids[at] = customerId
    this.boughts[at] = bought ? 1 : 0
    this.visits[at] = visits
    this.profits[at] = profit
    this.spents[at] = spent
    this.sinces[at] = since ?? Number.NaN
    this.referreds[at] = referred ?? Number.NaN
    this.potentials[at] = potential ?? Number.NaN
    this.satisfactions[at] = satisfaction ?? Number.NaN
  }

  at(at: number): Candidate {
    return {
      customerId: this.ids[at] ?? 0,
      bought: this.boughts[at] === 1,
      visits: this.visits[at] ?? 0,
      profit: this.profits[at] ?? 0,
      spent: this.spents[at] ?? 0,
      since: known(this.sinces[at]),
      referred: known(this.referreds[at]),
      potential: known(this.potentials[at]),
      satisfaction: known(this.satisfactions[at]),
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
    this.visits = larger(this.visits, new Float64Array(length))
    this.profits = larger(this.profits, new Float64Array(length))
    this.spents = larger(this.spents, new Float64Array(length))
    this.sinces = larger(this.sinces, new Float64Array(length))
    this.referreds = larger(this.referreds, new Float64Array(length))
    this.potentials = larger(this.potentials, new Float64Array(length))
    this.satisfactions = larger(this.satisfactions, new Float64Array(length))
  }
}

function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value
}
