import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { inLargeNursery } from '../../book/v8-flags.ts'
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
let waiting: ReaderThread | null = null

/**
 * Has the other core begin before it is known what its job is: up to its first row it takes as long as this one takes
 * to make out the columns. A command that ends without a job for it does not wait for it.
 */
export async function beginAhead(kind: ImportKind | null, about: TableAbout): Promise<void> {
  if (isReadElsewhere(kind, about)) waiting ??= await begin()
}

/** The thread on which `worker.ts` runs, sent off with a job. */
export async function sendOff(job: WorkerJob): Promise<ReaderThread> {
  const thread = waiting ?? (await begin())
  waiting = null
  thread.send(job)
  return thread
}

// With 6 or 12 MB 20,000 customers take an eighth longer, of the collector; with 48 they are no faster (measured).
const nursery = { maxYoungGenerationSizeMb: 24 }

async function begin(): Promise<ReaderThread> {
  const worker = await inLargeNursery(
    () => new Worker(program, { resourceLimits: nursery }),
    (worker) => once(worker, 'online'),
  )
  return new ReaderThread(worker)
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
    worker.on('error', (error) => {
      this.broken = error
      this.wake()
    })
    // After the listeners, of which one would keep the program from ending.
    worker.unref()
  }

  /** From then on the program does not end before it. */
  send(message: WorkerJob | 'more'): void {
    this.worker.ref()
    this.worker.postMessage(message)
  }

  /** The next message, when it has come. Throws what the thread has ended of. */
  async next(): Promise<WorkerMessage> {
    for (;;) {
      if (this.broken) throw this.broken
      const message = this.arrived.shift()
      if (message !== undefined) return message
      await new Promise<void>((resolve) => {
        this.wake = resolve
      })
    }
  }

  async end(): Promise<void> {
    await this.worker.terminate()
  }
}
