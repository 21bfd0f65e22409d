import { LedgerError } from '../../../errors.ts'
import type { Row } from '../csv.ts'
import { workbookLimits } from './limits.ts'
import { type Merge, MergedDown, MergeHandler } from './merged.ts'
import { SharedTextHandler, type SharedTexts, sharedTextReader } from './shared-texts.ts'
import { SheetHandler } from './sheet-rows.ts'
import { StyleHandler } from './styles.ts'
import { otherZip, type SheetPart, type WorkbookParts, workbookParts } from './workbook-parts.ts'
import { BrokenXml, type XmlHandler, XmlReader, xmlText } from './xml.ts'
import { openZip, tooLarge, type Zip } from './zip.ts'

/**
 * Reads .xlsx workbooks as they stream out of their zip: no sheet is ever whole in memory, only the texts its cells
 * share are. A workbook is opened once, for its list of sheets, its styles and those texts; each reading of a sheet's
 * rows opens the file again and unpacks the one sheet.
 *
 * A row has its cells as text, in the way the owner sees them (`cell-text.ts`), and `kinds`, one letter a cell of what
 * each is beyond its text. A reader that knows only `cells` reads the same as from a CSV; one that knows `kinds` can
 * tell a number from digits, and a day from its text.
 */
export interface Workbook {
  readonly path: string
  readonly file: string
  /** The sheets people see, in the order of their tabs; charts are none. Hidden ones are found by name. */
  readonly sheets: readonly string[]
  readonly parts: WorkbookParts
  readonly sharedTexts: SharedTexts
}

/**
 * Opens a workbook. Throws roster.broken-workbook, roster.large-workbook with the limit, roster.protected,
 * roster.old-workbook (what only looks like one), roster.zipped.
 */
export async function openWorkbook(path: string, file: string): Promise<Workbook> {
  return within(path, file, async (zip) => {
    const parts = await workbookParts(zip, file)
    if (!parts) throw otherZip(zip, file)
    if (parts.sheets.length === 0) throw new LedgerError('roster.broken-workbook', { file })
    const sheets = parts.sheets.filter(({ hidden }) => !hidden).map(({ name }) => name)
    return { path, file, sheets, parts, sharedTexts: await sharedTextsOf(zip, parts, file) }
  })
}

/** Does something with a zip that is open, and closes it. */
async function within<Result>(path: string, file: string, work: (zip: Zip) => Promise<Result>): Promise<Result> {
  const zip = await openZip(path, file)
  try {
    return await work(zip)
  } catch (error) {
    throw error instanceof BrokenXml ? new LedgerError('roster.broken-workbook', { file }) : error
  } finally {
    zip.close()
  }
}

async function hear(pieces: AsyncIterable<Buffer>, handler: XmlHandler): Promise<void> {
  const reader = new XmlReader(handler)
  for await (const text of xmlText(pieces)) reader.write(text)
  reader.end()
}

async function sharedTextsOf(zip: Zip, { sharedTexts }: WorkbookParts, file: string): Promise<SharedTexts> {
  const most = { bytes: workbookLimits.textMegabytes * 1_000_000, length: workbookLimits.cellLength }
  const handler = new SharedTextHandler(most, (limit) => tooLarge(file, limit))
  if (sharedTexts !== null) await hear(zip.read(sharedTexts), handler)
  return handler.texts
}

/** A sheet to be read, as a plain value. */
export interface Sheet {
  readonly workbook: Workbook
  readonly name: string
  readonly part: string
  /** The other sheets people see. */
  readonly others: readonly string[]
  readonly merges: readonly Merge[]
  /** About how many rows it has: what is written as rows, empty ones too. */
  readonly rows: number
}

/**
 * Finds the sheet asked for by name or by its place among those people see; else the first of them with something in
 * it. Reads it through once without taking it apart: a damaged one is found before a row is taken. Throws
 * roster.no-sheet, roster.broken-workbook, roster.large-workbook.
 */
export async function openSheet(workbook: Workbook, asked: string | null): Promise<Sheet> {
  const { file, path, parts, sheets } = workbook
  const seen = parts.sheets.filter(({ hidden }) => !hidden)
  const found = asked === null ? null : sheetNamed(asked, parts.sheets, seen)
  if (found === undefined || seen.length === 0)
    throw new LedgerError('roster.no-sheet', { file, asked: asked ?? '', sheets })
  for (const { name, part } of found ? [found] : seen) {
    const looked = await within(path, file, (zip) => lookThrough(zip, part, file))
    const sheet = { workbook, name, part, others: sheets.filter((other) => other !== name), ...looked }
    if (found || (await hasRows(sheet))) return sheet
  }
  const [first] = seen as [SheetPart]
  return { workbook, name: first.name, part: first.part, others: sheets.slice(1), merges: [], rows: 0 }
}

