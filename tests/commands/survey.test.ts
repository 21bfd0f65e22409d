import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseScore } from '../../src/ledger/care/survey/score.ts'
import { satisfactionOf } from '../../src/ledger/standing/satisfaction.ts'
import { linesLike } from '../lines-like.ts'
import { copied, openShop, type Shop } from '../shop.ts'

/** Ann and Bob come; Cai was last in on 06-01 and is lost. Today is 2026-11-21. */
const shopOfThree = copied(async (): Promise<Shop> => {
  const shop = await openShop('init --lang en')
  for (const [name, phone] of [
    ['Ann', '13800138000'],
    ['Bob', '13900139000'],
    ['Cai', '13700137000'],
  ])
    await shop.json(`add ${name} --phone ${phone}`)
  for (const on of ['2026-10-22', '2026-11-01', '2026-11-11'])
    for (const id of [1, 2]) await shop.json(`buy ${id} 10 --on ${on}`)
  await shop.json('buy 3 10 --on 2026-06-01')
  return shop
})

const take = (shop: Shop, stdin: string, flags = '') => shop.json(`import surveys - ${flags}`, { stdin })

/** Every answer as a whole export has it. */
async function answers(shop: Shop): Promise<unknown[][]> {
  const { out } = await shop.regulars('export all')
  return out
    .split('\n')
    .filter((line) => line.includes('"perceived"'))
    .map((line) => {
      const row = JSON.parse(line)
      const { customerId, on, aspect, expected, perceived, comment } = row.row ?? row
      return [customerId, on, aspect ?? null, expected, perceived, comment ?? null]
    })
}

test.each([
  [0, 4, 0, 'very-dissatisfied'],
  [3, 4, 0.75, 'dissatisfied'],
  [3.79, 4, 0.9475, 'dissatisfied'],
  [3.8, 4, 0.95, 'satisfied'],
  [2.85, 3, 0.95, 'satisfied'],
  [4.2, 4, 1.05, 'satisfied'],
  [4.21, 4, 1.0525, 'highly-satisfied'],
  [5, 3, 1.6667, 'highly-satisfied'],
] as const)('%s of %s expected is %s: %s', (perceived, expected, c, level) => {
  expect(satisfactionOf(perceived, expected)).toEqual({ c, level })
})

test.each([
  ['4', 4],
  ['4.5分', 4.5],
  ['4,5', 4.5],
  ['8/10', 4],
  ['４', 4],
  ['90%', 4.5],
  ['★★★☆☆', 3],
  ['⭐️⭐️', 2],
  ['五星', 5],
  ['4 stars', 4],
  ['满意', 4],
  ['A.非常满意', 5],
  ['不满意', 2],
  ['Very Dissatisfied', 1],
  ['0', 0],
])('%s is %s of five', (text, score) => {
  expect(parseScore(text)).toBe(score)
})

test('an answer is noted, by default as a whole, today, 4 expected', async () => {
  const shop = await shopOfThree()
  expect(await shop.json('survey Ann 4')).toEqual({
    customerId: 1,
    on: '2026-11-21',
    aspect: null,
    expected: 4,
    perceived: 4,
    comment: null,
    by: 'owner',
    c: 1,
    level: 'satisfied',
    change: expect.any(Number),
  })
  expect(await shop.json('survey Ann 2 --aspect 送货 --expected 5 --on 2026-11-20 -n late')).toMatchObject({
    on: '2026-11-20',
    aspect: 'delivery',
    expected: 5,
    perceived: 2,
    comment: 'late',
    // The newest day counts.
    c: 1,
  })
  expect(await shop.json('survey Ann 2 --aspect 茶艺')).toMatchObject({
    aspect: '茶艺',
    c: 0.75,
    level: 'dissatisfied',
  })
  expect(await answers(shop)).toEqual([
    [1, '2026-11-21', null, 4, 4, null],
    [1, '2026-11-20', 'delivery', 5, 2, 'late'],
    [1, '2026-11-21', '茶艺', 4, 2, null],
  ])
})

test('the screens, in both languages', async () => {
  const shop = await shopOfThree()
  expect((await shop.regulars('survey Bob 3 --aspect price')).out).toMatch(
    linesLike(
      '^Bob #2: price 3 of 5, expected 4',
      'Satisfaction 0\\.75 \\(11-21\\): dissatisfied',
      'Ask what went wrong: regulars show 2 .*',
      'Slip\\? regulars undo {3}\\(change \\d+\\)\\n$',
    ),
  )
  expect((await shop.regulars('survey Ann 5 --lang zh')).out).toMatch(
    /^Ann #1：打 5 分（满分 5），期望 4 分\n满意度 1\.25（11-21）：很满意\n大家满意不满意：regulars report satisfaction\n弄错了：/,
  )
})

