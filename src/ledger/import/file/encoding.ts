import { isUtf8 } from 'node:buffer'
import { accessSync, constants, createReadStream, statSync } from 'node:fs'
import { LedgerError } from '../../errors.ts'
import { type ImportKind, namesColumns } from '../columns.ts'

/** How a file's bytes are text, by the names TextDecoder knows. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'big5'

/** A file to import, looked at once from end to end. */
export interface Source {
  readonly path: string
  /** The name people know it by: `-` for standard input. */
  readonly file: string
  readonly encoding: Encoding
  /** Bytes of the byte order mark. */
  readonly mark: number
  readonly size: number
  /** Line feeds, one more: about how many rows there are. */
  readonly lines: number
  readonly changedAt: number
}

const named: Readonly<Record<string, Encoding>> = {
  utf8: 'utf-8',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
  gb18030: 'gb18030',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  big5: 'big5',
}
export const encodingNames = ['utf-8', 'utf-16', 'gb18030', 'gbk', 'big5'] as const

/** The encoding a person names, or null. */
export function encodingNamed(typed: string): Encoding | null {
  return named[typed.toLowerCase().replace(/[\s_-]/g, '')] ?? null
}

/**
 * Finds out how the file is written: a byte order mark, else strict UTF-8, else NUL bytes mean UTF-16, else the Chinese encoding
 * whose header row is recognised, GB18030 first. Throws roster.missing, roster.unreadable, roster.nul.
 */
export async function inspect(path: string, file: string, kind: ImportKind, asked: Encoding | null): Promise<Source> {
  const { size, mtimeMs } = fileAt(path, file)
  const look = await lookThrough(path)
  const source = (encoding: Encoding, mark = 0): Source => ({ path, file, encoding, mark, size, lines: look.lines, changedAt: mtimeMs })
  const marked = markOf(look.head)
  const encoding = asked ?? marked?.encoding ?? (look.utf8 && look.nul === null ? 'utf-8' : look.nul !== null ? wideOf(look.head) : chineseOf(look.head, kind))
  if (encoding === null || (look.nul !== null && !encoding.startsWith('utf-16'))) throw new LedgerError('roster.nul', { file, line: look.nul ?? 1 })
  return source(encoding, marked?.encoding === encoding ? marked.bytes : 0)
}

/** What the system knows of the file. Throws roster.missing, roster.unreadable. */
export function fileAt(path: string, file: string) {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new LedgerError('roster.missing', { file })
  if (!found.isFile()) throw new LedgerError('roster.unreadable', { file, folder: found.isDirectory() })
  try {
    accessSync(path, constants.R_OK)
  } catch {
    throw new LedgerError('roster.unreadable', { file, folder: false })
  }
  return found
}

interface Look {
  readonly head: Buffer
  readonly utf8: boolean
  readonly lines: number
  /** The line of the first NUL, or null. */
  readonly nul: number | null
}

async function lookThrough(path: string): Promise<Look> {
  let head: Buffer | null = null
  let tail: Buffer = Buffer.alloc(0)
  let utf8 = true
  let nul: number | null = null
  let lines = 1
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) {
    const bytes = piece as Buffer
    head ??= Buffer.from(bytes.subarray(0, 1 << 16))
    const zero: number = nul === null ? bytes.indexOf(0) : -1
    if (zero >= 0) nul = lines + newlines(bytes.subarray(0, zero))
    lines += newlines(bytes)
    if (!utf8) continue
    const whole = tail.length > 0 ? Buffer.concat([tail, bytes]) : bytes
    const cut = whole.length - unfinished(whole)
    utf8 = isUtf8(whole.subarray(0, cut))
    tail = Buffer.from(whole.subarray(cut))
  }
  return { head: head ?? Buffer.alloc(0), lines, utf8: utf8 && tail.length === 0, nul }
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
function unfinished(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

function markOf(head: Buffer): { encoding: Encoding; bytes: number } | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', bytes: 3 }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', bytes: 2 }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', bytes: 2 }
  return null
}

/** Without a mark, text in UTF-16 shows by its line feeds: 0A 00 or 00 0A. A NUL in anything else is damage. */
function wideOf(head: Buffer): Encoding | null {
  const feeds = { even: 0, odd: 0 }
  for (let at = 0; at + 1 < head.length; at += 2) {
    if (head[at] === 10 && head[at + 1] === 0) feeds.even++
    if (head[at] === 0 && head[at + 1] === 10) feeds.odd++
  }
  const narrow = [...head].filter((byte) => byte === 0).length
  if (narrow * 8 < head.length || feeds.even === feeds.odd) return null
  return feeds.even > feeds.odd ? 'utf-16le' : 'utf-16be'
}

function chineseOf(head: Buffer, kind: ImportKind): Encoding {
  const recognises = (encoding: Encoding) => {
    const [first = ''] = new TextDecoder(encoding).decode(head).split(/[\r\n]/)
    return namesColumns(
      kind,
      first.split(/[,;\t|]/).map((cell) => cell.replace(/^"|"$/g, '')),
    )
  }
  return !recognises('gb18030') && recognises('big5') ? 'big5' : 'gb18030'
}

/** The file's text as UTF-8 bytes, a piece at a time, without its mark. Throws roster.undecodable, roster.changed. */
export async function* textOf(source: Source): AsyncGenerator<Buffer> {
  const { path, encoding, mark, file } = source
  const now = fileAt(path, file)
  if (now.size !== source.size || now.mtimeMs !== source.changedAt) throw new LedgerError('roster.changed', { file })
  const decoder = new TextDecoder(encoding, { fatal: true })
  const say = (bytes: Buffer | null) => {
    try {
      return Buffer.from(bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode())
    } catch {
      throw new LedgerError('roster.undecodable', { file, encoding })
    }
  }
  let read = 0
  for await (const piece of createReadStream(path, { start: mark })) {
    read += (piece as Buffer).length
    yield encoding === 'utf-8' ? (piece as Buffer) : say(piece as Buffer)
  }
  if (read !== source.size - mark) throw new LedgerError('roster.changed', { file })
  if (encoding !== 'utf-8') yield say(null)
}
