import { expect, test } from 'vitest'
import { copied, openShop, type Shop } from '../shop.ts'

const shopOf = copied(async () => {
  const shop = await openShop('init --name Shop --currency CNY --lang en')
  await shop.regulars('import customers -', { stdin: 'code,name\nV1,Anna\nV2,Ben\n' })
  return shop
})

async function take(shop: Shop, kind: string, rows: string, ...flags: string[]) {
  const ran = await shop.regulars(['import', kind, '-', '--json', ...flags], { stdin: rows })
  return JSON.parse(ran.out)
}

const sales = async (shop: Shop) =>
  (await shop.regulars('export purchases --format csv')).out
    .split('\n')
    .slice(1, -1)
    .map((line) => line.split(',').slice(3, 5).join(' '))

test.each([
  ['how it went', 'no answer', 'connected', 'outcome', ['out no-answer', 'out reached']],
  ['情况', '未接', '接通', 'outcome', ['out no-answer', 'out reached']],
  ['去还是来', 'outgoing', 'incoming', 'direction', ['out reached', 'in wants-reply']],
  ['类型', '去电', '来电', 'call_type', ['out reached', 'in reached']],
  ['哪种', '呼出', '未接来电', 'call_type', ['out reached', 'in no-answer']],
])('a contact with a column %s of %s and %s is read by them', async (heading, one, other, column, stands) => {
  const shop = await shopOf()
  const ended = await take(shop, 'contacts', `customer,on,${heading}\nV1,2026-11-01,${one}\nV2,2026-11-02,${other}\n`)
  expect(ended).toMatchObject({ created: 2, columns: { [column]: heading }, unknownColumns: [] })
  const lines = (await shop.regulars('export contacts --format csv')).out.split('\n').slice(1, -1)
  expect(
    lines.map((line) => line.split(',')).map(([, , , , direction, , outcome]) => `${direction} ${outcome}`),
  ).toEqual(stands)
})

test('contacts of which no column says the outcome are told of, with what names one', async () => {
  const shop = await shopOf()
  const rows = 'customer,on,talk\nV1,2026-11-01,no answer\nV2,2026-11-02,about the tea\n'
  const { out } = await shop.regulars('import contacts - --dry-run', { stdin: rows })
  expect(out).toContain('no column says how a contact came out')
  expect(out).toContain('--map outcome=COLUMN')
  expect((await take(shop, 'contacts', rows)).warnings).toMatchObject([
    { code: 'row.no-outcome' },
    { code: 'row.unread-outcome', lines: [2] },
  ])
  const called = 'customer,on,call type\nV1,2026-11-01,outgoing\n'
  expect((await take(shop, 'contacts', called)).warnings).toEqual([])
})

test.each([
  ['情况', '未接', '改天', '情况 says “未接”, and nobody reads that column (--map outcome=情况 reads it)'],
  [
    'how',
    'outgoing call',
    'long',
    'how says “outgoing call”, and nobody reads that column (--map call_type=how reads it)',
  ],
])('a contact whose column %s says %s beside words nobody knows is told of', async (heading, one, other, message) => {
  const shop = await shopOf()
  const { warnings } = await take(
    shop,
    'contacts',
    `customer,on,${heading}\nV1,2026-11-01,${one}\nV2,2026-11-02,${other}\n`,
  )
  expect(warnings).toMatchObject([{ code: 'row.no-outcome' }, { code: 'row.unread-outcome', lines: [2], message }])
})

test.each(['product: mail, phone', '爱好: 电话, 信件'])('%s is no channel of a contact', async (column) => {
  const shop = await shopOf()
  const [heading, one, other] = column.split(/[:,] /)
  const rows = `customer,on,${heading}\nV1,2026-11-01,${one}\nV2,2026-11-02,${other}\n`
  expect(await take(shop, 'contacts', rows)).toMatchObject({ unknownColumns: [heading] })
})

