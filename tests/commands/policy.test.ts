import { expect, test } from 'vitest'
import { keys } from '../../src/ledger/book/policy/keys.ts'
import type { PolicyRow } from '../../src/ledger/book/policy/set-policy.ts'
import { openShop } from '../shop.ts'

test('every rule is shown with its value, its default and its meaning, in both languages', async () => {
  const shop = await openShop()
  const shown = await shop.json<PolicyRow[]>('policy show')
  expect(shown.map(({ key }) => key)).toEqual(Object.keys(keys))
  expect(shown.every(({ value, default: standard, changed }) => value === standard && changed === false)).toBe(true)
  const rooms = 'shop|tier|cadence|due|credit|rfm|points|relation|festival|message|campaign|survey|complaint|referral'
  const rules = new RegExp(`^[ *] (${rooms})\\.`)
  for (const lang of ['en', 'zh']) {
    const { out } = await shop.regulars(`policy show --lang ${lang}`)
    const lines = out.split('\n').filter((line) => rules.test(line))
    expect(lines).toHaveLength(shown.length)
    for (const line of lines) expect(line).toMatch(/^[ *] \S+ +\S.*? {2,}\S/)
  }
})

test('a rule is set, marked, logged, taken back and reset', async () => {
  const shop = await openShop('init --lang zh')
  expect((await shop.regulars('policy set cadence.A 10')).out).toBe(
    'cadence.A：10（原来 7）\n弄错了：regulars undo（改动 1）\n',
  )
  expect((await shop.regulars('policy show cadence')).out).toContain(
    '* cadence.A      10  A 级隔几天联系一次 （默认 7）\n',
  )
  expect((await shop.json('policy show cadence.A'))[0]).toEqual({
    key: 'cadence.A',
    value: 10,
    default: 7,
    changed: true,
  })
  expect(await shop.json('policy set cadence.A 10')).toEqual({ change: null, key: 'cadence.A', value: 10, was: 10 })
  expect(await shop.json('policy set cadence.A 12')).toMatchObject({ value: 12, was: 10 })
  await shop.json('undo --yes')
  expect((await shop.json('policy show cadence.A'))[0]).toMatchObject({ value: 10 })
  expect(await shop.json('policy reset cadence.A')).toMatchObject({ reset: [{ key: 'cadence.A', value: 7, was: 10 }] })
  expect((await shop.json('policy show cadence.A'))[0]).toMatchObject({ value: 7, changed: false })
  expect((await shop.regulars('policy reset cadence.A')).out).toBe('本来就是默认，没有可还原的。\n')
})

test('all rules are reset with --yes alone', async () => {
  const shop = await openShop()
  await shop.json('policy set tier.margin 35%')
  await shop.json('policy set due.birthday.on off')
  expect((await shop.regulars('policy reset')).exit).toBe(2)
  expect((await shop.json('policy reset --yes')).reset).toHaveLength(2)
  expect((await shop.json<PolicyRow[]>('policy show')).some(({ changed }) => changed)).toBe(false)
  expect((await shop.regulars('log --limit 1')).out).toContain('rules back to standard')
  expect((await shop.regulars('log --limit 1 --lang zh')).out).toContain('规则改回默认\n')
})

test.each([
  ['tier.margin 35%', 0.35],
  ['tier.margin .35', 0.35],
  ['tier.margin 0', 0],
  ['TIER.MARGIN １', 1],
  ['tier.method ABC', 'abc'],
  ['tier.turnover 5', 5],
  ['tier.turnover auto', null],
  ['tier.profit 88.5', '88.50'],
  ['tier.profit ¥1,288.00', '1288.00'],
  ['tier.profit 自动', null],
  ['tier.windowDays 180', 180],
  ['due.birthday.on 关', false],
  ['due.birthday.on on', true],
  ['due.channel wechat', 'wechat'],
  ['due.minGap 0', 0],
  ['tier.method rfm', 'rfm'],
  ['tier.method Scorecard', 'scorecard'],
  ['tier.scorecard.potential 0', 0],
  ['rfm.champions "4-5 5 5"', '4-5 5 5'],
  ['rfm.CANTLOSETHEM １-２，3-3,4~5', '1-2 3 4-5'],
  ['rfm.days "14 30 90 180"', '14 30 90 180'],
  ['rfm.days 14，30，90，180', '14 30 90 180'],
  ['rfm.days 自动', null],
  ['rfm.money "100 300 ¥1,800 2000.5"', '100.00 300.00 1800.00 2000.50'],
])('policy set %s', async (typed, value) => {
  const shop = await openShop()
  expect((await shop.json(`policy set ${typed}`)).value).toBe(value)
})

