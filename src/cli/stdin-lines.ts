import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import { LedgerError } from '../ledger/errors.ts'
import { escapeControls } from '../terminal/clean.ts'
import type { World } from '../world.ts'
import type { Context } from './context.ts'
import { explain } from './failure.ts'

export interface StdinLine {
  /** From 1, as an editor counts. */
  readonly number: number
  readonly text: string
}

/** The lines of stdin, without their ends. On a terminal each is asked for with the prompt, and an empty one ends; so does Ctrl-C, which is told. */
export async function* readLines({ world, terminal }: Pick<Context, 'world' | 'terminal'>, prompt: string, interrupt: () => void): AsyncGenerator<StdinLine> {
  let number = 0
  for await (const text of terminal.interactive ? asked(world, prompt, interrupt) : piped(world)) yield { number: ++number, text }
}

async function* piped({ stdin }: World): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let begun = ''
  for await (const chunk of stdin) {
    const parts = (begun + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))).split(/\r\n|\n|\r(?!$)/)
    begun = parts.pop() ?? ''
    yield* parts
  }
  if (begun.trim() !== '') yield begun.replace(/\r$/, '')
}

// One interface a line: a question in between (which of two customers?) needs the keyboard for itself. What was pasted beyond a line waits.
async function* asked(world: World, prompt: string, interrupt: () => void): AsyncGenerator<string> {
  const waiting: string[] = []
  let ended = false
  while (true) {
    if (waiting.length === 0 && !ended) {
      const input = createInterface({ input: world.stdin as unknown as Readable, output: world.stderr as unknown as Writable, prompt, terminal: true })
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
    const next = waiting.shift()
    // Ctrl-C and Ctrl-D leave the cursor behind the prompt.
    if (next === undefined) world.stderr.write('\n')
    if (next === undefined || next.trim() === '') return
    yield next
  }
}

/** Does what one line asks. Where the ledger says no, that is said on stderr with the line's number, and the others go on; false then. */
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
    const { code, said, facts } = await explain(error, terminal.voice, { path: flags.db, temporary: world.folders.temporary })
    const json = flags.format === 'json' || flags.format === 'jsonl'
    terminal.warn(
      json
        ? escapeControls(JSON.stringify({ error: { code, message: said.message, hint: said.hint ?? null, facts: { line: number, ...(facts as object) } } }))
        : [words.entry.till.line(number, said.message), said.hint ? `  ${said.hint}` : ''].filter(Boolean).join('\n'),
    )
    return false
  }
}
