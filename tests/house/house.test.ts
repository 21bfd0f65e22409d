import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ path: name.replaceAll('\\', '/'), text: readFileSync(join(root, 'src', name), 'utf8') }))

/** What a file imports of ours, by its path under src. */
function imports(path: string, text: string): string[] {
  const plain = text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '')
  return [...plain.matchAll(/(?:import|export)\s+[^'"`;]*?from\s+'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)/g)].map(
    ([, still, lazy]) =>
      relative(join(root, 'src'), resolve(root, 'src', dirname(path), still ?? lazy ?? '')).replaceAll('\\', '/'),
  )
}

test('a command never imports a command: what two share lies beside the verbs, in cli or in the ledger', () => {
  const isVerb = (path: string) =>
    sources.some((source) => source.path === path && /export const verb = /.test(source.text))
  const wrong = sources
    .filter(({ path }) => path.startsWith('commands/'))
    .flatMap(({ path, text }) =>
      imports(path, text)
        .filter(isVerb)
        .map((to) => `${path} -> ${to}`),
    )
  expect(wrong).toEqual([])
})

test('a language words, it decides nothing: what may still choose is listed, and the list may only shrink', () => {
  const grammar = ['plural', 'lunar']
  const choosing = 'due errors import policy'
  const allowed = new Set([...grammar, ...choosing.split(' ')])
  const wrong = sources.flatMap(({ path, text }) => {
    const name = /^locales\/(?:en|zh)\/([\w-]+)\.ts$/.exec(path)?.[1]
    const choices = text.replace(/\/\*[\s\S]*?\*\//g, '').match(/\s\? |&&|\|\||\.filter\(|\.slice\(0, /g) ?? []
    return name === undefined || allowed.has(name) ? [] : choices.map((found) => `${path}: ${found}`)
  })
  expect(wrong).toEqual([])
})

test('process, console and the clock are touched in main.ts alone', () => {
  const wrong = sources
    .filter(({ path }) => path !== 'main.ts')
    .flatMap(({ path, text }) => {
      const plain = text.replace(/\/\*[\s\S]*?\*\/|(^|\s)\/\/.*$/gm, '').replace(/`[^`]*`|'[^'\n]*'/g, "''")
      return [...plain.matchAll(/\bprocess\.(?!pid)\w+|\bconsole\.\w+|\bDate\.now\(\)|\bnew Date\(\)/g)].map(
        ([found]) => `${path}: ${found}`,
      )
    })
  expect(wrong).toEqual([])
})

test('SQL lives in the ledger and the store', () => {
  const wrong = sources
    .filter(
      ({ path, text }) =>
        /^(program|commands|cli|screens|terminal|locales|page)\//.test(path) &&
        /from 'kysely'|selectFrom\(|insertInto\(|updateTable\(|deleteFrom\(/.test(text),
    )
    .map(({ path }) => path)
  expect(wrong).toEqual([])
})

test('a command has no SQL, no catch, no branch on json, no colour codes', () => {
  const wrong = sources
    .filter(({ path, text }) => path.startsWith('commands/') && /export const verb = /.test(text))
    .filter(({ text }) => /\bcatch\b|flags\.json|\\u001b|\\x1b/.test(text))
    .map(({ path }) => path)
  expect(wrong).toEqual([])
})

test('no folder is named for being a drawer', () => {
  const folders = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter(
      (entry) => entry.isDirectory() && !/node_modules|\.git\b|dist|coverage/.test(join(entry.parentPath, entry.name)),
    )
    .map(({ name }) => name)
  expect(folders.filter((name) => /^(utils?|helpers?|common|shared|types|misc|lib)$/.test(name))).toEqual([])
  expect(
    sources
      .filter(({ path }) => /(^|\/)(utils?|helpers?|common|shared|types|misc|index)\.ts$/.test(path))
      .map(({ path }) => path),
  ).toEqual([])
})

test('what is costly is loaded when it is needed, not at the door', () => {
  // One function of date-fns costs nothing that can be measured; all of them would be read by `date-fns` alone.
  const heavy = new RegExp(
    '^date-fns$|^(zod|kysely|better-sqlite3|pinyin-pro|libphonenumber-js|tyme4ts|cli-table3|@clack/prompts|' +
      'cli-progress|chalk|echarts)(/|$)',
  )
  const textOf = new Map(sources.map(({ path, text }) => [path, text]))
  const door = [
    'main.ts',
    'program/session.ts',
    'program/parse.ts',
    'program/tree.ts',
    'cli/config.ts',
    'program/help.ts',
  ]
  const wrong = door.flatMap((path) =>
    statically(path, textOf)
      .filter((name) => heavy.test(name))
      .map((name) => `${path}: ${name}`),
  )
  expect(wrong).toEqual([])
})

/** The packages that loading a file loads, through all it imports without waiting. */
function statically(path: string, textOf: ReadonlyMap<string, string>, seen = new Set<string>()): string[] {
  if (seen.has(path)) return []
  seen.add(path)
  const found = [...(textOf.get(path) ?? '').matchAll(/^(?:import|export) (?!type)[^'"`;]*?from '([^']+)'/gm)].map(
    ([, to = '']) => to,
  )
  return found.flatMap((to) =>
    to.startsWith('.')
      ? statically(relative(join(root, 'src'), resolve(root, 'src', dirname(path), to)), textOf, seen)
      : [to],
  )
}

