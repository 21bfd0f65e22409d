import { existsSync, lstatSync, readdirSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { smallText } from './small-text.ts'

/** A short text that an owner keeps in a folder of such. */
export interface OwnFile {
  readonly name: string
  readonly path: string
  readonly text: string
}

/** Why a file does not count: others could say what is in it, or it is no text that can be read. */
export interface UncountedFile {
  readonly path: string
  readonly why: 'foreign' | 'unreadable'
}

export interface OwnFiles {
  readonly files: readonly OwnFile[]
  readonly left: readonly UncountedFile[]
}

/**
 * The texts in a folder beside `ledger` whose names are like `like`, in the order of their names. What others than
 * `believed` and the ledger's own owner put there, or could, is left out, and a link of theirs to a file that is no
 * business of theirs. Without `believed` files belong to nobody in particular.
 */
export function ownFiles(
  ledger: string,
  folder: string,
  like: RegExp,
  believed: readonly number[] | undefined,
): OwnFiles {
  const files = namesIn(folder).filter((name) => like.test(name))
  if (files.length === 0) return { files: [], left: [] }
  const owner = found(ledger)?.uid
  const mayPut = believed && [...believed, ...(owner === undefined ? [] : [owner])]
  if (mayPut && !isOwn(folder, mayPut)) return { files: [], left: [{ path: folder, why: 'foreign' }] }
  const read: OwnFile[] = []
  const left: UncountedFile[] = []
  for (const name of files.sort()) {
    const path = join(folder, name)
    if (mayPut && !isOwn(path, mayPut)) {
      left.push({ path, why: 'foreign' })
      continue
    }
    const text = textOf(path)
    if (text === null) left.push({ path, why: 'unreadable' })
    else read.push({ name, path, text })
  }
  return { files: read, left }
}

/** A folder in which anybody may put files says by itself which are whose, if nobody can rename another's there. */
function isOwn(path: string, mayPut: readonly number[]): boolean {
  const [name, meant] = [found(path, lstatSync), found(path)]
  if (name === undefined || meant === undefined) return true
  const isOpen = (meant.mode & 0o002) !== 0 && !(meant.isDirectory() && (meant.mode & 0o1000) !== 0)
  return mayPut.includes(name.uid) && mayPut.includes(meant.uid) && !isOpen
}

function found(path: string, look: (path: string) => Stats = statSync): Stats | undefined {
  try {
    return look(path)
  } catch {
    return undefined
  }
}

function namesIn(folder: string): string[] {
  try {
    return existsSync(folder) ? readdirSync(folder) : []
  } catch {
    // No folder, or a closed one: nothing in it counts.
    return []
  }
}

/** Null where there is no text to be had: no permission, a pipe, a folder, more than a megabyte. */
function textOf(path: string): string | null {
  try {
    return smallText(path)?.text ?? null
  } catch {
    return null
  }
}
