import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { type FaultCode, type Faults, LedgerError } from '../../errors.ts'
import type { Column } from '../columns.ts'
import { type Notes, type ReadContext, RowFault } from '../outcome.ts'
import { dataRows, type ImportPlan } from '../plan.ts'
import { decodeCustomer } from '../row/customer-row.ts'
import { decodePurchase } from '../row/purchase-row.ts'
import type { InputRow } from './input-row.ts'
import { RowDecoder } from './transfer.ts'

/** What the other core is sent off with. */
export interface WorkerJob {
  readonly plan: ImportPlan
  readonly desk: ReadContext
}

/** Rows as they come back from it, read. */
export interface RowBatch {
  readonly lines: Uint32Array
  /** Of the rows that can be taken, as `bale.ts` ties them. */
  readonly values: string
  readonly faults: { at: number; cells: readonly string[]; code: FaultCode; facts: Faults[FaultCode]; field: Column | null; value: string | null }[]
  readonly notes: (readonly ['warn', ...Parameters<Notes['warn']>] | readonly ['blank', ...Parameters<Notes['blank']>])[]
}

type Message = RowBatch | null | { readonly code: FaultCode; readonly facts: Faults[FaultCode] } | { readonly message: string }

/** So many bales may wait: memory does not grow with the file. */
const credit = 4
/** A thread takes as long to start as a file of this size to read. */
const worthIt = 4_000_000
const program = fileURLToPath(new URL('./worker.cjs', import.meta.url))

/** Whether a file is worth what large ones are taken with. */
export function isLarge({ table }: ImportPlan): boolean {
  return table.form === 'text' && table.source.size >= worthIt
}

/** Whether another core reads the file: the built program has what that takes beside itself; run from the sources, this thread reads. */
export function isReadElsewhere(plan: ImportPlan): boolean {
  return plan.kind !== 'contacts' && isLarge(plan) && existsSync(program)
}

/** The roster's rows, read on another core where that pays: decoding, parsing, pinyin and every cell are half of an import (measured). */
export function readRows({ currency, region, today }: ReadContext, plan: ImportPlan, notes: Notes): AsyncGenerator<readonly InputRow[]> {
  return isReadElsewhere(plan) ? fromWorker({ plan, desk: { currency, region, today } }, notes) : dataRows(plan)
}

async function* fromWorker(errand: WorkerJob, notes: Notes): AsyncGenerator<readonly InputRow[]> {
  const worker = new Worker(program, { workerData: errand, resourceLimits: { maxYoungGenerationSizeMb: 6 } })
  const unpack = errand.plan.kind === 'customers' ? decodeCustomer(errand.plan) : decodePurchase(errand.plan)
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
    for (let bale = 0; bale < credit; bale++) worker.postMessage('more')
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
        for (const note of message.notes) {
          if (note[0] === 'warn') notes.warn(...(note.slice(1) as Parameters<Notes['warn']>))
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

function rowsOf({ lines, values, faults }: RowBatch, unpack: (line: number, packed: RowDecoder) => object): InputRow[] {
  const packed = new RowDecoder(values)
  const atFault = new Map(faults.map((fault) => [fault.at, fault]))
  return Array.from(lines, (line, at) => {
    const found = atFault.get(at)
    if (!found) return { line, cells: null, read: unpack(line, packed) }
    const { code, facts, field, value, cells } = found
    return { line, cells, fault: new RowFault(code, facts, field, value) }
  })
}
