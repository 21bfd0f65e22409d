import { describe, expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

const zh = { env: { REGULARS_LANG: 'zh' } }

async function salon(...lines: string[]): Promise<Shop> {
  const shop = await openShop()
  for (const line of ['add 王小明', ...lines]) expect((await shop.regulars(line)).exit, line).toBe(0)
  return shop
}

describe('a pass is sold, used and listed', () => {
  test('in words', async () => {
    const shop = await salon()
    const sale = 'pass sell 1 10 500 洗剪吹 --until 2027-05-31 --method 微信'
    expect((await shop.regulars(`${sale} --dry-run`, zh)).out).toBe(
      '会这样（没有改）：王小明 #1  C  ¥500.00 洗剪吹，次卡 10 次，到 2027-05-31 止   单 1\n',
    )
    expect((await shop.regulars(sale)).out).toBe(
      '王小明 #1  C  ¥500.00 洗剪吹, a pass of 10 visits, until 2027-05-31   no. 1\nSlip? regulars undo   (change 2)\n',
    )
    expect((await shop.regulars('pass use 1 --dry-run', zh)).out).toBe(
      '会这样（没有改）：王小明 #1  C  用次卡 1 洗剪吹 第 1 次（共 10 次），还剩 9 次，到 2027-05-31 止   单 2\n',
    )
    expect((await shop.regulars('pass use wxm')).out).toBe(
      '王小明 #1  C  visit 1 of 10, pass 1 洗剪吹, 9 left, until 2027-05-31   no. 2\nSlip? regulars undo   (change 3)\n',
    )
    expect((await shop.regulars('pass')).said).toBe(
      [
        'no.  customer   item    left  of  sold   until        amount',
        '  1  王小明 #1  洗剪吹     9  10  11-21  2027-05-31  ¥500.00',
        '1 pass to be used, 9 visits',
        'A visit: regulars pass use 1 --pass 1',
        '',
      ].join('\n'),
    )
    expect((await shop.regulars('show 1', zh)).out).toContain('次卡还有 9 次')
    expect((await shop.regulars('purchases')).out).toMatch(/ 2 .*¥0\.00 {2}pass 1\n.* 1 .*a pass of 10 visits/)
    expect((await shop.regulars('log -l 2', zh)).out).toMatch(
      /用次卡 1 王小明（单 2）[\s\S]*卖次卡 10 次 王小明 ¥500.00（单 1）/,
    )
  })

  test('in JSON', async () => {
    const shop = await salon()
    expect(await shop.json('pass sell 1 3 100 cut --on 2026-11-01')).toMatchObject({
      id: 1,
      amount: '100.00',
      pass: 1,
      passVisits: 3,
      until: null,
      change: 2,
    })
    expect(await shop.json('pass use 1')).toMatchObject({
      id: 2,
      kind: 'purchase',
      amount: '0.00',
      item: 'cut',
      pass: 1,
      visits: 3,
      used: 1,
      left: 2,
      change: 3,
    })
    expect(await shop.json('pass list')).toEqual([
      {
        id: 1,
        customerId: 1,
        name: '王小明',
        item: 'cut',
        visits: 3,
        used: 1,
        left: 2,
        soldOn: '2026-11-01',
        until: null,
        amount: '100.00',
      },
    ])
    expect(await shop.json('show 1')).toMatchObject({ passVisits: 2, purchases: 2, spent: '100.00' })
    expect(await shop.json('purchases')).toMatchObject([
      { id: 2, pass: 1, passVisits: null },
      { id: 1, pass: 1, passVisits: 3 },
    ])
  })

  test('the oldest that is open goes first, another by its number', async () => {
    const shop = await salon(
      'pass sell 1 1 10 a --on 2026-11-02 --until 2026-11-30',
      'pass sell 1 1 10 b --on 2026-11-01',
      'pass sell 1 1 10 c',
    )
    expect(await shop.json('pass use 1 --on 2026-11-01')).toMatchObject({ pass: 2 })
    expect(await shop.json('pass use 1 --pass 3')).toMatchObject({ pass: 3 })
    expect(await shop.regulars('pass use 1 --today 2026-12-01')).toMatchObject({
      exit: 1,
      err: 'regulars: 王小明 #1 has no pass to use on that day.\n  Their passes: regulars pass list 1\n',
    })
    expect(await shop.json('pass use 1')).toMatchObject({ pass: 1, left: 0 })
    for (const [line, said] of [
      ['pass use 1 --pass 3', 'Pass 3 is used up: 1 of 1.'],
      ['pass use 1 --pass 4', '王小明 #1 has no pass 4.'],
      ['pass use 1 --pass 1 --on 2026-11-01', 'Pass 1 is used up: 1 of 1.'],
    ] as const)
      expect(await shop.regulars(line)).toMatchObject({ exit: 1, err: expect.stringContaining(said) })
    expect(await shop.regulars('pass sell 1 5 50 --until 2026-11-25 --today 2026-11-28')).toMatchObject({
      exit: expect.any(Number),
    })
  })
})

describe('what is given back', () => {
  test('void gives the visit back; a sale goes only with its visits', async () => {
    const shop = await salon('pass sell 1 2 100', 'pass use 1', 'pass use 1')
    expect((await shop.regulars('pass use 1')).exit).toBe(1)
    await shop.regulars('void 3')
    expect((await shop.json('pass list'))[0]).toMatchObject({ used: 1, left: 1 })
    expect(await shop.regulars('void 1')).toMatchObject({
      exit: 1,
      err: 'regulars: void: 1 visit of pass 1 stands (2).\n  All void together: regulars void 1 2\n',
    })
    expect((await shop.regulars('void 1 2')).exit).toBe(0)
    expect(await shop.json('pass list')).toEqual([])
  })

  test.each([
    [3, '100', 1, '66.67'],
    [3, '100', 2, '33.33'],
    [8, '0.20', 1, '0.18'],
    [8, '0.20', 7, '0.03'],
    [2, '0.05', 1, '0.03'],
  ])(
    'of %i visits for %s with %i made at most what the others are worth, half away from nought',
    async (visits, amount, made, most) => {
      const shop = await salon(`pass sell 1 ${visits} ${amount}`, ...Array.from({ length: made }, () => 'pass use 1'))
      const more = (Number(most) + 0.01).toFixed(2)
      expect((await shop.regulars(`refund 1 ${more}`)).exit).toBe(1)
      expect(await shop.json('refund 1 --dry-run')).toMatchObject({ amount: most, visitsTaken: visits - made })
      expect(await shop.json(`refund wxm ${most}`)).toMatchObject({ refundOf: 1, amount: most })
      expect((await shop.json('pass list'))[0]).toMatchObject({ used: made, left: 0 })
      expect(await shop.regulars('pass use 1')).toMatchObject({ exit: 1 })
      expect(await shop.regulars('refund 1 0.01')).toMatchObject({
        exit: 1,
        err: 'regulars: Purchase 1 has nothing left to refund.\n',
      })
    },
  )

  test('a visit is not refunded nor fixed; a fixed sale keeps its visits', async () => {
    const shop = await salon('pass sell 1 2 100', 'pass use 1')
    for (const command of ['refund 2', 'fix 2 5'])
      expect(await shop.regulars(command)).toMatchObject({
        exit: 1,
        err:
          `regulars: ${command.split(' ')[0]}: entry 2 is a visit of a pass, nothing was paid for it.\n  To give ` +
          'the visit back: regulars void 2\n',
      })
    await shop.regulars('fix 1 90')
    expect((await shop.json('pass list'))[0]).toMatchObject({ id: 3, amount: '90.00', used: 1, left: 1 })
    await shop.regulars('undo --yes')
    expect((await shop.json('pass list'))[0]).toMatchObject({ id: 1, amount: '100.00', used: 1, left: 1 })
  })

  test('an undo may not leave more visits than a pass has', async () => {
    const shop = await salon('pass sell 1 1 100', 'pass use 1', 'void 2', 'pass use 1')
    expect(await shop.regulars('undo 4 --yes')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('pass 1 with 2 visits made of 1'),
    })
    expect((await shop.json('pass list'))[0]).toMatchObject({ used: 1, left: 0 })
  })
})

