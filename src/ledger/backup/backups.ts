import { existsSync, readdirSync, type Stats, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { isSameFile } from '../../store/files/address.ts'
import { encryptedNote } from '../../store/files/encrypted.ts'
import { noteOf } from '../../store/sqlite/note.ts'

/** `regulars-2026-11-21-2130.db`; a second one in the same minute gets a `-2`, an encrypted one ends in `.db.enc`. */
const ownName = /^(regulars-\d{4}-\d{2}-\d{2}-\d{4})(?:-(\d+))?\.db(?:\.enc)?$/

/** A dated copy in a folder, and what it says of itself. */
export interface DatedCopy {
  readonly path: string
  /** Of which ledger; null when it cannot be read. */
  readonly uuid: string | null
  /** When it was made, as it says itself, in milliseconds; when the file was last written, where it says nothing. */
  readonly at: number
}

/** Dated copies in the usual place, newest first: what to restore from. The ledger itself by another name is none. */
export function backupsBeside(path: string): string[] {
  const ledger = statOrNull(path) ?? undefined
  return backupsIn(join(dirname(path), 'backups')).filter((copy) => !isSameFile(statOrNull(copy) ?? undefined, ledger))
}

/** Those of them that a restore may be advised from: not what somebody else put there. */
export function believedBeside(path: string): string[] {
  const mayCount = whoseCount(join(dirname(path), 'backups'), path)
  return backupsBeside(path).filter(mayCount)
}

/** Dated copies in a folder, newest first. */
export function backupsIn(folder: string): string[] {
  return datedCopies(folder).map(({ path }) => path)
}

/**
 * Whether a copy in this folder counts: where anybody may put files there, only one of the owner of `own`, of the
 * folder or of the system. Another's could say any moment and any ledger, and so drive out those that are meant.
 */
export function whoseCount(folder: string, own: string): (copy: string) => boolean {
  const place = statOrNull(folder)
  if (place === null || (place.mode & 0o002) === 0) return () => true
  const owners = [0, place.uid, statOrNull(own)?.uid]
  return (copy) => owners.includes(statOrNull(copy)?.uid)
}

/**
 * The same with what they say, by the moment in the copy: a name is what a clock said that may have been wrong, and
 * what anybody may change. What says nothing of itself comes last: it may be no copy at all.
 */
export function datedCopies(folder: string): DatedCopy[] {
  return namesIn(folder)
    .filter((name) => ownName.test(basename(name)))
    .flatMap((name) => look(join(folder, name)) ?? [])
    .sort(
      (one, other) =>
        Number(one.uuid === null) - Number(other.uuid === null) ||
        other.at - one.at ||
        byName(basename(other.path), basename(one.path)),
    )
}

/** None where that is no folder, or a closed one: what was done before is not said to have failed for it. */
function namesIn(folder: string): string[] {
  try {
    return existsSync(folder) ? readdirSync(folder) : []
  } catch {
    return []
  }
}

/** Null where the name is a folder's, a pipe's or a link's to nowhere: no copy. */
function look(path: string): DatedCopy | null {
  const found = statOrNull(path)
  if (!found?.isFile()) return null
  const note = encryptedNote(path)
  const [uuid, said] = note ? [note.uuid, note.at] : noteOf(path, ['uuid', 'lastBackupAt'])
  const at = said === null || said === undefined ? Number.NaN : Date.parse(said)
  return {
    path,
    uuid: uuid ?? null,
    at: Number.isNaN(at) ? found.mtimeMs : at,
  }
}

function statOrNull(path: string): Stats | null {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

// `-2130-10.db` comes after `-2130-2.db`, and both after `-2130.db`.
function byName(one: string, other: string): number {
  const [left, right] = [datedName(one), datedName(other)]
  return left.stem === right.stem ? left.nth - right.nth : left.stem < right.stem ? -1 : 1
}

function datedName(name: string): { stem: string; nth: number } {
  const [, stem = '', nth = '1'] = ownName.exec(name) ?? []
  return { stem, nth: Number(nth) }
}

/** The first name of a minute that follows those that are taken. */
export function nextName(folder: string, stem: string, encrypted: boolean): string {
  const taken = namesIn(folder).filter((name) => ownName.test(name) && name.startsWith(stem))
  const newest = Math.max(0, ...taken.map((name) => datedName(name).nth))
  return join(folder, `${newest === 0 ? stem : `${stem}-${newest + 1}`}.db${encrypted ? '.enc' : ''}`)
}
