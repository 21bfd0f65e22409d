import { expect, test } from 'vitest'
import { splitPeriod } from '../../src/ledger/period.ts'
import { type Rates, readRateSeries, readRates } from '../../src/ledger/report/rates.ts'
import { bookOf } from '../ledger.ts'
import { openShop, type Shop } from '../shop.ts'
import { richShop } from './rich-shop.ts'

/**
 * Gaps of 10 days at Ann, 20 at Bob: the shop's gap is 15. Cai once, long ago; Dan has not bought; Eve today, brought
 * by Ann.
 */
async function shopOfFive(init = 'init --lang en'): Promise<Shop> {
  const shop = await openShop(init)
  for (const line of ['Ann', 'Bob', 'Cai', 'Dan', 'Eve --referred-by 1']) await shop.json(`add ${line}`)
  for (const on of ['2026-10-22', '2026-11-01', '2026-11-11']) await shop.json(`buy 1 10 --on ${on}`)
  for (const on of ['2026-09-01', '2026-09-21', '2026-10-11']) await shop.json(`buy 2 10 --on ${on}`)
  await shop.json('buy 3 10 --on 2026-01-05')
  await shop.json('buy 5 10')
  return shop
}

test('report stages counts everyone by their own rhythm', async () => {
  const shop = await shopOfFive()
  expect(await shop.json('report stages')).toEqual({
    asOf: '2026-11-21',
    shopGap: 15,
    counts: { prospect: 1, exploring: 1, forming: 1, stable: 0, declining: 1, lost: 1 },
  })
  expect((await shop.json('report stages --today 2026-01-10')).counts).toEqual({
    prospect: 4,
    exploring: 1,
    forming: 0,
    stable: 0,
    declining: 0,
    lost: 0,
  })
  expect((await shop.regulars('report stages')).out).toContain(
    'Stages on 2026-11-21: 5 customers\n  prospect   1  20 %  ████████████████████████████████████████\n',
  )
  expect((await shop.regulars('report stages --stage lost')).out).toMatch(/^Stages on 2026-11-21: 1 customer\n/)
  expect((await shop.regulars('report stages --lang zh --explain')).out).toContain('全店的节奏：15 天来一次\n间隔：')
  expect((await shop.regulars('report stages --format csv')).out).toBe(
    'stage,customers\nprospect,1\nexploring,1\nforming,1\nstable,0\ndeclining,1\nlost,1\n',
  )
})

test('report rates, as worked out by hand', async () => {
  const shop = await shopOfFive()
  // On 01-01 nobody; by default the 365 days to today: 2025-11-22.
  expect(await shop.json('report rates')).toEqual({
    from: '2025-11-22',
    to: '2026-11-21',
    buyersAtStart: 0,
    lost: 0,
    churnRate: null,
    retentionRate: null,
    new: 4,
    regained: 0,
    buyers: 4,
    repeatBuyers: 2,
    repeatRate: 0.5,
    referrers: 1,
    referralRate: 0.25,
  })
  // Cai was active on 2026-02-01 and is lost from 04-06 on: 91 days after 01-05.
  expect(await shop.json('report rates --from 2026-02-01 --to 2026-04-05')).toMatchObject({
    buyersAtStart: 1,
    lost: 0,
    churnRate: 0,
    retentionRate: 1,
    buyers: 0,
    repeatRate: null,
    referralRate: null,
  })
  expect(await shop.json('report rates --from 2026-02-01 --to 2026-04-06')).toMatchObject({
    buyersAtStart: 1,
    lost: 1,
    churnRate: 1,
    retentionRate: 0,
  })
  await shop.json('buy 3 10 --on 2026-11-20')
  expect(await shop.json('report rates --month 11')).toMatchObject({
    from: '2026-11-01',
    to: '2026-11-21',
    regained: 1,
    new: 1,
    buyers: 3,
    buyersAtStart: 2,
  })
})

