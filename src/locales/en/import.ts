import { grouped } from '../figure.ts'
import { counted, plural } from './plural.ts'

/** What was found out of how a file is written. */
interface Written {
  readonly encoding: string
  readonly delimiter: string | null
  readonly sheet: string | null
}

const delimiters: Record<string, string> = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'pipe' }

/** What an import says. */
export const importing = {
  stdin: 'standard input',
  /** How a file is written, by its form. */
  written: {
    text: ({ encoding, delimiter }: Written) =>
      `${encoding.toUpperCase()}, ${delimiters[delimiter ?? ''] ?? delimiter}`,
    cards: ({ encoding }: Written) => `vCard, ${encoding.toUpperCase()}`,
    workbook: ({ sheet }: Written) => `Excel, sheet “${sheet}”`,
  },
  /** Of a column, a line or a file, what is said of it. */
  about: (what: string, said: string) => `${what}: ${said}`,
  headed: 'first row is the header',
  unheaded: 'no header row',
  rows: (rows: number) => counted(rows, 'row', 'rows'),
  guessed: (encoding: string, texts: readonly string[]) =>
    `its encoding is a guess: ${encoding}, ` +
    `so that it says ${texts.map((text) => `“${text}”`).join(', ')} (another: --encoding NAME)`,
  sheetsLeft: (sheets: readonly string[]) =>
    `not read: ${sheets.map((sheet) => `sheet “${sheet}”`).join(', ')} (--sheet NAME)`,
  columns: 'columns',
  /** Columns whose name alone does not say what is in them. */
  meanings: {
    credit: 'credit (the shop owes them)',
    owes: 'owes (they owe the shop)',
    balance: 'balance (more than 0: they owe the shop)',
    points: 'points',
    list: 'list price (not what was paid)',
    payer: 'payer (kept, to be linked)',
    more: 'notes',
  } as Readonly<Record<string, string>>,
  ownKey: (key: string) => `kept as your own key “${key}”`,
  quoted: (texts: readonly string[]) => texts.map((text) => `“${text}”`).join(', '),
  keptAsFacts: 'kept as facts',
  notImported: 'not imported',
  unknownHead: 'unknown',
  unknownHint: {
    customers: (header: string) => `(to import it: --map notes=${header}, or all: --keep-unknown)`,
    purchases: (header: string) => `(to import it: --map note=${header})`,
    contacts: (header: string) => `(to import it: --map note=${header})`,
    surveys: (header: string) => `(to import it: --map comment=${header})`,
  },
  firstRows: (rows: number) => plural(rows, 'first row', `first ${rows}`),
  /** A column of a file without a header, by its number. */
  place: (number: string) => `column ${number}`,
  column: (column: string) => column,
  withHint: (message: string, hint: string) => `${message} ${hint.replace(/ {2,}/g, ', ')}`,
  resultHead: 'result',
  /** How many rows came to each end. */
  ends: {
    created: (rows: string) => `new ${rows}`,
    updated: (rows: string) => `updated ${rows}`,
    unchanged: (rows: string) => `unchanged ${rows}`,
    skipped: (rows: string) => `skipped ${rows}`,
    rejected: (rows: string) => `rejected ${rows}`,
  },
  sum: (added: string, rows: string) => `(${added} = ${rows})`,
  skippedHead: 'skipped',
  skipReason: {
    'own-spending': 'own spending: not sales',
    'own-spending-back': 'own spending that came back',
    'own-money': 'own money moved',
    gift: 'gifts',
    'shared-bill': 'shared bills among friends',
    'sent-back': 'sent back',
    closed: 'closed, never paid',
    'not-paid': 'not paid yet',
    cancelled: 'cancelled',
    failed: 'failed',
    'refunded-in-full': 'refunded in full',
    'gift-card': 'gift cards sold: no sale yet',
    voided: 'voided',
    'nothing-sold': 'nothing sold',
    'not-a-sale': 'not sales',
    'no-name': 'no name',
    total: 'totals',
    'header-again': 'the header again',
    'other-list': 'under other headings',
    footer: 'notes under the list',
  } as Record<string, string>,
  formatHead: 'format',
  byCells: (column: string, typed: string) => `${column}, by what is in it (if not: --map note=${typed})`,
  readAs: (title: string, name: string) => `read as ${title} (${name}; otherwise --from NAME or --from none)`,
  looksLike: (title: string, missing: readonly string[]) =>
    `looks like ${title}, but lacks ${missing.join(', ')}: read the ordinary way`,
  unnamed: (place: number, example: string) => `column ${place} (${example} …) has no header: not imported`,
  otherColumns: (number: number) => `${counted(number, 'other column is', 'other columns are')} not imported`,
  unknownState: (heading: string, word: string, rows: string, typed: string) =>
    `${heading} “${word}”: ${rows}; --state ${typed}=sale|owed|refund|skip`,
  unknownWord: (heading: string, word: string, rows: number) =>
    `${heading} “${word}” (${counted(rows, 'row', 'rows')})`,
  /** What a state may mean: sale, owed, refund, skip. */
  stateMeanings: ['sale', 'on account', 'refund', 'leave out'],
  whatState: (heading: string, word: string, rows: number) =>
    `${heading} “${word}” (${counted(rows, 'row', 'rows')}): ` +
    '1 sale, 2 on account, 3 refund, 4 leave out, Return: reject: ',
  line: (line: number) => `line ${line}`,
  lines: (lines: readonly number[]) => `${plural(lines.length, 'line')} ${lines.join(', ')}`,
  /** The rows that share a reason with one that is said in full, and some of them. */
  atLines: (lines: string) => ` (${lines})`,
  moreRows: (rows: number) => `; and ${grouped(rows)} more for the same reason`,
  moreRowsAs: (rows: number, some: readonly string[]) =>
    `; and ${grouped(rows)} more for the same reason: ${some.join(', ')}`,
  andSoOn: ' …',
  someRejected: (file: string, rejected: number, rows: number, reasons: readonly string[]) =>
    `${file}: ${grouped(rejected)} of ${counted(rows, 'row', 'rows')} rejected: ${reasons.join('; ')}`,
  rejectedOn: (message: string, line: number) => `${message} (line ${line})`,
  rejectedFrom: (message: string, rows: number, line: number) =>
    `${message} (${counted(rows, 'row', 'rows')}, the first on line ${line})`,
  furtherReasons: (rows: number) => `${counted(rows, 'row', 'rows')} for other reasons`,
  allRejected: 'Every row was rejected: nothing was imported.',
  notations: {
    comma: 'decimal comma (1.234,56)',
    mixed: 'written both ways',
    dmy: 'day first',
    roc: 'years of the Republic (民國)',
    mdy: 'month first',
    ymd: 'year first, two digits',
  } as Readonly<Record<string, string>>,
  readHead: 'read',
  agrees: (rows: number, sum: string) => `agrees with the totals of the file: ${counted(rows, 'row', 'rows')} ${sum}`,
  rejectedHead: 'rejected',
  warningHead: 'warning',
  /** Whose a row is, before the column that is wrong. */
  whose: (who: string) => `${who},`,
  more: (number: number) => `and ${grouped(number)} more`,
  moreIn: (number: number, where: string) => `and ${grouped(number)} more; ${where}`,
  rejectsIn: (file: string) => `after the import they are in ${file}`,
  noRows: 'The file has no rows: there is nothing to import.',
  nothingToAsk: 'Nothing new: the ledger has all of it.',
  ask: 'Import now?',
  /** Asked of a file whose columns cannot be told: the numbers of its columns, and examples of what stands in each. */
  unclear: {
    column: (file: string) =>
      `${file}: a column that is needed was not recognised. What stands in each column? Return: not imported.`,
    header: (file: string) =>
      `${file}: no header row was recognised. What stands in each column? Return: not imported.`,
  },
  numbered: (place: string) => `Column ${place}`,
  called: (header: string) => `Column ${header}`,
  whatIs: (column: string, stands: string) => `${column} (${stands}): number, or Return: `,
  empty: 'empty',
  asked: (column: string) =>
    ({ credit: 'credit (the shop owes them)', owes: 'owes (they owe the shop)' })[column] ?? column.replace('_', ' '),
  nextTime: (map: string) => `Next time: --map ${map}`,
  interrupted: 'Interrupted: nothing was imported, the ledger is as before. To import it: the same command again.',
  declined: 'Nothing was imported.',
  otherwise: 'The ledger has changed since the preview: the figures below are what was done.',
  done: (ends: string) => `Imported: ${ends}.`,
  nothingNew: (ends: string) => `Nothing new: ${ends}.`,
  inFile: (said: string, file: string) => `${said} (${file})`,
  gap: ' ',
  classified: 'Tiers are sorted.',
  undo: (change: number) => `Undo: regulars undo ${change}`,
  createHint: 'To add customers the ledger does not know: --create-customers',
  rejectsHint: 'To get the rejected rows as a file: --rejects FILE',
  rejectsName: (stem: string) => `${stem}.rejected.csv`,
  progress: (rows: number, rate: number) => `${grouped(rows)} rows, ${grouped(rate)}/s`,
  progressTo: (rows: number, rate: number, left: number) => `${grouped(rows)} rows, ${grouped(rate)}/s, ${left} s left`,
}
