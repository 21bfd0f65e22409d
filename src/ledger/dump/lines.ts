import { LedgerError } from '../errors.ts'
import type { NumberedLine } from './faults.ts'

/** Millions of characters that a line may have: many times what a row can hold. */
const most = 16

/**
 * Text in pieces as numbered lines, a byte order mark and carriage returns taken off; blank lines are none. Throws
 * whole.not-an-export for what is no UTF-8, whole.too-long.
 */
export async function* linesOf(
  file: string,
  pieces: AsyncIterable<Uint8Array | string>,
): AsyncGenerator<NumberedLine, void> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let rest = ''
  let number = 0
  const refuseLong = (text: string, line: number) => {
    if (text.length > most * 2 ** 20) throw new LedgerError('whole.too-long', { file, line, most })
  }
  const lineOf = (text: string): NumberedLine => ({
    number: ++number,
    text: text.endsWith('\r') ? text.slice(0, -1) : text,
  })
  for await (const piece of pieces) {
    const lines = (rest + decoded(file, decoder, piece)).split('\n')
    rest = lines.pop() ?? ''
    // What has no line ends is no export, and would be held whole.
    refuseLong(rest, number + lines.length + 1)
    for (const text of lines) {
      const line = lineOf(text)
      if (line.text !== '') yield line
    }
  }
  rest += decoded(file, decoder, null)
  if (rest !== '') yield lineOf(rest)
}

function decoded(file: string, decoder: InstanceType<typeof TextDecoder>, piece: Uint8Array | string | null): string {
  if (typeof piece === 'string') return piece
  try {
    return piece === null ? decoder.decode() : decoder.decode(piece, { stream: true })
  } catch {
    throw new LedgerError('whole.not-an-export', { file })
  }
}
