import { expect, test } from 'vitest'
import { cleanDeep } from '../../src/terminal/clean.ts'

test('what is harmless already is shown as it is: no copy is made of rows by the hundred thousand', () => {
  const report = { rows: [{ name: '王小明', tags: ['vip'], notes: 'two\nlines', spent: null }], total: 1 }
  expect(cleanDeep(report)).toBe(report)
})

test('only what holds something harmful is copied, and the value itself stays as it was', () => {
  const [good, bad] = [{ name: 'Wang' }, { name: 'Li\u001b[2J', facts: { 'a\u200e': 'x', a: 'y' } }]
  const report = { rows: [good, bad] }
  const shown = cleanDeep(report)
  expect(shown).toEqual({ rows: [{ name: 'Wang' }, { name: 'Li', facts: { a: 'x', 'a (2)': 'y' } }] })
  expect(shown.rows[0]).toBe(good)
  expect(bad.name).toBe('Li\u001b[2J')
})
