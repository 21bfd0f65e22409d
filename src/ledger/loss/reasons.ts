import { among } from '../balance/balance.ts'
import type { Book } from '../book.ts'
import type { Day } from '../day.ts'
import type { Vocabulary } from '../vocabulary.ts'

export type Cause = Vocabulary['cause'][number]

/** Why a customer left, as the shop sees it. */
export interface LossReason {
  readonly on: Day
  readonly why: Cause
  readonly note: string | null
}

/** The newest reason given of each customer up to the book's day. Whether it still stands, `belongs` says. */
export async function lossReasons({ db, today }: Pick<Book, 'db' | 'today'>, only?: readonly number[]): Promise<Map<number, LossReason>> {
  const rows = await db
    .selectFrom('loss')
    .select(['customer_id', 'on', 'why', 'note'])
    .where('on', '<=', today)
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', among(only ?? [])))
    .orderBy('on')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ customer_id, on, why, note }) => [customer_id, { on, why: why as Cause, note }]))
}

/** A reason belongs to the time since the last purchase: who bought on a later day is regained, and it is told of them no more. */
export function belongs({ on }: LossReason, lastOn: Day | null): boolean {
  return lastOn === null || lastOn <= on
}