test('the screens of report rates', async () => {
  const shop = await shopOfFive()
  const { out } = await shop.regulars('report rates --from 2026-10-01 --to 2026-11-21')
  expect(out).toContain('Rates from 2026-10-01 to 2026-11-21\n')
  expect(out).toMatch(/lost +0 {2}churn: 0 of 1 active = 0 %/)
  expect(out).toMatch(/repeat buyers +1 {2}on two days or more: 1 of 3 buyers = 33\.3 %/)
  expect((await shop.regulars('report rates --from 2025-01-01 --to 2025-01-31')).out).toContain(
    'churn: nobody was active at the start\n',
  )
  const months = await shop.json<Rates[]>('report rates --from 2026-10-10 --by month')
  expect(months.map(({ from, to }) => [from, to])).toEqual([
    ['2026-10-10', '2026-10-31'],
    ['2026-11-01', '2026-11-21'],
  ])
  expect(
    (await shop.regulars('report rates --from 2026-10-01 --to 2026-11-21 --lang zh --no-color', { columns: 80 })).out,
  ).toBe(`2026-10-01 到 2026-11-21，来了多少、走了多少
  期初活跃   1  第一天以前买过，还没流失
  流失       0  流失率 0 / 1（期初活跃）= 0 %
  留住       1  留存率 1 / 1（期初活跃）= 100 %
  新客       2  头一次买
  回来的     0  期初已流失，又来买了
  净增      +2  新客 + 回来的 - 流失
  买过的     3  这段时间买过
  复购的     1  买过 2 天以上 1 / 3（买过的）= 33.3 %
  介绍人     1  介绍的人也买过 1 / 3（买过的）= 33.3 %
流失了谁：regulars report losses --from 2026-10-01 --to 2026-11-21
按月看：--by month   怎么算的：--explain
`)
  // On a narrow terminal no figure is cut, and the last line breaks between what it says.
  expect(
    (
      await shop.regulars('report rates --from 2026-10-01 --to 2026-11-21 --by month --lang zh --no-color', {
        columns: 60,
      })
    ).out,
  ).toContain(`          期初活跃 流失 流失率 留住 留存率 新客 回来的 净增
2026-10          1    0    0 %    1  100 %    1      0   +1
11-01..21        2    0    0 %    2  100 %    1      0   +1
`)
  expect((await shop.regulars('report rates --by month --no-color', { columns: 60 })).out).toMatch(
    /\nWho is fading: regulars list --stage declining\nhow it is reckoned: --explain\n$/,
  )
  expect((await shop.regulars('report rates --from 2026-08-15 --by month')).out).toContain(
    '\n  buyers  ▁▅██  0 to 2\n  new     ▁███  0 to 1\n  churn    ▁▁▁  0 % to 0 %\n',
  )
  expect((await shop.regulars('report rates --explain')).out).toContain('referral rate = ')
})

test('firms whose share nobody noted are one line, not a table of nothing', async () => {
  const shop = await shopOfFive()
  await shop.json('edit 1 --kind firm')
  expect((await shop.regulars('report stages')).out).toContain(
    "The shop's gap: 15 days between visits\n1 firm: nobody noted how much of what they buy they buy here.\nNote " +
      'it: regulars edit NAME --share 60\n',
  )
  expect((await shop.regulars('report stages --lang zh')).out).toContain(
    '单位客户 1 家，都还不知道他们要买的有多少在这儿买。\n记一下：regulars edit 名字 --share 60\n',
  )
  await shop.json('edit 1 --share 60')
  expect((await shop.regulars('report stages')).out).toContain('stable      1  100 %\n')
  expect((await shop.regulars('report stages --tag nobody')).out).toMatch(/^Stages on 2026-11-21: 0 customers\n/)
})

test.each([
  ['--tier D', 2],
  ['--tag vip', 1],
  ['--source street', 1],
  ['--tag vip --source street', 0],
])('report stages %s', async (flags, customers) => {
  const shop = await shopOfFive()
  await shop.json('edit 1 --tag vip')
  await shop.json('edit 4 --source street')
  await shop.json('pin 5 D')
  const { counts } = await shop.json(`report stages ${flags}`)
  expect(Object.values<number>(counts).reduce((sum, count) => sum + count)).toBe(customers)
})

test.each([
  ['--month 2026-10', '2026-10-01', '2026-10-31'],
  ['--month 2026年2月', '2026-02-01', '2026-02-28'],
  ['--month 12', '2025-12-01', '2025-12-31'],
  ['--month 2026-11', '2026-11-01', '2026-11-21'],
  ['--quarter 2026-Q3', '2026-07-01', '2026-09-30'],
  ['--quarter Q4', '2026-10-01', '2026-11-21'],
  ['--quarter 2025年4季度', '2025-10-01', '2025-12-31'],
  ['--to 2026-01-31', '2025-02-01', '2026-01-31'],
  ['--from 2026-11-01', '2026-11-01', '2026-11-21'],
])('report rates %s is from %s to %s', async (flags, from, to) => {
  const shop = await openShop()
  expect(await shop.json(`report rates ${flags}`)).toMatchObject({
    from,
    to,
    buyersAtStart: 0,
    churnRate: null,
    repeatRate: null,
  })
})

