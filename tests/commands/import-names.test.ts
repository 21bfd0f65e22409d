import { expect, test } from 'vitest'
import { copied, openShop, type Shop } from '../shop.ts'

const begun = copied(async (line: string) => {
  const shop = await openShop(line)
  await shop.regulars('import customers -', { stdin: 'name,phone,code\n李娜,13800138000,\n王芳,,V7\n' })
  return shop
})
const shopOf = () => begun('init --name Shop --currency CNY --region CN --lang en')

async function take(shop: Shop, kind: string, rows: string, ...flags: string[]) {
  const ran = await shop.regulars(['import', kind, '-', '--json', ...flags], { stdin: rows })
  return JSON.parse(ran.out)
}

async function roster(shop: Shop, rows: string) {
  const ended = await take(shop, 'customers', rows)
  const people = (await shop.json('list --sort id')) as Record<string, string | null>[]
  return {
    ended,
    people: people.map(({ name, phone, email, code }) =>
      [name, phone, email, code].filter((one) => one !== null).join(' '),
    ),
  }
}

test.each([
  ['张伟 13900139000', '张伟 +8613900139000'],
  ['张伟13900139000', '张伟 +8613900139000'],
  ['13900139000张伟', '张伟 +8613900139000'],
  ['张伟(139-0013-9000)', '张伟 +8613900139000'],
  ['张伟（手机：139 0013 9000）', '张伟 +8613900139000'],
  ['张伟 0755-12345678', '张伟 +8675512345678'],
  ['Anna Smith +49 170 1234567', 'Anna Smith +491701234567'],
  ['Anna Smith <Anna@Tea.example>', 'Anna Smith anna@tea.example'],
  ['张伟 13900139000 wei@tea.example', '张伟 +8613900139000 wei@tea.example'],
  ['张伟（会员号：8008）', '张伟 8008'],
  ['张伟(VIP008)', '张伟 VIP008'],
  ['张伟(卡 8008)', '张伟 8008'],
  ['张伟 编号：8008', '张伟 8008'],
  ['Ann (card no. K12)', 'Ann K12'],
  ['李四(13800138000微信同号)', '李四 +8613800138000'],
  ['李四 微信13800138000', '李四 +8613800138000'],
  ['李四 13800138000（微信同号）', '李四 +8613800138000'],
  ['李四 手机/微信 13800138000', '李四 +8613800138000'],
  ['周芳 １３８００１３８０００', '周芳 +8613800138000'],
  ['周芳（０７５５－１２３４５６７８）', '周芳 +8675512345678'],
  ['张总/13600136000/送货上门', '张总/送货上门 +8613600136000'],
  ['孙阿姨 座机 0755-12345678', '孙阿姨 +8675512345678'],
])('of a roster, %s is %s', async (name, stands) => {
  const shop = await openShop('init --name Shop --currency CNY --region CN --lang en')
  const { ended, people } = await roster(shop, `name,notes\n${name},x\n`)
  expect(people).toEqual([stands])
  expect(ended.warnings).toMatchObject([{ code: 'row.name-parts', field: 'name', lines: [2] }])
  expect((await take(shop, 'customers', `name,notes\n${name},x\n`)).unchanged).toBe(1)
})

test.each([
  ...['张三2', 'Room 12', 'Studio 54', '王4412', '王芳(8000)', '李娜尾号8000', '张伟 2023110012', '张伟 20251128'],
  ...['王姐(A102)', '李哥(P402)', '赵先生(BMW520)', 'Anna (SH001)', '张伟 QQ13900139000', '张伟 QQ：13900139000'],
  ...['Zip code 90210 Club', 'Zip code: 90210', 'Gift card 50', 'Promo code 20 Pete', '编号7商行', 'Ann (member 2019)'],
  ...['Chanel/Dior', 'Villeroy/Boch', 'Hewlett/Packard', 'Paris/London'],
  ...['张伟 2025-11-28', '张伟 138001390001234', '张伟 QQ138001380', 'Smith & Sons', 'A/B Test Co'],
  ...[
    'Marks & Spencer',
    'Johnson & Johnson',
    'Ben & Jerry’s',
    'H&M',
    'Hotel 12',
    'Ricardo7',
    '王和平',
    '李娜/王芳理发店',
    '欧阳娜娜',
    'Smith; Sons Ltd',
  ],
])('%s is a name and no more', async (name) => {
  const shop = await openShop('init --name Shop --currency CNY --region CN --lang en')
  const { ended, people } = await roster(shop, `name,notes\n${name},x\n`)
  expect(people).toEqual([name])
  expect(ended.warnings).toEqual([])
})

