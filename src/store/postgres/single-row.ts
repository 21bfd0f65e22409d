import { sql } from 'kysely'
import type { Db } from '../db.ts'
import type { SingleRow } from '../engine.ts'

/**
 * Writes a change of one new row in one message: who waits for the pen waits for the server's own work alone, not for
 * the way to this till and back. The numbers are given there. Null where something stood against it.
 */
export async function addSingleRow(
  db: Db,
  penTable: number,
  { change, facts, table, values, unless }: SingleRow,
): Promise<{ changeId: number; row: Record<string, unknown> } | null> {
  const columns = Object.keys(values)
  const own = sql.join(columns.map((column) => sql.ref(column)))
  const read = sql.join(columns.map((column) => sql.ref(`r.${column}`)))
  const numbers = sql`numbers as (
    select last + 1 as change, coalesce((select last from series where name = ${table}), 0) + 1 as row
    from series where name = 'change' and tableoid = ${sql.lit(penTable)})`
  const text = JSON.stringify(facts(place))
  const given = JSON.stringify(values)
  const logging = sql<{ id: number }>`
    with ${numbers} insert into change (id, at, day, by, command, undoable, facts)
    select numbers.change, cast(${change.at} as text), cast(${change.day} as text), cast(${change.by} as text),
      cast(${change.command} as text), ${sql.lit(change.undoable)},
      cast(replace(${text}, ${JSON.stringify(place)}, cast(numbers.row as text)) as json)
    from numbers where not (${unless}) returning id`
  const adding = sql<Record<string, unknown>>`
    with ${numbers} insert into ${sql.table(table)} (id, change_id, ${own})
    select numbers.row, change.id, ${read} from numbers join change on change.id = numbers.change,
      json_populate_record(null::${sql.table(table)}, ${given}) r returning *`
  const spanning = sql`
    with ${numbers} insert into change_span (change_id, table_name, first_id, last_id)
    select change.id, ${table}, numbers.row, numbers.row from numbers join change on change.id = numbers.change`
  const counting = sql`
    with ${numbers} insert into series (name, last)
    select given.name, given.last from numbers join change on change.id = numbers.change,
      lateral (values ('change', numbers.change), (${table}, numbers.row)) given (name, last)
    on conflict (name) do update set last = excluded.last`
  const [, , logged, added] = await Promise.all([
    sql`begin isolation level read committed`.execute(db),
    sql`select from series where name = 'change' for update`.execute(db),
    logging.execute(db),
    adding.execute(db),
    spanning.execute(db),
    counting.execute(db),
    sql`commit`.execute(db),
  ])
  const [changeId, row] = [logged.rows[0]?.id, added.rows[0]]
  return changeId === undefined || row === undefined ? null : { changeId, row }
}

/** Stands in the facts for the number of the row: nobody can have typed it. */
const place = `row ${crypto.randomUUID()}`

export async function newestChange(db: Db): Promise<number> {
  const { rows } = await sql<{ last: number }>`select last from series where name = 'change'`.execute(db)
  return rows[0]?.last ?? 0
}
