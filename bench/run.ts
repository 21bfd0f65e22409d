import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** What a run took in milliseconds: by the clock and, where the system tells, by the processor, all its threads. */
export interface Took {
  readonly wall: number
  readonly cpu: number | null
}

/** Runs Node, or another program, with these words, one run at a time. Throws where it ends with anything but 0. */
export async function run(name: string, args: readonly string[], program = process.execPath): Promise<Took> {
  const begun = performance.now()
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  child.stderr.on('data', (text) => {
    said += text
  })
  child.stdout.resume()
  const status = await new Promise<number | null>((resolve) => {
    child.on('exit', resolve)
  })
  const took = { wall: performance.now() - begun, cpu: spentByChildren() }
  if (status !== 0) throw new Error(`${name}: exit ${status}: ${said}`)
  return took
}

let spent = 0

/** What the children that have ended since the last look spent: Linux counts it, in hundredths of a second. */
export function spentByChildren(): number | null {
  try {
    const fields = readFileSync('/proc/self/stat', 'latin1')
      .replace(/^.*\) /, '')
      .split(' ')
    const before = spent
    spent = (Number(fields[13]) + Number(fields[14])) * 10
    return spent - before
  } catch {
    return null
  }
}