/** A name decides before a number: a sheet may be called 2. */
function sheetNamed(asked: string, all: readonly SheetPart[], seen: readonly SheetPart[]): SheetPart | undefined {
  const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase()
  const named = all.find(({ name }) => plain(name) === plain(asked))
  return named ?? (/^\d{1,3}$/.test(asked) ? seen[Number(asked) - 1] : undefined)
}

async function hasRows(sheet: Sheet): Promise<boolean> {
  for await (const rows of sheetRows(sheet)) if (rows.length > 0) return true
  return false
}

/**
 * The rows of a sheet that have something in them, some hundreds at a time. Throws roster.broken-workbook,
 * roster.large-workbook.
 */
export async function* sheetRows({ workbook, part, merges }: Sheet): AsyncGenerator<readonly Row[]> {
  const { path, file, parts, sharedTexts } = workbook
  const zip = await openZip(path, file)
  try {
    const styles = new StyleHandler()
    if (parts.styles !== null) {
      if ((zip.size(parts.styles) ?? 0) > workbookLimits.formatMegabytes * 1_000_000)
        throw tooLarge(file, 'formatMegabytes')
      await hear(zip.read(parts.styles), styles)
    }
    const handler = new SheetHandler({
      styles: styles.styles,
      sharedText: sharedTextReader(sharedTexts),
      epoch1904: parts.epoch1904,
      merged: new MergedDown(merges),
      tooLarge: (limit) => tooLarge(file, limit),
    })
    const reader = new XmlReader(handler)
    for await (const text of xmlText(zip.read(part))) {
      reader.write(text)
      const rows = handler.take(batch)
      if (rows.length > 0) yield rows
    }
    reader.end()
    const rows = handler.take(1)
    if (rows.length > 0) yield rows
  } catch (error) {
    throw error instanceof BrokenXml ? new LedgerError('roster.broken-workbook', { file }) : error
  } finally {
    zip.close()
  }
}

const batch = 500
const dataEnds = Buffer.from('sheetData>')
const longestPrefix = 64

/**
 * Unpacks a sheet for its checksum, its number of rows, and which cells are merged: a sheet says that behind its rows.
 */
async function lookThrough(zip: Zip, part: string, file: string): Promise<{ rows: number; merges: readonly Merge[] }> {
  const handler = new MergeHandler((limit) => tooLarge(file, limit))
  const reader = new XmlReader(handler, true)
  let rows = 0
  let tail: Buffer = Buffer.alloc(0)
  async function* behindRows(): AsyncGenerator<Buffer> {
    let behind = false
    for await (const piece of zip.read(part)) {
      if (behind) {
        yield piece
        continue
      }
      const bytes = Buffer.concat([tail, piece])
      const end = endOfData(bytes)
      rows += rowsIn(end < 0 ? bytes : bytes.subarray(0, end), tail.length)
      behind = end >= 0
      if (behind) yield bytes.subarray(end)
      tail = bytes.subarray(Math.max(0, bytes.length - longestPrefix - dataEnds.length))
    }
  }
  for await (const text of xmlText(behindRows())) reader.write(text)
  return { rows, merges: handler.merges }
}

/** Behind the closing tag of a sheet's rows, with a prefix or without one; negative when it is not here. */
function endOfData(bytes: Buffer): number {
  for (let at = bytes.indexOf(dataEnds); at >= 0; at = bytes.indexOf(dataEnds, at + 1)) {
    if (/<\/(?:[\w.-]+:)?$/.test(bytes.toString('latin1', Math.max(0, at - longestPrefix), at)))
      return at + dataEnds.length
  }
  return -1
}

/** How a row begins, without a prefix and with one. */
const rowBegins = [Buffer.from('<row'), Buffer.from(':row ')]

/** About how many rows begin in these bytes, of which the first `known` were counted before. */
function rowsIn(bytes: Buffer, known: number): number {
  let count = 0
  for (const begin of rowBegins) {
    for (
      let at = bytes.indexOf(begin, Math.max(0, known - begin.length + 1));
      at >= 0;
      at = bytes.indexOf(begin, at + 1)
    )
      count++
  }
  return count
}
