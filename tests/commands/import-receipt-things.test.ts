import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

const header =
  'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,' +
  'Transaction ID,Event Type,Customer ID,Customer Name,Customer Reference ID,Itemization Type'

const line = (item: string, qty: string, net: string, id: string, event = 'Payment') =>
  `2026-11-13,10:05:00,Eastern Time (US & Canada),Coffee,${item},${qty},Regular,,,${net},$0.00,${net},$0.00,` +
  `${id},${event},,,,Physical Good`

const till = [
  header,
  line('Latte', '1.0', '$4.00', 'S1'),
  line('"Mug, blue"', '1.0', '$9.00', 'S1'),
  line('Latte', '2.0', '$8.00', 'S1'),
  line('"Mug, blue"', '1.0', '$9.00', 'S2'),
  line('Latte', '-1.0', '-$4.00', 'S9', 'Refund'),
]

test('items of a till: a comma in a name parts nothing, the same thing on a receipt is counted', async () => {
  const shop = await openShop('init --name Cafe --currency USD --region US --timezone America/New_York')
  writeFileSync(join(shop.folder, 'items.csv'), `${till.join('\n')}\n`)
  const ran = await shop.regulars(['import', join(shop.folder, 'items.csv')])
  expect(ran.exit).toBe(3)
  expect(ran.said).toContain('no purchase with ref S9 of this customer; to enter it as a return: --refunds-alone')
  const sold = await shop.json<{ item: string; amount: string }[]>('purchases')
  expect(sold.map(({ item, amount }) => `${item} ${amount}`)).toEqual([
    'Mug / blue 9.00',
    'Latte x 3, Mug / blue 21.00',
  ])
  const items = await shop.json<{ item: string; purchases: number }[]>('report items')
  expect(items.map(({ item, purchases }) => `${item} ${purchases}`)).toEqual(['Mug / blue 2', 'Latte 1'])
  const zh = { env: { REGULARS_LANG: 'zh' } }
  expect((await shop.regulars(['import', join(shop.folder, 'items.csv'), '--dry-run'], zh)).said).toContain(
    '没有单号 S9 的消费；照退货记下：--refunds-alone',
  )
  expect((await shop.regulars(['import', join(shop.folder, 'items.csv'), '--refunds-alone'])).exit).toBe(0)
})
