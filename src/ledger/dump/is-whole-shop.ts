import { closeSync, openSync, readSync, statSync } from 'node:fs'

/**
 * Whether a file begins as `export all` writes one. False also of what is no file, or cannot be read: whoever reads it
 * says so.
 */
export function isWholeShop(path: string): boolean {
  if (!statSync(path, { throwIfNoEntry: false })?.isFile()) return false
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return false
  }
  try {
    const begins = Buffer.alloc(200)
    return /^\ufeff?\s*\{(?=.*"regulars"\s*:)(?=.*"whole"\s*:\s*\d)/s.test(
      begins.toString('utf8', 0, readSync(file, begins)),
    )
  } finally {
    closeSync(file)
  }
}
