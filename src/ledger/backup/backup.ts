import { existsSync, rmSync, statSync } from 'node:fs'
import { dirname, extname, join, resolve } from 'node:path'
import { isSameFile, linkedFile, refuseAddress } from '../../store/files/address.ts'
import { isEncrypted } from '../../store/files/encrypted.ts'
import { makeFolder } from '../../store/files/folder.ts'
import { placeNew, placeOver } from '../../store/files/place.ts'
import { dropTemporary } from '../../store/files/temporary.ts'
import { isDamage } from '../../store/sqlite/check.ts'
import { readsBack } from '../../store/sqlite/copy.ts'
import { endReading, makeTemporaryFor, vacuumInto } from '../../store/sqlite/copy-out.ts'
import { isTailOfLedger, looksLikeLedger } from '../../store/sqlite/file.ts'
import { isInUse, newestChangeIn, noteOf } from '../../store/sqlite/note.ts'
import { openStore } from '../../store/sqlite/open.ts'
import { fillEmpty, writeInto } from '../../store/sqlite/overwrite.ts'
import { anyBeside, dropTails, keepLogs, logsBeside } from '../../store/sqlite/tails.ts'
import type { Book } from '../book/book.ts'
import { noteInLedger } from '../book/settings.ts'
import { momentInZone } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { datedCopies, nextName, whoseCount } from './backups.ts'
import { countsOf } from './contents.ts'
import { encryptCopy, refuseOtherEncrypted } from './encrypted-copy.ts'

export interface BackedUp {
  readonly path: string
  readonly bytes: number
  readonly customers: number
  readonly purchases: number
  /** Older backups of this ledger deleted for `keep`. */
  readonly removed: readonly string[]
  readonly encrypted: boolean
}

interface Wishes {
  /** So many dated copies stay in the folder; null: all. */
  readonly keep: number | null
  /** Encrypts the copy with it. */
  readonly password: string | null
}

interface Surroundings {
  readonly migrations: string
  readonly temporary: string
  /** The folder of copies for which none is named. */
  readonly usual: string
}

/**
 * Copies the ledger while others write, reads the copy back and checks it, then puts it in place under its name: into
 * `place` when that is a folder (or ends with a slash), as `place` else; without one into the usual folder. `keep`
 * leaves that many of this ledger's own dated copies in the folder, the one just made among them. Throws backup.unlike
 * (the copy is not whole), backup.taken (another file stands there), backup.other (a ledger that is more than a copy of
 * this one), usage.keep-folder, file.not-regular, file.address.
 */
export async function backUp(
  book: Book,
  place: string | null,
  wishes: Wishes,
  surroundings: Surroundings,
): Promise<BackedUp> {
  const made = await book.store.onCopy((store) =>
    copyLedger({ ...book, store, db: store.db }, place, wishes, surroundings),
  )
  // What is there is there, whatever becomes of the note.
  if (!book.dryRun) await noteInLedger(book.db, 'lastBackupAt', book.now().toISOString()).catch(() => {})
  return made
}

async function copyLedger(
  book: Book,
  place: string | null,
  { keep, password }: Wishes,
  surroundings: Surroundings,
): Promise<BackedUp> {
  const { folder, file } = await placeOf(book, place, keep, surroundings.usual)
  const encrypted = password !== null
  // A ledger anybody can read is not turned into one that needs a password by a slip.
  if (encrypted && file !== null && existsSync(file) && looksLikeLedger(file))
    throw new LedgerError('backup.taken', { path: file })
  const wanted = file ?? nextName(folder, stemOf(book), encrypted)
  const before = await countsOf(book.db)
  if (book.dryRun) {
    const { customers, purchases } = before
    return { path: wanted, bytes: statSync(book.store.path).size, customers, purchases, removed: [], encrypted }
  }
  const copy = makeTemporaryFor(encrypted ? book.store.path : wanted)
  let finished = copy
  try {
    endReading(book.store.sqlite)
    vacuumInto(book.store.sqlite, copy, encrypted ? dirname(book.store.path) : (file ?? folder))
    const { customers, purchases } = await makeSure(book, copy, before, surroundings)
    if (encrypted) finished = await encryptCopy(book, copy, wanted, password)
    const path = file === null ? placeDated(finished, folder, book, encrypted) : await placeFile(finished, file, book)
    const removed = keep === null ? [] : thinOut(book, folder, keep, path)
    return { path, bytes: statSync(path).size, customers, purchases, removed, encrypted }
  } finally {
    dropTemporary(copy)
    dropTemporary(finished)
  }
}

/** The folder of the copy, and its file where one was named. */
async function placeOf(
  book: Book,
  place: string | null,
  keep: number | null,
  usual: string,
): Promise<{ folder: string; file: string | null }> {
  const asked = place ?? join(usual, '/')
  refuseAddress(asked)
  const isFolder = /[/\\]$/.test(asked) || statSync(asked, { throwIfNoEntry: false })?.isDirectory()
  if (isFolder) {
    // Only the usual place is made: the folder of a stick that is not plugged in would be made on this very disk.
    if (place === null && !book.dryRun) makeFolder(asked)
    else if (place !== null && !existsSync(asked)) throw new LedgerError('usage.no-folder', { path: asked })
    return { folder: asked, file: null }
  }
  // A name without an ending is a folder's: of a stick that is not plugged in.
  if (extname(asked) === '' && !existsSync(asked)) throw new LedgerError('usage.no-folder', { path: asked })
  const file = linkedFile(resolve(asked))
  const folder = dirname(file)
  if (!existsSync(folder)) throw new LedgerError('usage.no-folder', { path: folder })
  if (keep !== null) throw new LedgerError('usage.keep-folder', {})
  await refuseTaken(book, file)
  return { folder, file }
}