test('a visit is a visit: for tier, stage and clock; there is no thanks for it', async () => {
  const shop = await salon('policy set due.thanks.minAmount 0', 'pass sell 1 10 500 --on 2026-10-01')
  for (const day of ['10-08', '10-15', '11-19']) await shop.regulars(`pass use 1 --on 2026-${day}`)
  expect(await shop.json('show 1')).toMatchObject({
    purchases: 4,
    lastPurchaseOn: '2026-11-19',
    spent: '500.00',
    stage: 'forming',
  })
  const reasons = (await shop.json('why 1')).reasons.map(({ reason }: { reason: string }) => reason)
  expect(reasons).not.toContain('thanks')
  await shop.json('pass use 1 --today 2026-11-24')
  const { reasons: fell } = await shop.json('report followups --from 2026-11-21 --to 2026-11-28 --today 2026-11-28')
  expect(fell.find(({ reason }: { reason: string }) => reason === 'thanks')).toMatchObject({ due: 0 })
})

test('passes and bonus go with the whole shop', async () => {
  const shop = await salon(
    'pass sell 1 10 500 cut --until 2027-05-31',
    'pass use 1',
    'pay 1 100 --bonus 20',
    'buy 1 110 -u',
  )
  const other = await openShop(false)
  const { out } = await shop.regulars('export all')
  expect((await other.regulars('import all -', { stdin: out })).exit).toBe(0)
  expect(await other.json('pass list')).toEqual(await shop.json('pass list'))
  expect(await other.json('show 1')).toEqual(await shop.json('show 1'))
  expect((await other.regulars('export all')).out).toBe(out)
})
