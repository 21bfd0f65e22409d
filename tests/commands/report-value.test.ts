import { expect, test } from 'vitest'
import { addDays } from '../../src/ledger/day.ts'
import type { ValueReport } from '../../src/ledger/report/value/value.ts'
import { chance, visits } from '../ledger/report/value/formulas.ts'
import { linesLike } from '../lines-like.ts'
import { copied, openShop, type Shop } from '../shop.ts'

interface Receipt {
  readonly who: string
  readonly on: string
  readonly fen: number
}

const today = '2026-11-21'

/**
 * The till of a made-up tea house over two years: customers come, some leave, each spends around a sum of their own.
 */
function receipts(customers = 150, seed = 1): Receipt[] {
  const draw = chance(seed)
  return Array.from({ length: customers }, (_, at) => {
    const first = Math.floor(draw.uniform() * 728)
    const rate = draw.gamma(3) / 4000
    const days = [
      0,
      ...visits({ r: 0.8, alpha: 6, a: 0.7, b: 3 }, (728 - first) / 7, draw).map((time) => Math.ceil(time * 7)),
    ]
    return days
      .filter((day) => first + day <= 728)
      .map((day) => ({
        who: `P${at}`,
        on: addDays(today, first + day - 728),
        fen: 1 + Math.round(draw.gamma(4) / rate),
      }))
  }).flat()
}

const shopOf = copied(async (rows: readonly Receipt[], init: string = 'init --lang en'): Promise<Shop> => {
  const shop = await openShop(init)
  const sales = rows.map(({ who, on, fen }) => `${who},${on},${(fen / 100).toFixed(2)}\n`)
  const csv = `customer,on,amount\n${sales.join('')}`
  const ran = await shop.regulars('import purchases - --create-customers --no-classify', { stdin: csv })
  expect(ran.exit, ran.err).toBe(0)
  return shop
})

/** Customers by name, their ids left out: which one is entered first is not what a model sees. */
const people = ({ customers }: ValueReport) =>
  customers.map(({ customerId, ...seen }) => seen).sort((one, other) => (one.name < other.name ? -1 : 1))

