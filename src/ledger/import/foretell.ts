import { decimal } from '../money.ts'
import type { Column } from './columns.ts'
import { extender } from './format/compile.ts'
import { widthOf } from './import-plan.ts'
import type { ReadContext } from './outcome.ts'
import type { WrittenColumns } from './profile/profile-columns.ts'
import { textIn } from './row/cells.ts'
import { dayReader } from './row/day-cells.ts'
import { moneyReader } from './row/money-cells.ts'
import { readersOf } from './row/readers.ts'
import { zoneReader } from './row/row-zone.ts'

const money = new Set<Column>([
  'amount',
  'cost',
  'discount',
  'paid',
  'refunded',
  'owes',
  'credit',
  'balance',
  'spent_before',
  'credit_limit',
  'list',
  'owed_amount',
])
const days = new Set<Column>(['on', 'due', 'refunded_on', 'joined', 'last_purchase', 'next'])
/** Columns that say again, or only help to read, what others show. */
const aside = new Set<Column>([
  'time',
  'status',
  'direction',
  'quantity',
  'unit_price',
  'unit_cost',
  'refund_ref',
  'pay_ref',
  'payer_name',
  'refund_of',
  'owed_amount',
  'more',
])

/**
 * The first rows of a file as they will stand: each column of ours as it is read, what cannot be read as it is written.
 */
export function foretell(context: ReadContext, plan: WrittenColumns): Readonly<Record<string, string>>[] {
  const width = widthOf(plan)
  const extend = extender(plan.layout, width, readersOf(context, plan))
  const zoneOf = zoneReader(plan)
  return plan.firstRows.map(({ cells: raw }) => {
    const row: Record<string, string> = {}
    let cells = raw
    try {
      cells = extend(raw)
    } catch {
      // A cell that cannot be read is told when its row is.
    }
    for (const [column, at] of plan.columns) if (!aside.has(column)) row[column] = said(column, at)
    for (const { key, at } of plan.facts) row[`fact:${key}`] = textIn(cells[at])
    return row

    function said(column: Column, at: number): string {
      const text = textIn(cells[at])
      try {
        if (text !== '' && money.has(column))
          return decimal(
            moneyReader(context.currency, at >= width ? null : (plan.notations.money[at] ?? null))(text),
            context.currency,
          )
        if (text !== '' && days.has(column))
          return dayReader(context, plan.notations.days[column] ?? null)(text, zoneOf(cells)).day
      } catch {
        return text
      }
      return text
    }
  })
}
