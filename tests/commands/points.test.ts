import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { numberIn } from '../content.ts'
import { openShop, type Shop } from '../shop.ts'

const runs = Number(process.env['REGULARS_RUNS'] ?? 12)

async function teahouse(...rules: string[]): Promise<Shop> {
  const shop = await openShop()
  for (const rule of ['points.earnPer 1', 'due.thanks.minAmount 0', ...rules])
    await shop.json(`policy set ${rule} --as setup`)
  await shop.json('add 王小明 --phone 13800138000 --as setup')
  return shop
}

const points = async (shop: Shop, who = '1') => (await shop.json(`points show ${who}`)).points

describe('points', () => {
  test('are earned by whole units, told at the till, and redeemed in part', async () => {
    const shop = await teahouse()
    const bought = await shop.regulars('buy 1 128.80 竹叶青')
    expect(bought.out).toContain('+128 points (now 128)')
    const paid = await shop.json('buy 1 50 --redeem 100')
    expect(paid).toMatchObject({ amount: '49.00', discount: '1.00', redeemed: 100 })
    expect(await shop.json('points show 1')).toEqual({
      customerId: 1,
      points: 77,
      worth: '0.77',
      expiring: [],
      entries: [
        { id: 3, on: '2026-11-21', points: 49, why: 'earned', entryId: 2, note: null },
        { id: 2, on: '2026-11-21', points: -100, why: 'redeemed', entryId: 2, note: null },
        { id: 1, on: '2026-11-21', points: 128, why: 'earned', entryId: 1, note: null },
      ],
    })
    expect((await shop.json('show 1')).points).toBe(77)
    expect((await shop.regulars('show 1 --lang zh')).out).toContain('积分 77（可抵 ¥0.77）')
    expect(await shop.regulars('buy 1 10 --redeem 78')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('has 77 points: 78 cannot be taken'),
    })
    expect(await shop.regulars('buy 1 0.50 --redeem 77')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('At most: --redeem 50'),
    })
    expect((await shop.regulars('buy walk-in 5 --redeem 1')).exit).toBe(1)
    expect(await points(shop)).toBe(77)
  })

  test('follow tier, birthday and the least amount', async () => {
    const shop = await teahouse('points.rate.C 150', 'points.rate.birthday 200', 'points.minAmount 20')
    await shop.json('buy 1 19')
    expect(await points(shop)).toBe(0)
    await shop.json('buy 1 21')
    expect(await points(shop)).toBe(31)
    await shop.json('edit 1 --birthday 11-21')
    await shop.json('buy 1 20')
    expect(await points(shop)).toBe(31 + 60)
  })

  test('do not stay after a refund, come back with its void, and are never less than none', async () => {
    const shop = await teahouse('points.worth 1')
    await shop.json('buy 1 100')
    await shop.json('points redeem 1 80 -n cup')
    // 20 are left of the 100: the rest is owed.
    const refund = await shop.json('refund 1 100')
    expect(await points(shop)).toBe(0)
    expect((await shop.regulars('points show 1')).out).toContain('80 could not be taken back')
    expect((await shop.json('report points')).shortfall).toBe(80)
    await shop.json('buy 1 50')
    expect(await points(shop)).toBe(0)
    await shop.json('buy 1 50')
    expect(await points(shop)).toBe(20)
    await shop.json(`void ${refund.id}`)
    expect(await points(shop)).toBe(20 + 100)
  })

  test('what was redeemed comes back with the refund, in part and in whole; fix and void are exact', async () => {
    const shop = await teahouse('points.worth 0.10')
    await shop.json('points adjust 1 500 --reason gift')
    const bought = await shop.json('buy 1 90 --redeem 301')
    expect(bought).toMatchObject({ amount: '59.90', discount: '30.10' })
    expect(await points(shop)).toBe(500 - 301 + 59)
    await shop.json(`refund ${bought.id} 20`)
    // floor(301 x 20 / 59.90) = 100 come back; 39 whole units are left.
    expect(await points(shop)).toBe(500 - 301 + 100 + 39)
    await shop.json(`refund ${bought.id}`)
    expect(await points(shop)).toBe(500)
    const other = await shop.json('buy 1 40 --redeem 100')
    await shop.json(`fix ${other.id} 20`)
    expect(await points(shop)).toBe(500 - 100 + 20)
    const { id } = (await shop.json('purchases 1'))[0]
    await shop.json(`void ${id}`)
    expect(await points(shop)).toBe(500)
  })

  test('lapse by their own day, the oldest spent first; expire writes it', async () => {
    const shop = await teahouse('points.expireDays 30')
    const on = (day: string) => ({ now: new Date(`${day}T02:00:00Z`) })
    await shop.json('buy 1 100', on('2026-11-01'))
    await shop.json('buy 1 50', on('2026-11-20'))
    await shop.json('points redeem 1 70', on('2026-11-25'))
    const shown = await shop.json('points show 1', on('2026-11-25'))
    expect(shown).toMatchObject({
      points: 80,
      expiring: [
        { on: '2026-12-01', points: 30 },
        { on: '2026-12-20', points: 50 },
      ],
    })
    expect(await shop.json('points show 1', on('2026-12-01'))).toMatchObject({ points: 50 })
    expect(await shop.json('points expire', on('2026-12-02'))).toMatchObject({ customers: 1, points: 30 })
    expect((await shop.json('points show 1', on('2026-12-02'))).entries[0]).toMatchObject({
      on: '2026-12-01',
      points: -30,
      why: 'lapsed',
    })
    expect((await shop.regulars('points expire', on('2026-12-02'))).out).toContain('No points have lapsed.')
    expect(await shop.json('points show 1', on('2026-12-20'))).toMatchObject({ points: 0 })
  })

  test('report points is the liability', async () => {
    const shop = await teahouse('points.worth 0.05', 'points.expireDays 20')
    await shop.json('add 李秀兰')
    await shop.json('buy 1 100')
    await shop.json('buy 2 300')
    expect(await shop.json('report points')).toMatchObject({
      customers: 2,
      points: 400,
      worth: '20.00',
      expiring: 400,
      rows: [
        { customerId: 2, name: '李秀兰', points: 300, worth: '15.00', expiring: 300 },
        { customerId: 1, name: '王小明', points: 100, worth: '5.00', expiring: 100 },
      ],
    })
    expect((await shop.regulars('report points --lang zh')).out).toContain('11-21 积分：2 位共 400 分，可抵 ¥20.00')
    expect((await (await openShop()).regulars('report points')).said).toContain('regulars policy set points.earnPer 1')
  })

  test('a roster opens accounts; purchases of before are not earned again; a second time it is only told', async () => {
    const shop = await teahouse()
    const csv = '姓名,手机,积分\n王小明,13800138000,350\n刘敏,13900001111,20\n'
    await shop.json('import customers - --on-match update', { stdin: csv })
    expect([await points(shop), await points(shop, '刘敏')]).toEqual([350, 20])
    await shop.json('buy 1 30 --on 2026-11-20')
    expect(await points(shop)).toBe(350)
    await shop.json('buy 刘敏 10', { now: new Date('2026-11-22T02:00:00Z') })
    const again = await shop.regulars('import customers - --on-match update', {
      stdin: csv,
      now: new Date('2026-11-22T02:00:00Z'),
    })
    expect(again.err).toContain('account of points already (30); 20 was not taken')
  })

  test('a purchase whose points are spent is not undone; the other way round all goes', async () => {
    const shop = await teahouse()
    await shop.json('buy 1 100')
    await shop.json('points redeem 1 60')
    const [, bought] = await shop.json('log -l 2')
    expect(await shop.regulars(`undo ${bought.change} --yes`)).toMatchObject({
      exit: 1,
      err: expect.stringContaining('points'),
    })
    await shop.regulars('undo --yes')
    await shop.regulars('undo --yes')
    expect(await points(shop)).toBe(0)
  })

  test('whoever brought a customer is rewarded with the first purchase, and not when it goes', async () => {
    const shop = await teahouse('referral.reward 50', 'referral.rewardNew 20')
    await shop.json('add 李秀兰 --referred-by 1')
    const { id } = await shop.json('buy 2 10')
    await shop.json('buy 2 10')
    expect([await points(shop), await points(shop, '2')]).toEqual([50, 20 + 20])
    const { id: refund } = await shop.json(`refund ${id}`)
    expect([await points(shop), await points(shop, '2')]).toEqual([0, 10])
    await shop.json(`void ${refund}`)
    expect([await points(shop), await points(shop, '2')]).toEqual([50, 40])
  })
})

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('buy' as const),
      amount: fc.integer({ min: 1, max: 200 }),
      redeem: fc.integer({ min: 0, max: 60 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      nth: fc.nat(5),
      part: fc.integer({ min: 1, max: 100 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('void' as const), nth: fc.nat(5) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('fix' as const), nth: fc.nat(5), amount: fc.integer({ min: 1, max: 200 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('redeem' as const), points: fc.integer({ min: 1, max: 150 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('adjust' as const), points: fc.integer({ min: -50, max: 50 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 25 }) }) },
)

test('whatever is bought, given back, put right, redeemed, lapsed and undone: the account is what the rows say, and ' +
  'never below none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const shop = await teahouse('points.expireDays 40')
      let day = Date.parse('2026-11-21T02:00:00Z')
      for (const one of steps) {
        const now = { now: new Date(day) }
        const entries: number[] = (await shop.json('purchases', now)).map(({ id }: { id: number }) => id)
        const id = entries['nth' in one ? one.nth % Math.max(1, entries.length) : 0]
        if (one.do === 'wait') day += one.days * 86_400_000
        else if (one.do === 'buy')
          await shop.regulars(`buy 1 ${one.amount}${one.redeem > 0 ? ` --redeem ${one.redeem}` : ''}`, now)
        else if (one.do === 'undo') await shop.regulars('undo --yes', now)
        else if (one.do === 'redeem') await shop.regulars(`points redeem 1 ${one.points}`, now)
        else if (one.do === 'adjust')
          await shop.regulars(['points', 'adjust', '1', String(one.points), '--reason', 'x'], now)
        else if (id === undefined) continue
        else if (one.do === 'refund') await shop.regulars(`refund ${id} ${one.part}`, now)
        else if (one.do === 'void') await shop.regulars(`void ${id}`, now)
        else await shop.regulars(`fix ${id} ${one.amount}`, now)
        await agrees(shop, { now: new Date(day) })
      }
    }),
    { numRuns: runs },
  )
}, 600_000)

