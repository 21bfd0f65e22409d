import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { copied, openShop, type Shop } from '../shop.ts'

// What an owner meets who goes through the commands a second time, in either language.

let shop: Shop
const zh = { env: { REGULARS_LANG: 'zh' } }

const tried = copied(async () => {
  const shop = await openShop()
  for (const name of ['王小明', '李秀兰', '赵国庆']) await shop.regulars(`add ${name}`)
  await shop.regulars('buy 1 100 龙井 -u -d 2026-11-10') // 1
  await shop.regulars('pay 1 130 -d 2026-11-11') // 2: settles 1, credit 30
  await shop.regulars('buy 1 20 花茶 -u -d 2026-11-12') // 3: from the credit
  await shop.regulars('buy 2 90 红茶 -u -d 2026-11-13') // 4
  await shop.regulars('pay 2 60 -d 2026-11-14') // 5: 30 of 4 is open
  await shop.regulars('buy 3 50 茶杯 --paid 10 -d 2026-11-15') // 6
  await shop.regulars('buy 3 8 茶点 -u -d 2026-11-16') // 7
  return shop
})

beforeEach(async () => {
  shop = await tried()
})

test('purchases tell what is open today, not what was at the counter', async () => {
  const remarks = async (options = {}) =>
    (await shop.regulars('purchases', options)).out
      .split('\n')
      .slice(1, 6)
      .map((line) => line.replace(/^.*?¥[\d.]+ */, ''))
  expect(await remarks()).toEqual(['on account', 'on account ¥40.00', 'on account ¥30.00', 'settled', 'settled'])
  expect(await remarks(zh)).toEqual(['赊账', '赊 ¥40.00', '赊 ¥30.00', '已结清', '已结清'])
  // As of a day before it was paid it is open.
  expect((await shop.regulars('purchases 1 --today 2026-11-10')).out).toContain('¥100.00  on account')
})

test('the log names what a sale came to once a coupon had lowered it', async () => {
  await shop.regulars('coupon give SPRING --value 10 --to 王小明')
  await shop.regulars('buy 1 88 龙井 --coupon SPRING')
  expect((await shop.regulars('log -l 1')).out).toContain('purchase 王小明 ¥78.00 (entry 8)')
  expect((await shop.json('log -l 1'))[0].facts.amount).toBe('78.00')
})

test('days to come have nothing that could be listed', async () => {
  for (const line of [
    'purchases --from 2026-11-22',
    'purchases --on 明天',
    'contacts --from tomorrow',
    'log --from 2026-11-22',
  ]) {
    const ran = await shop.regulars(line)
    expect(ran.exit, line).toBe(2)
    expect(ran.err, line).toContain('2026-11-22 has not come yet (today is 2026-11-21)')
  }
  expect((await shop.regulars('purchases --from 明天', zh)).err).toContain('2026-11-22 还没到（今天 2026-11-21）')
  expect((await shop.regulars('log --to 2026-01-01', zh)).out).toBe('这些日子没有改动。\n')
  // A last day to come is all there is.
  expect(await shop.json('purchases --to 2026-12-31')).toHaveLength(5)
})

test('what was bought before an event it did not bring', async () => {
  await shop.regulars('event open 品茶会 2026-11-15')
  await shop.regulars('event came 品茶会 1 2 3 --on 2026-11-09')
  expect((await shop.json('event list'))[0]).toMatchObject({ came: 3, boughtWithin30: 1 })
  expect((await shop.json('report events'))[0]).toMatchObject({ amount: '58.00' })
})

test('a number nobody has is no name to add', async () => {
  const shown = await shop.regulars('show 99')
  expect(shown.exit).toBe(1)
  expect(shown.err).toBe('regulars: No customer “99”.\n  All customers: regulars list   Search: regulars help find\n')
  expect((await shop.regulars('find 99')).err).toBe('Nothing found for “99”.   All customers: regulars list\n')
  expect((await shop.regulars('find 13800138000', zh)).err).toContain('regulars add 王小明 --phone 13800138000')
  expect((await shop.regulars('find 孙悟空')).err).toContain('New: regulars add 孙悟空')
})

test('one is one, in English too', async () => {
  expect((await shop.regulars('list -l 1')).out).toContain('1 customer shown; there may be more.')
  expect((await shop.regulars('purchases -l 1')).out).toContain('the newest one shown')
  await shop.regulars('policy set points.earnPer 1')
  expect((await shop.regulars('buy 2 1')).out).toContain('+1 point (now 1)')
  expect((await shop.regulars('show 2')).out).toContain('1 point (¥0.01)')
  for (const day of ['2026-11-19', '2026-11-20']) await shop.regulars(`buy 2 5 -d ${day}`)
  expect((await shop.regulars('show 2')).out).toContain('comes every day')
})

test('hints lead to what helps', async () => {
  expect((await shop.regulars('due --today 2027-02-30')).err).toContain('How days can be typed: regulars help days')
  expect((await shop.regulars('due --today 2027-02-30', zh)).err).toContain('日子怎么写：regulars help days')
  expect((await shop.regulars('policy set due.capacity 很多')).err).toBe(
    'regulars: Not a whole number from 1 to 10000: “很多”.\n' +
      '  What it means, and is now: regulars policy show due.capacity\n',
  )
})

