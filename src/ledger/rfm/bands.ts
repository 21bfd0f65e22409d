import type { Policy } from '../policy/policy.ts'
import { stepsOf } from './score.ts'

export const measures = ['recency', 'frequency', 'monetary'] as const
export type Measure = (typeof measures)[number]

/** Of the buyers with a score: how many, and the least and most they were scored for. */
export interface Band {
  readonly score: number
  readonly buyers: number
  readonly least: number
  readonly most: number
}

/** Counts scores as they are given. */
export class Bands {
  private readonly found: ({ score: number; buyers: number; least: number; most: number } | undefined)[] = []

  add(score: number, value: number): void {
    const band = this.found[score]
    if (!band) this.found[score] = { score, buyers: 1, least: value, most: value }
    else {
      band.buyers++
      if (value < band.least) band.least = value
      if (value > band.most) band.most = value
    }
  }

  all(): Band[] {
    return [5, 4, 3, 2, 1].flatMap((score) => this.found[score] ?? [])
  }
}

/** The scores nobody has because too many buyers are alike; none where the shop set its own cut-offs or nobody bought. `policy` null: cut-offs have no say. */
export function collapsed(bands: Readonly<Record<Measure, readonly Band[]>>, policy: Policy | null): Partial<Record<Measure, readonly number[]>> {
  const own = policy ? stepsOf(policy) : null
  const cutByHand: Record<Measure, boolean> = { recency: Boolean(own?.days), frequency: Boolean(own?.visits), monetary: Boolean(own?.amounts) }
  const lacking = measures.flatMap((measure) => {
    const given = bands[measure].map(({ score }) => score)
    const missing = [1, 2, 3, 4, 5].filter((score) => !given.includes(score))
    return given.length === 0 || missing.length === 0 || cutByHand[measure] ? [] : [[measure, missing] as const]
  })
  return Object.fromEntries(lacking)
}