test.each([
  ['DE --currency EUR', 'Anna Schmidt 0170/1234567', 'Anna Schmidt +491701234567'],
  ['DE --currency EUR', 'Hotel 0170 1234567', 'Hotel +491701234567'],
  ['DE --currency EUR', 'Haus 1234567', 'Haus 1234567'],
  ['US --currency USD', 'John Smith (415) 555-2671', 'John Smith +14155552671'],
  ['US --currency USD', 'Bob 2024-12-15 10:30', 'Bob 2024-12-15 10:30'],
  ['US --currency USD', 'Bob 2024-12-15 10', 'Bob 2024-12-15 10'],
  ['US --currency USD', 'Bob 201-555-0123', 'Bob +12015550123'],
  ['US --currency USD', 'Invoice 2024-0001-22', 'Invoice 2024-0001-22'],
  ['FR --currency EUR', 'Chambre 101-102-103', 'Chambre 101-102-103'],
  ['FR --currency EUR', 'Anne 06 12 34 56 78', 'Anne +33612345678'],
  ['HK --currency HKD', 'Chan 30.11-15.12', 'Chan 30.11-15.12'],
  ['DE --currency EUR', 'Weber 2024-01-15 10:30', 'Weber 2024-01-15 10:30'],
  ['DE --currency EUR', 'Weber 15.01.2024 10:30', 'Weber 15.01.2024 10:30'],
  ['DE --currency EUR', 'Müller 2023-2024-2025', 'Müller 2023-2024-2025'],
  ['HK --currency HKD', 'Chan 9123 4567', 'Chan +85291234567'],
  ['HK --currency HKD', 'Chan 20251128', 'Chan 20251128'],
])('in %s, %s is %s', async (region, name, stands) => {
  const shop = await openShop(`init --name Shop --region ${region} --lang en`)
  expect((await roster(shop, `name\n${name}\n`)).people).toEqual([stands])
})

test('a column of phones goes before the phone in the name, which goes to the notes', async () => {
  const shop = await openShop('init --name Shop --currency CNY --region CN --lang en')
  const rows = 'name,phone\n张伟 13900139000,13700137000\n赵敏 13600136000,13600136000\n'
  const { ended, people } = await roster(shop, rows)
  expect(people).toEqual(['张伟 +8613700137000', '赵敏 +8613600136000'])
  expect(ended.warnings[0]).toMatchObject({ code: 'row.name-parts', rows: 2, lines: [2, 3] })
  expect(ended.warnings[0].message).toContain('139 0013 9000 went to the notes')
  expect((await shop.json('show 张伟')).notes).toContain('139 0013 9000')
  const preview = await shop.regulars('import customers - --dry-run', { stdin: rows })
  expect(preview.out).toMatch(/张伟 +137 0013 7000/)
})

test('of sales, contacts and answers a phone in the name names the customer as one of a column does', async () => {
  const shop = await shopOf()
  const sold = await take(
    shop,
    'purchases',
    'customer,on,amount\n李娜 13800138000,2026-11-01,30\n王芳(会员号 V7),2026-11-02,40\n散客 13800138000,2026-11-03,50\n',
  )
  expect(sold).toMatchObject({ created: 3, warnings: [{ code: 'row.name-parts', lines: [2, 3, 4] }] })
  const named = await take(shop, 'purchases', 'name,on,amount\n李娜 138-0013-8000,2026-11-04,60\n')
  expect(named).toMatchObject({ created: 1 })
  const met = await take(shop, 'contacts', 'name,on,outcome\n李娜 13800138000,2026-11-01,reached\n')
  expect(met).toMatchObject({ created: 1, warnings: [{ code: 'row.name-parts', lines: [2] }] })
  const answered = await take(shop, 'surveys', 'name,on,rating\n李娜 13800138000,2026-11-01,5\n')
  expect(answered).toMatchObject({ created: 1, warnings: [{ code: 'row.name-parts', lines: [2] }] })
  expect((await shop.json('list --sort id')).length).toBe(2)
})

test('somebody else’s phone in the name is a contradiction; somebody who is called so is found by it', async () => {
  const shop = await shopOf()
  const other = await take(shop, 'purchases', 'customer,on,amount\n王芳 13800138000,2026-11-01,30\n')
  expect(other.errors).toMatchObject([{ code: 'row.contradicts' }])
  await shop.regulars(['add', '阿明 13500135000'])
  const known = await take(shop, 'purchases', 'customer,on,amount\n阿明 13500135000,2026-11-01,30\n')
  expect(known).toMatchObject({ created: 1, warnings: [] })
})

