import type Database from 'better-sqlite3'
import { type CustomerRow, filled, placeOf } from '../row/customer.ts'
import { BloomFilter } from '../sqlite/bloom-filter.ts'

/** A customer of the ledger as an import compares one: the id, then the columns of `filled`. */
export type KnownCustomer = readonly [id: number, ...values: (string | number | null)[]]

export const columnOf = (known: KnownCustomer, column: keyof typeof placeOf) =>
  known[placeOf[column] + 1] as string | number | null

/** Who a row is: one customer of the ledger, nobody yet, several, or another name than the phone's. */
export type Identity =
  | {
      readonly found: KnownCustomer
      readonly by: 'code' | 'phone' | 'name'
      /** They are another by now: what the row tells was joined when the two became one. */
      readonly merged?: true
    }
  | { readonly found: null }
  | { readonly several: readonly number[] }
  | { readonly phoneOf: readonly KnownCustomer[] }

/** A look for somebody in the ledger takes as long as to read so many of its customers in order (measured). */
const rowsWorth = 8

/**
 * Finds who a row is (SPEC 9): by code; else by phone, where the name must be the same; else by name and birthday; a
 * bare name is only somebody who has none of the three. A stronger mark that nobody has yet may be new to somebody
 * known by a weaker one, who must then have none of the stronger kind. `flush` brings in the customers that still wait
 * to be written; `rows` is about how many rows the file has.
 */
