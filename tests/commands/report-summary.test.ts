import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { widthOf } from '../../src/terminal/width.ts'
import { copied, openShop, type Shop } from '../shop.ts'

/**
 * Small enough to reckon by hand. Ann comes every ten days or so and brought Bob; Cai came five times before this
 * ledger; Dan has not bought; Eve is new; Fay is archived; Gus came every five days in September and no more.
 */
const shopOfSeven = copied(async (init: string = 'init --lang en'): Promise<Shop> => {
  const shop = await openShop(init)
  await shop.json('add Ann --joined 2026-01-01 --tag green --source street')
  await shop.json('add Bob --joined 2026-01-01 --referred-by 1 --source street')
  await shop.json('add Cai --joined 2026-01-01 --source fair')
  await shop.json('add Dan --joined 2026-11-10')
  await shop.json('add Eve --joined 2026-11-20')
  await shop.json('add Fay --joined 2026-01-01')
  await shop.json('add Gus --joined 2026-01-01')
  writeFileSync(join(shop.folder, 'cai.csv'), 'name,visits_before,last_purchase\nCai,5,2026-08-15\n')
  await shop.json(`import customers ${join(shop.folder, 'cai.csv')} --no-classify`)
  const lines = [
    'buy 1 100 Longjing --on 2026-09-01',
    'buy 1 100 --cost 60 --on 2026-10-01',
    'buy 1 50 --unpaid --on 2026-10-11',
    'buy 1 200 --cost 150 --on 2026-11-01',
    'buy 1 80 --unpaid --on 2026-11-11',
    'buy 2 60 Ganlu --on 2026-10-05',
    'buy 2 45 --on 2026-11-15',
    'void 7',
    'buy 2 40 --on 2026-11-15',
    'buy 5 30 Puer --on 2026-11-20',
    'void 9',
    'buy 5 33 Ganlu --on 2026-11-20',
    'buy 6 10 --on 2026-11-02',
    ...['2026-09-20', '2026-09-25', '2026-09-30'].map((on) => `buy 7 20 --on ${on}`),
    'buy walk-in 25 --on 2026-10-10',
    'buy walk-in 45 --on 2026-11-12',
    'refund 2 20 --on 2026-11-05',
    'refund 4 50 --on 2026-11-10',
    'refund 16 5 --on 2026-11-13',
    'pay 2 100 --on 2026-11-17',
    'archive 6',
    'done 1 --on 2026-11-12',
    'done 2 -o no-answer --on 2026-11-13',
    'done 1 -o sent --on 2026-10-12',
    'done 1 --on 2026-11-14',
    'void c4',
  ]
  for (const line of lines) await shop.json(line)
  writeFileSync(join(shop.folder, 'till.csv'), 'customer,on,amount\nBob,2026-11-16,-10\n')
  await shop.json(`import purchases ${join(shop.folder, 'till.csv')} --no-classify`)
  for (const day of ['2026-09-30', '2026-10-31', '2026-11-21']) await shop.json(`classify --today ${day}`)
  await shop.json('pin 3 B')
  return shop
})

