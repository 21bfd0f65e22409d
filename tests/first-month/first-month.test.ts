import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { addDays, daysBetween } from '../../src/ledger/day.ts'
import { openShop } from '../shop.ts'

/**
 * The first two months of a tea shop: on the evening of 2026-11-20 its roster, with balances and points, and a month of
 * sales are read in; then every morning what was sold the day before, and the list is looked at. The owner talks to the
 * first of it. Both texts are read line by line as an owner would; they are kept so that a change of what is said is
 * seen.
 */
const roster = new URL('roster.csv', import.meta.url)
const sales = new URL('sales.csv', import.meta.url)

const evening = '2026-11-20'
const mornings = Array.from({ length: 30 }, (_, at) => addDays('2026-11-21', at))

const [head = '', ...sold] = readFileSync(sales, 'utf8').trim().split('\n')
const soldIn = (from: string, to: string) => {
  const rows = sold.filter((row) => (row.split(',')[1] ?? '') >= from && (row.split(',')[1] ?? '') <= to)
  return rows.length === 0 ? null : `${[head, ...rows].join('\n')}\n`
}

/** What comes of talking to one on the list, one after another. */
const talks: readonly (readonly string[])[] = [
  ['-n', '说周末来'],
  ['-o', 'sent', '-c', 'wechat'],
  ['-o', 'no-answer'],
  ['-o', 'interested', '-n', '想看看盖碗'],
  ['-n', '都好，谢谢惦记'],
  ['--in', '-c', 'wechat', '-n', '新茶几时到？'],
  ['--next', '4d', '-n', '周末给准信'],
]

/** What else happens on a day. */
const happens: Readonly<Record<string, readonly (readonly string[])[]>> = {
  '2026-11-24': [['want', '高霞', '白牡丹']],
  '2026-11-26': [['want', '罗丹', '明前龙井', '--until', '2027-04-30']],
  '2026-11-28': [['snooze', '孙伟', '2026-12-08']],
  '2026-12-01': [['pay', '赵国庆', '200']],
  '2026-12-02': [['arrived', '白牡丹']],
  '2026-12-06': [['edit', '邓丽', '--no-consent', 'call']],
  '2026-12-09': [['done', '谢芳', '-o', 'declined']],
}

test('the first month of a tea shop', async () => {
  const shop = await openShop('init --name 茶铺 --lang zh')
  const run = async (words: readonly string[], day: string, stdin = '') => {
    const ran = await shop.regulars([...words, '--today', day], { stdin })
    if (ran.exit !== 0) throw new Error(`${words.join(' ')}: ${ran.err}${ran.out}`)
    return ran.out
  }
  await run(['import', 'customers', '-', '--yes'], evening, readFileSync(roster, 'utf8'))
  await run(['import', 'purchases', '-', '--yes'], evening, soldIn('2026-10-01', evening) ?? '')
  const told: Record<'zh' | 'en', string[]> = { zh: [], en: [] }
  let talked = 0
  for (const day of mornings) {
    const yesterday = soldIn(addDays(day, -1), addDays(day, -1))
    if (yesterday !== null && day !== mornings[0])
      await run(['import', 'purchases', '-', '--create-customers', '--yes'], day, yesterday)
    for (const lang of ['zh', 'en'] as const)
      told[lang].push(`$ regulars due   (${daysBetween(evening, day)})`, await run(['due', '--lang', lang], day))
    const { rows } = await shop.json(['due', '--today', day])
    for (const { customerId } of rows.slice(0, 3))
      await run(['done', `id:${customerId}`, ...(talks[talked++ % talks.length] ?? [])], day)
    for (const words of happens[day] ?? []) await run(words, day)
  }
  await expect(told.zh.join('\n')).toMatchFileSnapshot('mornings.zh.txt')
  await expect(told.en.join('\n')).toMatchFileSnapshot('mornings.en.txt')
}, 120_000)
