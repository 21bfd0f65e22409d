import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { LedgerError } from '../ledger/errors.ts'
import { inspect, textOf } from '../ledger/import/file/encoding.ts'
import { spool } from '../ledger/import/file/spool.ts'
import { escapeControls } from '../terminal/clean.ts'
import type { World } from '../world.ts'
import type { Context } from './context.ts'
import { explain } from './failure.ts'

/** Megabytes of lines, which are kept in memory: some half a million sales. */
const mostOfLines = 16

export interface StdinLine {
  /** From 1, as an editor counts. */
  readonly number: number
  readonly text: string
}

/**
 * The lines of standard input where it is a pipe, in whatever encoding it comes: spooled, since it is looked through
 * before it is read.
 */
export async function readPipedLines({ world, book }: Pick<Context, 'world' | 'book'>): Promise<StdinLine[]> {
  const spooled = await spool(world.stdin, world.folders.temporary, mostOfLines)
  try {
    const pieces: Buffer[] = []
    for await (const piece of textOf(await inspect(spooled.path, '-', null, book.region))) pieces.push(piece)
    const lines = Buffer.concat(pieces)
      .toString('utf8')
      .split(/\r\n|\n|\r/)
    return lines.map((text, at) => ({ number: at + 1, text })).filter(({ text }) => text.trim() !== '')
  } finally {
    spooled.drop()
  }
}

/**
 * The lines somebody at a terminal types, each asked for, the first with the long prompt; an empty one ends, and so
 * does Ctrl-C, which is told. What was pasted beyond a line stays in `waiting` until its turn.
 */
export async function* askLines(
  { world }: Pick<Context, 'world'>,
  prompts: readonly [first: string, next: string],
  interrupt: () => void,
  waiting: string[],
): AsyncGenerator<StdinLine> {
  let number = 0
  for await (const text of asked(world, prompts, interrupt, waiting)) yield { number: ++number, text }
}

// One interface a line: a question in between (which of two customers?) needs the keyboard for itself.
async function* asked(
  world: World,
  [first, next]: readonly [string, string],
  interrupt: () => void,
  waiting: string[],
): AsyncGenerator<string> {
  let prompt = first
  let ended = false
  while (true) {
    if (waiting.length === 0 && !ended) {
      const input = createInterface({
        input: world.stdin as unknown as Readable,
        output: world.stderr as unknown as Writable,
        prompt,
        terminal: true,
      })
      let closing = false
      await new Promise<void>((resolve) => {
        input.on('line', (line) => {
          waiting.push(line)
          setImmediate(resolve)
        })
        input.on('SIGINT', () => {
          interrupt()
          input.close()
        })
        input.on('close', () => {
          ended ||= !closing
          resolve()
        })
        input.prompt()
      })
      closing = true
      input.close()
    }
    prompt = next
    const line = waiting.shift()
    // Ctrl-C and Ctrl-D leave the cursor behind the prompt.
    if (line === undefined) world.stderr.write('\n')
    if (line === undefined || line.trim() === '') return
    yield line
  }
}

/**
 * Does what one line asks. Where the ledger says no, that is said on stderr with the line's number, and the others go
 * on; false then.
 */
export async function attempt(
  { terminal, flags, words, world }: Pick<Context, 'terminal' | 'flags' | 'words' | 'world'>,
  number: number,
  work: () => Promise<void>,
): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof LedgerError) || error.code.startsWith('file.')) throw error
    const { code, said, facts } = await explain(error, terminal.voice, {
      path: flags.db,
      temporary: world.folders.temporary,
    })
    const json = flags.format === 'json' || flags.format === 'jsonl'
    terminal.warn(
      json
        ? escapeControls(
            JSON.stringify({
              error: {
                code,
                message: said.message,
                hint: said.hint ?? null,
                facts: { line: number, ...(facts as object) },
              },
            }),
          )
        : [words.entry.till.line(number, said.message), said.hint ? `  ${said.hint}` : ''].filter(Boolean).join('\n'),
    )
    return false
  }
}
