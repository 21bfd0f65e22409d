import type { OneByte } from './alphabets.ts'
import type { Encoding } from './encoding.ts'
import { decodeOneByte } from './one-byte.ts'

/** What is written for a sign that an encoding has not. */
const plainer: Readonly<Record<string, string>> = {
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '…': '...',
  '¥': '￥',
  '￥': '¥',
  '\u00a0': ' ',
}

/** Turns text into the bytes of an encoding; what it has no sign for becomes a plainer one, or a question mark. */
export function encoderOf(encoding: Encoding): (text: string) => Buffer {
  if (encoding === 'utf-8') return (text) => Buffer.from(text)
  if (encoding === 'utf-16le') return (text) => Buffer.from(text, 'utf16le')
  if (encoding === 'utf-16be') return (text) => Buffer.from(text, 'utf16le').swap16()
  const known = bytesOf(encoding)
  const bytes = (sign: string): readonly number[] | null =>
    sign.charCodeAt(0) < 0x80 ? [sign.charCodeAt(0)] : (known.get(sign) ?? null)
  const nearest = (sign: string): readonly number[] => {
    const found = bytes(sign) ?? (encoding === 'gb18030' ? fourBytes(sign) : null)
    if (found) return found
    const other = [...(plainer[sign] ?? '')].map(bytes)
    return other.length > 0 && other.every((one) => one !== null) ? other.flat() : [0x3f]
  }
  return (text) => Buffer.from([...text].flatMap(nearest))
}

/** Whether an encoding has every letter of a text. */
export function canWrite(encoding: Encoding, text: string): boolean {
  return !encoderOf(encoding)(text.replaceAll('?', '')).includes(0x3f)
}

const tables = new Map<Encoding, ReadonlyMap<string, readonly number[]>>()

/** Every sign beyond ASCII that an encoding writes with one byte or two, read out of its decoder. */
function bytesOf(encoding: Encoding): ReadonlyMap<string, readonly number[]> {
  const known = tables.get(encoding)
  if (known) return known
  const table = new Map<string, readonly number[]>()
  const wide = ['gb18030', 'big5', 'shift_jis', 'euc-kr'].includes(encoding)
  const decoder = new TextDecoder(encoding)
  const decode = (bytes: number[]) =>
    wide ? decoder.decode(Buffer.from(bytes)) : decodeOneByte(Buffer.from(bytes), encoding as OneByte)
  const learn = (bytes: number[]) => {
    const text = decode(bytes)
    if ([...text].length === 1 && text !== '\ufffd' && text.charCodeAt(0) >= 0x80 && !table.has(text))
      table.set(text, bytes)
  }
  for (let first = 0x80; first <= 0xff; first++) {
    learn([first])
    if (wide) for (let second = 0x40; second <= 0xfe; second++) learn([first, second])
  }
  tables.set(encoding, table)
  return table
}

/**
 * GB18030 writes what GBK has not with four bytes: beyond the first plane in the order of Unicode, before it in the
 * order its decoder has.
 */
function fourBytes(sign: string): readonly number[] | null {
  const code = sign.codePointAt(0) as number
  if (code >= 0x10000) return quadruple(189_000 + code - 0x10000)
  const decoder = new TextDecoder('gb18030')
  // The order is that of Unicode here too, with gaps: a search by halves.
  let [low, high] = [0, 39_419]
  while (low <= high) {
    const middle = (low + high) >> 1
    const bytes = quadruple(middle)
    const found = decoder.decode(Buffer.from(bytes)).codePointAt(0) as number
    if (found === code) return bytes
    if (found < code) low = middle + 1
    else high = middle - 1
  }
  return null
}

function quadruple(number: number): number[] {
  return [
    0x81 + Math.floor(number / 12_600),
    0x30 + (Math.floor(number / 1260) % 10),
    0x81 + (Math.floor(number / 10) % 126),
    0x30 + (number % 10),
  ]
}
