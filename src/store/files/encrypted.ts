import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { fileAt } from './address.ts'

/**
 * A file that only a password opens. A line of JSON that anybody may read (what it is, whose, how the key is made of
 * the password), then the content in pieces of 64 KiB, each encrypted by AES-256-GCM with a tag of 16 bytes. The key is
 * scrypt (RFC 7914) of the password. A piece's nonce is its number, and with it is authenticated the first line and
 * whether it is the last: pieces that are swapped, left out, cut off or belong to another file do not open. Before them
 * stands the tag of an empty piece, so that a wrong password is told apart from a damaged file.
 */
export interface EncryptedNote {
  /** Of which ledger it is a copy. */
  readonly uuid: string
  /** When it was made, ISO 8601. */
  readonly at: string
  /** When the newest change in it was made; null without one. */
  readonly newestChangeAt: string | null
}

interface Header extends EncryptedNote {
  readonly kind: typeof kind
  readonly cipher: 'aes-256-gcm'
  /** Parameters of scrypt; salt in base64. */
  readonly scrypt: { readonly n: number; readonly r: number; readonly p: number; readonly salt: string }
}

const kind = 'regulars encrypted backup 1'
const start = `{"kind":"${kind}"`
const longestHeader = 4096
const piece = 65_536
const tagSize = 16
/** 128 MiB and about half a second for each guess. */
const cost = { n: 131_072, r: 8, p: 1 }
/** No header makes this computer take more memory than this. */
const dearest = 1_048_576

/** Whether a file says of itself that it is encrypted. */
export function isEncrypted(path: string): boolean {
  return readStart(path).startsWith(start)
}

/** What an encrypted file says of itself to anybody; null where it is none. */
export function encryptedNote(path: string): EncryptedNote | null {
  return headerOf(readStart(path))?.header ?? null
}

/** Encrypts `from` into the empty file `to`, piece by piece, and waits until it is on the disk. */
export function encryptFile(from: string, to: string, password: string, note: EncryptedNote): void {
  const header: Header = {
    kind,
    cipher: 'aes-256-gcm',
    uuid: note.uuid,
    at: note.at,
    newestChangeAt: note.newestChangeAt,
    scrypt: { ...cost, salt: randomBytes(16).toString('base64') },
  }
  const line = Buffer.from(`${JSON.stringify(header)}\n`)
  const key = keyOf(password, header)
  const [source, target] = [openSync(from, 'r'), openSync(to, 'w', 0o600)]
  try {
    writeSync(target, line)
    writeAll(target, sealed(key, line, 0, false, Buffer.alloc(0)))
    const size = fstatSync(source).size
    const buffer = Buffer.alloc(piece)
    for (let [nth, at] = [1, 0]; nth === 1 || at < size; nth++) {
      const read = readFully(source, buffer, at)
      at += read
      writeAll(target, sealed(key, line, nth, at >= size, buffer.subarray(0, read)))
    }
    fsyncSync(target)
  } finally {
    closeSync(source)
    closeSync(target)
  }
}

/** How an encrypted file was opened: whole, or what kept it shut. */
export type Decrypted = 'whole' | 'wrong-password' | 'damaged'

/**
 * Decrypts `from` into the empty file `to`; without `to` only makes sure that it can be. What has come out before the
 * end is worth nothing unless 'whole' is returned.
 */
export function decryptFile(from: string, to: string | null, password: string): Decrypted {
  const found = headerOf(readStart(from))
  if (found === null) return 'damaged'
  const { header, line } = found
  const key = keyOf(password, header)
  const source = openSync(from, 'r')
  const target = to === null ? null : openSync(to, 'w', 0o600)
  try {
    const size = fstatSync(source).size
    const buffer = Buffer.alloc(piece + tagSize)
    let at = line.length + readFully(source, buffer.subarray(0, tagSize), line.length)
    if (opened(key, line, 0, false, buffer.subarray(0, tagSize)) === null) return 'wrong-password'
    for (let nth = 1; ; nth++) {
      const read = readFully(source, buffer, at)
      at += read
      const content = read < tagSize ? null : opened(key, line, nth, at >= size, buffer.subarray(0, read))
      if (content === null) return 'damaged'
      if (target !== null) writeAll(target, content)
      if (at >= size) break
    }
    if (target !== null) fsyncSync(target)
    return 'whole'
  } finally {
    closeSync(source)
    if (target !== null) closeSync(target)
  }
}

function readStart(path: string): string {
  // At a pipe it would be waited for.
  if (!fileAt(path)?.isFile()) return ''
  try {
    const file = openSync(path, 'r')
    try {
      const buffer = Buffer.alloc(longestHeader)
      return buffer.toString('latin1', 0, readFully(file, buffer, 0))
    } finally {
      closeSync(file)
    }
  } catch {
    return ''
  }
}

function headerOf(begins: string): { header: Header; line: Buffer } | null {
  const end = begins.indexOf('\n')
  if (!begins.startsWith(start) || end < 0) return null
  try {
    const header = JSON.parse(begins.slice(0, end)) as Header
    const { n, r, p, salt } = header.scrypt
    const whole = [n, r, p].every((number) => Number.isSafeInteger(number) && number > 0)
    if (!whole || n * r * p > dearest * cost.r || typeof salt !== 'string') return null
    return { header, line: Buffer.from(begins.slice(0, end + 1), 'latin1') }
  } catch {
    return null
  }
}

function keyOf(password: string, { scrypt: { n, r, p, salt } }: Header): Buffer {
  // However a keyboard composes a letter, it is the same password.
  const text = password.normalize('NFC')
  return scryptSync(text, Buffer.from(salt, 'base64'), 32, { N: n, r, p, maxmem: 256 * n * r })
}

function sealed(key: Buffer, line: Buffer, nth: number, last: boolean, content: Buffer): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce(nth)).setAAD(bound(line, last))
  return Buffer.concat([cipher.update(content), cipher.final(), cipher.getAuthTag()])
}

function opened(key: Buffer, line: Buffer, nth: number, last: boolean, content: Buffer): Buffer | null {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce(nth), { authTagLength: tagSize })
  decipher.setAAD(bound(line, last)).setAuthTag(content.subarray(-tagSize))
  try {
    return Buffer.concat([decipher.update(content.subarray(0, -tagSize)), decipher.final()])
  } catch {
    return null
  }
}

/** A key is made for one file alone, so the number of a piece is never used twice with it. */
function nonce(nth: number): Buffer {
  const bytes = Buffer.alloc(12)
  bytes.writeBigUInt64BE(BigInt(nth), 4)
  return bytes
}

const bound = (line: Buffer, last: boolean) => Buffer.concat([line, Buffer.from([last ? 1 : 0])])

function readFully(file: number, buffer: Buffer, at: number): number {
  let read = 0
  while (read < buffer.length) {
    const got = readSync(file, buffer, read, buffer.length - read, at + read)
    if (got === 0) break
    read += got
  }
  return read
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}