/** The account against its rows in plain SQL, and against what the purchases come to. */
async function agrees(shop: Shop, now: { now: Date }): Promise<void> {
  await shop.json('points expire', now)
  const shown = await shop.json('points show 1', now)
  const missing = (await shop.json('report points', now)).shortfall
  const one = (sql: string) => numberIn(shop.db, sql)
  expect(shown.points).toBe(await one('SELECT coalesce(sum(points), 0) FROM point_entry'))
  expect(shown.points).toBeGreaterThanOrEqual(0)
  // What could not be taken back is only owed where nothing is left to take.
  if (missing > 0) expect(shown.points).toBe(0)
  const given = `(SELECT coalesce(sum(amount), 0) FROM entry AS r WHERE r.refund_of = p.id AND r.void = 0)`
  const target = await one(
    `SELECT coalesce(sum((p.amount - ${given}) / 100 * p.earn_rate / 10000), 0) FROM entry AS p
      WHERE kind = 'purchase' AND void = 0 AND earn_rate IS NOT NULL`,
  )
  const back =
    await one(`SELECT coalesce(sum(CASE WHEN p.void = 1 OR (p.amount > 0 AND ${given} >= p.amount) THEN p.redeemed
    WHEN p.amount = 0 THEN 0 ELSE p.redeemed * ${given} / p.amount END), 0) FROM entry AS p WHERE redeemed IS NOT NULL`)
  const spent = await one(`SELECT coalesce(sum(redeemed), 0) FROM entry`)
  const byHand = await one(
    `SELECT coalesce(sum(points), 0) FROM point_entry WHERE why = 'adjusted' OR (why = 'redeemed'
      AND entry_id IS NULL)`,
  )
  const lapsed = await one(`SELECT coalesce(sum(points), 0) FROM point_entry WHERE why = 'lapsed'`)
  // Points that had lapsed before their purchase was given back are not owed.
  expect(shown.points - missing).toBeGreaterThanOrEqual(target + back - spent + byHand + lapsed)
  if (lapsed === 0) expect(shown.points - missing).toBe(target + back - spent + byHand)
}
