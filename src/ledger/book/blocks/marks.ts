import { type RawBuilder, sql } from 'kysely'

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

/** The rows of a table up to one that became others since a change, each once. */
export const rowsAlteredSince = (
  table: Blocked,
  last: number | RawBuilder<number>,
  change: number | RawBuilder<number>,
) =>
  sql<{ id: number }>`select distinct row_id as id from change_row where table_name = ${sql.lit(table)}
    and row_id <= ${last} and change_id > ${change}`
