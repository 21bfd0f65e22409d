import { LedgerError } from '../ledger/errors.ts'
import type { Words } from '../locales/en.ts'
import type { Output, World } from '../world.ts'
import { clean, cleanDeep, cleanLine, cleanSheet, escapeControls } from './clean.ts'
import { type LoadGuard, picked, refuseUnknown, tabulate } from './columns.ts'
import { masked, maskedText } from './mask.ts'
import type { OutputOptions } from './output-options.ts'
import { writePaged } from './pager.ts'
import { inPieces, pagesInPieces, rowWriter, thousands } from './row-writer.ts'
import type { RowsInWords, Screen } from './screen.ts'
import { PagedTable } from './table.ts'
import type { Voice } from './voice.ts'
import { continued } from './width.ts'
import { writePieces } from './write-pieces.ts'

export interface Terminal {
  /**
   * Prints a value on stdout, as --format asks, and beside it what its screen has to tell. Where it is of a change, the
   * last line says how to take that back. `foretells`: what would happen, shown before it is asked for; --quiet does
   * not keep it back.
   */
  show<Value, Row = Value extends readonly (infer One)[] ? One : Value>(
    value: Value,
    screen: Screen<Value, Row>,
    foretells?: boolean,
  ): Promise<void>
  /**
   * Prints rows as they are read, page by page, some at least: without them all in memory, and of each no more than is
   * shown. False, and nothing is read, where they are needed together: by some formats, and by --mask, which hides
   * every name everywhere.
   */
  showPages<Row extends { readonly id: number }>(
    pages: (columns?: readonly (keyof Row & string)[]) => AsyncIterable<readonly Row[]>,
    screen: Pick<Screen<unknown, Row>, 'columns' | 'id'>,
    inWords: (voice: Voice) => RowsInWords<Row>,
  ): Promise<boolean>
  /** A message for people on stderr; --quiet keeps it back. */
  tell(text: string): void
  /** A warning on stderr, --quiet or not. */
  warn(text: string): void
  /** Whether somebody is there to answer. */
  readonly interactive: boolean
  readonly quiet: boolean
  /** Yes or no; `--yes` answers yes. Only when interactive. */
  confirm(question: string): Promise<boolean>
  /** A text, with what stands unless another is typed. Only when interactive. */
  ask(question: string, standing: string): Promise<string>
  /** One key, without Return. Only when interactive. */
  key(question: string): Promise<string>
  /** Which of these, or null. Only when interactive. */
  choose(question: string, options: readonly string[]): Promise<number | null>
  /** Which of those that were listed already, or null. Only when interactive. */
  chooseListed(question: string, options: readonly string[]): Promise<number | null>
  readonly voice: Voice
  /** The value as it may be shown: with --mask without phones and surnames. */
  hide<Value>(value: Value): Value
}

interface Speakers {
  words(): Words
  voice(): Voice
  readonly guard: LoadGuard
  /** A text for people, with commands in it that can be pasted as they stand. */
  pasted(text: string): string
}

