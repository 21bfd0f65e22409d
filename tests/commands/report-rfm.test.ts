import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { RfmRow } from '../../src/ledger/segment/rfm.ts'
import { copied, openShop, type Shop } from '../shop.ts'

const file = '../shared/data/rfm_data_orders.csv'
const here = existsSync(file)
if (!here) console.warn(`skipped: ${file} is not here`)

const counted = (rows: readonly RfmRow[]) =>
  Object.fromEntries([...Map.groupBy(rows, ({ segment }) => segment)].map(([segment, same]) => [segment, same.length]))

test.skipIf(!here)('the orders of the R package: its scores and its segments, through the command line', async () => {
  const shop = await openShop('init --currency USD')
  const on = '--today 2006-12-31'
  const map = 'customer=customer_id,on=order_date,amount=revenue'
  expect(await shop.json(`import purchases ${file} --map ${map} --create-customers ${on}`)).toMatchObject({
    rows: 4906,
    created: 4906,
    rejected: 0,
  })
  const rows = await shop.json<RfmRow[]>(`report rfm --compat r ${on}`)
  expect(rows).toHaveLength(995)
  const scores = new Map(rows.map(({ name, rfmScore }) => [name, rfmScore]))
  const first = (name: string) => [...scores].find(([full]) => full.startsWith(name))?.[1]
  expect(["Abbey O'Reilly", 'Add Senger', 'Aden Lesch', 'Aden Murphy', 'Admiral Senger'].map(first)).toEqual([
    343, 412, 323, 544, 433,
  ])
  expect(counted(rows)).toEqual({
    'Potential Loyalist': 342,
    'Loyal Customers': 170,
    Lost: 148,
    'New Customers': 104,
    'About To Sleep': 102,
    "Can't Lose Them": 47,
    Champions: 35,
    'At Risk': 28,
    'Need Attention': 10,
    Promising: 9,
  })
  // What the shop's own rules say has no part in it.
  await shop.json('policy set rfm.champions 4-5 4-5 4-5')
  await shop.json('policy set rfm.days 1 2 3 4')
  expect(await shop.json(`report rfm --compat R ${on}`)).toEqual(rows)
  await shop.json('policy reset --yes')
  const own = await shop.json<RfmRow[]>(`report rfm ${on}`)
  expect(counted(own)).toEqual({
    'Potential Loyalist': 341,
    'Loyal Customers': 171,
    Lost: 148,
    'New Customers': 104,
    'About To Sleep': 101,
    "Can't Lose Them": 48,
    Champions: 35,
    'At Risk': 28,
    'Need Attention': 10,
    Promising: 9,
  })
  const lost = await shop.json<{ id: number }[]>(['list', '--segment', "Can't Lose Them", '--today', '2006-12-31'])
  expect(new Set(lost.map(({ id }) => id))).toEqual(
    new Set(own.filter(({ segment }) => segment === "Can't Lose Them").map(({ customerId }) => customerId)),
  )
  for (const lang of ['en', 'zh'])
    for (const line of (
      await shop.regulars(`report rfm --explain --no-color ${on} --lang ${lang}`, { columns: 80 })
    ).out.split('\n')) {
      expect(line.length + (line.match(/[\u3000-\uffef]/g)?.length ?? 0), line).toBeLessThanOrEqual(80)
    }
})

/**
 * Ann came five times, lately, and spent most; Eve once, long ago; the others one step after another. Fay never bought.
 */
const ladder = copied(async (lang: string = 'en'): Promise<Shop> => {
  const shop = await openShop(`init --lang ${lang}`)
  for (const name of ['Ann', 'Bob', 'Cai', 'Dan', 'Eve', 'Fay']) await shop.json(`add ${name}`)
  for (let id = 1; id <= 5; id++) {
    for (let visit = 0; visit < 6 - id; visit++)
      await shop.json(`buy ${id} 100 --on -${(id - 1) * 10 + 1 + 50 * visit}d`)
  }
  await shop.json('buy walk-in 5000')
  return shop
})

