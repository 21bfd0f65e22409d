import { type SqlBool, sql } from 'kysely'
import type { Day } from '../day.ts'

/**
 * The condition that a row of `entry as refund` is a refund that stands, of a day or earlier. The small index has its
 * own condition, which is said word for word, or SQLite reads every purchase.
 */
export function isRefundUpTo(day: Day) {
  const [kind, isVoid, on] = [sql.ref('refund.kind'), sql.ref('refund.void'), sql.ref('refund.on')]
  return sql<SqlBool>`${kind} = 'refund' and ${kind} <> 'purchase' and ${isVoid} = 0 and ${on} <= ${day}`
}
