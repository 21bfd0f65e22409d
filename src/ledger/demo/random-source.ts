/** Chance that falls the same way every time (mulberry32): two people looking at the made-up shop see the same one. */
export interface RandomSource {
  /** 0 <= x < 1. */
  next(): number
  /** A whole number from least to most. */
  between(least: number, most: number): number
  of<Item>(items: readonly Item[]): Item
  /** True once in so many times. */
  onceIn(times: number): boolean
}

/** The same numbers for the same seed, on every machine. */
export function randomSource(seed: number): RandomSource {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    between,
    of: (items) => items[between(0, items.length - 1)] as (typeof items)[number],
    onceIn: (times) => between(1, times) === 1,
  }
}
