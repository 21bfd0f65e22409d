import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const src = fileURLToPath(new URL('../../src', import.meta.url))

/** What SQLite has and PostgreSQL has not, or reads otherwise; after the colon, what both know. */
const banned: Readonly<Record<string, RegExp>> = {
  'better-sqlite3': /from 'better-sqlite3'/,
  'statements past Kysely': /\bstore\.sqlite\b|\bsqlite\.\w+\(|\bsqlite \}/,
  pragma: /\bpragma\b/i,
  'tables of SQLite itself, or its error codes': /\bsqlite_\w+/i,
  'json_each and its kin: a list is a value': /\bjson_\w+\(/i,
  'group_concat: string_agg': /\bgroup_concat\(/i,
  'iif: case': /\biif\(/i,
  'ifnull: coalesce': /\bifnull\(/i,
  'instr: like … escape': /\binstr\(/i,
  'printf: row_number() over': /\bprintf\(/i,
  'days reckoned by SQL: they are worked out before they are asked for':
    /\b(?:julianday|strftime|unixepoch|datetime)\(|\bdate\(\w*\.?"on"/i,
  'substr from the end: substr(x, length(x) - n)': /\bsubstr\([^,()]+,\s*(?:-|\$\{(?:sql\.lit\()?-)/i,
  'IS of a value: is distinct from': /\bis (?:not )?(?:\$\{|\?(?! )|\w+\."?\w+"?)/i,
  'INSERT OR: on conflict do nothing': /\b(?:insert|update) or \w+/i,
  'a table for a while: a list is a value': /\btemp(?:orary)? table\b|\btemp\.\w|\bin_the_way\b/i,
  'INDEXED BY': /\bindexed by\b/i,
  'VACUUM, ATTACH': /\bvacuum\b|\battach database\b/i,
  'rowid, NOCASE, GLOB, typeof': /\browid\b|\bcollate nocase\b|\bglob '|\btypeof\((?!.*===)/,
}

/** Where it still stands: the list may only shrink. The import writes rows in bulk, by statements of SQLite's own. */
const exceptions = [
  'ledger/backup/backup.ts',
  'ledger/backup/doctor.ts',
  'ledger/import/contacts/import-contacts.ts',
  'ledger/import/customers/import-customers.ts',
  'ledger/import/customers/match.ts',
  'ledger/import/customers/writer.ts',
  'ledger/import/import.ts',
  'ledger/import/outcome.ts',
  'ledger/import/purchases/find-buyer.ts',
  'ledger/import/purchases/import-purchases.ts',
  'ledger/import/purchases/opening-balances.ts',
  'ledger/import/purchases/writer.ts',
  'store/db.ts',
]

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /^(ledger|store)\/.*\.ts$/.test(name) && !/(?:^|\/)sqlite\/|^store\/lists\.ts$/.test(name))
  .map((name) => ({ name, text: readFileSync(join(src, name), 'utf8') }))

/** Comments may speak of SQLite. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

test('what SQLite alone knows stands in store/sqlite, in store/lists.ts and in folders called sqlite', () => {
  const found = sources.map(({ name, text }) => ({
    name,
    words: Object.keys(banned).filter((what) => banned[what]?.test(code(text))),
  }))
  const wrong = found.filter(({ words }) => words.length > 0)
  expect(wrong.filter(({ name }) => !exceptions.includes(name))).toEqual([])
  const mended = exceptions.filter((name) => !wrong.some((one) => one.name === name))
  expect(mended, 'take these off the list').toEqual([])
})

test.each([
  "import Database from 'better-sqlite3'",
  'book.store.sqlite',
  'sql`pragma defer_foreign_keys = on`',
  'select seq from sqlite_sequence',
  `id in (select value from json_each(\${ids}))`,
  "json_extract(before, '$.name')",
  'group_concat("on")',
  'iif(cost is null, 0, cost)',
  `instr(name, \${word}) > 0`,
  "printf('%016d', id)",
  'date("on", \'+30 days\')',
  'substr(phone, -4)',
  `substr(phone, -\${sql.lit(4)})`,
  'p.customer_id is not e.customer_id',
  `next_on is \${day}`,
  `next_on IS NOT \${day}`,
  'insert or ignore into tag',
  'create temp table touched (id)',
  'from entry indexed by entry_owed',
])('the words are known when they are met: %s', (text) => {
  expect(Object.values(banned).some((words) => words.test(text))).toBe(true)
})