test('a ladder of five customers: five scores each, reckoned by hand', async () => {
  const shop = await ladder()
  const rows = await shop.json<RfmRow[]>('report rfm')
  expect(rows[0]).toEqual({
    customerId: 1,
    name: 'Ann',
    recencyDays: 1,
    transactions: 5,
    amount: '500.00',
    recencyScore: 5,
    frequencyScore: 5,
    monetaryScore: 5,
    rfmScore: 555,
    segment: 'Champions',
  })
  expect(rows.map(({ name, recencyDays, rfmScore, segment }) => [name, recencyDays, rfmScore, segment])).toEqual([
    ['Ann', 1, 555, 'Champions'],
    ['Bob', 11, 444, 'Potential Loyalist'],
    ['Cai', 21, 333, 'Potential Loyalist'],
    ['Dan', 31, 222, 'Loyal Customers'],
    ['Eve', 41, 111, 'Lost'],
  ])
  // Visits are 5, 4, 3, 2, 1: R's cuts are 2.8, 3.6, 4.4, 5.2; days 1, 11 … 41: 10, 18, 26, 34; money 100 to 500: 181,
  // 261, 341, 421.
  expect((await shop.json<RfmRow[]>('report rfm --compat r')).map(({ rfmScore }) => rfmScore)).toEqual([
    545, 434, 323, 212, 111,
  ])
  expect((await shop.regulars('report rfm --ids')).out).toBe('1\n2\n3\n4\n5\n')
  expect((await shop.regulars('report rfm --format csv --columns name,rfmScore,segment --no-header')).out).toContain(
    'Bob,444,Potential Loyalist\n',
  )
})

test('refunds, returns, voids, the day asked for and the first day count as everywhere', async () => {
  const shop = await ladder()
  const of = async (line: string) =>
    Object.fromEntries(
      (await shop.json<RfmRow[]>(line)).map((row) => [row.name, [row.recencyDays, row.transactions, row.amount]]),
    )
  // Ann's newest is brought back whole: her last is then the one before. Part of Bob's newest comes back.
  await shop.json('refund 1 100')
  await shop.json('refund id:2 30')
  expect(await of('report rfm')).toEqual({
    Ann: [51, 4, '400.00'],
    Bob: [11, 4, '370.00'],
    Cai: [21, 3, '300.00'],
    Dan: [31, 2, '200.00'],
    Eve: [41, 1, '100.00'],
  })
  expect(await of('report rfm --from -60d')).toEqual({
    Ann: [51, 1, '100.00'],
    Bob: [11, 1, '70.00'],
    Cai: [21, 1, '100.00'],
    Dan: [31, 1, '100.00'],
    Eve: [41, 1, '100.00'],
  })
  expect(await of('report rfm --to -40d')).toMatchObject({ Eve: [1, 1, '100.00'], Ann: [11, 4, '400.00'] })
  expect(Object.keys(await of('report rfm --month 2026-11'))).toEqual(['Bob'])
})

test('who is asked for is shown; scores are held against everyone, but for the archived', async () => {
  const shop = await ladder()
  await shop.json('tag Cai +oolong')
  expect((await shop.json<RfmRow[]>('report rfm --tag oolong')).map(({ name, rfmScore }) => [name, rfmScore])).toEqual([
    ['Cai', 333],
  ])
  await shop.json('archive Ann')
  expect((await shop.json<RfmRow[]>('report rfm')).map(({ name, rfmScore }) => [name, rfmScore])).toEqual([
    ['Bob', 555],
    ['Cai', 444],
    ['Dan', 222],
    ['Eve', 111],
  ])
  expect((await shop.json('list --segment champions')).map(({ name }: { name: string }) => name)).toEqual(['Bob'])
  await shop.json('group save everyone --archived')
  expect(await shop.json('report rfm --group everyone')).toEqual(await shop.json('report rfm'))
  expect((await shop.json('list --segment champions --archived')).map(({ name }: { name: string }) => name)).toEqual([
    'Ann',
    'Bob',
  ])
})

test('the screen, in both languages', async () => {
  const shop = await ladder()
  expect((await shop.regulars('report rfm')).said).toBe(`RFM, up to 2026-11-21: 5 customers bought
                      customers  of them  net sales  of sales
  Champions                   1     20 %    ¥500.00    33.3 %
    here lately, come often, spend most: keep close, show them new goods first
  Potential Loyalist          2     40 %    ¥700.00    46.7 %
    here lately and fairly often: learn their taste, invite them again soon
  Loyal Customers             1     20 %    ¥200.00    13.3 %
    steady in all three: keep in touch, ask them to bring a friend
  Lost                        1     20 %    ¥100.00     6.7 %
    longest away: one kind message, then leave them in peace
Who: regulars list --segment "Champions"   how it is reckoned: --explain
`)
  expect((await shop.regulars('report rfm --compat r --from 2026-01-01 --lang zh')).out).toContain(
    'RFM 分类（照 R 的 rfm 包打分），2026-01-01 到 2026-11-21：5 位买过\n',
  )
  const { out } = await shop.regulars('report rfm --lang zh --explain')
  expect(out).toContain(
    '  头等客         1    20 %  ¥500.00  33.3 %\n    刚来过、来得勤、买得多：当自家人待，新货先给他看\n',
  )
  expect(out).toContain('  5      1 (1)  5 (1)  ¥500.00 (1)\n')
  expect(out).toContain('1 + 有几个 20、40、60、80 % 分位数（第 7 种）严格小于它')
  expect(out).toContain('  丢不得       1-2   3-4   4-5\n')
  expect((await shop.regulars('report rfm --explain')).out).toContain("  Can't Lose Them         1-2     3-4     4-5\n")
})

