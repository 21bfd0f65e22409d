import { audienceOf } from '../audience/audience.ts'
import type { Audience } from '../audience/filter.ts'
import type { Book } from '../book/book.ts'
import type { Stage } from '../vocabulary.ts'
import { type Customer, customerPages } from './customer.ts'

/** Who is listed, and in which order. */
export interface ListFilter extends Audience {
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

/** Customers to be listed: how many, and themselves, page by page, or of each no more than some columns. */
export interface CustomerList {
  readonly count: number
  pages(columns?: readonly (keyof Customer)[]): AsyncIterable<readonly Customer[]>
}

/** Customers as of the book's day that the filter lets through, by id unless sorted otherwise. */
export async function listCustomers(book: Book, { sort, limit, ...audience }: ListFilter): Promise<CustomerList> {
  const asked = await audienceOf(book, audience)
  const isSorted = sort !== undefined && (sort.by !== 'id' || sort.reversed)
  const ids =
    asked && (isSorted || limit === undefined) ? [...asked] : await firstOf(book, asked, isSorted ? undefined : limit)
  const listed = isSorted ? (await inOrder(book, ids, sort)).slice(0, limit) : ids
  return {
    count: listed.length,
    pages: (columns) => customerPages(book, { ids: listed, forgotten: false, columns }),
  }
}

/** The first by id of those asked for; without any, of everyone who is not archived. */
async function firstOf(
  { db }: Book,
  asked: ReadonlySet<number> | undefined,
  limit: number | undefined,
): Promise<number[]> {
  const rows = await db
    .selectFrom('customer')
    .select('id')
    .where('forgotten_on', 'is', null)
    .$if(asked === undefined, (query) => query.where('archived', '=', 0))
    .$if(asked !== undefined, (query) => query.where('id', 'in', [...(asked ?? [])]))
    .orderBy('id')
    .$if(limit !== undefined, (query) => query.limit(limit ?? 0))
    .execute()
  return rows.map(({ id }) => id)
}

/** The column a list is sorted by. */
export const sortedBy = {
  id: 'id',
  name: 'name',
  code: 'code',
  tier: 'tier',
  stage: 'stage',
  joined: 'joinedOn',
  bought: 'lastPurchaseOn',
  contacted: 'lastContactOn',
  purchases: 'purchases',
  spent: 'spent',
  profit: 'profit',
  balance: 'balance',
  potential: 'potential',
  share: 'walletShare',
} as const satisfies { readonly [Key in SortKey]: keyof Customer }

/** Text and ids rise; days, money and counts begin with the most. Who has none comes last either way. */
const rising: readonly SortKey[] = ['id', 'name', 'code', 'tier', 'stage']
const money: readonly SortKey[] = ['spent', 'profit', 'balance']
const stages: readonly Stage[] = ['stable', 'forming', 'exploring', 'declining', 'lost', 'prospect']

/** The ids in order of a column, of which nothing else is held. */
async function inOrder(book: Book, ids: readonly number[], { by, reversed }: ListOrder): Promise<number[]> {
  const column = sortedBy[by]
  const keys: { readonly id: number; readonly value: string | number | null }[] = []
  for await (const page of customerPages(book, { ids, forgotten: false, columns: ['id', column] }))
    for (const { id, [column]: value } of page) keys.push({ id, value: keyOf(by, value) })
  const collator = new Intl.Collator(book.lang, { numeric: true })
  const way = rising.includes(by) === reversed ? -1 : 1
  const compare = (one: string | number, other: string | number) =>
    typeof one === 'string' ? collator.compare(one, String(other)) : one - Number(other)
  return keys
    .sort((one, other) => {
      if (one.value === null || other.value === null)
        return Number(one.value === null) - Number(other.value === null) || one.id - other.id
      return way * compare(one.value, other.value) || one.id - other.id
    })
    .map(({ id }) => id)
}

function keyOf(by: SortKey, value: string | number | null): string | number | null {
  if (value === null) return null
  if (by === 'stage') return stages.indexOf(value as Stage)
  return money.includes(by) ? Number(value) : value
}
