import type { SelectQueryBuilder } from 'kysely'
import type { Tables } from '../../store/tables.ts'

/** Customers read at a time: what 200,000 of them bought is a text of 34 MB. */
const runLength = 10_000

interface OfCustomer {
  readonly customer_id: number | null
}

/** The rows of a query that has one for each customer, in order of id, a run of customers at a time; asked at once. */
export function inRuns<Row extends OfCustomer>(
  query: SelectQueryBuilder<Tables, 'entry', Row>,
  length = runLength,
): AsyncGenerator<Row[]> {
  const read = (after: number): Promise<Row[]> =>
    query.where('customer_id', '>', after).orderBy('customer_id').limit(length).execute()
  const first = read(0)
  first.catch(() => {})
  return (async function* () {
    let run = await first
    for (;;) {
      yield run
      if (run.length < length) return
      run = await read(run.at(-1)?.customer_id ?? 0)
    }
  })()
}