test('the people behind it are in `list` only where all days are scored as the shop does', async () => {
  const shop = await ladder()
  await shop.json('tag Cai +oolong')
  const last = async (line: string) => (await shop.regulars(line)).said.trimEnd().split('\n').at(-1)
  for (const flags of ['--compat r', '--from 2026-01-01', '--to yesterday', '--tag oolong'])
    expect([flags, await last(`report rfm ${flags}`)]).toEqual([
      flags,
      'Who: the same with --format csv   how it is reckoned: --explain',
    ])
  expect(await last('report rfm --compat r --lang zh')).toBe('是哪些人：后面加 --format csv   怎么算的：--explain')
})

test.each([
  ['rfm', /^RFM, up to .*: nobody bought$/],
  ['pareto', /nobody bought$/],
  ['cohorts', /nobody bought for the first time$/],
  ['quadrants', /nobody bought$/],
  ['referrals', /nobody is known to have brought anybody$/],
])('report %s of customers of whom nobody bought shows the way back, not to the till', async (name, title) => {
  const shop = await ladder()
  const lines = (await shop.regulars(`report ${name} --tag nobody`)).said.trimEnd().split('\n')
  expect(lines).toEqual([expect.stringMatching(title), `All customers and days: regulars report ${name}`])
  expect((await shop.regulars(`report ${name} --tag nobody --lang zh`)).said).toContain(
    `看全部客户、所有日子：regulars report ${name}\n`,
  )
})

test('segments are named in either language, and the apostrophe as keyboards write it', async () => {
  const shop = await ladder()
  // Long away, came often, spent much: of the eight 3 for their 4 visits, 4 for their 600, and 1 for their days; Gil's
  // are fewer and make a 2.
  for (const [id, name] of [
    [7, 'Gil'],
    [8, 'Hal'],
    [9, 'Ivy'],
  ] as const) {
    await shop.json(`add ${name}`)
    for (const ago of [300, 310, 320, 330]) await shop.json(`buy ${id} 150 --on -${ago + id}d`)
  }
  const rows = await shop.json<RfmRow[]>('report rfm')
  const gone = rows.filter(({ segment }) => segment === "Can't Lose Them").map(({ name }) => name)
  expect(gone).toEqual(['Hal', 'Ivy'])
  for (const word of ["Can't Lose Them", 'can’t lose them', 'CANT LOSE THEM', '丢不得'])
    expect(
      (await shop.json(['list', '--segment', word])).map(({ name }: { name: string }) => name),
      word,
    ).toEqual(gone)
  expect((await shop.json(['list', '--segment', '丢不得,有望老主顾'])).length).toBe(4)
  expect((await shop.regulars('report rfm --lang zh')).said).toContain(
    '是哪些人：regulars list --segment 丢不得   怎么算的：--explain',
  )
  const ran = await shop.regulars('list --segment best')
  expect(ran.exit).toBe(2)
  expect(ran.err).toContain('“best”')
  expect((await shop.json(['group', 'save', 'call them', '--segment', '丢不得'])).customers).toBe(2)
})

test('the shop may part scores and segments otherwise', async () => {
  const shop = await ladder()
  await shop.json('policy set rfm.champions 4-5 4-5 4-5')
  expect(counted(await shop.json('report rfm'))).toMatchObject({ Champions: 2, 'Potential Loyalist': 1 })
  await shop.json('policy set rfm.days 5 15 60 90')
  await shop.json('policy set rfm.visits 2 3 10 20')
  await shop.json('policy set rfm.money 200 300 ¥400.01 1000')
  expect((await shop.json<RfmRow[]>('report rfm')).map(({ name, rfmScore }) => [name, rfmScore])).toEqual([
    ['Ann', 534],
    ['Bob', 433],
    ['Cai', 333],
    ['Dan', 322],
    ['Eve', 311],
  ])
  const ran = await shop.regulars('report rfm --explain')
  expect(ran.out).toContain(
    'Cut by the shop itself instead: rfm.days, rfm.visits, rfm.money (regulars policy show rfm).',
  )
  expect(ran.out).toContain('  Champions               4-5     4-5     4-5\n')
  // Where the shop parts them itself nothing has collapsed.
  expect(ran.err).toBe('')
  expect((await shop.regulars('policy show rfm.money')).out).toContain('* rfm.money  200.00 300.00 400.01 1000.00')
  expect((await shop.regulars('policy show rfm.champions --lang zh')).out).toContain('4-5 4-5 4-5  “头等客”要的分数')
  const copy = await openShop(false)
  await shop.regulars(`export all --out ${copy.folder}/all.jsonl`)
  await copy.regulars('init --lang en')
  await copy.json(`import all ${copy.folder}/all.jsonl`)
  expect(await copy.json('policy show rfm')).toEqual(await shop.json('policy show rfm'))
  expect(await copy.json('report rfm')).toEqual(await shop.json('report rfm'))
})

