import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, calendarDay, daySerial, daysBetween, parseDay, serial, weekday } from '../../src/ledger/day.ts'

const today = '2026-11-21' // a Saturday

test.each([
  // typed, looking back, looking ahead
  ['2026-11-21', '2026-11-21', '2026-11-21'],
  ['2026/11/21', '2026-11-21', '2026-11-21'],
  ['2026.1.5', '2026-01-05', '2026-01-05'],
  ['20261121', '2026-11-21', '2026-11-21'],
  ['2026年11月21日', '2026-11-21', '2026-11-21'],
  ['２０２６-１１-２１', '2026-11-21', '2026-11-21'],
  ['11-21', '2026-11-21', '2026-11-21'],
  ['11-22', '2025-11-22', '2026-11-22'],
  ['11/20', '2026-11-20', '2027-11-20'],
  ['11月20日', '2026-11-20', '2027-11-20'],
  ['02-29', '2024-02-29', '2028-02-29'],
  ['today', '2026-11-21', '2026-11-21'],
  ['Yesterday', '2026-11-20', '2026-11-20'],
  ['tomorrow', '2026-11-22', '2026-11-22'],
  ['3d', '2026-11-18', '2026-11-24'],
  ['-3d', '2026-11-18', '2026-11-18'],
  ['+3d', '2026-11-24', '2026-11-24'],
  ['3d ago', '2026-11-18', '2026-11-18'],
  ['2w', '2026-11-07', '2026-12-05'],
  ['2 weeks ago', '2026-11-07', '2026-11-07'],
  ['saturday', '2026-11-21', '2026-11-21'],
  ['friday', '2026-11-20', '2026-11-27'],
  ['mon', '2026-11-16', '2026-11-23'],
  ['last saturday', '2026-11-14', '2026-11-14'],
  ['next saturday', '2026-11-28', '2026-11-28'],
  ['今天', '2026-11-21', '2026-11-21'],
  ['昨天', '2026-11-20', '2026-11-20'],
  ['前天', '2026-11-19', '2026-11-19'],
  ['明天', '2026-11-22', '2026-11-22'],
  ['后天', '2026-11-23', '2026-11-23'],
  ['周三', '2026-11-18', '2026-11-25'],
  ['下周三', '2026-11-25', '2026-11-25'],
  ['上周三', '2026-11-11', '2026-11-11'],
  ['星期日', '2026-11-15', '2026-11-22'],
  ['3天后', '2026-11-24', '2026-11-24'],
  ['3天前', '2026-11-18', '2026-11-18'],
  ['三天前', '2026-11-18', '2026-11-18'],
  ['两周后', '2026-12-05', '2026-12-05'],
  ['月底', '2026-11-30', '2026-11-30'],
  ['20号', '2026-11-20', '2026-12-20'],
  ['25日', '2026-10-25', '2026-11-25'],
  ['31号', '2026-10-31', '2026-12-31'],
  ['3日前', '2026-11-18', '2026-11-18'],
])('%s is %s looking back and %s looking ahead', (typed, back, ahead) => {
  expect(parseDay(typed, today, 'back')).toBe(back)
  expect(parseDay(typed, today, 'ahead')).toBe(ahead)
})

test.each([
  ['31/12/2026', 'day.year-last'],
  ['31.12.2026', 'day.year-last'],
  ['2026-02-29', 'day.impossible'],
  ['2026-13-01', 'day.impossible'],
  ['13-01', 'day.impossible'],
  ['02-30', 'day.impossible'],
  ['', 'day.unreadable'],
  ['soon', 'day.unreadable'],
  ['3', 'day.unreadable'],
  ['2026-11', 'day.unreadable'],
  ['99999d', 'day.unreadable'],
  ['32号', 'day.impossible'],
  ['constructor', 'day.unreadable'],
])('%s is refused: %s', (typed, code) => {
  expect(() => parseDay(typed, today, 'back')).toThrow(expect.objectContaining({ code }))
})

test('days are counted, not measured', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2) // over a clock change
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
  expect(weekday('2026-11-21')).toBe(6)
  expect(calendarDay(2025, 2, 29)).toBeNull()
})

test('a serial and its day are one another', () => {
  fc.assert(fc.property(fc.integer({ min: -60_000, max: 200_000 }), (number) => serial(daySerial(number)) === number))
})