test.each([
  ['cadence.a ten', 2, 'Not a whole number from 1 to 3650: “ten”.', '要写 1 到 3650 之间的整数：“ten”。'],
  ['cadence.A 0', 2, 'Not a whole number from 1 to 3650: “0”.', '要写 1 到 3650 之间的整数：“0”。'],
  [
    'tier.margin 120%',
    2,
    'Not a share from 0 to 1: “120%”.\n  Examples: 0.35   35%',
    '要写 0 到 1 之间的比例：“120%”。\n  例：0.35、35%',
  ],
  ['tier.margin half', 2, 'Not a share from 0 to 1: “half”.', '要写 0 到 1 之间的比例：“half”。'],
  [
    'tier.method best',
    2,
    'Not a tier.method: “best”.\n  One of: matrix, abc, rfm, scorecard, fixed',
    'tier.method 没有“best”。\n  可选：matrix、abc、rfm、scorecard、fixed',
  ],
  ['tier.profit 1.234', 2, '“1.234” can be ¥1,234 or ¥1.234.', '“1.234”可以是 ¥1,234，也可以是 ¥1.234。'],
  ['tier.profit -5', 2, 'An amount below nothing makes no sense here: “-5”.', '这里不能是负数：“-5”。'],
  [
    'rfm.champions 5',
    2,
    'Not three scores or ranges of 1 to 5, for recency, visits and amount: “5”.\n  Example: regulars policy set ' +
      'rfm.champions 1-2 3-5 4-5',
    '要写三个 1 到 5 的分数或范围（最近、次数、金额）：“5”。\n  例：regulars policy set rfm.champions 1-2 3-5 4-5',
  ],
  ['rfm.lost "2-1 1-5 1-5"', 2, 'Not three scores or ranges', '要写三个 1 到 5 的分数或范围'],
  ['rfm.lost "0 1 6"', 2, 'Not three scores or ranges', '要写三个 1 到 5 的分数或范围'],
  [
    'rfm.days "14 30 30 90"',
    2,
    'Not four rising numbers, one between each two of the five scores: “14 30 30 90”.\n  Example: regulars policy ' +
      'set rfm.days 14 30 90 180',
    '要写四个从小到大的数，隔开五档分数：“14 30 30 90”。\n  例：regulars policy set rfm.days 14 30 90 180',
  ],
  ['rfm.money "100 300 800"', 2, 'Not four rising amounts', '要写四个从小到大的金额'],
  ['due.birthday.on maybe', 2, 'Neither on nor off: “maybe”.\n  Type on or off.', '要写开或关：“maybe”。'],
  [
    'tier.margn 1',
    2,
    'No such rule: tier.margn.\n  Did you mean tier.margin?',
    '没有这条规则：tier.margn。\n  是不是 tier.margin？',
  ],
  [
    'margin 1',
    2,
    'No such rule: margin.\n  Did you mean tier.margin?',
    '没有这条规则：margin。\n  是不是 tier.margin？',
  ],
  ['cadence.A', 2, 'policy set: value is missing.', 'policy set：缺'],
])('policy set %s is refused', async (typed, exit, english, chinese) => {
  const shop = await openShop()
  const ran = await shop.regulars(`policy set ${typed}`)
  expect(ran.exit).toBe(exit)
  expect(ran.err).toContain(`regulars: ${english}`)
  expect((await shop.regulars(`policy set ${typed} --lang zh`)).err).toContain(`regulars: ${chinese}`)
  expect((await shop.json<PolicyRow[]>('policy show')).some(({ changed }) => changed)).toBe(false)
})

