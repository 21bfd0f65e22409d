import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/** Ann: six Saturdays two weeks apart, always Longjing, three times with a cup; two of them on account. */
async function shopOfAnn(): Promise<Shop> {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann --share 40 --today 2026-08-01')
  for (const line of [
    '100 "Longjing 250g" --on 2026-09-12',
    '140 "Longjing 250g, cup x2" --on 2026-09-26',
    '100 "longjing 100g" --on 2026-10-10 --unpaid',
    '140 "Longjing, cup" --on 2026-10-24 --unpaid',
    '100 Longjing --on 2026-11-07',
    '140 "Longjing, cup" --on 2026-11-14',
  ])
    await shop.json(`buy 1 ${line}`)
  // The first was paid after 5 days, the second after 9.
  await shop.json('pay 1 100 --on 2026-10-15')
  await shop.json('pay 1 140 --on 2026-11-02')
  return shop
}

test('show tells what they like, when they come, what runs out, and how they pay', async () => {
  const shop = await shopOfAnn()
  const { out } = await shop.regulars('show 1')
  expect(out).toContain('often buys Longjing (6 times), cup (3 times)')
  expect(out).toContain('mostly on Sat (6 of 6 days)')
  expect(out).toContain('usually ¥120.00 a visit')
  // Gaps of 14, 14, 14, 14 and 7 days: the median is 14, and 11-14 + 14 is within two weeks. The cup: gaps of 28 and
  // 21.
  expect(out).toContain('runs out: Longjing about 11-28')
  expect(out).not.toContain('cup about')
  expect(out).toContain('pays 7 days late as a rule (2 purchases)')
  expect((await shop.regulars('show 1 --lang zh')).out).toContain('付款一般晚 7 天（2 笔）')
})

test('days agreed are what lateness is counted from; one who owes past the day is late by now', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Bo')
  await shop.json('buy 1 50 -u --on 2026-10-01 --due 2026-10-20')
  await shop.json('pay 1 50 --on 2026-10-18')
  await shop.json('buy 1 60 -u --on 2026-10-20 --due 2026-11-11')
  // 2 days early, and 10 late so far.
  expect((await shop.regulars('show 1')).out).toContain('pays 4 days late as a rule (2 purchases)')
})

test('the wallet share keeps its history, through edit and undo', async () => {
  const shop = await shopOfAnn()
  await shop.json('edit 1 --share 60 --today 2026-10-01')
  await shop.json('edit 1 --share 80')
  expect((await shop.regulars('show 1')).out).toContain('buys 80 % of it here (08-01: 40 %, 10-01: 60 %)')
  await shop.regulars('undo --yes')
  expect((await shop.regulars('show 1')).out).toContain('buys 60 % of it here (08-01: 40 %)')
})

test.each([
  [
    'A',
    'be close, make them your example (expertise medium, service very high, talk high)',
    '懂行 中，服务 很高，沟通 高',
  ],
  [
    'B',
    'reassure, teach them to get more from what they buy (expertise very high, service high, talk high)',
    '懂行 很高，服务 高，沟通 高',
  ],
  [
    'C',
    'be in touch more, settle what was left open (expertise high, service medium, talk very high)',
    '懂行 高，服务 中，沟通 很高',
  ],
  [
    'D',
    'develop quickly, guide them to the next season or offer (expertise very high, service medium, talk high)',
    '懂行 很高，服务 中，沟通 高',
  ],
])('show and why say what tier %s asks', async (tier, english, chinese) => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann')
  await shop.json(`pin 1 ${tier} --reason test`)
  for (const line of ['show 1', 'why 1']) {
    expect((await shop.regulars(line)).out.replace(/\n\s+/g, ' ')).toContain(`${tier} asks of you: ${english}`)
    expect((await shop.regulars(`${line} --lang zh`)).out).toContain(chinese)
  }
})

