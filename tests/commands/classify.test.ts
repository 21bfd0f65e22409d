import { expect, test } from 'vitest'
import type { TierMovement } from '../../src/ledger/tier/classify.ts'
import { openShop, type Shop } from '../shop.ts'

/** 王小明 comes often and spends much, 李秀兰 often and little, 周梅 seldom, 赵国庆 once and much, 陈静 never. */
async function teahouse(lang = 'zh'): Promise<Shop> {
  const shop = await openShop(`init --name Teahouse --lang ${lang}`)
  for (const name of ['王小明', '李秀兰', '周梅', '赵国庆', '陈静']) await shop.json(`add ${name}`)
  for (const ago of [10, 20, 30, 40]) await shop.json(`buy 1 100 --on -${ago}d`)
  for (const ago of [5, 15, 25, 35]) await shop.json(`buy 2 5 --on -${ago}d`)
  await shop.json('buy 3 10 --on -3d')
  await shop.json('buy 4 400 --on -50d')
  return shop
}

test('classify sorts everyone, says what is high, and lists no movements the first time', async () => {
  const shop = await teahouse()
  const value = await shop.json('classify')
  expect(value).toMatchObject({
    change: 16,
    asOf: '2026-11-21',
    method: 'matrix',
    thresholds: { turnover: 3, profit: '400.00' },
    counts: { A: 1, B: 1, C: 1, D: 2 },
    changes: [],
    first: true,
  })
  expect((await shop.regulars('why 王小明')).out).toContain(
    '等级 A：365 天内 4 次，常来要 3 次；消费 ¥400.00，贡献高要 ¥400.00',
  )
})

test('the screen of classify, in both languages', async () => {
  const shop = await teahouse()
  expect((await shop.regulars('classify')).out).toBe(`到 2026-11-21，近 365 天有 4 人买过，共 10 次 ¥830.00
常来 = 3 次以上；贡献高 = 消费 ¥400.00 以上（前面这些人占 80 %）
  A  常来 贡献高  1  每 7 天联系     C  不常来 贡献低  1  每 30 天联系
  B  常来 贡献低  1  每 15 天联系    D  待发展         2  其中没买过 1
首次排级，不列变动。以后只列升降。
今天该联系谁：regulars due   为什么：regulars why 姓名   撤销：regulars undo 16
`)
  for (const on of ['-2d', '-1d']) await shop.json(`buy 周梅 10 --on ${on}`)
  const again = await shop.regulars('classify --lang en')
  expect(again.out).toContain('Moved: 1\n  周梅 #3  C -> B: 3 purchases in 365 days, often is 3\n')
  expect((await shop.regulars('classify --lang en')).out).toContain('Nobody moved.')
  expect((await shop.regulars('classify --quiet')).out).toBe('')
})

test('movements carry their facts', async () => {
  const shop = await teahouse()
  await shop.json('classify')
  await shop.json('buy 陈静 1')
  // The window begins on 2026-11-13: 李秀兰 ¥5, 周梅 ¥10 and 陈静 ¥1 once each; high from ¥5, where 15 of 16 are reached.
  const { changes } = await shop.json('classify --today 2027-11-12')
  expect(changes.map(({ customerId, from, to, why }: TierMovement) => [customerId, from, to, why.reason])).toEqual([
    [1, 'A', 'C', 'earlier-buyer'],
    [2, 'B', 'D', 'low-high'],
    [3, 'C', 'D', 'low-high'],
    [4, 'D', 'C', 'earlier-buyer'],
  ])
  expect(changes[1]).toMatchObject({
    name: '李秀兰',
    why: {
      windowDays: 365,
      visits: 1,
      needed: 2,
      profit: '5.00',
      profitNeeded: '5.00',
      spent: '5.00',
      spentNeeded: null,
    },
  })
})

