import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../../src/locales/en.ts'
import { bars } from '../../src/terminal/chart/bars.ts'
import { heat } from '../../src/terminal/chart/heat.ts'
import { sparkline } from '../../src/terminal/chart/sparkline.ts'
import { paintOn } from '../../src/terminal/paint.ts'
import { makeVoice, type Speaking } from '../../src/terminal/voice.ts'
import { widthOf } from '../../src/terminal/width.ts'
import { openShop } from '../shop.ts'

const voice = (said: Partial<Speaking> = {}) =>
  makeVoice({
    words: en,
    currency: 'CNY',
    region: 'CN',
    today: '2026-11-21',
    width: null,
    paint: null,
    quiet: false,
    blocks: true,
    ...said,
  })

const stages = [
  { label: '常客', value: 120, figure: '120' },
  { label: '来得少了', value: 45, figure: '45' },
  { label: 'lost', value: 1, figure: '1' },
  { label: 'nobody', value: 0, figure: '0' },
]

test('bars stand beside their figures, to the eighth of a column, and what is not nothing is seen', () => {
  expect(bars(stages, voice({ width: 40 }))).toEqual([
    '  常客      120  ███████████████████████',
    '  来得少了   45  ████████▋',
    '  lost        1  ▏',
    '  nobody      0',
  ])
})

test('a second figure has a column of its own', () => {
  const rows = [
    { label: '常客', value: 74, figure: '74', of: '61.7 %' },
    { label: '没买过', value: 0, figure: '0', of: '0 %' },
  ]
  expect(bars(rows, voice({ width: 40 }))).toEqual(['  常客    74  61.7 %  ██████████████████', '  没买过   0   0.0 %'])
})

test('labels are cut on a terminal alone', () => {
  const row = [
    { label: '#12 成都市青羊区竹叶青茶业有限责任公司春熙路第一分店', value: 1, figure: 'KWD 47,888.694', of: '4 of 4' },
  ]
  expect(bars(row, voice())[0]).toMatch(
    /^ {2}#12 成都市青羊区竹叶青茶业有限责任公司春熙路第一分店 {2}KWD 47,888\.694 {2}4 of 4 {2}█+$/,
  )
  expect(bars(row, voice({ width: 60 }))[0]).toMatch(/^ {2}#12 成都市青羊区.*… {1,3}KWD 47,888\.694/)
})

test.each([
  ['en_US.UTF-8', undefined, '█'],
  ['zh_CN.utf8', 80, '█'],
  ['zh_CN', undefined, '█'],
  ['', 80, '█'],
  ['', undefined, '#'],
  ['C', 80, '#'],
  ['POSIX', undefined, '#'],
  ['C.UTF-8', undefined, '█'],
  ['zh_CN.GB18030', 80, '#'],
])('a locale of “%s” with a terminal of %s columns shows %s', async (locale, columns, block) => {
  const shop = await openShop('init --lang en')
  await shop.regulars('add Ann')
  expect((await shop.regulars('report stages', { locale, ...(columns === undefined ? {} : { columns }) })).out).toMatch(
    new RegExp(`prospect +1  100 %  ${block}{40}`),
  )
})

test('without blocks bars are number signs', () => {
  expect(bars(stages, voice({ width: 40, blocks: false }))).toEqual([
    '  常客      120  #######################',
    '  来得少了   45  #########',
    '  lost        1  .',
    '  nobody      0',
  ])
})

test('a bar below nothing goes the other way', () => {
  const rows = [
    { label: 'gain', value: 30, figure: '30' },
    { label: 'loss', value: -10, figure: '-10' },
  ]
  expect(bars(rows, voice({ width: 36 }))).toEqual(['  gain   30        █████████████████', '  loss  -10  ██████'])
})

test('bars never pass the line, whatever is in them', () => {
  const row = fc.record({
    label: fc.string({ unit: fc.constantFrom('a', '王', ' ', 'é') }),
    value: fc.integer({ min: -1e12, max: 1e12 }),
    figure: fc.constantFrom('1', '¥1,288.00'),
  })
  fc.assert(
    fc.property(fc.array(row), fc.integer({ min: 40, max: 200 }), fc.boolean(), (rows, width, blocks) => {
      for (const line of bars(rows, voice({ width, blocks }))) expect(widthOf(line)).toBeLessThanOrEqual(width)
    }),
  )
})

test('a sparkline is a character a value, from nothing to the most', () => {
  expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7, 8], voice())).toBe('▁▂▃▄▅▆▇██')
  expect(sparkline([0, 4, null, 8], voice({ blocks: false }))).toBe('15 8')
  expect(sparkline([5, 5, 5], voice())).toBe('███')
  expect(sparkline([0, 0], voice())).toBe('▁▁')
  expect(sparkline([-4, 0, 4], voice())).toBe('▁▅█')
  expect(sparkline([], voice())).toBe('')
})

test('a sparkline longer than the line draws neighbours by their mean', () => {
  expect(sparkline([0, 0, 4, 4, 8, 8], voice({ width: 3 }))).toBe('▁▅█')
  expect(
    sparkline(
      Array.from({ length: 500 }, (_, at) => at),
      voice({ width: 80 }),
    ).length,
  ).toBeLessThanOrEqual(80)
})

const cohorts = {
  heads: ['cohort', 'new', '0', '1', '2'],
  rows: [
    {
      labels: ['2026-09', '40'],
      cells: [
        { figure: '100', depth: 1 },
        { figure: '50', depth: 0.5 },
        { figure: '0', depth: 0 },
      ],
    },
    { labels: ['2026-10', '8'], cells: [{ figure: '100', depth: 1 }, { figure: '13', depth: 0.13 }, null] },
    { labels: ['2026-11', '12'], cells: [{ figure: '100', depth: 1 }, null, null] },
  ],
}

test('a heat map carries its figures, and shades behind them where there is no colour', () => {
  expect(heat(cohorts, voice())).toEqual({
    lines: [
      'cohort   new     0    1    2',
      '2026-09   40   100█  50▓   0',
      '2026-10    8   100█  13░',
      '2026-11   12   100█',
    ],
    hidden: 0,
  })
  expect(heat(cohorts, voice({ blocks: false })).lines[1]).toBe('2026-09   40   100#  50+   0')
})

test('a heat map on a terminal of 256 colours has backgrounds in its place; one of 16 has shades', () => {
  const painted = heat(cohorts, voice({ paint: paintOn({ TERM: 'xterm-256color' }) })).lines
  expect(painted[3]).toContain('\u001b[48;5;22m')
  expect(painted[3]).not.toContain('█')
  expect(heat(cohorts, voice({ paint: paintOn({ TERM: 'xterm' }) })).lines[3]).toContain('100█')
})

test('a heat map says how many columns a narrow terminal hides', () => {
  const { lines, hidden } = heat(cohorts, voice({ width: 26 }))
  expect(lines[1]).toBe('2026-09   40   100█  50▓')
  expect(hidden).toBe(1)
  expect(heat({ heads: ['cohort'], rows: [] }, voice())).toEqual({ lines: [], hidden: 0 })
})