test('report summary of a month that is not over, worked out by hand', async () => {
  const shop = await shopOfSeven()
  expect(await shop.json('report summary --month 11')).toEqual({
    from: '2026-11-01',
    to: '2026-11-21',
    currency: 'CNY',
    // Ann 200 + 80, Bob 40, Eve 33, Fay 10, nobody in particular 45.
    revenue: '408.00',
    purchases: 6,
    // Of 10-01 20, of 11-01 50, of the walk-in 5, and Bob's return of 10.
    refunds: '85.00',
    returns: 4,
    net: '323.00',
    // Ann 150 x 50/200 + 80 - 20 x 40/100, Bob 40 - 10, Eve 33, Fay 10; nobody in particular brings none.
    profit: '182.50',
    walkIn: { revenue: '45.00', purchases: 1, refunds: '5.00', returns: 1, share: 45 / 408 },
    buyers: 3,
    newBuyers: 1,
    balance: '130.00',
    debtors: 1,
    ages: { days0: '80.00', days31: '50.00', days61: '0.00', days91: '0.00' },
    credit: '100.00',
    creditors: 1,
    tiers: { A: 1, B: 2, C: 1, D: 2 },
    classifiedOn: '2026-11-21',
    movements: [
      { from: 'A', to: 'B', customers: 1 },
      { from: 'C', to: 'B', customers: 1 },
    ],
    stages: { prospect: 1, exploring: 2, forming: 1, stable: 0, declining: 1, lost: 1 },
    rates: {
      from: '2026-11-01',
      to: '2026-11-21',
      buyersAtStart: 4,
      lost: 1,
      churnRate: 0.25,
      retentionRate: 0.75,
      new: 1,
      regained: 0,
      buyers: 3,
      repeatBuyers: 1,
      repeatRate: 1 / 3,
      referrers: 1,
      referralRate: 1 / 3,
    },
    // Everybody was entered today: before, nobody was on the list of a morning.
    followups: { due: 0, inTime: 0, late: 0, fellAway: 0, never: 0, open: 0, inTimeRate: null, doneRate: null },
    contacts: {
      made: 2,
      customers: 2,
      outcomes: { reached: 1, sent: 0, 'no-answer': 1, 'wants-reply': 0, interested: 0, declined: 0 },
    },
    best: [
      { customerId: 1, name: 'Ann', tier: 'A', purchases: 2, spent: '210.00', profit: '109.50' },
      { customerId: 5, name: 'Eve', tier: 'C', purchases: 1, spent: '33.00', profit: '33.00' },
      { customerId: 2, name: 'Bob', tier: 'D', purchases: 1, spent: '30.00', profit: '30.00' },
    ],
    fading: [
      {
        customerId: 7,
        name: 'Gus',
        tier: 'B',
        spent: '60.00',
        profit: '60.00',
        gap: 5,
        since: 52,
        lastOn: '2026-09-30',
        lostOn: '2026-12-30',
      },
    ],
    common: {
      buyers: {
        customers: 3,
        tags: [{ value: 'green', customers: 1 }],
        sources: [{ value: 'street', customers: 2 }],
        firstItems: [
          { value: 'Ganlu', customers: 2 },
          { value: 'Longjing', customers: 1 },
        ],
        tiers: [
          { value: 'A', customers: 1 },
          { value: 'C', customers: 1 },
          { value: 'D', customers: 1 },
        ],
      },
      lost: {
        customers: 1,
        tags: [],
        sources: [{ value: 'fair', customers: 1 }],
        firstItems: [],
        tiers: [{ value: 'B', customers: 1 }],
      },
    },
    recordedFrom: '2026-09-01',
    before: {
      from: '2026-10-01',
      to: '2026-10-21',
      revenue: '235.00',
      purchases: 4,
      refunds: '0.00',
      returns: 0,
      net: '235.00',
      profit: '150.00',
      walkIn: { revenue: '25.00', purchases: 1, refunds: '0.00', returns: 0, share: 25 / 235 },
      buyers: 2,
      newBuyers: 1,
      balance: '50.00',
      debtors: 1,
      ages: { days0: '50.00', days31: '0.00', days61: '0.00', days91: '0.00' },
      credit: '0.00',
      creditors: 0,
      tiers: { A: 1, B: 0, C: 2, D: 1 },
      classifiedOn: '2026-09-30',
      movements: [{ from: 'D', to: 'C', customers: 1 }],
      stages: { prospect: 0, exploring: 1, forming: 1, stable: 0, declining: 2, lost: 0 },
      rates: {
        from: '2026-10-01',
        to: '2026-10-21',
        buyersAtStart: 3,
        lost: 0,
        churnRate: 0,
        retentionRate: 1,
        new: 1,
        regained: 0,
        buyers: 2,
        repeatBuyers: 1,
        repeatRate: 0.5,
        referrers: 1,
        referralRate: 0.5,
      },
      contacts: {
        made: 1,
        customers: 1,
        outcomes: { reached: 0, sent: 1, 'no-answer': 0, 'wants-reply': 0, interested: 0, declined: 0 },
      },
    },
  })
})

