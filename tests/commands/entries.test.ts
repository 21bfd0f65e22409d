import { beforeEach, describe, expect, test } from 'vitest'
import { copied, openShop, type Shop } from '../shop.ts'

const zh = { env: { REGULARS_LANG: 'zh' } }

let shop: Shop

/**
 * 1: 200 on account of 14 September, 2: 240 of 2 October, 3: 180 of today; 4: Li paid 60 in full; 5: a walk-in. Wang
 * owes 620, Li has 72 in credit.
 */
const teahouse = copied(async () => {
  const shop = await openShop('init --name 茶铺')
  for (const line of [
    'add 王小明 --phone 13800138000',
    'add 李秀兰 --phone 13981234567',
    'buy wxm 200 普洱 -u -d 2026-09-14',
    'buy wxm 240 -u -d 2026-10-02',
    'buy wxm 180 竹叶青 -u',
    'buy lxl 60 花茶',
    'buy walk-in 45',
    'pay lxl 72',
  ]) {
    const ran = await shop.regulars(line)
    if (ran.exit !== 0) throw new Error(ran.err)
  }
  return shop
})

beforeEach(async () => {
  shop = await teahouse()
})

/** A command line that works: its screen in both languages, tried dry first. */
async function says(line: string, en: string, chinese: string) {
  expect(await shop.regulars(`${line} --dry-run`)).toEqual({
    exit: 0,
    out: `Would do: ${en}\n`,
    err: 'Nothing was changed (--dry-run).\n',
  })
  expect(await shop.regulars(`${line} --dry-run`, zh)).toEqual({
    exit: 0,
    out: `会这样（没有改）：${chinese}\n`,
    err: '没有改动（--dry-run）。\n',
  })
  expect(await shop.regulars(line)).toEqual({ exit: 0, out: `${en}\nSlip? regulars undo   (change 9)\n`, err: '' })
}

/** What to type where a void entry is voided again. */
const back = [
  '\n  To take the voiding back, undo its change: regulars log',
  '\n  作废错了，撤销那一次改动：regulars log',
]

/** One that does not, and leaves everything as it was. */
async function refuses(line: string, exit: number, en: string, chinese: string) {
  const before = await shop.json('purchases')
  // What cannot be read and has no hint of its own says how the command is typed.
  const typed = (said: string, how: string) =>
    exit !== 2 || said.includes('\n') ? said : `${said}\n  ${how}regulars help ${line.split(' ')[0]}`
  expect(await shop.regulars(line)).toEqual({ exit, out: '', err: `regulars: ${typed(en, 'How it is typed: ')}\n` })
  expect(await shop.regulars(line, zh)).toEqual({ exit, out: '', err: `regulars: ${typed(chinese, '怎么写：')}\n` })
  expect(await shop.json('purchases')).toEqual(before)
}

