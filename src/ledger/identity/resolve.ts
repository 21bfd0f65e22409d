import { type SqlBool, sql } from 'kysely'
import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import { LedgerError, type Match } from '../errors.ts'
import { isWalkIn } from '../vocabulary.ts'
import { parsePhone } from './phone.ts'
import { fold, nameKey, typedKeys } from './spelling.ts'
import { contains } from './text-search.ts'
import { typedIds } from './typed-ids.ts'

/** A customer found by what was typed, or nobody in particular. */
export type NamedCustomer = { readonly id: number; readonly name: string } | 'walk-in'

/** What naming reads: the day decides who bought last. */
type NamingContext = Pick<Book, 'db' | 'region'> & { readonly today?: string }

/**
 * Finds the customer a person means. `id:12 #12 code:007 @007 phone:… name:…` say which kind; a bare word is tried as
 * exact code, whole phone, exact full name, then (`loose`, the command line) as id or phone tail of 4+ digits, as
 * pinyin or initials, as part of a name. The first kind that matches decides; where it matches archived customers
 * beside others, the others are meant. Throws customer.not-found, customer.ambiguous, customer.unreadable.
 */
export async function nameCustomer(book: NamingContext, asked: string, { loose = true } = {}): Promise<NamedCustomer> {
  const plain = asked.normalize('NFKC').trim()
  if (isWalkIn(plain)) return 'walk-in'
  if (plain === '') throw new LedgerError('customer.unreadable', { asked })
  const all = await candidates(book, plain, asked, loose)
  const shown = all.filter(({ archived }) => archived === 0)
  const found = loose && shown.length > 0 ? shown : all
  const [only] = found
  if (only && found.length === 1) return { id: only.id, name: only.name }
  if (only)
    throw new LedgerError('customer.ambiguous', {
      asked,
      matches: await describe(
        book,
        found.map(({ id }) => id),
      ),
    })
  throw new LedgerError('customer.not-found', {
    asked,
    near: loose ? await (await import('./near-names.ts')).nearNames(book.db, plain) : [],
  })
}

type FoundCustomer = { id: number; name: string; archived: number }[]