test('the JSON of report value', async () => {
  const rows = receipts()
  const shop = await shopOf(rows)
  const value = await shop.json<ValueReport>('report value')
  expect(Object.keys(value.model).slice(0, 9)).toEqual([
    'r',
    'alpha',
    'a',
    'b',
    'logLikelihood',
    'p',
    'q',
    'gamma',
    'status',
  ])
  expect(value).toMatchObject({
    unit: 'week',
    horizon: 52,
    discountRate: 0.1,
    from: null,
    asOf: today,
    buyers: 150,
    model: { status: 'reliable', doubt: null, checks: { starts: 4 }, spending: { status: 'reliable', doubt: null } },
    holdout: null,
  })
  expect(value.purchaseDays).toBe(new Set(rows.map(({ who, on }) => `${who} ${on}`)).size)
  expect(Object.keys(value.customers[0] ?? {})).toEqual([
    'customerId',
    'name',
    'stage',
    'frequency',
    'recency',
    'age',
    'alive',
    'expectedPurchases',
    'averageValue',
    'lifetimeValue',
  ])
  const worth = value.customers.map(({ lifetimeValue }) => Number(lifetimeValue))
  expect(worth).toEqual(worth.toSorted((one, other) => other - one))
  for (const one of value.customers) {
    expect(one.averageValue).toMatch(/^\d+\.\d\d$/)
    expect(one.lifetimeValue).toMatch(/^\d+\.\d\d$/)
    expect(one.alive).toBeGreaterThanOrEqual(0)
    expect(one.alive).toBeLessThanOrEqual(1)
    if (one.frequency === 0)
      expect(one).toMatchObject({ alive: 1, recency: 0, averageValue: value.typical.averageValue })
  }
  expect(value.totals.expectedPurchases).toBeCloseTo(
    value.customers.reduce((sum, one) => sum + (one.expectedPurchases ?? 0), 0),
    3,
  )
  expect(Math.abs(Number(value.totals.lifetimeValue) - worth.reduce((sum, one) => sum + one))).toBeLessThan(1)
  // The stage is that of every other report.
  const stages = new Map((await shop.json('list')).map((one: { id: number; stage: string }) => [one.id, one.stage]))
  expect(value.customers.map(({ stage }) => stage)).toEqual(
    value.customers.map(({ customerId }) => stages.get(customerId)),
  )
  expect(value.onceAndGone).toBe(
    value.customers.filter(({ frequency, stage }) => frequency === 0 && ['declining', 'lost'].includes(stage)).length,
  )
  // Twice the same; fewer rows, the same sums.
  expect(await shop.json('report value')).toEqual(value)
  expect(await shop.json('report value --limit 3')).toEqual({ ...value, customers: value.customers.slice(0, 3) })
  expect((await shop.regulars('report value --ids -l 2')).out).toBe(
    value.customers
      .slice(0, 2)
      .map(({ customerId }) => `${customerId}\n`)
      .join(''),
  )
  expect((await shop.regulars('report value --format csv -l 1')).out).toMatch(
    linesLike(
      '^customerId,name,stage,frequency,recency,age,alive,expectedPurchases,averageValue,lifetimeValue',
      '\\d+,P\\d+,\\w+,\\d+(?:,[\\d.]+){6}\\n$',
    ),
  )
  // Discounted is less; further is more.
  const plain = await shop.json<ValueReport>('report value --discount-rate 0')
  const dear = await shop.json<ValueReport>('report value --discount-rate 50%')
  const far = await shop.json<ValueReport>('report value --horizon 104')
  expect(Number(dear.totals.lifetimeValue)).toBeLessThan(Number(value.totals.lifetimeValue))
  expect(Number(plain.totals.lifetimeValue)).toBeGreaterThan(Number(value.totals.lifetimeValue))
  expect(Number(far.totals.lifetimeValue)).toBeGreaterThan(Number(value.totals.lifetimeValue))
  expect([plain, dear, far].map(({ model }) => model)).toEqual([value.model, value.model, value.model])
})

test('rows shuffled, a day in several receipts, all days shifted together: nothing moves', async () => {
  const rows = receipts()
  const value = await (await shopOf(rows)).json<ValueReport>('report value')
  const draw = chance(5)
  const shuffled = rows.map((row) => ({ row, at: draw.uniform() })).sort((one, other) => one.at - other.at)
  const other = await (await shopOf(shuffled.map(({ row }) => row))).json<ValueReport>('report value')
  expect({ ...other, customers: people(other) }).toEqual({ ...value, customers: people(value) })
  const split = rows.flatMap((row) => [
    { ...row, fen: Math.floor(row.fen / 3) },
    { ...row, fen: row.fen - Math.floor(row.fen / 3) },
  ])
  const parts = await (await shopOf(split)).json<ValueReport>('report value')
  expect({ ...parts, customers: people(parts) }).toEqual({ ...value, customers: people(value) })
  const earlier = await (await shopOf(rows.map((row) => ({ ...row, on: addDays(row.on, -1000) })))).json<ValueReport>(
    `report value --today ${addDays(today, -1000)}`,
  )
  expect({ ...earlier, asOf: today, customers: people(earlier) }).toEqual({ ...value, customers: people(value) })
})

