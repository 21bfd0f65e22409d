import { progressOn } from '../terminal/progress.ts'
import type { Context } from './context.ts'

/** Imports so many rows, and says meanwhile how far it is; that nothing of it stays, where it is stopped midway. */
export async function withProgress<Value>(
  { world, flags, terminal, words }: Context,
  rows: number,
  work: (progress: (done: number) => void) => Promise<Value>,
): Promise<Value> {
  const { progress: saySoFar, progressTo: sayLeft } = words.importing
  const progress = await progressOn(world, rows, flags.quiet, (done, rate, left) =>
    left === null ? saySoFar(done, rate) : sayLeft(done, rate, left),
  )
  const callOff = world.atExit?.(() => {
    progress.end()
    terminal.tell(words.importing.interrupted)
  })
  try {
    return await work(progress.to)
  } finally {
    callOff?.()
    progress.end()
  }
}
