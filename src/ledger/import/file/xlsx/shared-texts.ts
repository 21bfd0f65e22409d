import type { XmlHandler } from './xml.ts'

/**
 * The texts that cells share, as plain values that go to another thread without a copy: all of them one after the other
 * in UTF-8, and where each ends. As JavaScript texts, a million of them take some 60 MB more.
 */
export interface SharedTexts {
  readonly bytes: SharedArrayBuffer
  readonly ends: SharedArrayBuffer
  readonly count: number
}

/** Memory that grows where it stands, a step at a time: a copy into a larger piece would need both for a moment. */
class GrowingMemory {
  readonly shared: SharedArrayBuffer

  constructor(most: number) {
    this.shared = new SharedArrayBuffer(0, { maxByteLength: most + step })
  }

  /** Makes room for so many bytes; whether there was not enough before. */
  reach(size: number): boolean {
    if (size <= this.shared.byteLength) return false
    this.shared.grow(Math.min(this.shared.maxByteLength, Math.ceil(size / step) * step))
    return true
  }
}

const step = 1 << 20

/** Hears `sharedStrings.xml`. Runs of rich text are put together; what only says how a text is spoken is left out. */
export class SharedTextHandler implements XmlHandler {
  wantsText = false
  private readonly most: { readonly bytes: number; readonly length: number }
  private readonly tooLarge: (limit: 'textMegabytes' | 'cellLength') => Error
  private readonly textMemory: GrowingMemory
  private readonly endMemory: GrowingMemory
  private bytes: Buffer = Buffer.alloc(0)
  private ends: Uint32Array = new Uint32Array(0)
  private size = 0
  private count = 0
  private spoken = ''
  private phonetic = 0

  constructor(most: SharedTextHandler['most'], tooLarge: SharedTextHandler['tooLarge']) {
    this.most = most
    this.tooLarge = tooLarge
    this.textMemory = new GrowingMemory(most.bytes)
    this.endMemory = new GrowingMemory(most.bytes)
  }

  get texts(): SharedTexts {
    return { bytes: this.textMemory.shared, ends: this.endMemory.shared, count: this.count }
  }

  open(name: string): void {
    if (name === 'si') this.spoken = ''
    else if (name === 'rPh') this.phonetic++
    else if (name === 't') this.wantsText = this.phonetic === 0
  }

  text(text: string): void {
    if (this.spoken.length + text.length > this.most.length) throw this.tooLarge('cellLength')
    this.spoken += text
  }

  close(name: string): void {
    if (name === 't') this.wantsText = false
    else if (name === 'rPh') this.phonetic--
    else if (name === 'si') this.keep(plainText(this.spoken))
  }

  private keep(text: string): void {
    const needed = this.size + text.length * 3
    if (needed + this.count * 4 > this.most.bytes) throw this.tooLarge('textMegabytes')
    if (this.textMemory.reach(needed)) this.bytes = Buffer.from(this.textMemory.shared)
    if (this.endMemory.reach((this.count + 1) * 4)) this.ends = new Uint32Array(this.endMemory.shared)
    this.size += this.bytes.write(text, this.size)
    this.ends[this.count++] = this.size
  }
}

/** A text by its number; null where there is no such text. */
export function sharedTextReader({ bytes, ends, count }: SharedTexts): (number: number) => string | null {
  const text = Buffer.from(bytes)
  const places = new Uint32Array(ends).subarray(0, count)
  // Tags and kinds come again and again; a text that does not is made anew, which costs less than keeping a million.
  const recent: { number: number; text: string }[] = Array.from({ length: 1024 }, () => ({ number: -1, text: '' }))
  return (number) => {
    const end = places[number]
    if (end === undefined) return null
    const slot = recent[number & 1023] as { number: number; text: string }
    if (slot.number === number) return slot.text
    slot.number = number
    slot.text = text.toString('utf8', number === 0 ? 0 : places[number - 1], end)
    return slot.text
  }
}

/**
 * Excel writes a carriage return, and what XML cannot hold, as _x000D_; a line of a cell ends as a line of a file does.
 */
export function plainText(text: string): string {
  const decoded = text.includes('_x')
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (whole, hex) => characterOf(hex) ?? whole)
    : text
  return decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
}

function characterOf(hex: string): string | null {
  const code = Number.parseInt(hex, 16)
  return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? null : String.fromCharCode(code)
}
