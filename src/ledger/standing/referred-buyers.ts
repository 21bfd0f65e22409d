import type { Db } from '../../store/db.ts'
import { isAmong, type Only } from '../../store/lists.ts'
import type { Day } from '../day.ts'
import { whoBought } from './who-bought.ts'

/** How many who have bought here each of them brought, archived ones left out: those of `referrals`. */
export async function referredBuyers(db: Db, day: Day, only: Only): Promise<Map<number, number>> {
  const brought = await db
    .selectFrom('customer')
    .select(['id', 'referred_by'])
    .where('referred_by', 'is not', null)
    .where('archived', '=', 0)
    .where('kind', '<>', 'staff')
    .where(isAmong('referred_by', only))
    .execute()
  if (brought.length === 0) return new Map()
  const bought = await whoBought(
    db,
    day,
    brought.map(({ id }) => id),
    { roster: false },
  )
  const counts = new Map<number, number>()
  for (const { id, referred_by } of brought)
    if (bought.has(id)) counts.set(referred_by as number, (counts.get(referred_by as number) ?? 0) + 1)
  return counts
}
