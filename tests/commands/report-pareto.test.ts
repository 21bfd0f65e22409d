import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/** Ann brings 500, Bob 300, Cai 150, Dan 50; Eve never bought. */
async function shopOfFive(init = 'init --lang en'): Promise<Shop> {
  const shop = await openShop(init)
  for (const name of ['Ann', 'Bob', 'Cai', 'Dan', 'Eve']) await shop.json(`add ${name}`)
  for (const [id, amount] of [
    [3, 150],
    [1, 300],
    [2, 300],
    [1, 200],
    [4, 50],
  ])
    await shop.json(`buy ${id} ${amount}`)
  await shop.json('buy walk-in 999')
  return shop
}

test('report pareto, as worked out by hand', async () => {
  const shop = await shopOfFive()
  expect(await shop.json('report pareto')).toEqual({
    from: null,
    to: '2026-11-21',
    customers: 4,
    profit: '1000.00',
    customersAt80: 2,
    shareOfCustomersAt80: 0.5,
    gained: '1000.00',
    losing: 0,
    measure: 'sales',
    rows: [
      { customerId: 1, name: 'Ann', profit: '500.00', share: 0.5, cumulativeShare: 0.5 },
      { customerId: 2, name: 'Bob', profit: '300.00', share: 0.3, cumulativeShare: 0.8 },
      { customerId: 3, name: 'Cai', profit: '150.00', share: 0.15, cumulativeShare: 0.95 },
      { customerId: 4, name: 'Dan', profit: '50.00', share: 0.05, cumulativeShare: 1 },
    ],
  })
  expect((await shop.regulars('report pareto')).said).toBe(
    [
      'Pareto up to 2026-11-21: 4 buyers, ¥1,000.00 sales',
      '2 of 4 buyers (50 %) bring 80 % of the sales.',
      '      customer    sales  share  together',
      '  #1  Ann       ¥500.00   50 %      50 %',
      '  #2  Bob       ¥300.00   30 %      80 %',
      '  #3  Cai       ¥150.00   15 %      95 %',
      '  #4  Dan        ¥50.00    5 %     100 %',
      '',
      'Who they are: regulars list --sort profit --limit 2   how: --explain',
      '',
    ].join('\n'),
  )
  expect((await shop.regulars('report pareto --ids')).out).toBe('1\n2\n3\n4\n')
  expect((await shop.regulars('list --sort profit --limit 2 --ids')).out).toBe('1\n2\n')
  expect((await shop.regulars('report pareto --format csv')).out).toContain(
    'customerId,name,profit,share,cumulativeShare\n1,Ann,500.00,0.5,0.5\n',
  )
})

test('report pareto in Chinese, and of a part of the shop', async () => {
  const shop = await shopOfFive('init --lang zh')
  await shop.json('tag 3 +老茶客')
  await shop.json('tag 4 +老茶客')
  const { said: out } = await shop.regulars('report pareto --tag 老茶客')
  expect(out).toBe(
    [
      '到 2026-11-21：2 位买过，营业额 ¥200.00',
      '2 位里的 2 位（100 %）带来 80 % 的营业额。',
      '      客户   营业额  占比   累计',
      '  #3  Cai   ¥150.00  75 %   75 %',
      '  #4  Dan    ¥50.00  25 %  100 %',
      '',
      '是哪些人：后面加 --ids | head -2   怎么算的：--explain',
      '',
    ].join('\n'),
  )
  expect((await shop.regulars('report pareto --explain')).out).toContain('80 %：最少要几位，加起来够这些毛利的 80 %。')
})

test('the days asked for: what is given back belongs to its purchase, a return to its day', async () => {
  const shop = await openShop('init --lang en')
  for (const name of ['Ann', 'Bob']) await shop.json(`add ${name}`)
  const { id } = await shop.json('buy 1 100 --on 2026-01-05')
  await shop.json('buy 1 40 --on 2026-06-05')
  await shop.json('buy 2 60 --on 2026-06-06')
  await shop.json(`refund ${id} 100 --on 2026-06-07`)
  const rows = async (flags: string) =>
    (await shop.json(`report pareto ${flags}`)).rows.map(
      ({ name, profit }: { name: string; profit: string }) => `${name} ${profit}`,
    )
  expect(await rows('')).toEqual(['Bob 60.00', 'Ann 40.00'])
  expect(await rows('--from 2026-06-01')).toEqual(['Bob 60.00', 'Ann 40.00'])
  expect(await rows('--to 2026-06-06')).toEqual(['Ann 140.00', 'Bob 60.00'])
  expect(await rows('--month 2026-01 --today 2026-06-01')).toEqual(['Ann 100.00'])
  expect(await rows('--month 2026-02')).toEqual([])
})