test('why lists what is open with a C, or says that nothing is', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Ann')
  await shop.json('pin 1 C --reason test')
  const left = async () => (await shop.regulars('why 1')).out
  expect(await left()).toContain('Nothing was left open.')
  await shop.json('buy 1 80 Tea -u --on 2026-10-01')
  await shop.json('buy 1 30 Cup --on 2026-10-05')
  await shop.json('refund 2 10 --reason damp --fault supplier --on 2026-10-06')
  await shop.json('done 1 --in -n "any new tea?" --on 2026-11-18')
  expect(await left()).toContain(
    [
      'Left open:',
      '  owes ¥80.00, oldest 10-01 (51 days)',
      '  asked on 11-18, no answer yet: “any new tea?”',
      '  last refund 10-06: ¥10.00, Cup, damp, supplier',
    ].join('\n'),
  )
  expect((await shop.json('why 1')).open).toEqual({
    debt: { amount: '80.00', oldestOn: '2026-10-01', days: 51 },
    complaint: null,
    question: { on: '2026-11-18', note: 'any new tea?' },
    promise: null,
    refund: { on: '2026-10-06', amount: '10.00', item: 'Cup', reason: 'damp', fault: 'supplier' },
  })
  await shop.json('pin 1 A --reason test')
  expect((await shop.json('why 1')).open).toBeNull()
})

test.each([
  ['analytical', 'in writing and exact, with numbers', '写下来、说准数字'],
  ['driver', 'to the point and punctual, choices and results; no quarrel', '直说要点、守时'],
  ['expressive', 'chat about anything, pictures, who else uses it', '什么都聊，给看图'],
  ['amiable', 'no pressure, patience, a guarantee', '别催，慢慢来，给个保证'],
])('how to speak with the style %s, as the sources have it', async (style, english, chinese) => {
  const shop = await openShop('init --lang en')
  await shop.json(`add Ann --style ${style}`)
  expect((await shop.regulars('show 1')).out).toContain(english)
  expect((await shop.regulars('show 1 --lang zh')).out).toContain(chinese)
  const help = (await shop.regulars('help styles')).out
  expect(help).toContain(`${style}\n  signs: `)
})

test('loyalty by the signs that are known', async () => {
  const shop = await openShop('init --lang en')
  for (const line of [
    'add Ann',
    'add Bob',
    'add Cai --share 90',
    'buy 1 10 --on 2026-11-01',
    'buy 1 10 --on 2026-11-08',
    'buy 1 10 --on 2026-11-15',
    'buy 2 10',
  ])
    await shop.json(line)
  const loyalty = async (id: number) => (await shop.json(`show ${id}`)).loyalty
  // Only coming back is known: of one sign one is at least half.
  expect(await loyalty(1)).toEqual({ signs: 1, known: 1, high: true })
  expect(await loyalty(2)).toEqual({ signs: 0, known: 1, high: false })
  await shop.json('edit 1 --share 20')
  expect(await loyalty(1)).toEqual({ signs: 1, known: 2, high: true })
  // Once the shop notes who sent whom, not having sent anybody is known too.
  await shop.json('edit 2 --referred-by 3')
  expect(await loyalty(1)).toEqual({ signs: 1, known: 3, high: false })
  // Half without coming back is not enough, three are.
  expect(await loyalty(3)).toEqual({ signs: 2, known: 3, high: false })
  expect((await shop.regulars('show 1')).out).toContain('not so loyal: 1 of 3 known signs')
})

test('abc counts the potential when the policy says so', async () => {
  const shop = await openShop('init --lang en')
  for (const line of [
    'add Ann',
    'add Bob --potential 5',
    'add Cai',
    'buy 1 100',
    'buy 2 60',
    'buy 3 20',
    'policy set tier.method abc',
  ])
    await shop.json(line)
  const tiers = async () => (await shop.json('list')).map(({ tier }: { tier: string }) => tier).join('')
  await shop.json('classify')
  // Of 180: Ann alone is 55 %, with Bob 89 %.
  expect(await tiers()).toBe('AAB')
  await shop.json('policy set tier.potential 50')
  await shop.json('classify')
  // Bob counts three times: 180 of 300, Ann is within the first 80 %, Cai begins at 93 %.
  expect(await tiers()).toBe('AAB')
  expect((await shop.json('why 2')).tier.sorted.why).toMatchObject({ spent: '60.00', countsPercent: 300 })
  await shop.json('buy 2 100')
  await shop.json('classify')
  // 480, 100, 20 of 600: Ann begins at 80 %.
  expect(await tiers()).toBe('BAC')
  expect((await shop.regulars('why 1')).out).toContain('the next tier begins at ¥480.00')
})
