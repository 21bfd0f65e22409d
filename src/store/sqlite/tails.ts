import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs'
import { fileAt } from '../files/address.ts'
import { refuseOddBeside, tails } from './file.ts'

/** A log or journal with something in it; the index of a log says nothing of its own. */
const telling = tails.filter((tail) => tail !== '-shm')

/** What lies beside a file and would be played into it, by name. */
export function logsBeside(path: string): string[] {
  return telling.map((tail) => path + tail).filter((name) => (fileAt(name)?.size ?? 0) > 0)
}

/** What lies beside a file and belongs to another user: SQLite would trip over it, or believe it. */
export function foreignBeside(path: string): string[] {
  const owner = fileAt(path)?.uid
  return tails.map((tail) => path + tail).filter((name) => ![undefined, owner].includes(fileAt(name)?.uid))
}

/**
 * Keeps what a ledger that is gone left in its log under another name, since SQLite deletes the log of an empty file,
 * and plays it into one that is not. A second name for the same file: where it turns out that the log is alive,
 * `forget` takes only that name away. Throws file.beside.
 */
export function keepLogs(path: string): { kept: string[]; forget(): void } {
  refuseOddBeside(path)
  const kept = logsBeside(path).flatMap((name) => {
    const aside = `${path}.left-${crypto.randomUUID().slice(0, 8)}${name.slice(path.length)}`
    return unlessGone(() => keepUnder(name, aside)) ? [aside] : []
  })
  return {
    kept,
    forget: () => {
      for (const name of kept) rmSync(name, { force: true })
    },
  }
}

function keepUnder(name: string, aside: string): void {
  try {
    linkSync(name, aside)
  } catch {
    copyFileSync(name, aside, constants.COPYFILE_EXCL)
  }
}

/** False where what it is about went meanwhile. */
function unlessGone(work: () => void): boolean {
  try {
    work()
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** Moves a file and what lies beside it to another name, all together. */
export function moveWithTails(path: string, aside: string): void {
  renameSync(path, aside)
  for (const tail of tails) unlessGone(() => renameSync(path + tail, aside + tail))
}

export function dropTails(path: string): void {
  for (const tail of tails) rmSync(path + tail, { force: true })
}

/** Whether anything lies beside a name, an empty log too. */
export function anyBeside(path: string): boolean {
  return tails.some((tail) => existsSync(path + tail))
}
