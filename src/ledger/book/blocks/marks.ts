import { sql } from 'kysely'

/** The tables of which a large shop has very many rows: of so many rows at a time something is kept. */
export const blocked = ['customer', 'entry'] as const
export type Blocked = (typeof blocked)[number]

/** The rows of a block, by number. */
export interface Block {
  readonly first: number
  readonly last: number
}

/** Up to which row of a table there are blocks; of `change`, up to which change they tell of what stands. */
export const lastBlocked = (table: Blocked | 'change') =>
  sql<number>`(select coalesce(max(last_id), 0) from text_block where table_name = ${sql.lit(table)})`

/** The rows of a table's blocks that became others since these were made, each once. */
export const rowsSinceAltered = (table: Blocked) =>
  sql<{ id: number }>`select distinct row_id as id from change_row where table_name = ${sql.lit(table)}
    and row_id <= ${lastBlocked(table)} and change_id > ${lastBlocked('change')}`
