import type { NewLedgerSettings } from '../ledger/book/new-ledger.ts'
import type { Screen } from '../terminal/screen.ts'

interface NewLedger extends NewLedgerSettings {
  readonly path: string
  readonly uuid: string
  readonly margin: number
}

/** A ledger just made, and what to type next. */
export const newLedgerScreen: Screen<NewLedger> = {
  lines: (made, { words }) => words.data.founded(made),
}
