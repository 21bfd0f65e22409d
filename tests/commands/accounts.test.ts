import { beforeEach, describe, expect, test } from 'vitest'
import { copied, openShop, type Shop } from '../shop.ts'

const zh = { env: { REGULARS_LANG: 'zh' } }
const lines = (...all: string[]) => all.map((line) => `${line}\n`).join('')

let shop: Shop

const teahouse = copied(async () => {
  const shop = await openShop('init --name 茶铺')
  for (const line of [
    'add 王小明 --phone 13800138000',
    'add 李秀兰 --phone 13981234567 --called 兰姐',
    'add 赵国庆',
    'add "Robert Smith-Jones the Third" --phone +442079460000',
    'buy 赵国庆 1200 蒙顶甘露 -u -d 2026-08-10',
    'buy wxm 320 普洱 -u -d 2026-10-02',
    'buy 赵国庆 400 -u -d 2026-10-20',
    'buy wxm 180 竹叶青 -p 80',
    'refund 4 60',
    'pay wxm 300',
    'pay lxl 72',
    'buy lxl 60 花茶',
    'pay Robert 1000000',
    'buy walk-in 45',
  ]) {
    const ran = await shop.regulars(line)
    if (ran.exit !== 0) throw new Error(`${line}: ${ran.err}`)
  }
  return shop
})

beforeEach(async () => {
  shop = await teahouse()
})

describe('balances', () => {
  test('ages debts and lists credit apart', async () => {
    expect((await shop.regulars('balances', zh)).said).toBe(
      lines(
        '欠款 2 位，共 ¥1,660.00；预存 2 位，共 ¥1,000,072.00（店里欠客户）',
        '                 共欠  30天内  31-60天  61-90天   90天以上  上次催',
        '#3  赵国庆  ¥1,600.00       -  ¥400.00        -  ¥1,200.00  没催过',
        '#1  王小明     ¥60.00  ¥40.00   ¥20.00        -          -  没催过',
        '',
        '预存',
        '#4  Robert Smith-Jones the Third  ¥1,000,000.00  +44 20 7946 0000',
        '#2  李秀兰                               ¥72.00  139 8123 4567',
        '收款：regulars pay 3 1600.00   对账：regulars statement 3',
        '催过：regulars done 3 --about 欠款未清',
      ),
    )
    expect((await shop.regulars('balances')).said).toBe(
      lines(
        '2 owe ¥1,660.00; 2 have credit ¥1,000,072.00 (the shop owes them)',
        '                total  0-30 days    31-60  61-90    over 90  reminded',
        '#3  赵国庆  ¥1,600.00          -  ¥400.00      -  ¥1,200.00  never',
        '#1  王小明     ¥60.00     ¥40.00   ¥20.00      -          -  never',
        '',
        'In credit',
        '#4  Robert Smith-Jones the Third  ¥1,000,000.00  +44 20 7946 0000',
        '#2  李秀兰                               ¥72.00  139 8123 4567',
        'Paid: regulars pay 3 1600.00   Account: regulars statement 3',
        'Reminded: regulars done 3 --about debt',
      ),
    )
  })

  test('JSON to the letter, credit negative', async () => {
    const rows = await shop.json('balances')
    expect(rows[0]).toEqual({
      customerId: 3,
      name: '赵国庆',
      phone: null,
      balance: '1600.00',
      oldestOn: '2026-08-10',
      days0: '0.00',
      days31: '400.00',
      days61: '0.00',
      days91: '1200.00',
      lastReminderOn: null,
    })
    expect(rows[3]).toMatchObject({ customerId: 2, phone: '+8613981234567', balance: '-72.00', oldestOn: null })
    expect((await shop.regulars('balances --ids')).out).toBe('3\n1\n4\n2\n')
    expect((await shop.regulars('balances --format csv --columns name,balance')).out).toBe(
      'name,balance\n赵国庆,1600.00\n王小明,60.00\nRobert Smith-Jones the Third,-1000000.00\n李秀兰,-72.00\n',
    )
  })

  test.each([
    [0, 'days0'],
    [30, 'days0'],
    [31, 'days31'],
    [60, 'days31'],
    [61, 'days61'],
    [90, 'days61'],
    [91, 'days91'],
  ])('a part %i days old is in %s', async (age, column) => {
    const fresh = await openShop()
    await fresh.regulars('add Li')
    await fresh.regulars(`buy Li 5 -u -d ${age}d`)
    const [row] = await fresh.json('balances')
    expect(Object.entries(row).filter(([name, value]) => name.startsWith('days') && value === '5.00')).toEqual([
      [column, '5.00'],
    ])
  })

  test('a contact about the debt is a reminder; one before it was due is not, unless it says so', async () => {
    await shop.regulars('done 3 -d 2026-09-09')
    expect((await shop.json('balances'))[0].lastReminderOn).toBeNull()
    await shop.regulars('done 3 -d 2026-09-10')
    expect((await shop.json('balances'))[0].lastReminderOn).toBe('2026-09-10')
    await shop.regulars('done 3 -d 2026-10-01 --about cadence')
    await shop.regulars('done 3 -d 2026-10-02 -o no-answer --about debt')
    expect((await shop.json('balances'))[0].lastReminderOn).toBe('2026-09-10')
    await shop.regulars('done 3 -d 2026-10-03 --about debt,cadence')
    expect((await shop.json('balances'))[0].lastReminderOn).toBe('2026-10-03')
  })

  test('nobody owes anything', async () => {
    const fresh = await openShop()
    expect(await fresh.regulars('balances')).toEqual({
      exit: 0,
      out: 'Nobody owes anything, nobody has credit.\n',
      err: '',
    })
    expect(await fresh.regulars('balances', zh)).toEqual({ exit: 0, out: '没有欠款，也没有预存。\n', err: '' })
    expect(await fresh.json('balances')).toEqual([])
  })

  test('fits 80 columns', async () => {
    for (const env of [{}, zh]) {
      const { out } = await shop.regulars('balances', { columns: 80, ...env })
      const { default: widthOf } = await import('string-width')
      for (const line of out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80)
    }
  })
})