test('money times a hundred: gamma, and what is money, a hundredfold; nothing else', async () => {
  const rows = receipts()
  const value = await (await shopOf(rows)).json<ValueReport>('report value')
  const rich = await (await shopOf(rows.map((row) => ({ ...row, fen: row.fen * 100 })))).json<ValueReport>(
    'report value',
  )
  const { gamma, p, q, spending, ...rest } = value.model
  expect(rich.model).toMatchObject({
    ...rest,
    p: expect.closeTo(p ?? 0, 4),
    q: expect.closeTo(q ?? 0, 4),
    gamma: expect.closeTo(100 * (gamma ?? 0), 1),
  })
  expect(rich.model.spending.logLikelihood).toBeCloseTo(
    (spending.logLikelihood ?? 0) - spending.customers * Math.log(100),
    3,
  )
  const before = people(value)
  for (const [at, one] of people(rich).entries()) {
    const { averageValue, lifetimeValue, ...seen } = before[at] ?? ({} as (typeof before)[0])
    expect(one).toMatchObject(seen)
    expect(Math.abs(Number(one.averageValue) - 100 * Number(averageValue))).toBeLessThan(1)
    expect(Math.abs(Number(one.lifetimeValue) - 100 * Number(lifetimeValue))).toBeLessThan(
      1 + 1e-4 * Number(one.lifetimeValue),
    )
  }
  // A currency without minor units: the same numbers are the same money.
  const yen = await shopOf(
    rows.map((row) => ({ ...row, fen: row.fen * 100 })),
    'init --lang en --currency JPY',
  )
  const inYen = await yen.json<ValueReport>('report value')
  expect(inYen.model).toEqual(rich.model)
  expect(inYen.customers[0]?.lifetimeValue).toMatch(/^\d+$/)
})

test('the screens', async () => {
  const shop = await shopOf(receipts())
  const { out } = await shop.regulars('report value --limit 3 --no-color', { columns: 80 })
  expect(out).toMatch(/^Customer value on 2026-11-21: 52 weeks ahead, discounted at 10 % a year\n/)
  expect(out).toMatch(/ {2}buyers +150 {2}[\d,]+ purchase days; seen for up to \d+\.\d weeks\n/)
  expect(out).toMatch(/ {2}repeat buyers +(\d+) {2}\1 of 150 = [\d.]+ %: on two days or more\n/)
  // The model's own figures are for who asks how it is reckoned.
  expect(out).not.toContain('BG/NBD')
  expect((await shop.regulars('report value --limit 3 --explain', { columns: 80 })).out).toMatch(
    /BG\/NBD r [\d.]+ alpha [\d.]+ a [\d.]+ b [\d.]+; logL -[\d.]+; 4 of 4 starts agree\n/,
  )
  expect(out).toMatch(
    new RegExp(
      'Mind: the model calls every one-time buyer alive, all \\d+, however long ago they\\s+came; ' +
        'by their stages \\d+ of them are declining or lost\\.',
    ),
  )
  expect(out).toMatch(
    linesLike(
      'customer +stage +worth +to come +a day +alive +days +weeks ago',
      '#\\d+ +P\\d+ +\\w+ +¥[\\d.,]+ +[\\d.]+ +¥[\\d.,]+ +[\\d.]+ % +\\d+ +[\\d.]+\\n',
    ),
  )
  expect(out).toMatch(
    linesLike(
      '\\nOne of them: regulars show \\d+ {3}only the first ten: --limit 10',
      'Good ones who fade: regulars list --stage declining --sort spent\\n',
    ),
  )
  // The list may be long: what it rests on, and what to type next, stand below it.
  expect(out.search(/\n +customer /)).toBeLessThan(out.indexOf('\n  buyers '))
  for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  const chinese = (await shop.regulars('report value --limit 3 --no-color --lang zh', { columns: 80 })).out
  expect(chinese).toMatch(/^到 2026-11-21，客户往后 52 周值多少（每年折现 10 %）\n/)
  expect(chinese).toMatch(/当心：只来过 1 天的 \d+ 位，不管多久没来，模型都当他们还在/)
  expect(chinese).toMatch(/客户 +熟客程度 +值多少 +再来几天 +来一天花 +还会来 +来过几天 +几周前来\n/)
  expect((await shop.regulars('report value --explain -l 0')).out).toMatch(
    /BG\/NBD \(Fader, Hardie & Lee 2005\)[\s\S]*worth: a day x the purchase days to come[\s\S]*reliable: /,
  )
  expect((await shop.regulars('report value --explain -l 0 --lang zh')).out).toMatch(
    /还会来：[\s\S]*值多少：来一天花[\s\S]*靠得住：/,
  )
  expect((await shop.regulars('report value --unit 天 --horizon 1 --discount-rate 0 --lang zh -l 0')).out).toMatch(
    /^到 2026-11-21，客户往后 1 天值多少（不打折现）\n/,
  )
  expect((await shop.regulars('report value --horizon 3000 -l 0')).out).toMatch(
    /3,000 weeks ahead is longer than any customer was seen \(10\d\.\d\): take it for a guess\.\n/,
  )
})

