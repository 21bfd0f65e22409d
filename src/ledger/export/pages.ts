import { setImmediate } from 'node:timers/promises'
import type { Db } from '../../store/db.ts'

const pageSize = 2000

type Paged = 'customer' | 'entry' | 'contact'

/** The ids of a table in order, a page at a time. */
export async function* idPages(
  db: Db,
  table: Paged,
  { size = pageSize, kinds }: { size?: number; kinds?: readonly string[] } = {},
): AsyncGenerator<number[], void> {
  for (let last = 0; ; ) {
    let query = db
      .selectFrom(table as 'entry')
      .select('id')
      .where('id', '>', last)
    if (kinds) query = query.where('kind', 'in', kinds as ['purchase'])
    const ids = (await query.orderBy('id').limit(size).execute()).map(({ id }) => id)
    if (ids.length > 0) yield ids
    if (ids.length < size) return
    // SQLite holds the thread: Ctrl-C and a reader that closed the pipe need their turn.
    await setImmediate()
    last = ids.at(-1) ?? last
  }
}