test('tables.ts tells the columns of the file as they are', () => {
  const file = new Database(':memory:').unsafeMode(true)
  for (const name of readdirSync(join(root, 'migrations/sqlite')).sort())
    file.exec(readFileSync(join(root, 'migrations/sqlite', name), 'utf8'))
  const names = (
    file
      .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
      .pluck()
      .all() as string[]
  ).sort()
  const told = tellTables(readFileSync(join(root, 'src/store/tables.ts'), 'utf8'))
  expect(Object.keys(told).sort()).toEqual(names)
  for (const table of names) {
    const columns = file
      .prepare(`select name, type, "notnull", dflt_value, pk from pragma_table_info(?)`)
      .all(table) as {
      name: string
      type: string
      notnull: number
      dflt_value: string | null
      pk: number
    }[]
    const found = Object.fromEntries(
      columns.map(({ name, type, notnull, dflt_value, pk }) => {
        const rowid = pk === 1 && type === 'INTEGER' && columns.filter((column) => column.pk > 0).length === 1
        const base = type === 'TEXT' ? 'string' : type === 'BLOB' ? 'bytes' : 'number'
        return [
          name,
          { base, nullable: notnull === 0 && pk === 0, generated: rowid || (dflt_value !== null && notnull === 1) },
        ]
      }),
    )
    expect(told[table], table).toEqual(found)
  }
})

/** The columns of each table as the types say them. */
function tellTables(
  text: string,
): Record<string, Record<string, { base: string; nullable: boolean; generated: boolean }>> {
  const bodies = new Map(
    [...text.matchAll(/interface (\w+) \{\n([\s\S]*?)\n\}/g)].map(([, name = '', body = '']) => [name, body]),
  )
  const columns = (body: string) =>
    Object.fromEntries(
      [...body.matchAll(/(\w+): ([^;\n}]+)/g)].map(([, name, type = '']) => [
        name,
        {
          base: /number/.test(type) ? 'number' : /Uint8Array/.test(type) ? 'bytes' : 'string',
          nullable: / null/.test(type),
          generated: /Generated</.test(type),
        },
      ]),
    )
  const tables = [...(bodies.get('Tables') ?? '').matchAll(/^ {2}(\w+): (?:\{([^}]*)\}|(\w+))/gm)]
  // A table whose columns take several lines.
  const long = [...(bodies.get('Tables') ?? '').matchAll(/^ {2}(\w+): \{\n([\s\S]*?)\n {2}\}/gm)]
  return Object.fromEntries(
    [...tables, ...long].map(([, name = '', inline, named]) => [
      name,
      columns(inline ?? bodies.get(named ?? '') ?? ''),
    ]),
  )
}

test('what a change may touch is every table with a change_id', () => {
  const file = new Database(':memory:').unsafeMode(true)
  for (const name of readdirSync(join(root, 'migrations/sqlite')).sort())
    file.exec(readFileSync(join(root, 'migrations/sqlite', name), 'utf8'))
  const made = file
    .prepare(
      `select m.name from sqlite_master m, pragma_table_info(m.name) c where m.type = 'table' and c.name = ` +
        `'change_id' and m.name not in ('change_span', 'change_row')`,
    )
    .pluck()
    .all()
  const record = readFileSync(join(root, 'src/ledger/book/change/record.ts'), 'utf8')
  const listed = [...(/contentTables = \[([^\]]*)\]/.exec(record)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(
    ([, name]) => name,
  )
  expect(listed.sort()).toEqual(made.sort())
  expect(existsSync(join(root, 'src/ledger/book/change/undo.ts'))).toBe(true)
})
