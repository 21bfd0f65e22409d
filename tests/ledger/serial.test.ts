import { expect, test } from 'vitest'
import { daySerial, serial } from '../../src/ledger/day.ts'

test('every day from 1800 to 2400 has the number Date gives it, and back', () => {
  const wrong: string[] = []
  for (let number = -62_091; number < 157_055; number++) {
    const day = new Date(number * 86_400_000).toISOString().slice(0, 10)
    if (serial(day) !== number || daySerial(number) !== day) wrong.push(day)
  }
  expect(wrong).toEqual([])
})
