export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

export interface Measured {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly ratio: number
  /** The bound of the ratio: printed beside it, never asserted. */
  readonly target?: number
}

/** A line each: what, how much, the ratio to the first, and whether it keeps its target. */
export function ratioTable(rows: readonly Measured[]): string {
  return rows
    .map(({ name, value, unit, ratio, target }) => {
      const verdict = target === undefined ? '' : ratio <= target ? `within ${target} x` : `MISSED: over ${target} x`
      return (
        `  ${name.padEnd(28)} ${value.toFixed(1).padStart(10)} ${unit.padEnd(7)} ${ratio.toFixed(2).padStart(6)} x ` +
        ` ${verdict}`
      ).trimEnd()
    })
    .join('\n')
}
