import fc from 'fast-check'
import { expect, test } from 'vitest'
import { en } from '../../src/locales/en.ts'
import { figures } from '../../src/terminal/figures.ts'
import { makeVoice } from '../../src/terminal/voice.ts'
import { hung, widthOf, wrap } from '../../src/terminal/width.ts'

const voice = (width: number | null) =>
  makeVoice({
    words: en,
    currency: 'CNY',
    region: 'CN',
    today: '2026-11-21',
    paint: null,
    quiet: false,
    blocks: true,
    width,
  })

const lines = [
  ['comes back', '60', 'of 137 = 43.8 %: 3 purchase days or more, not fading'],
  ['suggests', '0', ''],
] as const

test('what a figure is of stands beside it, wrapped under itself, and below it where there is no room', () => {
  expect(figures(lines, voice(null))).toEqual([
    '  comes back  60  of 137 = 43.8 %: 3 purchase days or more, not fading',
    '  suggests     0',
  ])
  expect(figures(lines, voice(60))).toEqual([
    '  comes back  60  of 137 = 43.8 %: 3 purchase days or more,',
    '                  not fading',
    '  suggests     0',
  ])
  expect(figures(lines, voice(40))).toEqual([
    '  comes back  60',
    '    of 137 = 43.8 %: 3 purchase days or',
    '    more, not fading',
    '  suggests     0',
  ])
})

test('a line never begins with a mark that ends what stands before it', () => {
  expect(hung('campaign (or 新品, 新到, 上新), and a purchase', 20)).toEqual([
    'campaign (or 新品,',
    '    新到, 上新), and',
    '    a purchase',
  ])
  const text = fc
    .array(fc.constantFrom('新', '到', 'tea', ' ', '5 %'), { maxLength: 40 })
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(',', '.', ')', '，', '。'),
      fc.integer({ min: 12, max: 40 }),
      (begun, mark, width) => {
        const said = `${begun}上新${mark} and more of it`
        // A word longer than the line stays in one piece.
        const room = Math.max(width, ...(said.match(/[!-~]+/g) ?? []).map((word) => word.length))
        for (const line of wrap(said, width)) {
          expect(line.trimStart().startsWith(mark)).toBe(false)
          expect(widthOf(line)).toBeLessThanOrEqual(room)
        }
      },
    ),
  )
})
