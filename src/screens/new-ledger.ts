import type { NewLedgerSettings } from '../ledger/book/new-ledger.ts'
import type { Screen } from '../terminal/screen.ts'

interface NewLedger extends NewLedgerSettings {
  readonly path: string
  readonly uuid: string
  readonly margin: number
  /** An empty ledger that was there already. */
  readonly anew: boolean
}

/** A ledger just made, and what to type next. */
export const newLedgerScreen: Screen<NewLedger> = {
  data: ({ anew: _, ...made }) => made,
  lines({ path, name, currency, region, timezone, margin }, { words }) {
    const { founded, begin, beginHere, changeable } = words.data
    const settings = founded.settings(currency, region, timezone)
    return [
      name === '' ? founded.ledger(path) : founded.ledgerOf(name, path),
      `  ${margin === 1 ? settings : founded.margin(settings, Math.round(margin * 1000) / 10)}`,
      `  ${changeable}`,
      ...(region === 'CN' ? begin : beginHere),
    ]
  },
}