describe('refund', () => {
  test.each([
    [
      'refund 3 60',
      'Refunded ¥60.00 of 王小明 11-21 竹叶青 (no. 3): off what is owed; owes ¥560.00 (was ¥620.00)   no. 7',
      '退 王小明 11-21 竹叶青（单 3）¥60.00：冲欠款，欠 ¥560.00（原 ¥620.00）   单 7',
    ],
    [
      'refund wxm 60',
      'Refunded ¥60.00 of 王小明 11-21 竹叶青 (no. 3): off what is owed; owes ¥560.00 (was ¥620.00)   no. 7',
      '退 王小明 11-21 竹叶青（单 3）¥60.00：冲欠款，欠 ¥560.00（原 ¥620.00）   单 7',
    ],
    [
      'refund id:1 220',
      'Refunded ¥220.00 of 王小明 10-02 (no. 2): off what is owed; owes ¥400.00 (was ¥620.00)   no. 7',
      '退 王小明 10-02（单 2）¥220.00：冲欠款，欠 ¥400.00（原 ¥620.00）   单 7',
    ],
    [
      'refund 4',
      'Refunded ¥60.00 of 李秀兰 11-21 花茶 (no. 4): handed back   no. 7',
      '退 李秀兰 11-21 花茶（单 4）¥60.00：当面退还   单 7',
    ],
    [
      'refund 4 --credit',
      'Refunded ¥60.00 of 李秀兰 11-21 花茶 (no. 4): kept as credit; credit ¥132.00 (was ¥72.00)   no. 7',
      '退 李秀兰 11-21 花茶（单 4）¥60.00：留作预存，预存 ¥132.00（原 ¥72.00）   单 7',
    ],
    [
      'refund 5 --reason damp --fault supplier',
      'Refunded ¥45.00 of walk-in 11-21 (no. 5): handed back   no. 7',
      '退 散客 11-21（单 5）¥45.00：当面退还   单 7',
    ],
  ])('%s', says)

  test('lowers its own purchase, not the oldest', async () => {
    await shop.regulars('refund 3 60')
    expect((await shop.json('pay wxm 440')).settled).toEqual([
      { entryId: 1, on: '2026-09-14', amount: '200.00', left: '0.00' },
      { entryId: 2, on: '2026-10-02', amount: '240.00', left: '0.00' },
    ])
    expect(await shop.json('balances')).toMatchObject([
      { customerId: 1, days0: '120.00', days31: '0.00', days61: '0.00' },
      {},
    ])
  })

  test('lowers what is owed on that purchase first and hands back the rest', async () => {
    await shop.regulars('pay wxm 500') // settles 1, 2 and 60 of 3
    const refund = await shop.json('refund 3 150 --reason damp --fault supplier')
    expect(refund).toMatchObject({
      kind: 'refund',
      amount: '150.00',
      lowered: '120.00',
      handedBack: '30.00',
      refundOf: 3,
      balance: '0.00',
      reason: 'damp',
      fault: 'supplier',
    })
    expect((await shop.json('purchases wxm'))[1]).toMatchObject({ id: 3, refunded: '150.00' })
    expect(await shop.regulars('refund 3')).toMatchObject({
      exit: 0,
      out: expect.stringContaining('Refunded ¥30.00 of 王小明 11-21 竹叶青 (no. 3): handed back   no. 9'),
    })
    expect(await shop.regulars('refund wxm 241')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('No purchase of 王小明 #1 covers ¥241.00.'),
    })
  })

  test.each([
    [
      'refund 99',
      1,
      'No entry 99.\n  Entries: regulars purchases   A customer is id:99 or a name.',
      '没有单 99。\n  查单号：regulars purchases   指客户请写 id:99 或姓名。',
    ],
    [
      'refund 6',
      1,
      'Payment 6 cannot be refunded: only a purchase can.\n  A wrong entry: regulars void 6',
      '还款单 6 不能退款，只有消费能退。\n  记错了：regulars void 6',
    ],
    [
      'refund 3 180.01',
      1,
      '¥180.01 is more than is left of purchase 3: ¥180.00.\n  All that is left: regulars refund 3',
      '单 3 只能再退 ¥180.00，不够退 ¥180.01。\n  全退：regulars refund 3',
    ],
    ['refund 3 0', 2, 'An amount of nothing makes no sense here: “0.00”.', '金额不能是零：“0.00”。'],
    [
      'refund 3 -1',
      2,
      'An amount below nothing makes no sense here: “-1”.\n  Goods come back: regulars refund   Money goes out: ' +
        'regulars pay --out',
      '这里不能是负数：“-1”。\n  退货：regulars refund   把钱退出去：regulars pay --out',
    ],
    [
      'refund 3 1 -d 2026-11-20',
      1,
      'The refund (2026-11-20) comes before purchase 3 (2026-11-21).',
      '退款日（2026-11-20）早于消费单 3（2026-11-21）。',
    ],
    [
      'refund wxm 500',
      1,
      'No purchase of 王小明 #1 covers ¥500.00.\n  Their purchases: regulars purchases 1',
      '王小明 #1 没有够退 ¥500.00 的消费。\n  看消费：regulars purchases 1',
    ],
    [
      'refund wxm -d 2026-09-01',
      1,
      '王小明 #1 has no purchase to refund.\n  Their purchases: regulars purchases 1',
      '王小明 #1 没有可退的消费。\n  看消费：regulars purchases 1',
    ],
    [
      'refund walk-in',
      1,
      'refund: a walk-in is nobody in particular.\n  Name a customer, or add one: regulars help add',
      'refund：散客不是哪一位。\n  请写客户，或先添加：regulars help add',
    ],
    [
      'refund 5 --credit',
      1,
      'refund --credit: a walk-in is nobody in particular.\n  Name a customer, or add one: regulars help add',
      'refund --credit：散客不是哪一位。\n  请写客户，或先添加：regulars help add',
    ],
  ])('%s is refused', refuses)

  test('a purchase refunded in full, or void, has nothing left', async () => {
    await shop.regulars('refund 4')
    expect((await shop.regulars('refund 4')).err).toBe('regulars: Purchase 4 has nothing left to refund.\n')
    await shop.regulars('void 5')
    expect((await shop.regulars('refund 5')).err).toBe(
      'regulars: Purchase 5 is void already.\n  To take the voiding back, undo its change: regulars log\n',
    )
  })
})

