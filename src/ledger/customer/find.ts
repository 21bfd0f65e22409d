import { type Expression, type RawBuilder, type SqlBool, sql } from 'kysely'
import { engineOf } from '../../store/engine.ts'
import { type Blocked, lastBlocked, rowsAlteredSince } from '../book/blocks/marks.ts'
import { blockedTexts } from '../book/blocks/texts.ts'
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

/** What is looked for as it was written, all of it in the blocks. */
const texts = [
  'name',
  'called',
  'code',
  'wechat',
  'company',
  'notes',
  'email',
  'address',
  'source',
] as const satisfies readonly (typeof blockedTexts.customer)[number][]

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

type Everywhere = boolean | 'if small'

async function search(
  { db }: Book,
  words: readonly string[],
  everywhere: Everywhere,
): Promise<{ id: number; archived: number }[]> {
  let query = db.selectFrom('customer').select(['id', 'archived']).where('forgotten_on', 'is', null)
  for (const word of words) query = query.where(sql<SqlBool>`id in (${holders(word, everywhere)})`)
  return query.orderBy('id').execute()
}

/** The ids of the customers in whom a word is found. */
function holders(word: string, everywhere: Everywhere): RawBuilder<unknown> {
  const phones = phoneDigits(word)
  const names = [...new Set([fold(word), nameKey(word)])]
  const spelled = typedKeys(word)
  const own = [
    ...texts.map((column) => holds(sql.ref(column), word)),
    ...names.map((key) => contains(sql.ref('name_key'), key)),
    contains(sql.ref('code_key'), fold(word)),
    ...spelled.flatMap((key) => [contains(sql.ref('pinyin'), key), contains(sql.ref('initials'), key)]),
    ...phones.map((digits) => contains(sql.ref('phone'), digits)),
  ]
  const firmPhones = phones.map((digits) => contains(sql.ref('phone'), digits))
  const found = [
    sql`select id from ${rowsThatMayHold('customer', [word, ...names, ...spelled, ...phones])} and ${either(own)}`,
    sql`select customer_id from tag where ${holds(sql.ref('tag'), word)}`,
    sql`select customer_id from fact where ${inSome(['key', 'value'], word)}`,
    sql`select customer_id from person where ${either([holds(sql.ref('name'), word), ...firmPhones])}`,
  ]
  if (everywhere !== false) {
    const small = sql`(select coalesce(max(id), 0) from entry) <= ${smallLedger} and`
    const live = sql`void = 0 and ${everywhere === 'if small' ? small : sql``}`
    found.push(
      sql`select customer_id from ${rowsThatMayHold('entry', [word, fold(word)])} and ${live}
        ${inSome(blockedTexts.entry, word)}`,
      sql`select customer_id from contact where ${live} ${inSome(['note', 'gift', 'campaign'], word)}`,
    )
  }
  return sql.join(found, sql` union all `)
}

/** The rows of a table that may hold one of the texts, as far as its blocks know, to be looked at one by one. */
function rowsThatMayHold(table: Blocked, sought: readonly string[]): RawBuilder<unknown> {
  const holding = [...new Set(sought)].map((text) => contains(sql.ref('text'), text))
  const name = sql.lit(table)
  const last = lastBlocked(table)
  return sql`(select first_id, last_id from text_block
        where table_name = ${name} and (text is null or ${either(holding)})
      union all select ${last} + 1, ${sql.lit(Number.MAX_SAFE_INTEGER)}
      union all select id, id from (${rowsAlteredSince(table, last, lastBlocked('change'))}) as altered) as part
    cross join ${sql.table(table)} where id between first_id and last_id`
}

const either = (conditions: readonly Expression<SqlBool>[]) => sql<SqlBool>`(${sql.join(conditions, sql` or `)})`

const inSome = (columns: readonly string[], word: string) =>
  either(columns.map((column) => holds(sql.ref(column), word)))

/** The digits of what may be part of a phone: as they are, and without the 0 people dial at home. */
function phoneDigits(word: string): string[] {
  const plain = word.normalize('NFKC')
  const digits = plain.replace(/[\s().-]/g, '')
  if (!/^\+?\d{3,15}$/.test(digits)) return []
  return [...new Set([digits, digits.replace(/^0+/, '')])].filter((one) => one.length >= 3)
}
