import { CsvError, parse } from 'csv-parse'
import { LedgerError } from '../../errors.ts'
import { stretchesOf } from './csv-chunks.ts'
import { type Source, textOf } from './encoding.ts'

/** One row as it stands in the file: the line it begins on, and its cells without the blanks around them. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** The file's rows, some thousand at a time; blank lines are no rows. Throws roster.broken-quote, roster.undecodable, roster.changed. */
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
  // A quote inside a cell that no quote began (5" pipe) is a character like any other: such files are read again, more slowly.
  for await (const rows of recordsOf(source, delimiter, true)) {
    const further = rows.slice(given)
    given = Math.max(0, given - rows.length)
    if (further.length > 0) yield further
  }
}

async function* recordsOf(source: Source, delimiter: Delimiter, careful: boolean): AsyncGenerator<Row[]> {
  let line = 1
  let open: QuotedReader | null = null
  for await (const { bytes, kind } of stretchesOf(textOf(source), careful)) {
    if (kind === 'plain') {
      const lines = bytes.toString('utf8').split(lineEnd)
      yield* some(plainRows(lines, delimiter, line))
      line += lines.length - 1
    } else {
      open ??= quotedReader(source.file, delimiter, careful, line)
      yield* some(await open.read(bytes))
      if (kind === 'open') continue
      yield* some(await open.end())
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

/** Lines without a quote need no parser: a third of csv-parse's time and of what it leaves to collect (measured). It trims cells as `trim` does. */
function plainRows(lines: readonly string[], delimiter: Delimiter, first: number): Row[] {
  const rows: Row[] = []
  lines.forEach((text, at) => {
    if (text === '') return
    const cells = text.split(delimiter)
    let some = false
    for (let cell = 0; cell < cells.length; cell++) {
      const trimmed = (cells[cell] as string).trim()
      cells[cell] = trimmed
      some ||= trimmed !== ''
    }
    if (some) rows.push({ line: first + at, cells })
  })
  return rows
}

type Raw = { readonly raw: string; readonly record: string[] }
type QuotedReader = ReturnType<typeof quotedReader>

/** Reads what has quotes in it, from a line on. Throws roster.broken-quote; CsvError INVALID_OPENING_QUOTE unless `careful`. */
function quotedReader(file: string, delimiter: Delimiter, careful: boolean, from: number) {
  let rows: Row[] = []
  let begun = from
  let empty = 0
  let counted = 0
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
    on_record: (found: string[] | Raw, info: { lines: number; empty_lines: number }) => {
      empty = info.empty_lines
      const cells = 'record' in found ? found.record : found
      if ('raw' in found && cells.some((cell) => cell.startsWith('"')) && !sound(found.raw)) throw broken()
      const line = begun + empty
      // csv-parse counts a CRLF inside quotes twice: a record that seems to span lines is counted again.
      if (info.lines - empty - counted > 1) begun += breaksIn(cells)
      begun += 1
      counted = info.lines - empty
      if (cells.some((cell) => cell !== '')) rows.push({ line, cells })
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
      // What csv-parse will not read is a quote where none may be, or one that never ends: the cells around it cannot be told apart.
      if (error instanceof CsvError && (careful || error.code !== 'INVALID_OPENING_QUOTE')) throw broken()
      throw error
    }
    const found = rows
    rows = []
    return found
  }
  return { read: (piece: Buffer) => read(piece), end: () => read(null) }
}

/** Whether every cell that a quote begins ends with one: read leniently, csv-parse does not say. */
function wellQuoted(delimiter: Delimiter): (record: string) => boolean {
  const mark = delimiter === '|' ? '\\|' : delimiter
  const cell = `(?:[ \\t]*"(?:[^"]|"")*"[ \\t]*|(?![ \\t]*")[^${mark}\\r\\n]*)`
  const whole = new RegExp(`^${cell}(?:${mark}${cell})*$`)
  return (record) => whole.test(record.replace(/^[\r\n]+|[\r\n]+$/g, ''))
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((count, cell) => count + lineEndsIn(cell), 0)
}

function lineEndsIn(text: string): number {
  return text.match(/\r\n|\n|\r/g)?.length ?? 0
}

/** The delimiter of a file: the one that stands most often outside quotes on its first lines, the same number of times on each if it can. */
export async function delimiterOf(source: Source): Promise<Delimiter> {
  for await (const piece of textOf(source)) return likeliest(piece.toString('utf8').slice(0, 1 << 16))
  return ','
}

function likeliest(text: string): Delimiter {
  const lines = outsideQuotes(text)
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20)
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines
  const scored = delimiters.map((delimiter) => {
    const counts = whole.map((line) => line.split(delimiter).length - 1)
    const first = counts[0] ?? 0
    const alike = counts.filter((count) => count === first).length
    return { delimiter, score: first === 0 ? 0 : first + (alike / counts.length) * 1000 }
  })
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter
}

function outsideQuotes(text: string): string {
  return text.replace(/"(?:[^"]|"")*("|$)/g, '""')
}
