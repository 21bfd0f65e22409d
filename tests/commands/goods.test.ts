import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

async function shopOfThree(): Promise<Shop> {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann --source street --today 2026-01-01')
  await shop.json('add Bob --source Street --today 2026-02-01')
  await shop.json('add Cai --source web --today 2026-03-01')
  await shop.json('add Dan --today 2026-03-01')
  for (const line of [
    '1 100 "Longjing 250g" --on 2026-10-01',
    '1 60 "Longjing 100g, cup x2" --on 2026-11-01',
    '2 40 cup --on 2026-11-02',
    '2 30 --on 2026-11-03',
    '3 50 Longjing --on 2026-01-05',
  ])
    await shop.json(`buy ${line}`)
  await shop.json('buy walk-in 20 cup --on 2026-11-04')
  await shop.json('refund 3 10 --reason chipped --fault shop --on 2026-11-05')
  await shop.json('refund 5 50 --reason damp --on 2026-11-06')
  return shop
}

test('report items: each thing without quantities, what was kept of it, to how many', async () => {
  const shop = await shopOfThree()
  expect(await shop.json('report items')).toEqual([
    { item: 'Longjing', purchases: 2, customers: 1, amount: '100.00', lastOn: '2026-11-01' },
    { item: 'cup', purchases: 3, customers: 2, amount: '50.00', lastOn: '2026-11-04' },
  ])
  const { said: out } = await shop.regulars('report items')
  expect(out).toContain('Receipts of several things: 1 for ¥60.00')
  expect(out).toContain('Purchases that name no thing: 1 for ¥30.00.')
  expect(out).toContain('Who bought it: regulars list --bought Longjing')
  expect((await shop.json('report items --month 2026-10')).map(({ item }: { item: string }) => item)).toEqual([
    'Longjing',
  ])
  expect((await shop.json('report items --source web')).length).toBe(0)
  expect((await shop.regulars('report items --lang zh')).out).toContain('卖了 2 样')
})

test('report returns: by thing, by reason, by whose fault it was', async () => {
  const shop = await shopOfThree()
  const { rows } = await shop.json('report returns')
  expect(rows.map(({ by, value, refunds, amount }: Record<string, unknown>) => [by, value, refunds, amount])).toEqual([
    ['item', 'Longjing', 1, '50.00'],
    ['item', 'cup', 1, '10.00'],
    ['reason', 'damp', 1, '50.00'],
    ['reason', 'chipped', 1, '10.00'],
    ['fault', 'shop', 1, '10.00'],
    ['fault', null, 1, '50.00'],
  ])
  expect(rows[0].share).toBeCloseTo(50 / 60)
  const { out } = await shop.regulars('report returns')
  expect(out).toContain('20 % of the ¥300.00 sold in these days')
  expect(out).toContain('83.3 %')
  expect((await shop.regulars('report returns --month 2026-09')).out).toContain('Nothing was given back.')
})

test('report sources: who came how, who bought, what they spent, who is still here', async () => {
  const shop = await shopOfThree()
  expect(await shop.json('report sources')).toEqual([
    { source: 'street', added: 2, bought: 2, spent: '220.00', active: 2 },
    { source: 'web', added: 1, bought: 0, spent: '0.00', active: 0 },
    { source: null, added: 1, bought: 0, spent: '0.00', active: 0 },
  ])
  expect((await shop.regulars('report sources')).said).toContain('Who they are: regulars list --source street')
  expect((await shop.json('report sources --from 2026-02-01')).map(({ added }: { added: number }) => added)).toEqual([
    1, 1, 1,
  ])
})

test('refunds are among purchases, with why and whose fault; gifts and campaigns among contacts', async () => {
  const shop = await shopOfThree()
  const { out } = await shop.regulars('purchases 2')
  expect(out).toMatch(/7 {2}11-05 {2}Bob #2 {2}.*-¥10.00 {2}refund of no. 3 chipped fault: shop/)
  expect(out).toContain('2 purchases, ¥70.00, refunded ¥10.00')
  expect((await shop.json('purchases 2')).map(({ kind }: { kind: string }) => kind)).toEqual([
    'refund',
    'purchase',
    'purchase',
  ])
  expect((await shop.regulars('purchases -l 2')).out).toContain('the newest 2 shown')
  expect((await shop.regulars('show 2')).out).toContain('fault: shop')
  await shop.json('done 2 -o sent --gift mug --campaign spring -n hello')
  await shop.json('done 1')
  expect((await shop.regulars('contacts 2')).out).toContain('“hello” campaign spring gift: mug')
  expect((await shop.regulars('show 2')).out).toContain('“hello” campaign spring gift: mug')
  expect((await shop.regulars('contacts -l 1 --lang zh')).out).toContain('联系 2 次，列了最新 1 条')
})

test('find looks into what they bought, gave back, were given and told', async () => {
  const shop = await shopOfThree()
  await shop.json('done 2 -o sent --gift mug --campaign spring')
  await shop.json('done 4 -n "likes smoke"')
  const found = async (word: string) => (await shop.regulars(['find', word, '--ids'])).out.trim().split('\n').join(' ')
  expect(await found('longjing')).toBe('1 3')
  expect(await found('chipped')).toBe('2')
  expect(await found('mug')).toBe('2')
  expect(await found('SPRING')).toBe('2')
  expect(await found('smoke')).toBe('4')
  expect((await shop.regulars('find longjing street --ids')).out).toBe('1\n')
  await shop.json('void 5').catch(() => shop.json('void 5 8'))
  expect(await found('damp')).toBe('')
})

test('names in Chinese characters are the same with blanks, dots and what cannot be seen', async () => {
  const shop = await openShop()
  await shop.json(['add', '赵 敏'])
  await shop.json(['add', '买买提·艾力'])
  for (const typed of ['赵敏', '赵　敏', '赵\u200b敏']) expect((await shop.json(['show', typed])).id, typed).toBe(1)
  expect((await shop.json(['show', '买买提艾力'])).id).toBe(2)
  expect((await shop.regulars(['find', '买买提艾', '--ids'])).out).toBe('2\n')
  expect((await shop.regulars(['show', '王'])).exit).toBe(1)
})