describe('statement', () => {
  test('opening, entries, running balance', async () => {
    expect((await shop.regulars('statement wxm')).out).toBe(
      lines(
        '王小明 #1   2026-11-01 to 2026-11-21',
        'day    no.                   charged  settled       balance',
        '11-01       brought forward                    owes ¥320.00',
        '11-21    4  purchase 竹叶青  ¥180.00   ¥80.00  owes ¥420.00',
        '11-21    5  refund 竹叶青              ¥60.00  owes ¥360.00',
        '11-21    6  payment                   ¥300.00   owes ¥60.00',
      ),
    )
    expect((await shop.regulars('statement wxm --from 2026-10-01 --to 2026-10-31', zh)).out).toBe(
      lines(
        '王小明 #1   2026-10-01 到 2026-10-31',
        '日期   单                应付  已付        余额',
        '10-01      上期结转                        两清',
        '10-02   2  消费 普洱  ¥320.00        欠 ¥320.00',
      ),
    )
  })

  test('JSON', async () => {
    expect(await shop.json('statement wxm')).toEqual({
      customerId: 1,
      name: '王小明',
      called: null,
      phone: '+8613800138000',
      from: '2026-11-01',
      to: '2026-11-21',
      opening: '320.00',
      entries: [
        {
          id: 4,
          kind: 'purchase',
          on: '2026-11-21',
          item: '竹叶青',
          amount: '180.00',
          topUp: false,
          reward: false,
          handedBack: '0.00',
          bonus: '0.00',
          charged: '180.00',
          settled: '80.00',
          balance: '420.00',
        },
        {
          id: 5,
          kind: 'refund',
          on: '2026-11-21',
          item: '竹叶青',
          amount: '60.00',
          topUp: false,
          reward: false,
          handedBack: '0.00',
          bonus: '0.00',
          charged: '0.00',
          settled: '60.00',
          balance: '360.00',
        },
        {
          id: 6,
          kind: 'payment',
          on: '2026-11-21',
          item: null,
          amount: '300.00',
          topUp: false,
          reward: false,
          handedBack: '0.00',
          bonus: '0.00',
          charged: '0.00',
          settled: '300.00',
          balance: '60.00',
        },
      ],
      closing: '60.00',
    })
  })

  test.each([
    [
      'statement wxm --short',
      'Dear 王小明, your account at 茶铺: before 11-01 you owed ¥320.00; 11-21 purchase ¥180.00 (¥80.00 paid), refund ' +
        '¥60.00, payment ¥300.00; now you owe ¥60.00.',
      '王小明您好，您在茶铺的账：上月底欠 ¥320.00；11-21 消费 ¥180.00（当时付 ¥80.00），退款 ¥60.00，付款 ¥300.00；现欠 ¥60.00。',
    ],
    [
      'statement lxl --short',
      'Dear 兰姐, your account at 茶铺: 11-21 top-up ¥72.00; now you have credit ¥72.00.',
      '兰姐您好，您在茶铺的账：11-21 充值 ¥72.00；现预存 ¥72.00。',
    ],
    [
      'statement 3 --short',
      'Dear 赵国庆, your account at 茶铺: before 11-01 you owed ¥1,600.00; nothing new on account from 11-01 to 11-21; ' +
        'now you owe ¥1,600.00.',
      '赵国庆您好，您在茶铺的账：上月底欠 ¥1,600.00；本月没有新的欠款和付款；现欠 ¥1,600.00。',
    ],
    [
      'statement 3 --short --from 2026-08-01 --to 2026-08-31',
      'Dear 赵国庆, your account at 茶铺: 08-10 purchase ¥1,200.00; now you owe ¥1,200.00.',
      '赵国庆您好，您在茶铺的账：08-10 消费 ¥1,200.00；现欠 ¥1,200.00。',
    ],
  ])('%s', async (line, en, chinese) => {
    expect((await shop.regulars(line)).out).toBe(`${en}\n`)
    expect((await shop.regulars(line, zh)).out).toBe(`${chinese}\n`)
  })

  test.each([
    [
      'statement wxm --from 2026-11-10 --to 2026-11-01',
      2,
      'The period ends before it begins: 2026-11-10 to 2026-11-01.',
      '起止反了：2026-11-10 到 2026-11-01。',
    ],
    [
      'statement walk-in',
      1,
      'statement: a walk-in is nobody in particular.\n  Name a customer, or add one: regulars help add',
      'statement：散客不是哪一位。\n  请写客户，或先添加：regulars help add',
    ],
  ])('%s is refused', async (line, exit, en, chinese) => {
    const help = (how: string) =>
      exit === 2 && !en.includes('\n') ? `\n  ${how}regulars help ${line.split(' ')[0]}` : ''
    expect(await shop.regulars(line)).toEqual({ exit, out: '', err: `regulars: ${en}${help('How it is typed: ')}\n` })
    expect(await shop.regulars(line, zh)).toEqual({ exit, out: '', err: `regulars: ${chinese}${help('怎么写：')}\n` })
  })
})

