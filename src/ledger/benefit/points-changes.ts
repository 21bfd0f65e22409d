import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import { LedgerError } from '../errors.ts'
import { decimal } from '../money.ts'
import { readPointEntries, replayPoints, worthOf } from './points.ts'
import { pointsWriter } from './settle-points.ts'

/** What became of a customer's points. */
export interface PointsMoved {
  readonly customerId: number
  readonly name: string
  /** Added, or less than 0: taken. */
  readonly moved: number
  readonly points: number
  readonly worth: string
  readonly change: number | null
}

type Whose = { readonly id: number; readonly name: string }

/** Takes points for something that is no purchase. Throws points.too-few. */
export function redeemPoints(book: Book, customer: Whose, points: number, note: string | null): Promise<PointsMoved> {
  return move(book, 'points redeem', customer, -points, note)
}

/** Adds points or takes them, with a reason. Throws points.too-few. */
export function adjustPoints(book: Book, customer: Whose, points: number, note: string): Promise<PointsMoved> {
  return move(book, 'points adjust', customer, points, note)
}

async function move(
  book: Book,
  command: 'points redeem' | 'points adjust',
  { id, name }: Whose,
  moved: number,
  note: string | null,
): Promise<PointsMoved> {
  const { value, change } = await recordChange(book, command, async (db, change) => {
    const writer = await pointsWriter(db, book, change, [id])
    const points = writer.points(id)
    if (points + moved < 0) throw new LedgerError('points.too-few', { id, name, points, asked: -moved })
    await writer.add(id, book.today, moved, command === 'points redeem' ? 'redeemed' : 'adjusted', { note })
    // What was added goes first to what could not be taken back.
    await writer.settle()
    Object.assign(change.facts, { customerId: id, points: moved })
    return { points: writer.points(id), worth: decimal(worthOf(writer.points(id), book.policy), book.currency) }
  })
  return { customerId: id, name, moved, ...value, change }
}

export interface PointsExpired {
  readonly customers: number
  readonly points: number
  readonly change: number | null
}

/** Writes what has lapsed, of a customer or of all, as of the days it did. */
export async function expirePoints(book: Book, customerId: number | null): Promise<PointsExpired> {
  const { value, change } = await recordChange(book, 'points expire', async (db, change) => {
    const days = book.policy['points.expireDays']
    const accounts = await readPointEntries(db, book.today, customerId === null ? undefined : [customerId])
    const lapsed = [...accounts].flatMap(([id, entries]) => {
      const points = replayPoints(entries, book.today, days).lapsed.reduce((sum, { left }) => sum + left, 0)
      return points > 0 ? [{ id, points }] : []
    })
    const ids = lapsed.map(({ id }) => id)
    if (ids.length === 0) change.discard()
    else await (await pointsWriter(db, book, change, ids)).settle()
    const points = lapsed.reduce((sum, one) => sum + one.points, 0)
    Object.assign(change.facts, { count: ids.length, points, ...(customerId === null ? {} : { customerId }) })
    return { customers: ids.length, points }
  })
  return { ...value, change }
}
