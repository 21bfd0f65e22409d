import type { Policy } from '../book/policy/policy.ts'
import type { Minor } from '../money.ts'
import type { Tier } from '../vocabulary.ts'

/** What a method knows of a customer. */
export interface Candidate {
  readonly customerId: number
  /** Has a counted purchase of any day, or visits of an old roster. */
  readonly bought: boolean
  /** In the window: counted purchases, profit and net spend. */
  readonly visits: number
  readonly profit: Minor
  readonly spent: Minor
  /**
   * For the methods that ask: days since the last counted purchase of the window, buyers they brought, potential 1-5.
   * Null: not known, or not asked.
   */
  readonly since: number | null
  readonly referred: number | null
  readonly potential: number | null
  /** C of the newest day they were asked: see `satisfactionOf`. */
  readonly satisfaction: number | null
}

/**
 * Why a customer is in a tier. matrix: visits and profit, each high or low; abc: which part of the sales they are
 * among; fixed: which threshold they reach; rfm and scorecard: which points; any method: bought before the window only,
 * or never; `staff`: in no tier any more, the one they were in stands in the row.
 */
export const verdictReasons = [
  'high-high',
  'high-low',
  'low-low',
  'low-high',
  'top',
  'middle',
  'rest',
  'at-a',
  'at-b',
  'below',
  'points-a',
  'points-b',
  'points-c',
  'earlier-buyer',
  'never-bought',
  'staff',
] as const
export type VerdictReason = (typeof verdictReasons)[number]

export interface Verdict {
  readonly tier: Tier
  readonly reason: VerdictReason
  /** Net spend in the window from which the next tier up begins, where the method goes by spend alone. */
  readonly nextTierFrom?: Minor | null
  /** What 100 of their spend count as, where potential counts. */
  readonly countsPercent?: number
  /** The points, where the method gives any. */
  readonly points?: Points
}

/**
 * Points that put a customer in a tier, what they are made of (null: not known, and left out), and from how many the
 * next tier up begins.
 */
export interface Points {
  readonly points: number
  readonly of: number
  readonly parts: Readonly<Record<string, number | null>>
  readonly needed: number | null
}

/** A where the points reach `forA`, B where they reach `forB`, else C. */
export function byPoints(points: Omit<Points, 'needed'>, forA: number, forB: number): Verdict {
  if (points.points >= forA) return { tier: 'A', reason: 'points-a', points: { ...points, needed: null } }
  if (points.points >= forB) return { tier: 'B', reason: 'points-b', points: { ...points, needed: forA } }
  return { tier: 'C', reason: 'points-c', points: { ...points, needed: Math.min(forA, forB) } }
}

/**
 * What is high in the matrix, F* and P* (SPEC 3): kept with the run, so that a verdict can be explained later. Null:
 * nobody to measure, or another method.
 */
export interface Thresholds {
  readonly visits: number | null
  readonly profit: Minor | null
}

export interface Sorting {
  readonly thresholds: Thresholds
  judge(candidate: Candidate): Verdict
}

/**
 * A way to sort customers: measures all buyers of the window (who have at least one counted purchase in it), then
 * judges each customer who has.
 */
export type Method = (buyers: Iterable<Candidate>, policy: Policy) => Sorting
