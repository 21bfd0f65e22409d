import type { Policy } from '../book/policy/policy.ts'

export const measures = ['recency', 'frequency', 'monetary'] as const
export type Measure = (typeof measures)[number]

/** Of the buyers with a score: how many, and the least and most they were scored for. */
export interface Band {
  readonly score: number
  readonly buyers: number
  readonly least: number
  readonly most: number
}

/** The bands of the scores given, best first, of the buyers that `counts`. */
export function bandsOf(scores: Uint8Array, values: Float64Array, counts: (at: number) => boolean): Band[] {
  const found: ({ score: number; buyers: number; least: number; most: number } | undefined)[] = []
  for (let at = 0; at < scores.length; at++) {
    if (!counts(at)) continue
    const [score, value] = [scores[at] ?? 0, values[at] ?? 0]
    const band = found[score]
    if (!band) found[score] = { score, buyers: 1, least: value, most: value }
    else {
      band.buyers++
      if (value < band.least) band.least = value
      if (value > band.most) band.most = value
    }
  }
  return [5, 4, 3, 2, 1].flatMap((score) => found[score] ?? [])
}

/**
 * The scores nobody has because too many buyers are alike; none where the shop set its own cut-offs or nobody bought.
 * `policy` null: cut-offs have no say.
 */
export function collapsed(
  bands: Readonly<Record<Measure, readonly Band[]>>,
  policy: Policy | null,
): Partial<Record<Measure, readonly number[]>> {
  const own = policy ? cutOffsOf(policy) : null
  const cutByHand: Record<Measure, boolean> = {
    recency: Boolean(own?.days),
    frequency: Boolean(own?.visits),
    monetary: Boolean(own?.amounts),
  }
  const lacking = measures.flatMap((measure) => {
    const given = bands[measure].map(({ score }) => score)
    const missing = [1, 2, 3, 4, 5].filter((score) => !given.includes(score))
    return given.length === 0 || missing.length === 0 || cutByHand[measure] ? [] : [[measure, missing] as const]
  })
  return Object.fromEntries(lacking)
}

/** The shop's own cut-offs, rising; null: by quintiles. */
export interface CutOffs {
  readonly days: readonly number[] | null
  readonly visits: readonly number[] | null
  readonly amounts: readonly number[] | null
}

/** The shop's own cut-offs, where it has set any. */
export function cutOffsOf(policy: Policy): CutOffs {
  const read = (text: string | null) => text?.split(' ').map(Number) ?? null
  return { days: read(policy['rfm.days']), visits: read(policy['rfm.visits']), amounts: read(policy['rfm.money']) }
}
