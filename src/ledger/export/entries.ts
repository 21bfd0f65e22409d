import { type Entry, type Payment, type Purchase, type Refund, readEntries } from '../account/entries.ts'
import type { Book } from '../book/book.ts'
import { type CustomerReference, referenceCustomers } from './names.ts'
import { idPages } from './pages.ts'
import { type ExportColumn, type Pages, plain, text } from './sheet.ts'

export type WithCustomer<Row> = Row & { readonly who: CustomerReference | null }

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
export async function* withNames<Row extends { readonly customerId: number | null }>(
  { db }: Book,
  pages: Pages<Row>,
): Pages<WithCustomer<Row>> {
  for await (const page of pages) {
    const called = await referenceCustomers(
      db,
      page.map(({ customerId }) => customerId),
    )
    yield page.map((row) => ({ ...row, who: row.customerId === null ? null : (called.get(row.customerId) ?? null) }))
  }
}

/**
 * The ref of a purchase and the one a refund goes back to; a purchase without one that was refunded is `entry:12`,
 * which an import understands.
 */
export async function* withRefs({ db }: Book, pages: Pages<WithCustomer<Purchase | Refund>>): Pages<Sold> {
  for await (const page of pages) {
    const [first = 0, last = 0] = [page[0]?.id, page.at(-1)?.id]
    const refunds = await db
      .selectFrom('entry')
      .leftJoin('entry as original', 'original.id', 'entry.refund_of')
      .select([
        'entry.id',
        'entry.ref',
        'entry.method',
        'entry.note',
        'entry.refund_of as of',
        'original.ref as originalRef',
      ])
      .where('entry.kind', '=', 'refund')
      .where('entry.id', '>=', first)
      .where('entry.id', '<=', last)
      .execute()
    const refunded = await db
      .selectFrom('entry')
      .select('refund_of')
      .distinct()
      .where('refund_of', '>=', first)
      .where('refund_of', '<=', last)
      .execute()
    const known = new Map(refunds.map((row) => [row.id, row]))
    const named = new Set(refunded.map((row) => row.refund_of))
    yield page.map((row) => {
      const refund = known.get(row.id)
      if (row.kind === 'purchase')
        return { ...row, ref: row.ref ?? (named.has(row.id) ? localRef(row.id) : null), refundOf: null }
      const { ref = null, method = null, note = null, of = null, originalRef = null } = refund ?? {}
      return { ...row, ref, method, note, refundOf: originalRef ?? (of === null ? null : localRef(of)) }
    })
  }
}

const localRef = (id: number) => `entry:${id}`

type Sold = WithCustomer<Purchase | (Omit<Refund, 'refundOf'> & Pick<Purchase, 'ref' | 'method' | 'note'>)> & {
  readonly refundOf: string | null
}

const bought = (row: Sold) => (row.kind === 'purchase' ? row : null)
const returned = (row: Sold) => (row.kind === 'refund' ? row : null)

/** The columns `import purchases` reads. A refund is a negative amount; customers are found by card, phone and name. */
export const purchaseColumns: readonly ExportColumn<Sold>[] = [
  plain('on', ({ on }) => on),
  text('code', ({ who }) => who?.code),
  plain('phone', ({ who }) => who?.phone),
  text('name', ({ who }) => who?.name),
  plain('amount', (row) => (row.kind === 'refund' ? `-${row.amount}` : row.amount)),
  plain('cost', (row) => bought(row)?.cost),
  plain('discount', (row) => bought(row)?.discount),
  text('item', ({ item }) => item),
  text('ref', ({ ref }) => ref),
  text('method', ({ method }) => method),
  plain('paid', (row) => bought(row)?.paid),
  plain('due', (row) => bought(row)?.due),
  text('refund_of', ({ refundOf }) => refundOf),
  plain('status', (row) => (row.void ? 'void' : null)),
  text('note', ({ note }) => note),
  text('reason', (row) => returned(row)?.reason),
  text('fault', (row) => returned(row)?.fault),
  text('by', ({ by }) => by),
]

/** Payments by the names of their JSON. */
export const paymentColumns: readonly ExportColumn<WithCustomer<Payment>>[] = [
  plain('id', ({ id }) => id),
  plain('kind', ({ kind }) => kind),
  plain('customerId', ({ customerId }) => customerId),
  text('name', ({ who }) => who?.name),
  plain('on', ({ on }) => on),
  plain('amount', ({ amount }) => amount),
  plain('out', ({ out }) => String(out)),
  plain('bonus', ({ bonus }) => bonus),
  text('method', ({ method }) => method),
  text('note', ({ note }) => note),
  text('by', ({ by }) => by),
  plain('void', (row) => String(row.void)),
]

/** How many entries or contacts have a day that has not come: an export is of today, and leaves them for later. */
export async function stillToCome({ db, today }: Book, kinds: readonly Entry['kind'][] | null): Promise<number> {
  const { count } = await db
    .selectFrom(kinds ? 'entry' : ('contact' as 'entry'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('on', '>', today)
    .$if(kinds !== null, (query) => query.where('kind', 'in', kinds ?? []))
    .executeTakeFirstOrThrow()
  return count
}
