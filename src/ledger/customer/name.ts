import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/open.ts'
import type { Book } from '../book.ts'
import { LedgerError, type Match } from '../errors.ts'
import { parsePhone } from './phone.ts'
import { fold } from './spelling.ts'

/** A customer found by what was typed, or nobody in particular. */
export type Who = { readonly id: number; readonly name: string } | 'walk-in'

const walkIns = new Set(['walk-in', '散客'])

/**
 * Finds the customer a person means. `id:12 #12 code:007 @007 phone:… name:…` say which kind; a bare word is tried as exact code,
 * whole phone, exact full name, then (`loose`, the command line) as id or phone tail of 4+ digits, as pinyin or initials, as part of a
 * name. The first kind that matches decides. Throws customer.not-found, customer.ambiguous, customer.unreadable.
 */
export async function nameCustomer(book: Pick<Book, 'db' | 'region'>, asked: string, { loose = true } = {}): Promise<Who> {
  const plain = asked.normalize('NFKC').trim()
  if (walkIns.has(plain.toLowerCase())) return 'walk-in'
  if (plain === '') throw new LedgerError('customer.unreadable', { asked })
  const found = await candidates(book, plain, asked, loose)
  const [only] = found
  if (only && found.length === 1) return only
  if (only)
    throw new LedgerError('customer.ambiguous', {
      asked,
      matches: await describe(
        book.db,
        found.map(({ id }) => id),
      ),
    })
  throw new LedgerError('customer.not-found', { asked, near: [] })
}

type Found = { id: number; name: string }[]

async function candidates(book: Pick<Book, 'db' | 'region'>, plain: string, asked: string, loose: boolean): Promise<Found> {
  const { db } = book
  const prefixed = /^(id:|#|code:|@|phone:|name:)(.*)$/is.exec(plain)
  const rest = prefixed?.[2]?.trim() ?? ''
  switch (prefixed?.[1]?.toLowerCase()) {
    case 'id:':
    case '#':
      if (!/^\d{1,15}$/.test(rest)) throw new LedgerError('customer.unreadable', { asked })
      return byId(db, Number(rest))
    case 'code:':
    case '@':
      return byCode(db, rest)
    case 'phone:':
      return byPhone(db, await parsePhone(rest, book.region))
    case 'name:':
      return byName(db, rest)
  }
  return byBareWord(book, plain, loose)
}

async function byBareWord({ db, region }: Pick<Book, 'db' | 'region'>, word: string, loose: boolean): Promise<Found> {
  const digits = /^\d+$/.test(word)
  const coded = await byCode(db, word)
  // Digits that are one customer's code and another's id are ambiguous: neither reading is the obvious one.
  if (coded.length > 0) return loose && digits && word.length < 16 ? distinct([...coded, ...(await byId(db, Number(word)))]) : coded
  const phone = /^\+?[\d\s()-]{7,20}$/.test(word) ? await parsePhone(word, region).catch(() => null) : null
  const exact = [() => (phone ? byPhone(db, phone) : []), () => byName(db, word)]
  const guesses = [
    async () => (digits ? distinct([...(word.length < 16 ? await byId(db, Number(word)) : []), ...(word.length >= 4 ? await byPhoneTail(db, word) : [])]) : []),
    () => bySpelling(db, word),
    () => byPart(db, word),
  ]
  for (const attempt of loose ? [...exact, ...guesses] : exact) {
    const found = await attempt()
    if (found.length > 0) return found
  }
  return []
}

function distinct(found: Found): Found {
  return [...new Map(found.map((one) => [one.id, one])).values()]
}

const named = (db: Db) => db.selectFrom('customer').select(['id', 'name'])

async function byId(db: Db, id: number): Promise<Found> {
  const found = await named(db).where('id', '=', id).execute()
  return found.length > 0
    ? found
    : named(db)
        .where('id', 'in', db.selectFrom('alias').select('customer_id').where('former_id', '=', id))
        .execute()
}

async function byCode(db: Db, code: string): Promise<Found> {
  const key = fold(code)
  const found = await named(db).where('code_key', '=', key).execute()
  return found.length > 0
    ? found
    : named(db)
        .where('id', 'in', db.selectFrom('alias').select('customer_id').where('code_key', '=', key))
        .execute()
}

async function byPhone(db: Db, phone: string): Promise<Found> {
  return named(db).where('phone', '=', phone).execute()
}

async function byName(db: Db, name: string): Promise<Found> {
  return named(db).where('name_key', '=', fold(name)).execute()
}

async function byPhoneTail(db: Db, tail: string): Promise<Found> {
  return named(db)
    .where(sql<SqlBool>`substr(phone, -${sql.lit(tail.length)}) = ${tail}`)
    .execute()
}

async function bySpelling(db: Db, word: string): Promise<Found> {
  const key = fold(word).replace(/[\s'-]/g, '')
  return key === ''
    ? []
    : named(db)
        .where((where) => where.or([where('pinyin', '=', key), where('initials', '=', key)]))
        .execute()
}

async function byPart(db: Db, word: string): Promise<Found> {
  return named(db)
    .where(sql<SqlBool>`instr(name_key, ${fold(word)}) > 0`)
    .execute()
}

/** What tells candidates apart, the latest buyer first. */
async function describe(db: Db, ids: readonly number[]): Promise<Match[]> {
  return db
    .selectFrom('customer')
    .select((select) => [
      'customer.id',
      'name',
      'code',
      'phone',
      select
        .selectFrom('entry')
        .select((entry) => entry.fn.max('entry.on').as('last'))
        .whereRef('entry.customer_id', '=', 'customer.id')
        .where('entry.kind', '=', 'purchase')
        .where('entry.void', '=', 0)
        .as('lastPurchaseOn'),
    ])
    .where('customer.id', 'in', ids)
    .orderBy('lastPurchaseOn', (order) => order.desc().nullsLast())
    .orderBy('customer.id')
    .execute()
}
