import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, calendarDay, daySerial, serial } from '../../../src/ledger/day.ts'
import { ageOn, birthdayIn, nextBirthday, parseBirthday } from '../../../src/ledger/identity/birthday.ts'
import { readyLunar } from '../../../src/ledger/identity/lunar.ts'

describe('every spelling has one form', () => {
  test.each([
    ['1988-05-06', '1988-05-06'],
    ['1988/5/6', '1988-05-06'],
    ['19880506', '1988-05-06'],
    ['1988年5月6日', '1988-05-06'],
    ['1988-05-06 00:00:00', '1988-05-06'],
    ['05-06', '05-06'],
    ['5月6日', '05-06'],
    ['５月６号', '05-06'],
    ['五月六日', '05-06'],
    ['阳历五月六', '05-06'],
    ['公历1988年5月6日', '1988-05-06'],
    ['02-29', '02-29'],
    ['lunar:1988-04-18', 'lunar:1988-04-18'],
    ['lunar:04-18', 'lunar:04-18'],
    ['Lunar 4-18', 'lunar:04-18'],
    ['lunar:leap-06-01', 'lunar:leap-06-01'],
    ['lunar:1987-leap-06-01', 'lunar:1987-leap-06-01'],
    ['农历四月十八', 'lunar:04-18'],
    ['农历4月18日', 'lunar:04-18'],
    ['阴历四月初八', 'lunar:04-08'],
    ['农历1988年四月十八', 'lunar:1988-04-18'],
    ['农历一九八八年四月十八', 'lunar:1988-04-18'],
    ['農曆一九八八年臘月廿三', 'lunar:1988-12-23'],
    ['闰六月初一', 'lunar:leap-06-01'],
    ['1987年闰六月初一', 'lunar:1987-leap-06-01'],
    ['正月初一', 'lunar:01-01'],
    ['冬月十五', 'lunar:11-15'],
    ['腊月三十', 'lunar:12-30'],
    ['八月二十五日', '08-25'],
    ['十二月廿五', 'lunar:12-25'],
    ['农历八月卅', 'lunar:08-30'],
  ])('%s', (typed, canonical) => {
    expect(parseBirthday(typed)).toBe(canonical)
    expect(parseBirthday(canonical)).toBe(canonical)
  })
})

test.each([
  '',
  '1988',
  '31/12/1988',
  '13-01',
  '02-30',
  '2023-02-29',
  'lunar:13-01',
  'lunar:04-31',
  'lunar:00-10',
  '四月十八',
  '一一月5日',
  '生日',
  '农历',
  '农历五月',
  'leap-13-01',
  '5-6-88',
])('refused: %s', (typed) => {
  expect(() => parseBirthday(typed)).toThrow('birthday.unreadable')
})

test('one that has not come is refused', () => {
  expect(() => parseBirthday('2026-11-22', '2026-11-21')).toThrow('birthday.future')
  expect(() => parseBirthday('lunar:2027-01-01', '2026-11-21')).toThrow('birthday.future')
  expect(parseBirthday('2026-11-21', '2026-11-21')).toBe('2026-11-21')
})

const canonical = fc
  .record({
    lunar: fc.boolean(),
    leap: fc.boolean(),
    year: fc.option(fc.integer({ min: 1900, max: 2020 })),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 30 }),
  })
  .filter(({ lunar, year, month, day }) => lunar || calendarDay(year ?? 2024, month, day) !== null)
  .map(({ lunar, leap, year, month, day }) => {
    const two = (number: number) => String(number).padStart(2, '0')
    const since = year === null ? '' : `${year}-`
    return `${lunar ? 'lunar:' : ''}${since}${lunar && leap ? 'leap-' : ''}${two(month)}-${two(day)}`
  })
const anyDay = fc.integer({ min: serial('1950-01-01'), max: serial('2090-12-31') }).map(daySerial)

test('property: a canonical birthday reads as itself', () => {
  fc.assert(fc.property(canonical, (birthday) => parseBirthday(birthday) === birthday))
})

