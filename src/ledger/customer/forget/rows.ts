import { sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { engineOf } from '../../../store/engine.ts'
import type { Identifiers } from './identifiers.ts'
import { fateOf, ownTables } from './texts.ts'

/** The rows of a customer in each table that names one, and in tables that tell more of such rows. */
export type OwnRows = ReadonlyMap<string, readonly number[]>

/** They are found by the file's own keys: a table added later is known without a word here. */
export async function rowsOf(db: Db, customerId: number): Promise<OwnRows> {
  const keys = (await engineOf(db).foreignKeys(db)).filter(({ child }) => child !== 'customer')
  const naming = keys.filter(({ parent }) => parent === 'customer')
  const named = new Set(naming.map(({ child }) => child))
  const rows = new Map<string, Set<number>>()
  const add = (table: string, ids: readonly number[]) => {
    const known = rows.get(table) ?? new Set()
    const before = known.size
    for (const id of ids) known.add(id)
    rows.set(table, known)
    return known.size > before
  }
  for (const { child, column } of naming) add(child, await idsWhere(db, child, column, [customerId]))
  const further = keys.filter(({ child, parent }) => !named.has(child) && parent !== 'customer')
  for (let grew = true; grew; ) {
    grew = false
    for (const { child, column, parent } of further)
      if (add(child, await idsWhere(db, child, column, [...(rows.get(parent) ?? [])]))) grew = true
  }
  return new Map([...rows].map(([table, ids]) => [table, [...ids]]))
}

async function idsWhere(db: Db, table: string, column: string, values: readonly number[]): Promise<number[]> {
  if (values.length === 0) return []
  const rows = await db
    .selectFrom(table as 'entry')
    .select('id')
    .where(sql.ref(column), 'in', values)
    .execute()
  return rows.map(({ id }) => id)
}

/** Takes what is the person's out of their rows; figures, days and words of closed lists stay. */
export async function emptyRows(db: Db, rows: OwnRows, identifiers: Identifiers): Promise<void> {
  for (const [table, ids] of rows) {
    if (ids.length === 0) continue
    if (ownTables.has(table)) {
      await db
        .deleteFrom(table as 'fact')
        .where('id', 'in', ids)
        .execute()
      continue
    }
    const [columns, closed] = await Promise.all([
      engineOf(db).tableColumns(db, table),
      engineOf(db).closedColumns(db, table),
    ])
    for (const { name, type, notnull } of columns) {
      const fate = type === 'TEXT' ? fateOf(table, name, closed.has(name)) : 'kept'
      if (fate === 'kept') continue
      const going = fate === 'emptied' ? ids : await idsNaming(db, table, name, ids, identifiers)
      // The builder does not know the columns of a table added later.
      await db
        .updateTable(table as 'entry')
        .set({ [name]: notnull === 1 ? sql`'#' || cast(id as text)` : null } as never)
        .where('id', 'in', going)
        .where(sql.ref(name), 'is not', null)
        .execute()
    }
  }
}

async function idsNaming(
  db: Db,
  table: string,
  column: string,
  ids: readonly number[],
  { isNamedIn }: Identifiers,
): Promise<number[]> {
  const rows = await db
    .selectFrom(table as 'entry')
    .select(['id', sql.ref<string | null>(column).as('text')])
    .where('id', 'in', ids)
    .execute()
  return rows.flatMap(({ id, text }) => (text !== null && isNamedIn(text) ? [id] : []))
}
