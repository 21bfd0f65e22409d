import { type SqlBool, sql } from 'kysely'
import { isAmong, type Only } from '../../store/lists.ts'

/** The condition that a column names no member of staff: they have accounts, and are in no figure of customers (SPEC 2). */
export function isNotStaff(column: string) {
  return sql<SqlBool>`${sql.ref(column)} not in (select id from customer where kind = 'staff')`
}

/** The condition that it names one. */
export function isStaff(column: string) {
  return sql<SqlBool>`${sql.ref(column)} in (select id from customer where kind = 'staff')`
}

/** The condition that a column names one of those a figure is of: everyone, or a run of ids, but staff; or just the ids asked for. */
export function isOf(column: string, only?: Only) {
  if (only === undefined) return isNotStaff(column)
  return 'first' in only ? sql<SqlBool>`${isAmong(column, only)} and ${isNotStaff(column)}` : isAmong(column, only)
}
