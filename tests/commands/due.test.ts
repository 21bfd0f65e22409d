import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contentOf, newestChangeOf } from '../content.ts'
import { copied, openShop, type Shop } from '../shop.ts'

/** The tea shop of the screens: one who was promised a call, one who stays away and owes, one with a lunar birthday. */
const teaShop = copied(async (lang: 'en' | 'zh'): Promise<Shop> => {
  const shop = await openShop(`init --name 茶铺 --lang ${lang}`)
  const lines = [
    'policy set due.thanks.minAmount 5000 --today 2026-01-02',
    'add 王小明 --phone 13800138000 --channel wechat --hours 上午 --style amiable --tag 老茶客 --today 2026-08-01',
    'buy 王小明 320 -u --today 2026-11-01',
    'buy 王小明 128 竹叶青 100g --today 2026-11-03',
    'done 王小明 -n 新茶到了告诉我 --next 2026-11-21 --today 2026-11-07',
    'pin 王小明 A --reason 老客',
    'add 赵国庆 --phone 13700000000 --today 2026-08-01',
    'buy 赵国庆 1200 -u --today 2026-08-30',
    'buy 赵国庆 100 --today 2026-10-13',
    'buy 赵国庆 100 --today 2026-10-22',
    'buy 赵国庆 260 蒙顶甘露 --today 2026-10-31',
    'pin 赵国庆 A --reason 老客',
    'add 李秀兰 --phone 13981234567 --channel call --birthday 农历十月十九 --credit 72 --today 2026-08-01',
    'buy 李秀兰 60 茉莉花 250g --today 2026-10-01',
    'done 李秀兰 -n 女儿生了 --today 2026-11-03',
  ]
  for (const line of lines) expect(await shop.regulars(line), line).toMatchObject({ exit: 0 })
  return shop
})

test('the list, in Chinese', async () => {
  const shop = await teaShop('zh')
  const { out, exit } = await shop.regulars('due', { columns: 80 })
  expect(exit).toBe(0)
  expect(out).toMatchInlineSnapshot(`
    "[1m2026-11-21 周六 · 今天 3 位[22m

    [1m#1 王小明  138 0013 8000  A  欠 ¥320.00    微信 · 上午[22m
        约好今天回话：“新茶到了告诉我” · 该联系了（晚 7 天）
    [2m    上次买 11-03 竹叶青 100g ¥128.00 · 上次联系 11-07 微信[22m
    [2m    随和型：别催，慢慢来，给个保证，讲讲老客人怎么用 · 标签 老茶客[22m

    [1m#2 赵国庆  137 0000 0000  A  欠 ¥1,200.00[22m
        [31m欠款未清 83 天[39m · 该联系了（晚 84 天）
        很久没来：平时 9 天一次，已 21 天
    [2m    上次买 10-31 蒙顶甘露 ¥260.00 · 没联系过[22m

    [1m#3 李秀兰  139 8123 4567  C  预存 ¥72.00   电话[22m
        生日 11-27 周五（农历十月十九，还有 6 天）
    [2m    上次买 10-01 茉莉花 250g ¥60.00 · 上次联系 11-03 电话 “女儿生了”[22m

    [2mA：常来常往，请做榜样   C：多走动，没办完的先办好[22m

    联系好了：regulars done 1 -n "周三来取"   没接：regulars done 1 -o 没接
    推迟：regulars snooze 1 3天
    等级还没排过：regulars classify   还没有备份：regulars backup
    "
  `)
  expect((await shop.regulars('due')).out).toBe((await shop.regulars('due')).out)
  expect((await shop.regulars('due --short')).out).toMatchInlineSnapshot(`
    "1. 王小明 13800138000 约好今天回话；该联系了；欠 ¥320.00
    2. 赵国庆 13700000000 该联系了；很久没来（21 天）；欠 ¥1,200.00
    3. 李秀兰 13981234567 11-27 生日（农历十月十九）
    "
  `)
})