test('costs, losses and a margin are said', async () => {
  const shop = await openShop('init --lang en --margin 0.5')
  for (const name of ['Ann', 'Bob', 'Cai']) await shop.json(`add ${name}`)
  await shop.json('buy 1 100')
  await shop.json('buy 2 100 --cost 40')
  await shop.json('buy 3 10 --cost 40')
  const value = await shop.json('report pareto')
  expect(value).toMatchObject({ profit: '80.00', gained: '110.00', losing: 1, customersAt80: 2, measure: 'profit' })
  expect(value.rows.map(({ share }: { share: number }) => share)).toEqual([60 / 110, 50 / 110, -30 / 110])
  const { out } = await shop.regulars('report pareto')
  expect(out).toMatch(/3 buyers, ¥80\.00 profit\n2 of 3 buyers \(66\.7 %\) bring 80 % of the profit\.\n/)
  expect(out).toContain('1 brought less than nothing: shares are of the ¥110.00 the others brought.\n')
  expect((await shop.regulars('report pareto --lang zh')).out).toContain(
    '有 1 位是倒贴的：占比按其他人带来的 ¥110.00 算。',
  )
})

test('tenths of the customers, a bar each, in 80 columns', async () => {
  const shop = await openShop('init --lang en')
  for (let id = 1; id <= 21; id++) {
    await shop.json(`add Customer${id}`)
    await shop.json(`buy ${id} ${id * 10}`)
  }
  const { out } = await shop.regulars('report pareto', { columns: 80, env: { NO_COLOR: '1' } })
  const lines = out.split('\n')
  expect(lines[0]).toBe('Pareto up to 2026-11-21: 21 buyers, ¥2,310.00 sales')
  expect(lines[1]).toBe('12 of 21 buyers (57.1 %) bring 80 % of the sales.')
  // Below the list, where a terminal stops.
  expect(lines.slice(24, 28)).toEqual([
    '',
    'The customers by tenths, the best first: sales of each tenth, and its share',
    `  1-2    ¥410.00  17.7 %  ${'█'.repeat(40)}`,
    expect.stringMatching(/^ {2}3-4 {4}¥370\.00 {2}16\.0 % {2}█{36}/),
  ])
  // No command cuts rows unless asked.
  expect(out).toMatch(/\n {2}#1 {3}Customer1 /)
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80)
})

test.each([
  ['nobody', [], 'nobody bought', '没人买过'],
  ['who never bought', ['add Ann'], 'nobody bought', '没人买过'],
  [
    'one',
    ['add Ann', 'buy 1 10'],
    '1 of 1 buyer (100 %) brings 80 % of the sales.',
    '1 位里的 1 位（100 %）带来 80 % 的营业额。',
  ],
  [
    'equals',
    ['add Ann', 'add Bob', 'buy 1 10', 'buy 2 10'],
    '2 of 2 buyers (100 %) bring 80 % of the sales.',
    '2 位里的 2 位（100 %）',
  ],
  [
    'gifts alone',
    ['add Ann', 'buy 1 0'],
    'Nobody of the 1 buyer brought any sales: there is nothing to share out.',
    '这 1 位没带来营业额，没什么可分的。',
  ],
  [
    'losses alone',
    ['add Ann', 'buy 1 10 --cost 30'],
    'Nobody of the 1 buyer brought any profit: there is nothing to share out.',
    '这 1 位没带来毛利，没什么可分的。',
  ],
  ['what was taken back', ['add Ann', 'buy 1 10', 'refund 1 10'], 'nobody bought', '没人买过'],
])('report pareto of a shop of %s', async (_, lines, english, chinese) => {
  const shop = await openShop('init --lang en')
  for (const line of lines) await shop.json(line)
  const ran = await shop.regulars('report pareto')
  expect(ran.exit).toBe(0)
  expect(ran.said).toContain(english)
  expect((await shop.regulars('report pareto --lang zh')).said).toContain(chinese)
  expect(ran.out + JSON.stringify(await shop.json('report pareto'))).not.toMatch(/NaN|Infinity|undefined/)
})