test('held against what came, as counted from the receipts', async () => {
  const rows = receipts(300)
  const shop = await shopOf(rows)
  const until = addDays(today, -182)
  const value = await shop.json<ValueReport>(`report value --calibrate-until ${until}`)
  const { holdout } = value
  expect(value).toMatchObject({ asOf: until, model: { status: 'reliable' } })
  expect(holdout).toMatchObject({ from: addDays(until, 1), to: today, length: 26 })
  const known = new Set(rows.filter(({ on }) => on <= until).map(({ who }) => who))
  const came = new Set(rows.filter(({ who, on }) => known.has(who) && on > until).map(({ who, on }) => `${who} ${on}`))
  expect([value.buyers, holdout?.actual]).toEqual([known.size, came.size])
  expect(holdout?.rows.reduce((sum, { customers }) => sum + customers, 0)).toBe(known.size)
  expect(holdout?.expected).toBeCloseTo(holdout?.rows.reduce((sum, { expected }) => sum + expected, 0) ?? 0, 3)
  // Customers made by the model do about what it says.
  expect(Math.abs((holdout?.expected ?? 0) / came.size - 1)).toBeLessThan(0.25)
  const { out } = await shop.regulars(`report value --calibrate-until ${until} -l 1`)
  expect(out).toMatch(
    linesLike(
      'What came from 2026-05-24 to 2026-11-21 \\(26 weeks\\): \\d+ purchase days, \\d+ expected \\([+-][\\d.]+ %\\)',
      'came again +customers +expected +each +came +each',
      ' +0 +\\d+',
    ),
  )
  expect((await shop.regulars(`report value --calibrate-until ${until} -l 1 --lang zh`)).out).toMatch(
    /2026-05-24 到 2026-11-21（26 周）真的来了 \d+ 天，原来估计 \d+ 天（[少多]估 [\d.]+ %）/,
  )
  // The same as fitting on that day.
  expect((await shop.json<ValueReport>(`report value --today ${until}`)).model).toEqual(value.model)
  expect((await shop.json<ValueReport>(`report value --to ${until}`)).customers).toEqual(value.customers)
})

test('some customers, some days', async () => {
  const rows = receipts()
  const shop = await shopOf(rows)
  const list = await shop.json<{ id: number; name: string }[]>('list')
  for (const { id } of list.slice(0, 100)) await shop.json(`tag ${id} +old`)
  const some = await shop.json<ValueReport>('report value --tag old')
  expect(some.customers.map(({ customerId }) => customerId).sort((one, other) => one - other)).toEqual(
    list.slice(0, 100).map(({ id }) => id),
  )
  const names = new Set(list.slice(0, 100).map(({ name }) => name))
  const alone = await (await shopOf(rows.filter(({ who }) => names.has(who)))).json<ValueReport>('report value')
  expect(some.model).toEqual(alone.model)
  const from = '2026-01-01'
  const since = await shop.json<ValueReport>(`report value --from ${from}`)
  const late = await (await shopOf(rows.filter(({ on }) => on >= from))).json<ValueReport>('report value')
  expect(since).toMatchObject({ from, buyers: late.buyers, model: late.model })
  expect((await shop.regulars(`report value --from ${from} -l 0`)).out).toContain(
    `purchase days from ${from} on; seen for`,
  )
})

