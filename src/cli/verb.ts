import type * as z from 'zod/mini'
import type { Intent } from '../store/db.ts'
import type { Format } from '../terminal/output-options.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Context } from './context.ts'
import type { Read } from './inputs.ts'

/**
 * One thing the owner can type: declared here, parsed by its schema, then one call into the ledger; what that returns
 * is shown on its screen.
 */
export interface Verb<Schema extends z.ZodMiniType = z.ZodMiniType, Value = unknown> {
  /** What is typed: `buy`, `policy set`. */
  readonly name: string
  /**
   * Positional words in commander's notation: `<customer> <amount> [item...]`; their names are the keys of the input.
   */
  readonly args?: string
  /** Flags in commander's notation; each has its sentence in `locales`. */
  readonly options?: readonly string[]
  /**
   * Which ledger it needs: read only, to write, to make when missing, one it opens itself whatever state it is in, or
   * none.
   */
  readonly book: Intent | 'own' | 'none'
  /**
   * The formats it writes, where they are others than those of every command; unsaid, `flags.format` is `table` all the
   * same.
   */
  readonly formats?: readonly Format[]
  /** Which words that begin with one dash are values (`tag 12 -vip`); `-q` and its like are flags all the same. */
  readonly dashWords?: RegExp
  /**
   * What it shows only confirms what was done, and --quiet keeps it back: so it is wherever the ledger is written,
   * unless said.
   */
  readonly confirms?: boolean
  input(read: Read): Schema
  /** How what `run` returns is shown; its columns are known before anything runs. */
  readonly screen?: Screen<NoInfer<Value>, unknown>
  /** Returns what is to be shown; nothing, where it has spoken itself or was told not to go on. */
  // biome-ignore lint/suspicious/noConfusingVoidType: some verbs have nothing to show
  run(context: Context, input: z.output<Schema>): Promise<Value | undefined | void>
}

/** Declares a verb: only infers its input and its value. */
export function verb<Schema extends z.ZodMiniType, Value>(declared: Verb<Schema, Value>): Verb {
  return declared as unknown as Verb
}