test('from the start D, from the first purchase C, until classify says otherwise', async () => {
  const shop = await openShop()
  const tier = async () => (await shop.json('why 1')).tier.tier
  await shop.json('add Ann')
  expect(await tier()).toBe('D')
  await shop.json('buy 1 100')
  expect(await tier()).toBe('C')
  await shop.json('classify')
  expect(await tier()).toBe('D')
  await shop.json('add Bob')
  await shop.json('classify')
  expect((await shop.json('why 2')).tier).toMatchObject({
    tier: 'D',
    boughtSince: false,
    sorted: { why: { reason: 'never-bought' } },
  })
  await shop.json('buy 2 1')
  expect((await shop.json('why 2')).tier).toMatchObject({ tier: 'C', boughtSince: true })
  expect((await shop.regulars('why 2')).out).toContain('Tier C: bought since the tiers were sorted on 11-21')
})

test('a row is written only where tier or reason changed, and a past day leaves later ones alone', async () => {
  const shop = await teahouse()
  await shop.json('classify --today 2026-11-01')
  await shop.json('classify --today 2026-11-15')
  const before = (await shop.json('why 李秀兰 --today 2026-11-20')).tier.tier
  await shop.json('policy set tier.method abc')
  await shop.json('classify --today 2026-11-10')
  expect((await shop.json('why 李秀兰 --today 2026-11-12')).tier.tier).toBe('C')
  expect((await shop.json('why 李秀兰 --today 2026-11-20')).tier.tier).toBe(before)
})

test('an archived customer is left out of the count and keeps their tier', async () => {
  const shop = await teahouse()
  await shop.json('classify')
  await shop.json('archive 王小明')
  expect((await shop.json('classify')).counts).toEqual({ A: 0, B: 1, C: 1, D: 2 })
  expect((await shop.json('why id:1')).tier.tier).toBe('A')
})

test('pin acts at once, is respected by classify, and ends', async () => {
  const shop = await teahouse('en')
  await shop.json('classify')
  expect((await shop.regulars('pin 周梅 A --reason "my aunt" --until 2026-12-31')).out).toBe(
    '周梅 #3: C -> A, pinned to the end of 2026-12-31: “my aunt”\nSlip? regulars undo   (change 17)\n',
  )
  expect((await shop.json('classify')).counts).toEqual({ A: 2, B: 1, C: 0, D: 2 })
  expect((await shop.json('why 周梅')).tier).toMatchObject({
    tier: 'A',
    pinned: { tier: 'A', reason: 'my aunt', on: '2026-11-21', until: '2026-12-31' },
    sorted: { tier: 'C' },
  })
  expect((await shop.json('why 周梅 --today 2026-12-31')).tier.tier).toBe('A')
  expect((await shop.json('why 周梅 --today 2027-01-01')).tier.tier).toBe('C')
  expect((await shop.json('why 周梅 --today 2026-11-20')).tier.tier).toBe('C')
  expect(await shop.json('unpin 周梅')).toMatchObject({ customerId: 3, from: 'A', tier: 'C' })
  expect(await shop.regulars('unpin 周梅')).toEqual({
    exit: 1,
    out: '',
    err: 'regulars: 周梅 #3 is not pinned to a tier.\n  Why they are in theirs: regulars why 3\n',
  })
  expect((await shop.json('pin 3 b --dry-run')).change).toBe(null)
  expect((await shop.json('why 3')).tier.tier).toBe('C')
})

test.each([
  ['pin 周梅 E', 'Not a tier: “E”.\n  One of: A, B, C, D', '等级没有“E”。\n  可选：A、B、C、D'],
  [
    'pin 周梅 A --until 2026-11-20',
    '2026-11-20 is over (today is 2026-11-21).',
    '2026-11-20 已经过了（今天 2026-11-21）。',
  ],
  ['pin 散客 A', 'pin: a walk-in is nobody in particular.', 'pin：散客不是哪一位。'],
])('%s', async (line, english, chinese) => {
  const shop = await teahouse()
  expect((await shop.regulars(`${line} --lang en`)).err).toContain(`regulars: ${english}`)
  expect((await shop.regulars(line)).err).toContain(`regulars: ${chinese}`)
})