test('property: the next birthday is the first of the days it is kept on, and comes within 13 months', () => {
  fc.assert(
    fc.property(canonical, anyDay, (birthday, day) => {
      const next = nextBirthday(birthday, day)
      expect(next >= day).toBe(true)
      expect(serial(next) - serial(day)).toBeLessThanOrEqual(385)
      expect(birthdayIn(birthday, day, next)).toEqual([next])
      expect(birthdayIn(birthday, day, addDays(next, -1))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test.each([
  ['05-06', '2026-11-21', '2027-05-06'],
  ['11-21', '2026-11-21', '2026-11-21'],
  ['1960-11-20', '2026-11-21', '2027-11-20'],
  // 29 February in a common year, and in a leap year.
  ['02-29', '2026-11-21', '2027-02-28'],
  ['1988-02-29', '2027-03-01', '2028-02-29'],
  // Lunar new year of 2027 is 6 February, where Node's own calendar says the 7th.
  ['lunar:01-01', '2026-11-21', '2027-02-06'],
  // A month of 29 days keeps a 30th on the 29th: new year's eve.
  ['lunar:12-30', '2026-11-21', '2027-02-05'],
  ['lunar:12-30', '2024-01-01', '2024-02-09'],
  // 2025 has a leap sixth month, 2026 has none.
  ['lunar:leap-06-01', '2025-01-01', '2025-07-25'],
  ['lunar:06-01', '2025-01-01', '2025-06-25'],
  ['lunar:1987-leap-06-01', '2026-01-01', '2026-07-14'],
  ['lunar:10-19', '2026-11-21', '2026-11-27'],
])('%s from %s is kept on %s', (birthday, from, on) => {
  expect(nextBirthday(birthday, from)).toBe(on)
})

test.each([
  ['1988-05-06', '2027-05-06', 39],
  ['lunar:1958-10-19', '2026-11-27', 68],
  // The lunar year of a birthday in January is the one before.
  ['lunar:1987-12-20', '2027-01-27', 39],
  ['05-06', '2027-05-06', null],
])('%s on %s: %s', (birthday, on, age) => {
  expect(ageOn(birthday, on)).toBe(age)
})

const vectors = fileURLToPath(new URL('../../../../shared/data/lunar_test_vectors.csv', import.meta.url))
test.skipIf(!existsSync(vectors))(
  `lunar days of two test suites (${existsSync(vectors) ? 'present' : 'skipped: no ../shared/data'})`,
  async () => {
    await readyLunar('7013-01-01')
    const two = (number: number) => String(number).padStart(2, '0')
    const rows = readFileSync(vectors, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.split(',').map(Number))
      .filter(([year = 0, month]) => year >= 1800 && month)
    expect(rows.length).toBeGreaterThan(10)
    expect(nextBirthday(parseBirthday('一九九一年正月初一'), '1991-01-26')).toBe('1991-02-15')
    for (const [year = 0, month = 0, day = 0, solarYear = 0, solarMonth = 0, solarDay = 0] of rows) {
      const birthday = `lunar:${month < 0 ? 'leap-' : ''}${two(Math.abs(month))}-${two(day)}`
      const on = `${solarYear}-${two(solarMonth)}-${two(solarDay)}`
      expect(nextBirthday(birthday, addDays(on, -20)), `${birthday} of ${year}`).toBe(on)
    }
  },
)

test('each of the 12 x 30 lunar days comes once a lunar year, in the next ten years and 1900 to 2100', async () => {
  await readyLunar('2101-12-31')
  const two = (number: number) => String(number).padStart(2, '0')
  const wrong: string[] = []
  for (let month = 1; month <= 12; month++)
    for (let day = 1; day <= 30; day++) {
      const birthday = `lunar:${two(month)}-${two(day)}`
      let last = nextBirthday(birthday, '1900-02-01')
      for (let turn = 0; turn < 199; turn++) {
        const next = nextBirthday(birthday, addDays(last, 1))
        const days = serial(next) - serial(last)
        // A lunar year has 353 to 385 days; a 30th kept on the 29th comes a day earlier.
        if (days < 352 || days > 386) wrong.push(`${birthday}: ${last} then ${next}`)
        last = next
      }
      if (last < '2099-01-01' || last > '2101-03-31') wrong.push(`${birthday} ends on ${last}`)
    }
  expect(wrong).toEqual([])
  const [first = '', ...ten] = birthdayIn('lunar:12-30', '2026-11-21', '2037-03-01')
  expect(ten.every((day, at) => day > (ten[at - 1] ?? first))).toBe(true)
})

test.each([
  ['02-29', ['2027-02-28', '2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']],
  ['lunar:leap-06-15', ['2027-07-18', '2028-08-05', '2029-07-25', '2030-07-15', '2031-08-02', '2032-07-21']],
  ['lunar:01-30', ['2027-03-07', '2028-02-24', '2029-03-14', '2030-03-03', '2031-02-20', '2032-03-11']],
])('%s is kept year after year on %j', (birthday, days) => {
  expect(birthdayIn(birthday, '2026-12-01', '2032-12-01')).toEqual(days)
})
