import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

test('a purchase is remembered', async () => {
  const shop = await openShop()
  expect((await shop.regulars('add 王小明 --phone 13800138000')).exit).toBe(0)
  expect(await shop.json('buy wxm 128+60-8 竹叶青')).toMatchObject({ id: 1, amount: '180.00', change: 2 })
})
