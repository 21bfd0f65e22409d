import { LunarYear, LunarMonth as Oracle } from 'tyme4ts'
import { expect, test } from 'vitest'
import { addDays, daySerial, serial } from '../../../src/ledger/day.ts'
import { lunarDayIn, lunarOf, lunarYear, readyLunar } from '../../../src/ledger/identity/lunar.ts'

const textOf = (solar: { getYear(): number; getMonth(): number; getDay(): number }) =>
  `${solar.getYear()}-${String(solar.getMonth()).padStart(2, '0')}-${String(solar.getDay()).padStart(2, '0')}`

test('every lunar month of 1800 to 2300 begins and ends where tyme4ts says', () => {
  for (let year = 1800; year <= 2300; year++) {
    const leap = LunarYear.fromYear(year).getLeapMonth()
    const expected = Array.from({ length: 12 }, (_, at) => at + 1)
      .flatMap((month) => (month === leap ? [month, -month] : [month]))
      .map((month) => {
        const oracle = Oracle.fromYm(year, month)
        return `${month} ${textOf(oracle.getFirstJulianDay().getSolarDay())} ${oracle.getDayCount()}`
      })
    expect(
      lunarYear(year).map(({ month, leap, first, length }) => `${leap ? -month : month} ${daySerial(first)} ${length}`),
    ).toEqual(expected)
  }
})

test('a day and its lunar name are one another', () => {
  for (let day = '2024-01-01'; day < '2034-12-31'; day = addDays(day, 1)) {
    const { month, leap, day: date } = lunarOf(day)
    const year = lunarYear(Number(day.slice(0, 4))).some(
      ({ first, length, ...one }) =>
        one.month === month && one.leap === leap && serial(day) >= first && serial(day) < first + length,
    )
      ? Number(day.slice(0, 4))
      : Number(day.slice(0, 4)) - 1
    expect(lunarDayIn(year, month, date, leap)).toBe(day)
  }
})

test('beyond the table the library itself is asked', async () => {
  await readyLunar('7013-01-01')
  expect(lunarDayIn(7013, 11, 4, true)).toBe('7013-12-24')
  expect(lunarDayIn(9999, 1, 1, false)).toMatch(/^9999-0[12]-\d\d$/)
})
