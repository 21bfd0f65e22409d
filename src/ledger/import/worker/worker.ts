import { type MessagePort, parentPort } from 'node:worker_threads'
import { LedgerError } from '../../errors.ts'
import { dataRows } from '../data-rows.ts'
import type { Row } from '../file/csv.ts'
import { type Notes, RowFault, RowSkip } from '../outcome.ts'
import { customerReader } from '../row/customer-row.ts'
import { encodeCustomer } from '../row/customer-transfer.ts'
import { purchaseReader } from '../row/purchase-row.ts'
import { encodePurchase } from '../row/purchase-transfer.ts'
import { totalsWatcher } from '../row/stated-totals.ts'
import type { RowBatch, WorkerJob } from './messages.ts'
import { RowEncoder } from './transfer.ts'

/** The other end of `client.ts`: reads a file's rows on a core of its own, a batch for every `more` it is sent. */
async function readFor(port: MessagePort, job: WorkerJob): Promise<void> {
  let credit = 0
  let wake = () => {}
  port.on('message', () => {
    credit++
    wake()
  })
  const batch = await batcherOf(job)
  const watcher = totalsWatcher(job.context, job.plan)
  for await (const rows of dataRows(job.plan, watcher?.aside)) {
    if (watcher) for (const row of rows) watcher.see(row)
    for (let from = 0; from < rows.length; from += most) {
      while (credit === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      credit--
      port.postMessage(batch(rows.slice(from, from + most)))
    }
  }
  port.postMessage({ totals: watcher?.read() ?? [] })
}

/** Rows of a batch: more gain nothing, and wait in memory. */
const most = 1000

async function batcherOf({ plan, context }: WorkerJob): Promise<(rows: readonly Row[]) => RowBatch> {
  let notes: RowBatch['notes'] = []
  const told: Notes = {
    warn: (...note) => notes.push(['warn', ...note]),
    blank: (...note) => notes.push(['blank', ...note]),
    fee: (...note) => notes.push(['fee', ...note]),
  }
  const encoder = new RowEncoder()
  const read = plan.kind === 'customers' ? await customersInto(encoder) : purchasesInto(encoder)

  async function customersInto(encoder: RowEncoder) {
    const read = await customerReader(context, plan, told)
    const encode = encodeCustomer(plan)
    return (row: Row) => encode(read(row), encoder)
  }

  function purchasesInto(encoder: RowEncoder) {
    const { read } = purchaseReader(context, plan, told)
    const encode = encodePurchase(plan)
    return (row: Row) => encode(read(row), encoder)
  }

  return (rows) => {
    notes = []
    const faults: RowBatch['faults'] = []
    const skips: RowBatch['skips'] = []
    const lines = new Uint32Array(rows.length)
    rows.forEach((row, at) => {
      lines[at] = row.line
      try {
        read(row)
      } catch (error) {
        if (error instanceof RowSkip) {
          skips.push({ at, reason: error.reason, sum: error.sum })
          return
        }
        if (!(error instanceof RowFault)) throw error
        const { code, facts, field, value } = error
        faults.push({ at, cells: row.cells, code, facts, field, value })
      }
    })
    return { lines, values: encoder.finish(), faults, skips, notes }
  }
}

const port = parentPort
port?.once('message', (job: WorkerJob) =>
  readFor(port, job)
    .catch((error) =>
      port.postMessage(
        error instanceof LedgerError ? { code: error.code, facts: error.facts } : { message: String(error) },
      ),
    )
    .finally(() => port.close()),
)
