import { lstatSync, readlinkSync, type Stats, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { LedgerError } from '../../ledger/errors.ts'

/**
 * Throws file.address for `postgres://…`, and for `:memory:` and `file:…`, which SQLite has a meaning for: an address
 * is no name of a file, and must not become one.
 */
export function refuseAddress(path: string): void {
  if (/^(?:[a-z][a-z0-9+.-]+:\/\/|file:|:memory:$)/i.test(path.trim()))
    throw new LedgerError('file.address', { text: path.replace(/\/\/.*@/s, '//…@') })
}

/**
 * The file that a symbolic link leads to, so that what belongs beside it (log, copies, permissions) is looked for where
 * the file lies and the link stays a link. A path that is no link is left as it was written.
 */
export function linkedFile(path: string): string {
  let at = path
  for (let step = 0; step < 40; step++) {
    const found = statOrNull(at)
    if (!found?.isSymbolicLink()) return at
    at = resolve(dirname(at), readlinkSync(at))
  }
  return path
}

function statOrNull(path: string) {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch {
    return undefined
  }
}

/** What stands under a name; undefined where nothing does, or nothing any more. */
export function fileAt(path: string): Stats | undefined {
  return statSync(path, { throwIfNoEntry: false })
}

/** Whether two paths lead to one file, by whatever names. */
export function isSameFile(
  one: { dev: number; ino: number } | undefined,
  other: { dev: number; ino: number } | undefined,
): boolean {
  return one !== undefined && other !== undefined && one.dev === other.dev && one.ino === other.ino
}
