import type { ImportKind } from '../columns.ts'
import type { Delimiter } from './delimiter.ts'
import { type Encoding, inspect, type Source, textOf } from './encoding.ts'
import { fileAt, firstBytes } from './file-at.ts'

/** How the owner says a file is written; null is found out. */
export interface Wishes {
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
  readonly sheet: string | null
  /** Where the shop is: decides between encodings that both can be. */
  readonly region?: string | null
}

/** A file before it is known how it is written. What is looked at is looked at once, and only when somebody asks. */
export class UnknownFile {
  readonly path: string
  /** The name people know it by: `-` for standard input. */
  readonly file: string
  readonly kind: ImportKind
  readonly wishes: Wishes
  /** Its first bytes, as Latin-1. */
  readonly head: string
  private inspected: Promise<Source> | null = null
  private begun: Promise<string> | null = null

  /** Throws roster.missing, roster.unreadable. */
  constructor(path: string, file: string, kind: ImportKind, wishes: Wishes) {
    fileAt(path, file)
    this.path = path
    this.file = file
    this.kind = kind
    this.wishes = wishes
    this.head = firstBytes(path)
  }

  /** The file as text. Throws roster.nul, roster.undecodable. */
  source(): Promise<Source> {
    this.inspected ??= inspect(this.path, this.file, this.wishes.encoding, this.wishes.region ?? null)
    return this.inspected
  }

  /** The beginning of that text. */
  top(): Promise<string> {
    this.begun ??= this.source().then(topOf)
    return this.begun
  }
}

async function topOf(source: Source): Promise<string> {
  for await (const piece of textOf(source)) return piece.toString('utf8', 0, 16_000).replace(/^\ufeff/, '')
  return ''
}
