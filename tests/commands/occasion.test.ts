import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

interface Due {
  readonly rows: readonly {
    readonly customerId: number
    readonly reasons: readonly { readonly reason: string; readonly dueOn: string; readonly detail: object }[]
  }[]
}

const occasionOf = ({ rows }: Due) =>
  rows.flatMap(({ reasons }) => reasons.filter(({ reason }) => reason === 'occasion'))

test('a day once, every year, every quarter, by the moon: when it comes next, and from when it is due', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann --today 2026-10-01')
  const add = (line: string) => shop.json(['occasion', 'add', 'Ann', ...line.split(' ')])
  expect(await add('2026-12-05 contract ends --ahead 30')).toEqual({
    id: 1,
    customerId: 1,
    name: 'Ann',
    text: 'contract ends',
    day: '2026-12-05',
    every: null,
    next: '2026-12-05',
    daysAway: 14,
    ahead: 30,
    dueOn: '2026-11-05',
    change: expect.any(Number),
  })
  expect(await add('2019-02-28 wedding --every year')).toMatchObject({ next: '2027-02-28', dueOn: '2027-02-21' })
  expect(await add('2026-08-31 stock-taking --every 每季')).toMatchObject({ next: '2026-11-30', daysAway: 9 })
  expect(await add('农历十月十五 opened')).toMatchObject({ day: 'lunar:10-15', every: 'year', next: '2026-11-23' })
  // The same again is no news; another `ahead` is.
  expect(await add('2026-12-05 CONTRACT ends')).toMatchObject({ id: 1, change: null })
  expect(await add('2026-12-05 contract ends --ahead 20')).toMatchObject({
    id: 1,
    ahead: 20,
    change: expect.any(Number),
  })
  expect(
    (await shop.json('occasion list')).map(({ text, next }: { text: string; next: string }) => `${next} ${text}`),
  ).toEqual(['2026-11-23 opened', '2026-11-30 stock-taking', '2026-12-05 contract ends', '2027-02-28 wedding'])
  expect(
    (await shop.json('occasion list Ann --today 2026-12-06')).map(({ text }: { text: string }) => text),
  ).not.toContain('contract ends')
  expect(
    (await shop.json('occasion list --all --today 2026-12-06')).map(({ text }: { text: string }) => text),
  ).toContain('contract ends')
  expect((await shop.regulars('occasion list')).said).toMatchInlineSnapshot(`
    "customer  occasion       next                        comes
    Ann #1    opened         11-23 Mon       in 2 days   every year lunar 10-15
    Ann #1    stock-taking   11-30 Mon       in 9 days   every quarter
    Ann #1    contract ends  12-05 Sat       in 14 days
    Ann #1    wedding        2027-02-28 Sun  in 99 days  every year
    One more: regulars occasion add NAME 12-24 "wedding day" --every year
    "
  `)
  expect((await shop.regulars('occasion list --lang zh')).said).toMatchInlineSnapshot(`
    "客户    什么日子       下一次                       多久一次
    Ann #1  opened         11-23 周一       还有 2 天   每年 农历十月十五
    Ann #1  stock-taking   11-30 周一       还有 9 天   每季
    Ann #1  contract ends  12-05 周六       还有 14 天
    Ann #1  wedding        2027-02-28 周日  还有 99 天  每年
    再记一个：regulars occasion add 姓名 12-24 结婚纪念日 --every year
    "
  `)
  // Far ones without how far.
  expect((await shop.regulars('show Ann')).out).toContain('opened 11-23 (in 2 days)')
  expect((await shop.regulars('show Ann')).out).toMatch(/wedding 2027-02-28(?! \()/)
  const before = (await shop.regulars('export all')).out
  await shop.json('occasion remove Ann wedding')
  expect(await shop.json('occasion list')).toHaveLength(3)
  await shop.regulars('undo --yes')
  expect((await shop.regulars('export all')).out).toBe(before)
  const refused = async (line: string) => (await shop.regulars(line)).err.split('\n')[0]
  expect(await refused('occasion remove Ann xyz')).toBe('regulars: Ann #1 has no occasion “xyz”.')
  expect(await refused('occasion remove Ann n')).toBe('regulars: “n” is several of the occasions of Ann #1.')
  expect(await refused('occasion add Ann 2026-01-01 past')).toMatch(/2026-01-01/)
  expect(await refused('occasion add Ann lunar:08-15 x --every quarter')).toMatch(/--every quarter/)
})

