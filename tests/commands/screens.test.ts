import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

test('help of a command shows its examples and one line for the flags of every command', async () => {
  const shop = await openShop(false)
  const { out } = await shop.regulars('help buy')
  expect(out).toContain('Flags every command has: regulars help flags')
  expect(out).not.toContain('--no-color')
  expect(out.split('\n').indexOf('Examples')).toBeLessThan(5)
  const flags = (await shop.regulars('help flags')).out
  for (const flag of ['--db', '--no-color', '--dry-run', '--mask'].slice(0, 3)) expect(flags).toContain(flag)
  for (const topic of ['styles', 'tiers', 'money', 'days']) {
    expect((await shop.regulars(`help ${topic}`)).out.split('\n').length).toBeGreaterThan(4)
    expect((await shop.regulars(`help ${topic} --lang zh`)).out).toMatch(/\p{Script=Han}/u)
  }
  for (const typed of ['-v', 'version', '--version']) expect((await shop.regulars(typed)).out).toBe('0.0.0-test\n')
})

test('help speaks the language of the ledger', async () => {
  const shop = await openShop('init --lang zh')
  expect((await shop.regulars('help due', { locale: 'C' })).out).toContain('今天该联系谁')
})

test('bare regulars at a terminal without a ledger is a welcome of a few lines', async () => {
  const shop = await openShop(false)
  const { out } = await shop.regulars([], { columns: 80 })
  expect(out).toContain('regulars demo')
  expect(out.split('\n').length).toBeLessThan(8)
  expect((await shop.regulars([])).out).toContain('regulars help COMMAND')
})

test('a customer typed for a command is offered to be shown', async () => {
  const shop = await openShop('init --lang zh')
  await shop.json('add 王伟 --phone 13931144024')
  for (const typed of ['王伟', '13931144024']) {
    const ran = await shop.regulars([typed])
    expect(ran.exit).toBe(2)
    expect(ran.err).toContain(`看这位客户：regulars show ${typed}`)
  }
  // The language settled beforehand, the ledger is looked into all the same.
  for (const [words, env] of [
    [['王伟', '--lang', 'zh'], {}],
    [['王伟'], { REGULARS_LANG: 'zh' }],
  ] as const)
    expect((await shop.regulars(words, { env: { ...env, REGULARS_DB: shop.db } })).err).toContain(
      '看这位客户：regulars show 王伟',
    )
  expect((await shop.regulars(['王伟'], { env: { REGULARS_DB: `${shop.folder}/none.db` } })).err).not.toContain('show')
  expect((await shop.regulars(['杨过'])).err).toContain('杨过')
  expect((await shop.regulars('shwo')).err).toContain('regulars show')
  expect((await shop.regulars('list foo')).err).toContain('regulars find foo')
})

test('a dry run says would, to people and to scripts', async () => {
  const shop = await openShop('init --lang en')
  expect((await shop.regulars('add Zed --dry-run')).out).toMatch(/^Would do: Added Zed #1/)
  expect((await shop.regulars('add Zed --dry-run --quiet')).out).toMatch(/^Would do: /)
  expect(await shop.json('add Zed --dry-run')).toMatchObject({ name: 'Zed', change: null, dryRun: true })
  expect((await shop.regulars('list --ids')).out).toBe('')
  await shop.json('add Ann')
  const undo = (await shop.regulars('undo --dry-run --yes')).out
  expect(undo).toContain('Would take back')
  expect(undo).not.toContain('Would do')
})

test('a flag given twice is refused, one that takes several means both, formats at odds are refused', async () => {
  const shop = await openShop('init --lang en')
  for (const line of ['add Ann', 'add Bob', 'add Cai', 'pin 1 A --reason x', 'pin 2 B --reason x'])
    await shop.json(line)
  expect((await shop.regulars('list --tier A --tier B --ids')).out).toBe('1\n2\n')
  expect(await shop.regulars('buy 1 10 --note a --note b')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('--note is given twice'),
  })
  expect(await shop.regulars('list --json --format csv')).toMatchObject({
    exit: 2,
    err: expect.stringContaining('--json and --format csv'),
  })
})

test('md is as people read it', async () => {
  const shop = await openShop('init --lang zh')
  await shop.json('add 王小明 --phone 13800138000 --tag 老茶客')
  await shop.json('buy 1 128 龙井')
  expect((await shop.regulars('list --format md')).out).toBe(
    [
      '| 号 | 姓名 | 电话 | 等级 | 熟客程度 | 上次来 | 次数 | 消费 | 标签 |'.replace(' 标签', ' 标签'),
      '| ---: | --- | --- | --- | --- | --- | ---: | ---: | --- |',
      '| 1 | 王小明 | 138 0013 8000 | C | 新客 | 2026-11-21 | 1 | ¥128.00 | 老茶客 |',
      '',
    ].join('\n'),
  )
})

test('md of purchases and balances has the words of the language for heads and kinds', async () => {
  const shop = await openShop('init --lang zh')
  await shop.json('add 王小明')
  await shop.json('buy 1 128 龙井 --unpaid')
  const heads = async (command: string) => (await shop.regulars(`${command} --format md`)).out.split('\n')
  const [head, , row] = await heads('purchases')
  expect(head).toBe('| 号 | 日期 | 类别 | 客户 | 物品 | 金额 | 已付 | 已退 |')
  expect(row).toContain('| 消费 |')
  for (const command of ['contacts', 'balances', 'due']) expect((await heads(command))[0]).not.toMatch(/[a-z]{3}/)
})

test('the log names why a number is missing', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann')
  await shop.json('edit 1 --name Ann')
  await shop.json('tag 1 vip')
  const { said: out } = await shop.regulars('log')
  const [newest] = await shop.json('log')
  if (newest.change > 3) expect(out).toContain('no change: nothing new came in')
  expect(out).toContain(`Take one back: regulars undo ${newest.change}`)
})

test('a tag may be typed with its sign or without', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann --tag +vip')
  expect((await shop.json('tag 1 tea')).tags).toEqual(['vip', 'tea'])
  expect((await shop.json(['note', '1', '“comes Wed”'])).notes).toContain('comes Wed')
})

test('birthdays that are past come first; the hint is a whole command', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann --birthday 11-23')
  await shop.json('add Bob --birthday 11-20')
  expect((await shop.json('birthdays')).map(({ name }: { name: string }) => name)).toEqual(['Bob', 'Ann'])
  expect((await shop.regulars('birthdays')).said).toContain('A month: regulars birthdays --days 30')
  expect((await shop.regulars('birthdays --days 30')).out).not.toContain('--days 30')
})

test.each([
  ['下周', '2026-11-23'],
  ['next week', '2026-11-23'],
  ['下个月', '2026-12-01'],
  ['1month', '2026-12-21'],
  ['两个月', '2027-01-21'],
])('snooze until %s', async (typed, until) => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann')
  expect((await shop.regulars(['snooze', '1', typed])).out).toContain(
    until === '2027-01-21' ? '2027-01-21' : until.slice(5),
  )
})

test.each([
  ['上个月', '2026-10-01', '2026-10-31'],
  ['last', '2026-10-01', '2026-10-31'],
  ['本月', '2026-11-01', '2026-11-21'],
])('--month %s', async (month, from, to) => {
  const shop = await openShop('init --lang en')
  expect(await shop.json(['report', 'summary', '--month', month])).toMatchObject({ from, to })
})
