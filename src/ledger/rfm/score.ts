import type { Policy } from '../policy/policy.ts'

/** What a value scores, 1 to 5, 5 for the highest. */
export type Scale = (value: number) => number

/**
 * Scores by quintiles (SPEC 7): 1 + how many of the 20, 40, 60, 80 % quantiles lie strictly below the value. Quantiles by linear
 * interpolation, type 7 of Hyndman & Fan (1996); five times each is a whole number, so that no rounding parts equals.
 */
export function quintileScale(values: Float64Array): Scale {
  const cuts = fifths(values.slice().sort())
  return (value) => 1 + howMany(cuts, (cut) => cut < 5 * value)
}

/** The quantiles times five, of whole numbers in ascending order. */
function fifths(sorted: Float64Array): number[] {
  if (sorted.length === 0) return []
  return [1, 2, 3, 4].map((part) => {
    const place = (sorted.length - 1) * part
    const low = sorted[Math.floor(place / 5)] ?? 0
    const high = sorted[Math.ceil(place / 5)] ?? low
    return 5 * low + (place % 5) * (high - low)
  })
}

/**
 * Scores as `rfm_table_order` of the R package rfm 0.3.0 gives them: 1 + how many of (quantile + 1) the value reaches. In doubles and in
 * the steps of R's `quantile` and `seq`, so that a value that comes out on a cut falls to the same side; `parts` to a unit.
 */
export function rScale(values: Float64Array, parts: number): Scale {
  const sorted = values.map((value) => value / parts).sort()
  const cuts = sorted.length === 0 ? [] : [1, 2, 3, 4].map((part) => quantile(sorted, part * 0.2) + 1)
  return (value) => 1 + howMany(cuts, (cut) => cut <= value / parts)
}

function quantile(sorted: Float64Array, share: number): number {
  const place = 1 + (sorted.length - 1) * share
  const at = Math.floor(place)
  const low = sorted[at - 1] ?? 0
  const high = sorted[Math.ceil(place) - 1] ?? low
  const beyond = place - at
  return beyond > 0 && high !== low ? (1 - beyond) * low + beyond * high : low
}

/** Scores by the shop's own steps, rising: each one reached is a point more; for days, where few are good, each one passed. */
export function stepScale(steps: readonly number[], passed = false): Scale {
  return (value) => 1 + howMany(steps, (step) => (passed ? step < value : step <= value))
}

/** For days: the fewest score 5. */
export function reversed(scale: Scale): Scale {
  return (value) => 6 - scale(value)
}

function howMany(cuts: readonly number[], test: (cut: number) => boolean): number {
  let count = 0
  for (const cut of cuts) if (test(cut)) count++
  return count
}

/** What is scored, a value for each buyer: days since the last purchase, counted purchases, net amount. */
export interface Measured {
  readonly days: Float64Array
  readonly visits: Float64Array
  readonly amounts: Float64Array
}

/** The shop's own cut-offs, rising; null: by quintiles. */
export interface Steps {
  readonly days: readonly number[] | null
  readonly visits: readonly number[] | null
  readonly amounts: readonly number[] | null
}

/** The shop's own cut-offs, where it has set any. */
export function stepsOf(policy: Policy): Steps {
  const read = (text: string | null) => text?.split(' ').map(Number) ?? null
  return { days: read(policy['rfm.days']), visits: read(policy['rfm.visits']), amounts: read(policy['rfm.money']) }
}

export interface Scales {
  readonly recency: Scale
  readonly frequency: Scale
  readonly monetary: Scale
}

/** The program's own scores (SPEC 7), by quintiles or by the shop's cut-offs. */
export function ownScales({ days, visits, amounts }: Measured, steps: Steps): Scales {
  return {
    recency: reversed(steps.days ? stepScale(steps.days, true) : quintileScale(days)),
    frequency: steps.visits ? stepScale(steps.visits) : quintileScale(visits),
    monetary: steps.amounts ? stepScale(steps.amounts) : quintileScale(amounts),
  }
}

/** The scores of the R package; `parts` of the currency's minor unit to a unit of it. */
export function rScales({ days, visits, amounts }: Measured, parts: number): Scales {
  return { recency: reversed(rScale(days, 1)), frequency: rScale(visits, 1), monetary: rScale(amounts, parts) }
}