test('the same figures as the reports of one thing each', async () => {
  const shop = await shopOfSeven()
  const summary = await shop.json('report summary --month 11')
  expect(summary.rates).toEqual(await shop.json('report rates --month 11'))
  expect(summary.stages).toEqual((await shop.json('report stages')).counts)
  const balances = await shop.json<{ balance: string; days31: string }[]>('balances')
  const total = (amounts: string[]) => amounts.reduce((sum, one) => sum + Math.max(0, Number(one)), 0).toFixed(2)
  expect(summary.balance).toBe(total(balances.map(({ balance }) => balance)))
  expect(summary.ages.days31).toBe(total(balances.map(({ days31 }) => days31)))
  expect(await shop.json('report summary --month 10')).toMatchObject({
    from: '2026-10-01',
    to: '2026-10-31',
    before: { from: '2026-09-01', to: '2026-09-30' },
  })
  // A month that is over stays as it was, whatever is refunded later.
  expect((await shop.json('report summary --month 10')).revenue).toBe('235.00')
  await shop.json('refund 6 60')
  expect(await shop.json('report summary --month 10')).toMatchObject({
    revenue: '235.00',
    refunds: '0.00',
    profit: '150.00',
    buyers: 2,
  })
})

test('the screen in English', async () => {
  const shop = await shopOfSeven()
  expect(
    (await shop.regulars('report summary --month 11 --no-color', { columns: 80 })).out,
  ).toBe(`2026-11-01 to 11-21 beside 2026-10-01 to 10-21: the month is not over
             2026-11  2026-10
revenue      ¥408.00  ¥235.00  6 purchases
  walk-ins    ¥45.00   ¥25.00  1 purchase, 11 % of revenue
refunds       ¥85.00    ¥0.00  4, before 0
net          ¥323.00  ¥235.00
profit       ¥182.50  ¥150.00
buyers             3        2
  new              1        1  bought for the first time
  repeat       1 / 3    1 / 2  33.3 % bought on two days or more
  referrers    1 / 3    1 / 2  33.3 % brought somebody who bought
lost           1 / 4    0 / 3  churn 25 %; kept 3 = 75 %
regained           0        0  lost at the start, bought since
owed to you  ¥130.00   ¥50.00  1 customer; 0-30 days ¥80.00, 31-60 ¥50.00
in credit    ¥100.00    ¥0.00  1 customer
contacts           2        1  with 2 customers: reached 1, no answer 1

Tiers   A 1 (1)  B 2 (0)  C 1 (2)  D 2 (1)
Moved   A->B 1  C->B 1
Stages  prospect 1 (0)  exploring 2 (1)  forming 1 (1)  stable 0 (0)
        declining 1 (2)  lost 1 (0)
at the end of 2026-11-21; in brackets: of 2026-10-21

The 3 customers who brought most profit
  Ann #1  A  ¥210.00  profit ¥109.50, 2 purchases
  Eve #5  C   ¥33.00  1 purchase
  Bob #2  D   ¥30.00  1 purchase

Coming less: 1 customer
  Gus #7  B  ¥60.00  usually every 5 days, now 52; lost on 12-30

In common: the 3 customers who bought and are not lost
  tags          green (1)
  source        street (2)
  bought first  Ganlu (2)  Longjing (1)
  tier          A (1)  C (1)  D (1)

In common: the 1 customer lost
  source        fair (1)
  tier          B (1)
Who: regulars list --stage declining   months: regulars report rates --by month
Why they left: regulars report losses --month 11   how it is reckoned: --explain
`)
})

