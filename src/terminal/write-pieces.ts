import type { Output } from '../world.ts'

/** Writes one piece after another, each when the stream can take it. */
export async function writePieces(
  stream: Output,
  pieces: Iterable<string> | AsyncIterable<string>,
  harmless: (text: string) => string,
): Promise<void> {
  const { once } = stream
  for await (const piece of pieces) {
    if (piece === '') continue
    if (stream.write(stream.isTTY ? harmless(piece) : piece) === false && once)
      await new Promise<void>((resolve) => once.call(stream, 'drain', resolve))
  }
}
