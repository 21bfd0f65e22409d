import { CsvError, parse } from 'csv-parse'
import { LedgerError } from '../../errors.ts'
import { chunksOf } from './csv-chunks.ts'
import { type Delimiter, endOfQuoted } from './delimiter.ts'
import { type Source, textOf } from './encoding.ts'

/**
 * One row as it stands in the file: its number as a spreadsheet shows it, where a cell of several lines is one row, and
 * its cells without the blanks around them. A workbook's has a letter for each cell, what it is beyond its text
 * (`CellKind`): where `kinds` is absent all is text.
 */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
  readonly kinds?: string
  /** The line of other headings than the list's, where the row stands under those. */
  readonly under?: number
}

/**
 * How much a row may hold: a file that goes beyond is read by the wrong delimiter, lacks a quote, or is none of rows.
 */
export const rowLimits = { row: 4_000_000, cell: 1_000_000, cells: 16_384 } as const

/**
 * The file's rows, some thousand at a time; blank lines are no rows. Throws roster.broken-quote, roster.too-large with
 * the limit, roster.undecodable, roster.changed.
 */
export async function* rowsOf(source: Source, delimiter: Delimiter): AsyncGenerator<Row[]> {
  let given = 0
  try {
    for await (const rows of recordsOf(source, delimiter, false)) {
      given += rows.length
      yield rows
    }
    return
  } catch (error) {
    if (!(error instanceof CsvError && error.code === 'INVALID_OPENING_QUOTE')) throw error
  }
  // A quote inside a cell that no quote began (5" pipe) is a character like any other: such files are read again, more
  // slowly.
  for await (const rows of recordsOf(source, delimiter, true)) {
    const further = rows.slice(given)
    given = Math.max(0, given - rows.length)
    if (further.length > 0) yield further
  }
}

async function* recordsOf(source: Source, delimiter: Delimiter, careful: boolean): AsyncGenerator<Row[]> {
  let line = 1
  /** Line ends inside cells so far: a spreadsheet counts rows, an editor lines. */
  let inside = 0
  let open: QuotedReader | null = null
  for await (const { bytes, kind } of chunksOf(textOf(source), careful)) {
    if (kind === 'plain') {
      const lines = bytes.toString('utf8').split(lineEnd)
      yield* some(plainRows(source.file, lines, delimiter, line, inside))
      line += lines.length - 1
    } else {
      open ??= quotedReader(source.file, delimiter, careful, line, inside)
      yield* some(await open.read(bytes))
      if (kind === 'open') continue
      yield* some(await open.end())
      inside = open.inside()
      line += lineEndsIn(bytes.toString('utf8'))
      open = null
    }
  }
  if (open) yield* some(await open.end())
}

function some(rows: Row[]): Row[][] {
  return rows.length > 0 ? [rows] : []
}

// Three at once: a file put together from several tills mixes them.
const lineEnds = ['\r\n', '\n', '\r']
const lineEnd = /\r\n|\n|\r/

/**
 * Lines without a quote need no parser: a third of csv-parse's time and of what it leaves to collect (measured). It
 * trims cells as `trim` does.
 */
function plainRows(file: string, lines: readonly string[], delimiter: Delimiter, first: number, inside: number): Row[] {
  const rows: Row[] = []
  lines.forEach((text, at) => {
    if (text === '') return
    const cells = text.split(delimiter)
    if (text.length > rowLimits.cells) checkRow(file, first + at, text.length, cells)
    let some = false
    for (let cell = 0; cell < cells.length; cell++) {
      const trimmed = (cells[cell] as string).trim()
      cells[cell] = trimmed
      some ||= trimmed !== ''
    }
    if (some) rows.push({ line: first + at - inside, cells })
  })
  return rows
}

/** Throws roster.too-large. */
function checkRow(file: string, line: number, length: number, cells: readonly string[]): void {
  const tooLarge = (limit: keyof typeof rowLimits) =>
    new LedgerError('roster.too-large', { file, line, limit, most: rowLimits[limit] })
  if (length > rowLimits.row) throw tooLarge('row')
  if (cells.length > rowLimits.cells) throw tooLarge('cells')
  if (length > rowLimits.cell && cells.some((cell) => cell.length > rowLimits.cell)) throw tooLarge('cell')
}

