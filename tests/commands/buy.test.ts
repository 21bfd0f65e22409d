import { describe, expect, test } from 'vitest'
import { copied, openShop, type Shop } from '../shop.ts'

const teahouse = copied(async (): Promise<Shop> => {
  const shop = await openShop()
  await shop.regulars('add 王小明 --phone 13800138000')
  await shop.regulars('add 李秀兰 --phone 13981234567 --credit-limit 300')
  return shop
})

const zh = { env: { REGULARS_LANG: 'zh' } }

test('a purchase is remembered, as COMMANDS has it', async () => {
  const shop = await teahouse()
  const bought = await shop.json('buy wxm 128+60-8 竹叶青 --cost 90 --discount 8 --ref R-1 --method cash -n hello')
  expect(bought).toMatchObject({
    id: 1,
    kind: 'purchase',
    customerId: 1,
    on: '2026-11-21',
    amount: '180.00',
    cost: '90.00',
    discount: '8.00',
    item: '竹叶青',
    ref: 'R-1',
    method: 'cash',
    paid: '180.00',
    refunded: '0.00',
    due: null,
    by: 'owner',
    void: false,
    note: 'hello',
    balance: '0.00',
    change: 3,
  })
  const keys = [
    'id',
    'kind',
    'customerId',
    'on',
    'amount',
    'cost',
    'discount',
    'item',
    'ref',
    'method',
    'paid',
    'refunded',
    'due',
    'pass',
    'passVisits',
    'by',
    'void',
    'note',
    'payer',
    'source',
    'coupon',
    'redeemed',
    'reason',
    'fault',
  ]
  expect(Object.keys((await shop.json('purchases'))[0])).toEqual(keys)
})

test('an item is the words after the amount, or --item', async () => {
  const shop = await teahouse()
  expect((await shop.json('buy wxm 5 green tea 100 g')).item).toBe('green tea 100 g')
  expect((await shop.json('buy wxm 5 -i "gift box"')).item).toBe('gift box')
  expect((await shop.json('buy wxm 5')).item).toBeNull()
})

describe('the screen says who, how much, how it was paid, and the account', () => {
  const cases: [string, string, string][] = [
    ['buy wxm 88 竹叶青', '王小明 #1  C  ¥88.00 竹叶青   no. 4', '王小明 #1  C  ¥88.00 竹叶青   单 4'],
    ['buy wxm 0 sample', '王小明 #1  C  ¥0.00 sample   no. 4', '王小明 #1  C  ¥0.00 sample   单 4'],
    [
      'buy wxm 88 -u',
      '王小明 #1  C  ¥88.00, on account   -> owes ¥88.00 (was nothing)   no. 4',
      '王小明 #1  C  ¥88.00，赊账   → 欠 ¥88.00（原来两清）   单 4',
    ],
    [
      'buy wxm 88 -p 60 --due 12-05',
      '王小明 #1  C  ¥88.00, paid ¥60.00, on account ¥28.00, due 12-05   -> owes ¥28.00 (was nothing)   no. 4',
      '王小明 #1  C  ¥88.00，付 ¥60.00，赊 ¥28.00，约 12-05 付   → 欠 ¥28.00（原来两清）   单 4',
    ],
    ['buy wxm 88 -p 88', '王小明 #1  C  ¥88.00   no. 4', '王小明 #1  C  ¥88.00   单 4'],
    [
      'buy lxl 50 -u -d 11-20',
      '李秀兰 #2  C  ¥50.00, on account, on 11-20   -> owes ¥270.00 (was ¥220.00)   no. 4',
      '李秀兰 #2  C  ¥50.00，赊账，补记 11-20   → 欠 ¥270.00（原 ¥220.00）   单 4',
    ],
    ['buy lxl 50', '李秀兰 #2  C  ¥50.00   owes ¥220.00   no. 4', '李秀兰 #2  C  ¥50.00   欠 ¥220.00   单 4'],
    [
      'buy zwei 100 -p 20',
      '张伟 #3  C  ¥100.00, paid ¥20.00, from credit ¥72.00, on account ¥8.00   -> owes ¥8.00 (was credit ¥72.00)  ' +
        ' no. 4',
      '张伟 #3  C  ¥100.00，付 ¥20.00，用预存 ¥72.00，赊 ¥8.00   → 欠 ¥8.00（原 预存 ¥72.00）   单 4',
    ],
    [
      'buy zwei 50 -u',
      '张伟 #3  C  ¥50.00, from credit ¥50.00   -> credit ¥22.00 (was ¥72.00)   no. 4',
      '张伟 #3  C  ¥50.00，用预存 ¥50.00   → 预存 ¥22.00（原 ¥72.00）   单 4',
    ],
    [
      'buy zwei 50',
      '张伟 #3  C  ¥50.00   credit ¥72.00   no. 4\nOut of their credit? Take it back and add --unpaid.',
      '张伟 #3  C  ¥50.00   预存 ¥72.00   单 4\n要从预存扣：先撤销，再加 -u 记一遍。',
    ],
    [
      'buy walk-in 45 tea',
      'walk-in ¥45.00 tea   no. 4   today 3 for ¥275.00 (customers 2 for ¥230.00)',
      '散客 ¥45.00 tea   单 4   今天 3 笔 ¥275.00（熟客 2 笔 ¥230.00）',
    ],
    [
      'buy 散客 45 -d 11-20',
      'walk-in ¥45.00, on 11-20   no. 4   11-20 1 for ¥45.00 (customers 0 for ¥0.00)',
      '散客 ¥45.00，补记 11-20   单 4   11-20 1 笔 ¥45.00（熟客 0 笔 ¥0.00）',
    ],
  ]
  test.each(cases)('%s', async (line, en, chinese) => {
    const shop = await teahouse()
    await shop.regulars('add 张伟')
    await shop.regulars('pay 张伟 72')
    await shop.regulars('buy lxl 10')
    await shop.regulars('buy lxl 220 -u')
    const typed = line.replace('zwei', '张伟')
    const dry = await shop.regulars(`${typed} --dry-run`)
    expect(dry).toEqual({ exit: 0, out: `Would do: ${en}\n`, err: 'Nothing was changed (--dry-run).\n' })
    expect(await shop.regulars(`${typed} --dry-run`, zh)).toEqual({
      exit: 0,
      out: `会这样（没有改）：${chinese}\n`,
      err: '没有改动（--dry-run）。\n',
    })
    expect(await shop.regulars(typed)).toEqual({ exit: 0, out: `${en}\nSlip? regulars undo   (change 7)\n`, err: '' })
  })
})