describe('purchases', () => {
  test('newest first, of one customer or of all, with what is remarkable', async () => {
    expect((await shop.regulars('purchases')).said).toBe(
      lines(
        'no.  day    customer   item         amount',
        ' 10  11-21  walk-in                 ¥45.00',
        '  8  11-21  李秀兰 #2  花茶         ¥60.00',
        '  5  11-21  王小明 #1  竹叶青      -¥60.00  refund of no. 4',
        '  4  11-21  王小明 #1  竹叶青      ¥180.00  refunded ¥60.00 on account ¥40.00',
        '  3  10-20  赵国庆 #3              ¥400.00  on account',
        '  2  10-02  王小明 #1  普洱        ¥320.00  on account ¥20.00',
        '  1  08-10  赵国庆 #3  蒙顶甘露  ¥1,200.00  on account',
        '6 purchases, ¥2,205.00, refunded ¥60.00',
        'Brought back: regulars refund 10',
      ),
    )
    expect((await shop.regulars('purchases wxm', zh)).said).toBe(
      lines(
        '单  日期   客户       物品       金额',
        ' 5  11-21  王小明 #1  竹叶青  -¥60.00  退单 4',
        ' 4  11-21  王小明 #1  竹叶青  ¥180.00  退 ¥60.00 赊 ¥40.00',
        ' 2  10-02  王小明 #1  普洱    ¥320.00  赊 ¥20.00',
        '消费 2 笔，¥500.00，退款 ¥60.00',
        '退这笔：regulars refund 4',
      ),
    )
  })

  test.each([
    ['purchases --ids', '10\n8\n5\n4\n3\n2\n1\n'],
    ['purchases 散客 --ids', '10\n'],
    ['purchases --on 10-20 --ids', '3\n'],
    ['purchases --from 2026-10-01 --to 2026-10-31 --ids', '3\n2\n'],
    ['purchases 3 --to 2026-10-01 --ids', '1\n'],
    ['purchases lxl --to 10-01', 'No purchases.\n'],
    ['purchases lxl --format csv --columns id,on,amount,refunded', 'id,on,amount,refunded\n8,2026-11-21,60.00,0.00\n'],
    ['purchases Robert --json', '[]\n'],
  ])('%s', async (line, out) => expect(await shop.regulars(line)).toEqual({ exit: 0, out, err: '' }))

  test.each([
    ['purchases --on today --from 11-01', 2, '--on and --from cannot go together.', '--on 和 --from 不能一起用。'],
    [
      'purchases --from 11-10 --to 11-01',
      2,
      'The period ends before it begins: 2026-11-10 to 2026-11-01.',
      '起止反了：2026-11-10 到 2026-11-01。',
    ],
    ['contacts --on today --to 11-01', 2, '--on and --to cannot go together.', '--on 和 --to 不能一起用。'],
  ])('%s is refused', async (line, exit, en, chinese) => {
    const help = (how: string) =>
      exit === 2 && !en.includes('\n') ? `\n  ${how}regulars help ${line.split(' ')[0]}` : ''
    expect(await shop.regulars(line)).toEqual({ exit, out: '', err: `regulars: ${en}${help('How it is typed: ')}\n` })
    expect(await shop.regulars(line, zh)).toEqual({ exit, out: '', err: `regulars: ${chinese}${help('怎么写：')}\n` })
  })
})

