import { expect, test } from 'vitest'
import { vocabulary } from '../../src/ledger/vocabulary.ts'
import { wordsOf } from '../../src/program/parse.ts'
import { widthOf } from '../../src/terminal/width.ts'
import { openShop, split } from '../shop.ts'

const topics = ['tiers', 'due', 'import', 'formats', 'money', 'days', 'styles', 'flags']
const languages = ['en', 'zh'] as const

test.each(topics)(
  'help %s answers in both languages, within the terminal, and its lines can be typed',
  async (topic) => {
    const shop = await openShop()
    const said = new Set<string>()
    for (const lang of languages)
      for (const columns of [60, 80, 120]) {
        const { exit, out, err } = await shop.regulars(['help', topic, '--lang', lang], { columns })
        expect({ exit, err }).toEqual({ exit: 0, err: '' })
        const lines = out.split('\n')
        // Examples of the command of the same name stand whole, to be copied.
        expect(lines.filter((line) => widthOf(line) > columns && !line.startsWith('  regulars '))).toEqual([])
        expect(lines.filter((line) => line.trim() !== '').length).toBeGreaterThan(4)
        said.add(out)
        if (columns < 120) continue
        const own = lines.filter((line) => !line.startsWith('  regulars ')).join('\n')
        for (const [line] of own.matchAll(/regulars [a-z][a-z -]*/g))
          expect(() => wordsOf(split(line).slice(1)), line).not.toThrow()
      }
    expect(said.size).toBeGreaterThan(2)
  },
)

test('help due names every reason a customer can be due for, as --reason takes it', async () => {
  const shop = await openShop()
  for (const lang of languages) {
    const { out } = await shop.regulars(['help', 'due', '--lang', lang])
    const [flags = '', topic = ''] = out
      .replace(/\s+/g, lang === 'en' ? ' ' : '')
      .split(lang === 'en' ? 'How the daily list is made.' : '每天的名单怎么来的。')
    const reasons = Object.entries(vocabulary.reason).filter(([reason]) => reason !== 'festival')
    for (const text of [flags, topic])
      expect(reasons.filter(([reason, [chinese = '']]) => !text.includes(lang === 'en' ? reason : chinese))).toEqual([])
  }
})

test('what help money and help days show as typed is taken', async () => {
  const shop = await openShop()
  await shop.json('add Wang')
  for (const [amount, taken] of [
    ['128', '128.00'],
    ['88.5', '88.50'],
    ['¥88.50', '88.50'],
    ['1,288.00', '1288.00'],
    ['128元', '128.00'],
    ['128+60-8', '180.00'],
  ]) {
    expect((await shop.regulars('help money')).out).toContain(amount)
    expect((await shop.json(['buy', 'Wang', String(amount), '--dry-run'])).amount).toBe(taken)
  }
  expect((await shop.json('pay Wang 500 --bonus 50')).balance).toBe('-550.00')
  expect((await shop.json('buy Wang 88 --method credit')).amount).toBe('88.00')
  expect((await shop.json('buy Wang 88 --method 余额')).amount).toBe('88.00')
  expect((await shop.json('pay Wang 100 --out')).amount).toBe('100.00')
  for (const day of ['2026-11-20', '2026/11/20', '20261120', '11-20', 'yesterday', '-3d', '3d ago', '前天', '3天前'])
    expect((await shop.regulars(['buy', 'Wang', '5', '--on', day, '--dry-run'])).exit, day).toBe(0)
})
