import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

async function teahouse(...rules: string[]): Promise<Shop> {
  const shop = await openShop()
  for (const rule of ['points.earnPer 1', ...rules]) await shop.json(`policy set ${rule} --as setup`)
  return shop
}

const held = async (shop: Shop, who: string, now = {}) => (await shop.json(['points', 'show', who], now)).points
const roster = '姓名,手机,积分\n王小明,13800138000,350\n'
const till =
  '日期,客户,金额,单号\n2026-11-20,王小明,100,A1\n2026-11-21,王小明,40,A2\n2026-11-21,李秀兰,60.90,A3\n2026-11-21,散客,500,A4\n'

test('purchases of a file earn as at the counter; what an old roster had stands for those before it', async () => {
  const shop = await teahouse('points.rate.C 200', 'points.minAmount 50')
  await shop.json('import customers -', { stdin: roster })
  const taken = await shop.json('import purchases - --create-customers', { stdin: till })
  // 王小明: the day before is in the 350, 40 is under the least amount; 李秀兰: 60 whole units, twice, as a C.
  expect([await held(shop, '王小明'), await held(shop, '李秀兰')]).toEqual([350, 120])
  expect((await shop.json('points show 李秀兰')).entries[0]).toMatchObject({ why: 'earned', on: '2026-11-21' })
  const again = await shop.json('import purchases - --create-customers', { stdin: till })
  expect(again).toMatchObject({ change: null, unchanged: 4 })
  // Given back, or struck, in a later file: the points go too.
  await shop.json('import purchases -', { stdin: '日期,客户,金额,单号,状态\n2026-11-21,李秀兰,60.90,A3,作废\n' })
  expect(await held(shop, '李秀兰')).toBe(0)
  await shop.regulars('undo --yes')
  expect(await held(shop, '李秀兰')).toBe(120)
  await shop.regulars(`undo ${taken.change} --yes`)
  expect((await shop.json('report points')).points).toBe(350)
})

test('a sale on the day of the roster, but after it, earns; one entered before it does not', async () => {
  const shop = await teahouse()
  await shop.json('add 王小明 --phone 13800138000')
  await shop.json('policy set points.earnPer 0')
  await shop.json('buy 1 30')
  await shop.json('policy set points.earnPer 1')
  await shop.json('import customers - --on-match update', { stdin: roster })
  expect(await held(shop, '1')).toBe(350)
  const { id } = await shop.json('buy 1 20')
  expect(await held(shop, '1')).toBe(370)
  await shop.json('buy 1 70 --on 2026-11-20')
  expect(await held(shop, '1')).toBe(370)
  await shop.json(`refund ${id}`)
  expect(await held(shop, '1')).toBe(350)
})

test('points are of the day of the purchase: they lapse from it, and are there on it', async () => {
  const shop = await teahouse('points.expireDays 30')
  await shop.json('add 王小明')
  await shop.json('buy 1 100 --on 2026-11-01')
  expect(await shop.json('points show 1')).toMatchObject({ points: 100, expiring: [{ on: '2026-12-01', points: 100 }] })
  expect((await shop.json('points show 1 --today 2026-11-02')).points).toBe(100)
  // Entered after it has lapsed, it brings nothing that can be spent, and nothing is owed when it is given back.
  const { id } = await shop.json('buy 1 500 --on 2026-09-01')
  expect(await held(shop, '1')).toBe(100)
  await shop.json(`refund ${id}`)
  expect(await shop.json('points show 1')).toMatchObject({ points: 100 })
  expect((await shop.json('report points')).shortfall).toBe(0)
})

test('a merge takes no points from either, whoever of them came in with some', async () => {
  const shop = await teahouse()
  await shop.json('add 小王')
  await shop.json('buy 1 80 --on 2026-11-10')
  await shop.json('import customers -', { stdin: roster })
  await shop.json('merge 1 --into 2 --yes')
  expect(await held(shop, '2')).toBe(80 + 350)
  await shop.regulars('undo --yes')
  expect([await held(shop, '1'), await held(shop, '2')]).toEqual([80, 350])
})
