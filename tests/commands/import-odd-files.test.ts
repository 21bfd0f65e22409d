import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

const formats = (name: string) => fileURLToPath(new URL(`../rosters/formats/${name}`, import.meta.url))

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of the JSON
async function take(shop: Shop, kind: string, text: string | Buffer, ...flags: string[]): Promise<any> {
  const path = join(shop.folder, 'odd.csv')
  writeFileSync(path, text)
  const ran = await shop.regulars(['import', kind, path, '--json', ...flags])
  return ran.out === '' ? { refused: ran.err } : JSON.parse(ran.out)
}

async function sales(shop: Shop): Promise<string[]> {
  const lines = (await shop.regulars('export purchases --format csv')).out.trim().split('\n').slice(1)
  return lines.map((line) => line.split(',').slice(3, 5).join(' '))
}

async function shopIn(lang: string): Promise<Shop> {
  const shop = await openShop(false)
  await shop.regulars(`init --name Shop --timezone Asia/Shanghai --currency CNY --region CN --lang ${lang}`)
  return shop
}

const create = '--create-customers'

test.each(['王XX', '李某', '陈某某', '张○○', '██', '李*'])(
  '%s is masked: a walk-in, and no customer of a roster',
  async (name) => {
    const shop = await openShop()
    await take(shop, 'purchases', `date,ref,customer,amount\n2026-11-01,A,${name},10\n`, create)
    expect(await sales(shop)).toEqual([' 10.00'])
    expect(await take(shop, 'customers', `name,notes\n${name},x\n`)).toMatchObject({
      rejected: 1,
      errors: [{ code: 'row.masked-name' }],
    })
  },
)

test.each(['人数：2', 'Razem', 'Average', 'Daily total', 'Total général', '平均', '总人数: 3'])(
  '%s sums up and is no customer',
  async (word) => {
    const shop = await openShop()
    expect(await take(shop, 'customers', `name,phone,credit\nAnn,13812345678,10\n${word},,10\n`)).toMatchObject({
      created: 1,
      skipped: [{ reason: 'total' }],
    })
  },
)

test('what a spreadsheet broke is no name and no phone of a sale', async () => {
  const shop = await openShop()
  const value = await take(
    shop,
    'purchases',
    'date,phone,customer,amount\n2026-11-01,1.38123E+10,Bea,20\n2026-11-01,,1.23E+05,5\n',
    create,
  )
  expect(value.errors.map(({ code, field }: Record<string, unknown>) => [code, field])).toEqual([
    ['row.spreadsheet', 'phone'],
    ['row.spreadsheet', 'customer'],
  ])
})

test('marks that nobody sees around headings, days and amounts make no difference', async () => {
  const shop = await openShop()
  expect(
    await take(
      shop,
      'purchases',
      'date\u200b,customer,amount\n\u200e2026-11-01\u200e,\u200bAnn\u200b,\u202a10\u202c\n',
      create,
    ),
  ).toMatchObject({
    created: 1,
  })
  expect(await sales(shop)).toEqual(['Ann 10.00'])
})

test('a price times a quantity less the discount of the line is what was to be paid', async () => {
  const shop = await openShop()
  await take(
    shop,
    'purchases',
    'date,customer,qty,price,discount\n2026-11-01,Ann,3,2.50,0.50\n2026-11-02,Ann,2,2.50,\n',
    create,
  )
  expect(await sales(shop)).toEqual(['Ann 7.00', 'Ann 5.00'])
})

test('a line without a customer belongs to its receipt of that day, wherever it stands', async () => {
  const shop = await openShop()
  await take(
    shop,
    'purchases',
    'date,receipt,customer,amount\n2026-11-01,1,Ann,10\n2026-11-01,2,,30\n2026-11-01,1,,40\n2026-11-02,3,,5\n',
    create,
  )
  expect((await sales(shop)).sort()).toEqual([' 30.00', ' 5.00', 'Ann 50.00'])
})

test('a column called refund is what was handed back', async () => {
  const shop = await openShop()
  await take(
    shop,
    'purchases',
    'date,ref,customer,amount,refund\n2026-11-01,A,Ann,10,4\n2026-11-02,B,Bea,10,0\n',
    create,
  )
  expect(await sales(shop)).toEqual(['Ann 10.00', 'Bea 10.00', 'Ann -4.00'])
})