test('the screen in Chinese', async () => {
  const shop = await shopOfSeven()
  expect(
    (await shop.regulars('report summary --month 11 --lang zh --no-color', { columns: 80 })).out,
  ).toBe(`2026-11-01 到 11-21，对比 2026-10-01 到 10-21（本月没完，比上月同样的日子）
               11月     10月
营业额      ¥408.00  ¥235.00  6 笔
  散客       ¥45.00   ¥25.00  1 笔，占 11 %
退款退货     ¥85.00    ¥0.00  4 笔，之前 0 笔
净额        ¥323.00  ¥235.00
毛利        ¥182.50  ¥150.00
买过的客户     3 位     2 位
  新客            1        1  头一次买
  复购的      1 / 3    1 / 2  买过 2 天以上的，占 33.3 %
  介绍人      1 / 3    1 / 2  介绍来的人也买过，占 33.3 %
流失          1 / 4    0 / 3  流失率 25 %；留住 3 位，75 %
回来的            0        0  期初已流失，又来买了
欠款        ¥130.00   ¥50.00  1 位；30天内 ¥80.00，31-60天 ¥50.00
预存        ¥100.00    ¥0.00  1 位（店里欠客户）
联系           2 次     1 次  2 位：联系上了 1，没接 1

等级      A 1（1）  B 2（0）  C 1（2）  D 2（1）
升降      A→B 1  C→B 1
熟客程度  没买过 1（0）  新客 2（1）  回头客 1（1）  常客 0（0）
          来得少了 1（2）  流失 1（0）
到 2026-11-21 为止；括号里到 2026-10-21

毛利最多的 3 位
  Ann #1  A  ¥210.00  毛利 ¥109.50，2 次
  Eve #5  C   ¥33.00  1 次
  Bob #2  D   ¥30.00  1 次

来得少了的 1 位
  Gus #7  B  ¥60.00  平时 5 天一次，已 52 天；12-30 起算流失

这段买过、没流失的 3 位的共同点（括号里是几位）
  标签      green（1）
  来源      street（2）
  头一次买  Ganlu（2）  Longjing（1）
  等级      A（1）  C（1）  D（1）

流失的 1 位的共同点
  来源      fair（1）
  等级      B（1）
是谁：regulars list --stage 来得少了   逐月：regulars report rates --by month
为什么流失：regulars report losses --month 11   怎么算的：--explain
`)
})

const compared: readonly (readonly [string, string, RegExp])[] = [
  [
    '--quarter 4',
    '2026-10-01 to 11-21 beside 2026-07-01 to 08-21: the quarter is not over\nThe ledger begins on 2026-09-01: it ' +
      'has nothing to compare with.\n',
    /^ +Q4 +Q3$/m,
  ],
  [
    '--quarter 3',
    '2026-Q3 beside 2026-Q2\nThe ledger begins on 2026-09-01: it has nothing to compare with.\n',
    /^ +Q3 +Q2$/m,
  ],
  ['--month 10', '2026-10 beside 2026-09\n', /^ +2026-10 +2026-09$/m],
  ['', '2025-11-22 to 2026-11-21 (365 days) beside 2024-11-22 to 2025-11-21\nThe ledger begins', /^ +period +before$/m],
  ['--from 2026-10-25', '2026-10-25 to 11-21 (28 days) beside 2026-09-27 to 10-24\n', /^ +period +before$/m],
  ['--from 2026-11-21', '2026-11-21 to 11-21 (1 day) beside 2026-11-20 to 11-20\n', /^ +period +before$/m],
  ['--month 10 --lang zh', '2026年10月，对比 2026年9月\n', /^ +10月 +9月$/m],
  [
    '--quarter 3 --lang zh',
    '2026年3季度，对比 2026年2季度\n账本从 2026-09-01 记起：前一段没有账，没法对比。\n',
    /^ +3季度 +2季度$/m,
  ],
  [
    '--quarter 4 --lang zh',
    '2026-10-01 到 11-21，对比 2026-07-01 到 08-21（本季没完，比上季同样的日子）\n',
    /^ +4季度 +3季度$/m,
  ],
  [
    '--from 2026-08-01 --to 2026-09-30 --lang zh',
    '2026-08-01 到 09-30（61 天），对比 2026-06-01 到 07-31\n账本从 2026-09-01 记起',
    /^ +这段 +之前$/m,
  ],
  [
    '--from 2026-09-06 --lang zh',
    '2026-09-06 到 11-21（77 天），对比 2026-06-21 到 09-05\n账本从 2026-09-01 记起：前一段的账不全。\n',
    /^ +这段 +之前$/m,
  ],
]
test('it says what it compares', async () => {
  const shop = await shopOfSeven()
  for (const [flags, title, heads] of compared) {
    const { out } = await shop.regulars(`report summary ${flags}`)
    expect(out.slice(0, title.length), flags).toBe(title)
    expect(out, flags).toMatch(heads)
  }
})

