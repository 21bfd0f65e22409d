import { type SqlBool, sql } from 'kysely'

/** Ids as one bound value: a list of thousands would pass SQLite's limit of parameters. */
export function among(ids: readonly number[]) {
  return sql<number>`(select value from json_each(${JSON.stringify(ids)}))`
}

/** Some customers: by their ids, or by the first and last of a run of ids. */
export type Only = readonly number[] | { readonly first: number; readonly last: number }

/** The condition that a column is among them. */
export function isAmong(column: string, only: Only) {
  if ('first' in only) return sql<SqlBool>`${sql.ref(column)} between ${only.first} and ${only.last}`
  return sql<SqlBool>`${sql.ref(column)} in (select value from json_each(${JSON.stringify(only)}))`
}
