import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { copied, openShop, type Shop } from '../shop.ts'
import { type Paid, wechatBill } from '../wechat-bill.ts'

const bill = fileURLToPath(new URL('../rosters/formats/wechat-personal-2025.csv', import.meta.url))
/** A bill of WeChat Pay with these receipts, as a file of the shop's folder. */
function billOf(shop: Shop, name: string, paid: readonly Paid[]): string {
  const file = join(shop.folder, name)
  writeFileSync(file, wechatBill(paid))
  return file
}

const spring = { by: '春风十里' }
const received: readonly Paid[] = [
  { ...spring, on: '2026-11-19', amount: '128.00', ref: '1001' },
  { ...spring, on: '2026-11-20', amount: '1000.00', ref: '1002' },
  { by: '王晓明', on: '2026-11-18', amount: '66.00', ref: '1003' },
  { by: '李*', on: '2026-11-17', amount: '55.00', ref: '1004' },
]
const later: readonly Paid[] = [{ ...spring, on: '2026-11-20', amount: '30.00', ref: '1005' }]

const teahouse = copied(async (lang: string = 'en'): Promise<Shop> => {
  const shop = await openShop(`init --name Teahouse --currency CNY --region CN --timezone Asia/Shanghai --lang ${lang}`)
  await shop.json('add 王小明 --phone 13800138000')
  await shop.json('add 李红')
  return shop
})

const purchasesOf = async (shop: Shop, who = '') => (await shop.json(`purchases ${who}`)) as Record<string, unknown>[]
const refsOf = async (shop: Shop, who: string) => (await purchasesOf(shop, who)).map(({ ref }) => ref).sort()
/** Entries and links alone, as export all has them. */
const links = async (shop: Shop) =>
  (await content(shop)).split('\n').filter((line) => /"table":"(entry|payer)"/.test(line))
const content = async (shop: Shop) => (await shop.regulars('export all')).out

test('a payer is kept with the purchase and given to a customer, past and to come', async () => {
  const shop = await teahouse()
  await shop.json(['import', billOf(shop, 'one.csv', received)])
  expect((await purchasesOf(shop, 'walk-in')).map(({ payer }) => payer)).toEqual([
    'wechat:春风十里',
    'wechat:春风十里',
    'wechat:王晓明',
    'wechat:李*',
  ])
  const before = await purchasesOf(shop)
  const linked = await shop.json('payer link wechat:春风十里 1')
  expect(linked).toEqual({
    change: expect.any(Number),
    key: 'wechat:春风十里',
    customerId: 1,
    purchases: 2,
    amount: '1128.00',
  })
  expect(await refsOf(shop, '1')).toEqual(['1001', '1002'])
  expect((await purchasesOf(shop)).map((row) => ({ ...row, customerId: null }))).toEqual(
    before.map((row) => ({ ...row, customerId: null })),
  )
  await shop.json(['import', billOf(shop, 'two.csv', later)])
  expect(await refsOf(shop, '1')).toEqual(['1001', '1002', '1005'])
  const again = await shop.json(['import', billOf(shop, 'both.csv', [...received, ...later])])
  expect(again).toMatchObject({ created: 0, updated: 0, unchanged: 5, change: null })
  expect((await shop.json('payer list --linked'))[0]).toMatchObject({
    key: 'wechat:春风十里',
    name: '春风十里',
    purchases: 3,
    amount: '1158.00',
    firstOn: '2026-11-19',
    lastOn: '2026-11-20',
    customerId: 1,
  })
  const unlinked = await shop.json('payer unlink 春风十里')
  expect(unlinked).toMatchObject({ key: 'wechat:春风十里', customerId: 1, purchases: 3, amount: '1158.00' })
  expect(await refsOf(shop, '1')).toEqual([])
  expect((await shop.regulars('doctor')).exit).toBe(0)
})

