import { LedgerError } from '../../errors.ts'

/** One line of a card, put together again from the lines it was folded over. */
export interface Property {
  /** In capitals, without its group: `TEL`. */
  readonly name: string
  /** `item1` of `item1.TEL`, '' without one. */
  readonly group: string
  readonly params: ReadonlyMap<string, readonly string[]>
  /** As it stands: escaped, and perhaps encoded. */
  readonly raw: string
}

/** One vCard as it stands. */
export interface Card {
  /** The line of its BEGIN. */
  readonly line: number
  readonly version: string
  readonly properties: readonly Property[]
}

/** Pictures, sounds and keys: nothing a roster holds, and most of the bytes. */
const bulky = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY'])

/**
 * Reads vCards of version 2.1, 3.0 and 4.0 one after the other. Whatever stands between BEGIN and END is read as
 * leniently as phones write it; a card that does not end, or a line outside any card, is a damaged file. Throws
 * roster.broken-card, roster.too-large.
 *
 * Of our own because no library was found that reads all three: vcard4-ts knows 4.0 alone, and what Android exports is
 * 2.1. The tests hold this against vcard4-ts for 4.0.
 */
export async function* cardsOf(pieces: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Card> {
  let card: { line: number; version: string; properties: Property[] } | null = null
  let size = 0
  for await (const { line, text } of unfolded(linesOf(pieces, file))) {
    const structure = /^(BEGIN|END)\s*:\s*VCARD\s*$/i.exec(text)?.[1]?.toUpperCase()
    if (structure === 'BEGIN' && !card) {
      card = { line, version: '', properties: [] }
      size = 0
    } else if (structure === 'END' && card) {
      yield card
      card = null
    } else if (structure || !card) throw new LedgerError('roster.broken-card', { file, line: card?.line ?? line })
    else {
      const property = propertyIn(text)
      if (!bulky.has(property.name)) size += text.length
      if (size > longest.card) throw tooLarge(file, card.line)
      if (property.name === 'VERSION') card.version = property.raw.trim()
      else if (!bulky.has(property.name)) card.properties.push(property)
    }
  }
  if (card) throw new LedgerError('roster.broken-card', { file, line: card.line })
}

interface Line {
  readonly line: number
  readonly text: string
}

/** A picture on one line may be some megabytes; what has no end is no card. */
const longest = { line: 20_000_000, card: 20_000_000 }

function tooLarge(file: string, line: number): LedgerError<'roster.too-large'> {
  return new LedgerError('roster.too-large', { file, line, limit: 'card', most: longest.card })
}

async function* linesOf(pieces: AsyncIterable<Uint8Array>, file: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder()
  let line = 0
  let rest = ''
  for await (const piece of pieces) {
    const text = decoder.decode(piece, { stream: true })
    const isBroken = rest.endsWith('\r') || text.includes('\n') || text.includes('\r')
    rest += text
    if (rest.length > longest.line) throw tooLarge(file, line + 1)
    if (!isBroken) continue
    // A CR at the end may be the first half of a CRLF.
    const lines = rest.split(/\r\n|\n|\r(?!$)/)
    rest = lines.pop() ?? ''
    for (const text of lines) yield { line: ++line, text }
  }
  rest += decoder.decode()
  yield { line: ++line, text: rest.replace(/\r$/, '') }
}

/** A line that others may go on with. */
interface OpenLine {
  readonly line: number
  readonly parts: string[]
  nature: ReturnType<typeof natureOf>
}

/**
 * Puts folded lines together: a line that begins with a blank, and one after the `=` of quoted-printable, goes on with
 * the one before.
 */
async function* unfolded(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  let open: OpenLine | null = null
  for await (const { line, text } of lines) {
    const plain = text.replace(/^\ufeff/, '')
    const edge = /^(BEGIN|END)\s*:\s*VCARD\s*$/i.test(plain)
    if (open && !edge && goesOn(open, plain)) continue
    if (open) yield { line: open.line, text: open.parts.join('') }
    open = plain.trim() === '' ? null : { line, parts: [plain], nature: natureOf(plain) }
  }
  if (open) yield { line: open.line, text: open.parts.join('') }
}

/** Adds a line to the one that is open, if it is of it. */
function goesOn(open: OpenLine, plain: string): boolean {
  const { parts } = open
  // Parameters may be folded themselves.
  if (!open.nature.whole) open.nature = natureOf(parts.join(''))
  const { printable, isBulky } = open.nature
  const last = parts.at(-1) ?? ''
  if (printable && last.endsWith('=')) {
    parts[parts.length - 1] = last.slice(0, -1)
    parts.push(plain)
    return true
  }
  const folded = /^[ \t]/.test(plain)
  const stray = !folded && plain.trim() !== '' && !/^[\w.-]+[;:]/.test(plain)
  // A line that begins nothing was broken by whoever wrote the file: base64 of 2.1 is, and notes of careless programs.
  if ((folded || stray) && !isBulky) parts.push(folded ? plain.slice(1) : `\n${plain}`)
  return folded || stray
}

/** The name of a property and its parameters, up to the colon. */
const begins = /^(?:[\w-]+\.)?[A-Za-z][\w-]*(?:;(?:"[^"]*"|[^":])*)?:/

