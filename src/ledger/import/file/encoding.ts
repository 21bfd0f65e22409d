import { isUtf8 } from 'node:buffer'
import { LedgerError } from '../../errors.ts'
import type { OneByte } from './alphabets.ts'
import { fileAt } from './file-at.ts'
import { piecesOfFile } from './file-pieces.ts'
import { mendedFolds } from './folded-characters.ts'
import { guessEncoding } from './guess-encoding.ts'
import { decodeOneByte } from './one-byte.ts'

/** How a file's bytes are text, by the names TextDecoder knows. */
export type Encoding =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'gb18030'
  | 'big5'
  | 'shift_jis'
  | 'euc-kr'
  | OneByte
  | `windows-${1255 | 1256 | 1258}`

/** A file to import, looked at once from end to end. */
export interface Source {
  readonly path: string
  /** The name people know it by: `-` for standard input. */
  readonly file: string
  readonly encoding: Encoding
  /**
   * Where the encoding is the likeliest and no more: the first names and other texts as they are read by it, for people
   * to see.
   */
  readonly guessed: readonly string[]
  /** Bytes of the byte order mark. */
  readonly mark: number
  /** Cards whose lines were folded in the middle of a character. */
  readonly folded: boolean
  readonly size: number
  /** Line feeds, one more: about how many rows there are. */
  readonly lines: number
  readonly changedAt: number
}

const named = new Map<string, Encoding>([
  ['utf8', 'utf-8'],
  ['utf16', 'utf-16le'],
  ['utf16le', 'utf-16le'],
  ['utf16be', 'utf-16be'],
  ['gb18030', 'gb18030'],
  ['gbk', 'gb18030'],
  ['gb2312', 'gb18030'],
  ['big5', 'big5'],
  ['shiftjis', 'shift_jis'],
  ['sjis', 'shift_jis'],
  ['euckr', 'euc-kr'],
  ['latin1', 'windows-1252'],
  ['iso88591', 'windows-1252'],
  ['iso88592', 'iso-8859-2'],
  ['koi8r', 'koi8-r'],
  ['macintosh', 'macintosh'],
  ['macroman', 'macintosh'],
  ...([1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258] as const).flatMap((page) => [
    [`windows${page}`, `windows-${page}`] as const,
    [`cp${page}`, `windows-${page}`] as const,
  ]),
])
export const encodingNames = [
  ...['utf-8', 'utf-16', 'gb18030', 'gbk', 'big5', 'shift-jis', 'euc-kr'],
  ...[1250, 1251, 1252, 1253, 1254, 1255, 1256, 1257, 1258].map((page) => `windows-${page}`),
] as readonly string[]

/** The encoding a person names, or null. */
export function encodingNamed(typed: string): Encoding | null {
  return named.get(typed.toLowerCase().replace(/[\s_-]/g, '')) ?? null
}

/**
 * Finds out how the file is written: a byte order mark, else strict UTF-8, else UTF-16 by its line feeds, else what its
 * letters say, and where that leaves two, the region of the shop. Throws roster.missing, roster.unreadable, roster.nul,
 * roster.undecodable.
 */
export async function inspect(
  path: string,
  file: string,
  asked: Encoding | null,
  region: string | null,
): Promise<Source> {
  const { size, mtimeMs } = fileAt(path, file)
  const look = await lookThrough(path)
  const marked = markOf(look.head)
  const folded = !look.utf8 && look.nul === null && isCards(look.head) && (await isUtf8Through(path))
  const found = await encodingOf(look, marked?.encoding ?? null, asked, region, folded)
  if (found === null || (look.nul !== null && !isWide(found.encoding)))
    throw new LedgerError('roster.nul', { file, line: look.nul ?? 1 })
  const { encoding } = found
  const guessed = found.guessed ? firstTexts(look.sample, encoding) : []
  if (encoding === 'utf-8' && !look.utf8 && !folded) throw new LedgerError('roster.undecodable', { file, encoding })
  const mark = marked?.encoding === encoding ? marked.bytes : 0
  return {
    path,
    file,
    encoding,
    guessed,
    mark,
    folded: folded && encoding === 'utf-8',
    size,
    lines: look.lines,
    changedAt: mtimeMs,
  }
}

