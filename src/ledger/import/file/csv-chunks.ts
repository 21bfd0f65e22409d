const quote = 0x22
const feed = 0x0a
/** A part in which quotes stay open for longer is read as it comes. */
const longest = 1 << 20

/** A part of a file, from the beginning of a line on. */
export interface Chunk {
  readonly bytes: Buffer
  /**
   * `plain`: whole lines without a quote. `quoted`: whole rows, with quotes. `open`: from here on all is of one
   * chunk, a piece at a time, since it cannot be told where a row ends.
   */
  readonly kind: 'plain' | 'quoted' | 'open'
}

/**
 * Cuts a file where a row surely ends: after a line feed that an even number of quotes stands before. Where quotes may
 * also be plain characters (`careful`), nothing is sure from the first quote on.
 */
export async function* chunksOf(pieces: AsyncIterable<Buffer>, careful: boolean): AsyncGenerator<Chunk> {
  let rest: Buffer = Buffer.alloc(0)
  let open = false
  for await (const piece of pieces) {
    if (open) {
      // Whoever reads it keeps the end of it until more comes.
      yield { bytes: Buffer.from(piece), kind: 'open' }
      continue
    }
    const bytes = rest.length > 0 ? Buffer.concat([rest, piece]) : piece
    const quoted = bytes.includes(quote)
    const end = quoted ? (careful ? 0 : lastEnd(bytes)) : bytes.lastIndexOf(feed) + 1
    if (end > 0) yield { bytes: bytes.subarray(0, end), kind: quoted ? 'quoted' : 'plain' }
    rest = Buffer.from(bytes.subarray(end))
    open = (quoted && careful) || rest.length > longest
    if (open) yield { bytes: rest, kind: 'open' }
  }
  if (!open && rest.length > 0) yield { bytes: rest, kind: rest.includes(quote) ? 'quoted' : 'plain' }
}

/**
 * Behind the last line feed that an even number of quotes stands before; 0 where there is none. Each byte is looked at
 * twice at most.
 */
function lastEnd(bytes: Buffer): number {
  let quotes = 0
  for (let at = bytes.indexOf(quote); at >= 0; at = bytes.indexOf(quote, at + 1)) quotes++
  let behind = bytes.length
  for (let end = bytes.lastIndexOf(feed); end >= 0; end = end === 0 ? -1 : bytes.lastIndexOf(feed, end - 1)) {
    quotes -= quotesIn(bytes, end, behind)
    if (quotes % 2 === 0) return end + 1
    behind = end
  }
  return 0
}

function quotesIn(bytes: Buffer, from: number, to: number): number {
  let count = 0
  for (let at = from; at < to; at++) if (bytes[at] === quote) count++
  return count
}
