import type { Faults } from '../../../ledger/errors.ts'
import type { CodesOf, ErrorMessage, ErrorWords, InAnyLanguage } from '../../error-message.ts'

type LargeWorkbook = Faults['roster.large-workbook']['limit']

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

const said = {
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
  'roster.two-lists': ({ file, left, right }) => ({
    message: `${file} has two lists side by side, with the same headings: a row is two of them.`,
    hint: `Nothing was imported. Take one after the other: --map ${left.join(',')} and then --map ${right.join(',')}`,
  }),
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
  'roster.open-discount': {
    message: (heading: string, text: string, percent: number) =>
      `Column ${heading}: “${text}” is so much off, or ${percent} % left to pay (折), ` +
      'and no column of amounts says which.',
    hint: (typed: string, text: string) =>
      `Nothing was imported. Money off: --map ${typed}   A part: write ${text}折, or 折扣率 above it`,
  },
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
  'roster.other-kind': {
    message: (file: string, title: Faults['roster.other-kind']['title'], kind: string) =>
      `${file} is ${title.en}: ${kind}.`,
    hint: (kind: string, typed: string) => `regulars import ${kind} ${typed}   If it is something else: --from none`,
  },
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
} satisfies ErrorWords<CodesOf<'roster'>>

/** What a file that is taken in may have wrong. */
export const importFileErrors: InAnyLanguage<typeof said> = said
