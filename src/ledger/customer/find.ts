import { sql } from 'kysely'
import type { Book } from '../book/book.ts'
import { typedKeys } from '../identity/spelling.ts'
import { contains, holds } from '../identity/text-search.ts'
import { type Customer, readCustomers } from './customer.ts'

/** Customers in whom every one of the words is found, by id; and how many archived ones were passed over. */
export interface FoundCustomers {
  readonly customers: readonly Customer[]
  readonly archived: number
}

const texts = [
  'name',
  'name_key',
  'called',
  'code',
  'code_key',
  'wechat',
  'company',
  'notes',
  'email',
  'address',
] as const

/**
 * Searches names, how they are called, pinyin and initials, codes, phones, WeChat, companies, notes, tags, facts,
 * e-mails and addresses,
 * wherever in the text the words stand.
 */
export async function findCustomers(
  book: Book,
  words: readonly string[],
  { archived = false }: { archived?: boolean } = {},
): Promise<FoundCustomers> {
  let query = book.db.selectFrom('customer').select(['id', 'archived'])
  for (const word of words.map((one) => one.trim()).filter((one) => one !== '')) {
    query = query.where((where) =>
      where.or([
        ...texts.map((column) => holds(sql.ref(column), word)),
        ...typedKeys(word).flatMap((key) => [contains(sql.ref('pinyin'), key), contains(sql.ref('initials'), key)]),
        ...phoneDigits(word).map((digits) => contains(sql.ref('phone'), digits)),
        where.exists(
          where
            .selectFrom('tag')
            .select('tag.id')
            .whereRef('tag.customer_id', '=', 'customer.id')
            .where(holds(sql.ref('tag.tag'), word)),
        ),
        where.exists(
          where
            .selectFrom('fact')
            .select('fact.id')
            .whereRef('fact.customer_id', '=', 'customer.id')
            .where((fact) => fact.or([holds(sql.ref('fact.key'), word), holds(sql.ref('fact.value'), word)])),
        ),
      ]),
    )
  }
  const rows = await query.orderBy('id').execute()
  const shown = rows.filter((row) => archived || row.archived === 0)
  return {
    customers: await readCustomers(book, { ids: shown.map(({ id }) => id) }),
    archived: rows.length - shown.length,
  }
}

/** The digits of what may be part of a phone: as they are, and without the 0 people dial at home. */
function phoneDigits(word: string): string[] {
  const plain = word.normalize('NFKC')
  const digits = plain.replace(/[\s().-]/g, '')
  if (!/^\+?\d{3,15}$/.test(digits)) return []
  return [...new Set([digits, digits.replace(/^0+/, '')])].filter((one) => one.length >= 3)
}
