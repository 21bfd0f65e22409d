import { on } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import Database from 'better-sqlite3'

/** What a thread is sent off with. */
export interface ReaderQuestion {
  /** The whole name of the ledger file, and how long to wait for who has it locked. */
  readonly path: string
  readonly timeout: number
  readonly sql: string
  readonly parameters: readonly unknown[]
}

export type ReaderAnswer =
  | { readonly rows: unknown[]; readonly isLast: boolean }
  | { readonly code: string; readonly message: string }

/** A piece of the built program; run from the sources, its source. */
const program = ['./reader.cjs', './reader.ts']
  .map((name) => fileURLToPath(new URL(name, import.meta.url)))
  .find((path) => existsSync(path)) as string

/** Threads that read a ledger file, each with a connection of its own and for one question: who waits has no memory. */
export class Readers {
  private readonly reading = new Set<Worker>()

  async *ask<Row>(question: ReaderQuestion): AsyncGenerator<Row[]> {
    const worker = new Worker(program, { workerData: question, resourceLimits: { maxYoungGenerationSizeMb: 2 } })
    this.reading.add(worker)
    try {
      for await (const [answer] of on(worker, 'message', { close: ['exit'] }) as AsyncIterable<[ReaderAnswer]>) {
        if ('code' in answer) throw new Database.SqliteError(answer.message, answer.code)
        worker.postMessage('more')
        yield answer.rows as Row[]
        if (answer.isLast) return
      }
      throw new Error('a thread that read the ledger ended before its answer')
    } finally {
      this.reading.delete(worker)
      await worker.terminate()
    }
  }

  async end(): Promise<void> {
    await Promise.all([...this.reading].map((worker) => worker.terminate()))
  }
}
