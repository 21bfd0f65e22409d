import type { NewLedgerSettings } from '../ledger/book/new-ledger.ts'
import type { Screen } from '../terminal/screen.ts'

interface NewLedger extends NewLedgerSettings {
  readonly path: string
  readonly uuid: string
  readonly margin: number
  /** The change that set the margin; the rest is what the ledger begins with, and no change. */
  readonly change: number | null
  /** An empty ledger that was there already. */
  readonly anew: boolean
  /** On a server: the rights of other roles, as SQL. */
  readonly grants: readonly string[]
}

/** A ledger just made, and what to type next. */
export const newLedgerScreen: Screen<NewLedger> = {
  tellsUndo: true,
  data: ({ anew: _, grants, ...made }) => (grants.length > 0 ? { ...made, grants } : made),
  lines({ path, name, currency, region, timezone, margin, grants }, { words }) {
    const { founded, begin, beginHere, changeable, rights } = words.data
    const settings = founded.settings(currency, region, timezone)
    return [
      name === '' ? founded.ledger(path) : founded.ledgerOf(name, path),
      `  ${margin === 1 ? settings : founded.margin(settings, Math.round(margin * 1000) / 10)}`,
      `  ${changeable}`,
      ...(region === 'CN' ? begin : beginHere),
      ...(grants.length > 0 ? ['', rights, ...grants.map((line) => `  ${line}`)] : []),
    ]
  },
}
