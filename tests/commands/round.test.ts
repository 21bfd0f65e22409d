import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/** Four customers, all due. */
async function teahouse(init: string | true = true): Promise<Shop> {
  const shop = await openShop(init)
  for (const line of [
    'add 王小明 --phone 13800138000 --called 小明 --birthday 11-23 --style amiable --joined 2026-01-01 --set 茶=绿茶',
    'add 李秀兰 --phone 13981234567 --joined 2026-01-01',
    'add "Robert Smith" --wechat bob --joined 2026-01-01',
    'add 陈静 --joined 2026-01-01',
    'buy 王小明 128 竹叶青 --unpaid --on 2026-10-02',
    'note 王小明 女儿今年高考',
  ])
    await shop.json(line)
  return shop
}

const contacts = async (shop: Shop) =>
  (await shop.json('contacts')).map((one: { customerId: number; outcome: string }) => [one.customerId, one.outcome])

test('a card says what is to be done first, then what to chat about; a key records what came of it', async () => {
  const shop = await teahouse()
  const ran = await shop.regulars('round', { keys: 'rsnq', columns: 80, env: { NO_COLOR: '1' } })
  expect(ran.exit).toBe(0)
  expect(ran.out.split('\n\n')[0]?.trim().split('\n')).toMatchInlineSnapshot(`
    [
      "1/4  #1 王小明 (小明)  138 0013 8000  C  call",
      "To do    birthday Mon 11-23 (in 2 days); debt: 50 days",
      "         time for a word (20 days late)",
      "Before   bought 10-02 竹叶青 ¥128.00; never contacted",
      "Chat     茶 绿茶",
      "Notes    2026-11-21 女儿今年高考",
      "Speak    amiable: no pressure, patience, a guarantee, what others say of it",
      "Account  owes ¥128.00, oldest 10-02 (50 days)",
    ]
  `)
  expect(await contacts(shop)).toEqual([
    [3, 'no-answer'],
    [2, 'sent'],
    [1, 'reached'],
  ])
  expect(ran.out).toContain('This round: 3 contacts; 1 left.\nTo go on where you were: regulars round\n')
})

test('the same in Chinese, at 60 columns, no line wider than the terminal', async () => {
  const shop = await teahouse('init --lang zh')
  const ran = await shop.regulars('round', { keys: 'ｒq', columns: 60, env: { NO_COLOR: '1' } })
  expect(ran.out).toContain('正事')
  expect(ran.out).toMatch(/这一轮：联系 1 次；还剩 3 位。\n接着来：regulars round\n/)
  expect(await contacts(shop)).toEqual([[1, 'reached']])
  const { widthOf } = await import('../../src/terminal/width.ts')
  for (const line of ran.out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(60)
  expect(ran.err).toContain('r 联系上了')
})

test('every key is saved at once: Ctrl-C ends it with 130 and loses nothing, it goes on where it stood', async () => {
  const shop = await teahouse()
  const first = await shop.regulars('round', { keys: 'r \u0003', columns: 80, env: { NO_COLOR: '1' } })
  expect(first.exit).toBe(130)
  expect(first.out).toContain('This round: 1 contact; 3 left.')
  // The one passed over stays before it, and back leads there.
  const again = await shop.regulars('round', { keys: 'pq', columns: 80, env: { NO_COLOR: '1' } })
  expect(again.out).toMatch(/2\/3 {2}#3 Robert Smith[\s\S]*1\/3 {2}#2 李秀兰/)
  const other = await shop.regulars('round --as li', { keys: 'q', columns: 80, env: { NO_COLOR: '1' } })
  expect(other.out).toContain('1/3  #2')
  expect(await contacts(shop)).toEqual([[1, 'reached']])
})

test('snooze, note, next day and buy ask for a line, Chinese too, and what cannot be read is asked again', async () => {
  const shop = await teahouse()
  const ran = await shop.regulars('round', {
    keys: 't爱喝明前，淡一点（送人）\rb88+12 龙井\rbabc\rb\rd下周三\r送新茶样\rz\rz昨天\riq',
    columns: 80,
    env: { NO_COLOR: '1' },
  })
  expect(ran.err).toContain('Not an amount')
  expect((await shop.json('show 1')).notes).toContain('2026-11-21 爱喝明前，淡一点（送人）')
  expect((await shop.json('purchases 1'))[0]).toMatchObject({ amount: '100.00', item: '龙井' })
  expect((await shop.json('contacts 1'))[0]).toMatchObject({
    outcome: 'reached',
    nextOn: '2026-11-25',
    note: '送新茶样',
  })
  expect(await contacts(shop)).toEqual([
    [3, 'interested'],
    [1, 'reached'],
  ])
  expect(ran.out).toContain('This round: 2 contacts, 1 put off, 1 note, 1 purchase; 1 left.')
})

test('a message about what they are due for stands ready to copy, for whoever may have one', async () => {
  const shop = await teahouse()
  await shop.json('edit 王小明 --birthday "" --consent sms')
  const { out } = await shop.regulars('round', { keys: ' q', columns: 80, env: { NO_COLOR: '1' } })
  expect(out).toContain('To copy:\nDear 小明, on your account ¥128.00 is open, since')
  expect(out.match(/To copy:/g)).toHaveLength(1)
})

test('u takes the last key back and goes to that card', async () => {
  const shop = await teahouse()
  const ran = await shop.regulars('round', { keys: 'urruq', columns: 80, env: { NO_COLOR: '1' } })
  expect(ran.err).toContain('Nothing was done in this round yet.')
  expect(await contacts(shop)).toEqual([[1, 'reached']])
  expect(ran.out).toContain('This round: 1 contact; 3 left.')
})

test('when all are done it says so; filters are those of due; without a terminal due is named', async () => {
  const shop = await teahouse()
  const ran = await shop.regulars('round --reason birthday', { keys: 'r', columns: 80, env: { NO_COLOR: '1' } })
  expect(ran.out).toContain('1/1')
  expect(ran.out).toContain('This round: 1 contact; 0 left.\nAll done for today. Tomorrow: regulars round\n')
  expect(await shop.regulars('round')).toEqual({
    exit: 2,
    out: '',
    err:
      'regulars: round goes from card to card by the keyboard: it needs a terminal.\n  The list without it: ' +
      'regulars due\n',
  })
  const none = await shop.regulars('round --reason birthday', { keys: '', columns: 80 })
  expect(none.out).toContain('This round: nothing; 0 left.')
  expect((await shop.regulars('round --dry-run', { keys: 'rq', columns: 80 })).exit).toBe(0)
  expect(await contacts(shop)).toEqual([[1, 'reached']])
})
