import { beforeEach, expect, test } from 'vitest'
import { copied, openShop, type Shop } from '../shop.ts'

// What an owner meets who goes through the commands one after another, in either language.

let shop: Shop
const zh = { env: { REGULARS_LANG: 'zh' } }

const tried = copied(async () => {
  const shop = await openShop()
  await shop.regulars('policy set points.earnPer 1')
  for (const name of ['王小明', '李秀兰', '赵国庆']) await shop.regulars(`add ${name}`)
  await shop.regulars('buy 1 100 龙井 -d 2026-11-10') // 1
  await shop.regulars('buy 1 50 花茶 -d 2026-11-12 -u') // 2
  await shop.regulars('buy 2 300 龙井 -d 2026-11-13') // 3
  await shop.regulars('buy 2 20 茶杯 -d 2026-11-14') // 4
  await shop.regulars('refund 1 40 -d 2026-11-15') // 5
  await shop.regulars('refund 2 50 -d 2026-11-16') // 6
  return shop
})

beforeEach(async () => {
  shop = await tried()
})

test('a refund over the counter stands on the statement, though it moves no balance', async () => {
  const { out } = await shop.regulars('statement 1', zh)
  expect(out).toMatch(/11-15 +5 +退款 龙井，当面退 ¥40\.00 +欠 ¥50\.00/)
  expect(out).toMatch(/11-16 +6 +退款 花茶 +¥50\.00 +两清/)
  expect((await shop.regulars('statement 1')).out).toContain('refund 龙井, ¥40.00 handed back')
  expect((await shop.json('statement 1')).entries.map((one: { handedBack: string }) => one.handedBack)).toEqual([
    '0.00',
    '0.00',
    '40.00',
    '0.00',
  ])
})

test('what came back is less in columns that people read, and has its kind in words', async () => {
  const columns = 'purchases 1 --columns id,kind,amount'
  expect((await shop.regulars(columns, zh)).out).toMatch(/^ 5 +退款 +-¥40\.00$/m)
  expect((await shop.regulars(`${columns} --format md`)).out).toContain('| 5 | refund | -¥40.00 |')
  // Programs read what JSON has.
  expect((await shop.regulars(`${columns} --format csv --no-header`)).out).toContain('5,refund,40.00\n')
  const columned = await shop.regulars('list --columns name,stage,kind,archived -l 1', zh)
  expect(columned.out).toMatch(/新客 +个人\s/)
})

test('points that a refund takes were not earned', async () => {
  expect((await shop.regulars('points show 1', zh)).out).toMatch(/-40 +收回 单 1$/m)
  expect((await shop.regulars('points show 1')).out).toMatch(/-40 +taken back no\. 1$/m)
})

test('ending a snooze that is none is no change', async () => {
  expect((await shop.json('snooze 1 3d')).change).toBeGreaterThan(0)
  expect((await shop.regulars('snooze 1 off')).out).toContain('#1: no longer put off\n')
  expect((await shop.regulars('snooze 1 off')).out).toBe('王小明 #1 was not put off\n')
  expect((await shop.regulars('snooze 1 off', zh)).out).toBe('王小明 #1 没有推迟着\n')
  expect(await shop.json('snooze 1 off')).toEqual({ customerId: 1, snoozedUntil: null, passes: [], change: null })
})

test('messages have Chinese names in Chinese, and each of them can be typed', async () => {
  const listed = (await shop.regulars('message', zh)).out.split('\n').filter((line) => /^\S/.test(line))
  expect(listed.join(' ')).not.toMatch(/[a-z]/)
  expect(listed).toContain('该补货了')
  for (const name of listed)
    expect((await shop.regulars(['message', name, '--to', '1'], zh)).err, name).not.toContain('没有“')
  expect((await shop.regulars('message 没有的', zh)).err).toContain('有这些：生日、想要的到了、')
})

test('a festival by its word, and a hint only where days help', async () => {
  const far = await shop.regulars('message mid-autumn --to 1', zh)
  expect(far.err).toBe(
    'regulars: “中秋”在 2027-09-15：前 7 天到后 3 天才发问候。\n  现在有什么可发：regulars message\n',
  )
  const near = (await shop.regulars('message mid-autumn --to 1 --today 2027-09-01')).err
  expect(near).toContain('“Mid-Autumn” is on 2027-09-15')
  expect(near).toContain('To begin today: regulars policy set festival.days 14\n')
})

