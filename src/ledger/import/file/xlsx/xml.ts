import { isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { unfinished } from '../encoding.ts'

/** The attributes of a tag, looked up by name, without the prefix of either; null when it has none of that name. */
export interface Attributes {
  attribute(name: string): string | null
}

/** What a document is made of, as it is met. Names come without their prefix. */
export interface XmlHandler {
  /** `tag` is good until this returns. */
  open(name: string, tag: Attributes): void
  /** A piece of text, decoded: what stands between two tags may come in several. */
  text(text: string): void
  close(name: string): void
  /** Whether the text from here on is of use: all other is skipped. */
  readonly wantsText: boolean
}

/** A document that is not well formed, or none that a workbook may hold. */
export class BrokenXml extends Error {}

const deepest = 64
const longestTag = 1_000_000
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const sign = {
  tag: 0x3c,
  end: 0x3e,
  slash: 0x2f,
  mark: 0x21,
  question: 0x3f,
  equals: 0x3d,
  double: 0x22,
  single: 0x27,
  colon: 0x3a,
}

/**
 * Reads XML a piece at a time. Strict: tags nest, one root, no DOCTYPE (so no entities of the document's own), no
 * unknown entity; every step is linear in the text. Of our own for its speed: a sheet is mostly tags of three letters,
 * whose attributes nobody needs as texts.
 *
 * `inside` reads a part of a document that begins within elements whose opening tags it does not have.
 */
export class XmlReader implements Attributes {
  private readonly handler: XmlHandler
  private readonly inside: boolean
  private rest = ''
  private readonly path: string[] = []
  private ended = false
  private readonly names = new Names()
  /**
   * The text being read, and in it where the attributes of the tag are: begin and end of each name, begin and end of
   * each value.
   */
  private source = ''
  private readonly places: number[] = []
  private attributes = 0

  constructor(handler: XmlHandler, inside = false) {
    this.handler = handler
    this.inside = inside
  }

  write(piece: string): void {
    const text = this.rest === '' ? piece : this.rest + piece
    this.source = text
    let at = 0
    for (;;) {
      const open = text.indexOf('<', at)
      if (open < 0) {
        this.rest = this.unfinishedText(text, at)
        return
      }
      if (open > at && this.handler.wantsText) this.characters(text, at, open)
      const end = this.tag(text, open)
      if (end < 0) {
        if (text.length - open > longestTag) throw new BrokenXml('a tag that does not end')
        this.rest = text.slice(open)
        return
      }
      at = end + 1
    }
  }

  end(): void {
    const open = !this.inside && (this.path.length > 0 || !this.ended)
    if (this.rest.trim() !== '' || open) throw new BrokenXml('cut off')
  }

  attribute(name: string): string | null {
    const { places, source } = this
    const { length } = name
    for (let at = 0; at < this.attributes * 4; at += 4) {
      const begin = places[at] as number
      const from = (places[at + 1] as number) - length
      if (from < begin || !source.startsWith(name, from)) continue
      if (from > begin && source.charCodeAt(from - 1) !== sign.colon) continue
      const value = source.slice(places[at + 2], places[at + 3])
      return value.includes('&') ? plain(value) : value
    }
    return null
  }

  private characters(text: string, from: number, to: number): void {
    const raw = text.slice(from, to)
    this.handler.text(raw.includes('&') ? plain(raw) : raw)
  }

  /** Gives what text there is, but for the beginning of an entity at its end. */
  private unfinishedText(text: string, at: number): string {
    const and = text.lastIndexOf('&')
    const cut = and >= at && text.length - and < 16 && !text.includes(';', and) ? and : text.length
    if (cut > at && this.handler.wantsText) this.characters(text, at, cut)
    return text.slice(cut)
  }

  /** Reads the tag that begins at `open`: the place of its `>`, negative when that has not come yet. */
  private tag(text: string, open: number): number {
    const first = text.charCodeAt(open + 1)
    if (first === sign.slash) return this.closingTag(text, open + 2)
    if (first === sign.question) return endOf(text, '?>', open + 2)
    if (first === sign.mark) return this.markedTag(text, open)
    const end = this.readAttributes(text, open)
    if (end >= 0) this.openingTag(text, open, end)
    return end
  }

  private openingTag(text: string, open: number, end: number): void {
    const empty = text.charCodeAt(end - 1) === sign.slash
    const name = this.names.at(text, open + 1, this.nameEnd)
    if (name === '' || this.path.length >= deepest || (this.ended && !this.inside)) {
      throw new BrokenXml('a tag where none may be')
    }
    if (!empty) this.path.push(name)
    const local = withoutPrefix(name)
    this.handler.open(local, this)
    if (!empty) return
    this.handler.close(local)
    if (this.path.length === 0) this.ended = true
  }

  private closingTag(text: string, from: number): number {
    const name = this.path[this.path.length - 1]
    const end =
      name !== undefined && text.charCodeAt(from + name.length) === sign.end
        ? from + name.length
        : text.indexOf('>', from)
    if (end < 0) return -1
    if (name === undefined && this.inside) {
      this.handler.close(withoutPrefix(text.slice(from, end).trimEnd()))
      return end
    }
    if (name === undefined || !text.startsWith(name, from)) throw new BrokenXml('tags that do not nest')
    for (let at = from + name.length; at < end; at++) {
      if (!isBlank(text.charCodeAt(at))) throw new BrokenXml('tags that do not nest')
    }
    this.path.pop()
    this.handler.close(withoutPrefix(name))
    if (this.path.length === 0) this.ended = true
    return end
  }

  /** A comment, which is skipped, or text that is marked as such. */
  private markedTag(text: string, open: number): number {
    if (text.startsWith('<!--', open)) return endOf(text, '-->', open + 4)
    if (text.startsWith('<![CDATA[', open)) {
      const end = endOf(text, ']]>', open + 9)
      if (end >= 0 && this.handler.wantsText) this.handler.text(text.slice(open + 9, end - 2))
      return end
    }
    if (text.length - open < 9) return -1
    throw new BrokenXml('a document type, which no workbook has')
  }

  private nameEnd = 0

  /** Finds the end of an opening tag, and on the way where its attributes are. */
  private readAttributes(text: string, open: number): number {
    const { places } = this
    this.attributes = 0
    let at = open + 1
    let character = text.charCodeAt(at)
    while (at < text.length && character !== sign.end && character !== sign.slash && !isBlank(character)) {
      if (character === sign.tag) throw new BrokenXml('a tag within a tag')
      character = text.charCodeAt(++at)
    }
    this.nameEnd = at
    for (; at < text.length; at++) {
      character = text.charCodeAt(at)
      if (character === sign.end) return at
      if (isBlank(character)) continue
      if (character === sign.slash && (at + 1 >= text.length || text.charCodeAt(at + 1) === sign.end)) continue
      const nameEnd = endOfName(text, at)
      let from = afterBlanks(text, nameEnd)
      if (from >= text.length) return -1
      if (nameEnd === at || text.charCodeAt(from) !== sign.equals) throw new BrokenXml('an attribute without a value')
      from = afterBlanks(text, from + 1)
      if (from >= text.length) return -1
      const quote = text.charCodeAt(from)
      if (quote !== sign.double && quote !== sign.single) throw new BrokenXml('an attribute without a value')
      const to = text.indexOf(quote === sign.double ? '"' : "'", from + 1)
      if (to < 0) return -1
      const place = this.attributes++ * 4
      places[place] = at
      places[place + 1] = nameEnd
      places[place + 2] = from + 1
      places[place + 3] = to
      at = to
    }
    return -1
  }
}

function endOfName(text: string, from: number): number {
  let at = from
  for (; at < text.length; at++) {
    const character = text.charCodeAt(at)
    if (character === sign.equals || character === sign.end || character === sign.tag || isBlank(character)) break
  }
  return at
}

function afterBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length && isBlank(text.charCodeAt(at))) at++
  return at
}

