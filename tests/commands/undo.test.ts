import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

test('undo takes back your own newest change and says what it was', async () => {
  const shop = await openShop()
  await shop.regulars('add 陈静')
  await shop.regulars('buy 陈静 60')
  const ran = await shop.regulars('undo --yes')
  expect(ran).toEqual({ exit: 0, out: 'Took back change 2: purchase 陈静 ¥60.00 (entry 1).\n', err: '' })
})
