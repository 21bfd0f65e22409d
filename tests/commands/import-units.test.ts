import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of the JSON
async function take(shop: Shop, kind: string, text: string, ...flags: string[]): Promise<any> {
  const path = join(shop.folder, 'list.csv')
  writeFileSync(path, text)
  const ran = await shop.regulars(['import', kind, path, '--json', ...flags])
  return JSON.parse(ran.out || ran.err)
}

async function people(shop: Shop): Promise<Record<string, string>[]> {
  return parse((await shop.regulars('export customers --format csv')).out, { columns: true })
}

async function sums(shop: Shop): Promise<string[]> {
  const rows = parse((await shop.regulars('export purchases --format csv')).out, { columns: true })
  return (rows as Record<string, string>[]).map(({ amount }) => amount ?? '')
}

test.each([
  ['金额(万元)', '1.2', '12000.00'],
  ['金额（千元）', '0.015', '15.00'],
  ['金额万元', '1.23456', '12345.60'],
  ['金额(万元)', '¥1.2', '12000.00'],
  ['金额(万元)', '3000元', null],
  ['金额', '1.2万', '12000.00'],
  ['金额', '1.2万元', '12000.00'],
  ['金额', '约3万', null],
  ['金额(万元)', '2*3', null],
  ['amount_cents', '5', '0.05'],
  ['Amount (cents)', '1250', '12.50'],
  ['Total (in thousands)', '1.5', '1500.00'],
  ['Betrag (TEUR)', '1,5', '1500.00'],
  ['支付金额(分)', '-4900', '-49.00'],
])('under %s %s is %s', async (heading, cell, amount) => {
  const shop = await openShop(`init --name Shop ${heading.includes('TEUR') ? '--currency EUR --region DE' : ''}`)
  await take(shop, 'purchases', `日期;客户;${heading}\n2026-11-01;王小明;${cell}\n`, '--create-customers')
  expect(await sums(shop)).toEqual(amount === null ? [] : [amount])
})

test('a figure that cannot be is told as it stands in its cell', async () => {
  const shop = await openShop('init --name Shop --lang en')
  const { errors } = await take(shop, 'purchases', 'on,amount_cents\n2026-11-01,99.5\n', '--walk-in')
  expect(errors).toMatchObject([{ code: 'money.too-precise', message: expect.stringContaining('“99.5”') }])
})

test('a line above the list names the unit or the currency of its money', async () => {
  const shop = await openShop()
  const roster = (unit: string) =>
    `会员表,,\n单位：${unit},,\n姓名,手机,累计消费,余额(元)\n王小明,13800138000,1.2,300\n`
  await take(shop, 'customers', roster('万元').replaceAll(',,\n', ',,,\n'))
  expect(await people(shop)).toMatchObject([{ spent_before: '12000.00', credit: '300.00' }])
  const sales = '单位：美元,,\n日期,客户,金额\n2026-11-01,王小明,10\n'
  expect(await take(shop, 'purchases', sales)).toMatchObject({ rejected: 1, errors: [{ code: 'row.currency' }] })
})

test.each([
  ['姓名,欠款,已还,剩余', '王小明,500,200,300', '300.00'],
  ['姓名,欠款,已还', '王小明,500,200', '300.00'],
  ['Name,Amount owed,Amount paid,Outstanding', 'Ann,500,200,300', '300.00'],
  ['Name,Owed,Paid', 'Ann,500,', '500.00'],
  ['姓名,欠款', '王小明,500', '500.00'],
])('what is still owed: %s', async (headings, row, owes) => {
  const shop = await openShop()
  await take(shop, 'customers', `${headings}\n${row}\n`)
  expect(await people(shop)).toMatchObject([{ owes }])
})

async function debts(shop: Shop): Promise<string[]> {
  const rows = parse((await shop.regulars('export purchases --format csv')).out, { columns: true })
  return (rows as Record<string, string>[]).map(({ amount, paid }) => `${amount} ${paid}`)
}

test.each([
  ['欠款', '60', '100.00 40.00'],
  ['欠款', '', '100.00 100.00'],
  ['欠款', '-', '100.00 100.00'],
  ['未付金额', '100', '100.00 0.00'],
  ['Outstanding', '0.01', '100.00 99.99'],
  ['欠款,已还,剩余', '60,20,40', '100.00 60.00'],
  ['已付,欠款', '40,60', '100.00 40.00'],
])('a sale of 100 with %s %s is of that paid: %s', async (headings, cells, stands) => {
  const shop = await openShop('init --name Shop --currency CNY --lang en')
  const rows = `日期,客户,金额,${headings}\n2026-11-01,王小明,100,${cells}\n2026-11-02,李四,30,${cells.replace(/[^,]+/g, '0')}\n`
  const { warnings } = await take(shop, 'purchases', rows, '--create-customers')
  expect((await debts(shop))[0]).toBe(stands)
  const told = !/\d/.test(cells) || headings.startsWith('已付') ? [] : [{ code: 'row.left-owing', lines: [2] }]
  expect(warnings).toMatchObject(told)
})

test.each([
  ['欠款', '500'],
  ['欠款', '是'],
  ['欠款,已还', '60,20'],
])('%s %s beside a sale of 100 may be of more than it: paid, and told', async (headings, cells) => {
  const shop = await openShop('init --name Shop --currency CNY --lang en')
  const rows = `日期,客户,金额,${headings}\n2026-11-01,王小明,100,${cells}\n`
  const { warnings } = await take(shop, 'purchases', rows, '--create-customers')
  expect(await debts(shop)).toEqual(['100.00 100.00'])
  expect(warnings).toMatchObject([{ code: 'row.unread-owed', message: expect.stringContaining('--map paid=') }])
})

