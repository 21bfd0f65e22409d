import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'

/** A ledger of a server's database. */
interface LedgerRow {
  readonly ledger: string
  readonly name: string
  /** The instant, ISO 8601; null where no copy was ever made. */
  readonly lastBackupAt: string | null
}

/** What a database has; or the rights of the roles of one of its ledgers, as SQL and nothing beside it. */
type Shown = { readonly ledgers: readonly LedgerRow[] } | { readonly grants: readonly string[] }

export const ledgersScreen: Screen<Shown, Partial<LedgerRow>> = {
  data: (shown) => ('grants' in shown ? shown : shown.ledgers),
  rows: (shown) => ('grants' in shown ? [] : shown.ledgers),
  lines(shown, voice) {
    if ('grants' in shown) return [...shown.grants]
    const { heads, never, none } = voice.words.data.ledgers
    if (shown.ledgers.length === 0) return [none]
    const listed = shown.ledgers.map(({ ledger, name, lastBackupAt }) => [
      ledger,
      name,
      lastBackupAt?.slice(0, 10) ?? never,
    ])
    return table(
      heads.map((head) => ({ head })),
      listed,
      voice,
    )
  },
  next: (shown, { words }) => ('grants' in shown || shown.ledgers.length === 0 ? [] : [words.data.ledgers.more]),
  columns: { ledger: 'text', name: 'text', lastBackupAt: 'text' },
}
