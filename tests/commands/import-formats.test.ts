import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { formats } from '../../src/ledger/import/format/formats.ts'
import { checkFormat } from '../../src/ledger/import/format/read-format.ts'
import { recognise } from '../../src/ledger/import/format/recognise.ts'
import { openShop, type Shop } from '../shop.ts'

const file = (name: string) => fileURLToPath(new URL(`../rosters/formats/${name}`, import.meta.url))

const inits: Readonly<Record<string, string>> = {
  square: '--currency USD --region US --timezone America/New_York',
  amazon: '--currency USD --region US --timezone America/New_York',
  toast: '--currency USD --region US --timezone America/New_York',
  shopify: '--currency EUR --region NL --timezone Europe/Amsterdam',
  woo: '--currency EUR --region NL --timezone Europe/Amsterdam',
  stripe: '--currency EUR --region NL --timezone Europe/Amsterdam',
  paypal: '--currency EUR --region NL --timezone Europe/Amsterdam',
  loyverse: '--currency PHP --region PH --timezone Asia/Manila',
  tiktok: '--currency SGD --region SG --timezone Asia/Singapore',
  lazada: '--currency SGD --region SG --timezone Asia/Singapore',
  venmo: '--currency USD --region US --timezone America/New_York',
  outlook: '--currency GBP --region GB --timezone Europe/London',
}

async function shopFor(name: string): Promise<Shop> {
  return openShop(
    `init --name Shop ${inits[name.split('-')[0] ?? ''] ?? '--currency CNY --region CN --timezone Asia/Shanghai'}`,
  )
}

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of the JSON
async function take(shop: Shop, words: readonly string[]): Promise<any> {
  const ran = await shop.regulars([...words, '--json'])
  if (ran.out === '') throw new Error(`exit ${ran.exit}: ${ran.err}`)
  const value = JSON.parse(ran.out)
  const skipped = value.skipped.reduce((sum: number, { rows }: { rows: number }) => sum + rows, 0)
  expect(value.created + value.updated + value.unchanged + skipped + value.rejected).toBe(value.rows)
  return { ...value, left: skipped }
}

async function sheet(shop: Shop): Promise<Record<string, string>[]> {
  const { out } = await shop.regulars('export purchases --format csv')
  return parse(out, { columns: true })
}

describe('declarations', () => {
  test.each(formats.map((format) => [format.name, format] as const))('%s is what the schema allows', (name, format) => {
    expect(checkFormat(JSON.parse(JSON.stringify(format)))).toEqual({ format: JSON.parse(JSON.stringify(format)) })
    expect(formats.filter((other) => other.name === name)).toHaveLength(1)
  })

  test('no format is taken for another', () => {
    for (const format of formats) {
      const cells = format.recognise.all.map((heading) => [heading].flat()[0] ?? '')
      const { found } = recognise([{ line: 1, cells }], formats)
      expect(
        found.map((one) => one.format.name),
        format.name,
      ).toEqual([format.name])
    }
  })

  test('formats are recognised in under 5 ms', () => {
    const cells = Array.from({ length: 40 }, (_, at) => `Spalte ${at}`)
    const rows = Array.from({ length: 60 }, (_, at) => ({
      line: at + 1,
      cells: cells.map((cell) => `${cell} 第${at}行`),
    }))
    recognise(rows, formats)
    const times = Array.from({ length: 40 }, () => {
      const from = performance.now()
      recognise(rows, formats)
      return performance.now() - from
    })
    // The quickest: what others do on the machine is no part of it.
    expect(Math.min(...times)).toBeLessThan(5)
  })
})

/**
 * What becomes of a file of purchases: sales, refunds, rows skipped and rejected, money before refunds and refunded.
 */