describe('pay', () => {
  test.each([
    [
      'pay wxm 300',
      '王小明 paid ¥300.00: 09-14 ¥200.00 (settled), 10-02 ¥100.00 (¥140.00 left); owes ¥320.00 (was ¥620.00)   no. 7',
      '收到 王小明 还款 ¥300.00：冲 09-14 ¥200.00（清）、10-02 ¥100.00（还差 ¥140.00）；欠 ¥320.00（原 ¥620.00）   单 7',
    ],
    [
      'pay wxm 700 --method cash -n thanks',
      '王小明 paid ¥700.00: 09-14 ¥200.00 (settled), 10-02 ¥240.00 (settled), 11-21 ¥180.00 (settled), credit ¥80.00; ' +
        'credit ¥80.00 (was owes ¥620.00)   no. 7',
      '收到 王小明 还款 ¥700.00：冲 09-14 ¥200.00（清）、10-02 ¥240.00（清）、11-21 ¥180.00（清），多出 ¥80.00 记预存；预存 ¥80.00（原 欠 ¥620.00） ' +
        '  单 7',
    ],
    [
      'pay lxl 8',
      '李秀兰 topped up ¥8.00; credit ¥80.00 (was ¥72.00)   no. 7',
      '收到 李秀兰 充值 ¥8.00；预存 ¥80.00（原 ¥72.00）   单 7',
    ],
    [
      'pay lxl 72 --out',
      'Handed back ¥72.00 to 李秀兰; owes nothing (was credit ¥72.00)   no. 7',
      '退还 李秀兰 预存 ¥72.00；两清（原 预存 ¥72.00）   单 7',
    ],
  ])('%s', says)

  test('JSON', async () => {
    expect(await shop.json('pay wxm 300 --method cash -n thanks')).toMatchObject({
      id: 7,
      kind: 'payment',
      customerId: 1,
      on: '2026-11-21',
      amount: '300.00',
      out: false,
      method: 'cash',
      note: 'thanks',
      settled: [
        { entryId: 1, on: '2026-09-14', amount: '200.00', left: '0.00' },
        { entryId: 2, on: '2026-10-02', amount: '100.00', left: '140.00' },
      ],
      toCredit: '0.00',
      balanceBefore: '620.00',
      balance: '320.00',
      change: 9,
    })
  })

  test.each([
    [
      'pay wxm 1 --out',
      1,
      '王小明 #1 has no credit: ¥1.00 cannot be handed back.\n  Their account: regulars statement 1',
      '王小明 #1 没有预存，退不出 ¥1.00。\n  看账：regulars statement 1',
    ],
    [
      'pay lxl 72.01 --out',
      1,
      '李秀兰 #2 has credit ¥72.00: ¥72.01 cannot be handed back.\n  Their account: regulars statement 2',
      '李秀兰 #2 只有预存 ¥72.00，退不出 ¥72.01。\n  看账：regulars statement 2',
    ],
    ['pay lxl 0', 2, 'An amount of nothing makes no sense here: “0.00”.', '金额不能是零：“0.00”。'],
    [
      'pay walk-in 5',
      1,
      'pay: a walk-in is nobody in particular.\n  Name a customer, or add one: regulars help add',
      'pay：散客不是哪一位。\n  请写客户，或先添加：regulars help add',
    ],
    [
      'pay lxl 5 -d tomorrow',
      2,
      '2026-11-22 has not come yet (today is 2026-11-21).\n  Year first, month, day: 2026-11-21   or: yesterday',
      '2026-11-22 还没到（今天 2026-11-21）。\n  例：2026-11-21、昨天',
    ],
    [
      'pay lxl',
      2,
      'pay: amount is missing.\n  Example: regulars pay wang 300   More: regulars help pay',
      'pay：缺金额。\n  例：regulars pay wxm 300   更多例子：regulars help pay',
    ],
  ])('%s is refused', refuses)
})