type Raw = { readonly raw: string; readonly record: string[] }
type QuotedReader = ReturnType<typeof quotedReader>

/**
 * Reads what has quotes in it, from a line on. Throws roster.broken-quote; CsvError INVALID_OPENING_QUOTE unless
 * `careful`.
 */
function quotedReader(file: string, delimiter: Delimiter, careful: boolean, from: number, insideBefore: number) {
  let rows: Row[] = []
  let begun = from
  let empty = 0
  let counted = 0
  let inside = insideBefore
  const sound = wellQuoted(delimiter)
  const broken = () => new LedgerError('roster.broken-quote', { file, line: begun + empty })
  const parser = parse({
    delimiter,
    record_delimiter: lineEnds,
    relax_column_count: true,
    relax_quotes: careful,
    raw: careful,
    skip_empty_lines: true,
    rtrim: true,
    ltrim: true,
    max_record_size: rowLimits.row,
    on_record: (found: string[] | Raw, info: { lines: number; empty_lines: number }) => {
      empty = info.empty_lines
      const cells = 'record' in found ? found.record : found
      if ('raw' in found && cells.some((cell) => cell.startsWith('"')) && !sound(found.raw)) throw broken()
      const line = begun + empty
      checkRow(file, line, lengthOf(cells), cells)
      // csv-parse counts a CRLF inside quotes twice: a record that seems to span lines is counted again.
      const number = line - inside
      if (info.lines - empty - counted > 1) {
        const breaks = breaksIn(cells)
        begun += breaks
        inside += breaks
      }
      begun += 1
      counted = info.lines - empty
      if (cells.some((cell) => cell !== '')) rows.push({ line: number, cells })
      return null
    },
  })
  parser.on('error', () => {})
  parser.resume()
  const write = (piece: Buffer | null) =>
    new Promise<void>((resolve, reject) => {
      const done = (error?: Error | null) => (error ? reject(error) : resolve())
      if (piece) parser.write(piece, done)
      else parser.end(done)
    })
  async function read(piece: Buffer | null): Promise<Row[]> {
    try {
      await write(piece)
    } catch (error) {
      // What csv-parse will not read is a quote where none may be, or one that never ends: the cells around it cannot
      // be told apart.
      if (!(error instanceof CsvError) || (!careful && error.code === 'INVALID_OPENING_QUOTE')) throw error
      if (error.code === 'CSV_MAX_RECORD_SIZE') throw tooLong(file, begun + empty)
      throw broken()
    }
    const found = rows
    rows = []
    return found
  }
  return { read: (piece: Buffer) => read(piece), end: () => read(null), inside: () => inside }
}

function tooLong(file: string, line: number): LedgerError<'roster.too-large'> {
  return new LedgerError('roster.too-large', { file, line, limit: 'row', most: rowLimits.row })
}

function lengthOf(cells: readonly string[]): number {
  return cells.reduce((sum, { length }) => sum + length, cells.length)
}

/** Whether every cell that a quote begins ends with one: read leniently, csv-parse does not say. */
function wellQuoted(delimiter: Delimiter): (record: string) => boolean {
  const afterBlanks = (record: string, from: number) => {
    let at = from
    while (record.charAt(at) === ' ' || (record.charAt(at) === '\t' && delimiter !== '\t')) at++
    return at
  }
  return (record) => {
    const text = record.replace(/^[\r\n]+/, '').trimEnd()
    for (let at = 0; at <= text.length; at++) {
      at = afterBlanks(text, at)
      if (text.charAt(at) === '"') {
        at = afterBlanks(text, endOfQuoted(text, at) + 1)
        if (at > text.length || (at < text.length && text.charAt(at) !== delimiter)) return false
      } else {
        const end = text.indexOf(delimiter, at)
        at = end < 0 ? text.length : end
      }
    }
    return true
  }
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + lineEndsIn(cell), 0)
}

function lineEndsIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}
