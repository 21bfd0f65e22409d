import type { Minor } from '../money.ts'
import type { Tier } from '../tier/method.ts'
import type { Raised } from './reasons.ts'
import type { DayNumber } from './rule.ts'

/** A customer who is due, and what decides their place. */
export interface Candidate {
  readonly customerId: number
  readonly score: number
  readonly windowProfit: Minor
  readonly lastReached: DayNumber | null
  /** The most over their reasons. */
  readonly daysOverdue: number
  /** Shown whatever the capacity. */
  readonly first: boolean
}

const bonus: Readonly<Record<Tier, number>> = { A: 30, B: 20, D: 15, C: 10 }

/** Tier bonus and the highest, over the reasons, of weight and lateness. */
export function scoreOf(tier: Tier, raised: readonly Raised[]): number {
  let highest = 0
  for (const { points } of raised) highest = Math.max(highest, points)
  return bonus[tier] + highest
}

/** The rank: score, profit in the window, longest without contact, id. */
export function inRank<One extends Candidate>(candidates: readonly One[]): One[] {
  return [...candidates].sort((one, other) => other.score - one.score || byTies(one, other))
}

function byTies(one: Candidate, other: Candidate): number {
  const never = Number.NEGATIVE_INFINITY
  return other.windowProfit - one.windowProfit || compare(one.lastReached ?? never, other.lastReached ?? never) || one.customerId - other.customerId
}

function compare(one: number, other: number): number {
  return one < other ? -1 : one > other ? 1 : 0
}

/**
 * Who is shown of those in rank, in rank. Promises, complaints and birthdays on their day always are and take places first; of the places
 * left one in six, at least one, goes to who is most days overdue and not chosen yet.
 */
export function choose<One extends Candidate>(ranked: readonly One[], capacity: number): One[] {
  const chosen = new Set(ranked.filter(({ first }) => first))
  const places = Math.max(0, capacity - chosen.size)
  const others = ranked.filter((one) => !chosen.has(one))
  const spread = others.length <= places || places === 0 ? 0 : Math.max(1, Math.floor(places / 6))
  for (const one of others.slice(0, places - spread)) chosen.add(one)
  if (spread > 0) {
    const waiting = others.slice(places - spread).sort((one, other) => other.daysOverdue - one.daysOverdue)
    for (const one of waiting.slice(0, spread)) chosen.add(one)
  }
  return ranked.filter((one) => chosen.has(one))
}
