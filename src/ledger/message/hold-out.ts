import { createHash } from 'node:crypto'
import type { Book } from '../book/book.ts'
import { addDays } from '../day.ts'

/** Whom a campaign left out on purpose in the last `message.again` days: they stay left out. */
export async function heldOutBefore(
  { db, today, policy }: Pick<Book, 'db' | 'today' | 'policy'>,
  campaign: string,
  ids: readonly number[],
): Promise<ReadonlySet<number>> {
  const rows = await db
    .selectFrom('held_out')
    .select('customer_id')
    .where('campaign', '=', campaign)
    .where('customer_id', 'in', ids)
    .where('on', '>', addDays(today, -policy['message.again']))
    .where('on', '<=', today)
    .execute()
  return new Set(rows.map(({ customer_id }) => customer_id))
}

/**
 * Of those who could have a message, so many percent, counting those who had it or were held out before. Whom is left
 * to chance, but the same asked twice is the same.
 */
export function holdOut(
  { uuid }: Pick<Book, 'uuid'>,
  { campaign, holdOut: percent }: { readonly campaign: string; readonly holdOut: number },
  candidates: readonly { readonly customerId: number }[],
  { before, held }: { readonly before: number; readonly held: number },
): ReadonlySet<number> {
  const wanted = Math.floor(((candidates.length + before) * percent) / 100) - held
  if (wanted <= 0) return new Set()
  const drawn = candidates
    .map(({ customerId }) => ({
      customerId,
      lot: createHash('sha256').update(`${uuid} ${campaign} ${customerId}`).digest('hex'),
    }))
    .sort((one, other) => (one.lot < other.lot ? -1 : 1))
  return new Set(drawn.slice(0, wanted).map(({ customerId }) => customerId))
}
