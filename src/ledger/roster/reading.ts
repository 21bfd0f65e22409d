import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { LedgerError } from '../errors.ts'
import type { Packed } from './elsewhere.ts'
import { type Roster, rosterRows } from './plan.ts'
import type { Row } from './read.ts'

/** The other end of `elsewhere.ts`: reads a file's rows on a core of its own, a batch for every `more` it is sent. */
async function readFor(port: MessagePort, roster: Roster): Promise<void> {
  let credit = 0
  let wake = () => {}
  port.on('message', () => {
    credit++
    wake()
  })
  for await (const rows of rosterRows(roster)) {
    while (credit === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    credit--
    port.postMessage(packed(rows))
  }
  port.postMessage(null)
}

function packed(rows: readonly Row[]): Packed {
  const lines = new Uint32Array(rows.length)
  const widths = new Uint16Array(rows.length)
  const cells: string[] = []
  rows.forEach((row, at) => {
    lines[at] = row.line
    widths[at] = row.cells.length
    for (const cell of row.cells) cells.push(cell)
  })
  return { lines, widths, cells }
}

const port = parentPort
if (port) {
  readFor(port, workerData as Roster)
    .catch((error) => port.postMessage(error instanceof LedgerError ? { code: error.code, facts: error.facts } : { message: String(error) }))
    .finally(() => port.close())
}
