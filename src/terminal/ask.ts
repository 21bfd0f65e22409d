import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import { LedgerError } from '../ledger/errors.ts'
import type { Words } from '../locales/en.ts'
import type { World } from '../world.ts'
import { cleanLine } from './clean.ts'

/** Yes or no; Return is no. */
export async function confirm(question: string, { terms }: Words, world: World): Promise<boolean> {
  const answer = await ask(`${question} [y/N] `, world)
  return /^(y|yes)$/i.test(answer) || answer === terms.yes
}

/** A text; Return takes what stands there already. */
export async function askText(question: string, standing: string, world: World): Promise<string> {
  return (await ask(`${question}${standing === '' ? '' : ` [${standing}]`} `, world)) || standing
}

/** One of a numbered few, as an index; Return is none. */
export async function choose(
  question: string,
  options: readonly string[],
  words: Words,
  world: World,
): Promise<number | null> {
  world.stderr.write(`${question}\n${options.map((option, at) => `  ${at + 1}  ${option}\n`).join('')}`)
  return chooseListed(words.chooseOne(options.length), options.length, world)
}

/** One of a numbered few that are on the screen already; what is none of their numbers is asked again. */
export async function chooseListed(question: string, most: number, world: World): Promise<number | null> {
  for (;;) {
    const typed = await ask(question, world)
    if (typed === '') return null
    const chosen = Number(typed)
    if (Number.isInteger(chosen) && chosen >= 1 && chosen <= most) return chosen - 1
  }
}

/** Lines that were there before they were asked for, pasted say: they answer the next questions. */
const typedAhead = new WeakMap<object, string[]>()

// Questions go to stderr: stdout is data, even on a terminal.
async function ask(question: string, world: World): Promise<string> {
  const ahead = typedAhead.get(world.stdin)?.shift()
  if (ahead !== undefined) {
    world.stderr.write(`${question}${cleanLine(ahead)}\n`)
    return ahead.normalize('NFKC').trim()
  }
  const line = createInterface({
    input: world.stdin as unknown as Readable,
    output: world.stderr as unknown as Writable,
    terminal: true,
  })
  const interrupted = new AbortController()
  line.once('SIGINT', () => interrupted.abort())
  line.once('close', () => interrupted.abort())
  line.on('line', (text) => typedAhead.set(world.stdin, [...(typedAhead.get(world.stdin) ?? []), text]))
  try {
    return (await line.question(question, { signal: interrupted.signal })).normalize('NFKC').trim()
  } catch (error) {
    if (interrupted.signal.aborted) throw new LedgerError('interrupted', {})
    throw error
  } finally {
    line.close()
  }
}
