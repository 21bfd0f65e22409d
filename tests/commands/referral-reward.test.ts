import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

async function brought(...rules: string[]): Promise<Shop> {
  const shop = await openShop()
  await shop.json('coupon give FRIEND --value 10 --to nobody --as setup')
  for (const rule of rules) await shop.json(`policy set ${rule} --as setup`)
  for (const line of ['add 王小明', 'add 李秀兰 --referred-by 1', 'add 陈静 --referred-by 1']) await shop.json(line)
  return shop
}

const balance = async (shop: Shop, who: number) => (await shop.json(`show ${who}`)).balance
const refuses = async (shop: Shop, line: string, said: string, exit = 1) =>
  expect(await shop.regulars(line)).toMatchObject({ exit, err: expect.stringContaining(said) })

test('a rule says points, a coupon or credit, in both languages', async () => {
  const shop = await brought('referral.reward 50')
  const value = async (typed: string) => (await shop.json(['policy', 'set', 'referral.reward', typed])).value
  expect(await value('积分:80')).toBe('points:80')
  expect(await value('券：friend')).toBe('coupon:friend')
  expect(await value('预存:12.5')).toBe('credit:12.50')
  expect((await shop.regulars('policy show referral')).out).toMatch(/referral\.reward +credit:12\.50/)
  expect(await value('0')).toBe(null)
  await refuses(shop, 'policy set referral.reward coupon:NONE', 'No coupon “NONE”')
  await refuses(shop, 'policy set referral.reward lots', 'No reward for a referral', 2)
  await refuses(shop, 'policy set referral.reward credit:-1', '-1', 2)
  await refuses(shop, 'coupon give FRIEND --value 10 --to nobody', 'There is a coupon FRIEND already')
})

test('credit comes with the first purchase, goes when it is given back in full, and comes again', async () => {
  const shop = await brought('referral.reward credit:10', 'referral.rewardNew credit:5')
  const first = await shop.regulars('buy 2 30')
  expect(first.out).toContain('For the referral 王小明 #1 has ¥10.00 credit')
  expect([await balance(shop, 1), await balance(shop, 2)]).toEqual(['-10.00', '-5.00'])
  await shop.json('buy 2 30')
  expect(await balance(shop, 1)).toBe('-10.00')
  const [{ id }] = (await shop.json('purchases 2'))
    .filter(({ amount }: { amount: string }) => amount === '30.00')
    .slice(-1)
  await shop.json(`refund ${id} 10`)
  expect(await balance(shop, 1)).toBe('-10.00')
  await shop.json(`fix ${(await shop.json('purchases 2'))[0].id} 29`)
  const { id: refund } = await shop.json(`refund ${id}`)
  expect([await balance(shop, 1), await balance(shop, 2)]).toEqual(['0.00', '0.00'])
  await shop.json(`void ${refund}`)
  expect([await balance(shop, 1), await balance(shop, 2)]).toEqual(['-10.00', '-5.00'])
  expect((await shop.regulars('statement 1 --lang zh')).out).toContain('介绍奖励')
  // It is no takings of the day.
  expect((await shop.json('report day')).topUps).toBe('0.00')
})

test('credit that was spent stays spent: nobody owes what they were given; undone with the purchase', async () => {
  const shop = await brought('referral.reward credit:10')
  const { id } = await shop.json('buy 2 30')
  await shop.json('buy 1 4 -u')
  await shop.json(`refund ${id}`)
  expect(await balance(shop, 1)).toBe('0.00')
  await shop.json('buy 3 30')
  expect(await balance(shop, 1)).toBe('-10.00')
  await shop.regulars('undo --yes')
  expect(await balance(shop, 1)).toBe('0.00')
})

test('whatever ends the first purchase ends the credit: a file, a refund through a complaint', async () => {
  const shop = await brought('referral.reward credit:10')
  await shop.json('buy 2 30 --ref R1')
  await shop.json('buy 3 40')
  expect(await balance(shop, 1)).toBe('-20.00')
  const file = 'customer,on,amount,ref,status\n李秀兰,2026-11-21,30,R1,void\n'
  await shop.json('import purchases -', { stdin: file })
  expect(await balance(shop, 1)).toBe('-10.00')
  await shop.json('undo --yes')
  expect(await balance(shop, 1)).toBe('-20.00')
  const [{ id }] = await shop.json('purchases 3')
  await shop.json('complaint open 3 stale')
  await shop.json(`complaint resolve 1 --refund ${id}`)
  expect(await balance(shop, 1)).toBe('-10.00')
})

test('points of whoever brought them go with a refund through a complaint', async () => {
  const shop = await brought('referral.reward points:50')
  const { id } = await shop.json('buy 3 40')
  expect((await shop.json('show 1')).points).toBe(50)
  await shop.json('complaint open 3 stale')
  await shop.json(`complaint resolve 1 --refund ${id}`)
  expect((await shop.json('show 1')).points).toBe(0)
})

