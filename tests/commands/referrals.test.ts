import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/**
 * Ann brought Bob and Cai, Bob brought Dan, Dan brought Eve, who has not bought; Fay brought Gus, who has not either.
 */
async function shopOfSeven(init = 'init --lang en'): Promise<Shop> {
  const shop = await openShop(init)
  for (const line of [
    'Ann',
    'Bob --referred-by 1',
    'Cai --referred-by 1',
    'Dan --referred-by 2',
    'Eve --referred-by 4',
    'Fay',
    'Gus --referred-by 6',
  ])
    await shop.json(`add ${line}`)
  for (const [id, amount, on] of [
    [1, 100, '2026-11-01'],
    [2, 20, '2026-10-01'],
    [3, 30, '2026-11-02'],
    [4, 40, '2026-11-03'],
  ])
    await shop.json(`buy ${id} ${amount} --on ${on}`)
  await shop.json('refund 3 5')
  return shop
}

test('referrals, as worked out by hand', async () => {
  const shop = await shopOfSeven()
  const brought = (customerId: number, name: string, bought: boolean, value: string) => ({
    customerId,
    name,
    bought,
    value,
  })
  expect(await shop.json('referrals')).toEqual([
    {
      customerId: 1,
      name: 'Ann',
      referred: 2,
      referredValue: '45.00',
      referredBuyers: 2,
      branch: 4,
      branchValue: '85.00',
      customers: [brought(2, 'Bob', true, '20.00'), brought(3, 'Cai', true, '25.00')],
    },
    {
      customerId: 2,
      name: 'Bob',
      referred: 1,
      referredValue: '40.00',
      referredBuyers: 1,
      branch: 2,
      branchValue: '40.00',
      customers: [brought(4, 'Dan', true, '40.00')],
    },
    {
      customerId: 4,
      name: 'Dan',
      referred: 1,
      referredValue: '0.00',
      referredBuyers: 0,
      branch: 1,
      branchValue: '0.00',
      customers: [brought(5, 'Eve', false, '0.00')],
    },
    {
      customerId: 6,
      name: 'Fay',
      referred: 1,
      referredValue: '0.00',
      referredBuyers: 0,
      branch: 1,
      branchValue: '0.00',
      customers: [brought(7, 'Gus', false, '0.00')],
    },
  ])
  expect((await shop.regulars('referrals --format csv')).out).toContain(
    'customerId,name,referred,referredValue,referredBuyers,branch,branchValue\n1,Ann,2,45.00,2,4,85.00\n',
  )
  expect((await shop.regulars('referrals --ids')).out).toBe('1\n2\n4\n6\n')
})

