import { expect, test } from 'vitest'
import { en } from '../../src/locales/en.ts'
import { type Head, PagedTable, table } from '../../src/terminal/table.ts'
import { makeVoice } from '../../src/terminal/voice.ts'

const voice = (width: number | null) =>
  makeVoice({
    words: en,
    currency: 'CNY',
    region: 'CN',
    today: '2026-11-21',
    quiet: false,
    width,
    paint: null,
    blocks: true,
  })

const heads: Head[] = [
  { head: 'who', whole: true },
  { head: 'phone', whole: true },
  { head: 'stage', goes: 1 },
  { head: 'last', goes: 2 },
  { head: 'visits', right: true, extra: true },
  { head: 'owes', right: true },
]
const rows = [
  ['Wang Xiaoming', '138 0013 8000', 'declining', '2025-12-31', '12', '¥1,200.00'],
  ['Li', '139 1234 5678', 'stable', '11-20', '3', ''],
]

test.each([
  [80, ['who', 'phone', 'stage', 'last', 'visits', 'owes']],
  [62, ['who', 'phone', 'stage', 'last', 'owes']],
  [52, ['who', 'phone', 'last', 'owes']],
  [40, ['who', 'phone', 'owes']],
] as const)(
  'a terminal of %i columns: columns go before a phone or a name is cut, and come where there is room',
  (width, shown) => {
    const lines = table(heads, rows, voice(width))
    expect(lines[0]?.split(/\s+/)).toEqual(shown)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(width)
    expect(lines.join('\n')).toContain('Wang Xiaoming')
    expect(lines.join('\n')).toContain('138 0013 8000')
  },
)

test('in a pipe nothing is left out but what is extra', () => {
  expect(table(heads, rows, voice(null))[0]?.split(/\s+/)).toEqual(['who', 'phone', 'stage', 'last', 'owes'])
})

test('figures of a column have their points under one another', () => {
  const lines = table(
    [{ head: 'a' }, { head: 'share', right: true }],
    [
      ['x', '34 %'],
      ['y', '33.4 %'],
      ['z', '-'],
    ],
    voice(80),
  )
  expect(lines).toEqual(['a   share', 'x  34.0 %', 'y  33.4 %', 'z       -'])
})

test('where it is narrow a column of nothing goes before a name', () => {
  const empty: Head[] = [
    { head: 'who', whole: true },
    { head: '31-60', right: true },
    { head: '61-90', right: true },
    { head: 'total', right: true },
  ]
  expect(table(empty, [['徐佳怡的茶馆', '-', '-', '¥268.00']], voice(24))).toEqual([
    'who             total',
    '徐佳怡的茶馆  ¥268.00',
  ])
})

test.each([null, 24, 40, 52, 200])('rows that come page by page are the same table at a width of %s', (width) => {
  const more = [...rows, ['李娜\n茶馆', '', '-', '', '33.4 %', '-'], ['Åse', '+47 400 00 000', '', '', '7 %', '12.345']]
  const paged = new PagedTable(heads, voice(width))
  for (const page of [more.slice(0, 2), [], more.slice(2)]) paged.add(page)
  expect([...paged.lines()]).toEqual(table(heads, more, voice(width)))
})
