import { expect, test } from 'vitest'
import { openShop, type Shop } from '../../shop.ts'

/** Three who buy, and one who works here and buys more than they do. */
async function shopWithStaff(kind: string): Promise<Shop> {
  const shop = await openShop('init --lang en')
  for (const name of ['Ann', 'Bob', 'Cid']) await shop.json(['add', name, '--today', '2026-01-01'])
  await shop.json(['add', 'Zoe', '--kind', kind, '--today', '2026-01-01'])
  for (const [at, name] of ['Ann', 'Bob', 'Cid'].entries())
    for (const day of ['09-01', '09-11', '09-21'])
      await shop.json(['buy', name, String(100 - 10 * at), 'tea', '--today', `2026-${day}`])
  for (let day = 1; day <= 28; day++)
    await shop.json(['buy', 'Zoe', '500', 'cup', '--today', `2026-10-${String(day).padStart(2, '0')}`])
  return shop
}

const reports = [
  'rates',
  'stages',
  'rfm',
  'pareto',
  'cohorts',
  'quadrants',
  'losses',
  'referrals',
  'followups',
] as const

test('staff are in no tier, rate, stage or report of customers: all is as without them', async () => {
  const [shop, without] = [await shopWithStaff('staff'), await openShop('init --lang en')]
  for (const name of ['Ann', 'Bob', 'Cid']) await without.json(['add', name, '--today', '2026-01-01'])
  for (const [at, name] of ['Ann', 'Bob', 'Cid'].entries())
    for (const day of ['09-01', '09-11', '09-21'])
      await without.json(['buy', name, String(100 - 10 * at), 'tea', '--today', `2026-${day}`])
  const { change: _, ...sorted } = await shop.json('classify')
  const { change: __, ...alone } = await without.json('classify')
  expect(sorted).toEqual(alone)
  expect(sorted.counts.A + sorted.counts.B + sorted.counts.C + sorted.counts.D).toBe(3)
  for (const report of reports)
    expect.soft(await shop.json(`report ${report}`), report).toEqual(await without.json(`report ${report}`))
  expect(await shop.json('due --all')).toEqual(await without.json('due --all'))
  const summary = await shop.json('report summary')
  // They count in revenue alone.
  expect([summary.revenue, summary.buyers]).toEqual(['14810.00', 3])
  expect(summary.stages).toEqual((await without.json('report summary')).stages)
})

test('staff have an account, and neither tier nor stage', async () => {
  const shop = await shopWithStaff('staff')
  expect(await shop.json('show Zoe')).toMatchObject({
    kind: 'staff',
    tier: null,
    stage: null,
    purchases: 28,
    spent: '14000.00',
  })
  expect((await shop.regulars('show Zoe')).out).toMatch(/^Zoe #4 +staff\n/)
  expect(await shop.json('why Zoe')).toMatchObject({ tier: null, stage: null, reasons: [] })
  expect((await shop.regulars('why Zoe')).out).toContain('Staff: in no tier, no figure of customers, and on no list.')
  expect((await shop.regulars('buy Zoe 5')).out).toMatch(/^Zoe #4 {2}staff {2}¥5.00/)
  expect((await shop.regulars('list --tier A,B,C,D --ids')).out).toBe('1\n2\n3\n')
  expect((await shop.regulars('list --ids')).out).toBe('1\n2\n3\n4\n')
})

test(
  'who becomes staff leaves their tier at the next classify, told once; their rows stay, and coming back they ' +
    'are sorted anew',
  async () => {
    const shop = await shopWithStaff('person')
    await shop.json('classify --today 2026-11-01')
    expect(await shop.json('show Zoe')).toMatchObject({ tier: 'A' })
    await shop.json('edit Zoe --kind staff --today 2026-11-02')
    const { changes } = await shop.json('classify --today 2026-11-03')
    expect(changes.filter(({ name }: { name: string }) => name === 'Zoe')).toMatchObject([
      { from: 'A', to: null, why: { reason: 'staff' } },
    ])
    expect((await shop.json('classify --today 2026-11-04')).changes).toEqual([])
    await shop.json('undo --yes 34')
    await shop.json('edit Zoe --kind person --today 2026-11-05')
    expect(await shop.json('show Zoe --today 2026-11-05')).toMatchObject({ tier: 'C' })
    const back = (await shop.json('classify --today 2026-11-06')).changes
    expect(back.filter(({ name }: { name: string }) => name === 'Zoe')).toMatchObject([{ from: 'C', to: 'A' }])
  },
)

test('the words for who leaves their tier', async () => {
  const shop = await shopWithStaff('person')
  await shop.json('classify --today 2026-11-01')
  await shop.json('edit Zoe --kind staff --today 2026-11-02')
  expect((await shop.regulars('classify --today 2026-11-03 --dry-run')).out).toContain('A -> none (staff)')
  expect((await shop.regulars('classify --today 2026-11-03 --dry-run --lang zh')).out).toContain('A→不评级（员工）')
})
