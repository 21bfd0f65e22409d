import { decimal } from '../money.ts'
import { isOwed } from './heading-accounts.ts'
import type { ImportPlan } from './import-plan.ts'
import type { ImportOutcome, StatedTotal } from './outcome.ts'

/** Warns of what is to be known of the file as a whole. */
export function tellOfPlan({ kind, columns, format, options, unknown }: ImportPlan, outcome: ImportOutcome): void {
  if (format?.remark) outcome.warn(0, 'row.remark', format.remark, null, null)
  const named = (['customer', 'code', 'phone', 'name', 'email', 'payer', 'payer_name'] as const).some((column) =>
    columns.has(column),
  )
  if (kind === 'purchases' && !named && format === null && !options.walkIn)
    outcome.warn(0, 'row.all-walk-in', {}, null, null)
  const isPaidSaid = columns.has('paid') || options.map.some(([column]) => column === 'paid')
  const owed = unknown.find(({ header }) => isOwed(header))
  if (kind === 'purchases' && format === null && !isPaidSaid && owed !== undefined)
    outcome.warn(0, 'row.unread-owed', { heading: owed.header }, null, null)
  if (kind === 'contacts' && !columns.has('outcome') && !columns.has('call_type'))
    outcome.warn(0, 'row.no-outcome', {}, null, null)
}

/** Says whether what was read agrees with what the file says of itself. */
export function tellOfTotals(outcome: ImportOutcome, currency: string): void {
  for (const { stated, read } of outcome.totals) {
    if (agrees({ stated, read })) continue
    outcome.warn(
      0,
      'row.total-differs',
      {
        stated: stated.rows ?? read.rows,
        statedSum: decimal(stated.sum ?? read.sum, currency),
        rows: read.rows,
        sum: decimal(read.sum, currency),
      },
      null,
      null,
    )
  }
}

export function agrees({ stated, read }: StatedTotal): boolean {
  return (stated.rows === null || stated.rows === read.rows) && (stated.sum === null || stated.sum === read.sum)
}
