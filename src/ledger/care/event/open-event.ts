import type { Book } from '../../book/book.ts'
import { recordChange } from '../../book/change/record.ts'
import type { Day } from '../../day.ts'
import { LedgerError } from '../../errors.ts'
import { fold } from '../../identity/spelling.ts'
import type { KeptEvent } from './events.ts'

/** An event as it was opened; `change` is null in a dry run. */
export interface EventOpened extends KeptEvent {
  readonly change: number | null
}

/** Opens an event that customers can be invited to. Throws event.taken where there is one of that name. */
export async function openEvent(book: Book, name: string, on: Day, note: string | null): Promise<EventOpened> {
  const { value, change } = await recordChange(book, 'event open', async (db, change) => {
    const known = await db.selectFrom('event').select(['name', 'on']).execute()
    const same = known.find((one) => fold(one.name) === fold(name))
    if (same) throw new LedgerError('event.taken', same)
    const id = change.number('event')
    await db.insertInto('event').values({ id, name, on, note, by: book.by, change_id: change.id }).execute()
    Object.assign(change.facts, { eventId: id, on })
    return { id, name, on, note }
  })
  return { ...value, change }
}
