import { createInterface } from 'node:readline/promises'
import type { Readable, Writable } from 'node:stream'
import { LedgerError } from '../ledger/errors.ts'
import type { Words } from '../locales/en.ts'
import type { World } from '../world.ts'
import { cleanLine } from './clean.ts'
import { continued } from './width.ts'

/** Yes or no; Return is no. */
export async function confirm(question: string, { terms }: Words, world: World): Promise<boolean> {
  const answer = (await ask(fitting(`${question} [y/N]`, world), world)).normalize('NFKC')
  return /^(y|yes)$/i.test(answer) || answer === terms.yes
}

/** A text as it was typed, full-width signs and all; Return takes what stands there already. */
export async function askText(question: string, standing: string, world: World): Promise<string> {
  return (await ask(fitting(`${question}${standing === '' ? '' : ` [${standing}]`}`, world), world)) || standing
}

/** One of a numbered few, as an index; Return is none. */
export async function choose(
  question: string,
  options: readonly string[],
  words: Words,
  world: World,
): Promise<number | null> {
  world.stderr.write(`${question}\n${options.map((option, at) => `  ${at + 1}  ${option}\n`).join('')}`)
  return chooseListed(words.chooseOne(options.length), options, words, world)
}

/**
 * One of a numbered few that are on the screen already, by its number or as it stands there; what is neither is asked
 * again.
 */
export async function chooseListed(
  question: string,
  options: readonly string[],
  words: Words,
  world: World,
): Promise<number | null> {
  for (;;) {
    const typed = (await ask(question, world)).normalize('NFKC')
    if (typed === '') return null
    const chosen = Number(typed)
    if (Number.isInteger(chosen) && chosen >= 1 && chosen <= options.length) return chosen - 1
    const named = options.findIndex((option) => option.normalize('NFKC').toLowerCase() === typed.toLowerCase())
    if (named >= 0) return named
    world.stderr.write(`${words.noChoice(options.length)}\n`)
  }
}

/** A question no wider than the terminal, with a blank for the answer: its mark never stands on a line alone. */
function fitting(question: string, { stderr }: World): string {
  const room = (stderr.columns || 80) - 2
  return `${question
    .split('\n')
    .flatMap((line) => continued(line, room))
    .join('\n')} `
}

/** What was typed before it was asked for, pasted say: it answers the next questions. */
const typedAhead = new WeakMap<object, string>()

// Questions go to stderr: stdout is data, even on a terminal.
async function ask(question: string, world: World): Promise<string> {
  const ahead = typedAhead.get(world.stdin) ?? ''
  const end = ahead.search(lineEnd)
  if (end >= 0) {
    typedAhead.set(world.stdin, ahead.slice(end).replace(lineEnd, ''))
    const answer = ahead.slice(0, end)
    world.stderr.write(`${question}${cleanLine(answer)}\n`)
    return answer.trim()
  }
  // Nobody is there any more: of what has ended no end is told again, and it would be waited for.
  if ((world.stdin as Partial<Readable>).readableEnded) throw new LedgerError('interrupted', {})
  const line = createInterface({
    input: world.stdin as unknown as Readable,
    output: world.stderr as unknown as Writable,
    terminal: true,
  })
  const interrupted = new AbortController()
  line.once('SIGINT', () => interrupted.abort())
  line.once('close', () => interrupted.abort())
  const more: string[] = []
  line.on('line', (text) => more.push(`${text}\n`))
  try {
    const answer = line.question(question, { signal: interrupted.signal })
    line.write(ahead)
    return (await answer).trim()
  } catch (error) {
    if (interrupted.signal.aborted) throw new LedgerError('interrupted', {})
    throw error
  } finally {
    typedAhead.set(world.stdin, more.join('') + line.line)
    line.close()
  }
}

const lineEnd = /\r\n|\n|\r/
/** An arrow is one key though it is sent as several characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal sends arrows behind one
const oneKey = /\u001b(?:\[[0-9;]*[A-Za-z~]|O.)|[\s\S]/u
const endOfInput = '\u0004'

/** One key, without Return; what it stands for on a full-width keyboard. Throws interrupted on Ctrl-C. */
export async function askKey(question: string, world: World): Promise<string> {
  world.stderr.write(question)
  const ahead = typedAhead.get(world.stdin) || (await nextTyped(world.stdin as unknown as Readable & Raw))
  const key = oneKey.exec(ahead)?.[0] ?? endOfInput
  typedAhead.set(world.stdin, ahead.slice(key.length))
  world.stderr.write('\n')
  if (key === '\u0003') throw new LedgerError('interrupted', {})
  return key.normalize('NFKC')
}

interface Raw {
  setRawMode?(raw: boolean): unknown
}

/** What is typed next, without waiting for Return; empty when the keyboard is gone. */
async function nextTyped(keyboard: Readable & Raw): Promise<string> {
  keyboard.setRawMode?.(true)
  try {
    return await new Promise((resolve, reject) => {
      const done = (typed: string) => {
        keyboard.off('data', hear).off('end', fall).off('error', reject).pause()
        resolve(typed)
      }
      const hear = (typed: Buffer | string) => done(typed.toString())
      const fall = () => done('')
      if (keyboard.readableEnded) return fall()
      keyboard.once('data', hear).once('end', fall).once('error', reject).resume()
    })
  } finally {
    keyboard.setRawMode?.(false)
  }
}
