import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { runs } from '../runs.ts'
import { openShop, type Shop } from '../shop.ts'

/** Few names, phones, codes and days, so that twins, families and known receipts come up often. */
const person = fc.record({
  name: fc.constantFrom('王小明', '李秀兰', 'Anna', ''),
  code: fc.constantFrom('', '', 'V1', 'V2', 'V3'),
  phone: fc.constantFrom('', '13800138000', '13900139000', '13700137000', '1.38E+10'),
  birthday: fc.constantFrom('', '', '1988-05-06', '农历四月十八', '13-40'),
  tags: fc.constantFrom('', '', 'a;b', 'c'),
})
const line = fc.record({
  customer: fc.constantFrom('V1', 'V2', '王小明', '散客', ''),
  on: fc.constantFrom('2026-11-01', '2026/11/02', '昨天'),
  amount: fc.constantFrom('10', '20.5', '0', '-5', 'abc'),
  item: fc.constantFrom('', '茶'),
  ref: fc.constantFrom('', '', 'R1', 'R2', 'R3'),
  status: fc.constantFrom('', '', '', '作废'),
})

const csv = (rows: readonly Record<string, string>[], header: Record<string, string>) =>
  `${Object.keys(header).join(',')}\n${rows.map((row) => `${Object.values(row).join(',')}\n`).join('')}`
const people = (rows: readonly Record<string, string>[]) =>
  csv(rows, { name: '', code: '', phone: '', birthday: '', tags: '' })
const lines = (rows: readonly Record<string, string>[]) =>
  csv(rows, { customer: '', on: '', amount: '', item: '', ref: '', status: '' })

async function take(shop: Shop, kind: string, text: string) {
  const file = join(shop.folder, 'file.csv')
  writeFileSync(file, text)
  const ran = await shop.regulars(['import', kind, file, '--json', '--no-classify'])
  expect([0, 1, 3]).toContain(ran.exit)
  const value = JSON.parse(ran.out)
  expect(value.created + value.updated + value.unchanged + value.rejected).toBe(value.rows)
  expect(value.errors.length).toBe(value.rejected)
  return value
}

/** What stands, without the ids that the order of the file gives. */
async function content(shop: Shop) {
  const customers = await shop.json('list --sort name')
  const entries = await shop.json('purchases')
  const bare = ({ id: _, tags, ...rest }: Record<string, unknown>) =>
    JSON.stringify({ ...rest, tags: [...((tags as string[] | undefined) ?? [])].sort() })
  return { customers: customers.map(bare).sort(), entries: entries.map(bare).sort() }
}

const chance = { numRuns: runs(8), seed: 20261121 }

const patient = { timeout: 900_000 }

test('a roster twice is a roster once, and its counts add up', patient, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(person, { maxLength: 9 }), async (rows) => {
      const shop = await openShop()
      const first = await take(shop, 'customers', people(rows))
      const once = await content(shop)
      const again = await take(shop, 'customers', people(rows))
      expect(again.rejected).toBe(first.rejected)
      expect(await content(shop)).toEqual(once)
    }),
    chance,
  )
})

/**
 * Some people, each known by the same marks on every row, two of whom share a phone: what a row says is never news to
 * another.
 */
const known = fc
  .tuple(
    fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 4, maxLength: 4 }),
    fc.array(fc.tuple(fc.nat(3), fc.constantFrom('', 'a', 'b')), { maxLength: 8 }),
  )
  .map(([marks, rows]) =>
    rows.map(([at, tags]) => {
      const [name = '', code = '', phone = '', birthday = ''] = [
        ['王小明', 'V1', '13800138000', '1988-05-06'],
        ['李秀兰', 'V2', '13900139000', '农历四月十八'],
        ['Anna', 'V3', '13700137000', '05-06'],
        ['Bert', 'V4', '13700137000', '1990-01-01'],
      ][at] as string[]
      const shown = marks[at] ?? 0
      return {
        name,
        code: shown & 1 ? code : '',
        phone: shown & 2 ? phone : '',
        birthday: shown & 4 ? birthday : '',
        tags,
      }
    }),
  )

test('the order of a roster says nothing', patient, async () => {
  await fc.assert(
    fc.asyncProperty(known, async (rows) => {
      const [one, other] = [await openShop(), await openShop()]
      const counts = await take(one, 'customers', people(rows))
      expect((await take(other, 'customers', people(rows.toReversed()))).rejected).toBe(counts.rejected)
      expect(await content(other)).toEqual(await content(one))
    }),
    chance,
  )
})

