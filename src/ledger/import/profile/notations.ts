import type { Column } from '../columns.ts'
import type { DayOrder } from './day-form.ts'
import type { DecimalMark, MoneyNotation } from './money-notation.ts'

/**
 * How the days of a column are written, where the year does not stand first; `mixed` where its cells contradict each
 * other, `roc` where its heading says that years are counted from 1912 (民國).
 */
export type DayNotation = DayOrder | 'mixed' | 'roc'

/** Columns with money in them. */
export const moneyColumns: readonly Column[] = [
  'amount',
  'cost',
  'discount',
  'paid',
  'refunded',
  'list',
  'unit_price',
  'unit_cost',
  'owed_amount',
  'owes',
  'credit',
  'balance',
  'spent_before',
  'credit_limit',
]

/**
 * How the columns of one file are written: of money by place, of days by column. What is not here is written plainly.
 */
export interface Notations {
  readonly money: Readonly<Record<number, MoneyNotation>>
  readonly days: Readonly<Partial<Record<Column, DayNotation>>>
}

export const plainNotations: Notations = { money: {}, days: {} }

/** How the owner says that open columns are written. */
export interface NotationWishes {
  readonly decimal: DecimalMark | null
  readonly dates: 'dmy' | 'mdy' | null
}