test('a ledger of nobody, and one where nobody bought', async () => {
  const shop = await openShop()
  expect(await shop.json('classify')).toMatchObject({
    thresholds: { turnover: null, profit: null },
    counts: { A: 0, B: 0, C: 0, D: 0 },
  })
  await shop.json('add Ann')
  expect(await shop.json('classify')).toMatchObject({
    thresholds: { turnover: null, profit: null },
    counts: { A: 0, B: 0, C: 0, D: 1 },
    changes: [],
  })
  expect((await shop.regulars('classify')).out).toContain('As of 2026-11-21: nobody bought in the last 365 days\n')
  await shop.json('buy 1 0')
  expect(await shop.json('classify')).toMatchObject({ thresholds: { turnover: 2, profit: null }, counts: { C: 1 } })
})

test('why explains tier, stage and reasons', async () => {
  const shop = await teahouse('en')
  await shop.json('classify')
  const value = await shop.json('why 王小明')
  expect(value).toMatchObject({
    customer: { id: 1, name: '王小明' },
    tier: {
      tier: 'A',
      pinned: null,
      sorted: {
        tier: 'A',
        since: '2026-11-21',
        method: 'matrix',
        why: { reason: 'high-high', visits: 4, needed: 3, profit: '400.00', profitNeeded: '400.00' },
      },
    },
    stage: { stage: 'forming', gap: 10, ownGap: true, since: 10, days: 4, lostOn: '2027-02-10' },
  })
  const { out } = await shop.regulars('why 王小明')
  expect(out).toContain('Tier A: 4 purchases in 365 days, often is 3; sales ¥400.00, high is ¥400.00\n')
  expect(out).toContain(
    'Stage forming: 4 days of buying, usually every 10 days; last 11-11, 10 days ago\n  lost on 2027-02-10 unless ' +
      'they buy before\n',
  )
})

test('why: one who was pinned before ever being sorted has bought all the same', async () => {
  const shop = await openShop()
  for (const line of ['add K', 'buy K 10', 'pin K A']) await shop.regulars(line)
  expect((await shop.regulars('why K')).out).toContain(
    'Tier A: pinned 11-21\n  has bought; not sorted yet (regulars classify)\n',
  )
  expect((await shop.regulars('why K --lang zh')).out).toContain('\n  买过；还没排过级（regulars classify）\n')
  for (const line of ['add L --today 2026-11-20', 'classify --today 2026-11-20', 'buy L 10', 'pin L A'])
    await shop.regulars(line)
  expect((await shop.regulars('why L')).out).toContain(
    'Tier A: pinned 11-21\n  bought since the tiers were sorted on 11-20\n',
  )
})

test('why: who bought only before this ledger', async () => {
  const shop = await openShop()
  await shop.regulars('import customers tests/rosters/opening.csv --yes')
  await shop.regulars('classify')
  const { out } = await shop.regulars('why 王小明')
  expect(out).toContain('Tier C: nothing entered here yet; 12 visits before\n')
  expect((await shop.regulars('why 王小明 --lang zh')).out).toContain('等级 C：以前来过 12 次，这里还没记过\n')
})

test('why: with nothing due today it names what comes next', async () => {
  const shop = await openShop()
  await shop.regulars('add K')
  await shop.regulars(['done', 'K', '--next', '2026-11-27', '-n', '拿货'])
  expect((await shop.regulars('why K')).out).toContain('Nothing is due today.\nNext:\n  promised for 11-27: “拿货”\n')
  expect((await shop.regulars('why K --lang zh')).out).toContain(
    '今天没有该联系的事。\n接下来：\n  约好 11-27 回话：“拿货”\n',
  )
  expect((await shop.json('why K')).next).toMatchObject([{ reason: 'promise', dueOn: '2026-11-27', daysOverdue: 0 }])
})

test('at a terminal too narrow for two tiers side by side each has a line of its own', async () => {
  const shop = await teahouse('en')
  const { out } = await shop.regulars('classify --dry-run --no-color', { columns: 50 })
  expect(out).toMatch(/\n {2}A .*\n {2}B .*\n {2}C .*\n {2}D {2}to develop +2 {2}1 never bought\n/)
})
