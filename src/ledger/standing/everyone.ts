import { type SqlBool, sql } from 'kysely'
import { isAmong, type Only } from '../../store/lists.ts'

/**
 * The condition that a column names a member of staff: they have accounts, and are in no figure of customers (SPEC 2).
 */
export function isStaff(column: string) {
  return sql<SqlBool>`${sql.ref(column)} in (select id from customer where kind = 'staff')`
}

/**
 * Whether a figure is of customers picked one by one, whoever they are; else it is of everyone, or a run of ids, but
 * staff.
 */
export function arePicked(only: Only | undefined): only is readonly number[] {
  return only !== undefined && !('first' in only)
}

/**
 * The condition that a column names one of those a figure is of. For a few rows: of many it is asked once a customer,
 * by `having`.
 */
export function isOf(column: string, only?: Only) {
  const others = sql<SqlBool>`${sql.ref(column)} not in (select id from customer where kind = 'staff')`
  if (only === undefined) return others
  return arePicked(only) ? isAmong(column, only) : sql<SqlBool>`${isAmong(column, only)} and ${others}`
}