test('the list says whose an open payer may be: by name, sound, masked name, day and amount', async () => {
  const shop = await teahouse()
  await shop.json('buy 2 55 --on 2026-11-17')
  await shop.json('add 周七')
  await shop.json('buy 3 128 --on 2026-11-19')
  await shop.json('buy 3 1000 --on 2026-11-20')
  await shop.json(['import', billOf(shop, 'one.csv', received)])
  expect(await shop.json('payer list')).toEqual([
    {
      key: 'wechat:春风十里',
      name: '春风十里',
      purchases: 2,
      amount: '1128.00',
      firstOn: '2026-11-19',
      lastOn: '2026-11-20',
      likely: [{ customerId: 3, name: '周七', why: { name: null, samePurchases: 2 } }],
    },
    {
      key: 'wechat:王晓明',
      name: '王晓明',
      purchases: 1,
      amount: '66.00',
      firstOn: '2026-11-18',
      lastOn: '2026-11-18',
      likely: [{ customerId: 1, name: '王小明', why: { name: 'sound', samePurchases: 0 } }],
    },
    {
      key: 'wechat:李*',
      name: '李*',
      purchases: 1,
      amount: '55.00',
      firstOn: '2026-11-17',
      lastOn: '2026-11-17',
      likely: [{ customerId: 2, name: '李红', why: { name: 'masked', samePurchases: 1 } }],
    },
  ])
})

test.each([
  [
    'en',
    '王小明 #1 (sounds alike)',
    'regulars payer link wechat:春风十里 1',
    'wechat:春风十里 is 王小明 #1 from now on: 2 purchases',
  ],
  ['zh', '王小明 #1（同音）', 'regulars payer unlink wechat:春风十里', 'wechat:春风十里 就是 王小明 #1：2 笔'],
])('in words (%s), on a terminal and a pipe', async (lang, likely, _hint, said) => {
  const shop = await teahouse(lang)
  await shop.json(['import', billOf(shop, 'one.csv', received)])
  for (const options of [{}, { columns: 120 }]) {
    const { out } = await shop.regulars('payer list', options)
    expect(out).toContain(likely)
    expect(out).toContain('wechat:春风十里')
  }
  const { out } = await shop.regulars('payer link 春风十里 1', { columns: 120 })
  expect(out).toContain(said)
  expect((await shop.regulars('payer list --linked')).said).toContain('regulars payer unlink wechat:春风十里')
  expect((await shop.regulars('log')).out).toContain(
    lang === 'en' ? 'payer linked to 王小明: 2 purchases' : '付款名归 王小明：2 笔',
  )
  expect((await shop.regulars('log')).out).not.toContain('春风十里')
  expect((await shop.regulars('purchases walk-in')).out).toContain('wechat:王晓明')
})

test('what cannot be is said, with what to type', async () => {
  const shop = await teahouse()
  expect(await shop.regulars('payer link 春风 1')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('regulars help import'),
  })
  await shop.json(['import', billOf(shop, 'one.csv', received)])
  expect((await shop.regulars('payer link wechat:春风十 1')).err).toContain('Did you mean wechat:春风十里?')
  expect((await shop.regulars('payer link 春风十里 walk-in')).exit).toBe(1)
  expect((await shop.regulars('payer unlink 春风十里')).err).toContain('there is no link')
  await shop.json('payer link 春风十里 1')
  expect((await shop.json('payer link 春风十里 1')).change).toBe(null)
  expect((await shop.regulars('payer link 春风十里 2')).err).toContain('regulars payer unlink wechat:春风十里')
  const before = await content(shop)
  expect(await shop.json('payer unlink 春风十里 --dry-run')).toMatchObject({ purchases: 2, change: null })
  expect(await content(shop)).toBe(before)
})

test('no welcome and no thanks for what a link brought', async () => {
  const shop = await teahouse()
  await shop.json('policy set due.thanks.minAmount 500')
  await shop.json(['import', billOf(shop, 'one.csv', received)], { now: new Date('2026-11-20T08:00:00Z') })
  await shop.json('payer link 春风十里 1')
  const reasons = async (options = {}) =>
    (await shop.json('due --all', options)).rows.flatMap(
      ({ customerId, reasons }: { customerId: number; reasons: { reason: string }[] }) =>
        customerId === 1 ? reasons.map(({ reason }) => reason) : [],
    )
  expect(await reasons()).not.toContain('welcome')
  expect(await reasons()).not.toContain('thanks')
  await shop.json('buy 1 800 --on 2026-11-20')
  expect(await reasons()).toContain('thanks')
})

