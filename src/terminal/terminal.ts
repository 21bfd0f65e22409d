import { LedgerError } from '../ledger/errors.ts'
import type { Words } from '../locales/en.ts'
import type { Output, World } from '../world.ts'
import type { Columns } from './columns.ts'
import type { OutputOptions } from './output-options.ts'
import type { Voice } from './voice.ts'
import { continued } from './width.ts'

/** How a value is read by people, and by a spreadsheet. JSON is the value itself. */
export interface View<Value, Row = unknown> {
  /** The human text, line by line, said from the value (its texts already harmless on a terminal). */
  say(value: Value, voice: Voice): readonly string[] | string
  /** The rows of csv, tsv, md, jsonl, --columns and --ids; without it the value's own (an array) or the value (one row). */
  rows?(value: Value): readonly Row[]
  readonly columns?: Columns<Row>
  id?(row: Row): number
  /** Lines for another program to read: never broken to the width of a terminal. */
  readonly verbatim?: boolean
  /** What would happen, shown before it is asked for: --quiet does not keep it back. */
  readonly foretells?: boolean
}

export interface Terminal {
  /** Prints the command's one value on stdout, as --format asks. */
  show<Value, Row = Value extends readonly (infer One)[] ? One : Value>(value: Value, view: View<Value, Row>): Promise<void>
  /** A message for people on stderr; --quiet keeps it back. */
  tell(text: string): void
  /** A warning on stderr, --quiet or not. */
  warn(text: string): void
  /** Whether somebody is there to answer. */
  readonly interactive: boolean
  readonly quiet: boolean
  /** Yes or no; `--yes` answers yes. Only when interactive. */
  confirm(question: string): Promise<boolean>
  /** Which of these, or null. Only when interactive. */
  choose(question: string, options: readonly string[]): Promise<number | null>
  /** Which of so many that were listed already, or null. Only when interactive. */
  chooseListed(question: string, most: number): Promise<number | null>
  readonly voice: Voice
}

export function makeTerminal(world: World, flags: OutputOptions, words: () => Words, voice: () => Voice, confirms = false): Terminal {
  const silent = confirms && flags.quiet && !flags.dryRun && flags.format === 'table' && !flags.columns && !flags.ids
  return {
    get interactive() {
      return flags.input && Boolean(world.stdin.isTTY && world.stderr.isTTY)
    },
    quiet: flags.quiet,
    get voice() {
      return voice()
    },
    async show(value, view) {
      if (silent && !view.foretells) return
      if (isLong(value) && !view.rows && !flags.ids && !flags.columns && (flags.format === 'json' || flags.format === 'jsonl')) {
        for (const piece of inPieces(value, flags.format)) world.stdout.write(piece)
        return
      }
      const text = await render(value, view, flags, voice())
      if (text !== '') world.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
    },
    tell(text) {
      if (!flags.quiet) world.stderr.write(asideOn(world.stderr, text))
    },
    warn(text) {
      world.stderr.write(asideOn(world.stderr, text))
    },
    async confirm(question) {
      if (flags.yes) return true
      const { confirm } = await import('./ask.ts')
      return confirm(question, words(), world)
    },
    async choose(question, options) {
      const { choose } = await import('./ask.ts')
      return choose(question, options, words(), world)
    },
    async chooseListed(question, most) {
      const { chooseListed } = await import('./ask.ts')
      return chooseListed(question, most, world)
    },
  }
}

/** What is said beside the data, no wider than the terminal it is said on. */
export function asideOn({ isTTY, columns = 80 }: Output, text: string): string {
  const lines = text.split('\n')
  return (isTTY ? lines.flatMap((line) => continued(line, columns)) : lines).map((line) => `${line}\n`).join('')
}

const longAbove = 1000

function isLong(value: unknown): value is readonly unknown[] {
  return Array.isArray(value) && value.length > longAbove
}

/** What JSON.stringify says of a long array, some rows at a time: 200,000 customers at once take 500 MB (measured). */
function* inPieces(value: readonly unknown[], format: 'json' | 'jsonl'): Generator<string> {
  for (let from = 0; from < value.length; from += longAbove) {
    const rows = value.slice(from, from + longAbove)
    if (format === 'jsonl') yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    else yield `${from === 0 ? '[\n' : ',\n'}${rows.map((row) => `  ${JSON.stringify(row, null, 2).replaceAll('\n', '\n  ')}`).join(',\n')}`
  }
  if (format === 'json') yield '\n]\n'
}

async function render<Value, Row>(value: Value, view: View<Value, Row>, flags: OutputOptions, voice: Voice): Promise<string> {
  const rows = () => view.rows?.(value) ?? ((Array.isArray(value) ? value : [value]) as readonly Row[])
  if (flags.ids) {
    const { id } = view
    if (!id) throw new LedgerError('usage.no-ids', { command: '' })
    return rows()
      .map((row) => `${id(row)}\n`)
      .join('')
  }
  if (flags.columns && (flags.format === 'json' || flags.format === 'jsonl')) {
    const { picked } = await import('./columns.ts')
    const kept = picked(rows(), view.columns ?? {}, flags.columns)
    if (flags.format === 'jsonl') return kept.map((row) => `${JSON.stringify(row)}\n`).join('')
    return JSON.stringify(view.rows || Array.isArray(value) ? kept : kept[0], null, 2)
  }
  if (flags.format === 'json') return JSON.stringify(value, null, 2)
  if (flags.format === 'jsonl')
    return rows()
      .map((row) => `${JSON.stringify(row)}\n`)
      .join('')
  if (flags.format !== 'table' || flags.columns) {
    const { tabulate } = await import('./columns.ts')
    return tabulate(rows(), view.columns ?? {}, flags, voice)
  }
  const { cleanDeep } = await import('./clean.ts')
  await voice.prepare(value)
  const said = view.say(cleanDeep(value), voice)
  const lines = typeof said === 'string' ? said.replace(/\n$/, '').split('\n') : said
  if (said === '') return ''
  const fitting = voice.width === null || view.verbatim ? lines : shortened(lines, voice.width)
  return fitting.map((line) => `${line}\n`).join('')
}

/** Lines as wide as the terminal at most. */
function shortened(lines: readonly string[], width: number): string[] {
  return lines.flatMap((line) => line.split('\n')).flatMap((line) => continued(line, width))
}
