import { isUtf8 } from 'node:buffer'
import { closeSync, openSync } from 'node:fs'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, fromFdPromise, type ZipFile } from 'yauzl'
import { LedgerError } from '../../../errors.ts'
import { type WorkbookLimit, workbookLimits } from './limits.ts'

/** A zip that is open: names compare without case, as those of a workbook do. */
export interface Zip {
  /** In the order of its directory. */
  readonly names: readonly string[]
  /** Whether what is in it needs a password. */
  readonly encrypted: boolean
  /** What a file of it comes to when unpacked; null when there is no such file. */
  size(name: string): number | null
  /** A file of it, unpacked a piece at a time and compared with its checksum. Throws import.broken-workbook. */
  read(name: string): AsyncGenerator<Buffer>
  close(): void
}

const mega = 1_000_000
const store = 0
const deflate = 8

export function tooLarge(file: string, limit: WorkbookLimit): LedgerError<'roster.large-workbook'> {
  return new LedgerError('roster.large-workbook', { file, limit, most: workbookLimits[limit] })
}

/**
 * Opens a zip and reads its directory; nothing is unpacked yet. Throws roster.broken-workbook, and
 * roster.large-workbook by what the directory says: files, bytes, and how far one of them was packed.
 */
export async function openZip(path: string, file: string): Promise<Zip> {
  const broken = () => new LedgerError('roster.broken-workbook', { file })
  const handle = openSync(path, 'r')
  try {
    const zip = await fromFdPromise(handle, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(() => {
      throw broken()
    })
    if (zip.entryCount > workbookLimits.files) throw tooLarge(file, 'files')
    const entries = await entriesOf(zip).catch(() => {
      throw broken()
    })
    checkSizes(entries, file)
    const byName = new Map(entries.map((entry) => [nameOf(entry).toLowerCase(), entry]))
    return {
      names: entries.map(nameOf),
      encrypted: entries.some((entry) => entry.isEncrypted()),
      size: (name) => byName.get(name.toLowerCase())?.uncompressedSize ?? null,
      async *read(name) {
        const entry = byName.get(name.toLowerCase())
        if (!entry) throw broken()
        yield* contentOf(zip, entry, broken)
      },
      close: () => closeSync(handle),
    }
  } catch (error) {
    closeSync(handle)
    throw error
  }
}

async function entriesOf(zip: ZipFile): Promise<Entry[]> {
  const entries: Entry[] = []
  for await (const entry of zip.eachEntry()) entries.push(entry)
  return entries
}

/** With slashes and none in front, as a workbook refers to it; a name that is no UTF-8 is of a Chinese Windows. */
function nameOf({ fileNameRaw }: Entry): string {
  const name = isUtf8(fileNameRaw) ? fileNameRaw.toString('utf8') : new TextDecoder('gb18030').decode(fileNameRaw)
  return name.replaceAll('\\', '/').replace(/^\/+/, '')
}

function checkSizes(entries: readonly Entry[], file: string): void {
  const total = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  if (total > workbookLimits.megabytes * mega) throw tooLarge(file, 'megabytes')
  const swollen = ({ uncompressedSize, compressedSize }: Entry) =>
    uncompressedSize > 20 * mega && uncompressedSize > compressedSize * workbookLimits.ratio
  if (entries.some(swollen)) throw tooLarge(file, 'ratio')
}

async function* contentOf(zip: ZipFile, entry: Entry, broken: () => LedgerError): AsyncGenerator<Buffer> {
  const { compressionMethod: method, uncompressedSize } = entry
  if ((method !== store && method !== deflate) || entry.isEncrypted()) throw broken()
  let checksum = 0
  let size = 0
  const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false }).catch(() => {
    throw broken()
  })
  // Larger pieces gain little and stay in memory longer: of 300,000 rows 30 MB more with 128 kB (measured).
  const inflate = method === deflate ? createInflateRaw({ chunkSize: 1 << 15 }) : null
  packed.on('error', (error) => inflate?.destroy(error))
  try {
    for await (const piece of inflate ? packed.pipe(inflate) : packed) {
      const bytes = piece as Buffer
      checksum = crc32(bytes, checksum)
      size += bytes.length
      if (size > uncompressedSize) break
      yield bytes
    }
  } catch {
    // Whatever is wrong with it, the owner can only have it written anew.
    throw broken()
  } finally {
    packed.destroy()
  }
  if (size !== uncompressedSize || checksum !== entry.crc32) throw broken()
}