test.each([
  ['survey Ann 6', '“6” is more than 5', '“6”超过了 5 分'],
  ['survey Ann lovely', 'Not an answer: “lovely”', '看不懂打了几分：“lovely”'],
  ['survey Ann 4 --expected 0', 'nobody expects nothing', '期望不能是 0 分'],
  ['survey Ann 4 --on 2026-11-22', '2026-11-22', '2026-11-22'],
])('%s is refused', async (line, english, chinese) => {
  const shop = await shopOfThree()
  const ran = await shop.regulars(line)
  expect([ran.exit, ran.err]).toEqual([2, expect.stringContaining(english)])
  expect((await shop.regulars(`${line} --lang zh`)).err).toContain(chinese)
  expect(await answers(shop)).toEqual([])
})

test('report satisfaction: the newest day, dissatisfied first, the satisfied who left by name', async () => {
  const shop = await shopOfThree()
  for (const line of [
    'Ann 1 --on 2026-10-01',
    'Ann 5 --on 2026-11-10',
    'Ann 4 --aspect goods --on 2026-11-10',
    'Bob 3',
    'Cai 4 --on 2026-06-02',
  ])
    await shop.json(`survey ${line}`)
  const rows = [
    { customerId: 2, name: 'Bob', c: 0.75, level: 'dissatisfied', on: '2026-11-21' },
    { customerId: 3, name: 'Cai', c: 1, level: 'satisfied', on: '2026-06-02' },
    { customerId: 1, name: 'Ann', c: 1.125, level: 'highly-satisfied', on: '2026-11-10' },
  ]
  expect(await shop.json('report satisfaction')).toEqual(rows)
  expect(await shop.json('report satisfaction --from 2026-11-01')).toEqual([rows[0], rows[2]])
  expect(await shop.json('report satisfaction --to 2026-10-15')).toMatchObject([
    { customerId: 1, c: 0.25 },
    { customerId: 3 },
  ])
  const english = (await shop.regulars('report satisfaction --explain')).out
  expect(english).toContain('Satisfied, and left all the same (1): Cai #3')
  expect(english).toMatch(/Bob #2 +0\.75 +dissatisfied/)
  expect(english).toMatch(/goods +1\.00 +1 answer: satisfied/)
  expect(english).toContain('below 0.95 dissatisfied')
  expect((await shop.regulars('report satisfaction --lang zh')).out).toContain('满意过，还是走了（1 位）：Cai #3')
  expect((await shop.regulars('report satisfaction --format csv')).out).toMatch(
    /^customerId,name,c,level,on\n2,Bob,0\.75,/,
  )
})

test('nobody asked', async () => {
  const shop = await shopOfThree()
  expect(await shop.json('report satisfaction')).toEqual([])
  expect((await shop.regulars('report satisfaction')).out).toContain('Nobody was asked.')
})

test('a file with an answer a row: words, stars, comments; twice is once; undone', async () => {
  const shop = await shopOfThree()
  const file =
    '客户,日期,方面,期望,评分,意见\nAnn,2026-11-01,商品,,满意,\nAnn,2026-11-01,物流,5,★★,"late, ' +
    'cold"\nBob,2026/11/02,,,4.5,\nNobody,2026-11-02,,,4,\nBob,2026-11-03,,,maybe,\n'
  const ran = await shop.regulars('import surveys - --json', { stdin: file })
  expect(ran.exit).toBe(3)
  expect(JSON.parse(ran.out)).toMatchObject({
    rows: 5,
    created: 3,
    rejected: 2,
    errors: [
      { line: 5, code: 'customer.not-found', value: 'Nobody' },
      { line: 6, code: 'survey.unreadable', field: 'perceived', value: 'maybe' },
    ],
  })
  const standing = [
    [1, '2026-11-01', 'goods', 4, 4, null],
    [1, '2026-11-01', 'delivery', 5, 2, 'late, cold'],
    [2, '2026-11-02', null, 4, 4.5, null],
  ]
  expect(await answers(shop)).toEqual(standing)
  expect(JSON.parse((await shop.regulars('import surveys - --json', { stdin: file })).out)).toMatchObject({
    change: null,
    created: 0,
    unchanged: 3,
  })
  expect(await take(shop, '客户,日期,方面,评分\nAnn,2026-11-01,商品,1\n')).toMatchObject({ created: 0, updated: 1 })
  expect((await answers(shop))[0]).toEqual([1, '2026-11-01', 'goods', 4, 1, null])
  expect((await shop.regulars('log -l 1')).out).toContain('import of surveys: 0 new, 1 updated')
  await shop.json('undo --yes')
  expect(await answers(shop)).toEqual(standing)
  await shop.json('undo --yes')
  expect(await answers(shop)).toEqual([])
})

test('ten points are told from the whole column, and said; few above five are slips', async () => {
  const shop = await shopOfThree()
  expect(
    await take(
      shop,
      'phone,date,rating\n13800138000,2026-11-01,9\n13900139000,2026-11-01,5\n13700137000,2026-11-01,10\n',
    ),
  ).toMatchObject({
    created: 3,
    warnings: [{ code: 'row.scale', message: expect.stringContaining('rating read as out of 10') }],
  })
  expect((await answers(shop)).map((row) => row[4])).toEqual([4.5, 2.5, 5])
  const five = ['2', '3', '4', '5', '4', '3', '7'].map((score, at) => `Ann,2026-10-0${at + 1},${score}`)
  const slip = await shop.regulars('import surveys - --json', { stdin: `name,date,rating\n${five.join('\n')}\n` })
  expect(JSON.parse(slip.out)).toMatchObject({
    created: 6,
    rejected: 1,
    errors: [{ line: 8, code: 'survey.too-high', value: '7' }],
  })
  expect(await take(shop, 'name,date,rating (1-10)\nBob,2026-10-01,4\n', '--map perceived=3')).toMatchObject({
    created: 1,
  })
  expect((await answers(shop)).at(-1)).toEqual([2, '2026-10-01', null, 4, 2, null])
  expect(await take(shop, 'name,date,rating\nBob,2026-10-02,4\n', '--scale 10')).toMatchObject({ created: 1 })
  expect((await answers(shop)).at(-1)).toEqual([2, '2026-10-02', null, 4, 2, null])
})

test('a questionnaire with a question a column', async () => {
  const shop = await shopOfThree()
  const file =
    '序号,提交答卷时间,您的手机,您对质量满意吗,服务如何,还想说什么\n1,2026-11-05 10:22,13800138000,A.非常满意,一般,快一点\n2,2026-11-05 ' +
    '11:00,13900139000,,满意,\n3,2026-11-05 12:00,13700137000,,,\n'
  const line = [
    'import',
    'surveys',
    '-',
    '--json',
    '--aspects',
    '商品=您对质量满意吗,茶艺=5',
    '--map',
    'comment=还想说什么',
  ]
  const ran = await shop.regulars(line, { stdin: file })
  expect(JSON.parse(ran.out)).toMatchObject({
    rows: 3,
    created: 2,
    rejected: 1,
    unknownColumns: ['序号'],
    errors: [{ line: 4, code: 'row.missing' }],
  })
  const standing = [
    [1, '2026-11-05', 'goods', 4, 5, '快一点'],
    [1, '2026-11-05', '茶艺', 4, 3, '快一点'],
    [2, '2026-11-05', '茶艺', 4, 4, null],
  ]
  expect(await answers(shop)).toEqual(standing)
  expect(JSON.parse((await shop.regulars(line, { stdin: file })).out)).toMatchObject({
    change: null,
    created: 0,
    unchanged: 2,
  })
  // Columns headed by aspects need not be named.
  expect(await take(shop, '姓名,日期,服务,价格\nBob,2026-11-06,3,5\n')).toMatchObject({ created: 1 })
  expect((await answers(shop)).slice(3)).toEqual([
    [2, '2026-11-06', 'service', 4, 3, null],
    [2, '2026-11-06', 'price', 4, 5, null],
  ])
})

test('a row with one bad answer is rejected whole', async () => {
  const shop = await shopOfThree()
  const ran = await shop.regulars('import surveys - --json', {
    stdin: 'name,date,goods,service\nAnn,2026-11-05,4,great!!\n',
  })
  expect(JSON.parse(ran.out)).toMatchObject({
    created: 0,
    rejected: 1,
    errors: [{ line: 2, code: 'survey.unreadable', value: 'great!!' }],
  })
  expect(await answers(shop)).toEqual([])
})

test.each([
  [
    'import surveys - --aspects goods=nothing',
    'name,date,goods\nAnn,2026-11-01,4\n',
    'no column nothing',
    '没有“nothing”这一列',
  ],
  ['import surveys -', 'name,date\nAnn,2026-11-01\n', 'perceived', 'perceived'],
  [
    'import surveys -',
    'name,date,goods,service\nAnn,2026-11-01,4,9\nBob,2026-11-01,3,8\n',
    'cannot be told',
    '看不出满分是几分',
  ],
  ['import surveys - --scale 7', 'name,date,rating\nAnn,2026-11-01,4\n', '7', '7'],
])('%s of %j is refused', async (line, stdin, english, chinese) => {
  const shop = await shopOfThree()
  expect((await shop.regulars(line, { stdin })).err).toContain(english)
  expect((await shop.regulars(`${line} --lang zh`, { stdin })).err).toContain(chinese)
  expect(await answers(shop)).toEqual([])
})

test.each([
  ['skip', { unchanged: 1, rejected: 0 }],
  ['reject', { unchanged: 0, rejected: 1, errors: [{ code: 'row.matches' }] }],
])('--on-match %s leaves it as it is', async (what, counts) => {
  const shop = await shopOfThree()
  await shop.json('survey Ann 4 --on 2026-11-01')
  const ran = await shop.regulars(`import surveys - --json --on-match ${what}`, {
    stdin: 'name,date,rating\nAnn,2026-11-01,1\n',
  })
  expect(JSON.parse(ran.out)).toMatchObject({ change: null, ...counts })
  expect(await answers(shop)).toEqual([[1, '2026-11-01', null, 4, 4, null]])
})

test('a file that says itself that it is of answers', async () => {
  const shop = await shopOfThree()
  const file = join(shop.folder, 'answers.csv')
  writeFileSync(file, '姓名,日期,满意度\nAnn,2026-11-01,4\n')
  expect(await shop.json(['import', file])).toMatchObject({ created: 1 })
  expect(await answers(shop)).toEqual([[1, '2026-11-01', null, 4, 4, null]])
})

test('answers go with a whole export, and come back the same', async () => {
  const shop = await shopOfThree()
  await shop.json('survey Ann 4.25 --aspect 茶艺 -n fine')
  const whole = (await shop.regulars('export all')).out
  const other = await openShop(false)
  await other.regulars('import all - --yes', { stdin: whole })
  expect(await answers(other)).toEqual([[1, '2026-11-21', '茶艺', 4, 4.25, 'fine']])
})

const unhappy = async (shop: Shop, today: string) =>
  (await shop.json(`due --reason unhappy --today ${today}`)).rows.map(
    (row: { customerId: number; reasons: { reason: string; dueOn: string }[] }) => [
      row.customerId,
      row.reasons.find(({ reason }) => reason === 'unhappy')?.dueOn,
    ],
  )

test('who was not satisfied is due from the next day for 30 days, until a contact', async () => {
  const shop = await shopOfThree()
  await shop.json('survey Ann 3 --on 2026-11-20')
  await shop.json('survey Bob 3')
  await shop.json('survey Cai 3.8')
  expect(await unhappy(shop, '2026-11-20')).toEqual([])
  expect(await unhappy(shop, '2026-11-21')).toEqual([[1, '2026-11-21']])
  expect((await unhappy(shop, '2026-11-22')).length).toBe(2)
  expect(await unhappy(shop, '2026-12-20')).toEqual(expect.arrayContaining([[1, '2026-11-21']]))
  expect(await unhappy(shop, '2026-12-21')).toEqual([[2, '2026-11-22']])
  expect(await unhappy(shop, '2026-12-22')).toEqual([])
  expect((await shop.regulars('due --reason unhappy')).out).toContain(
    'not satisfied when asked 11-20: ask what went wrong',
  )
  expect((await shop.regulars('due --reason 不满意 --lang zh')).out).toContain('问问哪里没做好：11-20 说不满意')
  // About something else it stays; about it, it is settled; a newer answer that is good ends it, a newer bad one raises
  // it anew.
  await shop.json('done Ann --about cadence')
  expect(await unhappy(shop, '2026-11-21')).toEqual([[1, '2026-11-21']])
  await shop.json('done Ann --about 不满意')
  expect(await unhappy(shop, '2026-11-22')).toEqual([[2, '2026-11-22']])
  await shop.json('survey Bob 5 --today 2026-11-23')
  expect(await unhappy(shop, '2026-11-24')).toEqual([])
  await shop.json('survey Ann 1 --today 2026-11-24')
  expect(await unhappy(shop, '2026-11-25')).toEqual([[1, '2026-11-25']])
  await shop.json('policy set due.unhappy.on off')
  expect(await unhappy(shop, '2026-11-25')).toEqual([])
})

test('the replay of mornings has it too', async () => {
  const shop = await shopOfThree()
  await shop.json('survey Ann 3 --on 2026-11-10')
  await shop.json('done Ann --about unhappy --on 2026-11-12')
  const { reasons } = await shop.json('report followups --from 2026-11-01 --to 2026-11-20')
  expect(reasons.find(({ reason }: { reason: string }) => reason === 'unhappy')).toMatchObject({ reason: 'unhappy' })
})

test('the scorecard knows satisfaction: 80 points where C is 1', async () => {
  const shop = await shopOfThree()
  await shop.json('policy set tier.method scorecard')
  await shop.json('survey Ann 3')
  await shop.json('survey Bob 5')
  await shop.json('classify')
  const part = async (id: number) => (await shop.json(`why ${id}`)).tier.sorted.why.parts.satisfaction
  expect([await part(1), await part(2), await part(3)]).toEqual([60, 100, null])
})