test.each([
  ['李娜/王芳', 2],
  ['李娜、王芳', 2],
  ['李娜和王芳', 2],
  ['李娜\n王芳', 2],
  ['李娜；王芳；张伟', 3],
  ['欧阳锋、李蓉', 2],
  ['诸葛亮/王芳', 2],
  ['司马相如和李娜', 2],
  ['Tom; Mary', 2],
  ['Tom/Mary Lee', 2],
  ['Anna & Ben', 2],
  ['Anne et Paul', 2],
])('%s is %i people: a roster tells it, and no sale makes a customer of them', async (name, people) => {
  const shop = await shopOf()
  const sale = `customer,on,amount\n"${name}",2026-11-01,30\n`
  const refused = await take(shop, 'purchases', sale, '--create-customers')
  expect(refused).toMatchObject({
    created: 0,
    errors: [{ code: 'row.several-people', field: 'customer', value: name }],
  })
  expect(refused.errors[0].message).toContain(`is ${people} people`)
  const kept = await take(shop, 'customers', `name,notes\n"${name}",x\n`)
  expect(kept).toMatchObject({ created: 1, warnings: [{ code: 'row.maybe-several', lines: [2] }] })
  expect(await take(shop, 'purchases', sale)).toMatchObject({ created: 1 })
})

test('a sale of two people is taken when they are added as the message says', async () => {
  const shop = await shopOf()
  const sale = 'customer,on,amount\nAnna & Ben,2026-11-01,30\n'
  const { errors } = await take(shop, 'purchases', sale, '--create-customers')
  const advice = /regulars (?:--db \S+ )?(add .*)$/.exec(errors[0].message)?.[1] ?? ''
  expect((await shop.regulars(advice)).exit).toBe(0)
  expect(await take(shop, 'purchases', sale, '--create-customers')).toMatchObject({ created: 1, rejected: 0 })
})

test.each(['万达/万科', 'Dior/Max Mara', '李娜 王芳', '李娜　王小芳 张伟'])(
  '%s may be people: a roster tells it, and a sale is taken',
  async (name) => {
    const shop = await shopOf()
    const sale = `customer,on,amount\n${name},2026-11-01,30\n`
    const sold = await take(shop, 'purchases', sale, '--create-customers')
    expect(sold).toMatchObject({ created: 1, rejected: 0, warnings: [{ code: 'row.maybe-several', lines: [2] }] })
    const kept = await take(shop, 'customers', `name,notes\n${name},x\n`)
    expect(kept).toMatchObject({ warnings: [{ code: 'row.maybe-several', lines: [2] }] })
  },
)

test.each(['李娜 苏州', '王芳 陈皮', '李娜 谢谢', '王芳 董事长', '李 娜', '欧阳 娜娜', '李娜 Wang'])(
  '%s is one customer without a word',
  async (name) => {
    const shop = await shopOf()
    expect(await take(shop, 'customers', `name,notes\n${name},x\n`)).toMatchObject({ created: 1, warnings: [] })
    const sale = `customer,on,amount\n${name}二,2026-11-01,30\n`
    expect(await take(shop, 'purchases', sale, '--create-customers')).toMatchObject({ created: 1, warnings: [] })
  },
)

test('two people with a card, a phone or mail are one customer; the advice helps beside cards', async () => {
  const shop = await shopOf()
  const couples =
    'name,code,phone,on,amount\nAnna & Ben,K1,,2026-11-01,30\nTom/Mary,,13600136000,2026-11-01,30\n' +
    'Anne et Paul a@tea.example,,,2026-11-01,30\n'
  const ended = await take(shop, 'purchases', couples, '--create-customers')
  expect(ended).toMatchObject({ created: 3, rejected: 0 })
  expect((await shop.json('show @K1')).name).toBe('Anna & Ben')
  const sale = 'name,code,on,amount\nEric & Emma,,2026-11-02,30\nUte,K2,2026-11-03,30\n'
  const { errors } = await take(shop, 'purchases', sale, '--create-customers')
  expect(errors).toMatchObject([{ code: 'row.several-people', line: 2 }])
  const advice = /regulars (?:--db \S+ )?(add .*)$/.exec(errors[0].message)?.[1] ?? ''
  expect((await shop.regulars(advice)).exit).toBe(0)
  expect(await take(shop, 'purchases', sale, '--create-customers')).toMatchObject({ rejected: 0 })
})

test('an export of our own brings names back as they were', async () => {
  const shop = await openShop('init --name Shop --currency CNY --region CN --lang en')
  await shop.regulars(['add', '阿明 13500135000'])
  await shop.regulars(['add', 'Anna & Ben'])
  const text = (await shop.regulars('export customers --format csv')).out
  const other = await openShop('init --name Other --currency CNY --region CN --lang en')
  expect(await roster(other, text)).toMatchObject({
    people: ['阿明 13500135000', 'Anna & Ben'],
    ended: { warnings: [] },
  })
})

