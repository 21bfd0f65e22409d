import { expect, test } from 'vitest'
import { addDays, type Day, serial } from '../../../src/ledger/day.ts'
import { readTierHistory } from '../../../src/ledger/tier/history.ts'
import { newestRows } from '../../../src/ledger/tier/queries.ts'
import type { Tier } from '../../../src/ledger/vocabulary.ts'
import { bookOf, plainCustomer } from '../../ledger.ts'
import { openShop } from '../../shop.ts'

const letters: readonly Tier[] = ['A', 'B', 'C', 'D']

test('the newest tier of everybody, wherever a read ends and however many rows one has', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann')
  const book = await bookOf(shop, '2026-11-21')
  const { db } = book
  const { id: change } = await db.selectFrom('change').select('id').executeTakeFirstOrThrow()
  const ids = [1]
  for (let more = 0; more < 6; more++) ids.push(await plainCustomer(book))
  // More of the third than are read at a time, then twice as many; the later a day is, the earlier it was entered.
  const counts = [9_998, 1, 25_000, 3, 1, 1, 2]
  const rows = ids.flatMap((customer, at) =>
    Array.from({ length: counts[at] as number }, (_, row) => ({
      customer_id: customer,
      on: addDays('2026-11-20', -Math.floor(row / 2)),
      tier: letters[(at + row) % 4] as Tier,
      reason: 'manual',
      change_id: change,
    })),
  )
  for (let from = 0; from < rows.length; from += 5_000)
    await db
      .insertInto('tier')
      .values(rows.slice(from, from + 5_000))
      .execute()
  const expected = ids.map((id, at) => {
    // The second of the newest day was written last.
    const row = counts[at] === 1 ? 0 : 1
    return [id, { on: serial('2026-11-20'), tier: letters[(at + row) % 4], reason: 'other' }]
  })
  const history = await readTierHistory(db, '2026-11-21')
  const lastOn = (day: Day) => ids.map((id) => [id, history.lastOn(id, serial(day))])
  expect(lastOn('2026-11-21')).toEqual(expected)
  expect([...history.customers()]).toEqual(ids)
  expect(ids.map((id) => [id, history.of(id).at(-1)])).toEqual(expected)
  expect(ids.map((id) => history.of(id).length)).toEqual(counts)
  const some = await newestRows(db, '2026-11-21', ids.slice(1, 3))
  expect([...some.values()].map(({ customerId, on, tier }) => [customerId, on, tier])).toEqual(
    [1, 2].map((at) => [ids[at], '2026-11-20', letters[(at + (at === 1 ? 0 : 1)) % 4]]),
  )
  // On the 18th the first and the third had rows, and nobody else.
  expect(lastOn('2026-11-18').flatMap(([id, last]) => (last ? [[id, last]] : []))).toEqual(
    [1, ids[2]].map((id) => [id, expect.objectContaining({ on: serial('2026-11-18') })]),
  )
}, 30_000)
