import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

test("the day's close: how it was paid, what came back, and what was no sale", async () => {
  const shop = await openShop()
  await shop.regulars('add Wang')
  await shop.regulars('add Li --kind staff')
  await shop.regulars('pay 1 50 --bonus 10 --on yesterday')
  for (const line of [
    'buy 1 100 tea --method cash',
    'buy walk-in 20 --method Cash',
    'buy 2 30 --method card',
    'buy 1 40',
    'buy 1 35 -p 5 --method card',
    'buy 1 50 -u',
    'pay 1 100 --method wechat',
    'pay 2 70 --bonus 7 --method cash',
    'pay 2 20 --out --method cash',
    'refund 4 25',
    'pass sell 1 10 500 cut --method card',
    'pass use 1',
    'buy 1 9 wrong',
    'void 14',
  ])
    expect((await shop.regulars(line)).exit, line).toBe(0)
  const day = await shop.json('report day')
  expect(day).toEqual({
    on: '2026-11-21',
    currency: 'CNY',
    sales: 8,
    revenue: '775.00',
    byMethod: [
      { method: 'cash', count: 2, amount: '120.00' },
      { method: 'card', count: 3, amount: '535.00' },
      { method: null, count: 1, amount: '40.00' },
    ],
    refunds: '25.00',
    refundsInCash: '25.00',
    payments: '20.00',
    topUps: '150.00',
    bonus: '7.00',
    paidOut: '20.00',
    unpaid: '20.00',
    fromCredit: '60.00',
    totals: [
      { method: 'cash', sales: '120.00', payments: '0.00', topUps: '70.00', handedBack: '20.00', total: '170.00' },
      { method: 'card', sales: '535.00', payments: '0.00', topUps: '0.00', handedBack: '0.00', total: '535.00' },
      { method: 'wechat', sales: '0.00', payments: '20.00', topUps: '80.00', handedBack: '0.00', total: '100.00' },
      { method: null, sales: '40.00', payments: '0.00', topUps: '0.00', handedBack: '0.00', total: '40.00' },
    ],
  })
  const cents = (text: string) => Math.round(Number(text) * 100)
  const paid = day.byMethod.reduce((sum: number, { amount }: { amount: string }) => sum + cents(amount), 0)
  expect(paid + cents(day.unpaid) + cents(day.fromCredit)).toBe(cents(day.revenue))
  expect((await shop.regulars('report day')).out).toContain('Close of 11-21')
  expect((await shop.regulars('report day', { env: { REGULARS_LANG: 'zh' } })).out).toMatch(
    /11-21 日结[\s\S]*从预存扣 +¥60.00[\s\S]*充值 +¥150.00 +另送 ¥7.00/,
  )
  expect((await shop.regulars('report day --explain')).out).toContain('A payment settles debts first')
  expect(await shop.json('report day --on yesterday')).toMatchObject({
    sales: 0,
    revenue: '0.00',
    topUps: '50.00',
    bonus: '10.00',
  })
  expect((await shop.regulars('report day --on tomorrow')).exit).toBe(2)
  expect((await shop.regulars('report day --format csv')).out.split('\n')[0]).toBe(
    'method,sales,payments,topUps,handedBack,total',
  )
})
