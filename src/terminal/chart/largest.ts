/**
 * The largest of any number of numbers, `least` where there are none: handed over one by one they would not all fit on
 * the stack.
 */
export function largest(numbers: readonly number[], least: number): number {
  return numbers.reduce((most, one) => (one > most ? one : most), least)
}