function natureOf(text: string): { whole: boolean; printable: boolean; isBulky: boolean } {
  const found = begins.exec(text)?.[0]
  const head = found ?? text.slice(0, 10_000)
  return {
    whole: found !== undefined || text.length > 10_000,
    printable: /^[^:]*QUOTED-PRINTABLE/i.test(head),
    isBulky: bulky.has(/^(?:[\w-]+\.)?([\w-]*)/.exec(head)?.[1]?.toUpperCase() ?? ''),
  }
}

function propertyIn(text: string): Property {
  const head = begins.exec(text)?.[0]
  // What is no property may still be what somebody wrote down.
  if (!head) return { name: 'NOTE', group: '', params: new Map(), raw: text }
  const [left = '', ...params] = head.slice(0, -1).match(/(?:"[^"]*"|[^";])+/g) ?? []
  const dot = left.indexOf('.')
  return {
    name: left.slice(dot + 1).toUpperCase(),
    group: dot < 0 ? '' : left.slice(0, dot).toLowerCase(),
    params: paramsIn(params),
    raw: text.slice(head.length),
  }
}

function paramsIn(texts: readonly string[]): Map<string, string[]> {
  const params = new Map<string, string[]>()
  for (const text of texts) {
    const [, key, value = ''] = /^\s*([\w-]+)\s*=(.*)$/s.exec(text) ?? [null, null, text]
    const values = (value.match(/"[^"]*"|[^",]+/g) ?? [])
      .flatMap((one) => one.replaceAll('"', '').split(','))
      .map((one) => one.trim())
    // In 2.1 a parameter may stand without its name: TEL;CELL, NOTE;QUOTED-PRINTABLE.
    const name = key?.toUpperCase() ?? (/^(QUOTED-PRINTABLE|BASE64|[78]BIT)$/i.test(value) ? 'ENCODING' : 'TYPE')
    params.set(name, [...(params.get(name) ?? []), ...values])
  }
  return params
}

/** The words of a property's TYPE, in small letters. */
export function typesOf({ params }: Property): readonly string[] {
  return (params.get('TYPE') ?? []).map((type) => type.toLowerCase())
}

/** A value as text: decoded and unescaped. */
export function textOf(property: Property, raw: string = property.raw): string {
  return unescaped(decoded(property, raw)).trim()
}

/** The parts of a value that is written `part;part;part`. */
export function partsOf(property: Property, mark: ';' | ',' = ';'): string[] {
  return splitAt(property.raw, mark).map((part) => textOf(property, part))
}

function splitAt(raw: string, mark: string): string[] {
  const parts: string[] = []
  let part = ''
  for (let at = 0; at < raw.length; at++) {
    const character = raw.charAt(at)
    if (character === '\\') {
      part += raw.slice(at, at + 2)
      at++
    } else if (character === mark) {
      parts.push(part)
      part = ''
    } else part += character
  }
  return [...parts, part]
}

function decoded({ params }: Property, raw: string): string {
  if (params.get('ENCODING')?.[0]?.toUpperCase() !== 'QUOTED-PRINTABLE') return raw
  const bytes = Buffer.from(raw, 'utf8')
    .toString('latin1')
    .replace(/=([\dA-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
  return inCharset(Buffer.from(bytes, 'latin1'), params.get('CHARSET')?.[0])
}

function inCharset(bytes: Uint8Array, charset = 'utf-8'): string {
  for (const encoding of [charset, 'utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes)
    } catch {
      // A charset that nobody knows, or that it is not: the next.
    }
  }
  return new TextDecoder().decode(bytes)
}

function unescaped(text: string): string {
  return text.replace(/\\([nN])|\\(.)/gs, (_, newline, other) => (newline ? '\n' : other)).replace(/\r\n?/g, '\n')
}
