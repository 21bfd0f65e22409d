import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nthSmallest } from '../../src/ledger/quantile.ts'

test('the value at a place is that of the numbers in order, asked of one place after another', () => {
  const amounts = fc.array(fc.nat(20), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(amounts, fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), (numbers, wanted) => {
      const sorted = Float64Array.from(numbers).sort()
      const values = Float64Array.from(numbers)
      for (const one of wanted) {
        const place = one % numbers.length
        expect(nthSmallest(values, place)).toBe(sorted[place])
      }
      expect(values.sort()).toEqual(sorted)
    }),
  )
})