describe('void', () => {
  test.each([
    [
      'void 1',
      'Void: purchase 1, 王小明 09-14 普洱 ¥200.00\n王小明 #1 owes ¥420.00 (was ¥620.00)',
      '作废 消费单 1：王小明 09-14 普洱 ¥200.00\n王小明 #1 欠 ¥420.00（原 ¥620.00）',
    ],
    [
      'void 6 --reason twice',
      'Void: payment 6, 李秀兰 11-21 ¥72.00\n李秀兰 #2 owes nothing (was credit ¥72.00)',
      '作废 还款单 6：李秀兰 11-21 ¥72.00\n李秀兰 #2 两清（原 预存 ¥72.00）',
    ],
    [
      'void 5 4',
      'Void: purchase 5, walk-in 11-21 ¥45.00\nVoid: purchase 4, 李秀兰 11-21 花茶 ¥60.00\n李秀兰 #2 credit ¥72.00',
      '作废 消费单 5：散客 11-21 ¥45.00\n作废 消费单 4：李秀兰 11-21 花茶 ¥60.00\n李秀兰 #2 预存 ¥72.00',
    ],
  ])('%s', says)

  test('keeps the row, marked, and counts it nowhere', async () => {
    expect(await shop.json('void 3')).toMatchObject({
      entries: [{ id: 3, void: true }],
      balances: [{ customerId: 1, balanceBefore: '620.00', balance: '440.00' }],
      change: 9,
    })
    expect(
      (await shop.json('purchases wxm')).map(({ id, void: gone }: { id: number; void: boolean }) => [id, gone]),
    ).toEqual([
      [3, true],
      [2, false],
      [1, false],
    ])
    expect(await shop.regulars('purchases wxm')).toMatchObject({
      out: expect.stringContaining('2 purchases, ¥440.00\n'),
      err: 'Brought back: regulars refund 2\n',
    })
    await refuses('void 3', 1, `Purchase 3 is void already.${back[0]}`, `消费单 3 已经作废了。${back[1]}`)
  })

  test('takes a purchase only together with its refunds', async () => {
    await shop.regulars('refund 3 60')
    await shop.regulars('refund 3 20')
    await refuses(
      'void 3',
      1,
      'void: purchase 3 has refunds (7, 8).\n  All void together: regulars void 3 7 8',
      'void：消费单 3 有退款（单 7、8）。\n  要一起作废：regulars void 3 7 8',
    )
    await refuses(
      'void 3 7',
      1,
      'void: purchase 3 has refunds (7, 8).\n  All void together: regulars void 3 7 8',
      'void：消费单 3 有退款（单 7、8）。\n  要一起作废：regulars void 3 7 8',
    )
    expect((await shop.json('void 3 8 7')).balances).toMatchObject([{ balance: '440.00' }])
  })

  test('a refund gives back what it lowered', async () => {
    await shop.regulars('refund 3 60')
    expect((await shop.json('void 7')).balances).toMatchObject([{ balanceBefore: '560.00', balance: '620.00' }])
    expect(await shop.json('refund 3')).toMatchObject({ amount: '180.00' })
  })

  test('a contact is named by its c', async () => {
    await shop.regulars('done wxm -n "comes Wednesday"')
    expect(await shop.json('contacts')).toHaveLength(1)
    expect((await shop.regulars('void C1')).out).toBe(
      'Void: contact c1, 王小明 11-21\nSlip? regulars undo   (change 10)\n',
    )
    expect(await shop.json('contacts')).toEqual([])
    await refuses('void c1', 1, `Contact c1 is void already.${back[0]}`, `联系 c1 已经作废了。${back[1]}`)
    await refuses(
      'void 1 c9',
      1,
      'No contact c9.\n  Contacts and their numbers: regulars contacts',
      '没有联系 c9。\n  查联系的号：regulars contacts',
    )
  })

  test.each([
    [
      'void 99',
      1,
      'No entry 99.\n  Entries: regulars purchases   A customer is id:99 or a name.',
      '没有单 99。\n  查单号：regulars purchases   指客户请写 id:99 或姓名。',
    ],
    [
      'void 1 wxm',
      2,
      'Not an entry: “wxm”.\n  An entry is its number (812), a contact c31. Numbers: regulars purchases',
      '单号看不懂：“wxm”。\n  单号是数字（812），联系是 c31。查单号：regulars purchases',
    ],
    [
      'void',
      2,
      'void: entry is missing.\n  Examples: regulars help void',
      'void：缺单号。\n  例子：regulars help void',
    ],
  ])('%s is refused', refuses)
})

