import { expect, test } from 'vitest'
import { copied, openShop, type Shop } from '../shop.ts'

/** Small promises of the command line that no other file here holds: how people, days and lines are named. */
const shopOfTwelve = copied(async (): Promise<Shop> => {
  const shop = await openShop()
  await shop.json('add 王小明 --phone 13800138000 --code 007')
  await shop.json('add 王芳 --phone 13912348000 --code 12')
  for (let id = 3; id <= 12; id++) await shop.json(`add Guest${id}`)
  await shop.json('buy @007 100 茶 -u')
  return shop
})

test('digits are an id only as an id is written: 007 is the card, 12 may be either', async () => {
  const shop = await shopOfTwelve()
  expect((await shop.json('show 007')).id).toBe(1)
  expect((await shop.json('show 7')).id).toBe(7)
  const both = await shop.regulars('show 12 --json')
  expect(both.exit).toBe(1)
  expect(JSON.parse(both.err).error).toMatchObject({ code: 'customer.ambiguous' })
  expect(both.err).toContain('id:12')
  expect((await shop.json('show id:12')).id).toBe(12)
  expect((await shop.json('show code:12')).id).toBe(2)
})

test('a contact where money is meant is refused as one', async () => {
  const shop = await shopOfTwelve()
  for (const line of ['refund c1', 'fix c1 5']) {
    const { exit, err } = await shop.regulars(`${line} --json`)
    expect(exit, line).toBe(1)
    expect(JSON.parse(err).error, line).toMatchObject({ code: 'contact.no-amount', facts: { id: 1 } })
  }
})

test('who makes an entry cannot be nobody', async () => {
  const shop = await shopOfTwelve()
  for (const words of [
    ['buy', '007', '5', '--as', ''],
    ['buy', '007', '5', '--as', ' '],
  ]) {
    const { exit, err } = await shop.regulars(words)
    expect(exit).toBe(2)
    expect(err).toContain('--as')
  }
  expect((await shop.json('buy 007 5', { env: { REGULARS_USER: '' } })).by).toBe('owner')
})

test('facts of an error are those of its sentence: no minor units, nothing else of the customer', async () => {
  const shop = await shopOfTwelve()
  await shop.json('edit 007 --credit-limit 500')
  const { err } = await shop.regulars('buy 007 10 --redeem 5 --json')
  expect(JSON.parse(err).error.facts).toEqual({ id: 1, name: '王小明', points: 0, asked: 5 })
})

test('what stands so already is no change', async () => {
  const shop = await shopOfTwelve()
  for (const line of ['snooze 007 3d', 'pin 007 A --reason friend', 'snooze 007 off', 'unarchive 007', 'tag 007 +a']) {
    const first = await shop.json(line)
    expect(first.change, line).toEqual(line.startsWith('unarchive') ? null : expect.any(Number))
    expect((await shop.json(line)).change, `${line}, again`).toBeNull()
  }
})

test('with --mask amounts stay as they are', async () => {
  const shop = await shopOfTwelve()
  const shown = await shop.regulars('show 007 --mask')
  expect(shown.out).toContain('*小明')
  expect(shown.out.match(/¥100\.00/g)?.length).toBeGreaterThan(2)
  expect(shown.out).not.toMatch(/¥\d*\*/)
})

test('a file from a pipe says itself what it is: import -', async () => {
  const shop = await openShop()
  const said = await shop.json('import -', { stdin: 'name,phone\nAnna,13800138000\n' })
  expect(said).toMatchObject({ created: 1, file: '-' })
  expect((await shop.json('list')).map(({ name }: { name: string }) => name)).toEqual(['Anna'])
})

test('a flag without its value, an empty word too many: said with the quotes around it', async () => {
  const shop = await shopOfTwelve()
  const { exit, err } = await shop.regulars(['edit', '007', '--do-not-contact', ''])
  expect(exit).toBe(2)
  expect(err).toContain('“”')
})