export function makeTerminal(
  world: World,
  flags: OutputOptions,
  { words, voice, guard, pasted }: Speakers,
  confirms = false,
): Terminal {
  const silent = confirms && flags.quiet && !flags.dryRun && isForPeople(flags)
  const hide = <Value>(value: Value) => (flags.mask ? masked(value) : value)
  const said = (text: string) => pasted(flags.mask ? maskedText(text) : text)
  /** Prints the value; returns what to type next where that does not go with it. */
  async function print<Value, Row>(value: Value, screen: Screen<Value, Row>): Promise<readonly string[]> {
    const prepared = async () => {
      await voice().prepare(value)
      return voice()
    }
    const data = screen.data ? await screen.data(value, prepared) : value
    const told = flags.dryRun && confirms ? markedDry(data) : data
    const speakers = { voice: voice(), guard, confirms, pasted }
    const { rendered, next } = isForPeople(flags)
      ? await inWords(value, told, screen, flags, speakers)
      : { rendered: await inFormat(value, told, screen, flags, speakers), next: [] }
    await write(rendered, (text) => shownOn(world.stdout, flags, screen.verbatim === true, text))
    return next
  }
  async function write(rendered: Iterable<string>, shown: (text: string) => string): Promise<void> {
    if (!world.stdout.isTTY || confirms) return writePieces(world.stdout, rendered, shown)
    const text = shown([...rendered].join(''))
    if (text !== '') writePaged(world, text)
  }
  return {
    get interactive() {
      return flags.input && Boolean(world.stdin.isTTY && world.stderr.isTTY)
    },
    quiet: flags.quiet,
    get voice() {
      return voice()
    },
    hide,
    async show(shown, screen, foretells = false) {
      const value = hide(shown)
      const next = !silent || foretells ? await print(value, screen) : []
      if (screen.warnings || (screen.aside && !flags.quiet)) {
        const harmless = cleanDeep(value)
        for (const line of screen.warnings?.(harmless, voice()) ?? []) this.warn(line)
        for (const line of (!flags.quiet && screen.aside?.(harmless, voice())) || []) this.tell(line)
      }
      for (const line of next) this.tell(line)
    },
    async showPages(pages, screen, inWords) {
      if (flags.mask) return false
      if (isForPeople(flags)) {
        const speakers = { voice: voice(), pasted }
        const { rendered, next } = await pagesInWords(pages, inWords(voice()), flags, speakers)
        await write(rendered, (text) => text)
        for (const line of next) this.tell(line)
        return true
      }
      if (world.stdout.isTTY) return false
      const writer = await rowWriter(screen, flags, guard)
      if (writer) await writePieces(world.stdout, pagesInPieces(pages(shownColumns(flags)), writer), clean)
      return writer !== null
    },
    tell(text) {
      if (!flags.quiet) world.stderr.write(asideOn(world.stderr, said(text)))
    },
    warn(text) {
      world.stderr.write(asideOn(world.stderr, said(text)))
    },
    async confirm(question) {
      if (flags.yes) return true
      const { confirm } = await import('./ask.ts')
      return confirm(clean(said(question)), words(), world)
    },
    async ask(question, standing) {
      const { askText } = await import('./ask.ts')
      return askText(question, standing, world)
    },
    async key(question) {
      const { askKey } = await import('./ask.ts')
      return askKey(clean(question), world)
    },
    async choose(question, options) {
      const { choose } = await import('./ask.ts')
      return choose(clean(question), options.map(cleanLine), words(), world)
    },
    async chooseListed(question, options) {
      const { chooseListed } = await import('./ask.ts')
      return chooseListed(cleanLine(question), options, words(), world)
    },
  }
}

/** What is for other programs is theirs as it is; on a terminal it must be harmless too. */
function shownOn({ isTTY }: Output, { format, columns }: OutputOptions, verbatim: boolean, text: string): string {
  if (!isTTY) return text
  if (format === 'json' || format === 'jsonl') return escapeControls(text)
  return format === 'table' && !columns && !verbatim ? text : cleanSheet(text)
}

/** What is said beside the data, no wider than the terminal it is said on. */
export function asideOn({ isTTY, columns }: Output, text: string): string {
  const lines = clean(text).split('\n')
  return (isTTY ? lines.flatMap((line) => continued(line, columns || 80)) : lines).map((line) => `${line}\n`).join('')
}

type Rendering = Pick<Speakers, 'guard' | 'pasted'> & { readonly voice: Voice; readonly confirms: boolean }

/** The value for other programs, or what of it was asked for, a piece of text after another. */
async function inFormat<Value, Row>(
  value: Value,
  data: unknown,
  screen: Screen<Value, Row>,
  flags: OutputOptions,
  { voice, guard }: Rendering,
): Promise<Iterable<string>> {
  const all = () => screen.rows?.(value, flags.format) ?? ((Array.isArray(data) ? data : [data]) as readonly Row[])
  const writer = await rowWriter(screen, flags, guard)
  if (!writer) return [await tabulate(all(), screen.columns ?? {}, flags, voice, screen)]
  if (flags.format !== 'json' || flags.ids) return inPieces(all(), writer)
  if (!flags.columns) return isLong(data) ? inPieces(data as readonly Row[], writer) : [asJson(data)]
  const rows = all()
  if (isLong(rows)) return inPieces(rows, writer)
  const kept = picked(rows, flags.columns)
  // One thing stays one thing, as without --columns.
  const isOne = !Array.isArray(data) && (!screen.rows || (rows.length === 1 && rows[0] === data))
  return [asJson(isOne ? kept[0] : kept)]
}

const asJson = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

const isLong = (value: unknown) => Array.isArray(value) && value.length > 1000

