import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

test('demo opens a made-up shop of its own and shows classify and due', async () => {
  const shop = await openShop()
  const ran = await shop.regulars('demo')
  expect(ran.exit).toBe(0)
  const [, path = ''] = /\n {2}(\S+shop\.db)\n/.exec(ran.out) ?? []
  expect(path).toMatch(/regulars-demo-\w+\/shop\.db$/)
  expect(ran.out).toContain('$ regulars classify\nAs of 2026-11-21: ')
  expect(ran.out).toContain('$ regulars due\nSat 2026-11-21: 12 to contact, ')
  expect(ran.err).toContain(`export REGULARS_DB=${path}`)
  expect(await shop.json('list')).toEqual([])
  const demo = { env: { REGULARS_DB: path } }
  expect(await shop.json('list', demo)).toHaveLength(120)
  expect((await shop.json('doctor', demo)).sound).toBe(true)
  const due = await shop.json<{ snoozed: number; rows: { reasons: { reason: string }[] }[] }>('due --all', demo)
  const reasons = new Set(due.rows.flatMap(({ reasons }) => reasons.map(({ reason }) => reason)))
  expect([...reasons].sort()).toEqual([
    'after-sale',
    'birthday',
    'cadence',
    'complaint',
    'coupon',
    'debt',
    'interested',
    'occasion',
    'promise',
    'restock',
    'slipping',
    'thanks',
    'unhappy',
    'wanted',
    'welcome',
  ])
  // What the shop does beyond selling has something to show too.
  expect(await shop.json('complaint list --all', demo)).toHaveLength(3)
  expect((await shop.json('report complaints', demo)).complaints).toBeGreaterThan(0)
  expect((await shop.json('report satisfaction', demo)).length).toBeGreaterThan(5)
  expect((await shop.json('report points', demo)).points).toBeGreaterThan(1000)
  expect(await shop.json('coupon list', demo)).toMatchObject([{ code: 'WINTER', given: 12 }])
  expect(await shop.json('event list', demo)).toMatchObject([{ came: 0 }, { came: 3 }])
  expect(await shop.json('wants', demo)).not.toEqual([])
  expect(due.snoozed).toBeGreaterThan(0)
  const { counts } = await shop.json('classify', demo)
  for (const tier of ['A', 'B', 'C', 'D']) expect(counts[tier]).toBeGreaterThan(4)
  const customers = await shop.json<{ name: string; stage: string; birthday: string | null }[]>('list', demo)
  expect(new Set(customers.map(({ stage }) => stage)).size).toBe(6)
  expect(customers.filter(({ birthday }) => birthday?.startsWith('lunar:')).length).toBeGreaterThan(5)
  expect(new Set(customers.map(({ name }) => name)).size).toBe(120)
})

test('the made-up shop speaks the language asked for, and is the same every time', async () => {
  const shop = await openShop()
  const first = await shop.regulars(`demo --lang zh --db ${shop.folder}/one.db`)
  expect(first.out).toContain('竹叶青')
  expect(first.out).not.toContain('Zhuyeqing')
  // The environment it tells to set names the shop; what is typed after it does not once more.
  expect(first.err).toMatch(/export REGULARS_DB=.*\n {2}regulars {2}.*\n {2}regulars show 1 /)
  await shop.regulars(`demo --lang zh --db ${shop.folder}/two.db`)
  const rows = async (name: string) =>
    (await shop.regulars('purchases --format csv', { env: { REGULARS_DB: join(shop.folder, name) } })).out
  expect(await rows('one.db')).toBe(await rows('two.db'))
})

test('demo goes nowhere where somebody is: another ledger is refused, an empty one taken', async () => {
  const shop = await openShop()
  expect((await shop.json(`demo --db ${shop.db}`)).customers).toBe(120)
  expect(await shop.regulars(`demo --db ${shop.db} --lang zh`)).toEqual({
    exit: 1,
    out: '',
    err: `regulars: ${shop.db} 里已经有客户，没有放样板店进去。\n  放在临时文件夹：regulars demo   放在新文件：regulars demo --db demo.db\n`,
  })
  expect(await shop.regulars(`demo --dry-run --quiet --db ${shop.folder}/none.db`)).toMatchObject({ exit: 0 })
  expect(existsSync(join(shop.folder, 'none.db'))).toBe(false)
})
