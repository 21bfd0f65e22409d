import type { Book } from '../book/book.ts'
import { type Day, daySerial } from '../day.ts'
import { standingPromise } from '../reason/promise.ts'
import { readPastContacts } from './past-contacts.ts'

/** A promise that was not kept yet: the day it is for, and what was said. */
export interface Promised {
  readonly on: Day
  readonly note: string | null
}

/** The promises that stand, by customer, due already or not. Who was promised nothing is absent. */
export async function readPromises(book: Book, only: readonly number[]): Promise<Map<number, Promised>> {
  const promises = new Map<number, Promised>()
  for (const [customerId, contacts] of await readPastContacts(book, only)) {
    const found = standingPromise(contacts, book.policy['due.promise.days'])
    if (found) promises.set(customerId, { on: daySerial(found.dueOn), note: found.made.note })
  }
  return promises
}