test('a till file twice is a till file once; taken back, nothing is left', patient, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 10 }), async (rows) => {
      const shop = await openShop()
      await shop.regulars('add 王小明 --code V1')
      await shop.regulars('add 李秀兰 --code V2')
      const before = await content(shop)
      const first = await take(shop, 'purchases', lines(rows))
      const once = await content(shop)
      const again = await take(shop, 'purchases', lines(rows))
      expect(await content(shop)).toEqual(once)
      expect(again.created + again.updated).toBe(0)
      if (first.change === null) return
      expect((await shop.regulars('undo --yes')).exit).toBe(0)
      expect(await content(shop)).toEqual(before)
    }),
    chance,
  )
})

test('cards that share a phone make no family for somebody without one', async () => {
  const shop = await openShop()
  const [bare, phone] = [{ birthday: '', tags: '' }, '13900139000']
  const rows = [
    { name: '王小明', code: 'V3', phone, ...bare },
    { name: '李秀兰', code: 'V1', phone, ...bare },
    { name: 'Anna', code: '', phone, ...bare },
  ]
  expect(await take(shop, 'customers', people(rows))).toMatchObject({ created: 2, rejected: 1 })
  expect(await take(shop, 'customers', people(rows))).toMatchObject({ created: 0, unchanged: 2, rejected: 1 })
})

test('a card of the name of one of two who share a phone is rejected with them, whenever the file comes', async () => {
  const shop = await openShop()
  const [bare, phone] = [{ birthday: '', tags: '' }, '13700137000']
  const rows = [
    { name: '李秀兰', code: '', phone, ...bare },
    { name: '王小明', code: '', phone, ...bare },
    { name: '李秀兰', code: 'V3', phone, ...bare },
    { name: 'Anna', code: 'V4', phone, ...bare },
  ]
  for (const _ of ['first', 'again']) {
    const { errors } = await take(shop, 'customers', people(rows))
    expect(errors.map(({ line }: { line: number }) => line)).toEqual([2, 3, 4])
  }
  expect(await shop.json('list')).toMatchObject([{ name: 'Anna' }])
})

test('of two phones that a file gives one card, the other goes to the notes', async () => {
  const shop = await openShop()
  const [bare, phone] = [{ birthday: '', tags: '' }, '13700137000']
  const rows = [
    { name: '王小明', code: '', phone, ...bare },
    { name: 'Anna', code: 'V1', phone, ...bare },
    { name: 'Anna', code: 'V1', phone: '13900139000', ...bare },
  ]
  for (const _ of ['first', 'again']) {
    const { rejected, warnings } = await take(shop, 'customers', people(rows))
    expect(rejected).toBe(1)
    expect(warnings).toMatchObject([{ code: 'row.second-phone', lines: [4] }])
  }
  expect(await shop.json('show V1')).toMatchObject({ phone: '+8613700137000', notes: 'other phone 139 0013 9000' })
})

test('a void row that names nobody means the same entry the second time', async () => {
  const shop = await openShop()
  await shop.regulars('add 王小明 --code V1')
  await shop.regulars('add 李秀兰 --code V2')
  const sale = { customer: 'V1', on: '2026-11-01', amount: '10', item: '', ref: 'R1', status: '' }
  const rows = [{ ...sale, customer: '散客', status: '作废' }, sale, { ...sale, on: '2026-11-02' }]
  expect(await take(shop, 'purchases', lines(rows))).toMatchObject({ created: 2, updated: 1 })
  const once = await content(shop)
  expect(await take(shop, 'purchases', lines(rows))).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
  expect(await content(shop)).toEqual(once)
  // Of several people's, nobody can say which: the row is rejected.
  const more = [sale, { ...sale, customer: 'V2' }, { ...sale, customer: '', on: '2026-11-05', status: '作废' }]
  const value = await take(shop, 'purchases', lines(more.map((row) => ({ ...row, ref: 'R9' }))))
  expect(value.errors).toMatchObject([{ code: 'row.several', field: 'ref' }])
})

test('two void rows of one number and other days are kept as two', async () => {
  const shop = await openShop()
  await shop.regulars('add 王小明 --code V1')
  const struck = { customer: 'V1', on: '2026-11-01', amount: '10', item: '', ref: 'R1', status: '作废' }
  const rows = [struck, { ...struck, on: '2026-11-02', amount: '20' }, { ...struck, customer: '散客' }]
  await take(shop, 'purchases', lines(rows))
  const once = await content(shop)
  expect(await take(shop, 'purchases', lines(rows))).toMatchObject({ created: 0, updated: 0, unchanged: 3 })
  expect(await content(shop)).toEqual(once)
})
