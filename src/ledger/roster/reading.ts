import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { speller } from '../customer/spelling.ts'
import { LedgerError } from '../errors.ts'
import { textIn } from './cells.ts'
import type { Packed } from './elsewhere.ts'
import { type Roster, rosterRows } from './plan.ts'
import type { Row } from './read.ts'
import { remembered } from './spelled.ts'

/** The other end of `elsewhere.ts`: reads a file's rows on a core of its own, a batch for every `more` it is sent. */
async function readFor(port: MessagePort, roster: Roster): Promise<void> {
  let credit = 0
  let wake = () => {}
  port.on('message', () => {
    credit++
    wake()
  })
  const spell = roster.kind === 'customers' ? await spellerOf(roster) : null
  for await (const rows of rosterRows(roster)) {
    while (credit === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve
      })
    }
    credit--
    port.postMessage({ ...packed(rows), spelled: spell?.(rows) ?? [] })
  }
  port.postMessage(null)
}

/** The names of rows as they are found again, three texts a row. */
async function spellerOf({ columns }: Roster): Promise<(rows: readonly Row[]) => string[]> {
  const spell = remembered(await speller())
  const at = columns.get('name') ?? -1
  return (rows) =>
    rows.flatMap(({ cells }) => {
      const { name_key, pinyin, initials } = spell(textIn(cells[at]))
      return [name_key, pinyin, initials]
    })
}

function packed(rows: readonly Row[]): Omit<Packed, 'spelled'> {
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