test('the reason: from so many days before to the day, once; done about it settles it, nothing else does', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann --today 2026-10-01')
  await shop.json('occasion add Ann 2026-12-05 contract ends --ahead 10 --today 2026-10-01')
  await shop.json('occasion add Ann 12-08 wedding --every year --today 2026-10-01')
  const on = async (day: string) =>
    occasionOf(await shop.json<Due>(`due --all --today ${day}`)).map(({ dueOn, detail }) => [
      dueOn,
      (detail as { days: { text: string; daysAway: number }[] }).days
        .map(({ text, daysAway }) => `${text} ${daysAway}`)
        .join(', '),
    ])
  expect(await on('2026-11-24')).toEqual([])
  expect(await on('2026-11-25')).toEqual([['2026-11-25', 'contract ends 10']])
  expect(await on('2026-12-01')).toEqual([['2026-11-25', 'contract ends 4, wedding 7']])
  expect((await shop.regulars('due --today 2026-12-01')).out).toContain(
    'contract ends Sat 12-05 (in 4 days), wedding Tue 12-08 (in 7 days)',
  )
  expect((await shop.regulars('due --today 2026-12-05 --lang zh')).out).toContain(
    'contract ends 12-05 周六（就是今天）、wedding 12-08 周二（还有 3 天）',
  )
  expect(await on('2026-12-06')).toEqual([['2026-12-01', 'wedding 2']])
  expect(await on('2026-12-09')).toEqual([])
  expect(await on('2027-12-01')).toEqual([['2027-12-01', 'wedding 7']])
  await shop.json('done Ann --about cadence --on 2026-11-26 --today 2026-11-26')
  expect(await on('2026-11-27')).toHaveLength(1)
  await shop.json('done Ann --about occasion --on 2026-11-27 --today 2026-11-27')
  expect(await on('2026-11-28')).toEqual([])
  // The other one comes all the same.
  expect(await on('2026-12-01')).toEqual([['2026-12-01', 'wedding 7']])
})

test('events: opened, invited, came, bought within 30 days; due tells of one that is near', async () => {
  const shop = await openShop('init --name Teahouse --lang en')
  for (const [at, name] of ['Ann', 'Bob', 'Cid'].entries())
    await shop.json(`add ${name} --phone 1380000000${at} --today 2026-10-01`)
  expect(await shop.json('event open "Tea tasting" 2026-11-25 -n "Bring a friend."')).toEqual({
    id: 1,
    event: 'Tea tasting',
    on: '2026-11-25',
    note: 'Bring a friend.',
    change: expect.any(Number),
  })
  expect((await shop.regulars('event open "tea TASTING" 2026-12-25')).err).toContain(
    'There is an event “Tea tasting” already',
  )
  expect((await shop.regulars('message 邀请 --event "tea tasting"')).out).toBe(
    'Dear all, we invite you: Tea tasting, Wed 25 November. Bring a friend. Teahouse\n',
  )
  await shop.json('message invitation --event "Tea tasting" --to Ann,Bob --log')
  expect((await shop.json('due')).events).toEqual([{ event: 'Tea tasting', on: '2026-11-25', invited: 2 }])
  expect((await shop.regulars('due')).out).toContain(
    "Tea tasting 11-25 Wed: 2 invited -> regulars message invitation --event 'Tea tasting' --tier A,B",
  )
  const again = await shop.json('message invitation --event "Tea tasting" --tier D --today 2026-11-25')
  expect([again.messages.map(({ customerId }: { customerId: number }) => customerId), again.leftOut[0].why]).toEqual([
    [3],
    'already',
  ])
  expect((await shop.regulars('event came "Tea tasting" Ann')).err).toContain(
    '“Tea tasting” is on 2026-11-25: nobody can have come yet',
  )
  const came = await shop.json('event came "tea tasting" Ann Cid --today 2026-11-26')
  expect(came).toEqual({
    event: 'Tea tasting',
    on: '2026-11-25',
    came: [1, 3],
    already: [],
    change: expect.any(Number),
  })
  expect(await shop.json('event came "tea tasting" Ann --today 2026-11-26')).toMatchObject({
    came: [],
    already: [1],
    change: null,
  })
  expect((await shop.json('contacts --today 2026-11-26'))[0]).toMatchObject({
    direction: 'in',
    channel: 'event',
    outcome: 'reached',
    on: '2026-11-25',
  })
  await shop.json('buy Ann 80 --on 2026-12-01 --today 2026-12-01')
  await shop.json('buy Cid 40 --on 2026-12-01 --today 2026-12-01')
  await shop.json('refund Cid 40 --on 2026-12-02 --today 2026-12-02')
  await shop.json('buy Bob 70 --on 2026-12-01 --today 2026-12-01')
  const [event] = await shop.json('event list --today 2026-12-31')
  expect(event).toEqual({
    event: 'Tea tasting',
    on: '2026-11-25',
    note: 'Bring a friend.',
    invited: 2,
    came: 2,
    boughtWithin30: 1,
    amount: '80.00',
  })
  expect(await shop.json('report events --month 2026-11 --today 2026-12-31')).toEqual([
    { ...event, boughtWithin30: 0, amount: '0.00' },
  ])
  expect(await shop.json('report events --today 2026-12-31')).toEqual([event])
  expect((await shop.regulars('report events --today 2026-12-31')).said).toMatchInlineSnapshot(`
    "1 event up to 2026-12-31
    event        day    invited  came  bought  amount
    Tea tasting  11-25        2     2       1  ¥80.00
    Who came: regulars event came 'Tea tasting' CUSTOMER…
    invite: regulars message invitation --event 'Tea tasting' --tier A
    "
  `)
  expect((await shop.regulars('message invitation --event "Tea tasting" --to Bob --today 2026-12-31')).err).toContain(
    '“Tea tasting” was on 2026-11-25',
  )
  // Who came was spoken with; nothing else is settled by it, and what refers to the event keeps its opening.
  expect((await shop.regulars('undo 4 --yes')).exit).toBe(1)
  await shop.regulars(`undo ${came.change} --yes`)
  expect((await shop.json('event list --today 2026-12-31'))[0].came).toBe(0)
})