test('a row that owes more than it came to is rejected; how what was paid is worked out is said', async () => {
  const shop = await openShop('init --name Shop --currency CNY --lang en')
  const rows = `日期,客户,金额,欠款\n${'2026-11-01,王小明,100,60\n'.repeat(300)}2026-11-02,李四,20,500\n`
  const { columns, errors } = await take(shop, 'purchases', rows, '--create-customers', '--dry-run')
  expect(columns).toMatchObject({ paid: '金额 - 欠款' })
  expect(errors).toMatchObject([{ line: 302, code: 'money.negative', message: expect.stringContaining('“-480.00”') }])
})

test('what was taken from a card and what came in are one sale, the card’s part from credit', async () => {
  const shop = await openShop('init --name Shop --currency CNY --lang en')
  const rows = '日期,客户,卡扣金额,实收\n2026-11-01,王小明,100,0\n2026-11-02,王小明,,30\n2026-11-03,王小明,20,5\n'
  const { warnings } = await take(shop, 'purchases', rows, '--create-customers')
  expect(await debts(shop)).toEqual(['100.00 0.00', '30.00 30.00', '25.00 5.00'])
  expect(warnings).toMatchObject([{ code: 'row.left-owing', lines: [2, 4] }])
})

test('a column of cards in words is no column of numbers', async () => {
  const shop = await openShop()
  expect(
    await take(shop, 'customers', '姓名,手机,会员卡\n王小明,13800138000,金卡\n李四,13900139000,金卡\n'),
  ).toMatchObject({ created: 2, rejected: 0 })
  expect((await people(shop)).map(({ code }) => code)).toEqual(['', ''])
})

test('two lists side by side are taken one after the other, as the advice says', async () => {
  const shop = await openShop()
  const text = '姓名,电话,备注,,姓名,电话,备注\n王小明,13800138000,a,,李四,13900139000,b\n赵六,13700137000,c,,,,\n'
  const { error } = await take(shop, 'customers', text)
  expect(error).toMatchObject({ code: 'roster.two-lists' })
  const [left = '', right = ''] = error.hint.match(/[a-z_]+=\d(?:,[a-z_]+=\d)*/g)
  expect(await take(shop, 'customers', text, '--map', left)).toMatchObject({ created: 2, rejected: 0 })
  expect(await take(shop, 'customers', text, '--map', right)).toMatchObject({ created: 1, rejected: 1 })
  expect((await people(shop)).map(({ name, notes }) => `${name} ${notes}`).sort()).toEqual(
    ['王小明 a', '李四 b', '赵六 c'].sort(),
  )
})

const under = '姓名,电话,备注\n王小明,13800138000,a\n'

test.each([
  ['customers', `${under}\n黑名单,,\n姓名,原因,电话\n李四,赖账,13900139000\n`, ['王小明'], 3, '姓名, 原因, 电话', 5],
  ['customers', `${under}姓名,电话,地址\n李四,13900139000,中山路\n`, ['王小明'], 2, '姓名, 电话, 地址', 3],
  ['customers', 'Name,Notes\nAnn,tea\n\nSuppliers,\nName,City\nBob,Berlin\n', ['Ann'], 3, 'Name, City', 5],
  [
    'customers',
    `姓名,电话\n王小明,13800138000\n姓名,电话,生日,地址\n李四,,5月6日,\n`,
    ['王小明'],
    2,
    '姓名, 电话, 生日, 地址',
    3,
  ],
  [
    'purchases',
    '日期,客户,金额\n2026-11-01,王小明,100\n\n支出,,\n日期,事项,金额\n2026-11-02,房租,3000\n',
    ['王小明'],
    3,
    '日期, 事项, 金额',
    5,
  ],
] as const)(
  '%s: another list under the first is none of it, %#',
  async (kind, text, names, skipped, headings, line) => {
    const shop = await openShop('init --name Shop --lang en')
    const flags = kind === 'purchases' ? ['--create-customers'] : []
    const ended = await take(shop, kind, text, ...flags)
    expect((await people(shop)).map(({ name }) => name)).toEqual(names)
    expect(ended).toMatchObject({ created: 1, rejected: 0, skipped: [{ reason: 'other-list', rows: skipped }] })
    expect(ended.warnings).toMatchObject([{ code: 'row.other-list', lines: [line] }])
    expect(ended.warnings[0].message).toContain(headings)
  },
)

test('the first headings again end another list, and a list far down is read by its row', async () => {
  const shop = await openShop('init --name Shop --lang en')
  const far = `${under}姓名,电话,地址\n李四,13900139000,中山路\n姓名,电话,备注\n${'赵六,13700137000,c\n'.repeat(80)}`
  expect(await take(shop, 'customers', far)).toMatchObject({
    created: 2,
    skipped: [{ reason: 'other-list', rows: 2 }, {}],
  })
  const { warnings } = await take(shop, 'customers', `${far}客户,电话,生日\n孙七,13600136000,5月6日\n`)
  const [, row = ''] = /--header-row (\d+)/.exec(warnings[1]?.message ?? warnings[0].message) ?? []
  expect(row).toBe('3')
  await take(shop, 'customers', `${far}客户,电话,生日\n孙七,13600136000,5月6日\n`, '--header-row', '86')
  expect((await people(shop)).map(({ name, birthday }) => `${name} ${birthday}`)).toContain('孙七 05-06')
})
