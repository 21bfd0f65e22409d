import { fstatSync, writeSync } from 'node:fs'
import type { Output } from '../world.ts'

/**
 * Standard output or error, where it is a file or a pipe, written to as such; null for anything else, a terminal say.
 * Node's own streams take a tenth of a bare start to make (bench/start.ts). What cannot be written is told to `failed`.
 */
export function plainOutput(descriptor: 1 | 2, failed: (error: NodeJS.ErrnoException) => void): Output | null {
  const found = stat(descriptor)
  if (!found?.isFile() && !found?.isFIFO() && !found?.isSocket()) return null
  let bytesWritten = 0
  return {
    get bytesWritten() {
      return bytesWritten
    },
    write(text) {
      const bytes = Buffer.from(text)
      for (let at = 0; at < bytes.length; ) {
        try {
          at += writeSync(descriptor, bytes, at)
        } catch (error) {
          if ((error as NodeJS.ErrnoException).code === 'EAGAIN') wait()
          else {
            failed(error as NodeJS.ErrnoException)
            break
          }
        }
      }
      bytesWritten += bytes.length
      return true
    },
  }
}

/** Null where it was closed before the program began. */
function stat(descriptor: 1 | 2) {
  try {
    return fstatSync(descriptor)
  } catch {
    return null
  }
}

/** A pipe that another process made not to wait is full for now. */
function wait(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
}
