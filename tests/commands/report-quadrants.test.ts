import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/**
 * Ann and Bob are valuable, Cai and Dan are not; Ann and Cai come back, brought somebody and buy mostly here. Bob came
 * once. Of Dan nothing speaks but word of new arrivals, which he followed. Eve never bought.
 */
async function shopOfFive(init = 'init --lang en'): Promise<Shop> {
  const shop = await openShop(init)
  for (const line of [
    'Ann --share 80',
    'Bob --referred-by 1',
    'Cai --share 95',
    'Dan --referred-by 3 --share 79',
    'Eve',
  ])
    await shop.json(`add ${line}`)
  for (const on of ['2026-11-01', '2026-11-08', '2026-11-15']) {
    await shop.json(`buy 1 200 --on ${on}`)
    await shop.json(`buy 3 10 --on ${on}`)
  }
  await shop.json('buy 2 400 --on 2026-11-20')
  await shop.json('done 4 -o sent --campaign new-arrival --on 2026-10-01')
  await shop.json('buy 4 20 --on 2026-10-31')
  return shop
}

const row = (
  customerId: number,
  name: string,
  quadrant: string,
  profit: string,
  signs: Record<string, boolean | null>,
) => ({
  customerId,
  name,
  quadrant,
  profit,
  loyalty: Object.values(signs).filter((sign) => sign === true).length,
  unknown: Object.values(signs).filter((sign) => sign === null).length,
  signs,
})

test('who is archived has a quadrant in the list alone, and nobody is held against them', async () => {
  const shop = await shopOfFive()
  await shop.json('archive 2')
  const { rows, profitNeeded } = await shop.json('report quadrants')
  expect(profitNeeded).toBe('600.00')
  // Bob is whom Ann brought.
  expect(rows.map(({ name, quadrant }: { name: string; quadrant: string }) => [name, quadrant])).toEqual([
    ['Ann', 'gold'],
    ['Cai', 'small-star'],
    ['Dan', 'burden'],
  ])
  expect((await shop.regulars('list --quadrant burden --ids')).out).toBe('4\n')
  expect((await shop.regulars('list --quadrant burden --archived --ids')).out).toBe('2\n4\n')
  await shop.json('group save everyone --archived')
  expect((await shop.json('report quadrants --group everyone')).rows).toEqual(rows)
})

test('report quadrants, as worked out by hand', async () => {
  const shop = await shopOfFive()
  const value = await shop.json('report quadrants')
  expect(value).toEqual({
    from: null,
    to: '2026-11-21',
    buyers: 4,
    profitNeeded: '400.00',
    profitShare: 0.8,
    measure: 'sales',
    quadrants: [
      { quadrant: 'gold', customers: 1, profit: '600.00', undecided: 0 },
      { quadrant: 'meteor', customers: 1, profit: '400.00', undecided: 0 },
      { quadrant: 'small-star', customers: 1, profit: '30.00', undecided: 0 },
      { quadrant: 'burden', customers: 1, profit: '20.00', undecided: 0 },
    ],
    signs: [
      { sign: 'returns', yes: 2, no: 2, unknown: 0 },
      { sign: 'suggests', yes: 0, no: 0, unknown: 4 },
      { sign: 'answers', yes: 1, no: 3, unknown: 0 },
      { sign: 'refers', yes: 2, no: 2, unknown: 0 },
      { sign: 'wallet', yes: 2, no: 1, unknown: 1 },
    ],
    rows: [
      row(1, 'Ann', 'gold', '600.00', { returns: true, suggests: null, answers: false, refers: true, wallet: true }),
      row(2, 'Bob', 'meteor', '400.00', {
        returns: false,
        suggests: null,
        answers: false,
        refers: false,
        wallet: null,
      }),
      row(3, 'Cai', 'small-star', '30.00', {
        returns: true,
        suggests: null,
        answers: false,
        refers: true,
        wallet: true,
      }),
      row(4, 'Dan', 'burden', '20.00', { returns: false, suggests: null, answers: true, refers: false, wallet: false }),
    ],
  })
})