test('who was spoken to just now stands in the plan, and in a look ahead, from the day due lists them', async () => {
  const shop = await shopOfTwelve()
  for (let id = 3; id <= 12; id++) await shop.json(`archive id:${id}`)
  await shop.json('buy 王芳 50 --on yesterday')
  await shop.json('done 王芳 --about cadence -c wechat')
  const isDue = async (day: string) =>
    (await shop.json(`due --today ${day}`)).rows.some(({ customerId }: { customerId: number }) => customerId === 2)
  expect([await isDue('2026-11-21'), await isDue('2026-11-23'), await isDue('2026-11-24')]).toEqual([
    false,
    false,
    true,
  ])
  const { days } = await shop.json('plan')
  const on = days.find(({ rows }: { rows: { customerId: number }[] }) =>
    rows.some(({ customerId }) => customerId === 2),
  )?.on
  expect(on).toBe('2026-11-24')
  const { out } = await shop.regulars('due --days 3')
  expect(out.split('王芳')[1]).toContain('from 11-24: ')
  await shop.json('snooze 王芳 2026-11-26')
  const later = (await shop.json('plan')).days.find(({ rows }: { rows: unknown[] }) =>
    JSON.stringify(rows).includes('王芳'),
  )
  expect(later.on).toBe('2026-11-26')
})

test('--columns of one thing leaves one thing, of a list a list', async () => {
  const shop = await shopOfTwelve()
  expect(await shop.json('show 007 --columns id,code')).toEqual({ id: 1, code: '007' })
  expect(await shop.json('show 007 7 --columns id')).toEqual([{ id: 1 }, { id: 7 }])
  expect(await shop.json('list --columns id')).toHaveLength(12)
  expect(await shop.json('due --columns customerId')).toEqual(expect.any(Array))
})

test('what has no columns is not written as a table for programs, and nothing is done', async () => {
  const shop = await shopOfTwelve()
  for (const line of ['why 007', 'snooze 007 3d', 'arrived 茶'])
    for (const format of ['csv', 'tsv', 'md']) {
      const { exit, out, err } = await shop.regulars(`${line} --format ${format}`)
      if (exit === 0) expect(out.trim(), line).not.toBe('')
      else expect({ exit, named: err.includes('json') }, line).toEqual({ exit: 2, named: true })
    }
  expect((await shop.json('why 007')).customer.id).toBe(1)
})

test('what is blank is refused where it would mean nothing, or everybody', async () => {
  const shop = await shopOfTwelve()
  for (const words of [
    ['complaint', 'open', '007', ' '],
    ['coupon', 'give', '', '--value', '5', '--to', '007'],
    ['handover', 'li', ''],
    ['find', ''],
    ['list', '--tag', ''],
    ['list', '--bought', ' '],
    ['due', '--keeper', ''],
    ['message', 'greeting', '--tag', '', '--log'],
    ['coupon', 'give', 'X', '--value', '5', '--to', ''],
  ]) {
    const { exit, err } = await shop.regulars(words)
    expect([words, exit], err).toEqual([words, 2])
  }
  expect((await shop.json(['edit', '007', '--keeper', ''])).keeper).toBeNull()
})

test('amounts of nothing and days that are over are refused in words', async () => {
  const shop = await shopOfTwelve()
  const code = async (line: string) => {
    const { exit, err } = await shop.regulars(`${line} --json`)
    return [exit, exit === 0 ? null : JSON.parse(err).error.code]
  }
  expect(await code('coupon give X --value 0 --to 007')).toEqual([2, 'money.zero'])
  expect(await code('coupon give X --value 5 --until yesterday --to 007')).toEqual([2, 'day.past'])
  expect(await code('want 007 tea --until yesterday')).toEqual([2, 'day.past'])
  expect(await code('pass sell 007 5 100 --until yesterday')).toEqual([2, 'pass.over-when-sold'])
  expect(await code('merge 007')).toEqual([2, 'merge.kept'])
  expect(await code('due --all --limit 3')).toEqual([2, 'usage.conflict'])
  expect(await code('coupon give X --value 5 --min 0 --to 007')).toEqual([0, null])
  expect((await shop.json('coupon list'))[0]).toMatchObject({ code: 'X', min: null })
})

test('a visit of a pass and a sample are purchases on the card of a customer, no top-ups', async () => {
  const shop = await shopOfTwelve()
  await shop.json('pass sell 007 5 100 haircut')
  await shop.json('pass use 007')
  await shop.json('pay @12 30')
  expect((await shop.regulars('show 007')).out).not.toContain('top-up')
  expect((await shop.regulars('show @12')).out).toContain('top-up')
})

test('a report that is none lists those there are', async () => {
  const shop = await shopOfTwelve()
  expect((await shop.regulars('report zz')).err).toContain('report pareto')
  expect((await shop.regulars('report sumary')).err).toContain('Did you mean regulars report summary?')
})