const purchaseFiles: [
  name: string,
  format: string,
  [sales: number, refunds: number, skipped: number, rejected: number, gross: string, back: string],
][] = [
  ['wechat-personal-2026.xlsx', 'wechat-personal', [6, 2, 4, 1, '1941.50', '108.00']],
  ['wechat-personal-2025.csv', 'wechat-personal', [3, 0, 5, 0, '1252.00', '0.00']],
  ['wechat-merchant-all.csv', 'wechat-merchant', [4, 1, 0, 1, '101.90', '28.00']],
  ['alipay-personal-2023.csv', 'alipay-personal', [3, 1, 4, 1, '260.00', '10.00']],
  ['alipay-merchant.csv', 'alipay-merchant', [3, 1, 0, 2, '57.00', '22.00']],
  ['taobao-orders-2021.csv', 'taobao-orders', [5, 2, 2, 1, '917.00', '80.00']],
  ['taobao-orders-2024.xlsx', 'taobao-orders', [5, 2, 2, 0, '858.00', '90.00']],
  ['douyin-orders.csv', 'douyin-orders', [6, 1, 2, 0, '407.90', '45.00']],
  ['pinduoduo-orders.csv', 'pinduoduo-orders', [6, 2, 2, 1, '313.60', '54.90']],
  ['jd-orders.csv', 'jd-orders', [4, 1, 1, 1, '719.00', '30.00']],
  ['youzan-orders.csv', 'youzan-orders', [6, 2, 2, 1, '514.00', '76.00']],
  ['wechat-shop-orders.xlsx', 'wechat-shop-orders', [4, 2, 2, 0, '274.00', '55.00']],
  ['meituan-waimai-bill.xlsx', 'meituan-takeaway', [2, 1, 4, 0, '61.40', '10.00']],
  ['square-transactions.csv', 'square-transactions', [3, 1, 3, 0, '1130.76', '12.96']],
  ['shopify-orders.csv', 'shopify-orders', [5, 2, 3, 1, '262.90', '60.00']],
  ['woo-orders.csv', 'woo-orders', [2, 0, 4, 1, '1324.00', '0.00']],
  ['loyverse-receipts.csv', 'loyverse-receipts', [3, 1, 1, 0, '330.00', '90.00']],
  ['stripe-payments.csv', 'stripe-payments', [5, 2, 2, 0, '1427.40', '50.00']],
  ['paypal-activity.csv', 'paypal-activity', [2, 1, 4, 1, '1750.00', '20.00']],
  ['paypal-activity-de.csv', 'paypal-activity-de', [2, 1, 3, 1, '1512.50', '20.00']],
  ['alipay-web.csv', 'alipay-web', [3, 2, 3, 1, '223.00', '45.00']],
  ['taobao-items.csv', 'taobao-items', [2, 1, 2, 1, '718.00', '30.00']],
  ['square-items.csv', 'square-items', [2, 1, 1, 0, '1109.16', '21.60']],
  ['woo-plugin-orders.csv', 'woo-plugin-orders', [3, 1, 2, 1, '93.00', '20.00']],
  ['loyverse-items.csv', 'loyverse-items', [2, 1, 1, 0, '270.00', '90.00']],
  ['amazon-orders.csv', 'amazon-orders', [2, 0, 2, 2, '71.00', '0.00']],
  ['amazon-transactions.csv', 'amazon-transactions', [2, 1, 2, 1, '1071.00', '20.00']],
  ['toast-orders.csv', 'toast-orders', [2, 0, 2, 0, '59.40', '0.00']],
  ['tiktok-orders.csv', 'tiktok-orders', [3, 1, 3, 0, '55.00', '10.00']],
  ['lazada-orders.csv', 'lazada-orders', [2, 1, 1, 0, '43.00', '20.00']],
  ['alibaba-orders.csv', 'alibaba-orders', [1, 0, 2, 0, '1200.00', '0.00']],
  ['paypal-activity-fr.csv', 'paypal-activity-fr', [1, 1, 2, 0, '49.00', '49.00']],
  ['venmo-statement.csv', 'venmo-statement', [1, 0, 4, 0, '20.00', '0.00']],
]

const customerFiles: [name: string, format: string, [created: number, skipped: number, rejected: number]][] = [
  ['youzan-customers.csv', 'youzan-customers', [4, 0, 2]],
  ['square-customers.csv', 'square-customers', [4, 1, 0]],
  ['shopify-customers.csv', 'shopify-customers', [3, 1, 0]],
  ['woo-customers.csv', 'woo-customers', [2, 0, 1]],
  ['google-contacts-2024.csv', 'google-contacts', [4, 1, 0]],
  ['google-contacts-old.csv', 'google-contacts-old', [3, 1, 0]],
  ['loyverse-customers.csv', 'loyverse-customers', [2, 0, 1]],
  ['outlook-contacts.csv', 'outlook-contacts', [3, 0, 0]],
]