describe('what cannot be is refused, and nothing is entered', () => {
  const cases: [string, number, string, string][] = [
    [
      'buy wxm 12a',
      2,
      'regulars: Not an amount: “12a”.\n  Examples: 128   88.5   12,50   128+60-8   128*2   1,288.00\n',
      'regulars: 金额看不懂：“12a”。\n  例：128、88.5、88元5角、128+60、128*2\n',
    ],
    [
      'buy wxm -5',
      2,
      'regulars: An amount below nothing makes no sense here: “-5”.\n  Goods come back: regulars refund   Money ' +
        'goes out: regulars pay --out\n',
      'regulars: 这里不能是负数：“-5”。\n  退货：regulars refund   把钱退出去：regulars pay --out\n',
    ],
    [
      'buy wxm 0.555',
      2,
      'regulars: Too many decimals: “0.555”; CNY has 2.\n  How it is typed: regulars help buy\n',
      'regulars: 小数太多：“0.555”，CNY 最多 2 位。\n  怎么写：regulars help buy\n',
    ],
    [
      'buy wxm 1.500',
      2,
      'regulars: “1.500” can be ¥1,500 or ¥1.50.\n  Write 1500, or 1.50.\n',
      'regulars: “1.500”可以是 ¥1,500，也可以是 ¥1.50。\n  请写 1500 或 1.50。\n',
    ],
    [
      'buy wxm 8.555',
      2,
      'regulars: “8.555” can be ¥8,555 or ¥8.555.\n  Write 8555, or fewer decimals: CNY has not so many.\n',
      'regulars: “8.555”可以是 ¥8,555，也可以是 ¥8.555。\n  请写 8555，或少写小数：CNY 没有这么多位。\n',
    ],
    [
      'buy wxm 12345678901.23',
      2,
      'regulars: Too large an amount: “12345678901.23”; the most there can be is ¥9,999,999,999.99.\n' +
        '  How it is typed: regulars help buy\n',
      'regulars: 金额太大：“12345678901.23”，最多 ¥9,999,999,999.99。\n  怎么写：regulars help buy\n',
    ],
    [
      'buy wxm',
      2,
      'regulars: buy: amount is missing.\n  Example: regulars buy wang 128 green tea   More: regulars help buy\n',
      'regulars: buy：缺金额。\n  例：regulars buy 王小明 128 竹叶青   更多例子：regulars help buy\n',
    ],
    [
      'buy',
      2,
      'regulars: buy: a customer is missing.\n  Say who: regulars buy NAME …   or regulars buy 12 …   ' +
        '(#12 alone is dropped by the shell: leave out the #)\n',
      'regulars: buy：缺客户。\n  请写上是谁：regulars buy 王小明 …，或 regulars buy 12 …。写了 #12 也会这样：# 不用写\n',
    ],
    [
      'buy wxm 5 -u -p 3',
      2,
      'regulars: --paid and --unpaid cannot go together.\n  How it is typed: regulars help buy\n',
      'regulars: --paid 和 --unpaid 不能一起用。\n  怎么写：regulars help buy\n',
    ],
    [
      'buy wxm 5 tea -i tea',
      2,
      'regulars: ITEM and --item cannot go together.\n  How it is typed: regulars help buy\n',
      'regulars: ITEM 和 --item 不能一起用。\n  怎么写：regulars help buy\n',
    ],
    [
      'buy wxm 5 -p 6',
      2,
      'regulars: Paid ¥6.00 is more than the ¥5.00 to pay.\n  What is over can be kept as credit: regulars help pay\n',
      'regulars: 付了 ¥6.00，比应付的 ¥5.00 还多。\n  多出来的要存着：regulars help pay\n',
    ],
    [
      'buy wxm 5 --due 12-05',
      2,
      'regulars: --due: nothing is left unpaid.\n  On account: --unpaid; in part: --paid AMOUNT\n',
      'regulars: --due：没有欠着的，不用约日子。\n  赊账：--unpaid；付一部分：--paid 金额\n',
    ],
    [
      'buy wxm 5 -u --due 2026-11-20',
      2,
      'regulars: Due on 2026-11-20, before the day of the purchase (2026-11-21).\n' +
        '  How it is typed: regulars help buy\n',
      'regulars: 约好 2026-11-20 付，比买的那天（2026-11-21）还早。\n  怎么写：regulars help buy\n',
    ],
    [
      'buy wxm 5 -d 2026-11-22',
      2,
      'regulars: 2026-11-22 has not come yet (today is 2026-11-21).\n  Year first, month, day: 2026-11-21   or: ' +
        'yesterday\n',
      'regulars: 2026-11-22 还没到（今天 2026-11-21）。\n  例：2026-11-21、昨天\n',
    ],
    [
      'buy walk-in 5 -u',
      1,
      'regulars: A walk-in pays in full: nobody could be asked for the rest.\n  On account: name a customer, or ' +
        'add one: regulars help add\n',
      'regulars: 散客要付清：赊了账找不到人。\n  要赊账请写客户，或先添加：regulars help add\n',
    ],
    [
      'buy lxl 300.01 -u',
      1,
      'regulars: 李秀兰 #2 would owe ¥300.01; the credit limit is ¥300.00.\n  All the same: regulars buy lxl 300.01 ' +
        '-u --over-limit\n',
      'regulars: 李秀兰 #2 会欠到 ¥300.01，超过赊账额度 ¥300.00。\n  仍要赊：regulars buy lxl 300.01 -u --over-limit\n',
    ],
  ]
  test.each(cases)('%s', async (line, exit, en, chinese) => {
    const shop = await teahouse()
    expect(await shop.regulars(line)).toEqual({ exit, out: '', err: en })
    expect(await shop.regulars(line, zh)).toEqual({ exit, out: '', err: chinese })
    expect(await shop.json('purchases')).toEqual([])
  })
})

