import type { XmlHandler } from './xml.ts'

/**
 * The texts that cells share, as plain values that go to another thread without a copy: all of them one after the other in UTF-8, and where each
 * ends. As JavaScript texts, a million of them take some 60 MB more.
 */
export interface SharedTexts {
  readonly bytes: SharedArrayBuffer
  readonly ends: SharedArrayBuffer
}

/** Hears `sharedStrings.xml`. Runs of rich text are put together; what only says how a text is spoken is left out. */
export class SharedTextHandler implements XmlHandler {
  wantsText = false
  private bytes = Buffer.alloc(1 << 16)
  private ends = new Uint32Array(1 << 12)
  private size = 0
  private count = 0
  private text_ = ''
  private phonetic = 0

  constructor(
    private readonly most: { readonly bytes: number; readonly length: number },
    private readonly tooLarge: (limit: 'textMegabytes' | 'cellLength') => Error,
  ) {}

  get texts(): SharedTexts {
    const bytes = new SharedArrayBuffer(this.size)
    new Uint8Array(bytes).set(this.bytes.subarray(0, this.size))
    const ends = new SharedArrayBuffer(this.count * 4)
    new Uint32Array(ends).set(this.ends.subarray(0, this.count))
    return { bytes, ends }
  }

  open(name: string): void {
    if (name === 'si') this.text_ = ''
    else if (name === 'rPh') this.phonetic++
    else if (name === 't') this.wantsText = this.phonetic === 0
  }

  text(text: string): void {
    if (this.text_.length + text.length > this.most.length) throw this.tooLarge('cellLength')
    this.text_ += text
  }

  close(name: string): void {
    if (name === 't') this.wantsText = false
    else if (name === 'rPh') this.phonetic--
    else if (name === 'si') this.keep(plainText(this.text_))
  }

  private keep(text: string): void {
    const needed = this.size + text.length * 3
    if (needed > this.bytes.length) this.bytes = grown(this.bytes, needed)
    if (this.count === this.ends.length) {
      const wider = new Uint32Array(this.count * 2)
      wider.set(this.ends)
      this.ends = wider
    }
    this.size += this.bytes.write(text, this.size)
    this.ends[this.count++] = this.size
    if (this.size + this.count * 4 > this.most.bytes) throw this.tooLarge('textMegabytes')
  }
}

function grown(bytes: Buffer, needed: number): Buffer {
  const wider = Buffer.alloc(Math.max(needed, bytes.length * 2))
  bytes.copy(wider)
  return wider
}

/** A text by its number; null where there is no such text. */
export function sharedTextReader({ bytes, ends }: SharedTexts): (number: number) => string | null {
  const text = Buffer.from(bytes)
  const places = new Uint32Array(ends)
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

/** Excel writes a carriage return, and what XML cannot hold, as _x000D_; a line of a cell ends as a line of a file does. */
export function plainText(text: string): string {
  const decoded = text.includes('_x') ? text.replace(/_x([\dA-Fa-f]{4})_/g, (whole, hex) => characterOf(hex) ?? whole) : text
  return decoded.includes('\r') ? decoded.replace(/\r\n?/g, '\n') : decoded
}

function characterOf(hex: string): string | null {
  const code = Number.parseInt(hex, 16)
  return code === 0 || (code >= 0xd800 && code <= 0xdfff) ? null : String.fromCharCode(code)
}

