import { type SqlBool, sql } from 'kysely'
import { engineOf } from '../../store/engine.ts'
import type { Book } from '../book/book.ts'
import { fold, nameKey, typedKeys } from '../identity/spelling.ts'
import { contains, holds } from '../identity/text-search.ts'
import { type Customer, readCustomers } from './customer.ts'

/** Customers in whom every one of the words is found, by id; and how many archived ones were passed over. */
export interface FoundCustomers {
  readonly customers: readonly Customer[]
  readonly archived: number
  /** Whether what they bought, gave back and were told was looked through as well. */
  readonly everywhere: boolean
}

const texts = ['name', 'called', 'code', 'wechat', 'company', 'notes', 'email', 'address', 'source'] as const

/**
 * A ledger of so many entries is looked through whole in the blink of an eye; of a larger one only where nothing else
 * is found.
 */
const smallLedger = 100_000

/**
 * Searches names, how they are called, pinyin and initials, codes, phones, WeChat, companies, notes, tags, facts, their
 * people, e-mails and addresses, wherever in the text the words stand; and what they bought, why they gave it back,
 * notes, gifts and campaigns of contacts, in a large ledger only with `everywhere` or where the others have found
 * nobody.
 */
export async function findCustomers(
  book: Book,
  words: readonly string[],
  { archived = false, everywhere = false }: { archived?: boolean; everywhere?: boolean } = {},
): Promise<FoundCustomers> {
  const asked = words.map((one) => one.trim()).filter((one) => one !== '')
  const [whole, own] = await searchFirst(book, asked, everywhere)
  const further = own.length === 0 && !whole && asked.length > 0
  const rows = further ? await search(book, asked, true) : own
  const shown = rows.filter((row) => archived || row.archived === 0)
  const customers = await readCustomers(book, { ids: shown.map(({ id }) => id) })
  return { customers, archived: rows.length - shown.length, everywhere: whole || further }
}

/** Whether it was everywhere, and who was found: a ledger that is away decides itself, with the same question. */
async function searchFirst(
  book: Book,
  asked: readonly string[],
  everywhere: boolean,
): Promise<[boolean, { id: number; archived: number }[]]> {
  if (everywhere) return [true, await search(book, asked, true)]
  if (engineOf(book.db).away) return Promise.all([isSmall(book), search(book, asked, 'if small')])
  const small = await isSmall(book)
  return [small, await search(book, asked, small)]
}

async function isSmall({ db }: Book): Promise<boolean> {
  const { newest } = await db
    .selectFrom('entry')
    .select(({ fn }) => fn.max('id').as('newest'))
    .executeTakeFirstOrThrow()
  return (newest ?? 0) <= smallLedger
}

async function search(
  { db }: Book,
  words: readonly string[],
  everywhere: boolean | 'if small',
): Promise<{ id: number; archived: number }[]> {
  let query = db.selectFrom('customer').select(['id', 'archived']).where('forgotten_on', 'is', null)
  for (const word of words) {
    const phones = phoneDigits(word).map((digits) => contains(sql.ref('phone'), digits))
    const beside = ['tag', 'fact', 'person'] as const
    const whose = [...beside, ...(everywhere ? (['entry', 'contact'] as const) : [])].map((table) => {
      const condition = inSome(besides[table], word)
      const or =
        table === 'person' && phones.length > 0
          ? sql<SqlBool>`(${condition} or ${sql.join(phones, sql` or `)})`
          : condition
      const isFurther = table === 'entry' || table === 'contact'
      const small = sql`(select coalesce(max(id), 0) from entry) <= ${smallLedger} and`
      const live = isFurther ? sql`void = 0 and ${everywhere === 'if small' ? small : sql``}` : sql``
      return sql<SqlBool>`id in (select customer_id from ${sql.table(table)} where ${live} ${or})`
    })
    query = query.where((where) =>
      where.or([
        ...texts.map((column) => holds(sql.ref(column), word)),
        ...[...new Set([fold(word), nameKey(word)])].map((key) => contains(sql.ref('name_key'), key)),
        contains(sql.ref('code_key'), fold(word)),
        ...typedKeys(word).flatMap((key) => [contains(sql.ref('pinyin'), key), contains(sql.ref('initials'), key)]),
        ...phones,
        ...whose,
      ]),
    )
  }
  return query.orderBy('id').execute()
}

/** What of the rows beside a customer is looked through. */
const besides = {
  tag: ['tag'],
  fact: ['key', 'value'],
  person: ['name'],
  entry: ['item', 'reason', 'fault', 'note'],
  contact: ['note', 'gift', 'campaign'],
} as const

function inSome(columns: readonly string[], word: string) {
  return sql<SqlBool>`(${sql.join(
    columns.map((column) => holds(sql.ref(column), word)),
    sql` or `,
  )})`
}

/** The digits of what may be part of a phone: as they are, and without the 0 people dial at home. */
function phoneDigits(word: string): string[] {
  const plain = word.normalize('NFKC')
  const digits = plain.replace(/[\s().-]/g, '')
  if (!/^\+?\d{3,15}$/.test(digits)) return []
  return [...new Set([digits, digits.replace(/^0+/, '')])].filter((one) => one.length >= 3)
}