test('the credit limit holds back what is on account, and nothing else', async () => {
  const shop = await teahouse()
  expect((await shop.regulars('buy lxl 300 -u')).exit).toBe(0)
  expect((await shop.regulars('buy lxl 1 -u')).exit).toBe(1)
  expect((await shop.regulars('buy lxl 1000')).exit).toBe(0)
  expect((await shop.json('buy lxl 1 -u --over-limit')).balance).toBe('301.00')
})

test('an archived customer is brought back before they buy', async () => {
  const shop = await teahouse()
  await shop.regulars('archive wxm')
  expect(await shop.regulars('buy 1 5')).toEqual({
    exit: 1,
    out: '',
    err: 'regulars: 王小明 #1 is archived.\n  They are back? regulars unarchive 1\n',
  })
})

test('an entry of a day after the one asked for does not count', async () => {
  const shop = await teahouse()
  await shop.regulars('buy wxm 100 -u')
  expect((await shop.json('buy wxm 10 -u --today 2026-11-20')).balance).toBe('10.00')
  expect(await shop.json('purchases --today 2026-11-19')).toEqual([])
  expect(await shop.json('balances --today 2026-11-20')).toMatchObject([{ balance: '10.00' }])
})

describe('a till', () => {
  const day = '\uFEFFwxm 128 竹叶青\r\n\r\n"王小明" 60+8\nnobody 5\n散客 45\nwxm 12x tea\nwxm\n“李秀兰” 20 two words'
  test('enters every line it can as one change, and says which lines it could not read', async () => {
    const shop = await teahouse()
    const ran = await shop.regulars('buy -', { stdin: day })
    expect(ran.exit).toBe(1)
    expect(ran.out).toBe(
      [
        '王小明 #1  C  ¥128.00 竹叶青   no. 1',
        '王小明 #1  C  ¥68.00   no. 2',
        'walk-in ¥45.00   no. 3',
        '李秀兰 #2  C  ¥20.00 two words   no. 4',
        'Slip? regulars undo   (change 3)',
        '',
      ].join('\n'),
    )
    expect(ran.err).toBe(
      [
        'Line 4: No customer “nobody”.',
        '  Search: regulars find nobody   New: regulars add nobody',
        'Line 6: Not an amount: “12x”.',
        '  Examples: 128   88.5   12,50   128+60-8   128*2   1,288.00',
        'Line 7: buy: amount is missing.',
        '  Example: regulars buy wang 128 green tea   More: regulars help buy',
        '4 purchases, ¥261.00; 3 lines not entered',
        '',
      ].join('\n'),
    )
    expect(
      (await shop.json('log'))
        .map(({ command }: { command: string }) => command)
        .filter((one: string) => one === 'buy'),
    ).toHaveLength(1)
    const undone = await shop.regulars('undo --yes')
    expect(undone).toEqual({ exit: 0, out: 'Took back change 3: purchases of 4 lines.\n', err: '' })
    expect(await shop.json('purchases')).toEqual([])
  })
  test('in Chinese, in JSON, on another day, and when nothing is wrong', async () => {
    const shop = await teahouse()
    expect(await shop.regulars('buy - -q', { stdin: 'wxm 128 竹叶青\nwxm x\n', ...zh })).toEqual({
      exit: 1,
      out: '',
      err: '第 2 行：金额看不懂：“x”。\n  例：128、88.5、88元5角、128+60、128*2\n',
    })
    expect(await shop.json('buy - --on 11-20 -u', { stdin: 'wxm 1\nlxl 2 tea' })).toMatchObject([
      { customerId: 1, on: '2026-11-20', paid: '0.00', change: 4 },
      { customerId: 2, item: 'tea', balance: '2.00', change: 4 },
    ])
    const bad = await shop.regulars('buy - --json', { stdin: 'wxm x' })
    expect(bad.out).toBe('[]\n')
    expect(JSON.parse(bad.err.split('\n')[0] ?? '')).toMatchObject({
      error: { code: 'money.unreadable', facts: { line: 1, text: 'x' } },
    })
  })
  test('works a whole day out in a dry run', async () => {
    const shop = await teahouse()
    const ran = await shop.regulars('buy - --dry-run', { stdin: 'wxm 1\nlxl 2' })
    expect(ran.exit).toBe(0)
    expect(await shop.json('purchases')).toEqual([])
  })
})