test('the list, in English', async () => {
  const shop = await teaShop('en')
  expect((await shop.regulars('due', { columns: 80, env: { NO_COLOR: '1' } })).out).toMatchInlineSnapshot(`
    "Sat 2026-11-21: 3 to contact

    #1 王小明  138 0013 8000  A  owes ¥320.00    wechat, 上午
        promised for today: “新茶到了告诉我”; time for a word (7 days late)
        bought 11-03 竹叶青 100g ¥128.00; contact 11-07 wechat
        amiable: no pressure, patience, a guarantee, what others say of it
        tags 老茶客

    #2 赵国庆  137 0000 0000  A  owes ¥1,200.00
        debt: 83 days; time for a word (84 days late)
        slipping: usually every 9 days, now 21
        bought 10-31 蒙顶甘露 ¥260.00; never contacted

    #3 李秀兰  139 8123 4567  C  credit ¥72.00   call
        birthday Fri 11-27 (lunar 10-19, in 6 days)
        bought 10-01 茉莉花 250g ¥60.00; contact 11-03 call “女儿生了”

    A: stay close, make them your example
    C: be in touch more, settle what was left open

    Talked: regulars done 1 -n "comes Wed"   no answer: regulars done 1 -o no-answer
    Put off: regulars snooze 1 3d
    Tiers never sorted: regulars classify   no backup yet: regulars backup
    "
  `)
  expect((await shop.regulars('due --short')).out).toMatchInlineSnapshot(`
    "1. 王小明 13800138000 promised for today; time for a word; owes ¥320.00
    2. 赵国庆 13700000000 time for a word; slipping (21 days); owes ¥1,200.00
    3. 李秀兰 13981234567 birthday 11-27
    "
  `)
})

test('the value, to the letter of COMMANDS', async () => {
  const shop = await teaShop('en')
  const due = await shop.json('due')
  expect(due).toMatchObject({
    asOf: '2026-11-21',
    total: 3,
    shown: 3,
    waiting: 0,
    snoozed: 0,
    classifiedOn: null,
    currency: 'CNY',
  })
  expect(Object.keys(due)).toEqual([
    'asOf',
    'total',
    'shown',
    'waiting',
    'snoozed',
    'classifiedOn',
    'currency',
    'rows',
    'festivals',
    'events',
  ])
  expect(due.rows[0]).toEqual({
    customerId: 1,
    name: '王小明',
    called: null,
    code: null,
    phone: '+8613800138000',
    wechat: null,
    channel: 'wechat',
    hours: '上午',
    tier: 'A',
    stage: 'exploring',
    // A 30, promise 100.
    score: 130,
    tags: ['老茶客'],
    style: 'amiable',
    balance: '320.00',
    reasons: [
      {
        reason: 'promise',
        dueOn: '2026-11-21',
        daysOverdue: 0,
        detail: { madeOn: '2026-11-07', asked: false, note: '新茶到了告诉我' },
      },
      // The later of 11-07 + 7 and 11-03 + 7.
      {
        reason: 'cadence',
        dueOn: '2026-11-14',
        daysOverdue: 7,
        detail: { cadence: 7, lastContactOn: '2026-11-07', lastPurchaseOn: '2026-11-03' },
      },
    ],
    lastPurchase: { on: '2026-11-03', amount: '128.00', item: '竹叶青 100g' },
    lastContact: { on: '2026-11-07', channel: 'wechat', outcome: 'reached', note: '新茶到了告诉我' },
  })
})

test.each([
  ['', '1 2 3'],
  ['--reason debt', '2'],
  ['--reason 约好回话,生日', '1 3'],
  ['--reason promise --reason 生日', '1 3'],
  ['--tier A', '1 2'],
  ['--tier a,C', '1 2 3'],
  ['--tag 老茶客', '1'],
  ['--tag nobody', ''],
  ['--keeper li', ''],
  ['-l 1', '1'],
  ['--limit 2', '1 2'],
  ['--all', '1 2 3'],
  ['--today 2026-11-19', '2'],
  // Li's birthday is in the list from 11-20 on: 10 + 70. Before the pins of 11-21 everyone is C: a debt 50 days late
  // has 10 + 50 + 10 x 50 / 30.
  ['--today 2026-11-19 --days 1', '3 2'],
  ['--today 2026-11-19 --days 2', '1 3 2'],
])('due %s --ids: %s', async (flags, ids) => {
  const shop = await teaShop('en')
  expect(await shop.regulars(`due ${flags} --ids`)).toEqual({
    exit: 0,
    out: ids === '' ? '' : `${ids.split(' ').join('\n')}\n`,
    err: '',
  })
})

