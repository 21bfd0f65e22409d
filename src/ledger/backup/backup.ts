import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { copyInto, readsBack } from '../../store/sqlite/copy.ts'
import { looksLikeLedger } from '../../store/sqlite/file.ts'
import { openStore } from '../../store/sqlite/open.ts'
import type { Book } from '../book/book.ts'
import { noteInLedger, readSettings } from '../book/settings.ts'
import { momentInZone } from '../day.ts'
import { LedgerError } from '../errors.ts'
import { countsOf } from './contents.ts'

export interface BackedUp {
  readonly path: string
  readonly bytes: number
  readonly customers: number
  readonly purchases: number
  /** Older backups of this ledger deleted for `keep`. */
  readonly removed: readonly string[]
}

/** `regulars-2026-11-21-2130.db`; a second one in the same minute gets a `-2`. */
const ownName = /^regulars-\d{4}-\d{2}-\d{2}-\d{4}(-\d+)?\.db$/

/**
 * Copies the ledger while others write, reads the copy back and checks it, then puts it in place under its name: into `place` when that is
 * a folder (or ends with a slash), as `place` else; without one into `backups` beside the ledger. `keep` leaves that many of this
 * ledger's own dated copies in the folder. Throws backup.unlike (the copy is not whole), backup.taken (another file stands there), usage.keep-folder.
 */
export async function backUp(book: Book, place: string | null, keep: number | null, migrations: string): Promise<BackedUp> {
  const path = placeOf(book, place, keep)
  const before = await countsOf(book.db)
  const copy = `${path}.part-${process.pid}`
  if (book.dryRun) return { path, bytes: statSync(book.store.path).size, customers: before.customers, purchases: before.purchases, removed: [] }
  try {
    copyInto(book.store.sqlite, copy)
    const copied = await makeSure(book, copy, before, migrations)
    renameSync(copy, path)
    await noteInLedger(book.db, 'lastBackupAt', book.now().toISOString())
    const removed = keep === null ? [] : await thinOut(book, dirname(path), keep, migrations)
    return { path, bytes: statSync(path).size, customers: copied.customers, purchases: copied.purchases, removed }
  } finally {
    for (const tail of ['', '-wal', '-shm', '-journal']) rmSync(copy + tail, { force: true })
  }
}

function placeOf(book: Book, place: string | null, keep: number | null): string {
  const asked = place ?? join(dirname(book.store.path), 'backups/')
  const folder = asked.endsWith('/') || (existsSync(asked) && statSync(asked).isDirectory())
  if (folder) {
    // Only the usual place is made: the folder of a stick that is not plugged in would be made on this very disk.
    if (place === null && !book.dryRun) mkdirSync(asked, { recursive: true, mode: 0o700 })
    else if (place !== null && !existsSync(asked)) throw new LedgerError('usage.no-folder', { path: asked })
    return freeName(asked, book)
  }
  if (!existsSync(dirname(resolve(asked)))) throw new LedgerError('usage.no-folder', { path: dirname(resolve(asked)) })
  if (keep !== null) throw new LedgerError('usage.keep-folder', {})
  const path = resolve(asked)
  const itself = path === resolve(book.store.path)
  if (itself || (existsSync(path) && statSync(path).size > 0 && !looksLikeLedger(path))) throw new LedgerError('backup.taken', { path })
  return path
}

function freeName(folder: string, book: Book): string {
  const stem = `regulars-${momentInZone(book.now(), book.timezone).replace(' ', '-').replace(':', '')}`
  const taken = existsSync(folder) ? readdirSync(folder).filter((name) => ownName.test(name) && name.startsWith(stem)) : []
  const newest = Math.max(0, ...taken.map((name) => datedName(name).nth))
  return join(folder, newest === 0 ? `${stem}.db` : `${stem}-${newest + 1}.db`)
}

/** Reads the copy back: whole, and with what the ledger held before the copying or after it (others may have written meanwhile). */
async function makeSure(book: Book, path: string, before: Awaited<ReturnType<typeof countsOf>>, migrations: string) {
  if (!readsBack(path)) throw new LedgerError('backup.unlike', { path: book.store.path })
  const store = openStore(path, 'read', migrations)
  const copied = await countsOf(store.db)
  store.close()
  const after = await countsOf(book.db)
  const same = (one: typeof copied, other: typeof copied) => one.customers === other.customers && one.purchases === other.purchases
  const between = copied.newestChange > before.newestChange && copied.newestChange < after.newestChange
  const matching = [before, after].filter(({ newestChange }) => newestChange === copied.newestChange)
  if (!between && !matching.some((counts) => same(counts, copied))) throw new LedgerError('backup.unlike', { path: book.store.path })
  // The copy says when it was made: whoever finds it on a stick in three years wants to know.
  const written = openStore(path, 'write', migrations)
  await noteInLedger(written.db, 'lastBackupAt', book.now().toISOString())
  written.sqlite.pragma('journal_mode = DELETE')
  written.close()
  return copied
}

async function thinOut(book: Book, folder: string, keep: number, migrations: string): Promise<string[]> {
  const dated = readdirSync(folder)
    .filter((name) => ownName.test(name))
    .sort(byName)
    .reverse()
  const own: string[] = []
  for (const name of dated) if (await isOf(book, join(folder, name), migrations)) own.push(join(folder, name))
  const removed = own.slice(keep)
  for (const path of removed) rmSync(path)
  return removed
}

// `-2130-10.db` comes after `-2130-2.db`, and both after `-2130.db`.
function byName(one: string, other: string): number {
  const [left, right] = [datedName(one), datedName(other)]
  return left.stem === right.stem ? left.nth - right.nth : left.stem < right.stem ? -1 : 1
}

const datedName = (name: string) => ({ stem: name.slice(0, 24), nth: Number(name.slice(25, -3) || 1) })

/** Whether a file is a copy of this very ledger: two shops may share a folder. */
async function isOf(book: Book, path: string, migrations: string): Promise<boolean> {
  try {
    const store = openStore(path, 'read', migrations)
    try {
      return (await readSettings(store.db))?.uuid === book.uuid
    } finally {
      store.close()
    }
  } catch {
    // An older or broken file of that name is not ours to delete.
    return false
  }
}

/** Dated copies in the usual place, newest first: what to restore from. */
export function backupsBeside(path: string): string[] {
  return backupsIn(join(dirname(path), 'backups'))
}

/** Dated copies in a folder, newest first. */
export function backupsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => ownName.test(basename(name)))
    .sort(byName)
    .reverse()
    .map((name) => join(folder, name))
}
