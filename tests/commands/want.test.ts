import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'

test('who waits for what, A first and who has waited longest; told, they are off the list', async () => {
  const shop = await openShop('init --lang en')
  for (const name of ['Ann', 'Bob', 'Cid']) await shop.json(['add', name, '--today', '2026-10-01'])
  await shop.json('pin Cid A --today 2026-10-01')
  const noted = await shop.json(['want', 'Ann', 'Dahongpao', '50g', '--today', '2026-11-01'])
  expect(noted).toEqual({
    id: 1,
    customerId: 1,
    name: 'Ann',
    tier: 'D',
    text: 'Dahongpao 50g',
    since: '2026-11-01',
    days: 0,
    arrivedOn: null,
    toldOn: null,
    until: null,
    change: expect.any(Number),
  })
  await shop.json(['want', 'Bob', 'green tea', '--until', '2026-11-10', '--today', '2026-11-01'])
  await shop.json(['want', 'Cid', 'ＤＡＨＯＮＧＰＡＯ', '--today', '2026-11-05'])
  // The same again is no news.
  expect(await shop.json(['want', 'Ann', 'dahongpao 50G', '--today', '2026-11-03'])).toMatchObject({
    id: 1,
    since: '2026-11-01',
    days: 2,
    change: null,
  })
  expect(
    (await shop.json('wants --today 2026-11-08')).map(({ name, days }: { name: string; days: number }) => [name, days]),
  ).toEqual([
    ['Cid', 3],
    ['Ann', 7],
    ['Bob', 7],
  ])
  // Bob waits until the 10th.
  expect((await shop.regulars('wants --ids --today 2026-11-11')).out).toBe('3\n1\n')
  const arrived = await shop.json('arrived dahongpao --today 2026-11-12')
  expect(arrived).toMatchObject({
    text: 'dahongpao',
    wants: [{ name: 'Cid', arrivedOn: '2026-11-12', days: 7 }, { name: 'Ann' }],
  })
  // Again on the next day: they are to be told still, and nothing changes.
  expect(await shop.json('arrived DAHONGPAO --today 2026-11-13')).toMatchObject({ wants: [{}, {}], change: null })
  expect(
    (await shop.json('due --reason wanted --today 2026-11-13')).rows.map(({ name }: { name: string }) => name),
  ).toEqual(['Cid', 'Ann'])
  await shop.json('done Cid -o sent --about wanted --today 2026-11-14')
  expect((await shop.regulars('wants --ids --today 2026-11-14')).out).toBe('1\n')
  expect(
    (await shop.json('wants --all --today 2026-11-14')).map(
      ({ name, toldOn }: { name: string; toldOn: string | null }) => [name, toldOn],
    ),
  ).toEqual([
    ['Cid', '2026-11-14'],
    ['Ann', null],
    ['Bob', null],
  ])
  // Nobody told Ann for more than 14 days: the next time it comes in she is raised anew.
  expect((await shop.json('due --reason wanted --today 2026-11-27')).total).toBe(0)
  expect(await shop.json('arrived dahongpao --today 2026-11-27')).toMatchObject({
    wants: [{ name: 'Ann', arrivedOn: '2026-11-27' }],
  })
  expect((await shop.json('due --reason wanted --today 2026-11-27')).total).toBe(1)
})

test('who waits no longer; what nobody waits for', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann')
  await shop.json('want Ann cup')
  await shop.json('want Ann teapot')
  expect(await shop.regulars('want Ann off kettle')).toEqual({
    exit: 1,
    out: '',
    err: 'regulars: Ann #1 does not wait for “kettle”.\n  They wait for: cup, teapot\n',
  })
  expect(await shop.json('want Ann off TEA')).toMatchObject({ customerId: 1, ended: [{ text: 'teapot' }] })
  expect((await shop.json('wants')).map(({ text }: { text: string }) => text)).toEqual(['cup'])
  await shop.json('undo --yes')
  expect(await shop.json('wants')).toHaveLength(2)
  expect(await shop.regulars('arrived kettle')).toMatchObject({
    exit: 0,
    out: 'Nobody waits for “kettle”. Who waits for what: regulars wants\n',
  })
  expect((await shop.regulars('want Ann off')).exit).toBe(2)
  expect((await shop.regulars('want walk-in cup')).exit).not.toBe(0)
  expect((await shop.regulars('want Ann bowl --dry-run')).exit).toBe(0)
  expect(await shop.json('wants')).toHaveLength(2)
})

test('what is said of it, in both languages', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann')
  expect((await shop.regulars('want Ann "spring tea" --until 2027-04-30')).out).toBe(
    'Ann #1 waits for “spring tea”, until 2027-04-30\nWhen it comes in: regulars arrived "spring tea"   who waits ' +
      'for what: regulars wants\nSlip? regulars undo   (change 2)\n',
  )
  expect((await shop.regulars('wants')).said).toBe(
    '1 customer waiting\ncustomer  tier  waits for   since then  days\n#1 Ann    D     spring tea  waiting        ' +
      '0\nCome in: regulars arrived "spring tea"   those told too: regulars wants --all\n',
  )
  expect((await shop.regulars('arrived spring --lang zh')).out).toBe(
    '“spring”到了，要告诉 1 位\n客户    等级  想要        到没到      等了几天\n#1 Ann  D     spring tea  11-21 到的         ' +
      '0\n告诉了：regulars done 1 --about 想要的到了   写好的话：regulars message 想要的到了 --to due\n弄错了：regulars undo（改动 3）\n',
  )
})

test('a whole export takes the wishes along', async () => {
  const shop = await openShop()
  await shop.json('add Ann --relation partner')
  await shop.json('want Ann cup')
  await shop.json('arrived cup')
  const { out } = await shop.regulars('export all')
  const other = await openShop(false)
  expect((await other.regulars('import all - --yes', { stdin: out })).exit).toBe(0)
  expect(await other.json('wants')).toEqual(await shop.json('wants'))
  expect(await other.json('show Ann')).toMatchObject({ relation: 'partner' })
})

test('a contact of the same day tells of what came in only when it was noted after it, or says so', async () => {
  const shop = await openShop('init --lang en')
  for (const name of ['Ann', 'Bob', 'Cid']) await shop.json(['add', name])
  for (const name of ['Ann', 'Bob', 'Cid']) await shop.json(['want', name, 'cup'])
  await shop.json('done Ann')
  await shop.json('done Bob --about wanted')
  const arrived = await shop.json('arrived cup')
  expect(arrived.wants.map(({ name }: { name: string }) => name)).toEqual(['Ann', 'Cid'])
  expect((await shop.json('due --reason wanted')).total).toBe(2)
  await shop.json('done Cid')
  expect((await shop.regulars('wants --ids')).out).toBe('1\n')
  // Joined with somebody else, the wish came in no later.
  await shop.json('done Ann')
  await shop.json('add Dan')
  await shop.regulars('merge Ann Dan --yes')
  expect((await shop.regulars('wants --ids')).out).toBe('')
  expect((await shop.json('due --reason wanted')).total).toBe(0)
})
