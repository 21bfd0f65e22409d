import { existsSync, linkSync, renameSync } from 'node:fs'
import { dirname } from 'node:path'
import { settleFolder } from './folder.ts'
import { dropTemporary, keepTemporary } from './temporary.ts'

/** Gives a finished file its name where no file has it; false where one has. */
export function placeNew(finished: string, path: string): boolean {
  try {
    linkSync(finished, path)
    dropTemporary(finished)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST' || existsSync(path)) return false
    if (code === 'ENOENT') throw error
    // A USB stick knows no links: there two at once are left to chance.
    renameSync(finished, path)
    keepTemporary(finished)
  }
  settleFolder(dirname(path))
  return true
}

/** Gives a finished file its name, in the place of one that may go. */
export function placeOver(finished: string, path: string): void {
  renameSync(finished, path)
  keepTemporary(finished)
  settleFolder(dirname(path))
}

/** Gives it the name, with `-2`, `-3` … behind the name where it is taken; returns the name it got. */
export function placeUnderFreeName(
  finished: string,
  path: string,
  numbered = (nth: number) => `${path}-${nth}`,
): string {
  for (let nth = 1; ; nth++) {
    const name = nth === 1 ? path : numbered(nth)
    if (placeNew(finished, name)) return name
  }
}
