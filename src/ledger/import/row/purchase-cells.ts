import type { Minor } from '../../money.ts'
import type { PurchaseColumn } from '../columns.ts'
import { headingAt, type ImportPlan, widthOf } from '../import-plan.ts'
import type { ReadContext } from '../outcome.ts'
import { textIn } from './cells.ts'
import { dayReader } from './day-cells.ts'
import { moneyReader } from './money-cells.ts'

const read = [
  'customer',
  'code',
  'phone',
  'name',
  'email',
  'on',
  'amount',
  'cost',
  'discount',
  'item',
  'ref',
  'method',
  'paid',
  'due',
  'refund_of',
  'refunded',
  'refunded_on',
  'refund_ref',
  'owed_amount',
  'pay_ref',
  'payer',
  'payer_name',
  'called',
  'address',
  'note',
  'reason',
  'fault',
  'by',
] as const satisfies readonly PurchaseColumn[]

/** The columns that a row of purchases is read from. */
export type ReadColumn = (typeof read)[number]

/** Reads the cells of purchases by the columns they stand in, each in the notation of its column. */
export interface PurchaseCells {
  readonly place: Readonly<Record<ReadColumn, number>>
  /** How many cells of a row are the file's: what was worked out of several stands behind them. */
  readonly width: number
  readonly days: Readonly<Record<'on' | 'due' | 'refunded_on', ReturnType<typeof dayReader>>>
  /** '' where the cell is missing or says that there is nothing. */
  text(cells: readonly string[], column: ReadColumn): string
  moneyOf(column: ReadColumn): (text: string) => Minor
  /** What the row would add to a sum; null where it has no amount that can be read. */
  sumOf(cells: readonly string[]): Minor | null
}

export function purchaseCells(book: ReadContext, plan: ImportPlan): PurchaseCells {
  const { columns, layout, notations } = plan
  const width = widthOf(plan)
  const place = Object.fromEntries(read.map((column) => [column, columns.get(column) ?? -1])) as Record<
    ReadColumn,
    number
  >
  const emptyWords = new Set(layout.empty)
  const monies = new Map<number, (text: string) => Minor>()

  function text(cells: readonly string[], column: ReadColumn): string {
    const said = textIn(cells[place[column]])
    return said !== '' && emptyWords.size > 0 && emptyWords.has(said) ? '' : said
  }

  function moneyOf(column: ReadColumn): (text: string) => Minor {
    const at = place[column]
    const known = monies.get(at)
    if (known) return known
    // What was worked out of several cells is written plainly.
    const reader = moneyReader(book.currency, at >= width ? null : (notations.money[at] ?? null), headingAt(plan, at))
    monies.set(at, reader)
    return reader
  }

  return {
    place,
    width,
    days: {
      on: dayReader(book, notations.days.on ?? null),
      due: dayReader(book, notations.days.due ?? null),
      refunded_on: dayReader(book, notations.days.refunded_on ?? null),
    },
    text,
    moneyOf,
    sumOf(cells) {
      try {
        const said = text(cells, 'amount')
        return said === '' ? null : moneyOf('amount')(said)
      } catch {
        return null
      }
    },
  }
}
