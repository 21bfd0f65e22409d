import { expect, test } from 'vitest'
import { itemParts } from '../../../src/ledger/standing/item-parts.ts'

test.each([
  ['龙井 250g、茶杯 x2', ['龙井', '茶杯']],
  ['茶杯x2', ['茶杯']],
  ['Longjing 100 g, Teapot', ['longjing', 'teapot']],
  ['1,000 g rice', ['rice']],
  ['竹叶青250克 2盒', ['竹叶青']],
  ['龙井（250g）', ['龙井']],
  ['龙井半斤', ['龙井']],
  ['奶茶 一杯', ['奶茶']],
  ['2x 7up', ['7up']],
  ['7UP 330ml', ['7up']],
  ['No. 5 x 3', ['no. 5']],
  ['Tea 7', ['tea 7']],
  ['三只松鼠', ['三只松鼠']],
  ['x-ray', ['x-ray']],
  ['A + B', ['a', 'b']],
  ['ＴＥＡ', ['tea']],
  ['tea, Tea', ['tea']],
  // Nothing but a quantity is what it is.
  ['250g', ['250g']],
  ['', []],
] as const)('the things in “%s”', (text, keys) => {
  expect(itemParts(text).map(({ key }) => key)).toEqual(keys)
})