test('on account is no way to pay', async () => {
  const paid = await shop.regulars('pay 1 5 --method 赊', zh)
  expect(paid.exit).toBe(2)
  expect(paid.err).toContain('赊不是付款方式')
  expect((await shop.regulars('pay 1 5 --method 赊账')).err).toContain('赊账 is no way to pay')
  // Of a sale it says that nothing was paid; what it is no way of is not kept.
  expect(await shop.json('buy 3 5 --method 赊')).toMatchObject({ paid: '0.00', onAccount: '5.00', method: null })
  expect((await shop.regulars('buy 3 5 --method 赊 --paid 2')).exit).toBe(2)
})

test('a language asked for in vain is said, wherever it was asked', async () => {
  const ran = await shop.regulars('list', { env: { REGULARS_LANG: 'fr' } })
  expect(ran.exit).toBe(2)
  expect(ran.err).toBe('regulars: Not a language: “REGULARS_LANG=fr”.\n  One of: en, zh\n')
  expect((await shop.regulars('list', { env: { REGULARS_LANG: '' } })).exit).toBe(0)
})

test('a whole shop from a pipe is known like one in a file', async () => {
  const whole = (await shop.regulars('export all')).out
  const other = await openShop(false)
  expect((await other.json('import - --yes', { stdin: whole })).rows).toMatchObject({ customer: 3 })
  expect((await other.regulars('purchases')).out).toContain('5 purchases')
})