async function candidates(book: NamingContext, plain: string, asked: string, loose: boolean): Promise<FoundCustomer> {
  const { db } = book
  const prefixed = /^(id:|#|code:|@|phone:|name:)(.*)$/is.exec(plain)
  const rest = prefixed?.[2]?.trim() ?? ''
  if (prefixed && rest === '') throw new LedgerError('customer.unreadable', { asked })
  switch (prefixed?.[1]?.toLowerCase()) {
    case 'id:':
    case '#':
      if (!isId(rest)) throw new LedgerError('customer.unreadable', { asked })
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

const isId = (text: string) => /^\d{1,15}$/.test(text)

/** 0013 is a card or the end of a phone; nobody writes a number of the ledger so. */
const isBareId = (word: string) => isId(word) && !word.startsWith('0')

async function byBareWord({ db, region }: NamingContext, word: string, loose: boolean): Promise<FoundCustomer> {
  const [coded, called] = await Promise.all([byCode(db, word), byName(db, word)])
  // Digits that are one customer's code and another's id are ambiguous: neither reading is the obvious one.
  if (coded.length > 0) return loose && isBareId(word) ? distinct([...coded, ...(await byId(db, Number(word)))]) : coded
  // After the code: what reads phones is slow to load, and cards have as many digits.
  const phoned = await byWholePhone(db, word, region)
  for (const found of [phoned, called]) if (found.length > 0) return found
  const guesses = [
    () => byDigits(db, word),
    () => byNotedPhone(db, word),
    () => bySpelling(db, word),
    () => byPart(db, word),
  ]
  for (const attempt of loose ? guesses : []) {
    const found = await attempt()
    if (found.length > 0) return found
  }
  return []
}

function distinct(found: FoundCustomer): FoundCustomer {
  return [...new Map(found.map((one) => [one.id, one])).values()]
}

/** Who was forgotten is nobody to name. */
const named = (db: Db) => db.selectFrom('customer').select(['id', 'name', 'archived']).where('forgotten_on', 'is', null)

/** Asked at once, as few look-ups cost less than waiting for each. */
async function firstFound(attempts: readonly Promise<FoundCustomer>[]): Promise<FoundCustomer> {
  return (await Promise.all(attempts)).find((found) => found.length > 0) ?? []
}

async function byId(db: Db, id: number): Promise<FoundCustomer> {
  const merged = db.selectFrom('alias').select('customer_id').where('former_id', '=', id)
  return firstFound([named(db).where('id', '=', id).execute(), named(db).where('id', 'in', merged).execute()])
}

async function byCode(db: Db, code: string): Promise<FoundCustomer> {
  const key = fold(code)
  const merged = db.selectFrom('alias').select('customer_id').where('code_key', '=', key)
  return firstFound([named(db).where('code_key', '=', key).execute(), named(db).where('id', 'in', merged).execute()])
}

async function byPhone(db: Db, phone: string): Promise<FoundCustomer> {
  const found = await named(db).where('phone', '=', phone).execute()
  if (found.length > 0) return found
  const merged = db.selectFrom('alias').select('customer_id').where('phone', '=', phone)
  return named(db).where('id', 'in', merged).execute()
}

async function byWholePhone(db: Db, word: string, region: string): Promise<FoundCustomer> {
  if (!/^\+?[\d\s().-]{7,20}$/.test(word)) return []
  const phone = await parsePhone(word, region).catch(() => null)
  return phone === null ? [] : byPhone(db, phone)
}

async function byName(db: Db, name: string): Promise<FoundCustomer> {
  return named(db).where('name_key', '=', nameKey(name)).execute()
}

/** An id, or the last digits of a phone when there are four or more: together. */
async function byDigits(db: Db, word: string): Promise<FoundCustomer> {
  if (!isId(word)) return []
  const id = isBareId(word) ? await byId(db, Number(word)) : []
  return distinct([...id, ...(word.length >= 4 ? await byPhoneTail(db, word) : [])])
}

async function byPhoneTail(db: Db, tail: string): Promise<FoundCustomer> {
  return named(db)
    .where(sql<SqlBool>`substr(phone, length(phone) - ${sql.lit(tail.length - 1)}) = ${tail}`)
    .execute()
}

/** Another phone of theirs, in the notes: all of it, or its last digits. */
async function byNotedPhone(db: Db, word: string): Promise<FoundCustomer> {
  const digits = word.replace(/[\s()+-]/g, '')
  if (!/^\d{4,15}$/.test(digits)) return []
  const noted = await db
    .selectFrom('customer')
    .select(['id', 'name', 'archived', 'notes'])
    .where('forgotten_on', 'is', null)
    .where('notes', 'like', `%${[...digits.slice(-8)].join('%')}%`)
    .execute()
  return noted
    .filter(({ notes }) => phonesIn(notes ?? '').some((phone) => phone.endsWith(digits) || digits.endsWith(phone)))
    .map(({ id, name, archived }) => ({ id, name, archived }))
}

/** The runs of digits in a text that are long enough for a phone, as they are without blanks. */
function phonesIn(text: string): string[] {
  return (text.match(/\+?\d[\d ()-]{5,20}\d/g) ?? [])
    .map((run) => run.replace(/\D/g, ''))
    .filter(({ length }) => length <= 15)
}

async function bySpelling(db: Db, word: string): Promise<FoundCustomer> {
  const keys = typedKeys(word)
  return keys.length === 0
    ? []
    : named(db)
        .where((where) => where.or([where('pinyin', 'in', keys), where('initials', 'in', keys)]))
        .execute()
}

/** Part of the name as it is written, or the beginning of it as it is spelled: `wang`, `muller` for Müller Ltd. */
async function byPart(db: Db, word: string): Promise<FoundCustomer> {
  const beginnings = typedKeys(word).filter((key) => key.length >= 2 && (/^[a-z]+$/.test(key) || /^\p{L}+$/u.test(key)))
  return named(db)
    .where((where) =>
      where.or([
        contains(sql.ref('name_key'), nameKey(word)),
        ...beginnings.map((key) => sql<SqlBool>`substr(pinyin, 1, ${sql.lit(key.length)}) = ${key}`),
      ]),
    )
    .execute()
}

/** What tells candidates apart, the latest buyer first. */
async function describe({ db, today }: NamingContext, ids: readonly number[]): Promise<Match[]> {
  const asked = db
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
        .$if(today !== undefined, (query) => query.where('entry.on', '<=', today ?? ''))
        .as('lastPurchaseOn'),
    ])
    .where('customer.id', 'in', ids)
    .orderBy('lastPurchaseOn', (order) => order.desc().nullsLast())
    .orderBy('customer.id')
    .execute()
  const [rows, typed] = await Promise.all([asked, typedIds(db, ids)])
  return rows.map((row) => ({ ...row, type: typed.get(row.id) ?? String(row.id) }))
}
