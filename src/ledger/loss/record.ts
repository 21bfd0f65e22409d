import type { Book } from '../book.ts'
import { recordChange } from '../change/record.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { type Stage, stageOf } from '../stage/stage.ts'
import { emptyStanding, readShopGap, readStandings } from '../standing/standing.ts'
import { belongs, type Cause, type LossReason, lossReasons } from './reasons.ts'

/** What was noted, beside where the customer stands by their own rhythm: a reason moves nobody to another stage. */
export interface Lost extends LossReason {
  readonly customerId: number
  readonly by: string
  readonly stage: Stage
  readonly lastPurchaseOn: Day | null
  /** The first day on which they count as lost; null when nobody can say. */
  readonly lostOn: Day | null
  /** null: it was noted so already, or a dry run. */
  readonly change: number | null
}

/** What the owner says of it; undefined is not said. */
export interface Told {
  readonly why?: Cause | undefined
  readonly note?: string | undefined
}

/**
 * Notes, on the book's day, why a customer left; the newest reason stands. Without a cause the one that stands is kept, and its note too
 * where neither changes; an empty note is none. Throws loss.never-bought for one who was never won.
 */
export async function recordLoss(book: Book, customerId: number, asked: Told): Promise<Lost> {
  const { value, change } = await recordChange(book, 'lost', async (db, change) => {
    const inside = { ...book, db }
    const person = await db.selectFrom('customer').select(['name', 'opening_visits', 'opening_last_on']).where('id', '=', customerId).executeTakeFirstOrThrow()
    const standing = (await readStandings(inside, [customerId])).get(customerId) ?? emptyStanding(customerId)
    const opening = { visits: person.opening_visits, lastOn: person.opening_last_on }
    const { stage, lastOn, lostOn } = stageOf(standing, opening, standing.gap ?? (await readShopGap(inside)), book.today)
    if (stage === 'prospect') throw new LedgerError('loss.never-bought', { id: customerId, name: person.name })
    const newest = (await lossReasons(inside, [customerId])).get(customerId)
    const before = newest && belongs(newest, lastOn) ? newest : null
    const why = asked.why ?? before?.why ?? 'unknown'
    const note = asked.note === undefined ? (before?.why === why ? before.note : null) : asked.note || null
    const told = { customerId, on: book.today, why, note, by: book.by, stage, lastPurchaseOn: lastOn, lostOn }
    Object.assign(change.facts, { customerId, why })
    if (before?.why === why && before.note === note) {
      change.discard()
      return { ...told, on: before.on }
    }
    await db.insertInto('loss').values({ customer_id: customerId, on: book.today, why, note, by: book.by, change_id: change.id }).execute()
    return told
  })
  return { ...value, change }
}
