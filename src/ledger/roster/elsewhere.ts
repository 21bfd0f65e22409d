import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Spelling } from '../customer/spelling.ts'
import { type FaultCode, type Faults, LedgerError } from '../errors.ts'
import { type Roster, rosterRows } from './plan.ts'
import type { Row } from './read.ts'

/** Rows as they cross from one thread to another: flat, because a thousand small objects cost more than the file's reading saves. */
export interface Packed {
  readonly lines: Uint32Array
  readonly widths: Uint16Array
  readonly cells: string[]
  /** Of customers: name_key, pinyin and initials, three a row. */
  readonly spelled: string[]
}

type Message = Packed | null | { readonly code: FaultCode; readonly facts: Faults[FaultCode] } | { readonly message: string }

/** So many batches may wait: memory does not grow with the file. */
const credit = 4
/** A thread takes as long to start as a file of this size to read. */
const worthIt = 4_000_000
const program = fileURLToPath(new URL('./reading.cjs', import.meta.url))

/** Whether a file is worth what large ones are taken with. */
export function isLarge({ table }: Roster): boolean {
  return table.form === 'text' && table.source.size >= worthIt
}

/** Whether another core reads the file: the built program has what that takes beside itself; run from the sources, this thread reads. */
export function isReadElsewhere(roster: Roster): boolean {
  return roster.kind !== 'contacts' && isLarge(roster) && existsSync(program)
}

/** The roster's rows, read on another core where that pays (a quarter of an import is decoding, parsing and pinyin, measured). */
export function rowsElsewhere(roster: Roster): AsyncGenerator<readonly Row[]> {
  return isReadElsewhere(roster) ? fromWorker(roster) : rosterRows(roster)
}

async function* fromWorker(roster: Roster): AsyncGenerator<readonly Row[]> {
  const worker = new Worker(program, { workerData: roster, resourceLimits: { maxYoungGenerationSizeMb: 3 } })
  const arrived: Message[] = []
  let broken: unknown = null
  let wake = () => {}
  worker.on('message', (message: Message) => {
    arrived.push(message)
    wake()
  })
  worker.on('error', (error) => {
    broken = error
    wake()
  })
  try {
    for (let batch = 0; batch < credit; batch++) worker.postMessage('more')
    for (;;) {
      if (broken) throw broken
      const message = arrived.shift()
      if (message === undefined) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      } else if (message === null) return
      else if ('lines' in message) {
        worker.postMessage('more')
        yield unpacked(message)
      } else if ('code' in message) throw new LedgerError(message.code, message.facts)
      else throw new Error(message.message)
    }
  } finally {
    await worker.terminate()
  }
}

function unpacked({ lines, widths, cells, spelled }: Packed): Row[] {
  const rows: Row[] = []
  let from = 0
  for (let at = 0; at < lines.length; at++) {
    const to = from + (widths[at] ?? 0)
    const row = { line: lines[at] ?? 0, cells: cells.slice(from, to) }
    rows.push(spelled.length === 0 ? row : { ...row, spelling: spellingAt(spelled, at) })
    from = to
  }
  return rows
}

function spellingAt(spelled: readonly string[], row: number): Spelling {
  const [name_key = '', pinyin = '', initials = ''] = spelled.slice(row * 3, row * 3 + 3)
  return { name_key, pinyin, initials }
}