test('capacity: who can wait is counted, promises are always shown', async () => {
  const shop = await teaShop('en')
  await shop.regulars('policy set due.capacity 1')
  expect(await shop.json('due')).toMatchObject({ total: 3, shown: 1, waiting: 2, rows: [{ customerId: 1 }] })
  expect((await shop.regulars('due')).out).toContain('Sat 2026-11-21: 1 to contact, 2 can wait\n')
  expect((await shop.regulars('due')).out).toContain('the other 2: regulars due --all')
  expect((await shop.regulars('due --lang zh')).out).toContain('2026-11-21 周六 · 今天 1 位，另有 2 位可以等\n')
  const again = 'regulars due --reason promise,cadence --tier A,B --tier C --days 9 --all'
  expect((await shop.regulars('due --reason promise,cadence --tier a,B --tier C --days 9')).out).toContain(
    `the other 1: ${again}`,
  )
  await shop.regulars(['tag', '2', '+老 茶客'])
  await shop.regulars(['tag', '1', '+老 茶客'])
  expect((await shop.regulars(['due', '--tag', '老 茶客', '--lang', 'zh'])).out).toContain(
    "另 1 位：regulars due --tag '老 茶客' --all",
  )
})

test('nothing due is said plainly, exits 0, and is silent with --quiet', async () => {
  const shop = await openShop()
  expect(await shop.regulars('due')).toEqual({
    exit: 0,
    out: 'Sat 2026-11-21: nothing due\n\nTiers never sorted: regulars classify   no backup yet: regulars backup\n',
    err: '',
  })
  expect((await shop.regulars('due --lang zh')).out).toBe(
    '2026-11-21 周六 · 今天没有要联系的\n\n等级还没排过：regulars classify   还没有备份：regulars backup\n',
  )
  expect(await shop.regulars('due --short')).toEqual({ exit: 0, out: 'Sat 2026-11-21: nothing due\n', err: '' })
  expect(await shop.regulars('due --quiet')).toEqual({ exit: 0, out: '', err: '' })
  expect(await shop.regulars('due --short --quiet --exit-code')).toEqual({ exit: 1, out: '', err: '' })
  expect(await shop.regulars('due --ids')).toEqual({ exit: 0, out: '', err: '' })
  expect(await shop.json('due --quiet')).toMatchObject({ total: 0, rows: [] })
})

test('how old the tiers are is said past 7 days, the last backup always', async () => {
  const shop = await teaShop('en')
  await shop.regulars('classify --today 2026-11-13')
  expect((await shop.regulars('due --today 2026-11-20')).out).not.toContain('Tiers')
  expect((await shop.regulars('due')).out).toContain('Tiers are 8 days old: regulars classify   no backup yet')
  await shop.regulars(['backup', `${shop.folder}/copy.db`])
  expect((await shop.regulars('due')).out).toContain('   backup: today\n')
  expect((await shop.regulars('due --today 2026-11-24 --lang zh')).out).toContain(
    '等级是 11 天前排的：regulars classify   备份：3 天前\n',
  )
})

test('reads only: the file stays as it is', async () => {
  const shop = await teaShop('en')
  const before = [await newestChangeOf(shop.db), await contentOf(shop.db)]
  await shop.regulars('due')
  expect([await newestChangeOf(shop.db), await contentOf(shop.db)]).toEqual(before)
})

