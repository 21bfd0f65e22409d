import { open } from 'node:fs/promises'

/**
 * A file's bytes from `start` on, `size` of them at a time at most. All come in the same memory: a piece is good until
 * the next one is asked for. A stream takes new memory for each, and has sixty megabytes before it lets go of any
 * (measured).
 */
export async function* piecesOfFile(path: string, start = 0, size = 1 << 18): AsyncGenerator<Buffer> {
  const file = await open(path)
  try {
    const memory = Buffer.allocUnsafeSlow(size)
    for (let at = start; ; ) {
      const { bytesRead } = await file.read(memory, 0, size, at)
      if (bytesRead === 0) return
      at += bytesRead
      yield memory.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}
