import type { Context } from './context.ts'
import { unlessRefused } from './refused.ts'

/** Asks until the answer can be read; what is wrong with one is said. Only when somebody is there to answer. */
export async function askUntil<Value extends {}>(
  context: Context,
  question: string,
  standing: string,
  read: (typed: string) => Promise<Value>,
): Promise<Value> {
  for (;;) {
    const typed = await context.terminal.ask(question, standing)
    const value = await unlessRefused(context, () => read(typed))
    if (value !== null) return value
  }
}
