import type { Faults } from '../../ledger/errors.ts'
import type { ErrorMessage, ErrorWords, InAnyLanguage } from '../error-message.ts'
import { grouped } from '../figure.ts'
import { counted, plural } from './plural.ts'

type LargeWorkbook = Faults['roster.large-workbook']['limit']
type ImportCode = Extract<
  keyof Faults,
  `roster.${string}` | `row.${string}` | 'phone.spreadsheet' | 'day.mixed' | 'money.mixed'
>

const oldKinds = {
  xls: 'of the old Excel format (.xls)',
  xlsb: 'a binary workbook (.xlsb)',
  ods: 'a spreadsheet of LibreOffice (.ods)',
  numbers: 'a spreadsheet of Numbers',
  html: 'a web page that is called a workbook',
  xml: 'XML that is called a workbook',
  mht: 'an archived web page that is called a workbook',
}

const rowLimits: Record<Faults['roster.too-large']['limit'], (most: string) => string> = {
  row: (most) => `a row of more than ${most} characters`,
  cell: (most) => `a cell of more than ${most} characters`,
  cells: (most) => `a row of more than ${most} cells`,
  card: (most) => `a card of more than ${most} characters`,
}

const workbookLimits: Record<LargeWorkbook, (most: string) => string> = {
  files: (most) => `more than ${most} files in it`,
  megabytes: (most) => `more than ${most} MB when unpacked`,
  ratio: (most) => `a file in it unpacks to more than ${most} times its size`,
  listMegabytes: (most) => `a list of sheets of more than ${most} MB`,
  formatMegabytes: (most) => `number formats of more than ${most} MB`,
  textMegabytes: (most) => `more than ${most} MB of texts`,
  rows: (most) => `a row past ${most}`,
  columns: (most) => `a column past ${most}`,
  cells: (most) => `more than ${most} cells`,
  cellLength: (most) => `a cell of more than ${most} characters`,
  merged: (most) => `more than ${most} merged cells`,
}

