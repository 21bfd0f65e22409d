import { once } from 'node:events'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import { beginToRead } from '../begin-to-read.ts'
import type { ReaderAnswer, ReaderQuestion } from './client.ts'

/** Rows at a time: messages of megabytes leave holes in memory, 10,000 rows at once took 25 MB more (measured). */
const runLength = 500

/** So many runs may wait for who reads them: memory does not grow with the ledger. */
const ahead = 6

/** The other end of `client.ts`: answers its question, some rows at a time. */
async function answer({ path, timeout, sql, parameters }: ReaderQuestion, port: MessagePort): Promise<void> {
  const say = (answer: ReaderAnswer) => port.postMessage(answer)
  let credit = ahead
  port.on('message', () => credit++)
  try {
    const sqlite = new Database(path, { timeout, fileMustExist: true })
    beginToRead(sqlite)
    let rows: unknown[] = []
    for (const row of sqlite.prepare(sql).iterate(...parameters)) {
      if (rows.push(row) < runLength) continue
      say({ rows, isLast: false })
      rows = []
      for (credit--; credit === 0; ) await once(port, 'message')
    }
    say({ rows, isLast: true })
  } catch (error) {
    const { code, message } = error as InstanceType<typeof Database.SqliteError>
    say({ code, message })
  }
}

if (parentPort) void answer(workerData as ReaderQuestion, parentPort)
