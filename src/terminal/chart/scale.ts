/**
 * From nothing, or from the least where something is below nothing, to the most: a chart never makes a small difference
 * look large.
 */
export interface Scale {
  readonly least: number
  readonly most: number
  /** Where a value lies, from 0 to 1; 0 throughout where there is nothing but nothing. */
  of(value: number): number
}

export function scaleOf(values: readonly number[]): Scale {
  let least = 0
  let most = 0
  for (const value of values) {
    if (value < least) least = value
    if (value > most) most = value
  }
  const span = most - least
  return { least, most, of: (value) => (span === 0 ? 0 : (value - least) / span) }
}
