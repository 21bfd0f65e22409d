import type { SelectQueryBuilder } from 'kysely'
import { isAmong, type Only } from '../../store/lists.ts'
import type { Tables } from '../../store/tables.ts'

/** Customers read at a time: what 200,000 of them bought is a text of 34 MB. */
const runLength = 10_000

interface OfCustomer {
  readonly customer_id: number | null
}

/**
 * The rows of a query that has one for each customer, in order of id, a run of customers at a time; of some customers
 * in one. Asked at once; that it was refused is told to who reads them.
 */
export function inRuns<Row extends OfCustomer>(
  query: SelectQueryBuilder<Tables, 'entry', Row>,
  only?: Only,
  length = runLength,
): AsyncGenerator<Row[]> {
  const read = (after: number): Promise<Row[]> =>
    only === undefined
      ? query.where('customer_id', '>', after).orderBy('customer_id').limit(length).execute()
      : query.where(isAmong('customer_id', only)).execute()
  const first = read(0)
  first.catch(() => {})
  return (async function* () {
    let run = await first
    for (;;) {
      yield run
      if (only !== undefined || run.length < length) return
      run = await read(run.at(-1)?.customer_id ?? 0)
    }
  })()
}

/** The rows of a query of customers, in order of id, a run of them at a time; of some customers in one. */
export async function* customersInRuns<Row extends { readonly id: number }>(
  query: SelectQueryBuilder<Tables, 'customer', Row>,
  only?: Only,
): AsyncGenerator<Row[]> {
  if (only !== undefined) yield await query.where(isAmong('id', only)).orderBy('id').execute()
  for (let [after, full] = [0, only === undefined]; full; ) {
    const run = await query.where('id', '>', after).orderBy('id').limit(runLength).execute()
    yield run
    full = run.length === runLength
    after = run.at(-1)?.id ?? 0
  }
}