describe('a till on a terminal', () => {
  test('shows each purchase as it is entered, and u takes the last back', async () => {
    const shop = await teahouse()
    const ran = await shop.regulars('buy -', { keys: 'wxm 128 竹叶青\n散客 45\nu\nwxm x\nlxl 20\nu\nu\nu\n\n' })
    expect(ran.exit).toBe(0)
    expect(ran.out).toBe(
      [
        '王小明 #1  C  ¥128.00 竹叶青   no. 1',
        'walk-in ¥45.00   no. 2   today 2 for ¥173.00 (customers 1 for ¥128.00)',
        '李秀兰 #2  C  ¥20.00   no. 3',
        '',
      ].join('\n'),
    )
    for (const said of [
      'taken back: no. 2\n',
      'Line 4: Not an amount: “x”.',
      'taken back: no. 3\n',
      'taken back: no. 1\n',
      'Nothing of this till to take back.',
      '0 purchases, ¥0.00; 1 line not entered\n',
    ]) {
      expect(ran.err).toContain(said)
    }
    expect(await shop.json('purchases')).toEqual([])
  })

  test('ends with Ctrl-D, and with Ctrl-C as interrupted; what was entered stays', async () => {
    const shop = await teahouse()
    expect((await shop.regulars('buy -', { keys: 'wxm 5\n\u0004' })).exit).toBe(0)
    expect((await shop.regulars('buy -', { keys: 'wxm 6\n\u0003' })).exit).toBe(130)
    expect(await shop.json('purchases')).toHaveLength(2)
  })

  test('asks nobody with --no-input', async () => {
    const shop = await teahouse()
    const ran = await shop.regulars('buy - --no-input', { keys: 'wxm 5\nu\n' })
    expect(ran.exit).toBe(1)
    expect(ran.err).toContain('Line 2: buy: amount is missing.')
  })
})
