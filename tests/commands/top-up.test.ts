import { describe, expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

const zh = { env: { REGULARS_LANG: 'zh' } }

async function shopWith(...lines: string[]): Promise<Shop> {
  const shop = await openShop()
  for (const line of ['add 黄艳', ...lines]) expect((await shop.regulars(line)).exit, line).toBe(0)
  return shop
}

const credit = async (shop: Shop) => {
  const { balance, creditBonus } = await shop.json('show 1')
  return [balance, creditBonus]
}

describe('a top-up', () => {
  test('is called so, and so is its bonus', async () => {
    const shop = await shopWith('pay 1 120')
    expect((await shop.regulars('pay 1 500 --dry-run', zh)).out).toBe(
      '会这样（没有改）：收到 黄艳 充值 ¥500.00；预存 ¥620.00（原 ¥120.00）   单 2\n',
    )
    expect((await shop.regulars('pay 1 500 --bonus 50 --dry-run', zh)).out).toBe(
      '会这样（没有改）：收到 黄艳 充值 ¥500.00，赠送 ¥50.00；预存 ¥670.00（原 ¥120.00），其中赠送 ¥50.00   单 2\n',
    )
    expect((await shop.regulars('pay 1 500 --bonus 50')).out).toBe(
      '黄艳 topped up ¥500.00, bonus ¥50.00; credit ¥670.00 (was ¥120.00), of it bonus ¥50.00   no. 2\nSlip? ' +
        'regulars undo   (change 3)\n',
    )
    expect((await shop.regulars('log -l 1', zh)).out).toContain('充值 黄艳 ¥500.00（单 2）')
    expect((await shop.regulars('statement 1', zh)).out).toMatch(/充值，赠送 ¥50.00 +¥550.00 +预存 ¥670.00/)
    expect((await shop.regulars('statement 1 --short', zh)).out).toContain(
      '充值 ¥120.00，充值 ¥500.00（另送 ¥50.00）；现预存 ¥670.00',
    )
    expect((await shop.regulars('show 1', zh)).out).toMatch(
      /预存 ¥670.00，其中赠送 ¥50.00[\s\S]*充值 2 +¥500.00 {2}赠送 ¥50.00/,
    )
    expect((await shop.regulars('export payments --format csv')).out).toContain(
      '2,payment,1,黄艳,2026-11-21,500.00,false,50.00',
    )
  })

  test('a payment by one who owes settles that first; only what stays takes a bonus', async () => {
    const shop = await shopWith('buy 1 100 -u')
    expect(await shop.regulars('pay 1 100 --bonus 10')).toEqual({
      exit: 1,
      out: '',
      err:
        'regulars: A bonus goes with money that stays as credit: 黄艳 #1 owes ¥100.00, and ¥100.00 leaves ' +
        'nothing.\n  Their account: regulars statement 1\n',
    })
    expect((await shop.regulars('pay 1 150 --bonus 10')).out).toContain(
      '黄艳 paid ¥150.00: 11-21 ¥100.00 (settled), credit ¥50.00, bonus ¥10.00; credit ¥60.00 (was owes ¥100.00), of ' +
        'it bonus ¥10.00',
    )
    expect(await credit(shop)).toEqual(['-60.00', '10.00'])
  })

  test('JSON: the bonus, and what of the credit is bonus', async () => {
    const shop = await shopWith()
    expect(await shop.json('pay 1 500 --bonus 50')).toMatchObject({
      amount: '500.00',
      bonus: '50.00',
      toCredit: '500.00',
      balance: '-550.00',
      creditBonus: '50.00',
    })
    expect(await shop.json('pay 1 20')).toMatchObject({ bonus: '0.00', balance: '-570.00', creditBonus: '50.00' })
    expect(await shop.json('buy 1 530 -u')).toMatchObject({
      fromCredit: '530.00',
      fromBonus: '10.00',
      onAccount: '0.00',
    })
    expect((await shop.regulars('buy 1 50 -u', zh)).out).toContain('用预存 ¥40.00（赠送 ¥40.00），赊 ¥10.00')
  })
})

describe('what was paid in is spent before the bonus', () => {
  test('and the other way round where the rule says so, from then on', async () => {
    const shop = await shopWith('pay 1 100 --bonus 20', 'buy 1 30 -u')
    expect(await credit(shop)).toEqual(['-90.00', '20.00'])
    await shop.regulars('policy set credit.bonusFirst on')
    expect(await credit(shop)).toEqual(['-90.00', '20.00'])
    await shop.regulars('buy 1 15 -u')
    expect(await credit(shop)).toEqual(['-75.00', '5.00'])
  })

  test('only what was paid in is handed back; the bonus stays, or ends', async () => {
    const shop = await shopWith('pay 1 100 --bonus 20', 'buy 1 30 -u')
    expect(await shop.regulars('pay 1 70.01 --out')).toMatchObject({
      exit: 1,
      err:
        'regulars: 黄艳 #1 has credit ¥70.00, the bonus of ¥20.00 aside: ¥70.01 cannot be handed back.\n  Their ' +
        'account: regulars statement 1\n',
    })
    expect((await shop.regulars('pay 1 70 --out --dry-run')).out).toBe(
      'Would do: Handed back ¥70.00 to 黄艳; credit ¥20.00 (was ¥90.00), of it bonus ¥20.00   no. 3\n',
    )
    expect((await shop.regulars('pay 1 70 --out --forfeit')).out).toBe(
      'Handed back ¥70.00 to 黄艳, bonus ¥20.00 ended; owes nothing (was credit ¥90.00)   no. 3\nSlip? regulars undo ' +
        '  (change 4)\n',
    )
    expect(await shop.regulars('pay 1 0 --out --forfeit')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('has no bonus that could end'),
    })
    await shop.regulars('void 3')
    expect(await credit(shop)).toEqual(['-90.00', '20.00'])
    expect(await shop.json('pay 1 0 --out --forfeit')).toMatchObject({
      amount: '0.00',
      bonus: '20.00',
      balance: '-70.00',
    })
  })

  test.each([
    ['pay 1 5 --bonus 1 --out', '--bonus and --out cannot go together.'],
    ['pay 1 5 --forfeit', '--forfeit goes only with --out.'],
  ])('%s cannot be', async (line, said) => {
    const shop = await shopWith()
    expect(await shop.regulars(line)).toMatchObject({
      exit: 2,
      err: `regulars: ${said}\n  How it is typed: regulars help pay\n`,
    })
  })
})

