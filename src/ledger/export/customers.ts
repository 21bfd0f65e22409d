import type { Selectable } from 'kysely'
import type { CustomerTable } from '../../store/tables.ts'
import { balancesOf } from '../account/balance.ts'
import { pointsOf } from '../benefit/points.ts'
import type { Book } from '../book/book.ts'
import { type Customer, readCustomers } from '../customer/customer.ts'
import { decimal, type Minor } from '../money.ts'
import { readShopGap } from '../standing/shop-gap.ts'
import { pinsOn } from '../tier/current.ts'
import { referenceCustomers } from './names.ts'
import { idPages } from './pages.ts'
import { type ExportColumn, type Pages, plain, text } from './sheet.ts'

/** Every customer as `show --json` has them, archived ones too; who was forgotten is none. */
export async function* allCustomers(book: Book): Pages<Customer> {
  const shopGap = await readShopGap(book)
  for await (const ids of idPages(book.db, 'customer'))
    yield await readCustomers(book, { ids, forgotten: false, shopGap })
}

/** What is kept of a customer, without the figures that follow from their entries. */
export interface ExportedCustomer {
  readonly row: Selectable<CustomerTable>
  /** Positive: they owe. */
  readonly balance: Minor
  /** Their account of points; null where none was opened. */
  readonly points: number | null
  readonly tags: readonly string[]
  readonly facts: ReadonlyMap<string, string>
  readonly consent: readonly string[]
  readonly referredBy: string | null
  /** The tier they are pinned to. */
  readonly pinned: string | null
}

/** Every customer, or some, archived ones too, in the order they were entered. */
export async function* exportedCustomers(book: Book, only?: ReadonlySet<number>): Pages<ExportedCustomer> {
  const { db, today } = book
  for await (const page of idPages(db, 'customer')) {
    const ids = only ? page.filter((id) => only.has(id)) : page
    const rows = await db
      .selectFrom('customer')
      .selectAll()
      .where('id', 'in', ids)
      .where('forgotten_on', 'is', null)
      .orderBy('id')
      .execute()
    const [balances, points] = [await balancesOf(db, today, ids), await pointsOf(book, ids)]
    const pins = await pinsOn(db, today, ids)
    const referrers = await referenceCustomers(
      db,
      rows.map((row) => row.referred_by),
    )
    const rowsOf = async <Table extends 'tag' | 'fact' | 'consent'>(table: Table) =>
      Map.groupBy(
        await db
          .selectFrom(table as 'fact')
          .selectAll()
          .where('customer_id', 'in', ids)
          .orderBy('id')
          .execute(),
        (row) => row.customer_id,
      )
    const [tags, facts, consent] = [await rowsOf('tag'), await rowsOf('fact'), await rowsOf('consent')]
    yield rows.map((row) => ({
      row,
      balance: balances.get(row.id) ?? 0,
      points: points.get(row.id) ?? null,
      tags: (tags.get(row.id) ?? []).map((one) => (one as unknown as { tag: string }).tag),
      facts: new Map((facts.get(row.id) ?? []).map(({ key, value }) => [key, value])),
      consent: (consent.get(row.id) ?? []).map((one) =>
        consentText(one as unknown as { channel: string; given: number }),
      ),
      referredBy: row.referred_by === null ? null : (referrers.get(row.referred_by)?.exact ?? null),
      pinned: pins.get(row.id)?.tier ?? null,
    }))
  }
}

const consentText = ({ channel, given }: { channel: string; given: number }) => `${channel}=${given ? 'yes' : 'no'}`

/**
 * The columns `import customers` reads, then a column `fact:KEY` for each of the owner's own keys, which it reads too.
 */
export async function customerColumns({ db, currency }: Book): Promise<readonly ExportColumn<ExportedCustomer>[]> {
  const money = (amount: Minor | null) => (amount === null ? null : decimal(amount, currency))
  const fixed: readonly ExportColumn<ExportedCustomer>[] = [
    text('name', ({ row }) => row.name),
    text('called', ({ row }) => row.called),
    text('code', ({ row }) => row.code),
    plain('kind', ({ row }) => row.kind),
    plain('phone', ({ row }) => row.phone),
    text('email', ({ row }) => row.email),
    text('wechat', ({ row }) => row.wechat),
    text('company', ({ row }) => row.company),
    text('address', ({ row }) => row.address),
    plain('birthday', ({ row }) => row.birthday),
    plain('joined', ({ row }) => row.joined_on),
    text('source', ({ row }) => row.source),
    text('referred_by', ({ referredBy }) => referredBy),
    text('tags', ({ tags }) => tags),
    text('notes', ({ row }) => row.notes),
    plain('style', ({ row }) => row.style),
    plain('potential', ({ row }) => row.potential),
    text('keeper', ({ row }) => row.keeper),
    plain('owes', ({ balance }) => (balance > 0 ? money(balance) : null)),
    plain('credit', ({ balance }) => (balance < 0 ? money(-balance) : null)),
    plain('visits_before', ({ row }) => row.opening_visits),
    plain('spent_before', ({ row }) => money(row.opening_spent)),
    plain('last_purchase', ({ row }) => row.opening_last_on),
    plain('points', ({ facts, points }) => points ?? pointsIn(facts)),
    plain('tier', ({ pinned }) => pinned),
    plain('wallet_share', ({ row }) => row.wallet_share),
    plain('preferred_channel', ({ row }) => row.channel),
    text('hours', ({ row }) => row.hours),
    plain('credit_limit', ({ row }) => money(row.credit_limit)),
    plain('do_not_contact', ({ row }) => (row.do_not_contact ? 'yes' : null)),
    plain('consent', ({ consent }) => consent),
    plain('archived', ({ row }) => (row.archived ? 'yes' : null)),
  ]
  const keys = await db.selectFrom('fact').select('key').distinct().orderBy('key').execute()
  const points = await db.selectFrom('fact').select('value').distinct().where('key', '=', 'points').execute()
  const own = keys.filter(({ key }) => key !== 'points' || points.some(({ value }) => !isCount(value)))
  return [
    ...fixed,
    ...own.map(({ key }) =>
      text<ExportedCustomer>(`fact:${key}`, ({ facts }) =>
        key === 'points' && pointsIn(facts) !== null ? null : facts.get(key),
      ),
    ),
  ]
}

/** Points that a roster brought are kept as a fact. */
function pointsIn(facts: ReadonlyMap<string, string>): string | null {
  const points = facts.get('points') ?? ''
  return isCount(points) ? points : null
}

function isCount(text: string): boolean {
  return /^(0|[1-9]\d{0,8})$/.test(text)
}
