import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { inNursery } from '../../book/v8-flags.ts'
import type { ImportKind } from '../columns.ts'
import type { TableAbout } from '../file/table-about.ts'
import type { WorkerJob, WorkerMessage } from './messages.ts'

const program = fileURLToPath(new URL('./worker.cjs', import.meta.url))

/**
 * Whether another core reads the rows of a file, which takes the built program; `kind` null is not known yet. Run from
 * the sources, this thread reads.
 */
export function isReadElsewhere(kind: ImportKind | null, { large }: TableAbout): boolean {
  return large && (kind === null || kind === 'customers' || kind === 'purchases') && existsSync(program)
}

/** One that has begun and waits for its job. */
let waiting: Promise<ReaderThread> | null = null

/**
 * Has the other core begin before it is known what its job is: up to its first row it takes as long as this one takes
 * to make out the columns. A command that ends without a job for it does not wait for it.
 */
export async function beginAhead(kind: ImportKind | null, about: TableAbout): Promise<void> {
  if (!isReadElsewhere(kind, about)) return
  waiting ??= begin(about)
  // Why it could not begin is heard by who sends it off.
  await waiting.catch(() => {})
}

/** There is no job for it after all. */
export async function endWaiting(): Promise<void> {
  const thread = waiting?.catch(() => null)
  waiting = null
  await (await thread)?.end()
}

/** The thread on which `worker.ts` runs: the one that waits, or a new one. */
export async function takeThread(about: TableAbout): Promise<ReaderThread> {
  const thread = waiting ?? begin(about)
  waiting = null
  return thread
}

/**
 * With the small one 200,000 customers of a text file take 7 % longer; those of a workbook, which is unpacked beside
 * them, 8 MB less and no longer (measured).
 */
async function begin({ encoding }: TableAbout): Promise<ReaderThread> {
  return new ReaderThread(
    await inNursery(
      encoding === 'xlsx' ? 'smallNursery' : 'nursery',
      (maxYoungGenerationSizeMb) => new Worker(program, { resourceLimits: { maxYoungGenerationSizeMb } }),
      (worker) => once(worker, 'online'),
    ),
  )
}

class ReaderThread {
  private readonly worker: Worker
  private readonly arrived: WorkerMessage[] = []
  private broken: unknown = null
  private wake = () => {}

  constructor(worker: Worker) {
    this.worker = worker
    worker.on('message', (message: WorkerMessage) => {
      this.arrived.push(message)
      this.wake()
    })
    worker.on('error', (error) => this.breakOff(error))
    worker.on('exit', () => this.breakOff(new Error('the thread that reads has ended')))
    // After the listeners, of which one would keep the program from ending.
    worker.unref()
  }

  private breakOff(error: unknown): void {
    this.broken ??= error
    this.wake()
  }

  /** From then on the program does not end before it. */
  send(message: WorkerJob | 'more'): void {
    this.worker.postMessage(message)
    this.worker.ref()
  }

  /** The next message, when it has come. Throws what the thread has ended of. */
  async next(): Promise<WorkerMessage> {
    for (;;) {
      const message = this.arrived.shift()
      if (message !== undefined) return message
      if (this.broken) throw this.broken
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }
}
