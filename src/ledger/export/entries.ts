import type { Book } from '../book.ts'
import { type Entry, type Payment, type Purchase, type Refund, readEntries } from '../entry/entries.ts'
import { type Called, callCustomers } from './names.ts'
import { idPages } from './pages.ts'
import { type Column, type Pages, plain, text } from './rows.ts'

export type Named<Row> = Row & { readonly who: Called | null }

/** Purchases and refunds up to the book's day in the order they were entered, void ones marked. */
export function purchaseRows(book: Book): Pages<Purchase | Refund> {
  return entryRows(book, ['purchase', 'refund']) as Pages<Purchase | Refund>
}

/** Payments, credit handed back and the accounts customers began with. */
export function paymentRows(book: Book): Pages<Payment> {
  return entryRows(book, ['payment', 'opening']) as Pages<Payment>
}

async function* entryRows(book: Book, kinds: readonly Entry['kind'][]): Pages<Entry> {
  for await (const ids of idPages(book.db, 'entry', { kinds })) {
    const rows = await readEntries(book, { ids, void: true })
    yield rows.sort((one, other) => one.id - other.id)
  }
}

/** The same rows with the names of their customers. */
export async function* withNames<Row extends { readonly customerId: number | null }>({ db }: Book, pages: Pages<Row>): Pages<Named<Row>> {
  for await (const page of pages) {
    const called = await callCustomers(
      db,
      page.map(({ customerId }) => customerId),
    )
    yield page.map((row) => ({ ...row, who: row.customerId === null ? null : (called.get(row.customerId) ?? null) }))
  }
}

/** The purchase a refund goes back to, by its ref. */
export async function* withOriginals({ db }: Book, pages: Pages<Named<Purchase | Refund>>): Pages<Sold> {
  for await (const page of pages) {
    const ids = page.map((row) => row.id)
    const extra =
      ids.length === 0
        ? []
        : await db
            .selectFrom('entry')
            .leftJoin('entry as original', 'original.id', 'entry.refund_of')
            .select(['entry.id', 'entry.ref', 'entry.method', 'entry.kind', 'original.ref as refundOf'])
            .where('entry.id', '>=', ids[0] ?? 0)
            .where('entry.id', '<=', ids.at(-1) ?? 0)
            .where('entry.kind', '=', 'refund')
            .execute()
    const known = new Map(extra.map((row) => [row.id, row]))
    yield page.map((row) => ({ ...row, original: known.get(row.id) ?? null }))
  }
}

type Sold = Named<Purchase | Refund> & {
  readonly original: { readonly ref: string | null; readonly method: string | null; readonly refundOf: string | null } | null
}

const bought = (row: Sold): Purchase | null => (row.kind === 'purchase' ? row : null)

/** The columns `import purchases` reads. A refund is a negative amount; customers are found by card, phone and name. */
export const purchaseColumns: readonly Column<Sold>[] = [
  plain('on', ({ on }) => on),
  text('code', ({ who }) => who?.code),
  plain('phone', ({ who }) => who?.phone),
  text('name', ({ who }) => who?.name),
  plain('amount', (row) => (row.kind === 'refund' ? `-${row.amount}` : row.amount)),
  plain('cost', (row) => bought(row)?.cost),
  plain('discount', (row) => bought(row)?.discount),
  text('item', ({ item }) => item),
  text('ref', (row) => bought(row)?.ref ?? row.original?.ref),
  text('method', (row) => bought(row)?.method ?? row.original?.method),
  plain('paid', (row) => bought(row)?.paid),
  plain('due', (row) => bought(row)?.due),
  text('refund_of', ({ original }) => original?.refundOf),
  plain('status', (row) => (row.void ? 'void' : null)),
]

/** Payments by the names of their JSON. */
export const paymentColumns: readonly Column<Named<Payment>>[] = [
  plain('id', ({ id }) => id),
  plain('kind', ({ kind }) => kind),
  plain('customerId', ({ customerId }) => customerId),
  text('name', ({ who }) => who?.name),
  plain('on', ({ on }) => on),
  plain('amount', ({ amount }) => amount),
  plain('out', ({ out }) => String(out)),
  text('method', ({ method }) => method),
  text('note', ({ note }) => note),
  text('by', ({ by }) => by),
  plain('void', (row) => String(row.void)),
]