test('of what fell due in the period, what was done', async () => {
  const shop = await openShop('init --lang en')
  for (const name of ['Ann', 'Bob', 'Cai']) await shop.json(`add ${name} --today 2026-10-01`)
  for (const id of [1, 2, 3]) await shop.json(`buy ${id} 10 --today 2026-11-02`)
  await shop.json('done 1 --today 2026-11-03')
  await shop.json('done 2 --today 2026-11-18')
  const {
    from: _from,
    to: _to,
    customers: _customers,
    reasons: _reasons,
    tiers: _tiers,
    keepers: _keepers,
    ...all
  } = await shop.json('report followups --month 11')
  const { followups } = await shop.json('report summary --month 11')
  expect(followups).toEqual(all)
  const asked = followups.due - followups.fellAway
  const done = followups.inTime + followups.late
  expect(done).toBeGreaterThan(0)
  const line = (await shop.regulars('report summary --month 11')).out
    .split('\n')
    .find((one) => one.startsWith('  of those due'))
  expect(line).toMatch(
    new RegExp(
      `^ {2}of those due +${done} / ${asked} +- {2}[\\d.]+ % done, ${followups.inTime} in time; ` +
        `${followups.open} still open$`,
    ),
  )
  expect((await shop.regulars('report summary --month 11 --lang zh')).out).toMatch(
    new RegExp(`^ {2}该联系的 +${done} / ${asked} +- {2}做到 [\\d.]+ %，其中及时 ${followups.inTime}；还等着`, 'm'),
  )
})

test('of some customers: walk-ins are left out, and it says so', async () => {
  const shop = await shopOfSeven()
  const summary = await shop.json('report summary --month 11 --source street')
  expect(summary).toMatchObject({
    walkIn: null,
    revenue: '320.00',
    refunds: '80.00',
    profit: '139.50',
    buyers: 2,
    newBuyers: 0,
    balance: '130.00',
    credit: '100.00',
  })
  expect(summary).toMatchObject({
    tiers: { A: 1, B: 0, C: 0, D: 1 },
    movements: [],
    before: { walkIn: null, revenue: '210.00', buyers: 2 },
    recordedFrom: '2026-09-01',
  })
  expect(summary.best.map(({ name }: { name: string }) => name)).toEqual(['Ann', 'Bob'])
  const { out } = await shop.regulars('report summary --month 11 --source street')
  expect(out).toContain('\nOnly the 2 customers asked for, as they are today; walk-ins are left out.\n')
  expect(out).not.toContain('walk-ins  ')
  expect((await shop.regulars('report summary --month 11 --tag green --lang zh')).out).toContain(
    '\n只算选出来的 1 位客户（按今天的样子选），散客不算。\n',
  )
  expect(await shop.json('report summary --month 11 --tag nobody')).toMatchObject({
    revenue: '0.00',
    buyers: 0,
    best: [],
    stages: { prospect: 0 },
  })
})