/** The first cells with letters beyond ASCII, for people to see whether they are right. */
function firstTexts(sample: Buffer, encoding: Encoding): string[] {
  const top = sample.subarray(0, 4096)
  const text =
    encoding === 'windows-1252' ? decodeOneByte(top, encoding) : new TextDecoder(encoding).decode(top, { stream: true })
  const cells = text.split(/[\r\n,;\t|"]/).map((cell) => cell.trim().slice(0, 30))
  return [...new Set(cells)].filter((cell) => /[\u0080-\uffff]/.test(cell)).slice(0, 3)
}

async function encodingOf(
  look: Look,
  marked: Encoding | null,
  asked: Encoding | null,
  region: string | null,
  folded: boolean,
) {
  const known = (encoding: Encoding) => ({ encoding, guessed: false })
  // Which of the two a file in UTF-16 is, its mark knows better than the person who says utf-16.
  if (asked !== null) return known(isWide(asked) && marked !== null && isWide(marked) ? marked : asked)
  if (marked !== null) return known(marked)
  if (look.nul !== null) {
    const wide = wideOf(look.head)
    return wide && known(wide)
  }
  if (look.utf8 || folded || isDamagedUtf8(look.sample)) return known('utf-8')
  const { encoding, certain } = guessEncoding(
    { head: look.head, lines: look.sample, carriageReturns: look.lines === 1 },
    region,
  )
  return { encoding, guessed: !certain }
}

function isWide(encoding: Encoding): boolean {
  return encoding === 'utf-16le' || encoding === 'utf-16be'
}

function isCards(head: Buffer): boolean {
  return /^\s*BEGIN\s*:\s*VCARD/i.test(head.toString('latin1', 0, 200))
}

interface Look {
  readonly head: Buffer
  /** Lines with bytes beyond ASCII, of the whole file as far as there is room. */
  readonly sample: Buffer
  readonly utf8: boolean
  readonly lines: number
  /** The line of the first NUL, or null. */
  readonly nul: number | null
}

const room = 1 << 18

async function lookThrough(path: string): Promise<Look> {
  let head: Buffer | null = null
  let tail: Buffer = Buffer.alloc(0)
  const sample: Buffer[] = []
  let sampled = 0
  let utf8 = true
  let nul: number | null = null
  let lines = 1
  for await (const bytes of piecesOfFile(path)) {
    head ??= Buffer.from(bytes.subarray(0, 1 << 16))
    const zero: number = nul === null ? bytes.indexOf(0) : -1
    if (zero >= 0) {
      nul = lines + newlines(bytes.subarray(0, zero))
      // Whatever comes after, it is no text.
      if (markOf(head) === null && wideOf(head) === null)
        return { head, sample: Buffer.alloc(0), lines, utf8: false, nul }
    }
    lines += newlines(bytes)
    if (sampled < room) {
      const some = linesBeyondAscii(bytes, room - sampled)
      sampled += some.length
      if (some.length > 0) sample.push(some)
    }
    if (!utf8) continue
    const whole = tail.length > 0 ? Buffer.concat([tail, bytes]) : bytes
    const cut = whole.length - unfinished(whole)
    utf8 = isUtf8(whole.subarray(0, cut))
    tail = Buffer.from(whole.subarray(cut))
  }
  return { head: head ?? Buffer.alloc(0), sample: Buffer.concat(sample), lines, utf8: utf8 && tail.length === 0, nul }
}

/**
 * From the first line with a byte beyond ASCII to the end of the last whole one: a quarter of the room, so that other
 * parts have their say.
 */
function linesBeyondAscii(bytes: Buffer, most: number): Buffer {
  let at = 0
  while (at < bytes.length && (bytes[at] as number) < 0x80) at++
  if (at === bytes.length) return Buffer.alloc(0)
  const from = lineBreakBefore(bytes, at) + 1
  const to = Math.min(bytes.length, from + Math.min(most, room / 4))
  const end =
    to === bytes.length ? lineBreakBefore(bytes, to) : Math.max(bytes.lastIndexOf(10, to), bytes.lastIndexOf(13, to))
  return Buffer.from(bytes.subarray(from, end > at ? end : to))
}

function lineBreakBefore(bytes: Buffer, at: number): number {
  return at === 0 ? -1 : Math.max(bytes.lastIndexOf(10, at - 1), bytes.lastIndexOf(13, at - 1))
}

function newlines(bytes: Buffer): number {
  let count = 0
  let at = bytes.indexOf(10)
  while (at >= 0) {
    count++
    at = bytes.indexOf(10, at + 1)
  }
  return count
}

/** How many bytes at the end begin a UTF-8 character that is not over yet. */
export function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

/** Whether nearly all that is beyond ASCII is UTF-8, so that the rest is damage and no other encoding. */
function isDamagedUtf8(sample: Buffer): boolean {
  let whole = 0
  let broken = 0
  for (let at = 0; at < sample.length; at++) {
    const byte = sample[at] as number
    if (byte < 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc2 ? 2 : 1
    if (length > 1 && isUtf8(sample.subarray(at, at + length))) {
      whole++
      at += length - 1
    } else broken++
  }
  return whole > broken * 3
}

function markOf(head: Buffer): { encoding: Encoding; bytes: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bytes: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bytes: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bytes: 2 }
  return null
}

/**
 * Without a mark, text in UTF-16 shows by its line ends: 0A 00 or 00 0A at even places. It holds no zero character and
 * no half of a pair. A NUL in anything else is damage.
 */
function wideOf(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const bytes = head.subarray(0, head.length & ~1)
  for (const encoding of ['utf-16le', 'utf-16be'] as const) {
    const text = wideText(bytes, encoding)
    if (text === null || text.includes('\0')) continue
    // In a file of bytes that has a NUL somewhere, most line ends are followed by a letter; in Chinese some characters
    // have such a byte, as 名 does.
    const [mark, byte] = text.includes('\n') ? ['\n', 10] : ['\r', 13]
    const ends = text.split(mark).length - 1
    if (ends * 2 > bytes.filter((one) => one === byte).length) return encoding
  }
  return null
}

function wideText(bytes: Buffer, encoding: 'utf-16le' | 'utf-16be'): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
  } catch {
    return null
  }
}