/** So many customers with the same days. */
const same = (customers: number, days: readonly string[], fen: (at: number) => number = () => 1000): Receipt[] =>
  Array.from({ length: customers }, (_, at) => days.map((on) => ({ who: `P${at}`, on, fen: fen(at) }))).flat()

test.each<[string, Receipt[], number, number, string, string]>([
  [
    'nobody',
    [],
    0,
    0,
    '2026-11-21: 0 bought, 0 of them on two days or more.',
    '只有 0 位买过，其中 0 位买过 2 天以上。',
  ],
  ['one', same(1, ['2026-01-01', '2026-02-01']), 1, 1, ': 1 bought, 1 of them', '只有 1 位买过，其中 1 位'],
  ['one purchase each', same(40, ['2026-01-01']), 40, 0, ': 40 bought, 0 of them', '只有 40 位买过，其中 0 位'],
  [
    'two receipts on one day each',
    [...same(40, ['2026-01-01']), ...same(40, ['2026-01-01'], () => 2000)],
    40,
    0,
    ': 40 bought, 0 of them',
    '只有 40 位',
  ],
  ['too few', same(29, ['2026-01-01', '2026-02-01']), 29, 29, '29 bought, 29 of them', '只有 29 位买过，其中 29 位'],
])('refused: %s', async (_, rows, buyers, repeatBuyers, english, chinese) => {
  const shop = rows.length === 0 ? await openShop('init --lang en') : await shopOf(rows)
  const ran = await shop.regulars('report value')
  expect(ran).toMatchObject({ exit: 1, out: '' })
  expect(ran.err).toContain('regulars: Too little data to value customers up to 2026-11-21: ')
  expect(ran.err).toContain(english)
  expect(ran.err).toContain('It takes 30 buyers, 15 of them on two days or more.')
  const zh = (await shop.regulars('report value --lang zh')).err
  expect(zh).toContain('regulars: 数据太少，算不出客户值多少：到 2026-11-21 ')
  expect(zh).toContain(chinese)
  expect(JSON.parse((await shop.regulars('report value --json')).err).error).toMatchObject({
    code: 'value.too-little-data',
    facts: { asOf: today, buyers, buyersNeeded: 30, repeatBuyers, repeatBuyersNeeded: 15 },
  })
})

const weekly = (count: number, last: string) => Array.from({ length: count }, (_, at) => addDays(last, -7 * at))

test.each<[string, Receipt[]]>([
  ['all equal', same(40, weekly(10, '2026-11-14'))],
  ['all lost', same(40, weekly(10, '2025-01-01'))],
  [
    'nobody ever left',
    Array.from({ length: 60 }, (_, at) =>
      same(1, weekly(3 + at, today)).map((row) => ({ ...row, who: `Q${at}` })),
    ).flat(),
  ],
])('unreliable, and nobody is valued: %s', async (_, rows) => {
  const shop = await shopOf(rows)
  const value = await shop.json<ValueReport>('report value --calibrate-until 2026-11-20')
  expect(value.model.status).toBe('unreliable')
  expect(['runaway', 'flat']).toContain(value.model.doubt?.why)
  expect(value.holdout).toBeNull()
  expect(value.totals).toEqual({ expectedPurchases: null, lifetimeValue: null })
  for (const one of value.customers)
    expect(one).toMatchObject({ alive: null, expectedPurchases: null, averageValue: null, lifetimeValue: null })
  const text = JSON.stringify(value)
  expect(text).not.toMatch(/NaN|Infinity/)
  const ran = await shop.regulars('report value', { columns: 80 })
  expect(ran.exit).toBe(0)
  expect(ran.out).toMatch(/UNRELIABLE: .*No\s+customer\s+is\s+valued\./s)
  expect(ran.out).not.toMatch(/NaN|Infinity|¥|--limit/)
  expect(ran.out).toContain('\nWithout a model: regulars report stages   regulars report rfm\n')
  expect((await shop.regulars('report value --lang zh')).out).toMatch(/靠不住：.*不给任何客户估值。/)
})