test('of two purchases of one day and amount, one by a link and the other refunded, none is thanked for', async () => {
  const shop = await teahouse()
  await shop.json('policy set due.thanks.minAmount 500')
  await shop.json('policy set due.after-sale.on false')
  // An earlier purchase, so that nobody is new.
  await shop.json('buy 1 20 --on 2026-11-01')
  await shop.json(['import', billOf(shop, 'one.csv', received)])
  await shop.json('payer link wechat:春风十里 1')
  const bought = await shop.json('buy 1 1000 --on 2026-11-20')
  const reasons = async () => {
    const { rows, total } = await shop.json('due --today 2026-11-23')
    return [total, rows.flatMap((row: { reasons: { reason: string }[] }) => row.reasons.map(({ reason }) => reason))]
  }
  expect(await reasons()).toEqual([1, ['thanks']])
  await shop.json(`refund ${bought.id} 1000 --today 2026-11-23`)
  expect(await reasons()).toEqual([0, []])
  const { reasons: fell } = await shop.json('report followups --from 2026-11-22 --to 2026-11-25 --today 2026-11-25')
  expect(fell.find(({ reason }: { reason: string }) => reason === 'thanks')).toMatchObject({ due: 1, open: 0 })
})

test('undo: in any order in which nothing builds on it, and refused where something does', async () => {
  const shop = await teahouse()
  const empty = await content(shop)
  const one = billOf(shop, 'one.csv', received)
  const imported = (await shop.json(['import', one])).change
  const open = await content(shop)
  const linked = (await shop.json('payer link 春风十里 1')).change
  const given = await content(shop)
  expect((await shop.regulars(`undo ${imported} --yes`)).err).toContain(`undo ${linked}`)
  await shop.json(`undo ${linked} --yes`)
  expect(await content(shop)).toBe(open)
  const relinked = (await shop.json('payer link 春风十里 1')).change
  expect(await content(shop)).toBe(given)
  const unlinked = (await shop.json('payer unlink 春风十里')).change
  expect((await shop.regulars(`undo ${relinked} --yes`)).exit).toBe(1)
  await shop.json(`undo ${unlinked} --yes`)
  expect(await content(shop)).toBe(given)
  const second = (await shop.json(['import', billOf(shop, 'two.csv', later)])).change
  expect((await shop.regulars(`undo ${relinked} --yes`)).err).toContain(`undo ${second}`)
  await shop.json(`undo ${second} --yes`)
  await shop.json(`undo ${relinked} --yes`)
  expect(await content(shop)).toBe(open)
  await shop.json(`undo ${imported} --yes`)
  expect(await content(shop)).toBe(empty)
})

test('links go along with export all, and import all finds by them', async () => {
  const shop = await teahouse()
  await shop.json(['import', bill])
  await shop.json('payer link 春风十里 1')
  const out = join(shop.folder, 'shop.jsonl')
  await shop.regulars(['export', 'all', '--out', out])
  const other = await openShop(false)
  await other.json(['import', 'all', out])
  expect(await content(other)).toBe(await content(shop))
  expect(await other.json('payer list --linked')).toEqual(await shop.json('payer list --linked'))
  await other.json(['import', billOf(other, 'two.csv', later)])
  expect(await refsOf(other, '1')).toContain('1005')
})

test('refunds go with their purchase, both ways', async () => {
  const shop = await teahouse()
  await shop.json(['import', billOf(shop, 'one.csv', received)])
  const [{ id }] = (await purchasesOf(shop, 'walk-in')).filter(({ ref }) => ref === '1002') as [{ id: number }]
  await shop.json(`refund ${id} 400`)
  await shop.json('payer link 春风十里 1')
  expect((await shop.json('list'))[0]).toMatchObject({ id: 1, spent: '728.00', balance: '0.00' })
  await shop.json(`refund ${id} 100`)
  await shop.json('payer unlink 春风十里')
  expect((await shop.json('list')).find((one: { id: number }) => one.id === 1)).toMatchObject({
    spent: '0.00',
    balance: '0.00',
  })
  expect((await shop.regulars('doctor')).exit).toBe(0)
})

test('who a file made by a payer’s name has all of it by the link; with a namesake nobody is linked', async () => {
  const shop = await teahouse()
  await shop.json('add 春风十里')
  await shop.regulars(['import', billOf(shop, 'one.csv', received), '--create-customers'])
  expect((await shop.json('payer list')).map(({ key }: { key: string }) => key)).toEqual([
    'wechat:春风十里',
    'wechat:李*',
  ])
  const [made] = await shop.json('payer list --linked')
  expect(made).toMatchObject({ key: 'wechat:王晓明', purchases: 1, amount: '66.00' })
  expect(await shop.json('payer unlink 王晓明')).toMatchObject({ purchases: 1 })
  expect(await refsOf(shop, String(made.customerId))).toEqual([])
})