test('the screens of report quadrants', async () => {
  const shop = await shopOfFive()
  const { out } = await shop.regulars('report quadrants', { columns: 80, env: { NO_COLOR: '1' } })
  expect(out).toBe(
    [
      'Value and loyalty up to 2026-11-21: 4 buyers',
      'High value: ¥400.00 sales or more (they bring 80 %); loyal: 3 signs, or half of',
      '    those known.',
      '          value high       value low',
      '  loyal   gold 1 (25 %)    small star 1 (25 %)',
      '          ¥600.00 sales    ¥30.00 sales',
      '  not so  meteor 1 (25 %)  burden 1 (25 %)',
      '          ¥400.00 sales    ¥20.00 sales',
      'Signs of loyalty',
      '  comes back        2  of 4 = 50 %: 3 purchase days or more, not fading',
      '  suggests          0  not known of anybody: gave a suggestion',
      '  answers           1  of 4 = 25 %: bought after word of new arrivals',
      '  brings others     2  of 4 = 50 %: brought a customer who bought',
      '  buys mostly here  2  of 3 = 66.7 %, not known of 1: 80 % or more of what they',
      '                       need',
      'Who they are: regulars list --quadrant gold --sort profit   how: --explain',
      '',
    ].join('\n'),
  )
  const chinese = (await shop.regulars('report quadrants --lang zh')).said
  expect(chinese).toContain(
    '贡献高 = 营业额 ¥400.00 以上（前面这些人占 80 %）；忠诚 = 下面占 3 条以上，或知道的占一半\n',
  )
  expect(chinese).toMatch(/有新货就来 +1 {2}\/ 4 = 25 %：告诉有新货以后来买过\n/)
  expect(chinese).toContain('是哪些人：regulars list --quadrant 黄金客 --sort profit')
  expect((await shop.regulars('report quadrants --explain')).out).toContain(
    'loyal: three of the five signs hold, or at least half of those known',
  )
  expect((await shop.regulars('report quadrants --tier B')).out).toContain('up to 2026-11-21: nobody bought')
})

test.each([
  ['gold', '1\n'],
  ['meteor', '2\n'],
  ['small-star', '3\n'],
  ['burden', '4\n'],
  ['gold,small-star', '1\n3\n'],
  ['黄金客', '1\n'],
  ['流星', '2\n'],
  ['小星客,负担客', '3\n4\n'],
])('list --quadrant %s', async (quadrant, ids) => {
  const shop = await shopOfFive()
  expect(await shop.regulars(['list', '--quadrant', quadrant, '--ids'])).toMatchObject({ exit: 0, out: ids })
})

test('a quadrant nobody knows; one kept in a group', async () => {
  const shop = await shopOfFive()
  const ran = await shop.regulars('list --quadrant silver')
  expect(ran).toMatchObject({ exit: 2, out: '' })
  expect(ran.err).toContain('Not a quadrant: “silver”.\n  One of: gold, meteor, small-star, burden')
  expect((await shop.regulars('list --quadrant silver --lang zh')).err).toContain(
    '象限没有“silver”。\n  可选：黄金客、流星客、小星客、负担客',
  )
  expect((await shop.regulars('group save best --quadrant gold,meteor')).out).toContain(
    '“best”: gold or meteor. Today: 2 customers.',
  )
  expect((await shop.regulars('list --group best --ids')).out).toBe('1\n2\n')
})

test('P* fixed by the policy is said so; value over the days asked for', async () => {
  const shop = await shopOfFive()
  await shop.json('policy set tier.profit 30')
  expect(await shop.json('report quadrants')).toMatchObject({ profitNeeded: '30.00', profitShare: null })
  expect((await shop.regulars('report quadrants')).out).toContain('High value: ¥30.00 sales or more (tier.profit)')
  await shop.json('policy reset tier.profit')
  const { rows } = await shop.json('report quadrants --to 2026-11-01')
  expect(rows.map(({ name, quadrant }: { name: string; quadrant: string }) => `${name} ${quadrant}`)).toEqual([
    'Ann meteor',
    'Dan burden',
    'Cai burden',
  ])
})

