import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { masked, withoutMiddle, withoutSurname } from '../../src/terminal/mask.ts'
import { openShop, type Shop } from '../shop.ts'

test.each([
  ['王小明', '*小明'],
  ['欧阳娜娜', '*娜娜'],
  ['Wang Xiaoming', '* Xiaoming'],
  ['John Smith', 'John *'],
  ['Mr Zhang', 'Mr *'],
  ['Anna', 'A*'],
  ['*小明', '*小明'],
])('%s is shown as %s', (name, shown) => {
  expect(withoutSurname(name)).toBe(shown)
})

test.each([
  ['+8613800138000', '138****8000'],
  ['13800138000', '138****8000'],
  ['+442079460958', '+44****58'],
])('%s is shown as %s', (phone, shown) => {
  expect(withoutMiddle(phone)).toBe(shown)
})

test('what is no person and no phone stays as it is', () => {
  const value = { name: '茶铺', currency: 'CNY', rows: [{ amount: '13800138000.00', on: '2026-11-21', entryId: 12 }] }
  expect(masked(value)).toEqual(value)
})

async function peopledShop(): Promise<Shop> {
  const shop = await openShop()
  for (const line of [
    'add 欧阳雪莲 --phone 13800138001 --called 欧阳女士 --birthday 11-23 --code V1',
    'add 曹操德 --phone 13800138002 --kind firm --referred-by id:1 --note "曹操德 另有电话 13800138001"',
    'add "Ebenezer Scroogeworth" --phone +442079460958',
    'person add 2 荀彧文 --phone 13800138004 --role pays',
    'buy 1 100 tea --on 2026-10-01 -u',
    'buy 2 50 tea --on 2026-10-20',
    'buy 3 70 cake --on 2026-11-19',
    'done 1 -n "欧阳雪莲 说 13800138001 打不通" --next 2026-11-21',
    'want 1 龙井',
    'classify',
  ]) {
    const ran = await shop.regulars(line)
    expect(ran.exit, `${line}: ${ran.err}`).toBe(0)
  }
  return shop
}

const telling = /欧阳雪|欧阳女|曹操|Scroogeworth|荀彧|13800138|138 0013 8|2079460/

test('with --mask no screen, no JSON and no message has a surname or a phone', async () => {
  const shop = await peopledShop()
  const lines = [
    ...['due', 'due --short', 'list', 'find 雪莲', 'show 1', 'show 2', 'why 1', 'purchases', 'contacts', 'balances'],
    ...[
      'statement 1',
      'statement 1 --short',
      'birthdays',
      'referrals',
      'wants',
      'log',
      'person list 2',
      'arrived 龙井',
    ],
    ...['report rfm', 'report pareto', 'report quadrants', 'report losses', 'report referrals', 'report summary'],
    ...['buy 1 5', 'pay 1 1', 'undo --yes', 'edit 1 --phone 13800138009', 'doctor --data --duplicates', 'find 没有 '],
    ...[
      'message due',
      'message thanks --to 1',
      'message birthday --to 1 --format csv',
      'plan',
      'event list',
      'occasion list',
    ],
    ...['show 操', 'merge 2 --into 1 --dry-run', 'forget 1 --dry-run', 'handover li chen', 'buy 雪 5 --due 2026-12-01'],
  ]
  for (const line of lines)
    for (const format of ['', ' --json', ' --format md', ' --lang zh']) {
      const ran = await shop.regulars(`${line} --mask${format}`)
      expect(`${ran.out}${ran.err}`.match(telling), `${line}${format}\n${ran.out}${ran.err}`).toBeNull()
    }
  expect((await shop.regulars('due --short --mask')).out).toContain('*雪莲 138****8009')
  expect((await shop.regulars('due')).out).toContain('欧阳雪莲')
})

test('the page is masked too, and an export, which could be read in again, is not made', async () => {
  const shop = await peopledShop()
  const page = join(shop.folder, 'page.html')
  expect((await shop.regulars(['report', '--html', page, '--mask'])).exit).toBe(0)
  expect(readFileSync(page, 'utf8').match(telling)).toBeNull()
  expect(await shop.regulars('export customers --mask')).toMatchObject({ exit: 2, out: '' })
})
