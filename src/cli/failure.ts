import { type FaultCode, LedgerError } from '../ledger/errors.ts'
import type { ErrorMessage } from '../locales/error-message.ts'
import { errorSentence } from '../locales/error-sentence.ts'
import { fullest } from '../store/files/room.ts'
import { fromServer } from '../store/postgres/failure.ts'
import { cleanDeep } from '../terminal/clean.ts'
import type { Voice } from '../terminal/voice.ts'

export interface Failure {
  readonly exit: number
  readonly code: string
  readonly said: ErrorMessage
  readonly facts: unknown
}

/**
 * Codes that end otherwise than their family: usage, money, day, phone, birthday and answers of surveys cannot be read
 * (2), file.* is the file (4), the rest the ledger says no (1).
 */
const exceptions: Partial<Record<FaultCode, number>> = {
  interrupted: 130,
  'file.exists': 1,
  'config.damaged': 1,
  'complaint.promise-first': 2,
  'config.foreign': 1,
  'customer.unreadable': 2,
  'entry.unreadable': 2,
  'merge.kept': 2,
  'pass.over-when-sold': 2,
  'payment.of-credit': 2,
  'payment.on-account': 2,
  'roster.missing': 2,
  'roster.unreadable': 2,
  'roster.bad-map': 2,
  'roster.several-formats': 2,
  'roster.unknown-format': 2,
  'roster.other-kind': 2,
  'roster.unclear-kind': 2,
  'roster.no-header-row': 2,
  'engine.bad-address': 2,
  'engine.password': 2,
  'engine.server-only': 2,
  'engine.no-zero': 2,
}
const families: Record<string, number> = {
  usage: 2,
  money: 2,
  day: 2,
  phone: 2,
  birthday: 2,
  survey: 2,
  file: 4,
  engine: 4,
}

/** Turns anything thrown into words and an exit code: the one place that does. */
export async function explain(
  error: unknown,
  voice: Voice,
  places: Places,
  hide: <Value>(facts: Value) => Value = (facts) => facts,
): Promise<Failure> {
  const known: LedgerError | null = error instanceof LedgerError ? error : fromSystem(error, places)
  if (!known) {
    const message = error instanceof Error ? error.message : String(error)
    return { exit: 70, code: 'fault', said: voice.words.fault(message), facts: {} }
  }
  const facts = hide(known.facts)
  await voice.prepare(facts)
  const exit = exceptions[known.code] ?? families[known.code.slice(0, known.code.indexOf('.'))] ?? 1
  return { exit, code: known.code, said: errorSentence(known.code, cleanDeep(facts), voice), facts }
}

/** The ledger, and where what does not fit into memory is put. */
export interface Places {
  readonly path: string
  readonly temporary: string
}

function fromSystem(error: unknown, places: Places): LedgerError | null {
  const {
    code = '',
    syscall,
    path: named,
  } = typeof error === 'object' && error !== null ? (error as Partial<NodeJS.ErrnoException>) : {}
  const served = fromServer((error ?? {}) as Partial<NodeJS.ErrnoException>, places.path)
  if (served) return served
  // The system names the file it could not write; SQLite speaks of the ledger.
  const path = named ?? places.path
  if (/^SQLITE_(BUSY|LOCKED)/.test(code)) return new LedgerError('file.busy', { path })
  if (
    /^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code) ||
    (code === 'SQLITE_ERROR' && /^(malformed|unsupported file format)/.test((error as Error).message))
  )
    return new LedgerError('file.damaged', { path })
  if (/^SQLITE_(FULL|IOERR_SHMSIZE)|^(ENOSPC|EDQUOT)/.test(code))
    return new LedgerError('file.full', { path: named ?? fullest(places) })
  if (/^SQLITE_IOERR_(READ|SHORT_READ|DATA|CORRUPTFS|FSTAT)$|^(EIO|ENXIO|ENODEV|ESTALE|EREMOTEIO)$/.test(code))
    return new LedgerError('file.disk', { said: code })
  if (syscall === 'uv_cwd') return new LedgerError('usage.no-here', {})
  if (
    /^SQLITE_(READONLY|CANTOPEN|IOERR|PERM)|^(EACCES|EROFS|EPERM|EISDIR|ENOTDIR|ENOENT|ELOOP|ENAMETOOLONG)/.test(code)
  )
    return new LedgerError('file.unwritable', { path })
  return null
}
