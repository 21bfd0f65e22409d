import { readFile } from 'node:fs/promises'
import { LedgerError } from '../../errors.ts'
import type { Row } from './csv.ts'
import { lookIntoZip } from './zip.ts'

/** Read whole, a workbook takes some nine times its unpacked size in memory (measured: 250,000 rows, 79 MB, 690 MB). */
const mostMegabytes = 150

/** A sheet of a workbook: its name, and its rows, numbered as Excel does. */
export interface Sheet {
  readonly sheet: string
  /** The sheets that are not read. */
  readonly others: readonly string[]
  readonly rows: readonly Row[]
}

/**
 * Reads one sheet of an .xlsx workbook: the first, or the one asked for by name or number. Days are `YYYY-MM-DD`, with the time after a blank
 * where there is one; numbers as Excel shows them in full, never with an exponent. Throws roster.broken-workbook, roster.large-workbook,
 * roster.no-sheet.
 */
export async function readWorkbook(path: string, file: string, asked: string | null): Promise<Sheet> {
  const inside = await lookIntoZip(path, 'xl/workbook.xml', mostMegabytes * 1e6)
  if (!inside) throw new LedgerError('roster.broken-workbook', { file })
  if (inside.size > mostMegabytes * 1e6) throw new LedgerError('roster.large-workbook', { file, most: mostMegabytes })
  const sheets = namesIn(inside.wanted)
  if (sheets.length === 0) throw new LedgerError('roster.broken-workbook', { file })
  const at = asked === null ? 0 : placeOf(asked, sheets)
  const sheet = sheets[at]
  if (sheet === undefined) throw new LedgerError('roster.no-sheet', { file, asked: asked ?? '', sheets })
  const rows = (await dataOf(path, file, at + 1)).map((cells, row) => ({ line: row + 1, cells: cells.map(textOf) }))
  return { sheet, others: sheets.filter((_, place) => place !== at), rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) }
}

function namesIn(workbook: string): string[] {
  return [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*?\bname=(?:"([^"]*)"|'([^']*)')/g)].map(([, double, single]) => plainXml(double ?? single ?? ''))
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function plainXml(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
    name ? (entities[name] ?? whole) : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  )
}

/** A name decides before a number: a sheet may be called 2. */
function placeOf(asked: string, sheets: readonly string[]): number {
  const plain = (name: string) => name.normalize('NFKC').trim().toLowerCase()
  const named = sheets.findIndex((name) => plain(name) === plain(asked))
  return named < 0 && /^\d{1,3}$/.test(asked) ? Number(asked) - 1 : named
}

async function dataOf(path: string, file: string, number: number): Promise<readonly (readonly unknown[])[]> {
  // Its entry for Node reads a zip as a stream, and waits for ever where a local header is damaged (measured): this one goes by the directory.
  const { readSheet } = await import('read-excel-file/universal')
  try {
    return await readSheet(new Blob([await readFile(path)]), number, { parseNumber: inFull })
  } catch {
    // Whatever the library finds wrong with it, the owner can only have Excel write it anew.
    throw new LedgerError('roster.broken-workbook', { file })
  }
}

/** A number as Excel shows it in full: it keeps 15 digits, and 1.3812345678E10 is 13812345678. */
function inFull(stored: string): string {
  const number = Number(stored)
  if (!Number.isFinite(number)) return stored
  if (Number.isSafeInteger(number)) return String(number)
  const rounded = Number(number.toPrecision(15))
  return /e/.test(String(rounded)) ? rounded.toFixed(20).replace(/\.?0+$/, '') : String(rounded)
}

/** Days come as midnight in Greenwich, whatever the zone of the shop: their digits are the day. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (!(value instanceof Date)) return typeof value === 'boolean' ? String(value).toUpperCase() : String(value).trim()
  const written = new Date(Math.round(value.getTime() / 1000) * 1000).toISOString()
  const [day = '', time = ''] = written.slice(0, 19).split('T')
  if (time === '00:00:00') return day
  // Before the first day Excel knows: a time of day alone.
  return day < '1900-01-02' ? time : `${day} ${time}`
}
