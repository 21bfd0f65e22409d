import type { Db } from '../../store/db.ts'
import { givenBack, type RewardGround, standing } from './reward-standing.ts'

/** A reward for a first purchase, and what its rows lack of it; less than 0: it goes, as the purchase has gone. */
export interface StandingReward {
  readonly entryId: number
  readonly customerId: number
  readonly missing: number
}

/** The rewards of customers, and of those whose first purchases brought them: whole while they stand. */
export async function standingRewards(db: Db, ids?: readonly number[]): Promise<StandingReward[]> {
  const rows = await db
    .selectFrom('point_entry as row')
    .innerJoin('entry', 'entry.id', 'row.entry_id')
    .leftJoin('customer as buyer', 'buyer.id', 'entry.customer_id')
    .leftJoin('point_entry as lot', 'lot.id', 'row.lot_id')
    .select([
      'row.entry_id as entryId',
      'row.customer_id as customerId',
      'row.points',
      'row.why',
      'lot.why as of',
      'entry.void',
      'entry.amount',
      'entry.customer_id as buyer',
      'buyer.referred_by as referredBy',
      givenBack.as('given'),
    ])
    .where((where) => where.or([where('row.why', '=', 'reward'), where('lot.why', '=', 'reward')]))
    .$if(ids !== undefined, (query) =>
      query.where((where) =>
        where.or([where('row.customer_id', 'in', ids ?? []), where('entry.customer_id', 'in', ids ?? [])]),
      ),
    )
    .orderBy('row.id')
    .execute()
  const rewards = new Map<string, RewardGround & { whole: number; left: number }>()
  for (const { entryId, points, why, of, ...ground } of rows) {
    const key = `${ground.customerId} ${entryId}`
    const reward = rewards.get(key) ?? { ...ground, entryId: entryId ?? 0, whole: 0, left: 0 }
    // What was added first is the reward; what came later brought it back.
    if (reward.whole === 0 && points > 0) reward.whole = points
    if (why === 'reward' || (why === 'lapsed' && of === 'reward')) reward.left += points
    rewards.set(key, reward)
  }
  const stand = standing([...rewards.values()])
  return [...rewards.values()].map((reward) => {
    const { entryId, customerId, whole, left } = reward
    const missing = stand.has(reward) ? (left < whole && left >= 0 ? whole - left : 0) : -Math.max(0, left)
    return { entryId, customerId, missing }
  })
}
