import type { Db } from '../../store/db.ts'
import { givenBack, type RewardGround, standing } from '../benefit/reward-standing.ts'
import type { Book } from '../book/book.ts'
import type { Change } from '../book/change/record.ts'
import { LedgerError } from '../errors.ts'
import { decimal, type Minor } from '../money.ts'
import { balancesOf } from './balance.ts'
import { accountOf } from './credit.ts'

/** Adds credit as a bonus with nothing paid in; less than 0 ends so much of it. */
export async function moveCredit(
  db: Db,
  book: Pick<Book, 'today' | 'by'>,
  change: Change,
  customerId: number,
  entryId: number,
  amount: Minor,
): Promise<void> {
  await db
    .insertInto('entry')
    .values({
      id: change.number('entry'),
      kind: 'payment',
      customer_id: customerId,
      on: book.today,
      amount: 0,
      owed: -amount,
      bonus: Math.abs(amount),
      outgoing: amount < 0 ? 1 : 0,
      reward_of: entryId,
      by: book.by,
      change_id: change.id,
    })
    .execute()
}

/** Credit that came or went with the purchase it was given for. */
export interface CreditMoved {
  readonly customerId: number
  readonly entryId: number
  readonly amount: Minor
}

/**
 * Brings credit that was given with first purchases to what those come to: whole while it stands (see `standing`), none
 * when it does not. What has been spent by then stays spent: nobody comes to owe what they were given.
 */
export async function settleRewards(
  db: Db,
  book: Book,
  change: Change,
  customerIds: readonly (number | null)[],
): Promise<CreditMoved[]> {
  const rewards = await rewardsWith(db, customerIds)
  const stand = standing(rewards)
  const moved: CreditMoved[] = []
  for (const reward of rewards) {
    const { customerId, entryId, whole, left } = reward
    const amount = stand.has(reward) ? whole - left : -Math.min(left, await bonusLeft(db, book, left, customerId))
    if (amount === 0 || (stand.has(reward) && amount < 0)) continue
    await moveCredit(db, book, change, customerId, entryId, amount)
    moved.push({ customerId, entryId, amount })
  }
  return moved
}

async function bonusLeft(db: Db, { today }: Book, most: Minor, customerId: number): Promise<Minor> {
  return most <= 0 ? 0 : (await accountOf(db, today, customerId)).bonus
}

/** Whether credit was ever given for a referral. */
export async function isAnyReward(db: Db): Promise<boolean> {
  return (
    (await db.selectFrom('entry').select('id').where('reward_of', 'is not', null).limit(1).executeTakeFirst()) !==
    undefined
  )
}

interface CreditReward extends RewardGround {
  /** What was given first. */
  readonly whole: Minor
  readonly left: Minor
}

/** The credit of customers for referrals, or for their purchases, in the order it was given. */
async function rewardsWith(db: Db, customerIds: readonly (number | null)[]): Promise<CreditReward[]> {
  const ids = customerIds.filter((id): id is number => id !== null)
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('entry as reward')
    .innerJoin('entry', 'entry.id', 'reward.reward_of')
    .leftJoin('customer as buyer', 'buyer.id', 'entry.customer_id')
    .select([
      'reward.customer_id as customerId',
      'reward.owed',
      'entry.id as entryId',
      'entry.void',
      'entry.amount',
      'entry.customer_id as buyer',
      'buyer.referred_by as referredBy',
      givenBack.as('given'),
    ])
    .where('reward.reward_of', 'is not', null)
    .where('reward.void', '=', 0)
    .where((where) => where.or([where('reward.customer_id', 'in', ids), where('entry.customer_id', 'in', ids)]))
    .orderBy('reward.id')
    .execute()
  const rewards = new Map<string, CreditReward>()
  for (const { owed, customerId, ...ground } of rows) {
    const key = `${customerId} ${ground.entryId}`
    const { whole, left } = rewards.get(key) ?? { whole: Math.max(0, -owed), left: 0 }
    rewards.set(key, { ...ground, customerId: customerId ?? 0, whole, left: left - owed })
  }
  return [...rewards.values()]
}

/** Those whom a change gave credit for a referral, and what they owed before it is taken back. */
export async function rewardedBy(db: Db, { today }: Book, change: number): Promise<Map<number, Minor>> {
  const rows = await db
    .selectFrom('entry')
    .select('customer_id as id')
    .distinct()
    .where('change_id', '=', change)
    .where('reward_of', 'is not', null)
    .where('void', '=', 0)
    .where('owed', '<', 0)
    .execute()
  const spent: number[] = []
  for (const { id } of rows) if (id !== null && (await hasSpentSince(db, today, id, change))) spent.push(id)
  return balancesOf(db, today, spent)
}

/** Whether something entered after a change took of the bonus a customer has. */
async function hasSpentSince(db: Db, today: string, customerId: number, change: number): Promise<boolean> {
  const [later, account] = await Promise.all([
    db
      .selectFrom('entry')
      .select(['id', 'outgoing', 'bonus'])
      .where('customer_id', '=', customerId)
      .where('change_id', '>', change)
      .where('void', '=', 0)
      .where('owed', '>', 0)
      .execute(),
    accountOf(db, today, customerId),
  ])
  return later.some(
    ({ id, outgoing, bonus }) => (outgoing === 1 && bonus !== null) || account.fromCreditOf(id).bonus > 0,
  )
}

/** Throws reward.spent where an undo leaves somebody owing what they were given: see `rewardedBy`. */
export async function refuseSpentRewards(db: Db, { today, currency }: Book, before: ReadonlyMap<number, Minor>) {
  const after = await balancesOf(db, today, [...before.keys()])
  for (const [customerId, was] of before) {
    const owed = (after.get(customerId) ?? 0) - Math.max(0, was)
    if (owed > 0) throw new LedgerError('reward.spent', { customerId, spent: decimal(owed, currency) })
  }
}
