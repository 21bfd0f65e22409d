import type { Book } from '../../book/book.ts'
import { type Day, daySerial, daysBetween, serial } from '../../day.ts'
import { fold } from '../../identity/spelling.ts'
import { tellsOf } from '../../reason/facts.ts'
import { currentTiers } from '../../tier/current.ts'
import { type Tier, tiers } from '../../vocabulary.ts'
import { isPresent } from '../present.ts'
import { readTalks } from '../talks.ts'
import { arrivedBy } from './arrived-by.ts'

/** Something a customer waits for. */
export interface Want {
  readonly id: number
  readonly customerId: number
  readonly name: string
  readonly tier: Tier | null
  readonly text: string
  readonly since: Day
  /** How long they have waited, or waited until it came in. */
  readonly days: number
  readonly arrivedOn: Day | null
  /** The day they were told that it is there. */
  readonly toldOn: Day | null
}

export interface WantFilter {
  readonly customerId?: number | undefined
  /** Also those told, waited for no longer, or only until a day that has passed. */
  readonly all?: boolean | undefined
  /** Of those alone whose text contains this one, in any spelling. */
  readonly text?: string | undefined
}

/** Who waits for what as of the book's day: A first, then who has waited longest. Archived customers are left out. */
export async function readWants(
  book: Pick<Book, 'db' | 'today'>,
  { customerId, all = false, text }: WantFilter = {},
): Promise<Want[]> {
  const { db, today } = book
  const rows = await db
    .selectFrom('want')
    .innerJoin('customer', 'customer.id', 'want.customer_id')
    .select([
      'want.id',
      'want.customer_id',
      'customer.name',
      'customer.kind',
      'want.text',
      'want.on',
      'want.until',
      'want.arrived_on',
      arrivedBy.as('arrivedBy'),
      'want.ended_on',
    ])
    .where('want.on', '<=', today)
    .where(isPresent(customerId))
    .orderBy('want.on')
    .orderBy('want.id')
    .execute()
  const ids = [...new Set(rows.map(({ customer_id }) => customer_id))]
  const [tierOf, talks] = await Promise.all([currentTiers(book, ids), readTalks(book, ids)])
  const wants = rows.flatMap((row): Want[] => {
    const arrivedOn = row.arrived_on !== null && row.arrived_on <= today ? row.arrived_on : null
    const wish = arrivedOn === null ? null : { arrivedOn: serial(arrivedOn), arrivedBy: row.arrivedBy }
    const telling = wish && talks.get(row.customer_id)?.find((talk) => tellsOf(talk, wish))
    const toldOn = telling ? daySerial(telling.on) : null
    const isOver =
      toldOn !== null ||
      (row.ended_on !== null && row.ended_on <= today) ||
      (arrivedOn === null && row.until !== null && row.until < today)
    if ((isOver && !all) || (text !== undefined && !fold(row.text).includes(fold(text)))) return []
    return [
      {
        id: row.id,
        customerId: row.customer_id,
        name: row.name,
        tier: row.kind === 'staff' ? null : (tierOf.get(row.customer_id) ?? 'D'),
        text: row.text,
        since: row.on,
        days: daysBetween(row.on, arrivedOn ?? today),
        arrivedOn,
        toldOn,
      },
    ]
  })
  const rank = ({ tier }: Want) => (tier === null ? tiers.length : tiers.indexOf(tier))
  return wants.sort(
    (one, other) =>
      rank(one) - rank(other) || (one.since < other.since ? -1 : one.since > other.since ? 1 : one.id - other.id),
  )
}
