import type { Book } from '../book/book.ts'
import { type Contact, readContacts } from '../followup/contacts.ts'
import type { WithCustomer } from './entries.ts'
import { idPages } from './pages.ts'
import { type ExportColumn, type Pages, plain, text } from './sheet.ts'

/** Contacts up to the book's day in the order they were entered; void ones are left out. */
export async function* contactRows(book: Book): Pages<Contact> {
  for await (const ids of idPages(book.db, 'contact')) {
    const rows = await readContacts(book, { ids })
    yield rows.sort((one, other) => one.id - other.id)
  }
}

/** The columns `import contacts` reads, and what else is known. */
export const contactColumns: readonly ExportColumn<WithCustomer<Contact>>[] = [
  plain('on', ({ on }) => on),
  text('code', ({ who }) => who?.code),
  plain('phone', ({ who }) => who?.phone),
  text('name', ({ who }) => who?.name),
  plain('direction', ({ direction }) => direction),
  plain('channel', ({ channel }) => channel),
  plain('outcome', ({ outcome }) => outcome),
  plain('about', ({ about }) => about?.join(',')),
  text('note', ({ note }) => note),
  plain('next', ({ nextOn }) => nextOn),
  text('campaign', ({ campaign }) => campaign),
  text('gift', ({ gift }) => gift),
  text('by', ({ by }) => by),
]
