import { type FileHandle, open } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'

/** A file of XML packed into a zip. */
interface Packed {
  readonly name: string
  readonly deflated: boolean
  readonly packed: number
  readonly checksum: number
  readonly at: number
}

/** What is in a zip: the bytes its XML comes to when unpacked, and the text of one file of it. */
interface Unpacked {
  readonly size: number
  readonly wanted: string
}

/**
 * Unpacks the XML of a zip to count it, since what a zip says of its size may be a lie, and keeps the text of the file `wanted`. Stops counting
 * past `most`. Null for what is no zip, or one that is encrypted or damaged.
 */
export async function lookIntoZip(path: string, wanted: string, most: number): Promise<Unpacked | null> {
  const file = await open(path)
  try {
    let size = 0
    const kept: Buffer[] = []
    const entries = await directoryOf(file)
    for (const entry of entries ?? []) {
      let checksum = 0
      for await (const piece of contentOf(file, entry)) {
        checksum = crc32(piece, checksum)
        size += piece.length
        if (size > most) return { size, wanted: '' }
        if (entry.name === wanted) kept.push(piece)
      }
      if (checksum !== entry.checksum) return null
    }
    return entries && { size, wanted: Buffer.concat(kept).toString('utf8') }
  } catch {
    return null
  } finally {
    await file.close()
  }
}

async function directoryOf(file: FileHandle): Promise<Packed[] | null> {
  const { size } = await file.stat()
  const tail = await bytes(file, Math.max(0, size - 66_000), Math.min(size, 66_000))
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) return null
  const directory = await bytes(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
  const entries: Packed[] = []
  let at = 0
  for (let left = tail.readUInt16LE(end + 10); left > 0; left--) {
    if (directory.readUInt32LE(at) !== 0x02014b50 || directory.readUInt16LE(at + 8) & 1) return null
    const length = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + 46, at + 46 + length)
    const entry = {
      name,
      deflated: directory.readUInt16LE(at + 10) === 8,
      checksum: directory.readUInt32LE(at + 16),
      packed: directory.readUInt32LE(at + 20),
      at: directory.readUInt32LE(at + 42),
    }
    if (/\.xml(\.rels)?$/.test(name)) entries.push(entry)
    at += 46 + length + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function* contentOf(file: FileHandle, { deflated, packed, at }: Packed): AsyncGenerator<Buffer> {
  const head = await bytes(file, at, 30)
  const start = at + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  if (packed === 0) return
  const source = file.createReadStream({ start, end: start + packed - 1, autoClose: false })
  if (!deflated) yield* source
  else {
    const inflate = createInflateRaw()
    source.on('error', (error) => inflate.destroy(error))
    yield* source.pipe(inflate)
  }
}

async function bytes(file: FileHandle, from: number, length: number): Promise<Buffer> {
  const { size } = await file.stat()
  // What a damaged zip says may be gigabytes; Node aborts on a length of more than 31 bits.
  if (from + length > size) throw new RangeError('beyond the end of the file')
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
  return buffer.subarray(0, bytesRead)
}
