import {
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

/** What the one file of `npm run build:executable` carries: the files of the program, by their paths from its folder. */
export interface Carried {
  readonly build: string
  readonly files: readonly { readonly path: string; readonly size: number }[]
  read(path: string): Uint8Array
}

/**
 * The folder of the carried program, in which pieces, migrations and SQLite are found as npm would have put them; made
 * at the first start, whole or not at all, and anew where a cleaner has taken something out of it. `base` is a folder
 * in which nobody but who starts the program writes: what lies there is run.
 */
export function unpack(carried: Carried, base: string): string {
  const folder = join(base, carried.build)
  if (isWhole(carried, folder)) return folder
  const waiting = mkdtempSync(join(base, 'unfinished-'))
  for (const { path } of carried.files) writeFile(join(waiting, path), carried.read(path))
  try {
    rmSync(folder, { recursive: true, force: true })
    renameSync(waiting, folder)
  } catch {
    // Another start has put it there first, or is running from a damaged one: Windows lets nobody take it away then.
    if (!isWhole(carried, folder)) return waiting
    rmSync(waiting, { recursive: true, force: true })
  }
  sweep(base, carried.build)
  return folder
}

function isWhole({ files }: Carried, folder: string): boolean {
  return files.every(({ path, size }) => statSync(join(folder, path), { throwIfNoEntry: false })?.size === size)
}

function writeFile(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const file = openSync(path, 'wx', 0o600)
  try {
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

const week = 7 * 24 * 60 * 60 * 1000

/** What other builds left goes a week after it was put there: one of them may be running still. */
function sweep(base: string, build: string): void {
  for (const name of readdirSync(base)) {
    const path = join(base, name)
    if (name === build || statSync(path).mtimeMs > performance.timeOrigin - week) continue
    try {
      rmSync(path, { recursive: true, force: true })
    } catch {
      // In use on Windows: the next build takes it away.
    }
  }
}
