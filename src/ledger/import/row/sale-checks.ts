import { decimal, type Minor } from '../../money.ts'
import type { CellReaders } from '../format/compile.ts'
import type { Layout } from '../format/layout.ts'
import { type Notes, RowFault } from '../outcome.ts'
import { currencyCode } from './currency-words.ts'
import type { RowVerdict } from './verdict.ts'

type Cells = readonly string[]

/** Checks a row of a sale against what else it says, and tells what is worth knowing of it. */
export function saleChecks(layout: Layout, readers: CellReaders, currency: string, notes: Notes) {
  const codes = new Map<string, string>()
  const known = (text: string) => {
    const code = codes.get(text) ?? currencyCode(text)
    if (codes.size < 100) codes.set(text, code)
    return code
  }

  function moneyIn(cells: Cells, at: number): Minor {
    try {
      return readers.money(cells, at) ?? 0
    } catch {
      return 0
    }
  }

  return {
    /** Throws row.currency. */
    currency(cells: Cells, line: number): void {
      for (const { at } of layout.currency) {
        const said = readers.text(cells, at)
        if (said === '') continue
        const code = known(said)
        if (code !== currency) throw new RowFault('row.currency', { currency: code, ledger: currency }, null, said)
        break
      }
      const charged = layout.charged ? known(readers.text(cells, layout.charged.at)) : ''
      if (charged !== '' && charged !== currency)
        notes.warn(line, 'row.converted', { currency: charged }, null, charged)
    },
    /**
     * The amount beside a price and a quantity, or beside a list price: whoever contradicts them says something else
     * than it seems. Throws row.disagrees.
     */
    agreement(cells: Cells, amount: Minor): void {
      const { agrees } = layout
      if (!agrees) return
      const discount = agrees.discount < 0 ? 0 : Math.abs(readers.money(cells, agrees.discount) ?? 0)
      let expected: Minor | null = null
      if (agrees.price >= 0) {
        const price = readers.money(cells, agrees.price)
        const typed = readers.text(cells, agrees.quantity).normalize('NFKC')
        const quantity = Number(/^-?\d+(?:\.\d+)?/.exec(typed)?.[0] ?? Number.NaN)
        if (price !== null && !Number.isNaN(quantity)) expected = Math.round(price * quantity)
      } else if (agrees.list >= 0) expected = readers.money(cells, agrees.list)
      if (expected === null || amount === expected - discount) return
      throw new RowFault(
        'row.disagrees',
        { amount: decimal(amount, currency), expected: decimal(expected - discount, currency) },
        'amount',
        decimal(amount, currency),
      )
    },
    tell({ warn, word }: RowVerdict, line: number, cells: Cells, ref: string): void {
      for (const { at, heading } of layout.fees) notes.fee(line, heading, moneyIn(cells, at))
      for (const { at, heading } of layout.tips) notes.fee(line, heading, moneyIn(cells, at))
      if (warn === 'transfer') notes.warn(line, 'row.transfer', { word }, 'status', word)
      if (warn === 'claim-open') notes.warn(line, 'row.claim-open', { word }, 'status', word)
      if (warn === 'refund-stuck') notes.warn(line, 'row.refund-stuck', { ref }, 'status', word)
      if (warn === 'disputed') notes.warn(line, 'row.disputed', { ref }, 'status', word)
      if (warn === 'empty-state')
        notes.warn(line, 'row.empty-state', { heading: layout.states[0]?.heading ?? '' }, 'status', '')
    },
  }
}
