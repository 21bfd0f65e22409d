import { decryptFile, encryptedNote, encryptFile, isEncrypted } from '../../store/files/encrypted.ts'
import { dropTemporary } from '../../store/files/temporary.ts'
import { makeTemporaryFor } from '../../store/sqlite/copy-out.ts'
import { newestChangeIn } from '../../store/sqlite/note.ts'
import type { Book } from '../book/book.ts'
import { LedgerError } from '../errors.ts'

/**
 * Encrypts a finished copy into a private file beside the place it is for, and makes sure that the password opens all
 * of it. Throws backup.unlike, usage.out-unwritable, file.full.
 */
export function encryptCopy(book: Book, copy: string, place: string, password: string): string {
  const finished = makeTemporaryFor(place)
  try {
    const newestChangeAt = newestChangeIn(copy)?.at ?? null
    encryptFile(copy, finished, password, { uuid: book.uuid, at: book.now().toISOString(), newestChangeAt })
    if (decryptFile(finished, null, password) !== 'whole')
      throw new LedgerError('backup.unlike', { path: book.store.path })
    return finished
  } catch (error) {
    dropTemporary(finished)
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new LedgerError('file.full', { path: place })
    throw error
  }
}

/**
 * An encrypted copy may be written over as a plain one may; what it says of itself decides, for nobody sees into it.
 * Throws backup.other.
 */
export async function refuseOtherEncrypted(book: Book, path: string): Promise<void> {
  const note = encryptedNote(path)
  if (note?.uuid !== book.uuid) throw new LedgerError('backup.other', { path, why: 'other' })
  if (note.newestChangeAt === null) return
  const ours = await book.db.selectFrom('change').select('id').where('at', '=', note.newestChangeAt).executeTakeFirst()
  if (!ours) throw new LedgerError('backup.other', { path, why: 'ahead' })
}

/**
 * What to restore from: the backup itself, or a private file beside `path` into which it was decrypted, to be dropped
 * by `done`. Throws backup.encrypted, backup.wrong-password, file.damaged.
 */
export function readableBackup(
  backup: string,
  path: string,
  password: string | null,
): { readonly readable: string; done(): void } {
  if (!isEncrypted(backup)) return { readable: backup, done() {} }
  if (password === null) throw new LedgerError('backup.encrypted', { path: backup })
  const readable = makeTemporaryFor(path, 'restoring')
  const done = () => dropTemporary(readable)
  try {
    const opened = decryptFile(backup, readable, password)
    if (opened === 'wrong-password') throw new LedgerError('backup.wrong-password', { path: backup })
    if (opened === 'damaged') throw new LedgerError('file.damaged', { path: backup })
    return { readable, done }
  } catch (error) {
    done()
    throw error
  }
}