test('an amount with another currency’s mark is rejected, and said once of a column that is left out', async () => {
  const shop = await openShop()
  const value = await take(
    shop,
    'purchases',
    'date,customer,amount\n2026-11-01,Ann,$10.00\n2026-11-01,Bea,USD 7\n2026-11-01,Cy,RMB8\n',
    create,
  )
  expect(value).toMatchObject({ created: 1, errors: [{ code: 'row.currency' }, { code: 'row.currency' }] })
  const ran = await shop.regulars(['import', 'customers', formats('square-customers.csv')])
  const warned = ran.err.split('\n').filter((line) => line.includes('Lifetime Spend'))
  expect(warned).toHaveLength(1)
  expect(warned[0]).toContain('in $, the ledger is in CNY')
})

describe('rejected rows keep the encoding of their file', () => {
  test.each([
    ['windows-1252', Buffer.from('name;phone\nJ\xf6rg M\xfcller;123\n\xc4nne;\n', 'latin1'), 'en'],
    ['gb18030', Buffer.from('d0d5c3fb2ccad6bbfa0acdf5d0a1c3f72c3132330ac0eeb4f3bbaa2c0a', 'hex'), 'zh'],
    ['utf-16le', Buffer.from('\ufeffname\tphone\nÄnne\t123\n', 'utf16le'), 'en'],
    ['utf-16be', Buffer.from('\ufeffname\tphone\nÄnne\t123\n', 'utf16le').swap16(), 'en'],
  ])('%s', async (encoding, bytes, lang) => {
    const shop = await shopIn(lang)
    const rejects = join(shop.folder, 'bad.csv')
    expect(await take(shop, 'customers', bytes, '--rejects', rejects)).toMatchObject({ encoding, rejected: 1 })
    const text = new TextDecoder(encoding).decode(readFileSync(rejects))
    expect(text).toMatch(lang === 'zh' ? /^行,原因,姓名,手机\n2,/ : /^line[;\t]reason[;\t]name[;\t]phone\n2[;\t]/)
    expect(text).toMatch(/(?:Jörg Müller;|Änne\t|王小明,)123\n$/)
    // It is one of ours, and may be replaced; read again it is the same row.
    expect(await take(shop, 'customers', bytes, '--rejects', rejects)).toMatchObject({ rejected: 1 })
    expect(await take(shop, 'customers', readFileSync(rejects))).toMatchObject({ encoding, rejected: 1 })
  })
})

test('where the encoding lacks the letters of the headings, they are in UTF-8 with its mark', async () => {
  const shop = await shopIn('zh')
  const rejects = join(shop.folder, 'bad.csv')
  await take(shop, 'customers', Buffer.from('name;phone\nJ\xf6rg M\xfcller;123\n', 'latin1'), '--rejects', rejects)
  expect(readFileSync(rejects, 'utf8')).toMatch(/^\ufeff行;原因;name;phone\n2;.*;Jörg Müller;123\n$/)
})

test('contacts of an iPhone: no year of 1604, a firm, a name that is only a number said', async () => {
  const shop = await openShop()
  const ran = await shop.regulars(['import', 'customers', formats('iphone.vcf'), '--json'])
  const value = JSON.parse(ran.out)
  expect(value.created + value.skipped.length + value.rejected).toBe(3)
  const people = await shop.json('export customers --format json')
  expect(people[0]).toMatchObject({
    name: '王小明',
    called: '明哥',
    phone: '+8613800000051',
    birthday: '05-06',
    email: 'ming@example.com',
  })
  expect(people[0].company).not.toContain(';')
  expect(people[0].notes).toContain('+861062345678')
  expect(people[0].notes).toContain('爱喝岩茶\n不要打折扣')
  expect(people[1]).toMatchObject({ name: '绿叶酒楼', kind: 'firm' })
  if (people.length === 3)
    expect(value.warnings.map(({ code }: { code: string }) => code)).toContain('row.name-is-number')
})

test('money taken by card beside money taken in cash is no customer’s card', async () => {
  const shop = await openShop()
  const value = await take(
    shop,
    'purchases',
    'date,ref,total,card,cash,customer name\n2026-11-01,A,50,50.00,0.00,Ben\n2026-11-01,B,8,0.00,8.00,\n',
    create,
  )
  expect(value.unknownColumns).toEqual(['card', 'cash'])
  expect(await sales(shop)).toEqual(['Ben 50.00', ' 8.00'])
})

test('a whole shop is known by itself', async () => {
  const shop = await openShop()
  await shop.regulars('add Ann --phone 13812345678')
  const whole = join(shop.folder, 'whole.jsonl')
  await shop.regulars(['export', 'all', '--out', whole])
  expect(existsSync(whole)).toBe(true)
  const other = await openShop()
  expect(await other.regulars(['import', whole])).toMatchObject({ exit: 0 })
  expect((await other.regulars('list')).out).toContain('Ann')
  // Into a ledger with somebody in it no whole shop goes.
  expect((await other.regulars(['import', whole])).exit).toBe(1)
})
