const [feed, carriage, blank, tab] = [0x0a, 0x0d, 0x20, 0x09]

/**
 * Cards fold their lines after 75 bytes, and some programs do so in the middle of a character. What stands of the
 * character before the fold is put behind it, so that every line is UTF-8 and keeps its number.
 */
export async function* mendedFolds(pieces: AsyncIterable<Buffer | Uint8Array>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece])
    // A fold, and what of a character stands before it, is not cut: it takes eight bytes at most.
    const cut = Math.max(0, bytes.length - 8)
    const [mended, used] = mend(bytes, cut)
    rest = Buffer.from(bytes.subarray(used))
    if (mended.length > 0) yield mended
  }
  const [mended] = mend(rest, rest.length)
  if (mended.length > 0) yield mended
}

/**
 * What comes of the bytes up to `cut`, less a character that a fold goes through there, or with the whole of a fold
 * that begins before it; and how many bytes that were.
 */
function mend(bytes: Buffer, cut: number): [Buffer, number] {
  const parts: Buffer[] = []
  let from = 0
  let at = bytes.indexOf(feed)
  for (; at >= 0 && at < cut; at = bytes.indexOf(feed, at + 1)) {
    const [begun, end] = foldedAt(bytes, at)
    if (begun === end || begun < from) continue
    parts.push(bytes.subarray(from, begun), bytes.subarray(end, at + 2), bytes.subarray(begun, end))
    from = at + 2
  }
  const to = Math.max(from, at < 0 ? cut : Math.min(cut, foldedAt(bytes, at)[0]))
  parts.push(bytes.subarray(from, to))
  return [Buffer.concat(parts), to]
}

/** Where the character begins that a fold goes through, and where its line ends: alike where it goes through none. */
function foldedAt(bytes: Buffer, at: number): [number, number] {
  const folds = bytes[at + 1] === blank || bytes[at + 1] === tab
  const end = bytes[at - 1] === carriage ? at - 1 : at
  return [folds ? begunAt(bytes, end) : end, end]
}

/** Where a character begins that is not over at `end`; `end` itself when none is open. */
function begunAt(bytes: Buffer, end: number): number {
  for (let back = 1; back <= 3 && end - back >= 0; back++) {
    const byte = bytes[end - back] as number
    if (byte < 0x80) return end
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? end - back : end
  }
  return end
}
