import { type RawBuilder, sql } from 'kysely'

/** A column of a row as an image of it has it: `image` is the JSON text of the row. */
export function kept(image: string, column: string): RawBuilder<unknown> {
  return sql`json_extract(${sql.ref(image)}, ${`$.${column}`})`
}
