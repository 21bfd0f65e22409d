import type { Book } from './ledger/book.ts'
import type { Words } from './locales/en.ts'
import type { Terminal } from './terminal/terminal.ts'

/** The world outside, as `main.ts` or a test hands it in: nothing else of the program touches it. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  now(): Date
  /** The calendar day it is now in an IANA zone. */
  dayIn(zone: string): string
  /** The system's user, zone and locale: what stands when neither flag nor environment says otherwise. */
  readonly user: string
  timezone(): string
  readonly locale: string
  readonly folders: { readonly data: string; readonly config: string; readonly temporary: string }
  /** Where the `.sql` files are. */
  readonly migrations: string
  readonly version: string
  /** The words that run this very program from anywhere: Node and the file it was started with. */
  readonly program: readonly string[]
  /** Has something done when the program is stopped midway; what it returns calls that off. */
  atExit?(work: () => void): () => void
}

export interface Input extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean | undefined
}

export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  /** A stream that has had enough for now says when it can take more. */
  once?(event: 'drain', listener: () => void): unknown
}

export type Format = 'table' | 'json' | 'jsonl' | 'csv' | 'tsv' | 'md' | 'vcf' | 'ics'

/** The flags every command takes. */
export interface GlobalFlags {
  readonly db: string
  /** The file named by --db itself, not by the environment or the config: demo puts its shop nowhere else. */
  readonly dbAsked: string | null
  readonly format: Format
  readonly columns: readonly string[] | null
  readonly header: boolean
  readonly ids: boolean
  readonly color: boolean
  readonly input: boolean
  readonly yes: boolean
  readonly quiet: boolean
  readonly dryRun: boolean
  readonly by: string
  /** The day asked for, as typed; null is today. */
  readonly today: string | null
  readonly lang: 'en' | 'zh' | null
}

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
  speak(language: 'en' | 'zh'): Promise<void>
  /** Runs another command line as if it were typed next: demo shows the screens it is there to show. */
  type(words: readonly string[]): Promise<number>
  /** Opens another ledger file than the command's own, as restore, doctor and demo do, or its own when the time has come; `dryRun` without a trace. One made without `founding` goes again when nothing came to stand in it. */
  openBook(path: string, intent: 'read' | 'write' | 'create', founding?: Partial<Founding>, dryRun?: boolean): Promise<Book & { founded: boolean }>
}

export interface Founding {
  readonly name: string
  readonly currency: string
  readonly region: string
  readonly timezone: string
  readonly lang: 'en' | 'zh'
}
