import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

async function teahouse(...lines: string[]): Promise<Shop> {
  const shop = await openShop()
  for (const line of ['add 王小明 --phone 13800138000', 'add 李秀兰 --wechat lan', ...lines]) await shop.json(line)
  return shop
}

test('a day without a year, of something entered late, is counted from the day of what is entered', async () => {
  const shop = await teahouse()
  expect(await shop.json('complaint open 1 damp -d 11-10 --promise 11-14')).toMatchObject({
    openedOn: '2026-11-10',
    promisedOn: '2026-11-14',
  })
  expect(await shop.json('complaint step 1 2 -d 11-11 --promise 11-16')).toMatchObject({ promisedOn: '2026-11-16' })
  expect((await shop.json('buy 1 50 -u -d 11-10 --due 11-20')).due).toBe('2026-11-20')
  expect((await shop.json('done 2 -d 11-10 --next 11-15'))[0].nextOn).toBe('2026-11-15')
  expect((await shop.json('done 2 --next 11-15'))[0].nextOn).toBe('2027-11-15')
  // What is counted from now stays so, and a year that was said too.
  expect((await shop.json('buy 1 50 -u -d 11-10 --due 3d')).due).toBe('2026-11-24')
  expect((await shop.json('buy 1 50 -u -d 11-10 --due 2027-11-20')).due).toBe('2027-11-20')
})

test('forgotten with an open complaint, a debt, points and a pass: nothing waits, and no hint names them', async () => {
  const shop = await teahouse('policy set points.earnPer 1')
  for (const line of ['buy 1 100 -u', 'pass sell 1 5 300', 'complaint open 1 damp', 'add 陈静 --referred-by 1'])
    await shop.json(line)
  const told = await shop.regulars('forget 1 --yes --lang zh')
  expect(told.out).toContain('没了结的投诉、建议 1 件随之了结')
  expect(await shop.json('complaint list')).toEqual([])
  expect((await shop.json('report complaints')).open).toBe(0)
  for (const line of ['balances', 'report points', 'pass list', 'referrals', 'report referrals', 'report satisfaction'])
    expect((await shop.regulars(line)).out, line).not.toMatch(/regulars [a-z ]+ 1\b/)
  expect((await shop.json('balances'))[0]).toMatchObject({ balance: '100.00' })
})

test('nobody who was forgotten is in a group, is given a coupon or counted as left out of a message', async () => {
  const shop = await teahouse('forget 1 --yes')
  expect((await shop.json('group save all --tier A,B,C,D')).customers).toBe(1)
  expect((await shop.json('coupon give SPRING --value 5 --tier A,B,C,D')).customerIds).toEqual([2])
  const sent = await shop.json('message greeting --group all')
  expect(sent.messages).toMatchObject([{ customerId: 2 }])
  expect(sent.leftOut).toEqual([])
})

test('a group that is gone, a coupon that ran out after its purchase was void', async () => {
  const shop = await teahouse('buy 2 50 oolong', 'group save oolong --bought oolong', 'group delete oolong')
  for (const line of [
    'message greeting --group oolong',
    'coupon give X --value 5 --group oolong',
    'due --group oolong',
  ])
    expect(await shop.regulars(line)).toMatchObject({ exit: 1, err: expect.stringContaining('oolong') })
  await shop.json('coupon give SPRING --value 5 --until 2026-11-30 --to 2')
  const { id } = await shop.json('buy 2 50 --coupon SPRING')
  const later = { now: new Date('2026-12-02T02:00:00Z') }
  await shop.json(`void ${id}`, later)
  expect((await shop.json('coupon list', later))[0]).toMatchObject({ used: 0, revenue: '0.00' })
  expect(await shop.regulars('buy 2 50 --coupon SPRING', later)).toMatchObject({ exit: 1 })
  expect((await shop.json('buy 2 50 --coupon SPRING -d 2026-11-30', later)).amount).toBe('45.00')
})

test('in Chinese the messages go by their Chinese names, in the list, in hints and in what is refused', async () => {
  const shop = await teahouse()
  const zh = (line: string) => shop.regulars(`${line} --lang zh`)
  const list = (await zh('message')).out
  expect(list).toContain('生日\n    {称呼}，{店名|小店}全体祝您生日快乐')
  expect(list).not.toMatch(/[{|][a-z]|^[a-z-]+$/m)
  expect((await zh('message 到货')).err).toContain('生日、想要的到了、新客问候')
  expect((await zh('message 春节 --tier D')).err).toContain('“春节”在')
  expect((await zh('message 元旦')).err).toContain('regulars message 元旦 --to due')
  for (const name of list.match(/^[^\s{].*$/gm) ?? []) {
    const { err } = await zh(`message ${name} --to 2`)
    expect(err, name).not.toContain('这种消息')
  }
})

test('what is no severity is named in Chinese; a sheet of questions leads to --aspects', async () => {
  const shop = await teahouse()
  expect((await shop.regulars('complaint open 1 damp --severity 9 --lang zh')).err).toContain('轻重没有“9”')
  const sheet = 'name,date,How was the tea\n李秀兰,2026-11-20,5\n'
  expect((await shop.regulars('import surveys -', { stdin: sheet })).err).toContain('--aspects')
  expect((await shop.regulars('import surveys - --lang zh', { stdin: sheet })).err).toContain('一个问题一列的')
})

test('nothing as a worth, a least amount or what a point pays is refused or means none', async () => {
  const shop = await teahouse('policy set points.earnPer 1', 'policy set points.minAmount 0')
  expect(await shop.json('buy 1 100')).toMatchObject({ points: { earned: 100 } })
  await shop.json('import purchases -', { stdin: 'customer,on,amount\n王小明,2026-11-20,50\n' })
  expect((await shop.json('show 1')).points).toBe(150)
  expect(await shop.regulars('coupon give A --value 0 --to 1')).toMatchObject({ exit: 2 })
  expect(await shop.json('coupon give A --value 5 --min 0 --to 1')).toMatchObject({ min: null })
  await shop.json('policy set points.worth 0')
  expect(await shop.regulars('buy 1 50 --redeem 10')).toMatchObject({
    exit: 1,
    err: expect.stringContaining('policy set points.worth'),
  })
  expect((await shop.regulars('buy 1 50 --redeem 10 --lang zh')).err).toContain('不抵钱')
  await shop.json('policy set points.worth 1')
  expect((await shop.regulars('buy 1 5 --redeem 10')).err).toContain('the ¥5.00 left')
})

test('who was satisfied when asked and is lost all the same is named: the score alone keeps nobody', async () => {
  const shop = await teahouse('add 陈静')
  for (const line of ['buy 1 50 -d 2026-06-01', 'buy 2 50 -d 2026-11-20', 'buy 3 50 -d 2026-06-01'])
    await shop.json(line)
  for (const line of ['survey 1 5 --on 2026-06-02', 'survey 2 5 --on 2026-11-20', 'survey 3 1 --on 2026-06-02'])
    await shop.json(line)
  const told = (await shop.regulars('report satisfaction')).out
  expect(told).toContain('Satisfied, and left all the same (1): 王小明 #1')
  expect(told.split('\n').filter((line) => line.includes('王小明'))).toHaveLength(2)
  expect(told.split('\n').filter((line) => line.includes('陈静'))).toHaveLength(1)
  expect((await shop.regulars('report satisfaction --lang zh')).out).toMatch(/满意.*王小明 #1/)
})
