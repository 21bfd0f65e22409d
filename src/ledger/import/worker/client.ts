import { LedgerError } from '../../errors.ts'
import { dataRows } from '../data-rows.ts'
import type { Row } from '../file/csv.ts'
import type { ImportPlan } from '../import-plan.ts'
import { type Notes, type ReadContext, RowFault, RowSkip, type StatedTotal } from '../outcome.ts'
import { decodeCustomer } from '../row/customer-transfer.ts'
import { decodePurchase } from '../row/purchase-transfer.ts'
import { totalsWatcher } from '../row/stated-totals.ts'
import type { InputRows } from './input-row.ts'
import type { RowBatch, WorkerJob } from './messages.ts'
import { endWaiting, isReadElsewhere, takeThread } from './reader-thread.ts'
import { RowDecoder } from './transfer.ts'

/** So many batches may wait: memory does not grow with the file. */
const credit = 4

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
  return isReadElsewhere(plan.kind, plan.table.about)
    ? fromWorker({ plan, context }, notes, totals)
    : onThisThread(context, plan, totals)
}

async function* onThisThread(
  context: ReadContext,
  plan: ImportPlan,
  totals: (found: readonly StatedTotal[]) => void,
): AsyncGenerator<readonly Row[]> {
  await endWaiting()
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
  const unpack = job.plan.kind === 'customers' ? decodeCustomer(job.plan) : decodePurchase(job.plan)
  const thread = await takeThread(job.plan.table.about)
  try {
    thread.send(job)
    for (let batch = 0; batch < credit; batch++) thread.send('more')
    for (;;) {
      const message = await thread.next()
      if ('totals' in message) {
        totals(message.totals)
        return
      }
      if ('code' in message) throw new LedgerError(message.code, message.facts)
      if ('message' in message) throw new Error(message.message)
      thread.send('more')
      for (const note of message.notes) {
        if (note[0] === 'warn') notes.warn(...(note.slice(1) as Parameters<Notes['warn']>))
        else if (note[0] === 'fee') notes.fee(...(note.slice(1) as Parameters<Notes['fee']>))
        else notes.blank(...(note.slice(1) as Parameters<Notes['blank']>))
      }
      yield rowsOf(message, unpack)
    }
  } finally {
    await thread.end()
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
