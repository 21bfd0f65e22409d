import { pageLength, RowPages } from '../standing/row-pages.ts'
import type { Candidate } from './method.ts'

/** Candidates in plain numbers, 53 bytes for each, where objects of 200,000 take 100 MB. */
export class CandidateTable {
  count = 0
  private readonly rows = new RowPages(CandidatePage)

  add(candidate: Candidate): void {
    this.rows.set(this.count++, candidate)
  }

  at(at: number): Candidate {
    return this.rows.get(at) as Candidate
  }

  [Symbol.iterator](): Generator<Candidate> {
    return this.rows.values()
  }
}

class CandidatePage {
  /** 0: nobody. */
  private readonly ids = new Int32Array(pageLength)
  private readonly boughts = new Uint8Array(pageLength)
  private readonly visits = new Int32Array(pageLength)
  private readonly profits = new Float64Array(pageLength)
  private readonly spents = new Float64Array(pageLength)
  /** What is not known is NaN. */
  private readonly sinces = new Float64Array(pageLength)
  private readonly referreds = new Float64Array(pageLength)
  private readonly potentials = new Float64Array(pageLength)
  private readonly satisfactions = new Float64Array(pageLength)

  set(at: number, candidate: Candidate): void {
    const { customerId, bought, visits, profit, spent, since, referred, potential, satisfaction } = candidate
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

  get(at: number): Candidate | undefined {
    const customerId = this.ids[at] as number
    if (customerId === 0) return undefined
    return {
      customerId,
      bought: this.boughts[at] === 1,
      visits: this.visits[at] as number,
      profit: this.profits[at] as number,
      spent: this.spents[at] as number,
      since: known(this.sinces[at] as number),
      referred: known(this.referreds[at] as number),
      potential: known(this.potentials[at] as number),
      satisfaction: known(this.satisfactions[at] as number),
    }
  }
}

const known = (value: number) => (Number.isNaN(value) ? null : value)
