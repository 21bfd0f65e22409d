import type { Readable, Writable } from 'node:stream'
import { confirm as clackConfirm, isCancel, select } from '@clack/prompts'
import type { World } from '../context.ts'
import type { Words } from '../locales/en.ts'

// Questions go to stderr: stdout is data, even on a terminal.
const streams = (world: World) => ({ input: world.stdin as unknown as Readable, output: world.stderr as unknown as Writable })

export async function confirm(question: string, words: Words, world: World): Promise<boolean> {
  const answer = await clackConfirm({ message: question, active: words.terms.yes, inactive: words.terms.no, initialValue: false, ...streams(world) })
  return answer === true
}

export async function choose(question: string, options: readonly string[], world: World): Promise<number | null> {
  const answer = await select({ message: question, options: options.map((label, value) => ({ label, value })), ...streams(world) })
  return isCancel(answer) ? null : answer
}
