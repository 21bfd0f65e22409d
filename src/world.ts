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
  readonly folders: {
    readonly data: string
    readonly config: string
    readonly temporary: string
    readonly home: string
  }
  /** Shows a long text page by page, until the reader has seen enough; false where it could not be shown so. */
  page?(text: string, pager: string): boolean
  /** Runs a program of the system with this text on its stdin; null where there is none by that name. */
  runProgram?(program: string, args: readonly string[], input: string): ProgramEnd | null
  /** Starts a program of the system that goes on by itself; false where there is none by that name. */
  startProgram?(program: string, args: readonly string[]): Promise<boolean>
  /** The users whose settings are gone by: the one who runs this, and who runs the computer. Without it everybody's. */
  readonly believed?: readonly number[] | undefined
  /** Where the `.sql` files are. */
  readonly migrations: string
  readonly version: string
  /** `linux`, `darwin`, `win32`: which clock a computer has. */
  readonly platform: string
  /** The words that run this very program from anywhere: Node and the file it was started with. */
  readonly program: readonly string[]
  /** Has something done when the program is stopped midway; what it returns calls that off. */
  atExit?(work: () => void): () => void
  /** Hears each question to the ledger, and how it was worded once it is answered. */
  readonly hearer?: { asked(question: object): void; answered(question: object, statement: string): void } | undefined
}

/** How a program of the system ended, and what it said. */
export interface ProgramEnd {
  readonly exit: number
  readonly out: string
  readonly err: string
}

export interface Input extends AsyncIterable<Uint8Array | string> {
  readonly isTTY?: boolean | undefined
}

export interface Output {
  write(text: string): unknown
  /** So far. */
  readonly bytesWritten?: number | undefined
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
  /** Lines of the terminal. */
  readonly rows?: number | undefined
  /** A stream that has had enough for now says when it can take more. */
  once?(event: 'drain', listener: () => void): unknown
}