const wrong = {
  'roster.rejects-taken': ({ path }: { path: string }): ErrorMessage => ({
    message: `${path} is there already and holds no rejected rows; it was left as it is.`,
    hint: 'Another name: --rejects FILE',
  }),
  'roster.missing': ({ file }): ErrorMessage => ({
    message: `No such file: ${file}.`,
    hint: 'Is it spelt so, and in this folder? Else the whole path: /home/me/FILE',
  }),
  'roster.unreadable': {
    folder: (file: string) => `${file} is a folder; name a file in it.`,
    refused: (file: string) => `You may not read ${file}: see who owns it.`,
  },
  'roster.empty': ({ file }) => ({ message: `${file} is empty.` }),
  'roster.nul': ({ file, line }) => ({
    message: `${file}, line ${line}: a zero byte; the file is damaged or no text.`,
    hint: 'Nothing was imported. Save it again as “CSV UTF-8”.',
  }),
  'roster.broken-quote': ({ file, line }) => ({
    message:
      `${file}, line ${line}: a quote is not closed, ` +
      'or stands alone inside a quoted cell; where cells end cannot be told.',
    hint: 'Nothing was imported. Inside quotes a quote is written twice: "5"" pipe"',
  }),
  'roster.undecodable': ({ file, encoding }) => ({
    message: `${file} is not ${encoding} throughout.`,
    hint: 'Nothing was imported. Another encoding: --encoding gb18030, big5, utf-16, utf-8, windows-1252',
  }),
  'roster.changed': ({ file }) => ({
    message: `${file} was changed while it was read.`,
    hint: 'Nothing was imported. Run the same command again.',
  }),
  'roster.broken-card': ({ file, line }) => ({
    message:
      `${file}, line ${line}: a card does not end, ` +
      'or something stands outside the cards; the file is damaged or cut off.',
    hint: 'Nothing was imported. Export the contacts again.',
  }),
  'roster.broken-workbook': ({ file }) => ({
    message: `${file} is no Excel workbook that can be read: it is damaged or cut off.`,
    hint: 'Nothing was imported. Open it in Excel and save it as .xlsx or “CSV UTF-8”.',
  }),
  'roster.old-workbook': {
    message: (file: string, kind: keyof typeof oldKinds) => `${file} is ${oldKinds[kind]}, which is not read.`,
    excel: 'Nothing was imported. Open it in Excel and save it as .xlsx or “CSV UTF-8”.',
    numbers: 'Nothing was imported. Open it in Numbers and export it as .xlsx or “CSV UTF-8”.',
  },
  'roster.protected': ({ file }) => ({
    message: `${file} is protected by a password.`,
    hint: 'Nothing was imported. Open it in Excel, take the password off (File, Info, Protect Workbook) and save it.',
  }),
  'roster.zipped': {
    open: (file: string, inside: readonly string[]) => `${file} is a zip and no workbook. In it: ${inside.join(', ')}.`,
    encrypted: (file: string, inside: readonly string[]) =>
      `${file} is a zip with a password and no workbook. In it: ${inside.join(', ')}.`,
    hint: 'Nothing was imported. Unpack it and import the file that is in it.',
  },
  'roster.endless': ({ most }) => ({
    message:
      `More comes in than ${most.toLocaleString('en')} MB, ` +
      'the most that is read of a pipe or a device: nothing was taken.',
    hint: 'Read it from files, in parts.',
  }),
  'roster.too-large': ({ file, line, limit, most }) => ({
    message: `${file}, line ${line}: ${rowLimits[limit](most.toLocaleString('en'))}.`,
    hint: 'Nothing was imported. A quote may be missing above, or the cells be separated otherwise: --delimiter',
  }),
  'roster.large-workbook': ({ file, limit, most }) => ({
    message: `${file} is beyond what a workbook may hold: ${workbookLimits[limit](most.toLocaleString('en'))}.`,
    hint: 'Nothing was imported. Copy the rows into a new workbook, or save the sheet as “CSV UTF-8”.',
  }),
  'roster.no-sheet': {
    none: (file: string) => `--sheet: ${file} is no workbook and has no sheets.`,
    message: (file: string, asked: string) => `${file} has no sheet “${asked}”.`,
    sheets: (numbered: readonly string[]) => `Its sheets: ${numbered.join(', ')}`,
  },
  'roster.no-columns': {
    missing: (file: string, columns: readonly string[], headers: readonly string[]) =>
      `${file} has no column for: ${columns.join(', ')}. Its columns: ${headers.join(', ')}.`,
    unheaded: (file: string, cells: readonly string[]) =>
      `${file} has no header row that can be read. Its first row: ${cells.join(', ')}.`,
    pair: (column: string) => `${column}=COLUMN`,
    map: (pairs: string) => `Say which: --map ${pairs} (a header or a number)`,
    mapOrAspects: (pairs: string) =>
      `Say which: --map ${pairs} (a header or a number)   A question a column: --aspects HEADER,HEADER`,
    mapByNumber: (pairs: string) => `Say which column is which: --map ${pairs} (by number)`,
    mapOrEncoding: (pairs: string) =>
      'Letters nobody can read: --encoding shift-jis (or gb18030, big5, euc-kr, windows-1252 …)   ' +
      `Else say which column is which: --map ${pairs} (by number)`,
  },
  'roster.bad-map': {
    noPair: (asked: string): ErrorMessage => ({
      message: `--map: “${asked}” is no pair.`,
      hint: 'Column=header or number: --map name=Client,phone=3',
    }),
    noColumn: (asked: string, known: readonly string[]): ErrorMessage => ({
      message: `--map: no column ${asked}.`,
      hint: `There are: ${known.join(', ')}`,
    }),
  },
  'roster.bad-aspects': ({ asked, known }) => ({
    message: `--aspects: no column ${asked}.`,
    hint: `There are: ${known.join(', ')}`,
  }),
  'roster.open-scale': {
    message: (file: string, most: number, high: readonly string[], low: readonly string[]) =>
      `${file}: ${high.join(', ')} go up to ${most}, ${low.join(', ')} do not: what they are out of cannot be told.`,
    hint: (most: number, low: string) =>
      `Nothing was imported. All out of ${most}: --scale ${most}   Otherwise in turns: --aspects ${low} --scale 5`,
  },
  'row.scale': ({ headings, scale }) => ({
    message: `${headings.join(', ')} read as out of ${scale} (--scale 5 if they are not)`,
  }),
  'row.unknown-state': {
    message: (heading: string, word: string, typed: string) =>
      `${heading} “${word}” is not known: say --state ${typed}=sale, owed, refund or skip`,
  },
  'row.currency': ({ currency, ledger }) => ({ message: `in ${currency}, the ledger is in ${ledger}` }),
  'row.part-unknown': ({ word }) => ({ message: `“${word}” gives no figure: how much was handed back is not known` }),
  'row.contradicts': ({ by, given, mark }) => ({
    message: `the ${mark} is ${by.name} #${by.id}’s, the name says ${given}`,
  }),
  'row.disagrees': ({ amount, expected }, voice) => ({
    message:
      `the amount ${voice.money(amount)} contradicts the other columns, which come to ${voice.money(expected)}; ` +
      '--map amount=COLUMN says which counts',
  }),
  'row.spreadsheet': () => ({ message: 'a spreadsheet broke the number; set the column to text and export it again' }),
  'row.uncalculated': ({ text }) => ({
    message: `a formula without a value, ${text}: open the file in the spreadsheet, save it and import it again`,
  }),
  'row.sheet-error': ({ text }) => ({ message: `the spreadsheet shows an error: ${text}` }),
  'row.too-old': ({ day }) => ({ message: `${day} is before 1970` }),
  'row.fees': ({ heading, rows, sum }, voice) => ({
    message:
      `${heading}: ${voice.money(sum)} in ${counted(rows, 'row', 'rows')}, not imported: ` +
      'it is neither a sale nor a cost of goods',
  }),
  'row.transfer': ({ word }) => ({ message: `${word}: taken as a sale` }),
  'row.claim-open': ({ word }) => ({ message: `“${word}”: a claim is open; taken as a sale` }),
  'row.refund-stuck': ({ ref }) => ({ message: `the refund of ${ref} reached nobody: see to it with the pay service` }),
  'row.disputed': ({ ref }) => ({ message: `${ref} is disputed; taken as a sale` }),
  'row.refund-day': ({ day }) => ({ message: `the day of the refund is not in the file: ${day}, the day of the sale` }),
  'row.refund-whole': ({ amount }, voice) => ({
    message: `the file does not say how much was handed back: all of it, ${voice.money(amount)}`,
  }),
  'row.refund-alone': ({ ref }) => ({ message: `the refund ${ref} names no sale of this ledger: entered as a return` }),
  'row.converted': ({ currency }) => ({
    message: `charged in ${currency}: the amount the service made of it is taken`,
  }),
  'row.empty-state': ({ heading }) => ({ message: `${heading} is empty: taken as a sale` }),
  'row.unread-state': ({ heading, word }) => ({
    message: `${heading} says “${word}”, and nobody reads that column: taken as a sale (--map status=COLUMN reads it)`,
  }),
  'row.rewarded': ({ id, name }) => ({ message: `${name} #${id} was given the reward for a referral` }),
  'row.reward-over': ({ id, name, code }) => ({
    message: `${name} #${id} should have coupon ${code} for a referral, but it is over`,
  }),
  'row.stranger': ({ text }) => ({
    message: `${text} may be anybody: kept as a walk-in under that name, to be linked (payer list)`,
  }),
  'row.masked-phone': ({ text }) => ({ message: `${text} is masked: no phone, kept in the notes` }),
  'row.masked-name': ({ text }) => ({ message: `${text} is masked, or a number of a service: nobody’s name` }),
  'row.name-is-number': ({ text }) => ({ message: `the name is only a number: ${text}` }),
  'row.alike-elsewhere': ({ day, amount, id }, { money }) => ({
    message: `${money(amount)} on ${day} is like sale ${id} of another service: see that it is not one sale twice`,
  }),
  'row.known-amount': ({ ref, amount, stands, id }, voice) => ({
    message:
      `${ref} is in the ledger with ${voice.money(stands)} (${id}), here ${voice.money(amount)}; ` +
      'left as it is (to replace it: --on-match update)',
  }),
  'row.total-agrees': ({ rows, sum }, voice) => ({
    message: `agrees with what the file says of itself: ${counted(rows, 'row', 'rows')}, ${voice.money(sum)}`,
  }),
  'row.total-differs': ({ stated, statedSum, rows, sum }, voice) => ({
    message:
      `the file says ${counted(stated, 'row', 'rows')} and ${voice.money(statedSum)}, ` +
      `read were ${rows} and ${voice.money(sum)}`,
  }),
  'row.payer-namesake': ({ name, id }) => ({
    message: `paid by “${name}”, a name #${id} has: left to nobody until you link it`,
  }),
  'row.short-credit': ({ customers, sum, some }, voice) => ({
    message:
      `${counted(customers, 'customer', 'customers')} paid from more credit than is known here: ${voice.money(sum)} ` +
      `stands as owed (${some.map(({ id, name }) => `${name} #${id}`).join(', ')}); enter what they had paid in: ` +
      'pay NAME AMOUNT, or import customers with credit',
  }),
  'row.titled': ({ titled, bare }) => ({
    message:
      `${titled.name} #${titled.id} and ${bare.name} #${bare.id} may be one: ` + `merge ${titled.id} --into ${bare.id}`,
  }),
  'row.left-owing': ({ amount }, voice) => ({
    message: `less was received than was due: ${voice.money(amount)} stands as owed (--map paid= leaves it out)`,
  }),
  'row.all-walk-in': () => ({
    message: 'no column names a customer: every row is a walk-in (--walk-in says so; --map customer=COLUMN names one)',
  }),
  'row.unknown-customer': ({ asked }) => ({
    message: `nobody is called ${asked}: kept as a walk-in under the payer’s name (--create-customers makes customers)`,
  }),
  'row.remark': ({ en }) => ({ message: en }),
  'day.mixed': ({ text }) => ({ message: `“${text}” is two days, and the column writes days both ways.` }),
  'money.mixed': ({ text }) => ({ message: `“${text}” is two amounts, and the column writes decimals both ways.` }),
  'roster.open-money': ({ file, heading, line, text, point, comma }, voice) => ({
    message:
      `${file}, line ${line}, ${heading}: ` +
      `“${text}” is ${voice.money(point)} or ${voice.money(comma)}, and no cell of the column says which.`,
    hint: 'Nothing was imported. Say --decimal point or --decimal comma',
  }),
  'roster.open-days': ({ file, heading, line, text, dmy, mdy }) => ({
    message: `${file}, line ${line}, ${heading}: “${text}” is ${dmy} or ${mdy}, and no cell of the column says which.`,
    hint: 'Nothing was imported. Say --dates dmy (day first) or --dates mdy (month first)',
  }),
  'roster.open-discount': ({ heading, text, percent }) => ({
    message:
      `Column ${heading}: “${text}” is so much off, or ${percent} % left to pay (折), ` +
      'and no column of amounts says which.',
    hint: `Nothing was imported. Money off: --map discount=${heading}   A part: write ${text}折, or 折扣率 above it`,
  }),
  'roster.several-formats': ({ file, names }) => ({
    message: `${file} could be: ${names.join(', ')}. Nothing was imported.`,
    hint: `Say which: --from ${names[0]}, or --from none`,
  }),
  'roster.refused': ({ file, title, instead }) => ({
    message: `${file} is a ${title.en}: ${instead.en}.`,
    hint: 'Nothing was imported. If it is something else: --from none',
  }),
  'roster.not-of-format': ({ file, title, missing }) => ({
    message: `${file} is no ${title.en}: it lacks ${missing.join(', ')}.`,
    hint: 'Nothing was imported. Without --from the file says itself what it is',
  }),
  'roster.unknown-format': ({ asked, known }) => ({
    message: `--from: no format ${asked}.`,
    hint: `There are: none, ${known.join(', ')}`,
  }),
  'roster.other-kind': ({ file, title, kind }) => ({
    message: `${file} is ${title.en}: ${kind}.`,
    hint: `regulars import ${kind} ${file}   If it is something else: --from none`,
  }),
  'roster.unclear-kind': {
    message: (file: string, cells: readonly string[]) =>
      `${file} does not say what it is. Its first row: ${cells.join(', ')}.`,
    hint: 'regulars import customers, import purchases or import contacts',
  },
  'roster.bad-format': ({ file, problem }) => ({
    message: `${file} is no format: ${problem}.`,
    hint: 'regulars help formats',
  }),
  'roster.no-header-row': ({ file, row }) => ({
    message: `--header-row: ${file} has no row ${row} with anything in it near its top.`,
  }),
  'row.bad-yes': ({ text }) => ({ message: `“${text}” is neither yes nor no` }),
  'row.missing': ({ column }) => ({ message: `${column} is empty` }),
  'row.too-many-cells': ({ cells, headers }) => ({
    message:
      `${cells} cells, but the header has ${headers}; ` +
      'a cell with the separator in it needs quotes ("1,200.00", "Hill Road 3, Room 9")',
  }),
  'row.twins': {
    code: (lines: readonly number[], names: readonly string[]) =>
      `lines ${lines.join(', ')} have one card and different names: ${names.join(', ')}; ` +
      'a card is one customer’s: give each their own',
    phone: (lines: readonly number[], names: readonly string[]) =>
      `lines ${lines.join(', ')} have one phone and different names: ${names.join(', ')}; ` +
      'a family: --same-phone, or a card each',
  },
  'row.nothing': ({ rows, words }) => ({
    message: `${counted(rows, 'row says', 'rows say')} ${words.map((word) => `“${word}”`).join(' ')}: taken as empty`,
  }),
  'row.both-ways': {
    message: (owes: string, credit: string, taken: string) =>
      `owes ${owes} and has ${credit} in credit: taken as ${taken}`,
    settled: 'settled',
  },
  'row.archived-owes': ({ balance }, voice) => ({
    message: `${voice.balance(balance)}: not archived until that is settled`,
  }),
  'row.other-way': ({ balance }, voice) => ({ message: `less than nothing: taken as ${voice.balance(balance)}` }),
  'row.one-name': {
    row: (name: string, line: number) =>
      `“${name}” of row ${line} has another: taken as one customer, this one stands; ` +
      'two people: give each a phone or code',
    customer: (name: string, id: number) =>
      `“${name}” #${id} had another: taken as the same, this one stands; two people: give each a phone or code`,
  },
  'row.phone-in-use': {
    row: (phone: string, name: string) => `${phone} is in use by ${name}; a family: --same-phone or a code`,
    customer: (phone: string, name: string, id: number) =>
      `${phone} is in use by ${name} #${id}; a family: --same-phone or a code`,
  },
  'row.several': ({ ids }) => ({
    message: `fits several customers: ${ids.map((id) => `#${id}`).join(', ')}; tell them apart by a code`,
  }),
  'row.matches': ({ id }) => ({ message: `known already: ${id} (--on-match reject)` }),
  'row.future': ({ day, today }) => ({ message: `${day} has not come yet (today is ${today}); taken all the same` }),
  'row.second-phone': ({ phones }) => ({ message: `more than one phone; ${phones.join(', ')} went to the notes` }),
  'row.phone-words': ({ text }) => ({ message: `more than a phone; “${text}” went to the notes` }),
  'row.referrer-round': ({ text }) => ({ message: `“${text}” came by way of this customer; referred_by left empty` }),
  'row.referrer': ({ text }) => ({ message: `no one customer “${text}”; referred_by left empty` }),
  'row.points-open': ({ id, asked, stands }) => ({
    message: `#${id} has an account of points already (${stands}); ${asked} was not taken`,
  }),
  'row.account-open': {
    message: (id: number, stands: string, asked: string) =>
      `#${id} has an account already (${stands}); ${asked} was not taken`,
  },
  'row.account-before': ({ id, opened, balance, unpaid }, voice) => ({
    message:
      `unpaid ${voice.money(unpaid)}, and the account of #${id} was opened on ${opened} with ` +
      `${voice.balance(balance)}: if that holds it already, it now counts twice`,
  }),
  'row.account-holds': ({ id, opened, balance, unpaid }, voice) => ({
    message:
      `unpaid ${voice.money(unpaid)} is part of what the account of #${id} was opened with on ${opened} ` +
      `(${voice.balance(balance)}): the rest of that is lowered by it`,
  }),
  'row.other-amount': ({ ref, amount, stands, id }, voice) => ({
    message:
      `receipt ${ref} is in the ledger with ${voice.money(stands)} (${id}), ` +
      `here ${voice.money(amount)}; to replace it: --on-match update`,
  }),
  'row.other-part': ({ ref, line }) => ({ message: `line ${line} of the same receipt ${ref} cannot be taken` }),
  'row.no-purchase': ({ ref }) => ({ message: `no purchase with ref ${ref} of this customer` }),
  'row.has-refunds': ({ ref, id }) => ({ message: `receipt ${ref} (${id}) has refunds: void it with them first` }),
  'row.return-too-much': ({ ref, left }, voice) => ({
    message: `only ${voice.money(left)} of purchase ${ref} is left to give back`,
  }),
  'phone.spreadsheet': () => ({
    message: 'a spreadsheet broke the number; set the column to text and export it again',
  }),
} satisfies ErrorWords<ImportCode>

/** What a file or a row of it may have wrong. */
export const importErrors: InAnyLanguage<typeof wrong> = wrong

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
  unknownHint: (header: string) => `(to import it: --map notes=${header}, or all: --keep-unknown)`,
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
    footer: 'notes under the list',
  } as Record<string, string>,
  formatHead: 'format',
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