const refusedFiles: [name: string, format: string][] = [
  ['refuse-wechat-fund-bill.csv', 'wechat-fund-bill'],
  ['refuse-alipay-summary.csv', 'alipay-summary'],
  ['refuse-alipay-account.csv', 'alipay-account'],
  ['refuse-jd-buyer.csv', 'jd-buyer'],
  ['refuse-meituan-buyer.csv', 'meituan-buyer'],
  ['refuse-stripe-payouts.csv', 'stripe-payouts'],
  ['refuse-shopify-payouts.csv', 'shopify-payouts'],
  ['refuse-etsy-deposits.csv', 'etsy-deposits'],
]

test('a file of every format is read here', () => {
  const read = new Set([...purchaseFiles, ...customerFiles, ...refusedFiles].map(([, format]) => format))
  expect(formats.map(({ name }) => name).filter((name) => !read.has(name))).toEqual([])
})

/** Rows an import must say are neither sales nor refunds, whoever asked for customers: the people a file may make. */
const people: Readonly<Record<string, readonly string[]>> = {
  'wechat-personal-2026.xlsx': ['春风十里', '张三', '王小明', '赵老板'],
  'wechat-personal-2025.csv': ['春风十里'],
  'wechat-merchant-all.csv': [],
  'alipay-personal-2023.csv': ['陈静'],
  'alipay-merchant.csv': [],
  'taobao-orders-2021.csv': ['马慧', '周八'],
  'taobao-orders-2024.xlsx': ['周强'],
  'douyin-orders.csv': [],
  'pinduoduo-orders.csv': [],
  'jd-orders.csv': ['陈静', '冯颖'],
  'youzan-orders.csv': ['王芳', '绿叶酒楼'],
  'wechat-shop-orders.xlsx': ['马慧'],
  'meituan-waimai-bill.xlsx': [],
  'shopify-orders.csv': ['Koper Een', 'Ren', 'Bo Dam', 'Fa Oss'],
  'woo-orders.csv': ['Ada Example', 'Bo Placeholder'],
  'loyverse-receipts.csv': ['Ana Cruz', 'Ben Yu'],
  'stripe-payments.csv': ['Jo Blom', 'kim@example.com', 'Lee Park'],
  'paypal-activity.csv': ['Jane Client', 'Kim Ro'],
  'paypal-activity-de.csv': ['Jane Klient', 'Kim Ro'],
  'alipay-web.csv': ['陈静', '赵敏'],
  'taobao-items.csv': [],
  'square-items.csv': ['Anna Becker'],
  'woo-plugin-orders.csv': ['Ada Example', 'Bo Placeholder', 'Bakkerij Bos'],
  'loyverse-items.csv': ['Ana Cruz'],
  'amazon-orders.csv': [],
  'amazon-transactions.csv': [],
  'toast-orders.csv': [],
  'tiktok-orders.csv': [],
  'lazada-orders.csv': ['Ann Lee', 'Cy Oss'],
  'alibaba-orders.csv': ['王小明'],
  'paypal-activity-fr.csv': ['Marie Dupont'],
  'venmo-statement.csv': ['Ann Lee'],
}