test.each([
  [
    'due --reason hunger',
    'en',
    'regulars: Not a reason: “hunger”.\n  One of: promise, complaint, unhappy, birthday, wanted, welcome, ' +
      'welcome-back, thanks, ' +
      'after-sale, occasion, interested, restock, slipping, debt, cadence, points, coupon, survey\n',
  ],
  [
    'due --reason 饿',
    'zh',
    'regulars: 缘由没有“饿”。\n  可选：约好回话、投诉跟进、不满意、生日、想要的到了、新客问候、欢迎回来、谢谢惠顾、用得怎样、纪念日、有意向、该补货了、很久没来、欠款未清、该联系了、积分快到期、券快到期、' +
      '问问满意度\n',
  ],
  ['due --limit 0', 'en', 'regulars: Not a whole number of at least 1: “0”.\n  How it is typed: regulars help due\n'],
  ['due --days -1', 'zh', 'regulars: 要写 0 到 366 之间的整数：“-1”。\n  怎么写：regulars help due\n'],
  ['due --tier E', 'en', 'regulars: Not a tier: “E”.\n  One of: A, B, C, D\n'],
])('%s in %s', async (line, lang, err) => {
  const shop = await openShop()
  expect(await shop.regulars(`${line} --lang ${lang}`)).toEqual({ exit: 2, out: '', err })
})

/** What is said of a look ahead is said as of today: from which day it is due, not how things will stand then. */
const quietShop = copied(async (lang: 'en' | 'zh'): Promise<Shop> => {
  const shop = await openShop(`init --lang ${lang}`)
  const lines = [
    'policy set due.thanks.minAmount 5000 --today 2026-01-02',
    'policy set cadence.C 300 --today 2026-01-02',
    'add 周梅 --birthday 12-03 --today 2026-11-01',
    'buy 周梅 10 --today 2026-11-01',
    'add 孙丽 --phone 13700000001 --today 2026-10-01',
    'buy 孙丽 10 --today 2026-10-20',
    'buy 孙丽 10 --today 2026-10-29',
    'buy 孙丽 10 --today 2026-11-07',
    'add 吴刚 --today 2026-11-01',
    'buy 吴刚 80 -u --today 2026-11-01',
    'add 郑海 --today 2026-11-01',
    'buy 郑海 90 -u --due 2026-12-02 --today 2026-11-01',
    'done 周梅 --today 2026-11-03',
    'done 孙丽 --today 2026-11-08',
    'done 吴刚 --today 2026-11-03',
    'done 郑海 --next 2026-11-30 -n 拿货 --today 2026-11-03',
  ]
  for (const line of lines) expect(await shop.regulars(line), line).toMatchObject({ exit: 0 })
  return shop
})

test('a look ahead says from when, as things stand today (en)', async () => {
  const shop = await quietShop('en')
  expect((await shop.regulars('due')).out).not.toContain('#')
  expect((await shop.regulars('due --days 12')).out).toMatchInlineSnapshot(`
    "Sat 2026-11-21 to Thu 12-03: 4 to contact

    #4 郑海                 C  owes ¥90.00
        promised for 11-30: “拿货”; debt: 20 days, due 12-02
        bought 11-01 ¥90.00; contact 11-03 call

    #1 周梅                 C
        birthday Thu 12-03 (in 12 days)
        bought 11-01 ¥10.00; contact 11-03 call

    #2 孙丽  137 0000 0001  C
        from 11-25: slipping, usually every 9 days, now 14
        bought 11-07 ¥10.00; contact 11-08 call

    #3 吴刚                 C  owes ¥80.00
        debt: 20 days, remind on 12-02
        bought 11-01 ¥80.00; contact 11-03 call

    C: be in touch more, settle what was left open

    Talked: regulars done 4 -n "comes Wed"   no answer: regulars done 4 -o no-answer
    Put off: regulars snooze 4 3d
    Tiers never sorted: regulars classify   no backup yet: regulars backup
    "
  `)
  expect((await shop.regulars('due --days 12 --short')).out).toMatchInlineSnapshot(`
    "1. 郑海 promised for 11-30; debt due 12-02; owes ¥90.00
    2. 周梅 birthday 12-03
    3. 孙丽 13700000001 from 11-25: slipping
    4. 吴刚 debt to remind on 12-02; owes ¥80.00
    "
  `)
})

