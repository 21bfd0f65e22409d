import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop, type Shop } from '../../shop.ts'

/**
 * So many customers who came every so many days until 2026-11-20, and Once, who came on 2026-11-01 alone; sorted on
 * 2026-11-21.
 */
async function shopOf(customers: number, every: number): Promise<Shop> {
  const shop = await openShop('init --lang en')
  const file = join(shop.folder, 'till.csv')
  writeFileSync(file, ['customer,date,amount', 'Once,2026-11-01,5', ...visits('Early', customers, every)].join('\n'))
  await shop.json(['import', 'purchases', file, '--create-customers', '--yes'])
  return shop
}

function visits(name: string, customers: number, every: number): string[] {
  return Array.from({ length: customers }, (_, at) =>
    [0, 1, 2].map((time) => `${name} ${at},${day(20 - time * every)},5`),
  ).flat()
}

const day = (number: number) => new Date(Date.UTC(2026, 10, number)).toISOString().slice(0, 10)

/** Twelve more who come every 40 days, not sorted yet: now the shop's gap is 40. */
async function slowDown(shop: Shop): Promise<void> {
  for (let at = 0; at < 12; at++) await shop.json(`add Late${at}`)
  for (const on of [day(20), day(-20), day(-60)])
    await shop.json(`buy - --on ${on}`, { stdin: Array.from({ length: 12 }, (_, at) => `Late${at} 5\n`).join('') })
}

const stage = async (shop: Shop, today: string) => (await shop.json(`find Once --today ${today}`))[0].stage

test('what is shown of customers goes by the gap classify kept, for thirty days; reports work it out', async () => {
  const shop = await shopOf(10, 10)
  await slowDown(shop)
  // With the kept 10, who has not come for 21 days is declining; with 40 they are not before 81.
  expect(await stage(shop, '2026-11-22')).toBe('declining')
  expect((await shop.json('show Once --today 2026-11-22')).stage).toBe('declining')
  expect(
    (await shop.json('list --stage declining --today 2026-11-22')).map(({ name }: { name: string }) => name),
  ).toEqual(['Once'])
  expect((await shop.json('why Once --today 2026-11-22')).stage).toMatchObject({
    stage: 'declining',
    gap: 10,
    ownGap: false,
  })
  expect((await shop.json('lost Once --today 2026-11-22 --dry-run')).stage).toBe('declining')
  expect((await shop.regulars('export customers --today 2026-11-22 --json')).out).toContain('"stage":"declining"')
  const report = await shop.json('report stages --today 2026-11-22')
  expect(report).toMatchObject({
    shopGap: 40,
    kept: { gap: 10, on: '2026-11-21' },
    counts: { declining: 0, exploring: 1 },
  })
  expect((await shop.regulars('report stages --today 2026-11-22')).out).toContain(
    'go by 10 days, as classify found on 2026-11-21',
  )
  expect((await shop.regulars('report stages --today 2026-11-22 --lang zh')).out).toContain(
    '按 2026-11-21 排级时的 10 天算',
  )
  expect(await stage(shop, '2026-12-21')).toBe('declining')
  expect(await stage(shop, '2026-12-22')).toBe('exploring')
  // A day before it was kept knows nothing of it.
  expect(await stage(shop, '2026-11-20')).toBe('exploring')
  await shop.json('classify')
  expect(await stage(shop, '2026-11-22')).toBe('exploring')
  expect(await shop.json('report stages')).not.toHaveProperty('kept')
})

test('taking classify back takes its gap back', async () => {
  const shop = await shopOf(10, 10)
  await slowDown(shop)
  const { change } = await shop.json('classify')
  expect(await stage(shop, '2026-11-22')).toBe('exploring')
  await shop.json(`undo ${change} --yes`)
  expect(await stage(shop, '2026-11-22')).toBe('declining')
})

test('of fewer than ten with a gap of their own none is kept', async () => {
  const shop = await shopOf(9, 10)
  await slowDown(shop)
  expect(await stage(shop, '2026-11-22')).toBe('exploring')
  expect(await shop.json('report stages')).not.toHaveProperty('kept')
})
