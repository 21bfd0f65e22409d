import { expect, test } from 'vitest'
import type { TierMovement } from '../../src/ledger/tier/classify.ts'
import { openShop, type Shop } from '../shop.ts'

/** Five buyers a step apart in days, visits and spend; Fay, whom Cai brought, has not bought. */
async function ladder(lang = 'en'): Promise<Shop> {
  const shop = await openShop(`init --lang ${lang}`)
  for (const line of ['Ann', 'Bob --potential 5', 'Cai', 'Dan', 'Eve --referred-by Cai', 'Fay --referred-by Cai'])
    await shop.json(`add ${line}`)
  for (let id = 1; id <= 5; id++) {
    for (let visit = 0; visit < 6 - id; visit++)
      await shop.json(`buy ${id} 100 --on -${(id - 1) * 10 + 1 + 50 * visit}d`)
  }
  return shop
}

test('classify by rfm: points, words, and why, in both languages', async () => {
  const shop = await ladder()
  expect(await shop.json('policy set tier.method rfm')).toMatchObject({ value: 'rfm', was: 'matrix' })
  expect(await shop.json('classify')).toMatchObject({
    method: 'rfm',
    thresholds: { turnover: null, profit: null },
    points: { A: 12, B: 9 },
    counts: { A: 2, B: 1, C: 2, D: 1 },
  })
  expect((await shop.regulars('classify')).out).toContain(
    'By RFM scores, 3 to 15 points together: A from 12, B from 9, C the rest   (regulars policy show tier.rfm)\n  ' +
      'A  high score  2',
  )
  expect((await shop.regulars('classify --lang zh')).out).toContain(
    '按 RFM 分数，三项加起来 3 到 15 分：12 分起 A，9 分起 B，其余 C（regulars policy show tier.rfm）\n  A  分数高  2',
  )
  const why = await shop.json('why Cai')
  expect(why.tier.sorted.why).toMatchObject({
    reason: 'points-b',
    points: 9,
    pointsOf: 15,
    parts: { recency: 3, frequency: 3, monetary: 3 },
    pointsNeeded: 12,
    visits: 3,
    spent: '300.00',
  })
  expect((await shop.regulars('why Cai')).out).toContain(
    'Tier B: 9 of 15 points in 365 days (recency 3, visits 3, amount 3), the next tier begins at 12\n  sorted ' +
      '11-21 by rfm; B since 11-21\n',
  )
  expect((await shop.regulars('why Cai --lang zh')).out).toContain(
    '等级 B：365 天内 9 分，满分 15（最近 3、次数 3、金额 3），12 分起升一等\n  11-21 按 RFM 分数排的；11-21 起是 B\n',
  )
  expect((await shop.regulars('why Ann')).out).toContain(
    'Tier A: 15 of 15 points in 365 days (recency 5, visits 5, amount 5)\n',
  )
  expect((await shop.regulars('policy show tier.rfm')).out).toContain(
    'tier.rfm.A  12  rfm: the three scores of 1 to 5 added up',
  )
})

test('movements by points, and a last purchase that was brought back whole', async () => {
  const shop = await ladder('zh')
  await shop.json('policy set tier.method rfm')
  await shop.json('classify')
  for (let again = 0; again < 4; again++) await shop.json('buy Dan 200')
  const { changes } = await shop.json('classify')
  expect(changes.map(({ name, from, to }: TierMovement) => [name, from, to])).toContainEqual(['Dan', 'C', 'A'])
  // Ann's newest, of yesterday, goes back: her last is then 51 days ago, the longest of all.
  await shop.json('refund Ann 100')
  await shop.json('classify')
  expect((await shop.json('why Ann')).tier.sorted.why).toMatchObject({
    parts: { recency: 1 },
    visits: 4,
    spent: '400.00',
  })
})

test('classify by scorecard: what is not known is said', async () => {
  const shop = await ladder()
  await shop.json('policy set tier.method scorecard')
  expect(await shop.json('classify')).toMatchObject({ method: 'scorecard', points: { A: 70, B: 45 } })
  // Cai brought Eve, who bought, and Fay, who did not: 50. (70 x 50 + 10 x 50) / 80.
  expect((await shop.json('why Cai')).tier.sorted.why).toMatchObject({
    reason: 'points-b',
    points: 50,
    pointsOf: 100,
    parts: { spend: 50, frequency: 50, recency: 50, referrals: 50, satisfaction: null, potential: null },
    pointsNeeded: 70,
  })
  expect((await shop.regulars('why Bob')).out).toContain(
    // (70 x 75 + 10 x 100) / 90.
    (
      'Tier B: 69 of 100 points in 365 days (spend 75, visits 75, recency 75,\n    referrals 0, potential 100; not ' +
      'known: satisfaction), the next tier begins\n    at 70\n'
    ).replaceAll('\n    ', ' '),
  )
  expect((await shop.regulars('why Cai --lang zh')).out).toContain(
    '等级 B：365 天内 50 分，满分 100（消费 50、次数 50、最近 50、介绍 50；不知道：满意、潜力），70 分起升一等\n',
  )
  expect((await shop.regulars('classify')).out).toContain(
    'By scorecard, 0 to 100 points: A from 70, B from 45, C the rest   (regulars policy show tier.scorecard)\n',
  )
  expect((await shop.regulars('why Fay')).out).toContain('Tier D: no purchase in the ledger')
  await shop.json('policy set tier.scorecard.potential 100')
  await shop.json('policy set tier.scorecard.A 80')
  const { changes } = await shop.json('classify')
  // (70 x 75 + 100 x 100) / 180.
  expect(changes.map(({ name, from, to, why }: TierMovement) => [name, from, to, why.points])).toEqual([
    ['Bob', 'B', 'A', 85],
  ])
})

test.each(['rfm', 'scorecard'])('%s: a shop of nobody, and one where nobody bought in the window', async (method) => {
  const shop = await openShop()
  await shop.json(`policy set tier.method ${method}`)
  expect((await shop.json('classify')).counts).toEqual({ A: 0, B: 0, C: 0, D: 0 })
  await shop.json('add Ann')
  await shop.json('buy Ann 10 --on 2024-01-05')
  await shop.json('add Bob')
  expect((await shop.json('classify')).counts).toEqual({ A: 0, B: 0, C: 1, D: 1 })
  expect((await shop.regulars('classify')).out).not.toMatch(/NaN|null|undefined/)
  expect((await shop.json('why Ann')).tier.sorted.why).toMatchObject({ reason: 'earlier-buyer' })
})
