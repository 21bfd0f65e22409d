import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import type { Day } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { readStandings } from '../standing/read-standings.ts'
import { readShopGap } from '../standing/shop-gap.ts'
import { stageOf } from '../standing/stage.ts'
import { emptyStanding } from '../standing/standing.ts'
import type { Cause, Stage } from '../vocabulary.ts'

/** Why a customer left, as the shop sees it. */
export interface LossReason {
  readonly on: Day
  readonly why: Cause
  readonly note: string | null
}

/** The newest reason given of each customer up to the book's day. Whether it still stands, `belongs` says. */
export async function lossReasons(
  { db, today }: Pick<Book, 'db' | 'today'>,
  only?: readonly number[],
): Promise<Map<number, LossReason>> {
  const rows = await db
    .selectFrom('loss')
    .select(['customer_id', 'on', 'why', 'note'])
    .where('on', '<=', today)
    .$if(only !== undefined, (query) => query.where('customer_id', 'in', only ?? []))
    .orderBy('on')
    .orderBy('id')
    .execute()
  return new Map(rows.map(({ customer_id, on, why, note }) => [customer_id, { on, why: why as Cause, note }]))
}

/**
 * A reason belongs to the time since the last purchase: who bought on a later day is regained, and it no longer
 * applies.
 */
export function belongs({ on }: LossReason, lastOn: Day | null): boolean {
  return lastOn === null || lastOn <= on
}

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
export interface LossNote {
  readonly why?: Cause | undefined
  readonly note?: string | undefined
}

/**
 * Notes, on the book's day, why a customer left; the newest reason stands. Without a cause the one that stands is kept,
 * and its note too where neither changes; an empty note is none. Throws loss.never-bought for one who was never won.
 */
export async function recordLoss(book: Book, customerId: number, wanted: LossNote): Promise<Lost> {
  const { value, change } = await recordChange(book, 'lost', async (db, change) => {
    const inside = { ...book, db }
    const [person, standings, reasons] = await Promise.all([
      db
        .selectFrom('customer')
        .select(['name', 'opening_visits', 'opening_last_on'])
        .where('id', '=', customerId)
        .executeTakeFirstOrThrow(),
      readStandings(inside, [customerId]),
      lossReasons(inside, [customerId]),
    ])
    const standing = standings.get(customerId) ?? emptyStanding(customerId)
    const opening = { visits: person.opening_visits, lastOn: person.opening_last_on }
    const { stage, lastOn, lostOn } = stageOf(
      standing,
      opening,
      standing.gap ?? (await readShopGap(inside)),
      book.today,
    )
    if (stage === 'prospect') throw new LedgerError('loss.never-bought', { id: customerId, name: person.name })
    const newest = reasons.get(customerId)
    const before = newest && belongs(newest, lastOn) ? newest : null
    const why = wanted.why ?? before?.why ?? 'unknown'
    const note = wanted.note === undefined ? (before?.why === why ? before.note : null) : wanted.note || null
    const noted = { customerId, on: book.today, why, note, by: book.by, stage, lastPurchaseOn: lastOn, lostOn }
    Object.assign(change.facts, { customerId, why })
    if (before?.why === why && before.note === note) {
      change.discard()
      return { ...noted, on: before.on }
    }
    await db
      .insertInto('loss')
      .values({
        id: change.number('loss'),
        customer_id: customerId,
        on: book.today,
        why,
        note,
        by: book.by,
        change_id: change.id,
      })
      .execute()
    return noted
  })
  return { ...value, change }
}