test('what was spent of credit whose purchase is void does not come twice; a reward is not fixed', async () => {
  const shop = await brought('referral.reward credit:10')
  const { id } = await shop.json('buy 2 30')
  await shop.json('buy 1 4 -u')
  await shop.json(`void ${id}`)
  const again = await shop.json('buy 2 31')
  expect(again.rewards).toMatchObject([{ customerId: 1, credit: '6.00' }])
  expect(await balance(shop, 1)).toBe('-6.00')
  await shop.json('buy 1 6 -u')
  await shop.json(`void ${again.id}`)
  expect((await shop.json('buy 2 32')).rewards).toEqual([])
  expect(await balance(shop, 1)).toBe('0.00')
  await refuses(shop, `fix ${id + 1} 20`, `Payment ${id + 1} is credit for a referral`)
  await refuses(shop, `fix ${id + 1} 20 --lang zh`, `单 ${id + 1} 是介绍奖励`)
})

test('credit for a referral is nothing the customer paid: no top-up, and no debt is put off by it', async () => {
  const shop = await brought('referral.reward credit:10')
  await shop.json('buy 1 100 -u --on 2026-10-01')
  const debts = async () => (await shop.json('due --reason debt')).total
  expect(await debts()).toBe(1)
  await shop.json('buy 2 30')
  expect(await debts()).toBe(1)
  expect((await shop.regulars('show 1')).out).toMatch(/for a referral 3 +¥10\.00$/m)
  expect((await shop.regulars('show 1 --lang zh')).out).toMatch(/介绍奖励 3 +¥10\.00$/m)
})

test('a coupon for each who was brought; gone with the purchase; a fix keeps it', async () => {
  const shop = await brought('referral.reward coupon:FRIEND', 'referral.rewardNew coupon:friend')
  const first = await shop.regulars('buy 2 30 --lang zh')
  expect(first.out).toContain('介绍奖励：王小明 #1 得券 FRIEND')
  await shop.json('buy 3 40')
  expect((await shop.json('coupon list'))[0]).toMatchObject({ given: 3, used: 0 })
  await shop.json('buy 1 50 --coupon FRIEND')
  await shop.json('buy 1 50 --coupon FRIEND')
  await refuses(shop, 'buy 1 50 --coupon FRIEND', 'has used coupon FRIEND already')
  const [{ id }] = await shop.json('purchases 2')
  const { id: fixed } = await shop.json(`fix ${id} 31`)
  await shop.json('buy 2 12 --coupon FRIEND')
  await shop.json('void 5 --as x')
  const third = (await shop.json('purchases 3'))[0].id
  await shop.json(`refund ${third}`)
  await refuses(shop, 'buy 3 50 --coupon FRIEND', 'was not given to 陈静')
  await shop.regulars('undo --as x --yes')
  expect(fixed).toBeGreaterThan(id)
})

test('nobody brings whom they were brought by, by hand or by a file', async () => {
  const shop = await brought('referral.reward points:50')
  await shop.json('add 赵雷 --referred-by 2')
  await refuses(shop, 'edit 1 --referred-by 4', '赵雷 #4 came by way of 王小明 #1')
  await refuses(shop, 'edit 1 --referred-by 1', 'cannot have referred themselves')
  const file = 'name,referred_by\n王小明,赵雷\n'
  const taken = await shop.json('import customers - --on-match update', { stdin: file })
  expect(taken.warnings).toMatchObject([{ code: 'row.referrer-round' }])
  expect((await shop.json('show 1')).referredBy).toBe(null)
})

test('a coupon is the birthday gift of a tier: given with the wish, once a birthday', async () => {
  const shop = await openShop()
  await shop.json('coupon give BDAY --value 20 --to nobody')
  for (const tier of ['C', 'D']) await shop.json(['policy', 'set', `tier.${tier}.birthdayGift`, '券:BDAY'])
  await shop.json('add 王小明 --birthday 11-21 --wechat wxm')
  expect((await shop.regulars('show 1 --lang zh')).out).toContain('生日礼：券 BDAY')
  const wished = await shop.regulars('done 1 --about birthday')
  expect(wished.out).toContain('Birthday gift: coupon BDAY to 王小明 #1')
  await shop.json('done 1 --about birthday')
  expect((await shop.json('coupon list'))[0]).toMatchObject({ given: 1 })
  expect((await shop.json('buy 1 100 --coupon BDAY')).amount).toBe('80.00')
  const next = { now: new Date('2027-11-21T02:00:00Z') }
  await shop.json('message birthday --to 1 --log', next)
  expect((await shop.json('buy 1 100 --coupon BDAY', next)).amount).toBe('80.00')
  await shop.json('add 李秀兰 --birthday 11-21')
  await shop.json('done 2 -o no-answer')
  await shop.json('done 2 --about cadence')
  expect((await shop.json('coupon list'))[0]).toMatchObject({ given: 1 })
})