test('the tree', async () => {
  const shop = await shopOfSeven()
  expect((await shop.regulars('referrals')).said).toBe(
    [
      'Referrals up to 2026-11-21: 4 customers brought 5',
      'customer       bought  brought',
      'Ann #1                 brought 2, all bought: ¥45.00; 4 with theirs: ¥85.00',
      '  Bob #2       ¥20.00  brought 1, all bought: ¥40.00; 2 with theirs: ¥40.00',
      '    Dan #4     ¥40.00  brought 1, none bought yet',
      '      Eve #5  not yet',
      '  Cai #3       ¥25.00',
      'Fay #6                 brought 1, none bought yet',
      '  Gus #7      not yet',
      'Say thanks: regulars done 1 -n "…"   in figures: regulars report referrals',
      '',
    ].join('\n'),
  )
  const chinese = (await shop.regulars('referrals --lang zh')).out
  expect(chinese).toContain('到 2026-11-21，4 位介绍来 5 位\n')
  expect(chinese).toMatch(/Ann #1 +介绍 2 位，都买过：¥45.00；连他们介绍的共 4 位：¥85\.00\n/)
  expect(chinese).toMatch(/ {2}Gus #7 +还没买\n/)
})

test('report referrals, of all days and of some', async () => {
  const shop = await shopOfSeven()
  const { rows, ...figures } = await shop.json('report referrals')
  expect(figures).toEqual({
    from: null,
    to: '2026-11-21',
    referrers: 4,
    referred: 5,
    referredBuyers: 3,
    referredValue: '85.00',
    spent: '185.00',
  })
  expect(rows).toEqual(await shop.json('referrals'))
  const { said: out } = await shop.regulars('report referrals')
  expect(out).toContain('Referrals up to 2026-11-21: 4 customers brought 5\n')
  expect(out).toMatch(/of them bought +3 {2}3 of 5 = 60 %\n/)
  expect(out).toMatch(/what they bought +¥85\.00 {2}of ¥185\.00 that customers bought = 45\.9 %\n/)
  expect(out).toContain('Who brought whom: regulars referrals   one: regulars show 1   how: --explain\n')
  const november = await shop.json('report referrals --from 2026-11-01')
  expect(november).toMatchObject({
    from: '2026-11-01',
    referred: 5,
    referredBuyers: 2,
    referredValue: '65.00',
    spent: '165.00',
  })
  expect((await shop.regulars('report referrals --lang zh --explain')).out).toContain('介绍来的：“介绍人”写着他的客户')
})

test('referrers asked for; archived customers left out', async () => {
  const shop = await shopOfSeven()
  await shop.json('tag 2 +vip')
  expect(await shop.json('report referrals --tag vip')).toMatchObject({
    referrers: 1,
    referred: 1,
    referredValue: '40.00',
  })
  await shop.json('archive 4')
  expect((await shop.json('referrals')).map(({ name }: { name: string }) => name)).toEqual(['Ann', 'Fay'])
})

test('two who brought each other are drawn once, and the tree ends', async () => {
  const shop = await openShop('init --lang en')
  for (const name of ['Ann', 'Bob', 'Cai']) await shop.json(`add ${name}`)
  await shop.json('edit 1 --referred-by 2')
  // No command makes such a circle; a ledger of before may hold one.
  const file = new Database(shop.db)
  file.exec('update customer set referred_by = 1 where id = 2')
  file.close()
  await shop.json('edit 3 --referred-by 2')
  const { said: out } = await shop.regulars('referrals')
  expect(out.split('\n').slice(1, -2)).toEqual([
    'customer                 bought  brought',
    'Bob #2                           brought 2, none bought yet',
    '  Ann #1                not yet  brought 1, none bought yet; 2 with theirs: ¥0.00',
    '    Bob #2 (see above)  not yet',
    '  Cai #3                not yet',
  ])
})

test.each([
  ['nobody', [], 'nobody is known to have brought anybody', '还没记过谁介绍谁来'],
  [
    'nobody brought',
    ['add Ann', 'buy 1 10'],
    'Note it: regulars edit NAME --referred-by NAME',
    '记上介绍人：regulars edit',
  ],
  ['no money', ['add Ann', 'add Bob --referred-by 1'], '1 customer brought 1', '1 位介绍来 1 位'],
])('referrals of a shop of %s', async (_, lines, english, chinese) => {
  const shop = await openShop('init --lang en')
  for (const line of lines) await shop.json(line)
  for (const command of ['referrals', 'report referrals']) {
    const ran = await shop.regulars(command)
    expect(ran.exit).toBe(0)
    expect(ran.said).toContain(english)
    expect(ran.out + JSON.stringify(await shop.json(command))).not.toMatch(/NaN|Infinity|undefined/)
    expect((await shop.regulars(`${command} --lang zh`)).said).toContain(chinese)
  }
})

test('whoever counts as brought here counts in every report and for the scorecard', async () => {
  const shop = await openShop('init --lang en')
  const roster =
    'name,referred_by,visits_before,last_purchase\nAnn,,,\nBob,Ann,,\nCai,Ann,,\nDan,Ann,4,2025-01-01\nEve,Ann,,\n'
  await shop.regulars('import customers -', { stdin: roster })
  for (const who of ['Ann', 'Bob', 'Cai']) await shop.json(`buy ${who} 10`)
  await shop.json('buy Eve 10')
  await shop.json('refund Eve')
  await shop.json('archive Cai')
  await shop.json('policy set tier.method scorecard')
  await shop.json('classify')
  expect(await shop.json('referrals')).toMatchObject([{ name: 'Ann', referred: 3, referredBuyers: 1 }])
  const { signs } = (await shop.json('report quadrants')).rows.find(({ name }: { name: string }) => name === 'Ann')
  expect(signs.refers).toBe(true)
  expect(await shop.json('report rates')).toMatchObject({ referrers: 1 })
  expect((await shop.regulars('why Ann')).out).toContain('referrals 50')
})
