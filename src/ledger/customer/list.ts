import { type SqlBool, sql } from 'kysely'
import type { Book } from '../book.ts'
import type { Day } from '../day.ts'
import type { Stage } from '../stage/stage.ts'
import type { Tier } from '../tier/method.ts'
import { birthYear } from './birthday.ts'
import { type Customer, readCustomers } from './customer.ts'
import { holds } from './find.ts'
import { fold } from './spelling.ts'

/** Who is listed: every condition must hold. */
export interface ListFilter {
  readonly tiers?: readonly Tier[] | undefined
  readonly stages?: readonly Stage[] | undefined
  /** All of these tags. */
  readonly tags?: readonly string[] | undefined
  readonly source?: string | undefined
  readonly keeper?: string | undefined
  readonly owes?: boolean | undefined
  /** Some purchase's item holds this text. */
  readonly bought?: string | undefined
  /** Years of birth, both included; null is open. */
  readonly born?: { readonly from: number | null; readonly to: number | null } | undefined
  /** Bought before, but not since this day. */
  readonly notSince?: Day | undefined
  /** Facts that must stand so; an empty value: that must stand at all. */
  readonly where?: readonly (readonly [string, string])[] | undefined
  /** Archived ones too. */
  readonly archived?: boolean | undefined
  readonly sort?: ListOrder | undefined
  readonly limit?: number | undefined
}

export const sortKeys = [
  'id',
  'name',
  'code',
  'tier',
  'stage',
  'joined',
  'bought',
  'contacted',
  'purchases',
  'spent',
  'profit',
  'balance',
  'potential',
  'share',
] as const
export type SortKey = (typeof sortKeys)[number]
export interface ListOrder {
  readonly by: SortKey
  /** The other way round than the key's own. */
  readonly reversed: boolean
}

/** Customers as of the book's day that the filter lets through, by id unless sorted otherwise. */
export async function listCustomers(book: Book, filter: ListFilter): Promise<Customer[]> {
  const ids = await idsOf(book, filter)
  const customers = await readCustomers(book, { ids, archived: filter.archived ?? false })
  const kept = customers.filter((customer) => fits(customer, filter))
  const sorted = filter.sort ? inOrder(kept, filter.sort, book.lang) : kept
  return filter.limit === undefined ? sorted : sorted.slice(0, filter.limit)
}

/** What the file can answer by itself; undefined is everybody. */
async function idsOf(book: Book, { tags = [], source, keeper, bought, where = [], archived = false }: ListFilter): Promise<number[] | undefined> {
  if (tags.length === 0 && source === undefined && keeper === undefined && bought === undefined && where.length === 0) return undefined
  let query = book.db.selectFrom('customer').select('id').orderBy('id')
  if (!archived) query = query.where('archived', '=', 0)
  if (source !== undefined) query = query.where(same(sql.ref('source'), source))
  if (keeper !== undefined) query = query.where(same(sql.ref('keeper'), keeper))
  for (const tag of tags) query = query.where(sql<SqlBool>`exists (select 1 from tag where tag.customer_id = customer.id and ${same(sql.ref('tag.tag'), tag)})`)
  for (const [key, value] of where) {
    const valued = value === '' ? sql`1` : same(sql.ref('fact.value'), value)
    query = query.where(sql<SqlBool>`exists (select 1 from fact where fact.customer_id = customer.id and ${same(sql.ref('fact.key'), key)} and ${valued})`)
  }
  if (bought !== undefined) {
    const buyers = book.db
      .selectFrom('entry')
      .select('customer_id')
      .distinct()
      .where('kind', '=', 'purchase')
      .where('void', '=', 0)
      .where('on', '<=', book.today)
      .where(holds(sql.ref('item'), bought))
      .where('customer_id', 'is not', null)
    query = query.where('id', 'in', buyers.$castTo<{ customer_id: number }>())
  }
  return (await query.execute()).map(({ id }) => id)
}

/** Equal but for case, in ASCII; other letters as they were written. */
function same(column: ReturnType<typeof sql.ref>, text: string) {
  return sql<SqlBool>`(lower(${column}) = ${fold(text)} or ${column} = ${text})`
}

function fits(customer: Customer, { tiers, stages, owes, born, notSince }: ListFilter): boolean {
  if (tiers && !tiers.includes(customer.tier)) return false
  if (stages && !stages.includes(customer.stage)) return false
  if (owes && !(Number(customer.balance) > 0)) return false
  if (born && !isBorn(customer, born)) return false
  return notSince === undefined || (customer.lastPurchaseOn !== null && customer.lastPurchaseOn < notSince)
}

function isBorn({ birthday }: Customer, { from, to }: NonNullable<ListFilter['born']>): boolean {
  const year = birthday === null ? null : birthYear(birthday)
  return year !== null && year >= (from ?? year) && year <= (to ?? year)
}

/** Text and ids rise; days, money and counts begin with the most. Who has none comes last either way. */
const values: { readonly [Key in SortKey]: (customer: Customer) => string | number | null } = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  code: ({ code }) => code,
  tier: ({ tier }) => tier,
  stage: ({ stage }) => ['stable', 'forming', 'exploring', 'declining', 'lost', 'prospect'].indexOf(stage),
  joined: ({ joinedOn }) => joinedOn,
  bought: ({ lastPurchaseOn }) => lastPurchaseOn,
  contacted: ({ lastContactOn }) => lastContactOn,
  purchases: ({ purchases }) => purchases,
  spent: ({ spent }) => Number(spent),
  profit: ({ profit }) => Number(profit),
  balance: ({ balance }) => Number(balance),
  potential: ({ potential }) => potential,
  share: ({ walletShare }) => walletShare,
}
const rising: readonly SortKey[] = ['id', 'name', 'code', 'tier', 'stage']

function inOrder(customers: readonly Customer[], { by, reversed }: ListOrder, lang: string): Customer[] {
  const collator = new Intl.Collator(lang, { numeric: true })
  const way = rising.includes(by) === reversed ? -1 : 1
  const compare = (one: string | number, other: string | number) => (typeof one === 'string' ? collator.compare(one, String(other)) : one - Number(other))
  return customers
    .map((customer) => ({ customer, value: values[by](customer) }))
    .sort((one, other) => {
      if (one.value === null || other.value === null) return Number(one.value === null) - Number(other.value === null) || one.customer.id - other.customer.id
      return way * compare(one.value, other.value) || one.customer.id - other.customer.id
    })
    .map(({ customer }) => customer)
}
