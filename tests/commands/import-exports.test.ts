import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { becomes } from '../rosters/becomes.ts'
import { exports, shops } from '../rosters/exports.ts'
import { exportsAbroad } from '../rosters/exports-abroad.ts'
import { exportsByHand } from '../rosters/exports-by-hand.ts'
import { exportsOdd } from '../rosters/exports-odd.ts'
import { openShop } from '../shop.ts'

test.each([...exports, ...exportsAbroad, ...exportsByHand, ...exportsOdd])('$name', async (one) => {
  expect(await becomes(one)).toEqual(one.becomes)
})

test.each(exportsAbroad)('$name, twice is once', async ({ shop: at, kind, text }) => {
  const shop = await openShop(`init --name Shop ${shops[at]} --lang en`)
  const path = join(shop.folder, 'file.csv')
  writeFileSync(path, text)
  const typed = ['import', kind, path, '--json', ...(kind === 'purchases' ? ['--create-customers'] : [])]
  const stands = async () =>
    (await shop.regulars('export purchases --format csv')).out +
    (await shop.regulars('export customers --format csv')).out
  await shop.regulars(typed)
  const before = await stands()
  const { created, updated } = JSON.parse((await shop.regulars(typed)).out)
  expect([created, updated]).toEqual([0, 0])
  expect(await stands()).toBe(before)
})

test('what stands between what was due and what was received is left out by the advice that is given', async () => {
  const shop = await openShop()
  const path = join(shop.folder, 'file.csv')
  writeFileSync(path, '单号,日期,客户,应收,实收\n1,2026-11-01,王小明,100.5,100\n')
  const { out } = await shop.regulars(['import', 'purchases', path, '--create-customers', '--map', 'paid=', '--json'])
  expect(JSON.parse(out)).toMatchObject({ created: 1, warnings: [] })
  expect(await shop.json('balances')).toEqual([])
})
