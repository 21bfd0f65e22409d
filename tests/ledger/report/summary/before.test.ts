import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../../../src/ledger/day.ts'
import { isWhole, percentChange, periodBefore } from '../../../../src/ledger/period.ts'

test.each([
  ['a month that is over: the whole one before', 'month', '2026-10-01', '2026-10-31', '2026-09-01', '2026-09-30', true],
  ['March after a short February', 'month', '2026-03-01', '2026-03-31', '2026-02-01', '2026-02-28', true],
  ['February of a leap year', 'month', '2028-02-01', '2028-02-29', '2028-01-01', '2028-01-31', true],
  ['January: December of the year before', 'month', '2026-01-01', '2026-01-31', '2025-12-01', '2025-12-31', true],
  ['a month not over: the same days', 'month', '2026-11-01', '2026-11-21', '2026-10-01', '2026-10-21', false],
  ['the 30th of March: all of February', 'month', '2026-03-01', '2026-03-30', '2026-02-01', '2026-02-28', false],
  [
    'the 28th of a leap February is not its end',
    'month',
    '2028-02-01',
    '2028-02-28',
    '2028-01-01',
    '2028-01-28',
    false,
  ],
  ['the first day of a month', 'month', '2026-11-01', '2026-11-01', '2026-10-01', '2026-10-01', false],
  ['the last day of a month is a month', 'month', '2026-11-01', '2026-11-30', '2026-10-01', '2026-10-31', true],
  ['a quarter that is over', 'quarter', '2026-07-01', '2026-09-30', '2026-04-01', '2026-06-30', true],
  ['the first quarter', 'quarter', '2026-01-01', '2026-03-31', '2025-10-01', '2025-12-31', true],
  ['a quarter not over: the same days', 'quarter', '2026-10-01', '2026-11-21', '2026-07-01', '2026-08-21', false],
  ['a quarter on the 31st', 'quarter', '2026-04-01', '2026-05-31', '2026-01-01', '2026-02-28', false],
  ['365 days', 'days', '2025-11-22', '2026-11-21', '2024-11-22', '2025-11-21', true],
  ['one day', 'days', '2026-11-21', '2026-11-21', '2026-11-20', '2026-11-20', true],
  ['days that happen to be a month are days', 'days', '2026-10-01', '2026-10-31', '2026-08-31', '2026-09-30', true],
] as const)('%s', (_, kind, from, to, beforeFrom, beforeTo, whole) => {
  expect(periodBefore({ from, to }, kind)).toEqual({ from: beforeFrom, to: beforeTo })
  expect(isWhole({ from, to }, kind)).toBe(whole)
})

test('as many days just before: next to each other and of one length', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 1_000 }), (start, length) => {
      const from = addDays('1990-01-01', start)
      const to = addDays(from, length)
      const before = periodBefore({ from, to }, 'days')
      expect(addDays(before.to, 1)).toBe(from)
      expect(daysBetween(before.from, before.to)).toBe(length)
    }),
  )
})

test.each([
  ['plain', 110, 100, 10, 10],
  ['rounded', 1, 3, 10, -67],
  ['nothing now', 0, 50, 20, -100],
  ['nothing before', 50, 0, 20, null],
  ['less than nothing before', 50, -10, 20, null],
  ['on nine things', 110, 100, 9, null],
  ['tenfold and more', 1_100, 100, 50, null],
  ['just under tenfold more', 1_094, 100, 50, 994],
  ['the same', 7, 7, 10, 0],
])('change in percent: %s', (_, now, before, things, expected) => {
  expect(percentChange(now, before, things)).toBe(expected)
})