describe('purchases', () => {
  test.each(purchaseFiles)(
    '%s is read as %s, twice as once',
    async (name, format, [sales, refunds, skipped, rejected, gross, back]) => {
      const shop = await shopFor(name)
      if (name === 'square-transactions.csv') await take(shop, ['import', 'customers', file('square-customers.csv')])
      const value = await take(shop, ['import', 'purchases', file(name), '--create-customers'])
      expect(value).toMatchObject({ format, left: skipped, rejected })
      const rows = await sheet(shop)
      const sum = (some: Record<string, string>[]) =>
        some.reduce((total, { amount }) => total + Math.abs(Number(amount)), 0).toFixed(2)
      const sold = rows.filter(({ amount }) => !amount?.startsWith('-'))
      const returned = rows.filter(({ amount }) => amount?.startsWith('-'))
      expect([sold.length, returned.length, sum(sold), sum(returned)]).toEqual([sales, refunds, gross, back])
      if (people[name]) {
        const names = (await shop.json('list --sort id')).map((one: { name: string }) => one.name)
        expect([...names].sort()).toEqual([...people[name]].sort())
      }
      const again = await take(shop, ['import', 'purchases', file(name), '--create-customers'])
      expect(again).toMatchObject({ change: null, created: 0, updated: 0, left: skipped, rejected })
      expect((await shop.regulars('undo --yes')).exit).toBe(0)
      expect(await sheet(shop)).toEqual([])
    },
  )

  test('without --create-customers the money is there all the same, and payers are kept', async () => {
    const shop = await shopFor('wechat')
    await take(shop, ['import', 'purchases', file('wechat-personal-2026.xlsx')])
    expect(await shop.json('list')).toEqual([])
    expect((await sheet(shop)).filter(({ amount }) => Number(amount) > 0)).toHaveLength(6)
    const lines = (await shop.regulars('export all')).out
    expect(lines).toContain('wechat:春风十里')
    expect(lines).toContain('wechat:李*')
  })

  test('the file says of itself how much it holds: said when it agrees, warned of when it does not', async () => {
    const shop = await shopFor('wechat')
    const agreed = await shop.regulars(['import', file('wechat-personal-2025.csv'), '--dry-run'])
    expect(agreed.out).toContain('agrees with the totals of the file: 5 rows ¥1,597.00')
    const text = readFileSync(file('wechat-personal-2025.csv'), 'utf8').replace(
      '收入：5笔 1597.00元',
      '收入：6笔 1697.00元',
    )
    const path = join(shop.folder, 'bill.csv')
    writeFileSync(path, text)
    expect((await take(shop, ['import', path])).warnings).toContainEqual(
      expect.objectContaining({
        code: 'row.total-differs',
        message: 'the file says 6 rows and ¥1,697.00, read were 5 and ¥1,597.00',
      }),
    )
  })

  test('an unknown word of state is named once, with its money, and --state says what it is', async () => {
    const shop = await shopFor('wechat')
    const ran = await shop.regulars(['import', file('wechat-personal-2026.xlsx')])
    expect(ran.exit).toBe(3)
    expect(ran.err).toContain('rejected 当前状态 “收款待核验”: 1 row ¥52.00; --state 收款待核验=sale|owed|refund|skip')
    expect(await take(shop, ['import', file('wechat-personal-2026.xlsx'), '--state', '收款待核验=sale'])).toMatchObject(
      {
        created: 1,
        unchanged: 6,
        rejected: 0,
      },
    )
    expect(await take(shop, ['import', file('wechat-personal-2026.xlsx'), '--state', '收款待核验=skip'])).toMatchObject(
      { left: 5, rejected: 0 },
    )
  })

  test('what was refunded since is entered, the difference alone, on the last day the row knows', async () => {
    const shop = await shopFor('taobao')
    await take(shop, ['import', file('taobao-orders-2021.csv'), '--create-customers'])
    const text = new TextDecoder('gb18030').decode(readFileSync(file('taobao-orders-2021.csv')))
    const later = text.replace(
      '"0","茶铺","订单未关闭","0","0","","手机订单","","20.00","2021-11-18',
      '"0","茶铺","订单未关闭","0","0","","手机订单","","25.00","2021-11-20',
    )
    expect(later).not.toBe(text)
    writeFileSync(join(shop.folder, 'later.csv'), later)
    expect(await take(shop, ['import', join(shop.folder, 'later.csv'), '--create-customers'])).toMatchObject({
      created: 0,
      updated: 1,
      unchanged: 4,
    })
    const back = (await sheet(shop))
      .filter(({ refund_of }) => refund_of === '2930679858170002')
      .map(({ on, amount }) => [on, amount])
    expect(back).toEqual([
      ['2021-11-18', '-20.00'],
      ['2021-11-20', '-5.00'],
    ])
  })

  test('an order list and the payment bill of the same sales are one', async () => {
    const shop = await shopFor('wechat')
    const bill = readFileSync(file('wechat-merchant-all.csv'), 'utf8')
      .replaceAll('4200000925202611200000000001', '4200000001202611100000000001')
      .replace(
        '`28.00,`0.00,`0,`0,`0.00,`0.00,`,`,`珍珠奶茶,`,`0.17000,`0.60%,`28.00',
        '`118.00,`0.00,`0,`0,`0.00,`0.00,`,`,`,`,`0.17000,`0.60%,`118.00',
      )
    writeFileSync(join(shop.folder, 'bill.csv'), bill.replaceAll('2026-11-20', '2026-11-10'))
    await take(shop, ['import', join(shop.folder, 'bill.csv')])
    const before = (await sheet(shop)).length
    const list = await take(shop, ['import', file('wechat-shop-orders.xlsx'), '--create-customers'])
    expect(list).toMatchObject({ updated: 1, created: 4 })
    const rows = await sheet(shop)
    // Four orders of which one was in the bill: three sales more, and their refunds.
    expect(rows.length - before).toBe(5)
    const paired = rows.find(({ ref }) => ref === '4200000001202611100000000001')
    expect(paired).toMatchObject({ amount: '118.00', name: '马慧', item: '明前龙井' })
    expect(await take(shop, ['import', file('wechat-shop-orders.xlsx'), '--create-customers'])).toMatchObject({
      change: null,
      updated: 0,
      created: 0,
    })
  })

  test('what is bought on account is owed, what is partly paid too', async () => {
    const youzan = await shopFor('youzan')
    await take(youzan, ['import', file('youzan-orders.csv'), '--create-customers'])
    expect((await youzan.json('balances')).map(({ name, balance }: Record<string, string>) => [name, balance])).toEqual(
      [['绿叶酒楼', '200.00']],
    )
    const shopify = await shopFor('shopify')
    await take(shopify, ['import', file('shopify-orders.csv'), '--create-customers'])
    expect(
      (await shopify.json('balances')).map(({ name, balance }: Record<string, string>) => [name, balance]),
    ).toEqual([['Fa Oss', '20.00']])
  })

  test('days are the shop’s, whatever zone the file is in; costs are costs, fees are none', async () => {
    const stripe = await shopFor('stripe')
    await take(stripe, ['import', file('stripe-payments.csv'), '--create-customers'])
    expect((await sheet(stripe)).find(({ ref }) => ref === 'ch_0002')).toMatchObject({ on: '2026-11-02', cost: '' })
    const loyverse = await shopFor('loyverse')
    const value = await take(loyverse, ['import', file('loyverse-receipts.csv'), '--create-customers'])
    expect(
      (await sheet(loyverse)).map(({ ref, cost }) => [ref, cost]).filter(([ref]) => ref?.startsWith('4-103')),
    ).toEqual(
      expect.arrayContaining([
        ['4-10378', '18.35'],
        ['4-10381', ''],
      ]),
    )
    expect(value.columns).not.toHaveProperty('fee')
  })

  test('--map wins over what the format says of a column; --from none reads the ordinary way', async () => {
    const shop = await shopFor('wechat')
    const value = await take(shop, [
      'import',
      'purchases',
      file('wechat-personal-2025.csv'),
      '--create-customers',
      '--map',
      'customer=交易对方,item=支付方式',
    ])
    expect(value).toMatchObject({ format: 'wechat-personal', columns: { customer: '交易对方', item: '支付方式' } })
    const plain = await shop.regulars([
      'import',
      'purchases',
      file('woo-orders.csv'),
      '--from',
      'none',
      '--dry-run',
      '--json',
    ])
    expect(JSON.parse(plain.out)).toMatchObject({
      format: null,
      columns: { on: 'Date', status: 'Status', customer: 'Customer' },
    })
    expect(await shop.regulars(['import', 'purchases', file('woo-orders.csv'), '--from', 'jd-orders'])).toMatchObject({
      exit: 1,
      err: expect.stringContaining('is no JD orders: it lacks'),
    })
    expect(await shop.regulars(['import', 'purchases', file('woo-orders.csv'), '--from', 'nothing'])).toMatchObject({
      exit: 2,
    })
    expect(await shop.regulars(['import', 'customers', file('woo-orders.csv')])).toMatchObject({
      exit: 2,
      err: expect.stringContaining('import purchases'),
    })
  })
})