/** The value as people read it; what to type next is apart where the lines do not go to a terminal. */
async function inWords<Value, Row>(
  value: Value,
  data: unknown,
  screen: Screen<Value, Row>,
  flags: OutputOptions,
  { voice, confirms, pasted }: Rendering,
): Promise<{ readonly rendered: Iterable<string>; readonly next: readonly string[] }> {
  await voice.prepare(value)
  const harmless = screen.verbatim ? value : cleanDeep(value)
  const said = screen.lines(harmless, voice)
  const next = flags.quiet ? [] : (screen.next?.(harmless, voice) ?? [])
  const lines = typeof said === 'string' ? (said === '' ? [] : said.replace(/\n$/, '').split('\n')) : said
  const change = screen.tellsUndo ? null : changeOf(data)
  const [first = '', ...rest] = lines
  const meant =
    flags.dryRun && confirms && !screen.saysWould && first !== '' ? [voice.words.would(first), ...rest] : lines
  const together = voice.width === null ? meant : [...meant, ...next]
  const all = change === null ? together : [...together, voice.words.undoHint(change)]
  const told = screen.verbatim ? (line: string) => [line] : (line: string) => fitted(pasted(line), voice)
  return { rendered: linesInPieces([all], told), next: voice.width === null ? next : [] }
}

/** Lines as they are told, some a piece: a report has 200,000 of them. */
function linesInPieces(parts: readonly Iterable<string>[], told: (line: string) => readonly string[]) {
  const lines = function* () {
    for (const part of parts) for (const line of part) for (const one of told(line)) yield `${one}\n`
  }
  return thousands(lines())
}

/** Rows as people read them, of which no more is kept than their cells. */
async function pagesInWords<Row>(
  pages: (columns: readonly (keyof Row & string)[]) => AsyncIterable<readonly Row[]>,
  { needs, heads, cells, below, next: nextOf }: RowsInWords<Row>,
  { quiet }: OutputOptions,
  { voice, pasted }: Pick<Rendering, 'voice' | 'pasted'>,
): Promise<{ readonly rendered: Iterable<string>; readonly next: readonly string[] }> {
  const table = new PagedTable(heads, voice)
  let count = 0
  let next: readonly string[] = []
  for await (const page of pages(needs)) {
    await voice.prepare(page)
    const rows = cleanDeep(page)
    const [first] = rows
    if (count === 0 && first !== undefined && !quiet) next = nextOf(first)
    table.add(rows.map(cells))
    count += rows.length
  }
  const last = [...below(count), ...(voice.width === null ? [] : next)]
  const told = (line: string) => fitted(pasted(line), voice)
  return { rendered: linesInPieces([table.lines(), last], told), next: voice.width === null ? next : [] }
}

/** Those of a row that are shown, of every screen its own: others were refused. All without any. */
function shownColumns({ ids, columns }: OutputOptions): readonly never[] | undefined {
  return (ids ? ['id'] : (columns ?? undefined)) as readonly never[] | undefined
}

/** Whether nothing but the words of a screen was asked for. */
function isForPeople({ format, columns, ids }: OutputOptions): boolean {
  return format === 'table' && !columns && !ids
}

/** A dry run says so to scripts as well. */
function markedDry(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(markedDry)
  return typeof data === 'object' && data !== null ? { ...data, dryRun: true } : data
}

/** The number of the change a value is of; null where nothing was changed. */
function changeOf(data: unknown): number | null {
  const one = (Array.isArray(data) ? data[0] : data) as { readonly change?: unknown } | null | undefined
  return typeof one?.change === 'number' ? one.change : null
}

/** Refuses columns, ids and tables for other programs that a screen has not, before anything is done. */
export function refuseUnshown(
  { columns, id }: Screen<unknown, unknown>,
  options: OutputOptions,
  command: string,
): void {
  const { format } = options
  if (options.ids && !id) throw new LedgerError('usage.no-ids', { command })
  if (options.columns) refuseUnknown(options.columns, columns ?? {})
  if (!columns && !options.ids && (format === 'csv' || format === 'tsv' || format === 'md'))
    throw new LedgerError('usage.bad-choice', { asked: format, what: 'format', choices: ['table', 'json', 'jsonl'] })
}

/** A line as wide as the terminal at most. */
function fitted(line: string, { width }: Voice): readonly string[] {
  return width === null ? [line] : line.split('\n').flatMap((one) => continued(one, width))
}
