import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/** Ann was last in on 11-11, Bob on 06-01, Cai has not bought. The shop's gap is Ann's 10 days: lost after 90. */
async function shopOfThree(): Promise<Shop> {
  const shop = await openShop('init --lang en')
  for (const name of ['Ann', 'Bob', 'Cai']) await shop.json(`add ${name}`)
  for (const on of ['2026-10-22', '2026-11-01', '2026-11-11']) await shop.json(`buy 1 10 --on ${on}`)
  await shop.json('buy 2 10 --on 2026-06-01')
  return shop
}

test('a reason is noted, and told of in show and why until they buy again', async () => {
  const shop = await shopOfThree()
  const line = ['lost', '2', '--why', '价格', '-n', 'the shop next door']
  expect(await shop.json(line)).toEqual({
    customerId: 2,
    on: '2026-11-21',
    why: 'price',
    note: 'the shop next door',
    by: 'owner',
    stage: 'lost',
    lastPurchaseOn: '2026-06-01',
    lostOn: '2026-08-31',
    change: 8,
  })
  expect((await shop.json(line)).change).toBeNull()
  expect((await shop.regulars('show 2')).out).toContain('!! left: price “the shop next door” (noted 11-21)')
  expect((await shop.regulars('why 2 --lang zh')).out).toContain('  不来的原因：价格“the shop next door”（11-21 记）\n')
  expect((await shop.json('why 2')).loss).toEqual({ on: '2026-11-21', why: 'price', note: 'the shop next door' })
  expect((await shop.json('why 2 --today 2026-11-20')).loss).toBeNull()
  await shop.json('buy 2 10 --today 2026-11-23')
  expect((await shop.regulars('show 2 --today 2026-11-23')).out).not.toContain('next door')
  expect((await shop.json('why 2 --today 2026-11-23')).loss).toBeNull()
  expect((await shop.json('why 2 --today 2026-11-22')).loss).toMatchObject({ why: 'price' })
})

test('the screens, in both languages', async () => {
  const shop = await shopOfThree()
  expect((await shop.regulars('lost Ann --why rival')).out).toBe(
    'Ann #1: why they left: a rival\nBy their rhythm still forming, last bought 11-11; lost from 2027-02-10 on. ' +
      'The stage stays as it is.\nWho else left, and why: regulars report losses\nSlip? regulars undo   (change 8)\n',
  )
  expect((await shop.regulars('lost Bob --lang zh')).out).toBe(
    'Bob #2 不来的原因：不知道（知道了再写：--why 价格）\n还有谁不来了、为什么：regulars report losses\n弄错了：regulars undo（改动 9）\n',
  )
  expect((await shop.regulars('lost Ann --why 搬走了 --lang zh')).out).toContain(
    '按来的节奏还是回头客，上次 11-11 来过，2027-02-10 起才算流失；熟客程度不因此改变\n',
  )
  expect((await shop.json('list --stage lost')).map(({ id }: { id: number }) => id)).toEqual([2])
})

test('what was said before stands until something else is said', async () => {
  const shop = await shopOfThree()
  const told = async (...flags: string[]) => {
    const { why, note, change } = await shop.json(['lost', '2', ...flags])
    return [why, note, change !== null]
  }
  expect(await told('--why', 'price', '-n', 'the shop next door')).toEqual(['price', 'the shop next door', true])
  expect(await told()).toEqual(['price', 'the shop next door', false])
  expect(await told('--why', 'price')).toEqual(['price', 'the shop next door', false])
  expect(await told('-n', 'said her sister')).toEqual(['price', 'said her sister', true])
  expect(await told('-n', '')).toEqual(['price', null, true])
  expect(await told('--why', 'moved', '-n', 'to Beijing')).toEqual(['moved', 'to Beijing', true])
  expect(await told('--why', 'rival')).toEqual(['rival', null, true])
  expect(await told('--why', 'unknown')).toEqual(['unknown', null, true])
  await shop.json('lost 2 --why moved')
  await shop.json('buy 2 10 --today 2026-11-22')
  expect((await shop.json('lost 2 --today 2026-11-22')).why).toBe('unknown')
})

test('it is a change like any other: logged, undone, exported', async () => {
  const shop = await shopOfThree()
  await shop.json('lost 2 --why moved -n secret')
  expect((await shop.json('log'))[0]).toMatchObject({ command: 'lost', facts: { customerId: 2, why: 'moved' } })
  expect((await shop.regulars('log --lang zh')).out).toContain('不来的原因 Bob')
  const other = await openShop()
  await other.regulars('import all - --yes', { stdin: (await shop.regulars('export all')).out })
  expect((await other.json('why 2')).loss).toEqual({ on: '2026-11-21', why: 'moved', note: 'secret' })
  expect((await shop.regulars('undo --yes')).out).toContain('why Bob left')
  expect((await shop.json('why 2')).loss).toBeNull()
  expect((await shop.json('lost 2 --why moved --dry-run')).change).toBeNull()
  expect((await shop.json('why 2')).loss).toBeNull()
})

test.each([
  [
    'lost Cai --why price',
    1,
    'Cai #3 has not bought yet: there is nobody to lose.\n  To note something: regulars help note',
    'Cai #3 还没买过，谈不上流失。',
  ],
  ['lost walk-in', 1, 'walk-in', '散客'],
  [
    'lost 1 --why prise',
    2,
    'Not a cause: “prise”.\n  Did you mean price?',
    '原因没有“prise”。\n  是不是 price？   可选：价格、搬走了、服务、去了别家、用不着了、不知道',
  ],
  ['lost', 2, 'lost: a customer is missing.', ''],
])('%s is refused', async (line, exit, english, chinese) => {
  const shop = await shopOfThree()
  const ran = await shop.regulars(line)
  expect(ran).toMatchObject({ exit, out: '' })
  expect(ran.err).toContain(english)
  expect((await shop.regulars(`${line} --lang zh`)).err).toContain(chinese)
})