async function isUtf8Through(path: string): Promise<boolean> {
  let tail: Buffer = Buffer.alloc(0)
  for await (const piece of mendedFolds(piecesOfFile(path))) {
    const whole = tail.length > 0 ? Buffer.concat([tail, piece]) : piece
    const cut = whole.length - unfinished(whole)
    if (!isUtf8(whole.subarray(0, cut))) return false
    tail = Buffer.from(whole.subarray(cut))
  }
  return tail.length === 0
}

/**
 * The file's text as UTF-8 bytes, a piece at a time, without its mark; a piece is good until the next one is asked for.
 * Throws roster.undecodable, roster.changed, roster.nul.
 */
export async function* textOf(source: Source): AsyncGenerator<Buffer> {
  const { path, encoding, mark, file } = source
  const now = fileAt(path, file)
  if (now.size !== source.size || now.mtimeMs !== source.changedAt) throw new LedgerError('roster.changed', { file })
  const decode = decoderOf(encoding, file)
  let read = 0
  async function* pieces(): AsyncGenerator<Buffer> {
    for await (const piece of piecesOfFile(path, mark, 1 << 16)) {
      read += piece.length
      yield piece
    }
  }
  let lines = 1
  for await (const piece of source.folded ? mendedFolds(pieces()) : pieces()) {
    const text = decode === null ? piece : decode(piece)
    // In UTF-16 a zero byte is half a character; a zero character is damage as it is anywhere.
    if (isWide(encoding)) {
      const zero = text.indexOf(0)
      if (zero >= 0) throw new LedgerError('roster.nul', { file, line: lines + newlines(text.subarray(0, zero)) })
      lines += newlines(text)
    }
    yield text
  }
  if (read !== source.size - mark) throw new LedgerError('roster.changed', { file })
  if (decode !== null) yield decode(null)
}

/**
 * Turns bytes into those of UTF-8, a piece at a time and null at the end. Null where they are so already. Throws
 * roster.undecodable.
 */
function decoderOf(encoding: Encoding, file: string): ((bytes: Buffer | null) => Buffer) | null {
  if (encoding === 'utf-8') return null
  if (encoding === 'windows-1252') return (bytes) => Buffer.from(bytes ? decodeOneByte(bytes, encoding) : '')
  const decoder = new TextDecoder(encoding, { fatal: true })
  return (bytes) => {
    try {
      return Buffer.from(bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode())
    } catch {
      throw new LedgerError('roster.undecodable', { file, encoding })
    }
  }
}
