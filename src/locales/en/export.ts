import type { CodesOf, ErrorSentence } from '../error-message.ts'
import { grouped } from '../figure.ts'
import { type LineProblems, lineProblem } from '../line-problem.ts'
import { counted } from './plural.ts'

type ExportCode = CodesOf<'export' | 'whole'> | 'usage.out-unwritable'

const problems: LineProblems = {
  json: 'not a JSON object',
  unnamedTable: 'it does not say which table it is of',
  table: (name) => `no table “${name}”`,
  order: (where, value) => `${where} ${value} is out of order`,
  high: (where, value) => `${where} is ${value}: the numbers of a shop are given in order, and none goes so high`,
  missing: (where) => `${where} is missing`,
  unknown: (where) => `${where} is not known here`,
  value: (where, value) => `${where} cannot be “${value}”`,
  reference: (where, value) => `${where} names ${value}, which is not there`,
  rule: (table, rule) => `the ledger refuses this ${table}: ${rule}`,
  something: 'something',
  row: 'row',
}

export const exportErrors: { readonly [Code in ExportCode]: ErrorSentence<Code> } = {
  'usage.out-unwritable': ({ path }) => ({
    message: `${path} cannot be written.`,
    hint: 'Name a file in a folder that is there and yours.',
  }),
  'export.exists': ({ path, command, flag }) => ({
    message: `${path} is there already; it was left as it is.`,
    hint: `To write over it: regulars ${command} ${flag} ${path} --yes`,
  }),
  'export.is-ledger': ({ path, flag }) => ({
    message: `${path} is a ledger; an export does not take its place.`,
    hint: `Another name: ${flag} FILE`,
  }),
  'whole.not-an-export': ({ file }) => ({
    message: `${file} is no whole export of a ledger.`,
    hint: 'It is what regulars export all writes. A list of customers: regulars help import customers',
  }),
  'whole.newer': ({ file, program, found, known }) => ({
    message: `${file} was written by a newer regulars (${program}, ledger version ${found}; this one knows ${known}).`,
    hint: 'Nothing was imported. Next: npm install -g regulars',
  }),
  'whole.too-long': ({ file, line, most }) => ({
    message: `${file}, line ${line}: longer than ${most} MB, too long for a line of an export.`,
    hint: 'Nothing was imported. Export it again: regulars help export all',
  }),
  'whole.bad-setting': ({ file, key, value }) => ({
    message:
      `${file}, line 1: ` +
      `${{ currency: 'no such currency', region: 'no such region', timezone: 'no such time zone' }[key]}: ` +
      `“${value}”.`,
    hint: 'Nothing was imported. Put it right in the first line of the file, then import it again.',
  }),
  'whole.not-empty': ({ customers, entries }) => ({
    message:
      `This ledger is not empty: customers ${grouped(customers)}, entries ${grouped(entries)}. ` +
      'A whole shop goes into an empty one.',
    hint: 'Into a new one, named with --db: regulars help import all',
  }),
  'whole.bad-line': (facts) => ({
    message: `${facts.file}, line ${facts.line}: ${lineProblem(facts, problems)}.`,
    hint: 'Nothing was imported. Export it again: regulars help export all',
  }),
  'whole.cut-off': ({ file, table, rows, expected }) => ({
    message: `${file} is not whole: ${table} has ${grouped(rows)} rows, ${grouped(expected)} were written.`,
    hint: 'Nothing was imported. Copy or export it again: regulars help export all',
  }),
}

/** What exports and the import of a whole shop say. */
export const exported = {
  /** What is exported, by the name of its command. */
  what: {
    customers: 'customers',
    purchases: 'purchases',
    payments: 'payments',
    contacts: 'contacts',
    balances: 'balances',
    due: 'due',
    birthdays: 'birthdays',
    all: 'all',
  } as Readonly<Record<string, string>>,
  written: (what: string, rows: number, path: string) => `Wrote ${path}: ${what}, ${counted(rows, 'row')}.`,
  wouldWrite: (what: string, rows: number, path: string) => `Would write ${path}: ${what}, ${counted(rows, 'row')}.`,
  overwrite: (path: string) => `${path} is there already. Write over it?`,
  stillToCome: (rows: number, day: string) =>
    `Left out, for a day after ${day}: ${counted(rows, 'row')}. With them: --today DAY, or export all.`,
  notWritten: 'Nothing was written.',
  calendar: {
    due: 'Whom to call',
    dueOf: (shop: string) => `${shop}: whom to call`,
    birthdays: 'Birthdays',
    birthdaysOf: (shop: string) => `${shop}: birthdays`,
    dueTitle: (name: string, reasons: string) => `${name}: ${reasons}`,
    birthday: (name: string) => `Birthday of ${name}`,
    birthdayAt: (name: string, age: number) => `Birthday of ${name} (${age})`,
  },
  whole: {
    fileOf: (file: string, shop: string) => `${file}: ${shop}`,
    holds: (customers: number, entries: number, contacts: number) =>
      `customers ${grouped(customers)}, entries ${grouped(entries)}, contacts ${grouped(contacts)}`,
    plan: (file: string, holds: string) => `${file}: ${holds}`,
    question: (path: string) => `Import all of it into ${path}?`,
    left: 'Nothing was imported.',
    imported: (holds: string, change: number) => `Imported: ${holds}. To take it back: regulars undo ${change}`,
    wouldImport: (holds: string) => `Would import: ${holds}.`,
  },
}