test('a look ahead says from when, as things stand today (zh)', async () => {
  const shop = await quietShop('zh')
  expect((await shop.regulars('due')).out).not.toContain('#')
  expect((await shop.regulars('due --days 12')).out).toMatchInlineSnapshot(`
    "2026-11-21 周六 · 到 12-03 周四 4 位

    #4 郑海                 C  欠 ¥90.00
        约好 11-30 回话：“拿货” · 欠款未清 20 天，约好 12-02 付
        上次买 11-01 ¥90.00 · 上次联系 11-03 电话

    #1 周梅                 C
        生日 12-03 周四（还有 12 天）
        上次买 11-01 ¥10.00 · 上次联系 11-03 电话

    #2 孙丽  137 0000 0001  C
        11-25 起算很久没来：平时 9 天一次，已 14 天
        上次买 11-07 ¥10.00 · 上次联系 11-08 电话

    #3 吴刚                 C  欠 ¥80.00
        欠款未清 20 天，12-02 该提了
        上次买 11-01 ¥80.00 · 上次联系 11-03 电话

    C：多走动，没办完的先办好

    联系好了：regulars done 4 -n "周三来取"   没接：regulars done 4 -o 没接
    推迟：regulars snooze 4 3天
    等级还没排过：regulars classify   还没有备份：regulars backup
    "
  `)
  expect((await shop.regulars('due --days 12 --short')).out).toMatchInlineSnapshot(`
    "1. 郑海 约好 11-30 回话；约好 12-02 付；欠 ¥90.00
    2. 周梅 12-03 生日
    3. 孙丽 13700000001 11-25 起算很久没来
    4. 吴刚 欠款 12-02 该提了；欠 ¥80.00
    "
  `)
})