test.each<[string, (at: number, row: Receipt) => number, string, RegExp, RegExp]>([
  [
    'everybody pays the same',
    () => 1000,
    'unreliable',
    /Spending is UNRELIABLE: .* runs? away/,
    /花多少这一半靠不住：.*跑飞了/,
  ],
  [
    'everything is free',
    () => 0,
    'too-little-data',
    /No money is said: 0 customers with repeat days that brought something; it takes 15\./,
    /第 2 天起花过钱的只有 0 位，至少要 15 位/,
  ],
])('no money is said: %s', async (_, fen, status, english, chinese) => {
  const shop = await shopOf(receipts().map((row, at) => ({ ...row, fen: fen(at, row) })))
  const value = await shop.json<ValueReport>('report value')
  expect(value.model).toMatchObject({ status: 'reliable', spending: { status } })
  for (const one of value.customers)
    expect(one).toMatchObject({ alive: expect.any(Number), averageValue: null, lifetimeValue: null })
  expect(value.totals.lifetimeValue).toBeNull()
  // Those who will come most, first.
  const expected = value.customers.map(({ expectedPurchases }) => expectedPurchases ?? 0)
  expect(expected).toEqual(expected.toSorted((one, other) => other - one))
  expect((await shop.regulars('report value -l 1')).out).toMatch(english)
  expect((await shop.regulars('report value -l 1 --lang zh')).out).toMatch(chinese)
})

test('days that cost the shop: more brought back than bought', async () => {
  const rows = receipts(300)
  const shop = await shopOf(rows)
  // P0 to P29 bring back all they ever bought, and more, without naming a purchase.
  const csv = `customer,on,amount\n${Array.from({ length: 30 }, (_, at) => `P${at},${today},-9999.00\n`).join('')}`
  expect((await shop.regulars('import purchases - --no-classify', { stdin: csv })).exit).toBe(0)
  const value = await shop.json<ValueReport>('report value')
  expect(value.model).toMatchObject({ status: 'reliable', spending: { status: 'reliable' } })
  expect(value.model.spending.customers).toBeLessThan(value.repeatBuyers)
  for (const { averageValue, lifetimeValue } of value.customers) {
    expect(Number(averageValue)).toBeGreaterThan(0)
    expect(Number(lifetimeValue)).toBeGreaterThanOrEqual(0)
  }
})

test.each([
  ['--unit month', 2, 'Not a --unit: “month”.', '--unit 没有“month”。'],
  ['--discount-rate 10', 2, 'Not a share from 0 to 1: “10”.\n  Examples: 0.35   35%', '要写 0 到 1 之间的比例：“10”。'],
  ['--discount-rate -5%', 2, 'Not a share from 0 to 1: “-5%”.', '要写 0 到 1 之间的比例：“-5%”。'],
  ['--horizon 0', 2, 'Not a whole number from 1 to 3650: “0”.', '“0”'],
  ['--calibrate-until 2026-11-22', 2, '2026-11-22 has not come yet', '2026-11-22 还没到'],
  [
    '--calibrate-until today',
    2,
    'The period ends before it begins: 2026-11-22 to 2026-11-21.',
    '起止反了：2026-11-22 到 2026-11-21。',
  ],
  [
    '--from 2026-06-01 --calibrate-until 2026-05-01',
    2,
    'The period ends before it begins: 2026-06-01 to 2026-05-01.',
    '起止反了：2026-06-01 到 2026-05-01。',
  ],
])('report value %s is refused', async (flags, exit, english, chinese) => {
  const shop = await openShop('init --lang en')
  const ran = await shop.regulars(`report value ${flags}`)
  expect(ran).toMatchObject({ exit, out: '' })
  expect(ran.err).toContain(english)
  expect((await shop.regulars(`report value ${flags} --lang zh`)).err).toContain(chinese)
})