describe('customers', () => {
  test.each(customerFiles)('%s is read as %s, twice as once', async (name, format, [created, skipped, rejected]) => {
    const shop = await shopFor(name)
    expect(await take(shop, ['import', file(name)])).toMatchObject({ format, created, left: skipped, rejected })
    expect(await take(shop, ['import', 'customers', file(name)])).toMatchObject({
      change: null,
      unchanged: created,
      left: skipped,
      rejected,
    })
    expect((await shop.regulars('undo --yes')).exit).toBe(0)
    expect(await shop.json('list')).toEqual([])
  })

  test('what their rows become', async () => {
    const youzan = await shopFor('youzan')
    await take(youzan, ['import', file('youzan-customers.csv')])
    const [wang, salad, zhao, qian] = await youzan.json('list --sort id')
    expect(wang).toMatchObject({
      name: '王芳',
      called: '芳芳',
      birthday: '1990-01-01',
      joinedOn: '2024-01-01',
      balance: '-10.00',
      facts: { card: '银卡' },
    })
    expect(wang.opening).toMatchObject({ visits: 2, spent: '300.00' })
    expect([salad.name, salad.phone, salad.called]).toEqual(['沙拉', null, null])
    expect([zhao.phone, zhao.notes, zhao.balance]).toEqual([null, '138******35', '-25.50'])
    expect([qian.birthday, qian.opening.spent]).toEqual(['05-06', '400.00'])

    const google = await shopFor('google')
    await take(google, ['import', file('google-contacts-2024.csv')])
    expect(
      (await google.json('list --sort id')).map(({ name, kind, tags, birthday }: Record<string, unknown>) => [
        name,
        kind,
        tags,
        birthday,
      ]),
    ).toEqual([
      ['王小明', 'person', ['老客'], '1988-05-06'],
      ['Marc Cohen', 'person', [], null],
      ['绿叶酒楼', 'firm', ['供货商'], null],
      ['赵敏', 'person', [], '05-06'],
    ])

    const square = await shopFor('square')
    await take(square, ['import', file('square-customers.csv')])
    const [anna, , deli, other] = await square.json('list --sort id')
    expect(anna).toMatchObject({
      code: 'A1',
      phone: '+12125550101',
      address: '1 Main St, Apt 2, Springfield, IL 62701',
      consent: { email: true },
    })
    expect(deli).toMatchObject({ name: 'Corner Deli', kind: 'firm', consent: { email: false } })
    expect(other).toMatchObject({
      name: 'Anna Becker',
      birthday: '05-06',
      doNotContact: false,
      facts: { 'Blocked from online booking': 'Yes' },
    })
  })
})

