import { type Channel, channels, type Relation, relations } from './vocabulary.ts'

/** One rule of the shop: what it may be, and its default until the owner says otherwise. */
export type PolicyRule =
  | { kind: 'count'; default: number; least: number; most: number }
  | { kind: 'count'; default: number | null; least: number; most: number; optional: true; unset?: Unset }
  | { kind: 'money'; default: number | null; optional: true; unset?: Unset }
  | { kind: 'money'; default: number }
  | { kind: 'share'; default: number }
  | { kind: 'flag'; default: boolean }
  /** `of` names the vocabulary the choices are read by, in either language. */
  | { kind: 'choice'; default: string; choices: readonly string[]; of?: 'relation' | 'channel' }
  /** A fact of the shop that `init` settled: null leaves it so. */
  | { kind: 'setting'; of: ShopSetting; default: null; optional: true }
  /** Scores of recency, visits and amount: `1-2 3-4 4-5`. */
  | { kind: 'ranges'; default: string }
  /** Days of every year with a name: `Anniversary 05-18, Chongyang lunar:09-09`. */
  | { kind: 'festivals'; default: null; optional: true; unset?: Unset }
  /** What a referral is worth: a number of points, `coupon:CODE`, `credit:` and minor units. */
  | { kind: 'reward'; default: null; optional: true; unset?: Unset }
  /** Words of the owner's own: a name, what a tier may expect. */
  | { kind: 'text'; default: string | null; optional: true; unset?: Unset }
  /** Four rising numbers between five scores: `2 4 8 12`; money in minor units. */
  | { kind: 'steps'; of: 'count' | 'money'; default: null; optional: true }

/** What it means that a rule has no value, where the program does not work one out: there is none, any, or never. */
export type Unset = 'none' | 'any' | 'never'

/** What a ledger says of its shop. */
export type ShopSetting = 'name' | 'currency' | 'region' | 'timezone' | 'lang'

export const setting = <const Of extends ShopSetting>(of: Of) =>
  ({ kind: 'setting', of, default: null, optional: true }) as const
export const on = { kind: 'flag', default: true } as const
export const weight = <const N extends number, const Most extends number = 1000>(byDefault: N, most = 1000 as Most) =>
  ({ kind: 'count', default: byDefault, least: 0, most }) as const
export const days = <const N extends number>(byDefault: N, least = 0) =>
  ({ kind: 'count', default: byDefault, least, most: 3650 }) as const
export const share = (byDefault: number) => ({ kind: 'share', default: byDefault }) as const
export const text = { kind: 'text', default: null, optional: true } as const
export const words = { ...text, unset: 'none' } as const
export const reward = { kind: 'reward', default: null, optional: true, unset: 'none' } as const
export const steps = <const Of extends 'count' | 'money'>(of: Of) =>
  ({ kind: 'steps', of, default: null, optional: true }) as const
export const choice = <const C extends string>(byDefault: C, choices: readonly C[]) =>
  ({ kind: 'choice', default: byDefault, choices }) as const
export const channel = <const C extends Channel>(byDefault: C) =>
  ({ kind: 'choice', default: byDefault as Channel, choices: channels, of: 'channel' }) as const
export const relation = (byDefault: Relation) =>
  ({ kind: 'choice', default: byDefault, choices: relations, of: 'relation' }) as const
