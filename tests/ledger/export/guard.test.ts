import fc from 'fast-check'
import { expect, test } from 'vitest'
import { guard, guardEach } from '../../../src/ledger/export/formula-guard.ts'
import { textIn } from '../../../src/ledger/import/row/cells.ts'
import { tagsIn } from '../../../src/ledger/import/row/word-cells.ts'

test.each([
  ['=cmd', "'=cmd"],
  ['+86', "'+86"],
  ['-x', "'-x"],
  ['@sum', "'@sum"],
  ['\tx', "'\tx"],
  ["'quoted", "''quoted"],
  ['a=b', 'a=b'],
  ['王小明', '王小明'],
  ['', ''],
])('a spreadsheet finds no formula in %j', (text, cell) => expect(guard(text)).toBe(cell))

// Texts as the ledger keeps them: without blanks at the ends, and not what a roster writes for nothing.
const nothing = new Set(['无', '無', '暂无', '暫無', '没有', '沒有', '—', '——', '/', 'n/a', 'null', '#n/a'])
const kept = fc
  .array(fc.constantFrom('=', '+', '-', '@', "'", '\t', 'a', '王', ' ', '"', '😀'), { maxLength: 6 })
  .map((characters) => characters.join('').trim())
  .filter((text) => text !== '' && !nothing.has(text.toLowerCase()))

test('an import takes off what the export put in front', () => {
  fc.assert(fc.property(kept, (text) => void expect(textIn(guard(text))).toBe(text)))
})

test('tags go round, whichever of them look like a formula', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(kept, { minLength: 1, maxLength: 4 }),
      (tags) => void expect(tagsIn(textIn(guardEach(tags)))).toEqual(tags),
    ),
  )
})