test('the morning at a glance counts as due does; without customers it offers to add them', async () => {
  const empty = await openShop()
  const glance = async (shop: Shop, lang: string) =>
    (await shop.regulars(`--lang ${lang}`, { columns: 80, env: { NO_COLOR: '1' } })).out.split('\n')
  expect((await glance(empty, 'en')).slice(-3)).toEqual([
    'Begin: regulars add NAME   A list: regulars help import customers',
    'Help: regulars help',
    '',
  ])
  expect((await glance(empty, 'zh')).slice(-3)).toEqual([
    '开始：regulars add 王小明   名单：regulars import customers 会员.csv',
    '帮助：regulars help',
    '',
  ])
  const shop = await teaShop('en')
  await shop.regulars('policy set due.capacity 1')
  expect((await glance(shop, 'en'))[0]).toContain('    1 to contact today, 2 can wait')
  expect((await glance(shop, 'zh'))[0]).toContain('    今天该联系 1 位，另有 2 位可以等')
  // A list of one has its one.
  expect((await glance(shop, 'en'))[1]).toMatch(/^ {2}#\d+ /)
  expect((await glance(shop, 'en'))[2]).toBe('')
  await shop.json('buy walk-in 10 --on yesterday')
  expect((await glance(shop, 'en')).join('\n')).toContain('nothing sold yet today    yesterday ¥10.00 (1 purchase)')
  await shop.json('buy walk-in 7')
  expect((await glance(shop, 'zh')).join('\n')).toContain('今天到现在 ¥7.00（1 笔）    昨天 ¥10.00（1 笔）')
  expect((await glance(shop, 'en')).at(-2)).toBe(
    'Begin: regulars round   A purchase: regulars buy NAME 128   Help: regulars help',
  )
})

test('of a long list the glance has the first five, why, and how many more; whom to tell of what came', async () => {
  const shop = await openShop('init --lang en')
  for (const name of ['Ann', 'Bob', 'Cid', 'Dee', 'Eve', 'Fay', 'Gus'])
    await shop.json(['add', name, '--today', '2026-11-01'])
  await shop.json('want Gus "white tea"')
  await shop.json('want Bob "white tea cups"')
  await shop.json('arrived "white tea"')
  const { out } = await shop.regulars([], { columns: 80, env: { NO_COLOR: '1' } })
  expect(out.split('\n').slice(1, 8)).toEqual([
    '  #2 Bob    D  has come in: white tea cups; time for a word',
    '  #7 Gus    D  has come in: white tea; time for a word',
    '  #1 Ann    D  time for a word',
    '  #3 Cid    D  time for a word',
    '  #4 Dee    D  time for a word',
    '  and 2 more: regulars due',
    '',
  ])
  expect(out).toContain('2 to be told that what they wait for is in')
  const due = await shop.json('due')
  const glance = await shop.json([], { columns: 80 })
  expect(glance.first).toEqual(due.rows.slice(0, 5))
  for (const id of [1, 2, 3, 4, 5, 6, 7]) await shop.json(`done ${id}`)
  const quiet = (await shop.regulars([], { columns: 80, env: { NO_COLOR: '1' } })).out
  expect(quiet).toContain('nobody to contact today')
  expect(quiet).not.toContain('regulars round')
})

test('on a screen shorter than the list the first are whole, the last a line each', async () => {
  const shop = await openShop('init --lang en')
  for (const name of ['Ann', 'Bob', 'Cid', 'Dee', 'Eve', 'Fay']) await shop.json(['add', name, '--today', '2026-11-01'])
  const lines = async (rows: number) =>
    (await shop.regulars('due', { columns: 80, rows, env: { NO_COLOR: '1' } })).out.trimEnd().split('\n')
  // Head 1, six of four lines (a blank one before each), the tier's advice and a blank line 2, a blank line and the
  // foot 4: 31, and the prompt.
  expect(await lines(40)).toHaveLength(31)
  const cut = await lines(24)
  expect(cut.length).toBeLessThanOrEqual(23)
  expect(cut.filter((line) => line.startsWith('#'))).toEqual([
    '#1 Ann    D',
    '#2 Bob    D',
    '#3 Cid    D',
    '#4 Dee    D  time for a word',
    '#5 Eve    D  time for a word',
    '#6 Fay    D  time for a word',
  ])
  expect((await lines(5)).filter((line) => line.startsWith('    '))).toHaveLength(2)
  // In a pipe everybody is whole.
  expect((await shop.regulars('due')).out.trimEnd().split('\n')).toHaveLength(31)
})

test('the advice of a tier stands once, with --quiet not at all', async () => {
  const shop = await teaShop('en')
  const { out } = await shop.regulars('due')
  expect(out.split('A: stay close')).toHaveLength(2)
  expect((await shop.regulars('due --quiet')).out).not.toContain('A: stay close')
})

test('what was last bought is what counts of that day: in the list, and in a message', async () => {
  const shop = await openShop('init --lang en')
  await shop.json('add Li --phone 13812345678 --today 2026-11-01')
  await shop.json('buy Li 88 tea --on 2026-11-10')
  await shop.json('buy Li 30 cups --on 2026-11-10')
  const last = async (...on: string[]) => (await shop.json(['due', '--all', ...on])).rows[0].lastPurchase
  expect(await last()).toEqual({ on: '2026-11-10', amount: '30.00', item: 'cups' })
  await shop.json('refund 2 10')
  expect(await last()).toMatchObject({ item: 'cups' })
  await shop.json('refund 2')
  expect(await last()).toEqual({ on: '2026-11-10', amount: '88.00', item: 'tea' })
  // A gift is never refunded in full.
  await shop.json('buy Li 0 sample --on 2026-11-10')
  expect(await last()).toMatchObject({ item: 'sample' })
  await shop.json('void 5')
  mkdirSync(join(shop.folder, 'messages'))
  writeFileSync(join(shop.folder, 'messages', 'bought.txt'), '{name}: {item} for {amount}')
  const { messages } = await shop.json('message bought --to Li')
  expect(messages[0].text).toContain('tea for ¥88.00')
})
