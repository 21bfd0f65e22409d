import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/**
 * September: Ann and Bob; Ann came again in October and November. October: Cai, who came again in November. Dan is of
 * an old roster.
 */
async function shopOfFour(init = 'init --lang en'): Promise<Shop> {
  const shop = await openShop(init)
  for (const name of ['Ann', 'Bob', 'Cai', 'Dan']) await shop.json(`add ${name}`)
  for (const [id, amount, on] of [
    [1, 10, '2026-09-30'],
    [2, 20, '2026-09-01'],
    [1, 30, '2026-10-01'],
    [3, 40, '2026-10-15'],
    [1, 50, '2026-11-02'],
    [3, 60, '2026-11-03'],
    [3, 5, '2026-11-04'],
    [4, 70, '2026-11-05'],
  ])
    await shop.json(`buy ${id} ${amount} --on ${on}`)
  await shop.json('buy walk-in 999')
  const roster = 'name,visits_before,last_purchase\nDan,3,2026-08-01\n'
  expect(await shop.regulars('import customers - --no-classify', { stdin: roster })).toMatchObject({ exit: 0 })
  return shop
}

test('report cohorts, as worked out by hand', async () => {
  const shop = await shopOfFour()
  expect(await shop.json('report cohorts')).toEqual([
    {
      cohort: '2026-09',
      customers: 2,
      months: [
        { month: 0, active: 2, revenue: '30.00' },
        { month: 1, active: 1, revenue: '30.00' },
        { month: 2, active: 1, revenue: '50.00' },
      ],
    },
    {
      cohort: '2026-10',
      customers: 1,
      months: [
        { month: 0, active: 1, revenue: '40.00' },
        { month: 1, active: 1, revenue: '65.00' },
      ],
    },
  ])
  const ran = await shop.regulars('report cohorts')
  expect(ran.out).toBe(
    [
      'Cohorts up to 2026-11-21: 3 buyers by the month of the first purchase',
      'Who came again, % of each cohort, by months since (the newest is not over):',
      'first    buyers     1    2',
      '2026-09       2    50▓  50▓',
      '2026-10       1   100█',
      'The same in customers; money: all a cohort has bought so far, refunds taken off.',
      'first      money   1  2',
      '2026-09  ¥110.00   1█ 1█',
      '2026-10  ¥105.00   1█',
      '',
    ].join('\n'),
  )
  expect(ran.err).toBe(
    '1 left out: this customer bought before this ledger began, nobody knows in which month first.\n' +
      'Who is fading: regulars list --stage declining   how it is reckoned: --explain\n',
  )
  expect((await shop.regulars('report cohorts --format csv')).out).toBe(
    `cohort,customers,month,active,share,revenue
2026-09,2,0,2,1,30.00
2026-09,2,1,1,0.5,30.00
2026-09,2,2,1,0.5,50.00
2026-10,1,0,1,1,40.00
2026-10,1,1,1,1,65.00
`,
  )
})

test('report cohorts in Chinese, of some days, of some customers', async () => {
  const shop = await shopOfFour('init --lang zh')
  const ran = await shop.regulars('report cohorts')
  expect(ran.said).toContain('到 2026-11-21：3 位客户，按头一次买的月份分批\n头一次以后第几个月')
  expect(ran.err).toContain('有 1 位没算：有账本以前就买过，不知道头一次是哪个月。\n')
  expect(await shop.json('report cohorts --from 2026-09-02 --to 2026-10-31')).toEqual([
    {
      cohort: '2026-09',
      customers: 1,
      months: [
        { month: 0, active: 1, revenue: '10.00' },
        { month: 1, active: 1, revenue: '30.00' },
      ],
    },
    { cohort: '2026-10', customers: 1, months: [{ month: 0, active: 1, revenue: '40.00' }] },
  ])
  await shop.json('tag 2 +走了')
  expect(await shop.json('report cohorts --tag 走了')).toMatchObject([{ cohort: '2026-09', customers: 1 }])
  await shop.json('archive 2')
  expect(await shop.json('report cohorts')).toMatchObject([{ cohort: '2026-09', customers: 1 }, { cohort: '2026-10' }])
  expect((await shop.regulars('report cohorts --explain')).out).toContain('第 0 个月就是他们自己。')
})

test('what was given back counts for nothing, a return on its own day', async () => {
  const shop = await openShop('init --lang en')
  for (const name of ['Ann', 'Bob']) await shop.json(`add ${name}`)
  // Ann's first purchase is taken back in full: she begins in October.
  const { id } = await shop.json('buy 1 10 --on 2026-09-01')
  await shop.json(`refund ${id} 10 --on 2026-11-01`)
  await shop.json('buy 1 20 --on 2026-10-05')
  const second = await shop.json('buy 2 30 --on 2026-10-06')
  await shop.json(`refund ${second.id} 10 --on 2026-11-06`)
  expect(await shop.json('report cohorts')).toEqual([
    {
      cohort: '2026-10',
      customers: 2,
      months: [
        { month: 0, active: 2, revenue: '40.00' },
        { month: 1, active: 0, revenue: '0.00' },
      ],
    },
  ])
  // Before that she had begun in September, and Bob's 30 were whole.
  expect(await shop.json('report cohorts --today 2026-10-31')).toMatchObject([
    { cohort: '2026-09', customers: 1, months: [{ revenue: '10.00' }, { revenue: '20.00' }] },
    { cohort: '2026-10', customers: 1, months: [{ revenue: '30.00' }] },
  ])
})

test('three years fit 80 columns, and what does not is said', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann')
  for (let month = 0; month < 36; month++)
    await shop.json(`buy 1 10 --on ${2023 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-05`)
  const { out } = await shop.regulars('report cohorts', { columns: 80, env: { NO_COLOR: '1' } })
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80)
  expect(out).toContain('  months 13-46 do not fit here: a wider window shows more, --format csv all\n')
  expect((await shop.regulars('report cohorts')).out).not.toContain('do not fit')
  expect((await shop.json('report cohorts'))[0].months).toHaveLength(47)
})

test.each([
  ['nobody', [], 'nobody bought for the first time', '没人头一次买'],
  ['who never bought', ['add Ann'], 'nobody bought for the first time', '没人头一次买'],
  ['one of today', ['add Ann', 'buy 1 10'], '1 buyer by the month', '1 位客户'],
  ['gifts', ['add Ann', 'buy 1 0 --on 2026-01-01'], '1 buyer by the month', '1 位客户'],
])('report cohorts of a shop of %s', async (_, lines, english, chinese) => {
  const shop = await openShop('init --lang en')
  for (const line of lines) await shop.json(line)
  const ran = await shop.regulars('report cohorts')
  expect(ran.exit).toBe(0)
  expect(ran.said).toContain(english)
  expect((await shop.regulars('report cohorts --lang zh')).said).toContain(chinese)
  expect(ran.out + JSON.stringify(await shop.json('report cohorts'))).not.toMatch(/NaN|Infinity|undefined/)
})
