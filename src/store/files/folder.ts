import { closeSync, existsSync, fsyncSync, lstatSync, mkdirSync, openSync, realpathSync } from 'node:fs'
import { dirname, resolve } from 'node:path'

/**
 * Makes a folder and those above it, for its owner alone. One by one: Node's own way of making several never ends under
 * /proc.
 */
export function makeFolder(folder: string): void {
  const missing: string[] = []
  for (let at = resolve(folder); !existsSync(at); at = dirname(at)) missing.unshift(at)
  for (const at of missing) {
    try {
      mkdirSync(at, { mode: 0o700 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}

/** Waits until a name in a folder is on the disk. Not every file system knows how: there it is left to it. */
export function settleFolder(folder: string): void {
  try {
    const open = openSync(folder, 'r')
    try {
      fsyncSync(open)
    } finally {
      closeSync(open)
    }
  } catch {
    // Windows, and some network drives.
  }
}

/**
 * Whether what lies in a folder was put there by its owner `uid`: nobody else can write in it, nor put another folder
 * in its place.
 */
export function isPrivate(folder: string, uid: number): boolean {
  try {
    const own = lstatSync(folder)
    if (!own.isDirectory() || own.uid !== uid || (own.mode & 0o077) !== 0) return false
    for (let at = dirname(realpathSync(folder)); ; at = dirname(at)) {
      const { uid: owner, gid, mode } = lstatSync(at)
      if (owner !== 0 && owner !== uid) return false
      // In a sticky folder others may add, not rename or remove; a group that bears the user's own number is the user
      // alone.
      const others = gid === uid ? mode & 0o002 : mode & 0o022
      if (others !== 0 && (mode & 0o1000) === 0) return false
      if (at === dirname(at)) return true
    }
  } catch {
    return false
  }
}
