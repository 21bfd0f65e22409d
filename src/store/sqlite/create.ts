import { closeSync, openSync, rmSync, type Stats } from 'node:fs'
import Database from 'better-sqlite3'
import { fileAt, isSameFile } from '../files/address.ts'
import { connect, goToWal } from './connect.ts'
import { discardAlone } from './discard-empty.ts'
import { applicationId, makePlace, makePrivate, refuseOddBeside } from './file.ts'
import { migrationsUpTo } from './migrate.ts'
import { keepLogs } from './tails.ts'

/**
 * Makes a ledger with nothing in it where nothing, or an empty file, is. It is written into the file itself, in one
 * transaction under the file's own lock: of several that start at once one makes it and the others find it, and cut off
 * in the middle it is an empty file again.
 * Returns where the log of a ledger that lay there before is kept now.
 */
export function createLedger(path: string, migrations: string): string[] {
  makePlace(path)
  // Null when another process took the file away meanwhile: whoever opens it next looks again.
  return fill(path, migrations, claim(path)) ?? []
}

/** Makes an empty file, for its owner alone, where none is; false where one is. Throws file.beside. */
export function claim(path: string): boolean {
  refuseOddBeside(path)
  try {
    closeSync(openSync(path, 'wx', 0o600))
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Null when another process took the file away meanwhile. */
function fill(path: string, migrations: string, claimed: boolean): string[] | null {
  const { kept, forget } = keepLogs(path)
  const place = fileAt(path)
  const sqlite = place === undefined ? null : connectUnlessGone(path, place)
  if (place === undefined || sqlite === null) {
    forget()
    return null
  }
  const isHere = () => isSameFile(fileAt(path), place)
  try {
    sqlite.exec('BEGIN EXCLUSIVE')
    // By its size: to SQLite a file that is about to be written has a page already.
    const now = fileAt(path)
    if (!isSameFile(now, place) || (now?.size ?? 0) > 0) {
      forget()
      return isHere() ? [] : null
    }
    if (!claimed) makePrivate(path)
    write(sqlite, migrations)
    sqlite.exec('COMMIT')
    // With all that a ledger needs beside it: on a disk without room for that there is none.
    goToWal(sqlite)
    sqlite.prepare('SELECT count(*) FROM ledger').get()
    return kept
  } catch (error) {
    if (claimed) takeBack(sqlite, path, isHere)
    throw error
  } finally {
    sqlite.close()
  }
}

function connectUnlessGone(path: string, place: Stats): Database.Database | null {
  try {
    return connect(path)
  } catch (error) {
    if (isSameFile(fileAt(path), place)) throw error
    return null
  }
}

/**
 * A file that could not be filled goes again, unless somebody else has filled it: whoever waits for it looks whether it
 * is still there.
 */
function takeBack(sqlite: Database.Database, path: string, isHere: () => boolean): void {
  try {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    if ((fileAt(path)?.size ?? 0) > 0) {
      sqlite.pragma('journal_mode = DELETE')
      sqlite.exec('BEGIN EXCLUSIVE')
      if (sqlite.prepare('SELECT count(*) FROM ledger').pluck().get() !== 0) return
    }
    // To lock an empty file takes room too. Whoever fills it at this very moment finds it gone, and makes another.
    if (isHere()) rmSync(path)
  } catch {
    sqlite.close()
    // Where that does not go either, a file without settings does no harm: the next one makes a ledger of it.
    if (isHere()) discardAlone(path)
  }
}

function write(sqlite: Database.Database, migrations: string): void {
  sqlite.pragma(`application_id = ${applicationId}`)
  migrationsUpTo(sqlite, migrations)
}

/** An empty ledger in a file of this process alone: nobody else ever looks at it, and nobody misses it. */
export function createIn(path: string, migrations: string): Database.Database {
  const sqlite = new Database(path)
  sqlite.pragma('journal_mode = MEMORY')
  sqlite.pragma('synchronous = OFF')
  sqlite.pragma('cache_size = -32000')
  write(sqlite, migrations)
  sqlite.pragma('foreign_keys = ON')
  return sqlite
}

/** An empty ledger in memory: what a dry run begins with, and what the tables of a file are held against. */
export function createInMemory(migrations: string): Database.Database {
  const sqlite = new Database(':memory:')
  write(sqlite, migrations)
  return sqlite
}