test('contacts, newest first', async () => {
  await shop.regulars('done wxm -d 11-07 -c wechat -n "tell me when the new tea is in" --next 11-21')
  await shop.regulars('done lxl -o no-answer')
  await shop.regulars('done 3 --in -c shop --about debt')
  expect((await shop.regulars('contacts')).out).toBe(
    lines(
      'c3  11-21  赵国庆 #3  in in the shop  wants a reply  debt',
      'c2  11-21  李秀兰 #2  call            no answer',
      'c1  11-07  王小明 #1  wechat          reached        “tell me when the new tea is in” again 11-21',
      '3 contacts',
    ),
  )
  expect((await shop.regulars('contacts wxm', zh)).out).toBe(
    lines('c1  11-07  王小明 #1  微信  联系上了  “tell me when the new tea is in” 约 11-21', '联系 1 次'),
  )
  expect((await shop.json('contacts wxm'))[0]).toEqual({
    id: 1,
    customerId: 1,
    on: '2026-11-07',
    direction: 'out',
    channel: 'wechat',
    outcome: 'reached',
    about: null,
    note: 'tell me when the new tea is in',
    nextOn: '2026-11-21',
    campaign: null,
    gift: null,
    by: 'owner',
  })
  expect((await shop.regulars('contacts --on 11-21 --ids')).out).toBe('3\n2\n')
})

test('a hostile name is harmless on every one of these screens', async () => {
  await shop.regulars(['add', 'E\u001b[31mv\u202eil'])
  await shop.regulars('buy 5 9 -u')
  for (const line of [
    'purchases',
    'balances',
    'statement 5',
    'statement 5 --short',
    'pay 5 1 --dry-run',
    'refund id:5 --dry-run',
    'void 11 --dry-run',
  ]) {
    const { exit, out } = await shop.regulars(line)
    expect([line, exit]).toEqual([line, 0])
    expect(out).toContain('Evil')
    expect(['\u001b', '\u202e'].filter((mark) => out.includes(mark))).toEqual([])
  }
})