test('degenerate shops: nobody, one, all alike, tied quantiles, money below nothing', async () => {
  const empty = await openShop()
  expect(await empty.json('report rfm')).toEqual([])
  expect(await empty.regulars('report rfm')).toEqual({
    exit: 0,
    out: 'RFM, up to 2026-11-21: nobody bought\n',
    err: 'Enter a purchase: regulars buy NAME 88\n',
  })
  expect((await empty.regulars('report rfm --explain --compat r --lang zh')).out).toContain(
    '：没有人买过\n分类          最近  次数  金额\n',
  )
  await empty.json('add Ann')
  expect(await empty.json('report rfm')).toEqual([])
  expect(await empty.json('list --segment Lost')).toEqual([])

  await empty.json('buy 1 100')
  expect((await empty.json<RfmRow[]>('report rfm')).map(({ rfmScore, segment }) => [rfmScore, segment])).toEqual([
    [511, 'New Customers'],
  ])
  expect((await empty.json<RfmRow[]>('report rfm --compat r')).map(({ rfmScore }) => rfmScore)).toEqual([511])
  expect((await empty.regulars('report rfm --quiet')).err).toBe('')
  expect((await empty.regulars('report rfm')).err).toContain(
    'Too few customers, or too much alike, for five scores; scores nobody has: recency 1, 2, 3, 4; visits 2, 3, 4, ' +
      '5; amount 2, 3, 4, 5\n',
  )
  expect((await empty.regulars('report rfm --lang zh --json')).err).toBe(
    '人太少或太像，分不满五档；没有人得：最近 1、2、3、4 分；次数 2、3、4、5 分；金额 2、3、4、5 分\n',
  )
  expect((await empty.regulars('report rfm --quiet')).err).toBe('')

  // All alike, and then one who differs: the quantiles of visits are tied.
  for (const name of ['Bob', 'Cai', 'Dan', 'Eve', 'Fay']) {
    await empty.json(`add ${name}`)
    await empty.json(`buy ${name} 100`)
  }
  expect(new Set((await empty.json<RfmRow[]>('report rfm')).map(({ rfmScore }) => rfmScore))).toEqual(new Set([511]))
  await empty.json('buy Fay 100')
  expect((await empty.json<RfmRow[]>('report rfm')).map(({ name, rfmScore }) => [name, rfmScore])[0]).toEqual([
    'Fay',
    555,
  ])
  expect((await empty.regulars('report rfm')).err).toContain('visits 2, 3, 4; amount 2, 3, 4')

  // More comes back than was ever sold.
  const poor = await openShop()
  await poor.json('add Ann')
  await poor.json('buy 1 0')
  await writeReturn(poor)
  const [row] = await poor.json<RfmRow[]>('report rfm')
  expect(row).toMatchObject({ transactions: 1, amount: '-80.00', rfmScore: 511 })
  const { out } = await poor.regulars('report rfm')
  expect(out).toContain('  New Customers          1    100 %    -¥80.00         -\n')
  expect(out).not.toMatch(/NaN|Infinity/)
})

async function writeReturn(shop: Shop): Promise<void> {
  const ran = await shop.regulars('import purchases -', { stdin: 'customer,on,amount\nAnn,2026-11-20,-80\n' })
  if (ran.exit !== 0) throw new Error(ran.err)
}

test('what cannot be read is refused', async () => {
  const shop = await openShop()
  const ran = await shop.regulars('report rfm --compat spss')
  expect(ran.exit).toBe(2)
  expect(ran.err).toContain('Not a --compat: “spss”.\n  One of: r')
  expect((await shop.regulars('report rfm --from 2026-12-01')).exit).toBe(2)
})
