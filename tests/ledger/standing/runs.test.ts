import { expect, test } from 'vitest'
import { isOf } from '../../../src/ledger/standing/everyone.ts'
import { inRuns } from '../../../src/ledger/standing/runs.ts'
import { bookOf } from '../../ledger.ts'
import { openShop } from '../../shop.ts'

test('customers read a run at a time are all of them, each once, in order of id, but staff and nobody', async () => {
  const shop = await openShop()
  for (const name of ['Ann', 'Bob', 'Cai', 'Dan', 'Eve', 'Fay']) await shop.json(`add ${name}`)
  await shop.json('edit 3 --kind staff')
  for (const id of [6, 1, 5, 3, 2, 6]) await shop.json(`buy ${id} 10 --on 2026-11-0${id}`)
  await shop.json('buy walk-in 10 --on 2026-11-01')
  const book = await bookOf(shop, '2026-11-21')
  const query = book.db
    .selectFrom('entry')
    .select(({ fn }) => ['customer_id', fn.countAll<number>().as('times')])
    .groupBy('customer_id')
    .having(isOf('customer_id'))
  for (const [length, expected] of [
    [1, [[1], [2], [5], [6], []]],
    [2, [[1, 2], [5, 6], []]],
    [3, [[1, 2, 5], [6]]],
    [10_000, [[1, 2, 5, 6]]],
  ] as const) {
    const runs: number[][] = []
    const times: number[] = []
    for await (const run of inRuns(query, undefined, length)) {
      runs.push(run.map(({ customer_id }) => customer_id as number))
      times.push(...run.map((row) => row.times))
    }
    expect(runs).toEqual(expected)
    expect(times).toEqual([1, 1, 1, 2])
  }
})
