import type { DayNumber } from '../day.ts'
import { compareFractions, type Fraction } from '../fraction.ts'
import type { Minor } from '../money.ts'
import { foremost } from '../quantile.ts'
import type { Tier } from '../vocabulary.ts'
import type { Raised } from './reasons.ts'

/** A customer who is due, and what decides their place. */
export interface DueCandidate {
  readonly customerId: number
  readonly score: Fraction
  readonly windowProfit: Minor
  readonly lastReached: DayNumber | null
  /** The most over their reasons. */
  readonly daysOverdue: number
  /** Shown whatever the capacity. */
  readonly first: boolean
}

const bonus: Readonly<Record<Tier, number>> = { A: 30, B: 20, D: 15, C: 10 }

/** Tier bonus and the highest, over the reasons, of weight and lateness. */
export function scoreOf(tier: Tier, raised: readonly Pick<Raised, 'points'>[]): Fraction {
  let highest: Fraction = { top: 0, bottom: 1 }
  for (const { points } of raised) if (compareFractions(points, highest) > 0) highest = points
  return { top: bonus[tier] * highest.bottom + highest.top, bottom: highest.bottom }
}

/** The rank: score, profit in the window, longest without contact, id. */
export function inRank<One extends DueCandidate>(candidates: readonly One[]): One[] {
  return [...candidates].sort(byRank)
}

function byRank(one: DueCandidate, other: DueCandidate): number {
  const never = Number.NEGATIVE_INFINITY
  return (
    compareFractions(other.score, one.score) ||
    other.windowProfit - one.windowProfit ||
    compare(one.lastReached ?? never, other.lastReached ?? never) ||
    one.customerId - other.customerId
  )
}

function byLateness(one: DueCandidate, other: DueCandidate): number {
  return other.daysOverdue - one.daysOverdue || byRank(one, other)
}

function compare(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/**
 * Who is shown, in rank. Promises, complaints and birthdays on their day always are and take places first; of the
 * places left one in six, at least one, goes to who is most days overdue and not chosen yet.
 */
export function choose<One extends DueCandidate>(candidates: readonly One[], capacity: number): One[] {
  const always = candidates.filter(({ first }) => first)
  const others = candidates.filter(({ first }) => !first)
  const places = Math.max(0, capacity - always.length)
  const spread = others.length <= places || places === 0 ? 0 : Math.max(1, Math.floor(places / 6))
  const best = new Set(foremost(others, places - spread, byRank))
  const late = spread === 0 ? [] : foremost(others, spread, byLateness, best)
  return inRank([...always, ...best, ...late])
}

/** A score, or so many days overdue. */
export interface LeastShown {
  readonly score: Fraction
  readonly daysOverdue: number
}

/**
 * What a candidate must reach to be shown among so many that not all can be: a score, or so many days overdue. Null
 * when all are shown. It holds as well when others' scores and days turn out to be more than is known here.
 */
export function leastShown(candidates: readonly DueCandidate[], capacity: number): LeastShown | null {
  const others = candidates.filter(({ first }) => !first)
  const places = Math.max(0, capacity - (candidates.length - others.length))
  if (others.length <= places) return null
  if (places === 0) return { score: { top: 1, bottom: 0 }, daysOverdue: Number.POSITIVE_INFINITY }
  const [last] = foremost(others, places, byRank).slice(-1)
  const [latest] = foremost(others, places, byLateness).slice(-1)
  return last && latest ? { score: last.score, daysOverdue: latest.daysOverdue } : null
}
