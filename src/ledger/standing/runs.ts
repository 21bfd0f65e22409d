import type { SelectQueryBuilder } from 'kysely'
import type { Db } from '../../store/db.ts'
import { isAmong, type Only } from '../../store/lists.ts'
import { otherCoreOf } from '../../store/other-core.ts'
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
      ? inOrder(query, after).limit(length).execute()
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

/**
 * The same, of everybody read on another core where there is one, ahead of who reads them: for what is judged customer
 * by customer in passing.
 */
export function inRunsAhead<Row extends OfCustomer>(
  db: Db,
  query: SelectQueryBuilder<Tables, 'entry', Row>,
  only?: Only,
): AsyncIterable<Row[]> {
  const core = only === undefined ? otherCoreOf(db) : undefined
  return core ? orHere(core.read(inOrder(query, 0).compile()), () => inRuns(query)) : inRuns(query, only)
}

async function* orHere<Row>(
  elsewhere: Promise<AsyncIterable<Row[]> | null>,
  here: () => AsyncIterable<Row[]>,
): AsyncGenerator<Row[]> {
  yield* (await elsewhere) ?? here()
}

function inOrder<Row extends OfCustomer>(query: SelectQueryBuilder<Tables, 'entry', Row>, after: number) {
  return query.where('customer_id', '>', after).orderBy('customer_id')
}
