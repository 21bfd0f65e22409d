import type { Book } from '../ledger/book/book.ts'
import type { NewLedgerSettings } from '../ledger/book/new-ledger.ts'
import type { Language } from '../ledger/vocabulary.ts'
import type { Words } from '../locales/en.ts'
import type { Intent } from '../store/db.ts'
import type { Terminal } from '../terminal/terminal.ts'
import type { World } from '../world.ts'
import type { GlobalFlags } from './flags.ts'

export const shells = ['bash', 'zsh', 'fish'] as const
export type Shell = (typeof shells)[number]

/** What every command is handed. */
export interface Context {
  readonly world: World
  readonly flags: GlobalFlags
  readonly terminal: Terminal
  /** The chosen language; once a ledger is open, its own unless another was asked for. */
  readonly words: Words
  /** The open ledger. A command that declared `book: 'none'` opens what it needs with `openBook`. */
  readonly book: Book
  /** Goes on in another language, unless this very command line or the environment asked for one. */
  speak(language: Language): Promise<void>
  /** Ends this command line with an exit code other than 0. */
  exitWith(code: number): void
  /**
   * Runs another command line in the ledger at `path` as if it were typed next: demo shows the screens it is there to
   * show.
   */
  type(words: readonly string[], path: string): Promise<number>
  /** The script that completes the program's own commands in a shell: only the program knows them all. */
  completion(shell: Shell): Promise<string>
  /**
   * Opens another ledger file than the command's own, as restore, doctor and demo do, or its own when the time has
   * come; `dryRun` without a trace. One made without `founding` goes again when nothing came to stand in it.
   */
  openBook(
    path: string,
    intent: Intent,
    founding?: Partial<NewLedgerSettings>,
    dryRun?: boolean,
  ): Promise<Book & { founded: boolean }>
}