test('of one card in the names of two the cells stay whole, and the same file changes nothing', async () => {
  const shop = await openShop('init --name Shop --currency CNY --region CN --lang en')
  const rows = 'name,notes\n小张(VIP2024),x\n小李(VIP008),y\n老赵(VIP2024),z\n'
  const preview = (await shop.regulars('import customers - --dry-run', { stdin: rows })).out
  expect(preview).toMatch(/小张\(VIP2024\) +x/)
  expect(preview).toMatch(/小李 +VIP008 +y|小李 +y +VIP008/)
  const { ended, people } = await roster(shop, rows)
  expect(people.toSorted()).toEqual(['小张(VIP2024)', '小李 VIP008', '老赵(VIP2024)'])
  expect(ended.warnings).toMatchObject([
    { code: 'row.shared-card', lines: [2, 4] },
    { code: 'row.name-parts', lines: [3] },
  ])
  expect(ended.warnings[0].message).toContain('VIP2024')
  expect(await take(shop, 'customers', rows)).toMatchObject({ created: 0, unchanged: 3 })
})

test('a card in a name is never somebody’s of another name: nobody is renamed, and no sale is theirs', async () => {
  const shop = await shopOf()
  await roster(shop, 'name,notes\n王姐(VIP008),likes tea\n')
  const { ended, people } = await roster(shop, 'name,notes\n李哥(VIP008),likes beer\n')
  expect(people).toEqual(['李娜 +8613800138000', '王芳 V7', '王姐 VIP008', '李哥(VIP008)'])
  expect(ended.warnings).toMatchObject([{ code: 'row.shared-card', lines: [2] }])
  const sale = 'customer,on,amount\n李娜(会员号 V7),2026-11-01,30\n'
  const refused = await take(shop, 'purchases', sale)
  expect(refused).toMatchObject({ rejected: 1, warnings: [{ code: 'row.shared-card', field: 'customer', lines: [2] }] })
  expect(await take(shop, 'purchases', sale, '--create-customers')).toMatchObject({ created: 1 })
  expect((await shop.json('show 王芳')).purchases).toBe(0)
})

test('whoever is called by the whole cell is found by it: by rosters, by sales and their preview', async () => {
  const shop = await shopOf()
  await shop.regulars(['add', '阿明 13500135000'])
  const { ended, people } = await roster(shop, 'name,notes\n阿明 13500135000,x\n')
  expect(ended).toMatchObject({ created: 0, updated: 1, warnings: [] })
  expect(people.length).toBe(3)
  const sale = 'customer,on,amount\n阿明 13500135000,2026-11-01,30\n李娜 13800138000,2026-11-01,40\n'
  const preview = (await shop.regulars('import purchases - --dry-run', { stdin: sale })).out
  expect(preview).toMatch(/阿明 13500135000 +2026-11-01/)
  expect(preview).toMatch(/李娜 +2026-11-01/)
})

test('lists and exports of sales of our own bring names as they are, too', async () => {
  const shop = await openShop('init --name Shop --currency CNY --region CN --lang en')
  await shop.regulars(['add', '阿明 13500135000'])
  await shop.regulars(['add', 'Anna & Ben'])
  await shop.regulars(['buy', '阿明 13500135000', '30'])
  await shop.regulars(['buy', 'Anna & Ben', '40'])
  const names = ['阿明 13500135000', 'Anna & Ben']
  const other = await openShop('init --name Other --currency CNY --region CN --lang en')
  const list = (await shop.regulars('list --sort id --format csv')).out
  expect(await roster(other, list)).toMatchObject({ people: names, ended: { created: 2 } })
  const third = await openShop('init --name Third --currency CNY --region CN --lang en')
  const sales = (await shop.regulars('export purchases --format csv')).out
  expect(await take(third, 'purchases', sales, '--create-customers')).toMatchObject({ created: 2, warnings: [] })
  expect(((await third.json('list --sort id')) as { name: string }[]).map(({ name }) => name)).toEqual(names)
  await shop.regulars(['done', '阿明 13500135000'])
  await shop.regulars(['done', 'Anna & Ben'])
  const fourth = await openShop('init --name Fourth --currency CNY --region CN --lang en')
  const contacts = (await shop.regulars('export contacts --format csv')).out
  expect(await take(fourth, 'contacts', contacts, '--create-customers')).toMatchObject({ created: 2, warnings: [] })
})
