/** One rule of the shop: what it may be, and what it is until the owner says otherwise. */
export type Key =
  | { kind: 'count'; standard: number; least: number; most: number }
  | { kind: 'count'; standard: number | null; least: number; most: number; optional: true }
  | { kind: 'money'; standard: number | null; optional: true }
  | { kind: 'share'; standard: number }
  | { kind: 'flag'; standard: boolean }
  | { kind: 'choice'; standard: string; choices: readonly string[] }
  /** Scores of recency, visits and amount: `1-2 3-4 4-5`. */
  | { kind: 'ranges'; standard: string }
  /** Four rising numbers between five scores: `2 4 8 12`; money in minor units. */
  | { kind: 'steps'; of: 'count' | 'money'; standard: null; optional: true }

export const on = { kind: 'flag', standard: true } as const
export const weight = <const N extends number, const Most extends number = 1000>(standard: N, most = 1000 as Most) =>
  ({ kind: 'count', standard, least: 0, most }) as const
export const days = <const N extends number>(standard: N, least = 0) => ({ kind: 'count', standard, least, most: 3650 }) as const
export const share = (standard: number) => ({ kind: 'share', standard }) as const
export const steps = <const Of extends 'count' | 'money'>(of: Of) => ({ kind: 'steps', of, standard: null, optional: true }) as const
export const choice = <const C extends string>(standard: C, choices: readonly C[]) => ({ kind: 'choice', standard, choices }) as const