describe('files that are refused, and formats of one’s own', () => {
  test.each(refusedFiles)('%s: what it is, and what to take instead', async (name) => {
    const shop = await shopFor('wechat')
    for (const lang of ['en', 'zh']) {
      const ran = await shop.regulars(['import', 'purchases', file(name), '--create-customers', '--lang', lang])
      expect([ran.exit, ran.out]).toEqual([1, ''])
      expect(ran.err).toMatch(/take the|请改用/)
    }
    expect(await sheet(shop)).toEqual([])
  })

  test('a format beside the ledger is listed, recognised and read like others; one that is none is said', async () => {
    const shop = await shopFor('own')
    mkdirSync(join(shop.folder, 'formats'))
    const own = {
      name: 'corner-till',
      title: { en: 'Corner till', zh: '街角收银' },
      kind: 'purchases',
      service: 'corner',
      recognise: { all: ['Bon', 'Wann', 'Summe', 'Art'] },
      columns: { ref: 'Bon', on: 'Wann', amount: 'Summe', item: 'Was' },
      states: ['Art'],
      rows: [
        { when: { Art: ['VK'] }, is: 'sale' },
        { when: { Art: ['ST'] }, is: 'skip', reason: 'cancelled' },
      ],
    }
    writeFileSync(join(shop.folder, 'formats', 'till.json'), JSON.stringify(own))
    expect(await shop.json('import formats')).toContainEqual({
      name: 'corner-till',
      title: 'Corner till',
      kind: 'purchases',
      service: 'corner',
      from: join(shop.folder, 'formats', 'till.json'),
    })
    writeFileSync(
      join(shop.folder, 'till.csv'),
      'Bon;Wann;Summe;Art;Was\n1;01.11.2026;12,50;VK;Tee\n2;13.11.2026;5,00;ST;Tee\n3;13.11.2026;7,00;??;Tee\n',
    )
    expect(await take(shop, ['import', join(shop.folder, 'till.csv')])).toMatchObject({
      format: 'corner-till',
      created: 1,
      left: 1,
      rejected: 1,
    })
    expect(await sheet(shop)).toMatchObject([{ ref: '1', on: '2026-11-01', amount: '12.50', item: 'Tee' }])
    writeFileSync(join(shop.folder, 'formats', 'bad.json'), JSON.stringify({ ...own, name: 'x', rows: [] }))
    expect(await shop.regulars('import formats')).toMatchObject({ exit: 1, err: expect.stringContaining('bad.json') })
  })
})
