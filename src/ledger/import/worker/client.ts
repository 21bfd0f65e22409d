import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type FaultCode, type Faults, LedgerError } from '../../errors.ts'
import type { Column } from '../columns.ts'
import { dataRows } from '../data-rows.ts'
import type { Row } from '../file/csv.ts'
import type { SkipReason } from '../format/schema.ts'
import type { ImportPlan } from '../import-plan.ts'
import { type Notes, type ReadContext, RowFault, RowSkip, type StatedTotal } from '../outcome.ts'
import { decodeCustomer } from '../row/customer-transfer.ts'
import { decodePurchase } from '../row/purchase-transfer.ts'
import { totalsWatcher } from '../row/stated-totals.ts'
import type { InputRows } from './input-row.ts'
import { RowDecoder } from './transfer.ts'

/** What the other core is sent off with. */
export interface WorkerJob {
  readonly plan: ImportPlan
  readonly context: ReadContext
}

/** Rows as they come back from it, read. */
export interface RowBatch {
  readonly lines: Uint32Array
  /** Of the rows that can be taken, as `transfer.ts` writes them. */
  readonly values: string
  readonly faults: {
    at: number
    cells: readonly string[]
    code: FaultCode
    facts: Faults[FaultCode]
    field: Column | null
    value: string | null
  }[]
  readonly skips: { readonly at: number; readonly reason: SkipReason; readonly sum: number | null }[]
  readonly notes: (
    | readonly ['warn', ...Parameters<Notes['warn']>]
    | readonly ['blank', ...Parameters<Notes['blank']>]
    | readonly ['fee', ...Parameters<Notes['fee']>]
  )[]
}

type Message =
  | RowBatch
  | { readonly totals: readonly StatedTotal[] }
  | { readonly code: FaultCode; readonly facts: Faults[FaultCode] }
  | { readonly message: string }

/** So many batches may wait: memory does not grow with the file. */
const credit = 4
const program = fileURLToPath(new URL('./worker.cjs', import.meta.url))

/**
 * Whether another core reads the file: the built program has what that takes beside itself; run from the sources, this
 * thread reads.
 */
export function isReadElsewhere(plan: ImportPlan): boolean {
  return (plan.kind === 'customers' || plan.kind === 'purchases') && plan.table.about.large && existsSync(program)
}

/**
 * The rows of the list, read on another core where that pays: decoding, parsing, pinyin and every cell are half of an
 * import (measured). What the file states of itself is handed to `totals` when its last row has been read.
 */
export function readRows(
  { currency, region, today, timezone }: ReadContext,
  plan: ImportPlan,
  notes: Notes,
  totals: (found: readonly StatedTotal[]) => void,
): AsyncGenerator<InputRows> {
  const context = { currency, region, today, timezone }
  return isReadElsewhere(plan) ? fromWorker({ plan, context }, notes, totals) : onThisThread(context, plan, totals)
}

async function* onThisThread(
  context: ReadContext,
  plan: ImportPlan,
  totals: (found: readonly StatedTotal[]) => void,
): AsyncGenerator<readonly Row[]> {
  const watcher = totalsWatcher(context, plan)
  for await (const rows of dataRows(plan, watcher?.aside)) {
    if (watcher) for (const row of rows) watcher.see(row)
    yield rows
  }
  if (watcher) totals(watcher.read())
}

async function* fromWorker(
  job: WorkerJob,
  notes: Notes,
  totals: (found: readonly StatedTotal[]) => void,
): AsyncGenerator<InputRows> {
  // With 6 or 12 MB, 20,000 customers take an eighth longer, of the collector; with 48 they are no faster (measured).
  const worker = new Worker(program, { workerData: job, resourceLimits: { maxYoungGenerationSizeMb: 24 } })
  const unpack = job.plan.kind === 'customers' ? decodeCustomer(job.plan) : decodePurchase(job.plan)
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
      } else if ('totals' in message) {
        totals(message.totals)
        return
      } else if ('lines' in message) {
        worker.postMessage('more')
        for (const note of message.notes) {
          if (note[0] === 'warn') notes.warn(...(note.slice(1) as Parameters<Notes['warn']>))
          else if (note[0] === 'fee') notes.fee(...(note.slice(1) as Parameters<Notes['fee']>))
          else notes.blank(...(note.slice(1) as Parameters<Notes['blank']>))
        }
        yield rowsOf(message, unpack)
      } else if ('code' in message) throw new LedgerError(message.code, message.facts)
      else throw new Error(message.message)
    }
  } finally {
    await worker.terminate()
  }
}

/** The rows of a batch, made one at a time: a thousand at once would outlive the nursery. */
function rowsOf(
  { lines, values, faults, skips }: RowBatch,
  unpack: (line: number, packed: RowDecoder) => object,
): InputRows {
  return {
    length: lines.length,
    *[Symbol.iterator]() {
      const packed = new RowDecoder(values)
      let [fault, skip] = [0, 0]
      for (let at = 0; at < lines.length; at++) {
        const line = lines[at] as number
        if (skips[skip]?.at === at) {
          const { reason, sum } = skips[skip++] as RowBatch['skips'][number]
          yield { line, cells: null, fault: new RowSkip(reason, sum) }
        } else if (faults[fault]?.at === at) {
          const { code, facts, field, value, cells } = faults[fault++] as RowBatch['faults'][number]
          yield { line, cells, fault: new RowFault(code, facts, field, value) }
        } else yield { line, cells: null, read: unpack(line, packed) }
      }
    },
  }
}