test('a spreadsheet gets the period and the one before, a line each', async () => {
  const shop = await shopOfSeven()
  const { out } = await shop.regulars(
    'report summary --month 11 --columns from,to,revenue,walkIn,buyers,lost,contacts,stages --format csv',
  )
  expect(out).toBe(
    'from,to,revenue,walkIn,buyers,lost,contacts,stages\n' +
      '2026-11-01,2026-11-21,408.00,45.00,3,1,2,"{""prospect"":1,""exploring"":2,""forming"":1,""stable"":0,' +
      '""declining"":1,""lost"":1}"\n' +
      '2026-10-01,2026-10-21,235.00,25.00,2,0,1,"{""prospect"":0,""exploring"":1,""forming"":1,""stable"":0,' +
      '""declining"":2,""lost"":0}"\n',
  )
})

test('a change in percent only where the period before can bear it', async () => {
  const shop = await openShop('init --lang en')
  for (let at = 0; at < 10; at++) await shop.json(`buy walk-in 10 --on 2026-09-${at + 10}`)
  for (let at = 0; at < 9; at++) await shop.json(`buy walk-in 10 --on 2026-10-${at + 10}`)
  await shop.json('buy walk-in 95 --on 2026-11-01')
  const screen = async (flags: string) => (await shop.regulars(`report summary ${flags}`)).out
  expect(await screen('--month 11')).toMatch(/^revenue +¥95\.00 +¥90\.00 {2}1 purchase$/m)
  expect(await screen('--month 9')).toMatch(/^revenue +¥100\.00 +¥0\.00 {2}10 purchases$/m)
  // Ten purchases before, but the ledger begins on the 10th of that month.
  expect(await screen('--month 10')).toMatch(/^revenue +¥90\.00 +¥100\.00 {2}9 purchases$/m)
  expect(await screen('--from 2026-10-10 --to 2026-11-08')).toMatch(
    /^revenue +¥185\.00 +¥100\.00 {2}\+85 %; 10 purchases$/m,
  )
})

const degenerate: readonly (readonly [string, readonly string[], RegExp, RegExp])[] = [
  ['nobody', [], /no buyers/, /没有人买/],
  ['one who has not bought', ['add Ann'], /prospect 1/, /没买过 1/],
  ['one purchase', ['add Ann', 'buy 1 10'], /1 customer who spent most/, /买得最多的 1 位/],
  ['walk-ins alone', ['buy walk-in 10'], /100 % of revenue/, /占 100 %/],
  ['all equal', ['add Ann', 'add Bob', 'buy 1 10', 'buy 2 10'], /2 customers who spent most/, /买得最多的 2 位/],
  ['all lost', ['add Ann', 'buy 1 10 --on 2026-01-05'], /In common: the 1 customer lost/, /流失的 1 位的共同点/],
  ['given back in full', ['add Ann', 'buy 1 10', 'refund 1'], /net +¥0\.00/, /净额 +¥0\.00/],
  ['sold below cost', ['add Ann', 'buy 1 10 --cost 25'], /profit +-¥15\.00/, /毛利 +-¥15\.00/],
  ['a gift', ['add Ann', 'buy 1 0'], /buyers +1/, /买过的客户 +1 位/],
]
test.each(degenerate)('a shop of %s is told of sensibly', async (_, lines, english, chinese) => {
  const shop = await openShop('init --lang en')
  for (const line of lines) await shop.json(line)
  for (const [lang, expected] of [
    ['en', english],
    ['zh', chinese],
  ] as const) {
    for (const flags of ['', '--month 11', '--tag none', '--from 2026-11-21', '--explain']) {
      const { out, exit, err } = await shop.regulars(`report summary ${flags} --lang ${lang}`, { columns: 80 })
      expect({ exit, err }).toEqual({ exit: 0, err: '' })
      expect(out).not.toMatch(/NaN|Infinity|undefined|null|-0 %/)
      if (flags === '') expect(out).toMatch(expected)
    }
  }
  expect(JSON.stringify(await shop.json('report summary'))).not.toContain('NaN')
})

