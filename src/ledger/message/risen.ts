import type { Book } from '../book/book.ts'
import { addDays } from '../day.ts'
import { currentTiers } from '../tier/current.ts'

/**
 * Who of these is an A now, was something else before, and has not been one for longer than the days in which a message
 * is written once: they are told so once.
 */
export async function risenToA(
  { db, today, policy }: Pick<Book, 'db' | 'today' | 'policy'>,
  ids: readonly number[],
): Promise<Set<number>> {
  const [tiers, rows] = await Promise.all([
    currentTiers({ db, today }, ids),
    db
      .selectFrom('tier')
      .select(['customer_id', 'on', 'tier'])
      .where('customer_id', 'in', ids)
      .where('on', '<=', today)
      .orderBy('on')
      .orderBy('id')
      .execute(),
  ])
  const since = addDays(today, -policy['message.again'])
  const risen = new Set<number>()
  for (const [id, history] of Map.groupBy(rows, ({ customer_id }) => customer_id)) {
    const before = history.findLastIndex(({ tier }) => tier !== 'A')
    const first = history[before + 1]
    if (before >= 0 && first && first.on > since && tiers.get(id) === 'A') risen.add(id)
  }
  return risen
}
