import type { Day } from '../../day.ts'
import { decimal, type Minor } from '../../money.ts'
import type { Layout } from '../format/layout.ts'
import { type Notes, type ReadContext, RowFault } from '../outcome.ts'
import { moneyReader } from './money-cells.ts'
import type { PurchaseCells } from './purchase-cells.ts'
import type { RowVerdict } from './verdict.ts'

interface Sale {
  readonly amount: Minor
  readonly on: Day
  readonly line: number
  readonly ref: string
  readonly zone: number | string | null
}

/** Reads what was handed back of a sale in its own row: how much, and when. Null: nothing was. */
export function refundReader(
  book: ReadContext,
  { text, moneyOf, days }: PurchaseCells,
  layout: Pick<Layout, 'refundRows' | 'rules'>,
  notes: Notes,
) {
  const plainMoney = moneyReader(book.currency)

  return (
    cells: readonly string[],
    { is, figure, word }: RowVerdict,
    { amount, on, line, ref, zone }: Sale,
  ): { amount: Minor; on: Day | null } | null => {
    const stated = is === 'refunded' || is === 'part'
    if (layout.refundRows && !stated) return null
    const cell = text(cells, 'refunded')
    const typed = figure !== null ? plainMoney(figure) : cell === '' ? null : moneyOf('refunded')(cell)
    const given = typed === null ? null : Math.abs(typed)
    if (!stated && !given) return null
    if (is === 'part' && !given) throw new RowFault('row.part-unknown', { word }, 'status', word)
    const whole = !given
    const back = given || amount
    if (back > amount)
      throw new RowFault('row.return-too-much', { ref, left: decimal(amount, book.currency) }, 'refunded', cell)
    if (back === 0) return null
    const written = text(cells, 'refunded_on')
    const later = written === '' ? null : days.refunded_on(written, zone).day
    // A service that has no column for it does not say what was handed back; a word alone says that it was all.
    if (whole && layout.rules)
      notes.warn(line, 'row.refund-whole', { ref, amount: decimal(back, book.currency) }, 'status', word)
    if (later === null || later < on) notes.warn(line, 'row.refund-day', { ref, day: on }, 'status', word)
    return { amount: back, on: later === null || later < on ? null : later }
  }
}
