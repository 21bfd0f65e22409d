import { type SqlBool, sql } from 'kysely'
import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'

/**
 * The condition that a row of `entry as refund` is a refund that stands, of a day or earlier. The small index has its
 * own condition, which is said word for word, or SQLite reads every purchase.
 */
export function isRefundUpTo(day: Day) {
  const [kind, isVoid, on] = [sql.ref('refund.kind'), sql.ref('refund.void'), sql.ref('refund.on')]
  return sql<SqlBool>`${kind} = 'refund' and ${kind} <> 'purchase' and ${isVoid} = 0 and ${on} <= ${day}`
}

/** What was given back, up to a day, of the purchase that a row of `entry` is. */
export function givenBackOf(day: Day) {
  return sql<Minor>`(
    select coalesce(sum(refund.amount), 0) from entry as refund
    where refund.refund_of = entry.id and ${isRefundUpTo(day)}
  )`
}
