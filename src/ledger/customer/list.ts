import { audienceOf } from '../audience/audience.ts'
import type { Audience } from '../audience/filter.ts'
import type { Book } from '../book/book.ts'
import { type Customer, customerPages, readCustomers } from './customer.ts'

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

/** Customers to be listed: how many, and themselves, page by page. */
export interface CustomerList {
  readonly count: number
  pages(): AsyncIterable<readonly Customer[]>
}

/** Customers as of the book's day that the filter lets through, by id unless sorted otherwise. */
export async function listCustomers(book: Book, { sort, limit, ...audience }: ListFilter): Promise<CustomerList> {
  const asked = await audienceOf(book, audience)
  if (sort === undefined || (sort.by === 'id' && !sort.reversed)) {
    const ids = asked && limit === undefined ? [...asked] : await firstOf(book, asked, limit)
    return { count: ids.length, pages: () => customerPages(book, { ids, forgotten: false }) }
  }
  const customers = await readCustomers(book, { ...(asked ? { ids: [...asked] } : {}), forgotten: false })
  const sorted = inOrder(customers, sort, book.lang).slice(0, limit)
  return {
    count: sorted.length,
    async *pages() {
      yield sorted
    },
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

/** Text and ids rise; days, money and counts begin with the most. Who has none comes last either way. */
const values: { readonly [Key in SortKey]: (customer: Customer) => string | number | null } = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  code: ({ code }) => code,
  tier: ({ tier }) => tier,
  stage: ({ stage }) =>
    stage === null ? null : ['stable', 'forming', 'exploring', 'declining', 'lost', 'prospect'].indexOf(stage),
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
  const compare = (one: string | number, other: string | number) =>
    typeof one === 'string' ? collator.compare(one, String(other)) : one - Number(other)
  return customers
    .map((customer) => ({ customer, value: values[by](customer) }))
    .sort((one, other) => {
      if (one.value === null || other.value === null)
        return Number(one.value === null) - Number(other.value === null) || one.customer.id - other.customer.id
      return way * compare(one.value, other.value) || one.customer.id - other.customer.id
    })
    .map(({ customer }) => customer)
}