test.each([
  ['the same day', '2026-10-10', 'sent', '--on 2026-10-10', true],
  ['the last day', '2026-10-10', 'sent', '--on 2026-11-09', true],
  ['a day late', '2026-10-10', 'sent', '--on 2026-11-10', false],
  ['before', '2026-10-10', 'reached', '--on 2026-10-09', false],
  ['nobody answered the call', '2026-10-10', 'no-answer', '--on 2026-10-11', false],
  ['time is left', '2026-11-20', 'sent', '--on 2026-10-11', false],
  ['the 30 days end today', '2026-10-22', 'sent', '--on 2026-10-11', false],
  ['they ended yesterday', '2026-10-21', 'sent', '--on 2026-10-11', false],
])('word of new arrivals, %s', async (_, told, outcome, bought, answers) => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann')
  await shop.json('add Bob')
  await shop.json(`done 1 -o ${outcome} --campaign 春茶上新 --on ${told}`)
  await shop.json(`buy 1 10 ${bought}`)
  const answersOf = async () =>
    (await shop.json('report quadrants')).rows.find(({ name }: { name: string }) => name === 'Ann').signs.answers
  // Unless anybody ever answered, the shop cannot tell who does not.
  expect(await answersOf()).toBe(answers || null)
  await shop.json('done 2 -o sent --campaign 春茶上新 --on 2026-10-10')
  await shop.json('buy 2 20 --on 2026-10-11')
  expect(await answersOf()).toBe(answers)
})

test('word of new arrivals in capitals is word; what was voided, came from them or was undone is none', async () => {
  const shop = await openShop('init --lang en')
  for (const name of ['Ann', 'Bob', 'Cai', 'Dan']) await shop.json(`add ${name}`)
  await shop.json(['done', '1', '-o', 'sent', '--campaign', 'Spring NEW-ARRIVAL', '--on', '2026-10-10'])
  const [{ id }] = await shop.json('done 2 -o sent --campaign new-arrival --on 2026-10-10')
  await shop.json('done 3 --in --campaign new-arrival --on 2026-10-10')
  await shop.json('done 4 -o sent --campaign new-arrival --on 2026-10-10')
  for (const customer of [1, 2, 3, 4]) await shop.json(`buy ${customer} 10 --on 2026-10-11`)
  await shop.json('buy 4 20 --on 2026-09-01')
  await shop.json(`void c${id}`)
  await shop.json('refund 4 10 --on 2026-10-12')
  const { rows } = await shop.json('report quadrants')
  const answers = Object.fromEntries(
    rows.map(({ name, signs }: { name: string; signs: Record<string, boolean | null> }) => [name, signs['answers']]),
  )
  expect(answers).toEqual({ Ann: true, Bob: false, Cai: false, Dan: false })
})

test('nobody who brought nothing is valuable, however low P* is fixed', async () => {
  const shop = await openShop('init --lang en')
  for (const name of ['Ann', 'Bob']) await shop.json(`add ${name}`)
  await shop.json('policy set tier.profit 0')
  await shop.json('buy 1 0')
  await shop.json('buy 2 1')
  const { rows } = await shop.json('report quadrants')
  expect(rows.map(({ name, quadrant }: { name: string; quadrant: string }) => `${name} ${quadrant}`)).toEqual([
    'Bob meteor',
    'Ann burden',
  ])
})

test.each([
  ['nobody', [], 'nobody bought', '没人买过'],
  ['who never bought', ['add Ann'], 'nobody bought', '没人买过'],
  ['one', ['add Ann', 'buy 1 10'], 'High value: ¥10.00 sales or more', '贡献高 = 营业额 ¥10.00 以上'],
  ['equals', ['add Ann', 'add Bob', 'buy 1 10', 'buy 2 10'], 'meteor 2 (100 %)', '流星客 2 位（100 %）'],
  [
    'gifts alone',
    ['add Ann', 'buy 1 0'],
    "Nobody brought any sales, so nobody's value is high.",
    '没人带来营业额，谈不上谁贡献高。',
  ],
  [
    'losses alone',
    ['add Ann', 'buy 1 10 --cost 30'],
    "Nobody brought any profit, so nobody's value is high.",
    '没人带来毛利',
  ],
  ['the lost', ['add Ann', 'buy 1 10 --on 2020-01-01'], 'meteor 1 (100 %)', '流星客 1 位（100 %）'],
])('report quadrants of a shop of %s', async (_, lines, english, chinese) => {
  const shop = await openShop('init --lang en')
  for (const line of lines) await shop.json(line)
  const ran = await shop.regulars('report quadrants')
  expect(ran.exit).toBe(0)
  expect(ran.said).toContain(english)
  expect((await shop.regulars('report quadrants --lang zh')).said).toContain(chinese)
  expect(ran.out + JSON.stringify(await shop.json('report quadrants'))).not.toMatch(/NaN|Infinity|undefined/)
})