test('a column of states is read as one whatever its heading, and so is one of what came in and went out', async () => {
  const shop = await shopOf()
  const stated = 'customer,on,amount,how\nV1,2026-11-01,30,refunded\nV2,2026-11-02,40,paid\nV1,2026-11-03,50,unpaid\n'
  expect(await take(shop, 'purchases', stated)).toMatchObject({
    columns: { status: 'how' },
    skipped: [{ reason: 'not-paid', rows: 1 }],
  })
  const moved = 'customer,on,amount,进出\nV1,2026-11-04,60,收入\nV2,2026-11-05,70,支出\n'
  expect(await take(shop, 'purchases', moved)).toMatchObject({
    columns: { direction: '进出' },
    skipped: [{ reason: 'own-spending', rows: 1 }],
  })
  expect(await sales(shop)).toEqual(['Anna 30.00', 'Ben 40.00', 'Anna -30.00', 'Anna 60.00'])
})

test('a column of currencies is read as one, and another currency is no sale', async () => {
  const shop = await shopOf()
  const { errors } = await take(
    shop,
    'purchases',
    'customer,on,amount,coin\nV1,2026-11-01,30,USD\nV2,2026-11-02,40,RMB\n',
  )
  expect(errors).toMatchObject([{ line: 2, code: 'row.currency' }])
  expect(await sales(shop)).toEqual(['Ben 40.00'])
})

test('the whole file is looked at: the first refund may stand far down, and so may the first remark', async () => {
  const many = (last: string) =>
    `customer,on,amount,how\n${'V1,2026-11-01,30,done\n'.repeat(80)}V2,2026-11-02,40,${last}\n`
  const shop = await shopOf()
  const read = await take(shop, 'purchases', many('refunded'), '--dry-run')
  expect(read).toMatchObject({ columns: { status: 'how' }, warnings: [{ code: 'row.refund-day' }] })
  const remarked = await take(shop, 'purchases', many('will come again'))
  expect(remarked).toMatchObject({ created: 81, rejected: 0, unknownColumns: ['how'] })
})

test.each([
  ['group', 'subscription', 'service', 'kinds of goods are no directions'],
  ['shelf', 'CUP', 'PEN', 'nor are goods currencies'],
  ['parcel status', 'returned', 'delivered', 'nor parcels orders'],
  ['how', 'done', 'paid', 'nothing is said by words that a sale has anyway'],
  ['review', 'completed', 'done', 'nor by what is no sale'],
])('a column %s of %s and %s is left alone: %s', async (heading, one, other, _why) => {
  const shop = await shopOf()
  const rows = `customer,on,amount,${heading}\nV1,2026-11-01,30,${one}\nV2,2026-11-02,40,${other}\n`
  expect(await take(shop, 'purchases', rows)).toMatchObject({
    created: 2,
    skipped: [],
    warnings: [],
    unknownColumns: [heading],
  })
})

test.each([
  ['押金', '已退', '未退'],
  ['押金', '已退', '已付'],
  ['押金状态', '已退', '已付'],
  ['尾款', '未付', '已付'],
  ['定金', '未付', '已付'],
  ['短信', '失败', '成功'],
  ['预约', '已取消', '已完成'],
  ['review', 'pending', 'completed'],
  ['table', 'void', 'open'],
  ['bottle', 'returned', 'returned'],
  ['contract', 'draft', 'draft'],
  ['Lieferung', 'offen', 'offen'],
  ['情况', '已退款', '已退款'],
  ['情况', '挂账', '挂账'],
  ['进出', '支出', '支出'],
])('%s: %s, %s may be of something else than the sale: both stand, and that is told', async (heading, one, other) => {
  const shop = await shopOf()
  const rows = `customer,on,amount,${heading}\nV1,2026-11-01,30,${one}\nV2,2026-11-02,40,${other}\n`
  const { created, skipped, warnings } = await take(shop, 'purchases', rows)
  expect({ created, skipped }).toEqual({ created: 2, skipped: [] })
  expect(warnings[0]).toMatchObject({ code: 'row.unread-state', message: expect.stringContaining(`“${one}”`) })
  expect(warnings[0].message).toContain(`=${heading}`)
})

