import { once } from 'node:events'
import { createWriteStream, existsSync, renameSync, rmSync } from 'node:fs'
import { type Roster, rosterRows } from './plan.ts'
import type { Tally, Told } from './tally.ts'

/**
 * The rows that were not taken, as a file to mend and import again: UTF-8, commas, `line,reason` and then the row as it stood. Written
 * beside its place while the import runs, put there when the import stands.
 */
export function rejectsFile(path: string, roster: Roster) {
  const draft = `${path}.part`
  return {
    async write(tally: Tally, word: (told: Told) => string): Promise<void> {
      const out = createWriteStream(draft, { mode: 0o600 })
      const put = async (cells: readonly string[]) => {
        if (!out.write(`${cells.map(quoted).join(',')}\n`)) await once(out, 'drain')
      }
      try {
        await put(['line', 'reason', ...(roster.headers ?? [])])
        for await (const rows of rosterRows(roster)) {
          const faults = tally.faultsOf(rows)
          for (const { line, cells } of rows) {
            const told = faults.get(line)
            if (told) await put([String(line), word(told), ...cells])
          }
        }
      } finally {
        out.end()
        await once(out, 'close')
      }
    },
    place(): void {
      if (existsSync(draft)) renameSync(draft, path)
    },
    discard(): void {
      rmSync(draft, { force: true })
    },
  }
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** The first name that no file has. */
export function freeName(name: (number: number) => string): string {
  for (let number = 1; ; number++) if (!existsSync(name(number))) return name(number)
}
