import type { Faults } from '../../ledger/errors.ts'
import type { ErrorMessages } from '../error-message.ts'

type ExportCode = Extract<keyof Faults, `export.${string}` | `whole.${string}` | 'usage.out-unwritable'>

const count = (rows: number) => rows.toLocaleString('en')

/** What is wrong with a line, said after the file and the line. */
const problem = ({ problem, table, field, value, rule }: Faults['whole.bad-line']): string => {
  const where = [table, field].filter(Boolean).join('.')
  return {
    json: 'not a JSON object',
    table: value === null ? 'it does not say which table it is of' : `no table “${value}”`,
    order: `${where} ${value ?? ''} is out of order`,
    missing: `${where} is missing`,
    unknown: `${where} is not known here`,
    value: `${where} cannot be “${value ?? ''}”`,
    reference: `${where} names ${value ?? 'something'}, which is not there`,
    rule: `the ledger refuses this ${table ?? 'row'}: ${rule ?? ''}`,
  }[problem]
}

export const exportErrors: Pick<ErrorMessages, ExportCode> = {
  'usage.out-unwritable': ({ path }) => ({ message: `${path} cannot be written.`, hint: 'Name a file in a folder that is there and yours.' }),
  'export.exists': ({ path, command, flag }) => ({
    message: `${path} is there already; it was left as it is.`,
    hint: `To write over it: regulars ${command} ${flag} ${path} --yes`,
  }),
  'export.is-ledger': ({ path, flag }) => ({ message: `${path} is a ledger; an export does not take its place.`, hint: `Another name: ${flag} FILE` }),
  'whole.not-an-export': ({ file }) => ({
    message: `${file} is no whole export of a ledger.`,
    hint: 'It is what regulars export all writes. A list of customers: regulars import customers FILE',
  }),
  'whole.newer': ({ file, program, found, known }) => ({
    message: `${file} was written by a newer regulars (${program}, ledger version ${found}; this one knows ${known}).`,
    hint: 'Nothing was imported. Next: npm install -g regulars',
  }),
  'whole.not-empty': ({ customers, entries }) => ({
    message: `This ledger is not empty: customers ${count(customers)}, entries ${count(entries)}. A whole shop goes into an empty one.`,
    hint: 'Into a new one: regulars --db NEW.db import all FILE',
  }),
  'whole.bad-line': (facts) => ({
    message: `${facts.file}, line ${facts.line}: ${problem(facts)}.`,
    hint: 'Nothing was imported. Export it again: regulars export all --out FILE',
  }),
  'whole.cut-off': ({ file, table, rows, expected }) => ({
    message: `${file} is not whole: ${table} has ${count(rows)} rows, ${count(expected)} were written.`,
    hint: 'Nothing was imported. Copy or export it again: regulars export all --out FILE',
  }),
}

/** What exports and the import of a whole shop say. */
export const exported = {
  written: (what: string, rows: number, path: string, rehearsed: boolean) =>
    `${rehearsed ? 'Would write' : 'Wrote'} ${path}: ${what}, ${count(rows)} ${rows === 1 ? 'row' : 'rows'}.`,
  overwrite: (path: string) => `${path} is there already. Write over it?`,
  stillToCome: (rows: number, day: string) =>
    `Left out, for a day after ${day}: ${count(rows)} ${rows === 1 ? 'row' : 'rows'}. With them: --today DAY, or export all.`,
  notWritten: 'Nothing was written.',
  calendar: {
    due: (shop: string) => (shop === '' ? 'Whom to call' : `${shop}: whom to call`),
    birthdays: (shop: string) => (shop === '' ? 'Birthdays' : `${shop}: birthdays`),
    dueTitle: (name: string, reasons: string) => `${name}: ${reasons}`,
    birthdayTitle: (name: string, age: number | null) => `Birthday of ${name}${age === null ? '' : ` (${age})`}`,
    between: '; ',
  },
  whole: {
    plan: (file: string, shop: string, customers: number, entries: number, contacts: number) =>
      `${file}${shop === '' ? '' : `: ${shop}`}: customers ${count(customers)}, entries ${count(entries)}, contacts ${count(contacts)}`,
    question: (path: string) => `Import all of it into ${path}?`,
    left: 'Nothing was imported.',
    done: (customers: number, entries: number, contacts: number, change: number | null) =>
      `${change === null ? 'Would import' : 'Imported'}: customers ${count(customers)}, entries ${count(entries)}, contacts ${count(contacts)}.${change === null ? '' : ` To take it back: regulars undo ${change}`}`,
  },
}