test.each([
  ['情况', '已退款', '已支付'],
  ['Zustand', 'storniert', 'bezahlt'],
  ['what happened', 'refunded', 'paid'],
])('%s of %s and %s is the state of the sale', async (heading, one, other) => {
  const shop = await shopOf()
  const rows = `customer,on,amount,${heading}\nV1,2026-11-01,30,${one}\nV2,2026-11-02,40,${other}\n`
  expect(await take(shop, 'purchases', rows)).toMatchObject({ columns: { status: heading } })
})

test.each([
  ['coupon', 'valid', 'expired'],
  ['优惠券', '已使用', '已失效'],
  ['会员卡状态', '有效', '已失效'],
  ['key', 'returned', 'received'],
  ['consent form', 'received', 'draft'],
  ['loyalty', 'approved', 'pending'],
  ['insurance', 'paid', 'unpaid'],
  ['card used', 'credit', 'debit'],
  ['with', 'cash', 'debit'],
])('%s of %s and %s is of something else: no sale is lost or handed back for it', async (heading, one, other) => {
  const shop = await shopOf()
  const rows = `customer,on,amount,${heading}\nV1,2026-11-01,30,${one}\nV2,2026-11-02,40,${other}\n`
  expect(await take(shop, 'purchases', rows)).toMatchObject({ created: 2, unknownColumns: [heading] })
  expect(await sales(shop)).toEqual(['Anna 30.00', 'Ben 40.00'])
})

test.each([
  ['进度', '已完成', '已取消'],
  ['stage', 'done', 'cancelled'],
])('%s says how a sale stands: %s and %s are its states', async (heading, one, other) => {
  const shop = await shopOf()
  const rows = `customer,on,amount,${heading}\nV1,2026-11-01,30,${one}\nV2,2026-11-02,40,${other}\n`
  expect(await take(shop, 'purchases', rows)).toMatchObject({ created: 1, columns: { status: heading } })
})

test('a word that --state explains is known, and so is the column it stands in', async () => {
  const shop = await shopOf()
  const rows = 'customer,on,amount,情况\nV1,2026-11-01,30,已支付\nV2,2026-11-02,40,已退款\nV2,2026-11-03,50,换货\n'
  expect(await take(shop, 'purchases', rows, '--state', '换货=skip')).toMatchObject({
    created: 2,
    columns: { status: '情况' },
    skipped: [{ reason: 'not-a-sale', rows: 1 }],
  })
})

test('what a column is read as is said, with what reads it otherwise', async () => {
  const shop = await shopOf()
  const rows = 'customer,on,amount,how it is\nV1,2026-11-01,30,cancelled\nV2,2026-11-02,40,paid\n'
  const { out } = await shop.regulars('import purchases - --dry-run', { stdin: rows })
  const advice = /how it is: status, by what is in it \(if not: --map (note='how it is')\)/.exec(out)?.[1]
  expect(advice).toBe("note='how it is'")
  const otherwise = await take(shop, 'purchases', rows, '--map', 'note=how it is')
  expect(otherwise).toMatchObject({ created: 2, warnings: [{ code: 'row.unread-state' }] })
})

test('money that went out, in a column of other words too, is told of with what reads it', async () => {
  const shop = await shopOf()
  const rows = 'customer,on,amount,其它\nV1,2026-11-01,30,支出\nV2,2026-11-02,40,好茶\n'
  const { warnings } = await take(shop, 'purchases', rows, '--dry-run')
  expect(warnings).toMatchObject([{ code: 'row.unread-state', lines: [2] }])
  expect(warnings[0].message).toContain('--map direction=其它')
})