test('link first or import first is the same; a link and its undo leave everything as it was', async () => {
  const amounts = fc.integer({ min: 1, max: 99_999 })
  const row = fc.record({
    by: fc.constantFrom('春风十里', '阿福', '李*'),
    day: fc.integer({ min: 1, max: 20 }),
    amount: amounts,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 8 }),
      fc.array(row, { maxLength: 4 }),
      async (first, second) => {
        const paid = (rows: typeof first, from: number) =>
          rows.map(({ by, day, amount }, at) => ({
            by,
            on: `2026-11-${String(day).padStart(2, '0')}`,
            amount: (amount / 100).toFixed(2),
            ref: String(from + at),
          }))
        const [early, late] = [await teahouse(), await teahouse()]
        const files = (shop: Shop) =>
          [
            billOf(shop, 'a.csv', [...paid(first, 2000), { ...spring, on: '2026-11-01', amount: '1.00', ref: '1999' }]),
            billOf(shop, 'b.csv', paid(second, 3000)),
          ] as const
        const [a, b] = files(early)
        await early.json(['import', a])
        const before = await content(early)
        const { change } = await early.json('payer link 春风十里 1')
        await early.json(`undo ${change} --yes`)
        expect(await content(early)).toBe(before)
        await early.json('payer link 春风十里 1')
        await early.json('payer unlink 春风十里')
        expect(await content(early)).toBe(before)
        await early.json('payer link 春风十里 1')
        if (second.length > 0) await early.json(['import', b])
        const [c, d] = files(late)
        await late.json(['import', c])
        if (second.length > 0) await late.json(['import', d])
        await late.json('payer link 春风十里 1')
        expect(await links(early)).toEqual(await links(late))
      },
    ),
    { numRuns: 6 },
  )
})

test('what is unpaid of a linked purchase is owed, and lowers an account opened later; unlink undoes it', async () => {
  const shop = await teahouse()
  mkdirSync(join(shop.folder, 'formats'))
  const till = {
    name: 'corner-till',
    title: { en: 'Corner till', zh: '街角收银' },
    kind: 'purchases',
    service: 'corner',
    recognise: { all: ['Bon', 'Wann', 'Summe', 'Karte', 'Art'] },
    columns: { ref: 'Bon', on: 'Wann', amount: 'Summe', name: 'Wer' },
    states: ['Art'],
    payer: { space: 'corner', key: 'Karte', strong: true },
    rows: [
      { when: { Art: ['VK'] }, is: 'sale' },
      { when: { Art: ['AUF'] }, is: 'owed' },
    ],
  }
  writeFileSync(join(shop.folder, 'formats', 'corner-till.json'), JSON.stringify(till))
  const file = join(shop.folder, 'till.csv')
  writeFileSync(
    file,
    'Bon,Wann,Summe,Karte,Wer,Art\nB1,2026-11-01,80.00,K7,Fremd,AUF\nB2,2026-11-02,20.00,K7,Fremd,VK\n',
  )
  await shop.json('add 周七 --owes 100')
  await shop.json(['import', file])
  const before = await links(shop)
  const balance = async () => (await shop.json('list')).find(({ id }: { id: number }) => id === 3).balance
  expect(await balance()).toBe('100.00')
  expect(await shop.json('payer link corner:K7 3')).toMatchObject({ purchases: 2, amount: '100.00' })
  expect(await balance()).toBe('100.00')
  expect((await purchasesOf(shop, '3')).map(({ paid }) => paid)).toEqual(['20.00', '0.00'])
  expect((await shop.regulars('doctor')).exit).toBe(0)
  await shop.json('payer unlink K7')
  expect(await balance()).toBe('100.00')
  expect(await links(shop)).toEqual(before)
})

test('a payer who turns out to be one that was brought: the reward comes with the link, and goes with it', async () => {
  const shop = await teahouse()
  for (const rule of ['referral.reward credit:10', 'referral.rewardNew points:5']) await shop.json(`policy set ${rule}`)
  await shop.json('edit 1 --referred-by 2')
  await shop.json(['import', billOf(shop, 'one.csv', received)])
  const have = async () => [(await shop.json('show 2')).balance, (await shop.json('show 1')).points]
  const was = await content(shop)
  await shop.json('payer link 春风十里 1')
  expect(await have()).toEqual(['-10.00', 5])
  await shop.json('payer unlink 春风十里')
  expect(await have()).toEqual(['0.00', 0])
  await shop.json('undo --yes')
  await shop.json('undo --yes')
  expect(await content(shop)).toBe(was)
})