test('only so many of a long report, and how many more there are', async () => {
  const items = await shop.regulars('report items -l 1')
  expect(items.out).toMatch(/^Sold up to 2026-11-21: 2 things\n.*\n {2}龙井 .*\n {2}and 1 more\n/)
  expect(await shop.json('report items -l 1')).toHaveLength(1)
  const pareto = await shop.regulars('report pareto -l 1', zh)
  expect(pareto.out).toMatch(/ {2}#2 +李秀兰 .*\n {2}另有 1 行\n/)
  const { customers, rows } = await shop.json('report pareto -l 1')
  expect([customers, rows.length]).toEqual([2, 1])
})

test('what cannot be read says how it is typed; a contact has no amount', async () => {
  for (const [line, command] of [
    ['plan --capacity 0', 'plan'],
    ['pay 1 0', 'pay'],
    ['due --limit 0', 'due'],
  ] as const) {
    const { exit, err } = await shop.regulars(line, zh)
    expect([exit, err.split('\n')[1]], line).toEqual([2, `  怎么写：regulars help ${command}`])
  }
  expect((await shop.regulars('fix c31 9')).err).toBe(
    'regulars: fix: c31 is a contact, no amount stands in it.\n' +
      '  A wrong contact: regulars void c31   numbers of purchases: regulars purchases\n',
  )
})

test('the first few of a list are the list cut short, read without the rest', async () => {
  for (const line of ['add 周梅', 'add 孙强', 'archive 周梅', 'forget 王小明 --yes', 'edit 孙强 --tag 老茶客'])
    expect((await shop.regulars(line)).exit, line).toBe(0)
  for (const flags of ['', ' --archived', ' --tag 老茶客', ' --tier C', ' --sort id', ' --sort -id', ' --sort name']) {
    const all = await shop.json(`list${flags}`)
    for (const limit of [1, 2]) expect(await shop.json(`list${flags} -l ${limit}`), flags).toEqual(all.slice(0, limit))
  }
})

test('a hint names what can still be done', async () => {
  const last = async (line: string) => (await shop.regulars(line, zh)).said.trimEnd().split('\n').at(-1)
  // Neither what was taken back nor the taking back of it can be taken back.
  await shop.regulars('undo --yes')
  expect(await last('log')).toBe('撤销哪一个：regulars undo 9')
  expect((await shop.regulars('undo 9 --yes')).exit).toBe(0)
  expect(await last('log')).toBe('撤销哪一个：regulars undo 8')
  // A visit of a pass is not refunded, nor is what was given back whole.
  expect(await last('purchases')).toBe('退这笔：regulars refund 4')
  await shop.regulars('pass sell 3 10 680 瑜伽')
  await shop.regulars('pass use 3')
  const sold = (await shop.json('pass list'))[0].id
  expect(await last('purchases')).toBe(`退这笔：regulars refund ${sold}`)
  expect((await shop.regulars(`refund ${sold} 68`)).exit).toBe(0)
  expect((await shop.regulars('list -l 2', zh)).out).toContain('\n列了前 2 位，后面可能还有。\n')
  expect((await shop.regulars('list', zh)).out).toContain('\n3 位。\n')
  expect(await last('list')).toBe('看一位：regulars show 1')
})

test('what has come in is to be told, and only to who was not told', async () => {
  const hint = async (line: string) => (await shop.regulars(line)).said.trimEnd().split('\n').at(-1)
  for (const line of ['want 1 白牡丹', 'want 2 白牡丹', 'arrived 白牡丹', 'done 1 --about wanted'])
    expect((await shop.regulars(line)).exit, line).toBe(0)
  for (const line of ['wants', 'wants --all'])
    expect(await hint(line)).toContain('Told: regulars done 2 --about wanted')
  await shop.regulars('want 3 寿眉')
  expect(await hint('wants --all')).toContain('Come in: regulars arrived "寿眉"')
})

test('who is there already is shown, and digits that nobody has are added as a phone', async () => {
  await shop.regulars('edit 1 --phone 13800138001')
  const { err } = await shop.regulars('add 王小明 --phone 13800138001', zh)
  expect(err).toContain('就是这位：regulars show 1   一家人共用：regulars add 王小明 --phone 13800138001 --same-phone')
  expect((await shop.regulars('show 13800138099', zh)).err).toContain('regulars add 王小明 --phone 13800138099')
  expect((await shop.regulars('handover 小张 小李', zh)).err).toContain('--keeper 小张')
})

test('a campaign has one name on every screen, and a wish past its day is in the past', async () => {
  await shop.regulars('edit 1 --birthday 1985-11-19 --phone 13800138001')
  expect((await shop.regulars('birthdays')).out).toMatch(/2 days ago +turned 41/)
  await shop.regulars('done 1 --campaign new-arrival')
  expect((await shop.regulars('contacts', zh)).out).toContain('主题 新品')
  expect((await shop.regulars('show 1', zh)).out).toContain('主题 新品')
  expect((await shop.regulars('contacts')).out).not.toContain('new-arrival')
})

test('a card of an old roster has a Chinese name, and nothing is said of a price of nothing', async () => {
  const roster = 'name,tier\n孙强,金卡\n'
  await shop.regulars('import customers -', { stdin: roster })
  expect((await shop.regulars('show 孙强', zh)).out).toContain('会员卡 金卡')
  await shop.regulars('buy 孙强 0 试饮')
  expect((await shop.regulars('show 孙强', zh)).out).toMatch(/上次 11-21 试饮；/)
})

test('a shop without a name says so', async () => {
  shop = await openShop('init')
  const { said: out } = await shop.regulars('policy show shop.name', zh)
  expect(out).toContain('shop.name  没有  店名')
  expect(out).toContain('regulars policy set shop.name 茶铺 ')
  expect((await shop.regulars('policy show shop', zh)).out).not.toContain("''")
  await shop.regulars('policy set shop.name 茶铺')
  expect((await shop.regulars('policy show shop.name', zh)).out).toContain('（默认 没有）')
})

test('large counts have separators in either language', async () => {
  const roster = `name\n${Array.from({ length: 1200 }, (_, at) => `N${at}`).join('\n')}`
  expect((await shop.regulars('import customers - --lang en', { stdin: roster })).out).toContain('new 1,200')
  expect((await shop.regulars('import customers - --lang zh', { stdin: roster })).out).toContain('不变 1,200')
})