const stemOf = ({ now, timezone }: Book) =>
  `regulars-${momentInZone(now(), timezone).replace(' ', '-').replace(':', '')}`

/**
 * What stands there may go if it is an older copy of this very ledger, of which nobody has made another ledger since.
 */
async function refuseTaken(book: Book, path: string): Promise<void> {
  if (isTailOfLedger(path)) throw new LedgerError('backup.taken', { path })
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found || (found.isFile() && found.size === 0)) return
  if (!found.isFile()) throw new LedgerError('file.not-regular', { path })
  if (isEncrypted(path)) return refuseOtherEncrypted(book, path)
  if (isSameFile(found, statSync(book.store.path)) || !looksLikeLedger(path))
    throw new LedgerError('backup.taken', { path })
  const why = await whyNotCopy(book, path).catch((error) => {
    // The copy that stands there, not the ledger.
    if (isDamage(error)) return 'damaged' as const
    throw error
  })
  if (why !== null) throw new LedgerError('backup.other', { path, why })
}

async function whyNotCopy(book: Book, path: string): Promise<'other' | 'in-use' | 'ahead' | null> {
  // Before anything opens it: what stands in a log is written into the file by the first who does.
  if (logsBeside(path).length > 0) return 'in-use'
  const [uuid] = noteOf(path, ['uuid'])
  if (uuid !== book.uuid) return 'other'
  const newest = newestChangeIn(path)
  if (newest !== null) {
    const ours = await book.db.selectFrom('change').select('at').where('id', '=', newest.id).executeTakeFirst()
    if (ours?.at !== newest.at) return 'ahead'
  }
  return isInUse(path) ? 'in-use' : null
}

function placeDated(copy: string, folder: string, book: Book, encrypted: boolean): string {
  for (;;) {
    const path = nextName(folder, stemOf(book), encrypted)
    if (!existsSync(path)) {
      keepLogs(path)
      dropTails(path)
    }
    if (placeNew(copy, path)) return path
  }
}

/** Puts the copy at a path and reads it back there: what lies beside a name counts as much as what is under it. */
async function placeFile(copy: string, path: string, book: Book): Promise<string> {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found && !anyBeside(path) && placeNew(copy, path)) return path
  if (isEncrypted(copy) || isEncrypted(path)) {
    placeOver(copy, path)
    return path
  }
  const placed =
    found && found.size > 0
      ? await writeInto(copy, path, () => isSameFile(statSync(path, { throwIfNoEntry: false }), found))
      : (await fillEmpty(copy, path)).filled
  if (!placed || !readsBack(path)) throw new LedgerError('backup.unlike', { path: book.store.path })
  return path
}

/**
 * Reads the copy back: whole, and with what the ledger held before the copying or after it (others may have written
 * meanwhile).
 */
async function makeSure(
  book: Book,
  path: string,
  before: Awaited<ReturnType<typeof countsOf>>,
  surroundings: Surroundings,
) {
  if (!readsBack(path)) throw new LedgerError('backup.unlike', { path: book.store.path })
  const store = openStore(path, 'read', surroundings)
  const copied = await countsOf(store.db)
  store.close()
  const after = await countsOf(book.db)
  const same = (one: typeof copied, other: typeof copied) =>
    one.customers === other.customers && one.purchases === other.purchases
  const between = copied.newestChange > before.newestChange && copied.newestChange < after.newestChange
  const matching = [before, after].filter(({ newestChange }) => newestChange === copied.newestChange)
  if (!between && !matching.some((counts) => same(counts, copied)))
    throw new LedgerError('backup.unlike', { path: book.store.path })
  // The copy says when it was made: whoever finds it on a stick in three years wants to know.
  const written = openStore(path, 'write', surroundings)
  await noteInLedger(written.db, 'lastBackupAt', book.now().toISOString())
  written.sqlite.pragma('journal_mode = DELETE')
  written.close()
  return copied
}

/**
 * Deletes this ledger's older copies, by the moment in them. The one just made is never among them, and one whose
 * moment has not come yet was made by a clock that ran ahead: it goes before those that can be believed.
 */
function thinOut(book: Book, folder: string, keep: number, made: string): string[] {
  const now = book.now().getTime()
  const mayCount = whoseCount(folder, made)
  const others = datedCopies(folder).filter(
    ({ path, uuid }) =>
      uuid === book.uuid && resolve(path) !== resolve(made) && logsBeside(path).length === 0 && mayCount(path),
  )
  const ordered = [...others.filter(({ at }) => at <= now), ...others.filter(({ at }) => at > now)]
  return ordered.slice(keep - 1).flatMap(({ path }) => {
    try {
      rmSync(path)
      return [path]
    } catch {
      // It stays: what was asked for first, a copy, is there.
      return []
    }
  })
}