/** Names as texts that are made once: a sheet has a million tags of six names. */
class Names {
  private readonly known: (string | undefined)[] = []

  at(text: string, from: number, to: number): string {
    const slot = ((text.charCodeAt(from) & 63) << 4) | ((to - from) & 15)
    const known = this.known[slot]
    if (known !== undefined && known.length === to - from && text.startsWith(known, from)) return known
    const name = text.slice(from, to)
    this.known[slot] = name
    return name
  }
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from)
  return at < 0 ? -1 : at + mark.length - 1
}

function isBlank(character: number): boolean {
  return character === 0x20 || (character >= 9 && character <= 13)
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function plain(text: string): string {
  return text.replace(/&([^;&]{0,12});?/g, (whole, name: string) => {
    const known = Object.hasOwn(entities, name) ? entities[name] : characterOf(name)
    if (known === undefined || !whole.endsWith(';')) throw new BrokenXml('an entity that nobody knows')
    return known
  })
}

function characterOf(name: string): string | undefined {
  const isHex = /^#x[\da-f]{1,8}$/i.test(name)
  const number = isHex ? Number.parseInt(name.slice(2), 16) : /^#\d{1,8}$/.test(name) ? Number(name.slice(1)) : 0
  const isCharacter = number > 0 && number <= 0x10ffff && (number < 0xd800 || number > 0xdfff)
  return isCharacter ? String.fromCodePoint(number) : undefined
}

/**
 * The pieces of a document as text. UTF-8 but for a mark of UTF-16, which a workbook may be in too. Throws BrokenXml.
 */
export async function* xmlText(pieces: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let wide: TextDecoder | null | undefined
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of pieces) {
    if (wide === undefined) wide = wideIn(piece)
    if (wide) {
      yield checked(() => (wide as TextDecoder).decode(piece, { stream: true }))
      continue
    }
    const whole = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
    const cut = whole.length - unfinished(whole)
    const bytes = whole.subarray(0, cut)
    if (!isUtf8(bytes) || bytes.includes(0)) throw new BrokenXml('no UTF-8')
    rest = Buffer.from(whole.subarray(cut))
    yield withoutMark(bytes).toString('utf8')
  }
  if (wide) yield checked(() => (wide as TextDecoder).decode())
  else if (rest.length > 0) throw new BrokenXml('no UTF-8')
}

function withoutMark(bytes: Buffer): Buffer {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}

function wideIn(bytes: Buffer): TextDecoder | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le', { fatal: true })
  return bytes[0] === 0xfe && bytes[1] === 0xff ? new TextDecoder('utf-16be', { fatal: true }) : null
}

function checked(decode: () => string): string {
  try {
    return decode()
  } catch {
    throw new BrokenXml('no UTF-16')
  }
}