test('reports and lists of people take a limit', async () => {
  expect((await shop.regulars('balances -l 1')).out).toMatch(/#3 +赵国庆[^#]*\n {2}and 2 more\n/)
  expect(await shop.json('balances -l 1')).toHaveLength(1)
  expect((await shop.json('report rfm -l 2')).map((row: { name: string }) => row.name)).toHaveLength(2)
  const [year, lost] = ['--today 2027-11-21', 'report losses --from 2026-11-21']
  expect((await shop.regulars(`${lost} -l 1 ${year}`)).out).toContain('\n  and 2 more\n')
  expect((await shop.json(`${lost} -l 1 ${year}`)).lost).toHaveLength(1)
  await shop.regulars('survey 1 3')
  await shop.regulars('survey 2 4')
  expect((await shop.regulars('report satisfaction -l 1', zh)).out).toContain('\n  另有 1 行\n')
})

test('who bought before this ledger began is no new customer to a complaint', async () => {
  const roster = join(shop.folder, 'roster.csv')
  writeFileSync(roster, 'name,visits_before,last_purchase\n钱多多,12,2026-10-01\n')
  await shop.regulars(['import', 'customers', roster])
  await shop.regulars('complaint open 钱多多 茶叶受潮')
  await shop.regulars('complaint open 王小明 茶杯有裂')
  expect((await shop.regulars('complaint show 1')).out).toContain('here before? yes: before this ledger began')
  expect((await shop.regulars('complaint show 1', zh)).out).toContain('老客户：有这本账以前就买过')
  expect((await shop.regulars('complaint show 2')).out).toContain(
    'here before? yes: since 11-10, 2 purchases before it',
  )
})

test('no cell of a preview is broken on a narrow terminal', async () => {
  const roster = join(shop.folder, 'long.csv')
  writeFileSync(
    roster,
    'name,phone,birthday,card,balance,notes\n' +
      'Maximilian Featherstone,+44 20 7946 0000,1988-05-06,V0012,0,likes green tea but not too strong\n' +
      'Anna Becker,+49 30 901820,05-06,V0013,72.00,jasmine\n',
  )
  const { out, err } = await shop.regulars(['import', 'customers', roster], { columns: 60, keys: 'n\r' })
  const shown = `${out}${err}`
  expect(shown).toContain('0.00   likes green tea but…')
  expect(shown).toMatch(/Anna Becker +\+49 30 901820\n +05-06 +V0013 +72\.00 +jasmine/)
})

test('what to type next is for people: beside the data where it is piped, nowhere with --quiet', async () => {
  const next = /regulars [a-z]/
  const lines = [
    'list',
    'find 王',
    'purchases',
    'balances',
    'show 1',
    'statement 1',
    'log',
    'policy show due.capacity',
    'plan',
  ]
  const reports = ['summary', 'rfm', 'pareto', 'stages', 'losses', 'items'].map((name) => `report ${name}`)
  for (const line of [...lines, ...reports]) {
    const piped = await shop.regulars(line)
    expect([line, piped.out.match(next), next.test(piped.err)]).toEqual([line, null, true])
    expect([line, (await shop.regulars(`${line} --quiet`)).said.match(next)]).toEqual([line, null])
    expect([line, (await shop.regulars(`${line} --json`)).said.match(next)]).toEqual([line, null])
    // On a terminal it ends the screen.
    const seen = await shop.regulars(line, { columns: 80 })
    expect([line, next.test(seen.out), seen.err.match(next)]).toEqual([line, true, null])
    expect([line, (await shop.regulars(`${line} -q`, { columns: 80 })).said.match(next)]).toEqual([line, null])
  }
  // What closes a list is part of it.
  expect((await shop.regulars('list -q')).out).toContain('\n3 customers.\n')
})

test('a column is named by its number or its name, and what is neither is said', async () => {
  const file = join(shop.folder, 'bare.csv')
  writeFileSync(file, '钱多多,13800138001\n孙悟空,13800138002\n')
  const typed = (keys: string, more = {}) =>
    shop.regulars(['import', 'customers', file], { keys, columns: 80, ...more })
  const { said } = await typed('姓名\r哪个\r2\rn\r', zh)
  expect(said).toContain('请写 1 到 12 的数字，或照上面的写法写名字；回车跳过。')
  expect(said).toContain('--map name=1,phone=2')
  expect((await typed('Name\r99\rphone\rn\r')).said).toContain('A number from 1 to 12, or a name as it stands above')
})

test('of a receipt with a bad line nothing is entered anew, and nothing of it is taken back', async () => {
  const file = (name: string, last: string) => {
    const path = join(shop.folder, name)
    writeFileSync(path, `ref,name,on,amount\nR1,Ann,2026-11-01,100\nR1,Ann,2026-11-01,${last}\n`)
    return path
  }
  await shop.json(['import', 'purchases', file('r1.csv', '50'), '--create-customers'])
  for (const last of ['50.123', 'x', '']) {
    const ran = await shop.regulars(['import', 'purchases', file('r2.csv', last), '--on-match', 'update'])
    expect([last, ran.exit]).toEqual([last, 1])
    // Three decimals are refused with the whole file: they may be thousands.
    if (last !== '50.123') expect(ran.said).toContain('line 3 of the same receipt R1 cannot be taken')
    expect(await shop.json('purchases Ann')).toMatchObject([{ ref: 'R1', amount: '150.00', void: false }])
  }
})

test('a preview has birthdays as people say them', async () => {
  const roster = join(shop.folder, 'moon.csv')
  writeFileSync(roster, '姓名,生日\n钱多多,农历四月十八\n孙悟空,1990-05-06\n')
  const shown = (await shop.regulars(['import', 'customers', roster, '--dry-run'], zh)).out
  expect(shown).toContain('农历四月十八')
  expect(shown).not.toContain('lunar:')
  expect((await shop.regulars(['import', 'customers', roster, '--dry-run'])).out).toContain('lunar 04-18')
})

test('what was last bought is what counts on the list and in a message too', async () => {
  const shop = await openShop()
  await shop.json('add Li --phone 13800000001')
  await shop.json('buy Li 88 tea --on 2026-11-20')
  await shop.json('buy Li 30 cups --on 2026-11-20')
  await shop.json('refund 2')
  expect((await shop.json('due')).rows[0].lastPurchase).toEqual({ on: '2026-11-20', amount: '88.00', item: 'tea' })
  expect((await shop.regulars('message thanks --to Li --today 2026-11-21')).out).not.toContain('cups')
  // On the day before it came back it was the last.
  await shop.json('undo --yes')
  await shop.json('refund 2 --on 2026-11-21')
  expect((await shop.json('due --days 3 --today 2026-11-20')).rows[0]?.lastPurchase.item).toBe('cups')
})

test('a message that fits nobody says so, and where to look', async () => {
  expect((await shop.regulars('message birthday --tag nobody', zh)).err).toContain('没有合适的客户')
  expect((await shop.regulars('message birthday --tag nobody')).err).toContain('Nobody fits.')
})

test('months and days go by their English names, and what is typed next stands as it is to be typed', async () => {
  const rates = async (month: string) => (await shop.json(['report', 'rates', '--month', month])).from
  for (const [month, from] of [
    ['Oct', '2026-10-01'],
    ['december', '2025-12-01'],
    ['May 2025', '2025-05-01'],
    ['2025 may', '2025-05-01'],
    ['sept', '2026-09-01'],
  ] as const)
    expect(await rates(month), month).toBe(from)
  expect((await shop.regulars('report rates --month ma')).exit).toBe(2)
  expect((await shop.regulars('report rates --month "last month"')).err).toContain("report losses --month 'last month'")
  await shop.json(['edit', '1', '--birthday', 'May 6, 1988'])
  await shop.json(['edit', '2', '--birthday', '6 May'])
  expect((await shop.json('list -l 2')).map(({ birthday }: { birthday: string }) => birthday)).toEqual([
    '1988-05-06',
    '05-06',
  ])
})

test('a promise that was tried for today is listed ahead with the day that was promised', async () => {
  await shop.json('done 1 -n "the new tea" --on 2026-11-15 --next 2026-11-20')
  await shop.json('done 1 -o no-answer')
  expect((await shop.regulars('due --days 3')).out).toContain('promised for 11-20 (1 day late): “the new tea”')
})

test('a summary of days before the first purchase says that nothing was bought yet', async () => {
  expect((await shop.regulars('report summary --month 10')).out).toContain('Nothing was bought up to 2026-10-31.')
  expect((await shop.regulars('report summary --month 10', zh)).out).toContain('到 2026-10-31 还没有消费。')
})
