import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { LedgerError } from '../../errors.ts'
import type { Row } from '../file/csv.ts'
import { type Notes, RowFault } from '../outcome.ts'
import { dataRows } from '../plan.ts'
import { customerReader, encodeCustomer } from '../row/customer-row.ts'
import { encodePurchase, purchaseReader } from '../row/purchase-row.ts'
import type { RowBatch, WorkerJob } from './client.ts'
import { RowEncoder } from './transfer.ts'

/** The other end of `elsewhere.ts`: reads a file's rows on a core of its own, a bale for every `more` it is sent. */
async function readFor(port: MessagePort, errand: WorkerJob): Promise<void> {
  let credit = 0
  let wake = () => {}
  port.on('message', () => {
    credit++
    wake()
  })
  const bale = await batcherOf(errand)
  for await (const rows of dataRows(errand.plan)) {
    for (let from = 0; from < rows.length; from += most) {
      while (credit === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      credit--
      port.postMessage(bale(rows.slice(from, from + most)))
    }
  }
  port.postMessage(null)
}

/** Rows of a bale: more gain nothing, and wait in memory. */
const most = 1000

async function batcherOf({ plan, desk }: WorkerJob): Promise<(rows: readonly Row[]) => RowBatch> {
  let notes: RowBatch['notes'] = []
  const told: Notes = {
    warn: (...note) => notes.push(['warn', ...note]),
    blank: (...note) => notes.push(['blank', ...note]),
  }
  const packing = new RowEncoder()
  const read = plan.kind === 'customers' ? await customersInto(packing) : purchasesInto(packing)

  async function customersInto(packing: RowEncoder) {
    const read = await customerReader(desk, plan, told)
    const pack = encodeCustomer(plan)
    return (row: Row) => pack(read(row), packing)
  }

  function purchasesInto(packing: RowEncoder) {
    const { read } = purchaseReader(desk, plan, told)
    const pack = encodePurchase(plan)
    return (row: Row) => pack(read(row), packing)
  }

  return (rows) => {
    notes = []
    const faults: RowBatch['faults'] = []
    const lines = new Uint32Array(rows.length)
    rows.forEach((row, at) => {
      lines[at] = row.line
      try {
        read(row)
      } catch (error) {
        if (!(error instanceof RowFault)) throw error
        const { code, facts, field, value } = error
        faults.push({ at, cells: row.cells, code, facts, field, value })
      }
    })
    return { lines, values: packing.tie(), faults, notes }
  }
}

const port = parentPort
if (port) {
  readFor(port, workerData as WorkerJob)
    .catch((error) => port.postMessage(error instanceof LedgerError ? { code: error.code, facts: error.facts } : { message: String(error) }))
    .finally(() => port.close())
}
