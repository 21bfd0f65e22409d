import type { Language } from '../ledger/vocabulary.ts'
import type { Words } from '../locales/en.ts'
import type { OutputOptions } from '../terminal/output-options.ts'

/** The flags every command takes. */
export interface GlobalFlags extends OutputOptions {
  readonly db: string
  /** The name of the shop asked for. */
  readonly shop: string | null
  /** The file named by --db itself, not by the environment or the config: demo puts its shop nowhere else. */
  readonly dbAsked: string | null
  /** What was typed after --db. */
  readonly dbTyped: string | null
  readonly color: boolean
  readonly by: string
  /** The day asked for, as typed; null is today. */
  readonly today: string | null
  /** The language asked for by flag, environment or config; null: the ledger's, else the locale's. */
  readonly lang: Language | null
  /** Whether flag or environment asked for it. */
  readonly langTyped: boolean
  /** Where ledger, name and language come from; no language was asked for: null. */
  readonly origins: { readonly db: SettledBy; readonly by: SettledBy; readonly lang: SettledBy | null }
}

/** Who settled a value: the command line, a REGULARS_ variable, the config, the ledger, the computer, or nobody. */
export type SettledBy = keyof Words['data']['config']['origin']

/** The flags of every command, in commander's notation. */
export const globalFlags = [
  '--db <file>',
  '--shop <name>',
  '--today <day>',
  '--lang <language>',
  '--as <name>',
  '--format <format>',
  '--json',
  '--columns <names>',
  '--no-header',
  '--ids',
  '--no-color',
  '--no-input',
  '-y, --yes',
  '-q, --quiet',
  '--dry-run',
  '--mask',
  '-h, --help',
] as const
