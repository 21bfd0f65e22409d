import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

const on = (day: string) => ({ now: new Date(`${day}T02:00:00Z`) })
interface Plan {
  readonly messages: { text: string; customerId: number }[]
  readonly leftOut: { why: string }[]
}

test('points and coupons that lapse soon are told of, with how many and until when', async () => {
  const shop = await openShop()
  for (const line of [
    'policy set points.earnPer 1',
    'policy set points.expireDays 60',
    'add 王小明 --wechat wxm --called 王哥',
    'add 李秀兰 --wechat lxl',
    'buy 1 128',
    'coupon give SPRING --value 10 --until 2027-01-20 --to 1',
  ])
    await shop.json(line)
  const near = on('2027-01-15')
  const points: Plan = await shop.json('message points --to 1,2', near)
  expect(points.messages.map(({ text }) => text)).toEqual([
    'Dear 王哥, 128 of your points lapse on Wed 20 January. Come and use them before. Teahouse',
  ])
  expect(points.leftOut).toMatchObject([{ why: 'not-due' }])
  expect((await shop.regulars('message 券快到期 --to due --lang zh', near)).out).toContain(
    '王哥您好，您的券 SPRING 用到 1月20日周三 为止',
  )
  await shop.json('message points --to 1 --log', near)
  expect((await shop.json('message points --to 1', near)).messages).toEqual([])
})

test('who has risen to A is told so once, with what they have now', async () => {
  const shop = await openShop()
  for (const line of [
    'add 王小明 --wechat wxm',
    'add 李秀兰 --wechat lxl',
    'add 陈静 --wechat cj',
    'buy 1 10',
    'buy 3 20',
  ])
    await shop.json(line)
  await shop.json(['policy', 'set', 'tier.A.privilege', '免费续茶'])
  // Whoever is an A from the first classify on has not risen.
  for (const day of ['2026-11-17', '2026-11-18', '2026-11-19']) await shop.json(`buy 2 500 --on ${day}`)
  await shop.json('classify')
  const later = on('2026-12-05')
  for (const day of ['2026-12-02', '2026-12-03', '2026-12-04']) await shop.json(`buy 1 900 --on ${day}`, later)
  const classified = await shop.regulars('classify --lang zh', later)
  expect(classified.out).toContain('regulars message 升级 --tier A')
  const plan: Plan = await shop.json('message risen --tier A', later)
  expect(plan.messages.map(({ customerId }) => customerId)).toEqual([1])
  expect(plan.messages[0]?.text).toContain('For you: 免费续茶.')
  await shop.json('message risen --tier A --log', later)
  expect((await shop.json('message risen --tier A', on('2026-12-20'))).messages).toEqual([])
  expect((await shop.json('message risen --tier A', on('2027-02-20'))).messages).toEqual([])
})
