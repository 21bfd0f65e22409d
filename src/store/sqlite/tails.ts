import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs'
import { refuseOddBeside, tails } from './file.ts'

/** A log or journal with something in it; the index of a log says nothing of its own. */
const telling = tails.filter((tail) => tail !== '-shm')

/** What lies beside a file and would be played into it, by name. */
export function logsBeside(path: string): string[] {
  return telling.map((tail) => path + tail).filter((name) => (statSync(name, { throwIfNoEntry: false })?.size ?? 0) > 0)
}

/** What lies beside a file and belongs to another user: SQLite would trip over it, or believe it. */
export function foreignBeside(path: string): string[] {
  const owner = statSync(path).uid
  return tails
    .map((tail) => path + tail)
    .filter((name) => (statSync(name, { throwIfNoEntry: false })?.uid ?? owner) !== owner)
}

/**
 * Keeps what a ledger that is gone left in its log under another name, since SQLite deletes the log of an empty file,
 * and plays it into one
 * that is not. A second name for the same file: where it turns out that the log is alive, `forget` takes only that name
 * away. Throws file.beside.
 */
export function keepLogs(path: string): { kept: string[]; forget(): void } {
  refuseOddBeside(path)
  const kept = logsBeside(path).flatMap((name) => {
    const aside = `${path}.left-${crypto.randomUUID().slice(0, 8)}${name.slice(path.length)}`
    return keepAs(name, aside) ? [aside] : []
  })
  return {
    kept,
    forget: () => {
      for (const name of kept) rmSync(name, { force: true })
    },
  }
}

/** False where it has just gone: the journal of another process that was writing, and is done. */
function keepAs(name: string, aside: string): boolean {
  try {
    linkSync(name, aside)
    return true
  } catch {
    if (!existsSync(name)) return false
  }
  try {
    copyFileSync(name, aside, constants.COPYFILE_EXCL)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

/** Moves a file and what lies beside it to another name, all together. */
export function moveWithTails(path: string, aside: string): void {
  renameSync(path, aside)
  for (const tail of tails) if (existsSync(path + tail)) renameSync(path + tail, aside + tail)
}

export function dropTails(path: string): void {
  for (const tail of tails) rmSync(path + tail, { force: true })
}

/** Whether anything lies beside a name, an empty log too. */
export function anyBeside(path: string): boolean {
  return tails.some((tail) => existsSync(path + tail))
}