test('what is longer than a line is continued under itself', async () => {
  const shop = await openShop('init --lang zh --currency JPY')
  await shop.json(['add', '张三', '--tag', '老客'.repeat(50), '--tag', '新'])
  await shop.json(['buy', '1', '12000', '明前龙井'.repeat(30)])
  const { out } = await shop.regulars('report summary --no-color', { columns: 80 })
  expect(out.split('\n').filter((line) => widthOf(line) > 80)).toEqual([])
  expect(out).toMatch(/^ {2}标签 {6}新（1）\n {12}(老客)+\n {12}(老客)+\n/m)
  expect(out).toMatch(/^营业额 +¥12,000 +¥0 {2}1 笔$/m)
})

test.each(['en', 'zh'])('the made-up shop on one page of 80 columns, and how it is reckoned (%s)', async (lang) => {
  const shop = await openShop(false)
  await shop.regulars(`demo --lang ${lang}`)
  for (const flags of ['--month 11', '', '--quarter 3', '--tier A --explain']) {
    const { out } = await shop.regulars(`report summary ${flags} --no-color`, { columns: 80 })
    expect(out.split('\n').filter((line) => widthOf(line) > 80)).toEqual([])
    expect(out.split('\n').length).toBeLessThan(76)
  }
})

test.each([
  [
    'en',
    [
      'revenue',
      'refunds',
      'net',
      'profit',
      'buyers',
      'new',
      'repeat',
      'referrers',
      'lost',
      'churn',
      'kept',
      'regained',
      'owed',
      'in credit',
      'contacts',
    ],
  ],
  [
    'zh',
    [
      '营业额',
      '退款退货',
      '净额',
      '毛利',
      '买过的客户',
      '新客',
      '复购的',
      '介绍人',
      '流失',
      '回来的',
      '欠款',
      '预存',
      '联系',
      '等级',
      '程度',
      '升降',
    ],
  ],
])('every figure is defined (%s)', async (lang, figures) => {
  const shop = await openShop(`init --lang ${lang}`)
  const { out } = await shop.regulars('report summary --explain')
  const [, explained = ''] = out.split(/\n\n(?=before:|对比：)/)
  expect(figures.filter((figure) => !explained.includes(figure))).toEqual([])
})

test('bought first counts each thing of the first basket once a customer, without quantities', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann')
  await shop.json('add Bob')
  await shop.json('buy 1 30 "Longjing 250g, cup x2" --on 2026-11-01')
  await shop.json('buy 1 5 longjing --on 2026-11-01')
  await shop.json('buy 1 9 cake --on 2026-11-05')
  await shop.json('buy 2 20 "Longjing 100g" --on 2026-11-02')
  expect((await shop.json('report summary --month 2026-11')).common.buyers.firstItems).toEqual([
    { value: 'Longjing', customers: 2 },
    { value: 'cup', customers: 1 },
  ])
})

test('what was brought back without its purchase loses profit return by return, as in standings', async () => {
  const shop = await openShop()
  await shop.json('add Li')
  await shop.json('policy set tier.margin 0.333333')
  const rows = ['Li,2026-11-01,100', 'Li,2026-11-02,-142.03', 'Li,2026-11-03,-0.01']
  writeFileSync(join(shop.folder, 'till.csv'), ['customer,on,amount', ...rows, ''].join('\n'))
  await shop.json(`import purchases ${join(shop.folder, 'till.csv')}`)
  // 33.33 - 47.34 - 0.00, each rounded; of both returns together it would be -14.02.
  expect(await shop.json('report summary --month 11')).toMatchObject({ net: '-42.04', profit: '-14.01' })
})
