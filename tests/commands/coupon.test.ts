import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

async function teahouse(): Promise<Shop> {
  const shop = await openShop()
  for (const line of ['add 王小明 --tag 老茶客', 'add 李秀兰 --tag 老茶客', 'add 陈静']) await shop.json(line)
  return shop
}

test('a coupon is given to a group in one change, used at the till, and its effect is counted', async () => {
  const shop = await teahouse()
  const given = await shop.regulars('coupon give 春茶 --value 10 --min 80 --until 2026-12-31 --tag 老茶客 --lang zh')
  expect(given.out).toContain('券 春茶（减 ¥10.00，满 ¥80.00，到 12-31）送给 2 位')
  expect(await shop.json('buy 1 100 --coupon 春茶')).toMatchObject({
    amount: '90.00',
    discount: '10.00',
    coupon: '春茶',
  })
  expect(await shop.json('coupon list')).toEqual([
    {
      code: '春茶',
      value: '10.00',
      percent: null,
      min: '80.00',
      until: '2026-12-31',
      given: 2,
      used: 1,
      uses: 1,
      revenue: '90.00',
    },
  ])
  const refuses = async (line: string, said: string, options = {}) =>
    expect(await shop.regulars(line, options)).toMatchObject({ exit: 1, err: expect.stringContaining(said) })
  await refuses('buy 1 100 --coupon 春茶', 'has used coupon 春茶 already')
  await refuses('buy 2 50 --coupon 春茶', 'needs 80.00; this is 50.00')
  await refuses('buy 3 100 --coupon 春茶', 'was not given to 陈静 #3')
  await refuses('buy 2 100 --coupon 夏茶', 'No coupon “夏茶”')
  await refuses('buy 2 100 --coupon 春茶', 'was good until 2026-12-31', { now: new Date('2027-01-01T02:00:00Z') })
  await refuses('coupon give 春茶 --value 20 --to 3', 'with another value')
  await refuses('coupon give 春茶 --tag 老茶客', 'Nobody to give')
  expect((await shop.regulars('coupon give 夏茶 --to 3')).exit).toBe(1)
  await shop.regulars('undo --yes')
  await shop.regulars('undo --yes')
  expect(await shop.json('coupon list')).toEqual([])
})

test('a refund in whole or a void gives it back while it holds; a fix keeps it', async () => {
  const shop = await teahouse()
  await shop.json('coupon give HALF --percent 50 --to 1 --until 2026-12-31')
  const first = await shop.json('buy 1 100 --coupon half')
  expect(first).toMatchObject({ amount: '50.00', coupon: 'HALF' })
  await shop.json(`refund ${first.id} 20`)
  expect((await shop.regulars('buy 1 10 --coupon HALF')).exit).toBe(1)
  await shop.json(`refund ${first.id}`)
  const second = await shop.json('buy 1 10 --coupon HALF')
  await shop.json(`fix ${second.id} 6`)
  expect((await shop.regulars('buy 1 10 --coupon HALF')).exit).toBe(1)
  const [{ id }] = await shop.json('purchases 1')
  await shop.json(`void ${id}`)
  expect((await shop.json('buy 1 10 --coupon HALF')).amount).toBe('5.00')
  // Given back after its last day it is gone.
  const late = { now: new Date('2027-02-01T02:00:00Z') }
  const [last] = await shop.json('purchases 1')
  await shop.json(`refund ${last.id}`, late)
  expect((await shop.json('coupon list', late))[0].used).toBe(1)
})

test('many uses, use by hand, and coupon, privilege and points in this order', async () => {
  const shop = await teahouse()
  await shop.json('coupon give MANY --value 5 --uses 0 --to 1,2')
  await shop.json('coupon use MANY 1')
  await shop.json('coupon use many 1')
  expect((await shop.json('coupon list'))[0]).toMatchObject({ given: 2, used: 2 })
  await shop.json('policy set tier.C.privilegePercent 10')
  await shop.json('policy set tier.C.privilege "free tea"')
  await shop.json('policy set points.worth 1')
  await shop.json('points adjust 1 40 --reason gift')
  await shop.json('buy 1 1')
  const bought = await shop.regulars('buy 1 105 --coupon MANY --privilege --redeem 30')
  expect(bought.out).toContain('¥60.00, coupon MANY, 30 points redeemed')
  expect(bought.out).toContain('has free tea')
  expect((await shop.json('purchases 1'))[0]).toMatchObject({
    amount: '60.00',
    discount: '45.00',
    coupon: 'MANY',
    redeemed: 30,
  })
  expect((await shop.regulars('buy 2 10 --privilege')).err).toContain('Tier D has no percent off')
  expect((await shop.regulars('show 1')).out).toMatch(/has free tea; 10 % off with buy --privilege/)
})