test('thresholds, margin and window of the policy rule the sorting', async () => {
  const shop = await openShop()
  await shop.json('add Ann')
  await shop.json('buy 1 100 --on -100d')
  await shop.json('buy 1 100 --on -3d')
  expect(await shop.json('classify')).toMatchObject({
    thresholds: { turnover: 2, profit: '200.00' },
    measure: 'sales',
    counts: { A: 1 },
  })
  await shop.json('policy set tier.margin 0.4')
  expect(await shop.json('classify')).toMatchObject({ thresholds: { turnover: 2, profit: '80.00' }, measure: 'profit' })
  await shop.json('policy set tier.windowDays 90')
  expect(await shop.json('classify')).toMatchObject({
    thresholds: { turnover: 2, profit: '40.00' },
    counts: { D: 1 },
    changes: [{ from: 'A', to: 'D', why: { visits: 1, needed: 2, windowDays: 90 } }],
  })
  await shop.json('policy set tier.turnover 1')
  await shop.json('policy set tier.profit 40.01')
  expect(await shop.json('classify')).toMatchObject({ thresholds: { turnover: 1, profit: '40.01' }, counts: { B: 1 } })
})

test('who is told that tiers change: whose rules have a say in sorting', async () => {
  const shop = await openShop('init --lang en')
  const says = async (line: string) =>
    (await shop.regulars(line)).out.includes('Tiers change with the next regulars classify.')
  expect(await says('policy set rfm.days 14 30 90 180')).toBe(false)
  expect(await says('policy set tier.method rfm')).toBe(true)
  expect(await says('policy set rfm.days 7 14 30 60')).toBe(true)
  expect(await says('policy set rfm.lost 1 1 1')).toBe(false)
  expect(await says('policy reset rfm.days')).toBe(true)
  expect(await says('policy reset rfm.lost')).toBe(false)
  expect(await says('policy set tier.A.privilege "tea for free"')).toBe(false)
  expect(await says('policy set tier.A.birthdayGift cake')).toBe(false)
})

test.each([
  ['en', 'what the shop is called', 'To change one:'],
  ['zh', '店名', '改一条：'],
])(
  'one rule ends with how to change that one, and a long value keeps to the terminal, %s',
  async (lang, meaning, head) => {
    const shop = await openShop()
    const name = 'Qinghe Tea House of the Old Town (made up)'
    await shop.json(['policy', 'set', 'shop.name', name])
    const { out } = await shop.regulars(`policy show shop --no-color --lang ${lang}`, { columns: 60 })
    expect(out).toContain(`shop.name  ${name}\n    ${meaning}`)
    expect(out.split('\n').every((line) => line.length <= 60 || line.startsWith('regulars '))).toBe(true)
    expect((await shop.regulars(`policy show points.earnPer --lang ${lang}`)).said).toContain(
      `${head}${lang === 'en' ? ' ' : ''}regulars policy set points.earnPer 0   `,
    )
    expect((await shop.regulars('policy show')).said).toContain('regulars policy set cadence.A 10   ')
  },
)

test('a rule without a value says what that means, and how it would be given one', async () => {
  const shop = await openShop()
  const shown = async (key: string, lang = 'en') => (await shop.regulars(`policy show ${key} --lang ${lang}`)).said
  const values = async (key: string, lang: string) =>
    (await shown(key, lang)).split('\n').flatMap((line) => /^[ *] \S+ +(\S+)/.exec(line)?.[1] ?? [])
  expect(await values('privilege', 'zh')).toEqual(['没有', '没有', '没有', '没有', '0', '0', '0', '0'])
  expect(await values('birthdayGift', 'en')).toEqual(['none', 'none', 'none', 'none'])
  expect(await values('points.expireDays', 'zh')).toEqual(['不过期'])
  expect(await values('points.minAmount', 'en')).toEqual(['any'])
  expect(await values('referral', 'zh')).toEqual(['没有', '没有'])
  expect(await values('tier.turnover', 'zh')).toEqual(['自动'])
  expect(await shown('tier.A.privilege', 'zh')).toContain('policy set tier.A.privilege 免费试茶')
  expect(await shown('referral')).toContain('policy set referral.reward points:50')
  await shop.json(['policy', 'set', 'referral.reward', '预存:10'])
  expect(await values('referral', 'zh')).toEqual(['预存:10.00', '没有'])
  expect((await shop.regulars('policy set referral.reward 0 --lang zh')).out).toContain(
    'referral.reward：没有（原来 预存:10.00）',
  )
  expect((await shop.regulars('policy show nothing')).exit).toBe(2)
})