test.each([
  [
    '--from 2026-11-02 --to 2026-11-01',
    'The period ends before it begins: 2026-11-02 to 2026-11-01.',
    '起止反了：2026-11-02 到 2026-11-01。',
  ],
  ['--to 2026-11-22', '2026-11-22 has not come yet (today is 2026-11-21).', '2026-11-22 还没到（今天 2026-11-21）。'],
  ['--month 2026-13', 'Not a month: “2026-13”.\n  Examples: 2026-11   11   nov   last', '月份看不懂：“2026-13”。'],
  ['--month 2027-01', '2027-01-01 has not come yet', '2027-01-01 还没到'],
  ['--quarter 5', 'Not a quarter: “5”.', '季度看不懂：“5”。'],
  ['--month 11 --quarter 4', '--month and --quarter cannot go together.', '--month 和 --quarter 不能一起用。'],
  ['--month 11 --from 2026-11-01', '--month and --from cannot go together.', '--month 和 --from 不能一起用。'],
  ['--by week', 'Not a --by: “week”.\n  One of: month', '--by 没有“week”。'],
])('report rates %s is refused', async (flags, english, chinese) => {
  const shop = await openShop()
  const ran = await shop.regulars(`report rates ${flags}`)
  expect(ran).toMatchObject({ exit: 2, out: '' })
  expect(ran.err).toContain(`regulars: ${english}`)
  expect((await shop.regulars(`report rates ${flags} --lang zh`)).err).toContain(`regulars: ${chinese}`)
})

test('a ledger of nobody divides by nothing', async () => {
  const shop = await openShop()
  expect(await shop.json('report stages')).toMatchObject({ shopGap: 30, counts: { prospect: 0, lost: 0 } })
  expect((await shop.regulars('report stages')).said).toMatch(/\nYour first customer: regulars add NAME\n$/)
  expect((await shop.regulars('report stages --tier A --lang zh')).said).toMatch(
    /\n看全部客户：regulars report stages\n$/,
  )
  expect((await shop.regulars('report rates')).out).toContain('churn: nobody was active at the start\n')
})

test('month by month, with net, in two tables that fit a terminal', async () => {
  const shop = await shopOfFive()
  const months = await shop.json('report rates --from 2026-01-01 --by month')
  expect(months).toHaveLength(11)
  // Cai, active since 01-05, is lost on 04-06; Bob comes on 09-01, Ann on 10-22, Eve today.
  expect(months.map(({ net }: { net: number }) => net)).toEqual([1, 0, 0, -1, 0, 0, 0, 0, 1, 1, 1])
  expect(months[3]).toMatchObject({ from: '2026-04-01', to: '2026-04-30', buyersAtStart: 1, lost: 1, retentionRate: 0 })
  for (const lang of ['en', 'zh']) {
    const { out } = await shop.regulars(`report rates --from 2026-01-10 --by month --lang ${lang} --no-color`, {
      columns: 80,
    })
    const { prepareWidth, widthOf } = await import('../../src/terminal/width.ts')
    await prepareWidth(out)
    for (const line of out.split('\n')) expect(widthOf(line), line).toBeLessThanOrEqual(80)
    expect(out).toMatch(/^01-10\.\.31 +1 +0 +0 % +1 +100 % +0 +0 +0$/m)
    expect(out).toMatch(/^2026-10 +1 +0 +0 % +1 +100 % +1 +0 +\+1$/m)
    expect(out).toMatch(/^11-01\.\.21 +2 +1 +50 % +1 +50 %$/m)
  }
})

test.each([
  ['of five', shopOfFive],
  ['where everything happens', richShop],
])('in a shop %s the series says what readRates of each month says', async (_, open) => {
  const shop = await open()
  for (const line of [
    'buy 1 50 --on 2026-02-10',
    'buy 2 30 --on 2026-03-01',
    'buy 3 30 --on 2026-03-05',
    'refund 3 --on 2026-08-01',
  ])
    await shop.regulars(line)
  const refunds = (await shop.json('purchases')).filter(({ kind }: { kind: string }) => kind === 'purchase').slice(0, 2)
  for (const { id } of refunds) await shop.regulars(`refund ${id}`)
  const book = await bookOf(shop, '2026-11-21')
  const parts = splitPeriod({ from: '2025-12-10', to: '2026-11-21' }, 'month')
  for (const only of [undefined, new Set([1, 3])]) {
    const series = await readRateSeries(book, parts, only)
    for (const [at, part] of parts.entries()) {
      const { net, ...rates } = series[at] ?? { net: Number.NaN }
      const alone = await readRates(book, part, only)
      expect(rates).toEqual(alone)
      expect(net).toBe(alone.new + alone.regained - alone.lost)
    }
  }
})
