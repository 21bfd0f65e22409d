import { explain, type Failure } from '../cli/failure.ts'
import type { GlobalFlags } from '../cli/flags.ts'
import type { Book } from '../ledger/book/book.ts'
import { LedgerError } from '../ledger/errors.ts'
import type { Words } from '../locales/en.ts'
import { isServerAddress } from '../store/postgres/address.ts'
import { escapeControls } from '../terminal/clean.ts'
import { masked } from '../terminal/mask.ts'
import { asideOn } from '../terminal/terminal.ts'
import type { Voice } from '../terminal/voice.ts'
import type { Output, World } from '../world.ts'
import { inNamedLedger, namedBy } from './named-ledger.ts'

/** The command line that failed, as far as it had come. */
export interface FailedCommand {
  readonly world: World
  readonly flags: GlobalFlags
  readonly voice: Voice
  readonly words: Words
  /** The command that was named, as its help is called. */
  readonly command: string | null
  readonly book: Book | null
}

/** What is said of an error, with what to type next. */
export async function failureOf(error: unknown, line: FailedCommand): Promise<Failure> {
  const { world, flags, voice, book } = line
  const shown = book?.store.isOpen() && mayBeCustomer(error) ? await asCustomer(error, book) : error
  const places = { path: flags.db, temporary: world.folders.temporary }
  const first = await explain(shown, voice, places, flags.mask ? masked : undefined)
  const isDamage = first.exit === 70 && (await isDamaged(line))
  const failure = isDamage ? await explain(new LedgerError('file.damaged', places), voice, places) : first
  const { message, hint = howTyped(failure, line) } = failure.said
  return { ...failure, said: { message, ...(hint !== undefined && { hint: pastedFor(flags, hint) }) } }
}

/** What to type next after what cannot be read, where nothing nearer is known. */
function howTyped({ exit }: Failure, { command, words }: FailedCommand): string | undefined {
  return command !== null && exit === 2 ? words.howTyped(command) : undefined
}

/** Two lines for people, one object with --json. */
export function failureText({ code, said, facts }: Failure, { format }: GlobalFlags, stderr: Output): string {
  if (format !== 'json' && format !== 'jsonl')
    return asideOn(stderr, `regulars: ${said.message}${said.hint ? `\n  ${said.hint}` : ''}`)
  const json = JSON.stringify({ error: { code, message: said.message, hint: said.hint ?? null, facts } })
  return `${stderr.isTTY ? escapeControls(json) : json}\n`
}

/** What is said to type next, with the ledger that the command line named. */
export function pastedFor({ dbTyped, shop }: GlobalFlags, text: string): string {
  return inNamedLedger(text, namedBy(dbTyped, shop))
}

type UnknownCommand = LedgerError<'usage.unknown-command'>

/** `regulars 王伟`: who types a customer for a command wants to see them. */
export function mayBeCustomer(error: unknown): error is UnknownCommand {
  if (!(error instanceof LedgerError) || error.code !== 'usage.unknown-command') return false
  const { asked, near } = (error as UnknownCommand).facts
  return !asked.includes(' ') && (near === null || !/^[a-z]+$/.test(asked))
}

async function asCustomer(error: UnknownCommand, book: Book): Promise<LedgerError> {
  const { asked } = error.facts
  const { nameCustomer } = await import('../ledger/identity/resolve.ts')
  const found = await nameCustomer(book, asked).catch((fault) =>
    fault instanceof LedgerError && fault.code === 'customer.ambiguous' ? 'several' : null,
  )
  return found === null || found === 'walk-in' ? error : new LedgerError('usage.customer-alone', { asked })
}

/** What nobody foresaw may be the work of a damaged file: a text that has become bytes, say. */
async function isDamaged({ book, flags }: FailedCommand): Promise<boolean> {
  if (!book?.store.isOpen() || isServerAddress(flags.db)) return false
  const { brokenPages } = await import('../store/sqlite/check.ts')
  try {
    return brokenPages(book.store.sqlite).length > 0
  } catch {
    return false
  }
}
