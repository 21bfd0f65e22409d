import { type Source, textOf } from './encoding.ts'

export const delimiters = [',', ';', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** So much of a file is looked at, and so many of its rows: what is below them looks like them. */
const top = { characters: 1 << 15, rows: 100 }

/** The delimiter of a file, by its beginning; a comma where there is none. */
export async function delimiterOf(source: Source): Promise<Delimiter> {
  let text = ''
  for await (const piece of textOf(source)) {
    text += piece.toString('utf8')
    if (text.length >= top.characters) break
  }
  return likeliestDelimiter(text.slice(0, top.characters))
}

/** What a line says that Excel writes above all others: sep=; — null for any other line. */
export function separatorSaid(line: string): Delimiter | null {
  const [, said] = /^\ufeff?"?sep=([,;\t|])"?[,;\t|]*$/i.exec(line) ?? []
  return delimiters.find((delimiter) => delimiter === said) ?? null
}

/**
 * The delimiter that gives a table: rows of as many cells as the others, many of them, with something in them that a
 * cell may be. The measure is that of van den Burg, Nazábal and Sutton, “Wrangling messy CSV files by detecting row and
 * type patterns” (2019), with fewer types.
 */
export function likeliestDelimiter(text: string): Delimiter {
  const said = separatorSaid(text.slice(0, text.search(/[\r\n]|$/)))
  if (said !== null) return said
  const isWhole = text.length < top.characters
  let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 }
  for (const delimiter of delimiters) {
    if (!text.includes(delimiter)) continue
    const rows = rowsBy(text, delimiter, isWhole)
    // One row alone among others that has it: it is a sign like any other.
    if (rows.length > 2 && rows.filter(({ length }) => length > 1).length < 2) continue
    const score = patternScore(rows) * Math.max(typeScore(rows), isEven(rows) ? even : 0)
    if (score > best.score * 1.0001) best = { delimiter, score }
  }
  return best.delimiter
}

/** The rows of the text, cut as a reader of CSV would; one that is cut off at the end is left out. */
function rowsBy(text: string, delimiter: Delimiter, isWhole: boolean): string[][] {
  const rows: string[][] = []
  let cells: string[] = []
  let from = 0
  const endCell = (to: number) => cells.push(text.slice(from, to).trim())
  for (let at = 0; at <= text.length && rows.length < top.rows; at++) {
    const character = text.charAt(at)
    if (character === '"' && text.slice(from, at).trim() === '') {
      at = endOfQuoted(text, at)
      if (at >= text.length && !isWhole) break
    } else if (character === delimiter) {
      endCell(at)
      from = at + 1
    } else if (character === '\n' || character === '\r' || character === '') {
      if (character === '' && !isWhole) break
      endCell(at)
      if (cells.some((cell) => cell !== '')) rows.push(cells)
      cells = []
      if (character === '\r' && text.charAt(at + 1) === '\n') at++
      from = at + 1
    }
  }
  return rows
}

/**
 * The place of the quote that ends a quoted cell; a quote written twice does not. Behind the end of the text where none
 * does.
 */
export function endOfQuoted(text: string, open: number): number {
  let at = text.indexOf('"', open + 1)
  while (at >= 0 && text.charAt(at + 1) === '"') at = text.indexOf('"', at + 2)
  return at < 0 ? text.length : at
}

/** What rows all of one length are worth, whatever is in them. */
const even = 0.6

function isEven(rows: readonly (readonly string[])[]): boolean {
  return rows.length > 2 && rows.every(({ length }) => length > 1 && length === rows[0]?.length)
}

/** How much rows are alike in length, the longer the better. */
function patternScore(rows: readonly (readonly string[])[]): number {
  const patterns = new Map<number, number>()
  for (const { length } of rows) patterns.set(length, (patterns.get(length) ?? 0) + 1)
  let sum = 0
  for (const [length, times] of patterns) sum += (times * (length - 1)) / length
  return patterns.size === 0 ? 0 : sum / patterns.size
}

/**
 * What part of the cells is something a cell may be: nothing, a number, a day, an address, quoted, or words without
 * another delimiter in them.
 */
function typeScore(rows: readonly (readonly string[])[]): number {
  let known = 0
  let all = 0
  for (const row of rows) {
    all += row.length
    for (const cell of row) if (isKnown(cell.slice(0, 200))) known++
  }
  return all === 0 ? 0 : Math.max(1e-10, known / all)
}

const numeric = /^[-+(]?[\p{Sc}\ufffd]?\s?\d[\d\s.,'’]*%?\s?[\p{Sc}\ufffd]?\)?$/u
const address = /^(https?:\/\/|www\.|[\w.+-]+@)[^\s;,|]+$/i
const words =
  /^[\p{L}\p{N}(#$¥€£@=+'‘’“”<>*-][\p{L}\p{M}\p{N}\p{Sc} .'‘’“”"()[\]{}&/_#:+*%@!?<>=~^°–—·、。（）：，；-]*$/u

function isKnown(cell: string): boolean {
  return cell === '' || numeric.test(cell) || cell.startsWith('"') || address.test(cell) || words.test(cell)
}
