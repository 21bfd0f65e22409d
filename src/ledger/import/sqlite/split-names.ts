import type Database from 'better-sqlite3'
import type { ImportOutcome } from '../outcome.ts'
import { type CustomerRow, placeOf } from '../row/customer.ts'
import { RowsAside } from './rows-aside.ts'

/**
 * Decides of rows in whose cell of a name more stood whether it is taken apart. It stays whole where somebody is called
 * so, and where its card is another's too: VIP2024 may be a class of members. Which it is, only the whole file tells:
 * rows known by such a card wait until all others are in.
 */
export function splitNames(sqlite: Database.Database, tally: ImportOutcome) {
  const waiting = new RowsAside<CustomerRow>(sqlite, 'cards')
  const called = sqlite.prepare(
    'SELECT 1 FROM customer WHERE name_key = ? UNION SELECT 1 FROM alias WHERE name_key = ?',
  )
  const holder = sqlite.prepare('SELECT name_key FROM customer WHERE code_key = ?').pluck()

  function settled(row: CustomerRow, shared: ReadonlySet<string> = new Set()): CustomerRow {
    if (row.split === null) return row
    const { facts, whole } = row.split
    if (called.get(whole.nameKey, whole.nameKey) !== undefined) return whole
    if (isByCard(row)) {
      const theirs = holder.get(row.codeKey) as string | undefined
      if (theirs === undefined ? shared.has(row.codeKey as string) : theirs !== row.nameKey) {
        const code = String(row.values[placeOf.code])
        tally.warn(row.line, 'row.shared-card', { text: facts.text, code }, 'name', facts.text)
        return whole
      }
    }
    tally.warn(row.line, 'row.name-parts', facts, 'name', facts.text)
    return row
  }

  return {
    settled,
    /** Whether a row waits. */
    puts(row: CustomerRow): boolean {
      const waits = isByCard(row)
      if (waits) waiting.add(row)
      return waits
    },
    /** The rows that waited; all others are in the ledger. */
    *waited(): Generator<CustomerRow> {
      const shared = new Set(
        sqlite
          .prepare(
            `SELECT row ->> 'codeKey' AS code FROM temp.aside_cards
             GROUP BY code HAVING count(DISTINCT row ->> 'nameKey') > 1`,
          )
          .pluck()
          .all() as string[],
      )
      for (const row of waiting) yield settled(row, shared)
    },
  }
}

/** Whether somebody is known by a card that stood in the cell of their name. */
function isByCard({ split, codeKey }: CustomerRow): boolean {
  return split !== null && codeKey !== split.whole.codeKey
}