describe('a refund restores first the part last taken', () => {
  const lines = ['pay 1 100 --bonus 20', 'buy 1 110 -u']
  test('kept as credit: the bonus, then what was paid in', async () => {
    const shop = await shopWith(...lines)
    expect(await credit(shop)).toEqual(['-10.00', '10.00'])
    expect((await shop.regulars('refund 2 30 --credit')).out).toContain(
      'kept as credit ¥20.00, back to the bonus ¥10.00',
    )
    expect(await credit(shop)).toEqual(['-40.00', '20.00'])
  })
  test('handed back: never what bonus paid', async () => {
    const shop = await shopWith(...lines)
    expect((await shop.regulars('refund 2 30', zh)).out).toContain('退回赠送 ¥10.00，当面退还 ¥20.00，预存 ¥20.00')
    expect(await credit(shop)).toEqual(['-20.00', '20.00'])
    expect(await shop.json('refund 2')).toMatchObject({
      amount: '80.00',
      lowered: '0.00',
      handedBack: '80.00',
      toBonus: '0.00',
    })
    expect(await credit(shop)).toEqual(['-20.00', '20.00'])
  })
  test('with the bonus spent first, what was paid in', async () => {
    const shop = await shopWith('policy set credit.bonusFirst on', ...lines)
    expect(await credit(shop)).toEqual(['-10.00', '0.00'])
    await shop.regulars('refund 2 100 --credit')
    expect(await credit(shop)).toEqual(['-110.00', '10.00'])
  })
})

describe('a top-up goes with its bonus', () => {
  test('and cannot where that is spent', async () => {
    const shop = await shopWith('pay 1 100 --bonus 20', 'buy 1 110 -u')
    expect(await shop.regulars('void 1')).toEqual({
      exit: 1,
      out: '',
      err:
        'regulars: Payment 1 came with a bonus of ¥20.00, of which ¥10.00 is left: it cannot be taken back.\n  ' +
        'What spent it: regulars statement 1\n',
    })
    expect((await shop.regulars('fix 1 90')).exit).toBe(1)
    expect((await shop.regulars('void 1 2')).exit).toBe(0)
    expect(await credit(shop)).toEqual(['0.00', '0.00'])
  })
  test('fix keeps it', async () => {
    const shop = await shopWith('pay 1 100 --bonus 20', 'fix 1 200')
    expect(await credit(shop)).toEqual(['-220.00', '20.00'])
    await shop.regulars('void 2')
    expect(await credit(shop)).toEqual(['0.00', '0.00'])
    await shop.regulars('undo --yes')
    await shop.regulars('undo --yes')
    expect(await credit(shop)).toEqual(['-120.00', '20.00'])
  })
})

describe('--method credit takes it from the credit whole, or is refused', () => {
  test.each(['credit', '预存', '储值', '余额', 'Credit'])('%s', async (method) => {
    const shop = await shopWith('pay 1 120')
    expect(await shop.json(`buy 1 45 花茶 --method ${method}`)).toMatchObject({
      paid: '0.00',
      fromCredit: '45.00',
      balance: '-75.00',
      method,
    })
    expect(await shop.json('report day')).toMatchObject({
      revenue: '45.00',
      byMethod: [],
      fromCredit: '45.00',
      unpaid: '0.00',
    })
    expect(await shop.regulars(`buy 1 75.01 --method ${method}`)).toMatchObject({
      exit: 1,
      err:
        'regulars: 黄艳 #1 has credit ¥75.00, ¥0.01 less than ¥75.01.\n  A credit card: --method card   The rest ' +
        'on account: --unpaid without --method   Their account: regulars statement 1\n',
    })
    expect(await shop.regulars(`buy 1 10 -p 5 --method ${method}`)).toMatchObject({
      exit: 2,
      err:
        `regulars: --method ${method} means the customer's own credit: nothing of it is paid at the counter.\n  A ` +
        'credit card: --method card   In part: --paid alone, the rest is taken from the credit.\n',
    })
    expect((await shop.regulars('buy 1 10 --method card')).out).toContain(
      'Out of their credit? Take it back and add --unpaid.',
    )
    expect((await shop.regulars(`buy walk-in 10 --method ${method}`)).exit).toBe(1)
    expect((await shop.regulars('buy 1 75 --method credit')).exit).toBe(0)
  })
})

test('a shop that tops up, hands back and lets a bonus end adds up to doctor', async () => {
  const shop = await openShop()
  await shop.regulars('add Ann')
  for (const line of [
    'pay Ann 100 --bonus 20',
    'buy Ann 30 -u',
    'pay Ann 50 --bonus 5',
    'pay Ann 10 --out --forfeit',
  ]) {
    expect([line, (await shop.regulars(line)).exit]).toEqual([line, 0])
    expect([line, (await shop.json('doctor')).sound]).toEqual([line, true])
  }
})