describe('fix', () => {
  test.each([
    [
      'fix 3 108',
      'Purchase 3: ¥180.00 is now ¥108.00, no. 7\n王小明 #1 owes ¥548.00 (was ¥620.00)',
      '消费单 3：¥180.00 改为 ¥108.00，新单 7\n王小明 #1 欠 ¥548.00（原 ¥620.00）',
    ],
    ['fix 5 54', 'Purchase 5: ¥45.00 is now ¥54.00, no. 7', '消费单 5：¥45.00 改为 ¥54.00，新单 7'],
    [
      'fix 6 27',
      'Payment 6: ¥72.00 is now ¥27.00, no. 7\n李秀兰 #2 credit ¥27.00 (was ¥72.00)',
      '还款单 6：¥72.00 改为 ¥27.00，新单 7\n李秀兰 #2 预存 ¥27.00（原 ¥72.00）',
    ],
  ])('%s', says)

  test('keeps every other field, and undo takes both halves back', async () => {
    await shop.regulars('buy lxl 88 乌龙 --cost 40 --discount 2 --ref R7 --method card -p 60 --due 12-05 -d 11-19')
    const [before] = (await shop.json('purchases lxl')).filter(({ id }: { id: number }) => id === 7)
    const fixed = await shop.json('fix 7 98')
    expect(fixed).toMatchObject({
      ...before,
      id: 8,
      amount: '98.00',
      paid: '60.00',
      replaces: 7,
      amountBefore: '88.00',
      change: 10,
    })
    await shop.regulars('undo --yes')
    expect((await shop.json('purchases lxl')).filter(({ id }: { id: number }) => id >= 7)).toEqual([before])
  })

  test('a refund kept as credit stays so', async () => {
    await shop.regulars('refund 4 --credit')
    expect(await shop.json('fix 7 50')).toMatchObject({
      amount: '50.00',
      lowered: '50.00',
      balances: [{ balanceBefore: '-132.00', balance: '-122.00' }],
    })
  })

  test('a refund and a credit handed back are fixed too, within their limits', async () => {
    await shop.regulars('refund 3 60')
    expect(await shop.json('fix 7 80')).toMatchObject({
      kind: 'refund',
      amount: '80.00',
      refundOf: 3,
      balances: [{ balance: '540.00' }],
    })
    expect((await shop.regulars('fix 8 181')).err).toContain('¥181.00 is more than is left of purchase 3: ¥180.00.')
    await shop.regulars('pay lxl 50 --out')
    expect(await shop.json('fix 9 72')).toMatchObject({ kind: 'payment', out: true, balances: [{ balance: '0.00' }] })
    expect((await shop.regulars('fix 10 73')).err).toContain(
      '李秀兰 #2 has credit ¥72.00: ¥73.00 cannot be handed back.',
    )
  })

  test('a purchase with refunds, or with more paid than that, is refused', async () => {
    await shop.regulars('buy lxl 88 -p 60')
    await refuses(
      'fix 7 59',
      1,
      'Purchase 7: ¥60.00 was paid, more than ¥59.00.\n  Enter it anew: regulars void 7   then the purchase again',
      '单 7 已付 ¥60.00，比 ¥59.00 还多。\n  请重记：regulars void 7   再记一遍',
    )
    await shop.regulars('refund 3 1')
    await refuses(
      'fix 3 100',
      1,
      'fix: purchase 3 has a refund (8).\n  All void together: regulars void 3 8',
      'fix：消费单 3 有退款（单 8）。\n  要一起作废：regulars void 3 8',
    )
  })

  test.each([
    [
      'fix 99 5',
      1,
      'No entry 99.\n  Entries: regulars purchases   A customer is id:99 or a name.',
      '没有单 99。\n  查单号：regulars purchases   指客户请写 id:99 或姓名。',
    ],
    ['fix 3 180', 1, 'Entry 3 is ¥180.00 already.', '单 3 本来就是 ¥180.00。'],
    ['fix 6 0', 2, 'An amount of nothing makes no sense here: “0.00”.', '金额不能是零：“0.00”。'],
    [
      'fix wxm 5',
      2,
      'Not an entry: “wxm”.\n  An entry is its number (812), a contact c31. Numbers: regulars purchases',
      '单号看不懂：“wxm”。\n  单号是数字（812），联系是 c31。查单号：regulars purchases',
    ],
  ])('%s is refused', refuses)
})
