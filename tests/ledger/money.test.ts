import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { LedgerError } from '../../src/ledger/errors.ts'
import { decimal, minorOf, parseMoney, roundHalfAway } from '../../src/ledger/money.ts'

const refusal = (text: string, currency = 'CNY', signed = false) => {
  try {
    return parseMoney(text, currency, signed)
  } catch (error) {
    return (error as LedgerError).code
  }
}

describe('an amount is read as people type it', () => {
  test.each([
    ['88.5', 'CNY', 8850],
    ['¥88.50', 'CNY', 8850],
    ['￥88.50', 'CNY', 8850],
    ['1,288.00', 'CNY', 128_800],
    ['1，288', 'CNY', 128_800],
    ['12,345,678.9', 'CNY', 1_234_567_890],
    ['128元', 'CNY', 12_800],
    ['128 元', 'CNY', 12_800],
    ['128块', 'CNY', 12_800],
    ['RMB 128', 'CNY', 12_800],
    ['cny128', 'CNY', 12_800],
    ['１２８．５', 'CNY', 12_850],
    ['１２８＋６０－８', 'CNY', 18_000],
    ['128+60-8', 'CNY', 18_000],
    ['128 + 60 - 8', 'CNY', 18_000],
    ['¥128+¥60', 'CNY', 18_800],
    ['5−2', 'CNY', 300],
    ['+5', 'CNY', 500],
    ['0', 'CNY', 0],
    ['-0', 'CNY', 0],
    ['.5', 'CNY', 50],
    ['007', 'CNY', 700],
    ['0.500', 'CNY', 50],
    ['1500.500', 'CNY', 150_050],
    ['1,288.500', 'CNY', 128_850],
    ['12,50', 'CNY', 1250],
    ['12，5', 'CNY', 1250],
    ['1.234,50', 'EUR', 123_450],
    ['12,500', 'KWD', 12_500_000],
    ['1.500', 'KWD', 1500],
    ['88元5角', 'CNY', 8850],
    ['88块5', 'CNY', 8850],
    ['３元２角５分', 'CNY', 325],
    ['88元5分', 'CNY', 8805],
    ['5角', 'CNY', 50],
    ['128*2', 'CNY', 25_600],
    ['2x64', 'CNY', 12_800],
    ['12.5×3+60', 'CNY', 9750],
    ['２＊６４', 'CNY', 12_800],
    ['68*0.25', 'CNY', 1700],
    ['4.35', 'CNY', 435],
    ['1.005+0', 'KWD', 1005],
    ['1.234', 'KWD', 1234],
    ['1,288', 'JPY', 1288],
    ['1288円', 'JPY', 1288],
    ['88.00', 'JPY', 88],
    ['$5', 'USD', 500],
    ['HK$5', 'HKD', 500],
    ['9,999,999,999.99', 'CNY', 999_999_999_999],
  ])('%s in %s is %i', (text, currency, minor) => expect(parseMoney(text, currency)).toBe(minor))

  test('and below nothing where that makes sense', () => {
    expect(parseMoney('-5', 'CNY', true)).toBe(-500)
    expect(parseMoney('5-8', 'CNY', true)).toBe(-300)
  })
})

describe('and refused when it is none', () => {
  test.each([
    ['', 'CNY', 'money.unreadable'],
    [' ', 'CNY', 'money.unreadable'],
    ['12a', 'CNY', 'money.unreadable'],
    ['wxm60', 'CNY', 'money.unreadable'],
    ['$5', 'CNY', 'money.unreadable'],
    ['USD 5', 'CNY', 'money.unreadable'],
    ['5€', 'CNY', 'money.unreadable'],
    ['1e3', 'CNY', 'money.unreadable'],
    ['1,288,50', 'CNY', 'money.unreadable'],
    ['1,2,3', 'CNY', 'money.unreadable'],
    ['88元55', 'CNY', 'money.unreadable'],
    ['5角', 'USD', 'money.unreadable'],
    ['5*', 'CNY', 'money.unreadable'],
    ['*5', 'CNY', 'money.unreadable'],
    ['1,2345', 'CNY', 'money.unreadable'],
    ['12 8', 'CNY', 'money.unreadable'],
    ['1. 5', 'CNY', 'money.unreadable'],
    ['5.', 'CNY', 'money.unreadable'],
    ['.', 'CNY', 'money.unreadable'],
    ['1.2.3', 'CNY', 'money.unreadable'],
    ['128++5', 'CNY', 'money.unreadable'],
    ['128+', 'CNY', 'money.unreadable'],
    ['Infinity', 'CNY', 'money.unreadable'],
    ['一百', 'CNY', 'money.unreadable'],
    ['1.500', 'CNY', 'money.ambiguous'],
    ['150.000', 'CNY', 'money.ambiguous'],
    ['88.505', 'CNY', 'money.ambiguous'],
    ['60+1.500', 'CNY', 'money.ambiguous'],
    ['1.500*2', 'CNY', 'money.ambiguous'],
    ['1.500', 'JPY', 'money.ambiguous'],
    ['0.505', 'CNY', 'money.too-precise'],
    ['12,5', 'JPY', 'money.too-precise'],
    ['12.5*0.33', 'CNY', 'money.too-precise'],
    ['88.5', 'JPY', 'money.too-precise'],
    ['1.2345', 'KWD', 'money.too-precise'],
    ['-5', 'CNY', 'money.negative'],
    ['60-88', 'CNY', 'money.negative'],
    ['10000000000.00', 'CNY', 'money.too-large'],
    ['9999999999.99+1', 'CNY', 'money.too-large'],
    ['1234567890123', 'JPY', 'money.too-large'],
    ['99999999999', 'CNY', 'money.too-large'],
    ['999999*99999', 'CNY', 'money.too-large'],
  ])('“%s” in %s: %s', (text, currency, code) => expect(refusal(text, currency)).toBe(code))
})

test('what is written is read back, in every currency', () => {
  const amounts = fc.integer({ min: 0, max: 999_999_999_999 })
  fc.assert(
    fc.property(amounts, fc.constantFrom('CNY', 'JPY', 'KWD', 'USD'), (minor, currency) => {
      const written = decimal(minor, currency)
      expect(parseMoney(written, currency)).toBe(minor)
      expect(minorOf(written)).toBe(minor)
      expect(minorOf(decimal(-minor, currency)) + 0).toBe(-minor + 0)
    }),
  )
})

test('a sum is exact however many terms it has', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 20 }), (terms) => {
      const typed = terms.map((term) => decimal(term, 'CNY')).join('+')
      expect(parseMoney(typed, 'CNY')).toBe(terms.reduce((sum, term) => sum + term, 0))
    }),
  )
})

test('halves are rounded away from nought', () => {
  expect([0.5, 1.5, 2.4, -0.5, -1.5, -0.2].map(roundHalfAway)).toEqual([1, 2, 2, -1, -2, 0])
})