test('the birthday coupon waits for the wish: a talk before the day, or one that is declined, gives none', async () => {
  const shop = await openShop()
  await shop.json('coupon give BDAY --value 20 --to nobody')
  for (const tier of ['C', 'D']) await shop.json(['policy', 'set', `tier.${tier}.birthdayGift`, 'coupon:BDAY'])
  const given = async () => (await shop.json('coupon list'))[0].given
  for (const name of ['王小明', '李秀兰', '陈静']) await shop.json(`add ${name} --birthday 11-25`)
  await shop.json('done 1')
  await shop.json('done 2 -o declined')
  expect(await given()).toBe(0)
  // Put off, and wished all the same.
  expect(await shop.json('done 1 --about birthday')).toMatchObject([{ birthdayCoupon: 'BDAY' }])
  await shop.json('done 3')
  expect(await given()).toBe(1)
  const onTheDay = await shop.json('done 3', { now: new Date('2026-11-25T02:00:00Z') })
  expect(onTheDay).toMatchObject([{ birthdayCoupon: 'BDAY' }])
})

test('rewards, coupons and gifts go round in a whole export, and go with their purchase there too', async () => {
  const shop = await brought('referral.reward credit:10', 'referral.rewardNew coupon:FRIEND')
  await shop.json(['coupon', 'give', 'Spring Tea', '--percent', '10', '--to', '1'])
  await shop.json('buy 2 30')
  await shop.json('buy 3 40')
  const { out } = await shop.regulars('export all')
  const other = await openShop(false)
  expect(await other.regulars('import all - --yes', { stdin: out })).toMatchObject({ exit: 0 })
  expect((await other.regulars('export all')).out.split('\n').slice(1)).toEqual(out.split('\n').slice(1))
  const [{ id }] = await other.json('purchases 2')
  await other.json(`void ${id}`)
  expect(await balance(other, 1)).toBe('-10.00')
  await refuses(other, 'buy 2 50 --coupon friend', 'was not given to 李秀兰')
  expect((await other.json('buy 1 50 --coupon springtea')).amount).toBe('45.00')
  expect((await other.regulars('doctor')).exit).toBe(0)
})

test('a file brings the reward with the first purchase as the counter does, and that none after it', async () => {
  const shop = await brought('referral.reward credit:10', 'referral.rewardNew points:5')
  const file = 'customer,on,amount,ref\n李秀兰,2026-11-20,30,R2\n李秀兰,2026-11-19,20,R1\n王小明,2026-11-20,9,R3\n'
  const taken = await shop.json('import purchases -', { stdin: file })
  expect(taken.warnings).toMatchObject([{ code: 'row.rewarded', rows: 2 }])
  expect([await balance(shop, 1), (await shop.json('show 2')).points]).toEqual(['-10.00', 5])
  // It hangs on the older of the two.
  const older = (await shop.json('purchases 2')).find(({ on }: { on: string }) => on === '2026-11-19').id
  await shop.json('import purchases -', { stdin: file })
  expect((await shop.json('buy 2 12')).rewards).toEqual([])
  await shop.json(`void ${older}`)
  expect([await balance(shop, 1), (await shop.json('show 2')).points]).toEqual(['0.00', 0])
  expect((await shop.json('buy 3 12')).rewards).toMatchObject([{ customerId: 1 }, { customerId: 3 }])
  const zh = await shop.regulars('import purchases - --lang zh', { stdin: 'customer,on,amount\n王小明,2026-11-21,9\n' })
  expect(zh.err + zh.out).not.toContain('介绍奖励')
})

test('who had visits before this ledger is not new, and no reward is given for them', async () => {
  const shop = await openShop()
  await shop.json('policy set referral.reward credit:10')
  await shop.json('add 王小明')
  const roster = 'name,referred_by,visits,last_purchase\n李秀兰,王小明,4,2026-05-01\n'
  await shop.json('import customers -', { stdin: roster })
  expect((await shop.json('buy 2 30')).rewards).toEqual([])
  expect(await balance(shop, 1)).toBe('0.00')
})

test('a file that gives the first purchase back in full, or the second one of two, settles the reward', async () => {
  const shop = await brought('referral.reward credit:10', 'referral.rewardNew points:5')
  await shop.json('buy 2 30 --ref R1')
  const back = 'customer,on,amount,ref,refund_of\n李秀兰,2026-11-21,-30,,R1\n'
  await shop.json('import purchases -', { stdin: back })
  expect([await balance(shop, 1), (await shop.json('show 2')).points]).toEqual(['0.00', 0])
  const next = 'customer,on,amount,ref\n李秀兰,2026-11-21,40,R2\n'
  await shop.json('import purchases -', { stdin: next })
  expect([await balance(shop, 1), (await shop.json('show 2')).points]).toEqual(['-10.00', 5])
  await shop.json('undo --yes')
  await shop.json('undo --yes')
  expect([await balance(shop, 1), (await shop.json('show 2')).points]).toEqual(['-10.00', 5])
})

