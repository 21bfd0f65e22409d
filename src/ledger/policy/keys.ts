import { ruleKeys } from '../followup/rules.ts'

/** One rule of the shop: what it may be, and what it is until the owner says otherwise. */
export type Key =
  | { kind: 'count'; standard: number; least: number; most: number }
  | { kind: 'count'; standard: number | null; least: number; most: number; optional: true }
  | { kind: 'money'; standard: number | null; optional: true }
  | { kind: 'share'; standard: number }
  | { kind: 'flag'; standard: boolean }
  | { kind: 'choice'; standard: string; choices: readonly string[] }

const days = <const N extends number>(standard: N, least = 1) => ({ kind: 'count', standard, least, most: 3650 }) as const
const share = (standard: number) => ({ kind: 'share', standard }) as const
const choice = <const C extends string>(standard: C, choices: readonly C[]) => ({ kind: 'choice', standard, choices }) as const

export const channels = ['call', 'wechat', 'sms', 'email', 'letter', 'visit', 'shop', 'event', 'other'] as const

export const keys = {
  'tier.method': choice('matrix', ['matrix', 'abc', 'fixed']),
  'tier.windowDays': days(365),
  'tier.margin': share(1),
  'tier.profitShare': share(0.8),
  /** Fixes F*: null means max(2, ceil(mean f over buyers)). */
  'tier.turnover': { kind: 'count', standard: null, least: 1, most: 100_000, optional: true },
  /** Fixes P*: null means the 80 % rule. */
  'tier.profit': { kind: 'money', standard: null, optional: true },
  /** Method fixed: net spend in the window that makes an A, a B; null is reached by nobody. */
  'tier.fixedA': { kind: 'money', standard: null, optional: true },
  'tier.fixedB': { kind: 'money', standard: null, optional: true },
  'cadence.A': days(7),
  'cadence.B': days(15),
  'cadence.C': days(30),
  'cadence.D': days(15),
  'cadence.first': days(3),
  'cadence.lost': days(90),
  'due.minGap': days(3, 0),
  'due.capacity': { kind: 'count', standard: 12, least: 1, most: 10_000 },
  'due.channel': choice('call', channels),
  ...ruleKeys,
  'points.earnPer': { kind: 'count', standard: 0, least: 0, most: 1_000_000 },
} as const satisfies Record<string, Key>
