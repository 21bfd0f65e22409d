import type { Row } from './csv.ts'
import { type Source, textOf } from './encoding.ts'

/**
 * Whether a text is written as WeChat Pay writes bills: a backtick before every cell, and no quotes though commas and
 * quotes stand in them.
 */
export function isBackticked(top: string): boolean {
  return top.split(/\r\n|\n|\r/).some((line) => line.startsWith('`') && line.includes(',`'))
}

/**
 * Rows of which every cell begins with a backtick: a comma before one parts cells, any other is of the cell. The
 * headings have none.
 */
export async function* backtickRows(source: Source): AsyncGenerator<Row[]> {
  let line = 0
  let rest = ''
  for await (const piece of lines(source)) {
    const text = rest + piece
    const whole = text.split(/\r\n|\n|\r/)
    rest = whole.pop() ?? ''
    const rows = whole.flatMap((one) => rowOf(one, ++line))
    if (rows.length > 0) yield rows
  }
  const rows = rowOf(rest, ++line)
  if (rows.length > 0) yield rows
}

function rowOf(text: string, line: number): Row[] {
  const cells = (text.startsWith('`') ? text.slice(1).split(',`') : text.split(',')).map((cell) => cell.trim())
  return cells.some((cell) => cell !== '') ? [{ line, cells }] : []
}

async function* lines(source: Source): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  for await (const piece of textOf(source)) yield decoder.decode(piece, { stream: true }).replace(/^\ufeff/, '')
  yield decoder.decode()
}
