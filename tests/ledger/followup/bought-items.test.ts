import { expect, test } from 'vitest'
import { keepBlocks } from '../../../src/ledger/book/blocks/keep.ts'
import { readBoughtItems } from '../../../src/ledger/followup/history/bought-items.ts'
import { readPurchaseHistory } from '../../../src/ledger/standing/purchase-history.ts'
import { bookOf } from '../../ledger.ts'
import { server } from '../../postgres/ledger.ts'
import { openShop } from '../../shop.ts'

const today = '2026-11-21'

test('items of everybody, read as they lie, are those of each by themselves, refunds and a separator too', async () => {
  const shop = await openShop('init --lang en')
  for (const name of ['Ann', 'Bob', 'Cai']) await shop.regulars(['add', name])
  for (const [name, item, on] of [
    ['Ann', '12-7 tea, cup x2', '2026-09-01'],
    ['Ann', '12-7 tea', '2026-09-01'],
    ['Bob', 'tea 250g', '2026-09-02'],
    ['Ann', '12-7 tea', '2026-10-01'],
    ['Bob', 'pot', '2026-10-02'],
    ['Ann', '12-7 tea', '2026-08-03'],
    ['Bob', 'tea 500g', '2026-10-05'],
    ['Cai', 'tea', '2026-10-06'],
    ['Bob', 'tea', '2026-11-05'],
  ] as const)
    await shop.regulars(['buy', name, '50', item, '--on', on, '--today', today])
  await shop.regulars(['refund', '4', '--on', '2026-11-01', '--today', today])
  const book = await bookOf(shop, today)
  const purchases = await readPurchaseHistory(book.db, today)
  const bought = async (only?: readonly number[]) => {
    const of = await readBoughtItems(book.db, today, purchases, only)
    return [1, 2].map((id) => of(id).map(({ key, on, refundedOn }) => ({ key, on, refundedOn })))
  }
  const some = (await bought([1, 2])).map((all) => {
    const times = Map.groupBy(all, ({ key }) => key)
    return all.filter(({ key }) => (times.get(key)?.length ?? 0) >= 3)
  })
  expect(some.map((all) => all.length)).toEqual([4, 3])
  expect(some[0]?.filter(({ refundedOn }) => Number.isFinite(refundedOn))).toHaveLength(1)
  expect(await bought()).toEqual(some)
  book.store.sqlite.prepare("update entry set item = item || char(30) || ', 9 2026-11-03' where id in (4, 5)").run()
  expect(await bought()).toEqual(some)
})

test.skipIf(server)('from blocks, what was refunded is found by its name, a separator in it or not', async () => {
  const shop = await openShop('init --lang en')
  await shop.regulars('add Ann')
  for (const day of [1, 2, 3, 4]) await shop.regulars(`buy Ann 50 "green tea" --on 2026-10-0${day} --today ${today}`)
  await shop.regulars(`refund 1 --on 2026-11-01 --today ${today}`)
  const book = await bookOf(shop, today)
  book.store.sqlite.prepare("update entry set item = 'green' || char(30) || 'tea' where id = 1").run()
  await keepBlocks(book.db, 6, { customer: 1, entry: 4, from: 1 })
  const purchases = await readPurchaseHistory(book.db, today, { items: true })
  expect(purchases.items?.texts).toHaveLength(2)
  const of = await readBoughtItems(book.db, today, purchases)
  expect(of(1)).toEqual((await readBoughtItems(book.db, today, purchases, [1]))(1))
  book.store.close()
})
