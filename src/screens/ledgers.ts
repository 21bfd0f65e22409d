import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'

/** A ledger of a server's database. */
interface LedgerRow {
  readonly ledger: string
  readonly name: string
  /** The instant, ISO 8601; null where no copy was ever made. */
  readonly lastBackupAt: string | null
}

export const ledgersScreen: Screen<readonly LedgerRow[], LedgerRow> = {
  lines(rows, voice) {
    const { heads, never, none, more } = voice.words.data.ledgers
    if (rows.length === 0) return [none]
    const listed = rows.map(({ ledger, name, lastBackupAt }) => [ledger, name, lastBackupAt?.slice(0, 10) ?? never])
    return [
      ...table(
        heads.map((head) => ({ head })),
        listed,
        voice,
      ),
      more,
    ]
  },
  columns: { ledger: 'text', name: 'text', lastBackupAt: 'text' },
}
