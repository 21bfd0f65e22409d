/** What holds today, and what will from a day on. */
export interface Timed<Facts extends readonly unknown[]> {
  now(...facts: Facts): string
  from(day: string, ...facts: Facts): string
}
