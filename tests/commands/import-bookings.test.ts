import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of the JSON
async function take(shop: Shop, kind: string, text: string, ...flags: string[]): Promise<any> {
  const path = join(shop.folder, 'list.csv')
  writeFileSync(path, text)
  return JSON.parse((await shop.regulars(['import', kind, path, '--json', ...flags])).out)
}

async function rows(shop: Shop, kind: string): Promise<Record<string, string>[]> {
  return parse((await shop.regulars(`export ${kind} --format csv`)).out, { columns: true })
}

const sales = async (shop: Shop) =>
  (await rows(shop, 'purchases')).map(({ name, amount, item }) => [name, amount, item].join(' ').trim())

test('of a book of appointments whoever came has bought, by name and phone', async () => {
  const shop = await openShop('init --name Shop --currency CNY --region CN --lang en')
  const book =
    '预约日期,预约时间,客人,电话,项目,价格,到店情况\n2026/11/3,14:00,王芳,13800138000,美甲,128,到了\n' +
    '2026/11/3,15:30,李娜,13900139000,美睫,198,没来\n2026/11/4,10:00,张伟,13700137000,洗脸,88,改期\n'
  const ended = await take(shop, 'purchases', book, '--create-customers')
  expect(ended).toMatchObject({ created: 1, rejected: 0, skipped: [{ reason: 'not-a-sale', rows: 2, sum: '286.00' }] })
  expect(await sales(shop)).toEqual(['王芳 128.00 美甲'])
})

test('of bookings of a salon those called off are no sales, and nobody confirmed is one yet', async () => {
  const shop = await openShop('init --name Shop --currency USD --region US --lang en')
  const bookings =
    'Appt. ref,Client,Client Phone,Scheduled on,Service,Price,Status\n' +
    '#A1,Jane Doe,4155552671,"Nov 3, 2026, 10:00am",Haircut,$45.00,Completed\n' +
    '#A2,Ann Lee,,"Nov 3, 2026, 11:00am",Color,$120.00,No-show\n' +
    '#A3,Cy Dow,,"Nov 5, 2026, 10:00am",Haircut,$45.00,Cancelled by client\n' +
    '#A4,Bea Cox,,"Nov 6, 2026, 10:00am",Haircut,$45.00,Confirmed\n'
  const ended = await take(shop, 'purchases', bookings, '--create-customers')
  expect(ended).toMatchObject({ created: 1, rejected: 1, errors: [{ code: 'row.unknown-state', line: 5 }] })
  expect(await sales(shop)).toEqual(['Jane Doe 45.00 Haircut'])
})

test('what a service charge came to is no item beside one', async () => {
  const shop = await openShop('init --name Shop --currency USD --region US --lang en')
  await take(
    shop,
    'purchases',
    'date,customer,service,item,total\n2026-11-01,Ann,2.50,Tea,12.50\n',
    '--create-customers',
  )
  expect(await sales(shop)).toEqual(['Ann 12.50 Tea'])
})

test('the day of value of a bank is no currency, and what the shop paid no sale', async () => {
  const shop = await openShop('init --name Shop --currency EUR --region DE --lang en')
  const statement =
    'Buchungstag;Valuta;Auftraggeber/Empfänger;Betrag;Saldo\n01.11.2026;01.11.2026;Anna Schmidt;120,00;1.120,00\n' +
    '02.11.2026;02.11.2026;Vermieter GmbH;-850,00;270,00\n14.11.2026;14.11.2026;Ben Weber;80,00;350,00\n'
  const ended = await take(shop, 'purchases', statement, '--create-customers')
  expect(ended).toMatchObject({ created: 2, rejected: 0, skipped: [{ reason: 'own-spending', sum: '-850.00' }] })
  expect(await sales(shop)).toEqual(['Anna Schmidt 120.00', 'Ben Weber 80.00'])
})

test('cards somebody paid by have no number: Visa is nobody', async () => {
  const shop = await openShop('init --name Shop --currency USD --region US --lang en')
  const rows = 'date,customer,amount,card\n2026-11-01,Ann,10,Visa\n2026-11-02,Ben,20,Visa\n'
  expect(await take(shop, 'purchases', rows, '--create-customers')).toMatchObject({
    created: 2,
    unknownColumns: ['card'],
  })
})

test('members of a group are called by their names there, else by their nicks', async () => {
  const shop = await openShop('init --name Shop --currency CNY --region CN --lang en')
  const group = '序号,微信昵称,群昵称,微信号\n1,春风十里,王芳,wxid_1\n2,李娜13800138000,,lina88\n'
  expect(await take(shop, 'customers', group)).toMatchObject({ created: 2, rejected: 0 })
  expect((await rows(shop, 'customers')).map(({ name, called, phone }) => [name, called, phone])).toEqual([
    ['王芳', '春风十里', ''],
    ['李娜', '李娜13800138000', '+8613800138000'],
  ])
  await take(shop, 'customers', '昵称,手机\n小陈,13700137000\n')
  expect((await rows(shop, 'customers')).map(({ name }) => name)).toContain('小陈')
})

test('a loyalty app says points, visits and what was spent', async () => {
  const shop = await openShop('init --name Shop --currency USD --region US --lang en')
  const list =
    'Customer Name,Phone Number,Points Balance,Lifetime Spend,Last Visit,Total Visits\n' +
    'Ann Lee,(415) 555-2671,70,$340.25,11/13/2026,12\n'
  expect(await take(shop, 'customers', list)).toMatchObject({ created: 1, unknownColumns: [] })
  expect(await rows(shop, 'customers')).toMatchObject([
    { points: '70', spent_before: '340.25', visits_before: '12', last_purchase: '2026-11-13' },
  ])
})

test('orders of a Japanese cart: a line each, the total once, and what was called off is none', async () => {
  const shop = await openShop('init --name Shop --currency JPY --region JP --lang en')
  const orders =
    '売上ID,受注日,購入者 名前,購入者 電話番号,購入商品 商品名,購入商品 販売個数,購入商品 販売価格(消費税込),総合計金額,キャンセル\n' +
    '1001,2026/11/01,山田太郎,090-1234-5678,紅茶,2,800,1600,\n1002,2026/11/02,佐藤花子,,緑茶,1,500,1000,\n' +
    '1002,2026/11/02,佐藤花子,,煎茶,1,500,1000,\n1003,2026/11/03,鈴木一郎,,緑茶,1,500,500,キャンセル\n'
  const ended = await take(shop, 'purchases', orders, '--create-customers')
  expect(ended).toMatchObject({ created: 3, skipped: [{ reason: 'cancelled', rows: 1 }] })
  expect(await sales(shop)).toEqual(['山田太郎 1600 紅茶', '佐藤花子 1000 緑茶、煎茶'])
})
