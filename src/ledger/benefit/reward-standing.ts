import { sql } from 'kysely'
import type { Minor } from '../money.ts'

/** What was given back of a purchase, `entry` being it. */
export const givenBack = sql<Minor>`(select coalesce(sum(refund.amount), 0) from entry as refund
  where refund.refund_of = entry.id and refund.void = 0)`

/** A purchase that stands, `entry` being it: neither void nor given back in full. */
export const purchaseStands = sql<boolean>`(entry.void = 0
  and not (entry.amount > 0 and ${givenBack} >= entry.amount))`

/** What a reward for a first purchase hangs on. */
export interface RewardGround {
  readonly entryId: number
  /** Who was given it: whoever brought the buyer, or the buyer. */
  readonly customerId: number
  readonly buyer: number | null
  readonly referredBy: number | null
  readonly void: number
  readonly amount: Minor
  /** What was given back of the purchase. */
  readonly given: Minor
}

/**
 * The rewards that stand: the purchase does, the buyer is still said to have come by way of whoever was given it (or,
 * given it themselves, of anybody), and one for a person, the first of their purchases: two customers may turn out to
 * be one.
 */
export function standing<Ground extends RewardGround>(rewards: readonly Ground[]): Set<Ground> {
  const first = new Map<string, Ground>()
  for (const reward of rewards.toSorted((one, other) => one.entryId - other.entryId)) {
    const { customerId, buyer, referredBy, void: gone, amount, given } = reward
    const isReferred = buyer !== null && (buyer === customerId ? referredBy !== null : referredBy === customerId)
    const stands = isReferred && gone === 0 && !(amount > 0 && given >= amount)
    const whose = `${customerId} ${buyer}`
    if (stands && !first.has(whose)) first.set(whose, reward)
  }
  return new Set(first.values())
}
