import { sql } from 'kysely'

/** The change that last moved the day a wish came in on, of a row of `want`: only it tells what was said before. */
export const arrivedBy = sql<number | null>`(select max(change_row.change_id) from change_row
  where change_row.table_name = 'want' and change_row.row_id = want.id
  and change_row.before ->> 'arrived_on' is distinct from want.arrived_on)`
