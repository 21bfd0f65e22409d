/** A number as two whole ones, so that equals are equal: 10 x 14/15 and 10 x 28/30. `bottom` is above 0. */
export interface Fraction {
  readonly top: number
  readonly bottom: number
}

/** Below 0 when the first is less, above 0 when it is more. Exact while the products stay below 2^53. */
export function compareFractions(one: Fraction, other: Fraction): number {
  return one.top * other.bottom - other.top * one.bottom
}
