import { expect, test } from 'vitest'
import { keys } from '../../../src/ledger/book/policy/keys.ts'
import type { Policy } from '../../../src/ledger/book/policy/policy.ts'
import type { Candidate } from '../../../src/ledger/tier/method.ts'
import { sortBy } from '../../../src/ledger/tier/methods.ts'

const standard = Object.fromEntries(
  Object.entries(keys).map(([key, { default: byDefault }]) => [key, byDefault]),
) as Policy

/** Five buyers, each a step below the one before: scores 5, 4, 3, 2, 1 in everything. */
const ladder = (more: Partial<Candidate>[] = []): Candidate[] =>
  [1, 2, 3, 4, 5].map((id, at) => ({
    customerId: id,
    bought: true,
    visits: 6 - id,
    profit: 0,
    spent: 100 * (6 - id),
    since: 10 * id,
    referred: 0,
    potential: null,
    satisfaction: null,
    ...more[at],
  }))

const sorted = async (candidates: Candidate[], policy: Partial<Policy>) => {
  const { judge, thresholds } = await sortBy({ ...standard, ...policy }, candidates)
  expect(thresholds).toEqual({ visits: null, profit: null })
  return candidates.map((one) => judge(one))
}
const tiersOf = (verdicts: readonly { readonly tier: string }[]) => verdicts.map(({ tier }) => tier).join('')

test('rfm: the three scores of the window added up; A from 12 of 15, B from 9', async () => {
  const verdicts = await sorted(ladder(), { 'tier.method': 'rfm' })
  expect(tiersOf(verdicts)).toBe('AABCC')
  expect(verdicts.map(({ points }) => [points?.points, points?.needed])).toEqual([
    [15, null],
    [12, null],
    [9, 12],
    [6, 9],
    [3, 9],
  ])
  expect(verdicts[1]).toEqual({
    tier: 'A',
    reason: 'points-a',
    points: { points: 12, of: 15, parts: { recency: 4, frequency: 4, monetary: 4 }, needed: null },
  })
  expect(tiersOf(await sorted(ladder(), { 'tier.method': 'rfm', 'tier.rfm.A': 13, 'tier.rfm.B': 6 }))).toBe('ABBBC')
  // A B that begins above A is nobody's.
  expect(tiersOf(await sorted(ladder(), { 'tier.method': 'rfm', 'tier.rfm.A': 9, 'tier.rfm.B': 12 }))).toBe('AAACC')
})

test("rfm: the shop's own cut-offs, where it has set any", async () => {
  const verdicts = await sorted(ladder(), {
    'tier.method': 'rfm',
    'rfm.visits': '10 20 30 40',
    'rfm.money': '1 2 3 4',
    'rfm.days': '5 15 25 35',
  })
  expect(verdicts.map(({ points }) => points?.parts)).toEqual(
    [4, 3, 2, 1, 1].map((recency) => ({ recency, frequency: 1, monetary: 5 })),
  )
})

test('scorecard: each part 0 to 100 by its weight; what is not known leaves its weight out', async () => {
  // The third brought one buyer; potential is noted of the second, third and fourth.
  const shop = ladder([{}, { potential: 5 }, { referred: 1, potential: 1 }, { potential: 3 }, {}])
  const verdicts = await sorted(shop, { 'tier.method': 'scorecard' })
  // (30 + 20 + 20) x 100 / 80; (70 x 75 + 10 x 100) / 90; (70 x 50 + 10 x 50) / 90; (70 x 25 + 10 x 50) / 90; nothing.
  expect(verdicts.map(({ points }) => points?.points)).toEqual([88, 69, 44, 25, 0])
  expect(tiersOf(verdicts)).toBe('ABCCC')
  expect(verdicts[2]).toEqual({
    tier: 'C',
    reason: 'points-c',
    points: {
      points: 44,
      of: 100,
      parts: { spend: 50, frequency: 50, recency: 50, referrals: 50, satisfaction: null, potential: 0 },
      needed: 45,
    },
  })
  expect(verdicts[0]?.points?.parts).toMatchObject({ referrals: 0, satisfaction: null, potential: null })
  // Two and more buyers brought are all there is to get.
  const bringers = await sorted(ladder([{ referred: 2 }, { referred: 9 }]), { 'tier.method': 'scorecard' })
  expect(bringers.map(({ points }) => points?.parts['referrals'])).toEqual([100, 100, 0, 0, 0])
})

test('scorecard: where nobody brought anybody, that is not known of anyone', async () => {
  const verdicts = await sorted(ladder([{}, { potential: 5 }]), { 'tier.method': 'scorecard' })
  // 70 x 100 / 70; (70 x 75 + 10 x 100) / 80; then 50, 25, 0 of 70.
  expect(verdicts.map(({ points }) => points?.points)).toEqual([100, 78, 50, 25, 0])
  expect(verdicts.map(({ points }) => points?.parts['referrals'])).toEqual([null, null, null, null, null])
})

test.each([
  [
    'only potential weighs',
    { spend: 0, frequency: 0, recency: 0, referrals: 0, satisfaction: 0, potential: 100 },
    [0, 100, 0, 0, 0],
  ],
  [
    'spend alone',
    { spend: 1, frequency: 0, recency: 0, referrals: 0, satisfaction: 0, potential: 0 },
    [100, 75, 50, 25, 0],
  ],
  [
    'nothing weighs',
    { spend: 0, frequency: 0, recency: 0, referrals: 0, satisfaction: 0, potential: 0 },
    [0, 0, 0, 0, 0],
  ],
  [
    'only what nobody knows',
    { spend: 0, frequency: 0, recency: 0, referrals: 0, satisfaction: 50, potential: 0 },
    [0, 0, 0, 0, 0],
  ],
])('scorecard: %s', async (_, weights, points) => {
  const policy = Object.fromEntries(
    Object.entries(weights).map(([part, weight]) => [`tier.scorecard.${part}`, weight]),
  ) as Partial<Policy>
  const verdicts = await sorted(ladder([{}, { potential: 5 }]), { 'tier.method': 'scorecard', ...policy })
  expect(verdicts.map((verdict) => verdict.points?.points)).toEqual(points)
})

test.each(['rfm', 'scorecard'] as const)('%s: nobody, one, all alike', async (method) => {
  expect(await sorted([], { 'tier.method': method })).toEqual([])
  const one = ladder().slice(0, 1)
  // Lately as good as can be, visits and spend as low: 5 + 1 + 1 of 15; (20 x 100) / 70.
  const points = method === 'rfm' ? 7 : 29
  expect(
    (await sorted(one, { 'tier.method': method })).map((verdict) => [verdict.tier, verdict.points?.points]),
  ).toEqual([['C', points]])
  const alike = [1, 2, 3].map((customerId) => ({ ...(one[0] as Candidate), customerId }))
  expect((await sorted(alike, { 'tier.method': method })).map((verdict) => verdict.points?.points)).toEqual([
    points,
    points,
    points,
  ])
})
