import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvLine } from '../../src/ledger/csv-line.ts'
import { openShop } from '../shop.ts'

test.each([
  [['a', '', 'b'], 'a,,b'],
  [['a,b', 'c'], '"a,b",c'],
  [['say "hi"'], '"say ""hi"""'],
  [['two\nlines'], '"two\nlines"'],
  [[' a', 'b ', 'c d'], '" a","b ",c d'],
  [['a\tb'], 'a\tb'],
])('%j', (cells, line) => {
  expect(csvLine(cells)).toBe(line)
})

test('a reader that trims finds the same cells, with commas and with tabs', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string(), { minLength: 2, maxLength: 5 }),
      fc.constantFrom(',' as const, '\t' as const),
      (cells, delimiter) => {
        expect(parse(`${csvLine(cells, delimiter)}\n`, { delimiter, trim: true })).toEqual([cells])
      },
    ),
  )
})

test('a list and an export write a cell alike', async () => {
  const shop = await openShop()
  await shop.regulars(['add', 'Wang "Big" Li, tea'])
  const written = '"Wang ""Big"" Li, tea"'
  expect((await shop.regulars('list --format csv --columns name --no-header')).out).toBe(`${written}\n`)
  expect((await shop.regulars('export customers --columns name --no-header')).out).toBe(`${written}\n`)
})
