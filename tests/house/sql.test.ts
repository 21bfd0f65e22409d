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

/**
 * Where it still stands, by file and word, and how often: the list may only shrink. The import writes rows in
 * bulk, by statements of SQLite's own.
 */
const exceptions: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'store/db.ts': {
    'better-sqlite3': 1,
  },
  'ledger/backup/backup.ts': {
    'statements past Kysely': 3,
    pragma: 1,
  },
  'ledger/backup/doctor.ts': {
    'better-sqlite3': 1,
    'statements past Kysely': 2,
    pragma: 2,
  },
  'ledger/import/apply.ts': {
    'statements past Kysely': 2,
  },
  'ledger/import/outcome.ts': {
    'better-sqlite3': 1,
    'statements past Kysely': 3,
    'INSERT OR: on conflict do nothing': 1,
    'a table for a while: a list is a value': 9,
  },
  'ledger/import/contacts/import-contacts.ts': {
    'better-sqlite3': 1,
    'statements past Kysely': 4,
  },
  'ledger/import/customers/import-customers.ts': {
    'statements past Kysely': 1,
  },
  'ledger/import/customers/match.ts': {
    'better-sqlite3': 1,
    'statements past Kysely': 10,
  },
  'ledger/import/customers/writer.ts': {
    'better-sqlite3': 1,
    'statements past Kysely': 15,
    pragma: 1,
  },
  'ledger/import/purchases/find-buyer.ts': {
    'statements past Kysely': 1,
  },
  'ledger/import/purchases/import-purchases.ts': {
    'statements past Kysely': 11,
    pragma: 2,
    'tables of SQLite itself, or its error codes': 1,
    'INDEXED BY': 1,
  },
  'ledger/import/purchases/opening-balances.ts': {
    'statements past Kysely': 3,
    'json_each and its kin: a list is a value': 2,
  },
  'ledger/import/purchases/writer.ts': {
    'better-sqlite3': 1,
    'statements past Kysely': 12,
    'INDEXED BY': 2,
  },
}

const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter(
    (name) => /^(ledger|store)\/.*\.ts$/.test(name) && !/(?:^|\/)(?:sqlite|postgres)\/|^store\/lists\.ts$/.test(name),
  )
  .map((name) => ({ name, text: readFileSync(join(src, name), 'utf8') }))

/** Comments may speak of SQLite. */
const code = (text: string) => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

test('what SQLite alone knows stands in store/sqlite, in store/lists.ts and in folders called sqlite', () => {
  const found = sources.map(({ name, text }) => ({
    name,
    times: Object.entries(banned).flatMap(([what, words]) => {
      const times = code(text).match(new RegExp(words, `${words.flags}g`))?.length ?? 0
      return times > 0 ? [[what, times]] : []
    }),
  }))
  const wrong = Object.fromEntries(
    found.filter(({ times }) => times.length > 0).map(({ name, times }) => [name, Object.fromEntries(times)]),
  )
  expect(wrong, 'of what is listed here nothing may be missing either').toEqual(exceptions)
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