test('statement --short: what was paid is not denied, what they came with is said as it is', async () => {
  const shop = await openShop('init --name Teahouse')
  await shop.regulars('add 王小明 --credit 72')
  await shop.regulars('add 李秀兰 --owes 50')
  await shop.regulars('add 赵国庆')
  await shop.regulars('buy 3 88')
  expect((await shop.regulars('statement 1 --short')).out).toBe(
    'Dear 王小明, your account at Teahouse: 11-21 you already had credit ¥72.00; now you have credit ¥72.00.\n',
  )
  expect((await shop.regulars('statement 1 --short --lang zh')).out).toBe(
    '王小明您好，您在Teahouse的账：11-21 原有预存 ¥72.00；现预存 ¥72.00。\n',
  )
  expect((await shop.regulars('statement 2 --short')).out).toBe(
    'Dear 李秀兰, your account at Teahouse: 11-21 you already owed ¥50.00; now you owe ¥50.00.\n',
  )
  expect((await shop.regulars('statement 2 --short --lang zh')).out).toBe(
    '李秀兰您好，您在Teahouse的账：11-21 原欠 ¥50.00；现欠 ¥50.00。\n',
  )
  expect((await shop.regulars('statement 3 --short')).out).toBe(
    'Dear 赵国庆, your account at Teahouse: nothing new on account from 11-01 to 11-21; now you owe nothing.\n',
  )
  expect((await shop.regulars('statement 3 --short --lang zh')).out).toBe(
    '赵国庆您好，您在Teahouse的账：本月没有新的欠款和付款；现两清。\n',
  )
})

test('a balance column says who owes whom, with no minus sign; machines get the number', async () => {
  const shop = await openShop()
  await shop.regulars('add 王小明 --credit 72.50')
  await shop.regulars('add 李秀兰 --owes 50')
  await shop.regulars('add 赵国庆')
  expect((await shop.regulars('list --columns name,balance --sort name')).out).toBe(
    lines('name          balance', '李秀兰    owes ¥50.00', '王小明  credit ¥72.50', '赵国庆'),
  )
  expect((await shop.regulars('balances --columns name,balance --lang zh')).out).toBe(
    lines('姓名           余额', '李秀兰    欠 ¥50.00', '王小明  预存 ¥72.50'),
  )
  expect((await shop.regulars('statement 1 --columns id,balance --format table')).out).toContain('credit ¥72.50')
  expect((await shop.regulars('balances --columns name,balance --format csv')).out).toBe(
    'name,balance\n李秀兰,50.00\n王小明,-72.50\n',
  )
})

test('the note of a purchase is shown wherever the purchase is', async () => {
  const shop = await openShop()
  await shop.regulars('add 王小明')
  await shop.regulars(['buy', '1', '88', '竹叶青', '-n', '要\n礼盒'])
  await shop.regulars('buy 1 60 --paid 20 -n "half later"')
  const { out } = await shop.regulars('purchases 1')
  expect(out).toContain('  2  11-21  王小明 #1          ¥60.00  on account ¥40.00 “half later”\n')
  expect(out).toContain('  1  11-21  王小明 #1  竹叶青  ¥88.00  “要 礼盒”\n')
  expect((await shop.regulars('purchases 1 --lang zh')).out).toContain('赊 ¥40.00 “half later”\n')
  const shown = (await shop.regulars('show 1')).out
  expect(shown).toContain('purchase 2          ¥60.00  unpaid ¥40.00 “half later”\n')
  expect(shown).toContain('purchase 1  竹叶青  ¥88.00  “要 礼盒”\n')
  expect((await shop.json('purchases 1')).map(({ note }: { note: string }) => note)).toEqual(['half later', '要\n礼盒'])
  await shop.regulars('fix 2 50')
  expect((await shop.regulars('purchases 1')).out).toContain('on account ¥30.00 “half later”\n')
})
