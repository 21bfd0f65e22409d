import { type Selectable, sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { engineOf, type UniqueKey } from '../../../store/engine.ts'
import type { EntryTable } from '../../../store/tables.ts'
import { derivedTables } from '../../book/change/obstacles.ts'
import type { Change, ContentTable } from '../../book/change/record.ts'

type Row = Readonly<Record<string, unknown>> & { readonly id: number }

/** How many rows of each table went over, and the rows that had no place beside the kept customer's own. */
export interface JoinedRows {
  readonly moved: ReadonlyMap<string, number>
  readonly dropped: readonly { readonly table: string; readonly row: Row; readonly kept: Row }[]
}

/**
 * Gives every row that names one customer to another, in every table there is: they are read from the file's own keys.
 * Where only one row may stand (a tag, a fact, the consent to a channel), the one that is there already stays and the
 * other goes. Rows of tables that follow from others, and who referred whom, are not among them.
 */
export async function joinRows(db: Db, change: Change, from: number, into: number): Promise<JoinedRows> {
  const [keys, unique] = await Promise.all([engineOf(db).foreignKeys(db), engineOf(db).uniqueKeys(db)])
  const moved = new Map<string, number>()
  const dropped: JoinedRows['dropped'][number][] = []
  for (const { child, column, parent } of keys) {
    if (parent !== 'customer' || child === 'customer' || derivedTables.includes(child)) continue
    const [theirs, standing] = await Promise.all([
      rowsNaming(db, child, column, from),
      rowsNaming(db, child, column, into),
    ])
    for (const row of theirs) {
      const table = child as ContentTable
      const kept = standing.find((other) => isSame(row, other, child, column, unique))
      if (kept) {
        await change.remove(table, row.id)
        dropped.push({ table, row, kept })
      } else {
        await change.amend(table, row.id, { [column]: into } as never)
        moved.set(child, (moved.get(child) ?? 0) + 1)
      }
    }
  }
  return { moved, dropped }
}

async function rowsNaming(db: Db, table: string, column: string, customerId: number): Promise<Row[]> {
  // Tables and columns of the file's own schema: the builder does not know those of a table added later.
  const { rows } = await sql<Selectable<EntryTable>>`
    select * from ${sql.table(table)} where ${sql.ref(column)} = ${customerId} order by id`.execute(db)
  return rows as unknown as Row[]
}

/** Whether two rows could not stand side by side once both named the same customer. */
function isSame(row: Row, other: Row, table: string, column: string, unique: readonly UniqueKey[]): boolean {
  return unique
    .filter((key) => key.table === table && key.columns.includes(column))
    .some((key) => key.columns.every((name) => name === column || (row[name] !== null && row[name] === other[name])))
}