export function identifier(sqlite: Database.Database, rows: number, flush: () => void) {
  // Prepared, not through the builder: a lookup a row, 1.9 x (PACKAGES, measured).
  const select = `SELECT id, ${filled.join(', ')} FROM customer`
  const byCode = sqlite.prepare(`${select} WHERE code_key = ?`).raw()
  const merged = (marks: string) =>
    sqlite.prepare(`${select} WHERE id = (SELECT customer_id FROM alias WHERE ${marks} ORDER BY id LIMIT 1)`).raw()
  const byAlias = merged('code_key = ?')
  const byFormerPhone = merged('phone = ? AND name_key = ?')
  const byFormerName = merged('name_key = ? AND code_key IS NULL AND phone IS NULL')
  const byPhone = sqlite.prepare(`${select} WHERE phone = ?`).raw()
  const bare = sqlite
    .prepare(`${select} WHERE name_key = ? AND code_key IS NULL AND phone IS NULL AND birthday IS NULL`)
    .raw()
  const born = sqlite
    .prepare(`${select} WHERE name_key = ? AND birthday = ? AND (? OR code_key IS NULL) AND (? OR phone IS NULL)`)
    .raw()
  const byPayer = sqlite.prepare(`${select} WHERE id = (SELECT customer_id FROM payer WHERE key = ?)`).raw()
  const otherKey = sqlite.prepare(`SELECT 1 FROM payer WHERE customer_id = ? AND key LIKE ? ESCAPE '\\' AND key <> ?`)
  const lacks = (column: string) =>
    sqlite.prepare(`SELECT 1 FROM customer WHERE ${column} IS NULL LIMIT 1`).get() !== undefined
  const lacking = { code: lacks('code_key'), phone: lacks('phone') }
  const aliases = sqlite.prepare('SELECT 1 FROM alias LIMIT 1').get() !== undefined
  const marks = marksOf(sqlite, rows)
  const sameName = (row: CustomerRow) => (known: KnownCustomer) => columnOf(known, 'name_key') === row.nameKey

  function one(found: readonly KnownCustomer[], by: 'code' | 'phone' | 'name'): Identity | null {
    const [first, second] = found
    if (first && second) return { several: found.map(([id]) => id) }
    return first ? { found: first, by } : null
  }

  /** Looks only where somebody may be, and when everybody is there. */
  function those<Found>(mark: Mark, value: string, look: () => Found[]): Found[] {
    if (marks && !marks.mayContain(value, mark)) return []
    flush()
    return look()
  }

  const coded = (codeKey: string) => those('code', codeKey, () => byCode.all(codeKey) as KnownCustomer[])[0]

  /** Somebody who was merged into another, by the card, phone or bare name they had. */
  function former({ codeKey, phone, nameKey }: CustomerRow): Identity | null {
    if (!aliases) return null
    const look = (found: unknown, by: 'code' | 'phone' | 'name'): Identity | null =>
      found === undefined ? null : { found: found as KnownCustomer, by, merged: true }
    if (codeKey !== null) return look(byAlias.get(codeKey), 'code')
    return phone === null ? look(byFormerName.get(nameKey), 'name') : look(byFormerPhone.get(phone, nameKey), 'phone')
  }

  const sharing = (phone: string) => those('phone', phone, () => byPhone.all(phone) as KnownCustomer[])

  function named({ nameKey, birthday, codeKey, phone }: CustomerRow): Identity | null {
    if (birthday === null)
      return codeKey === null && phone === null
        ? one(
            those('name', nameKey, () => bare.all(nameKey) as KnownCustomer[]),
            'name',
          )
        : null
    // A roster in which everybody has a card, or a phone, has nobody to look for by name: a third of its time
    // (measured).
    if ((codeKey !== null && !lacking.code) || (phone !== null && !lacking.phone)) return null
    const fits = () => born.all(nameKey, birthday, codeKey === null ? 1 : 0, phone === null ? 1 : 0) as KnownCustomer[]
    return one(those('name', nameKey, fits), 'name')
  }

  return {
    identify(row: CustomerRow): Identity {
      const { codeKey, phone, payer } = row
      if (payer !== null) {
        const [found] = those('payer', payer, () => byPayer.all(payer) as KnownCustomer[])
        if (found) return { found, by: 'code' }
      }
      if (codeKey !== null) {
        const found = coded(codeKey)
        if (found) return { found, by: 'code' }
      }
      const gone = codeKey === null && phone === null ? null : former(row)
      if (gone) return gone
      if (phone !== null) {
        const theirs = sharing(phone)
        const same = theirs
          .filter(sameName(row))
          .filter((known) => codeKey === null || columnOf(known, 'code_key') === null)
        const found = one(same, 'phone')
        if (found) return found
        if (theirs.length > 0) return codeKey === null ? { phoneOf: theirs } : { found: null }
      }
      const alike = named(row) ?? (codeKey === null && phone === null ? former(row) : null) ?? { found: null }
      // Whom the service knows by another number is somebody else of the same name.
      if (
        payer !== null &&
        'found' in alike &&
        alike.found &&
        otherKey.get(alike.found[0], `${payer.slice(0, payer.indexOf(':') + 1)}%`, payer)
      )
        return { found: null }
      return alike
    },
    /** Somebody who is new, or has something new, and may be looked for by it from now on. */
    remember({ codeKey, phone, nameKey, payer }: CustomerRow): void {
      lacking.code ||= codeKey === null
      lacking.phone ||= phone === null
      if (codeKey !== null) marks?.add(codeKey, 'code')
      if (phone !== null) marks?.add(phone, 'phone')
      if (payer !== null) marks?.add(payer, 'payer')
      marks?.add(nameKey, 'name')
    },
    /** Everybody with a phone. */
    sharing,
  }
}

type Mark = 'code' | 'phone' | 'name' | 'payer'
const seeds: Record<Mark, number> = { code: 1, phone: 2, name: 3, payer: 4 }

/** What the ledger's customers are known by; null where the file is too short to read all of them for it. */
function marksOf(sqlite: Database.Database, rows: number) {
  const count = sqlite.prepare('SELECT count(*) FROM customer').pluck().get() as number
  if (rows * rowsWorth < count) return null
  const sieve = new BloomFilter(3 * (rows + count))
  const add = (value: string | null, mark: Mark) => value !== null && sieve.add(value, seeds[mark])
  for (const row of sqlite.prepare('SELECT code_key, phone, name_key FROM customer').raw().iterate()) {
    const [code, phone, name] = row as [string | null, string | null, string]
    add(code, 'code')
    add(phone, 'phone')
    add(name, 'name')
  }
  for (const key of sqlite.prepare('SELECT key FROM payer').pluck().iterate()) add(key as string, 'payer')
  return { add, mayContain: (value: string, mark: Mark) => sieve.mayContain(value, seeds[mark]) }
}