test('given back in full, the next purchase is the first: the reward comes once, whatever is taken back', async () => {
  for (const [rule, held] of [
    ['credit:10', async (shop: Shop) => 0 - Number(await balance(shop, 1)) / 10],
    ['points:50', async (shop: Shop) => (await shop.json('show 1')).points / 50],
    ['coupon:FRIEND', async (shop: Shop) => (await shop.json('coupon list'))[0].given],
  ] as const) {
    const shop = await brought(`referral.reward ${rule}`)
    const { id } = await shop.json('buy 2 30')
    const refund = await shop.json(`refund ${id}`)
    expect(await held(shop), rule).toBe(0)
    const next = await shop.json('buy 2 40')
    expect(next.rewards, rule).toMatchObject([{ customerId: 1 }])
    expect(await held(shop), rule).toBe(1)
    await shop.json(`void ${refund.id}`)
    expect(await held(shop), rule).toBe(1)
    await shop.json(`void ${next.id}`)
    expect(await held(shop), rule).toBe(0)
  }
})

test('a void is not taken back once its reward came again with the next purchase', async () => {
  const shop = await brought('referral.reward credit:10')
  const { id } = await shop.json('buy 2 30')
  const { change } = await shop.json(`void ${id}`)
  await shop.json('buy 2 40')
  await refuses(shop, `undo ${change} --yes`, 'later changes build on it')
  expect(await balance(shop, 1)).toBe('-10.00')
  await shop.json('undo --yes')
  await shop.json(`undo ${change} --yes`)
  expect(await balance(shop, 1)).toBe('-10.00')
})

test('an undo leaves nobody owing what they were given; at once it is taken back, debt or none', async () => {
  const shop = await brought('referral.reward credit:10')
  const { change, id } = await shop.json('buy 2 30')
  await shop.json('buy 1 4 -u')
  await refuses(shop, `undo ${change} --yes`, 'has spent ¥4.00 of it')
  await refuses(shop, `undo ${change} --yes --lang zh`, '已经用掉介绍奖励 ¥4.00')
  expect(await balance(shop, 1)).toBe('-6.00')
  await shop.json(`void ${id}`)
  expect(await balance(shop, 1)).toBe('0.00')
  await shop.json('buy 1 100 -u')
  await shop.json('buy 3 30')
  expect(await balance(shop, 1)).toBe('90.00')
  await shop.json('undo --yes')
  expect(await balance(shop, 1)).toBe('100.00')
})

test('who turns out to have brought themselves keeps nothing of it; taken back with the merge', async () => {
  for (const rule of ['credit:10', 'points:50', 'coupon:FRIEND']) {
    const shop = await brought(`referral.reward ${rule}`, `referral.rewardNew ${rule}`)
    await shop.json('buy 2 30')
    const content = async () => (await shop.regulars('export all')).out.split('\n').slice(1)
    const was = await content()
    const have = async () => {
      const { balance, points } = await shop.json('show 1')
      return [balance, points, (await shop.json('coupon list'))[0].given]
    }
    const none = ['0.00', 0, 0]
    for (const line of ['merge 2 --into 1 --yes', 'merge 1 --into 2 --yes']) {
      await shop.json(line)
      expect(await have(), `${rule} ${line}`).toEqual(none)
      await shop.json('buy 1 5')
      expect(await have(), `${rule} ${line}`).toEqual(none)
      await shop.json('undo --yes')
      await shop.json('undo --yes')
      expect(await content()).toEqual(was)
    }
  }
})

test('somebody brought twice brings one reward; somebody else said to have brought them has it instead', async () => {
  const shop = await brought('referral.reward credit:10')
  await shop.json('buy 2 30')
  await shop.json('buy 3 30')
  await shop.json('merge 3 --into 2 --yes')
  expect(await balance(shop, 1)).toBe('-10.00')
  await shop.json('add 赵雷')
  await shop.json('edit 2 --referred-by 4')
  expect([await balance(shop, 1), await balance(shop, 4)]).toEqual(['0.00', '-10.00'])
  await shop.json(['edit', '2', '--referred-by', ''])
  expect([await balance(shop, 1), await balance(shop, 4)]).toEqual(['0.00', '0.00'])
  await shop.json('undo --yes')
  await shop.json('undo --yes')
  expect([await balance(shop, 1), await balance(shop, 4)]).toEqual(['-10.00', '0.00'])
})
