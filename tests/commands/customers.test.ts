import { describe, expect, test } from 'vitest'
import { openShop } from '../shop.ts'

const keys = (
  'id name called code kind phone email wechat company address birthday joinedOn source referredBy tags facts ' +
  'keeper style potential walletShare channel hours consent opening tier stage purchases spent profit balance ' +
  'creditBonus passVisits creditLimit points lastPurchaseOn lastContactOn doNotContact archived notes persons ' +
  'loyalty relation'
).split(' ')

const everything = [
  'add',
  '王小明',
  '--called=王哥',
  '--code=Ｖ００１２',
  '--kind=单位',
  '--phone=138 0013 8000',
  '--email=wang@example.com',
  '--wechat=wxm_tea',
  '--company=绿叶',
  '--address=人民路 1 号',
  '--birthday=农历1988年四月十八',
  '--joined=2025-03-01',
  '--source=路过',
  '--referred-by=李秀兰',
  '--tag=老茶客,竹叶青',
  '--tag=VIP',
  '--note=喜欢绿茶',
  '--style=随和型',
  '--potential=4',
  '--share=62.5%',
  '--channel=微信',
  '--hours=上午',
  '--consent=wechat,sms',
  '--no-consent=call',
  '--do-not-contact',
  '--keeper=li',
  '--credit-limit=1,288.00',
  '--set=爱好=下棋',
  '--set=taste=light=sweet',
  '--owes=128+60',
]

test('add takes all that can be said of a customer, and answers with it', async () => {
  const shop = await openShop()
  await shop.regulars('add 李秀兰')
  const { change, ...customer } = await shop.json(everything)
  expect(change).toBe(2)
  expect(Object.keys(customer)).toEqual(keys)
  expect(customer).toEqual({
    id: 2,
    name: '王小明',
    called: '王哥',
    code: 'Ｖ００１２',
    kind: 'firm',
    phone: '+8613800138000',
    email: 'wang@example.com',
    wechat: 'wxm_tea',
    company: '绿叶',
    address: '人民路 1 号',
    birthday: 'lunar:1988-04-18',
    joinedOn: '2025-03-01',
    source: '路过',
    referredBy: 1,
    tags: ['老茶客', '竹叶青', 'VIP'],
    facts: { 爱好: '下棋', taste: 'light=sweet' },
    keeper: 'li',
    style: 'amiable',
    potential: 4,
    walletShare: 62.5,
    channel: 'wechat',
    hours: '上午',
    consent: { wechat: true, sms: true, call: false },
    opening: null,
    tier: 'D',
    stage: 'prospect',
    purchases: 0,
    spent: '0.00',
    profit: '0.00',
    balance: '188.00',
    creditBonus: '0.00',
    passVisits: 0,
    creditLimit: '1288.00',
    points: 0,
    lastPurchaseOn: null,
    lastContactOn: null,
    doNotContact: true,
    archived: false,
    notes: '喜欢绿茶',
    persons: [],
    loyalty: { signs: 0, known: 3, high: false },
    relation: null,
  })
  expect(await shop.json('show v0012')).toEqual(customer)
  expect(await shop.json('find 王小明')).toEqual([customer])
  expect((await shop.json('list'))[1]).toEqual(customer)
})

test('add says who was added, and makes the ledger when there is none', async () => {
  const shop = await openShop(false)
  expect(await shop.regulars('add 王小明 --phone 13800138000 --credit 72')).toEqual({
    exit: 0,
    out: 'Added 王小明 #1  138 0013 8000  credit ¥72.00\nSlip? regulars undo   (change 1)\n',
    err: `New ledger: ${shop.db}\n`,
  })
  expect((await shop.regulars('add 李四 --birthday 五月六日 --lang zh')).out).toBe(
    '已添加 李四 #2  生日 5月6日\n弄错了：regulars undo（改动 2）\n',
  )
  expect(await shop.json('show 1')).toMatchObject({ joinedOn: '2026-11-21', balance: '-72.00', kind: 'person' })
  await shop.regulars('undo 1 --yes')
  expect((await shop.regulars('list --ids')).out).toBe('2\n')
})

test('a dry run says what would be and changes nothing', async () => {
  const shop = await openShop()
  expect(await shop.json('add 王小明 --owes 5 --dry-run')).toMatchObject({ id: 1, balance: '5.00', change: null })
  expect(await shop.json('list')).toEqual([])
  await shop.regulars('add 王小明')
  expect(await shop.json('edit 1 --phone 13800138000 --dry-run')).toMatchObject({
    phone: '+8613800138000',
    change: null,
  })
  expect(await shop.json('show 1')).toMatchObject({ phone: null })
})

test('a full name that nothing tells apart is added with a warning', async () => {
  const shop = await openShop()
  await shop.regulars('add 王芳')
  const again = await shop.regulars('add 王芳')
  expect(again).toMatchObject({
    exit: 0,
    err: 'There is already 王芳 #1: tell this 王芳 apart with --phone, --code or --birthday.\n',
  })
  expect((await shop.regulars('add 王芳 --lang zh')).err).toBe(
    '已经有王芳 #1、王芳 #2：这位王芳请写 --phone、--code 或 --birthday，好分清楚。\n',
  )
  expect((await shop.regulars('add 王芳 --birthday 05-06')).err).toBe('')
})

describe('refused, in both languages', () => {
  const long = '王'.repeat(201)
  const cases: readonly [string[], number, string, string][] = [
    [['add'], 2, 'add: a name is missing.', 'add：缺姓名。'],
    [['add', ''], 2, 'add: a name is missing.', 'add：缺姓名。'],
    [['add', '  '], 2, 'add: a name is missing.', 'add：缺姓名。'],
    [['add', long], 2, 'Too long a name: 201 characters, 200 at most.', '姓名太长：201 个字，最多 200 个。'],
    [['add', '散客'], 1, 'add: a walk-in is nobody in particular.', 'add：散客不是哪一位。'],
    [['add', 'x', '--name', 'y'], 2, 'x and --name y cannot go together.', 'x 和 --name y 不能一起用。'],
    [['add', 'x', '--phone', '123'], 2, 'Not a phone of region CN: “123”.', '不像中国的电话号码：“123”。'],
    [
      ['add', 'x', '--phone', '1.38E+10'],
      2,
      'Not a phone of region CN: “1.38E+10”.',
      '不像中国的电话号码：“1.38E+10”。',
    ],
    [
      ['add', 'x', '--phone', '13800138000'],
      1,
      '138 0013 8000 is the phone of 王小明 #1.',
      '138 0013 8000 是 王小明 #1 的电话。',
    ],
    [['add', 'x', '--code', 'v7'], 1, 'Code v7 is the card of 王小明 #1.', '卡号 v7 是 王小明 #1 的。'],
    [['add', 'x', '--email', 'wang'], 2, 'Not an e-mail address: “wang”.', '不是邮箱：“wang”。'],
    [['add', 'x', '--birthday', '31/12/1988'], 2, 'Not a birthday: “31/12/1988”.', '生日看不懂：“31/12/1988”。'],
    [
      ['add', 'x', '--birthday', '2027-01-01'],
      2,
      'That birthday has not come yet: “2027-01-01” (today is 2026-11-21).',
      '这个生日还没到：“2027-01-01”（今天 2026-11-21）。',
    ],
    [
      ['add', 'x', '--joined', '2026-11-22'],
      2,
      '2026-11-22 has not come yet (today is 2026-11-21).',
      '2026-11-22 还没到（今天 2026-11-21）。',
    ],
    [['add', 'x', '--potential', '6'], 2, 'Not a whole number from 1 to 5: “6”.', '要写 1 到 5 之间的整数：“6”。'],
    [['add', 'x', '--share', '101'], 2, 'Not a share from 0 to 100: “101”.', '要写 0 到 100 之间的百分数：“101”。'],
    [['add', 'x', '--share', 'half'], 2, 'Not a share from 0 to 100: “half”.', '要写 0 到 100 之间的百分数：“half”。'],
    [['add', 'x', '--kind', 'king'], 2, 'Not a kind: “king”.', '客户类型没有“king”。'],
    [['add', 'x', '--channel', 'pigeon'], 2, 'Not a channel: “pigeon”.', '方式没有“pigeon”。'],
    [['add', 'x', '--consent', 'pigeon'], 2, 'Not a channel: “pigeon”.', '方式没有“pigeon”。'],
    [
      ['add', 'x', '--consent', 'sms', '--no-consent', '短信'],
      2,
      '--consent sms and --no-consent sms cannot go together.',
      '--consent sms 和 --no-consent sms 不能一起用。',
    ],
    [
      ['add', 'x', '--owes', '5', '--credit', '5'],
      2,
      '--owes and --credit cannot go together.',
      '--owes 和 --credit 不能一起用。',
    ],
    [['add', 'x', '--owes', '-5'], 2, 'An amount below nothing makes no sense here: “-5”.', '这里不能是负数：“-5”。'],
    [
      ['add', 'x', '--credit-limit', '1.234'],
      2,
      '“1.234” can be ¥1,234 or ¥1.234.',
      '“1.234”可以是 ¥1,234，也可以是 ¥1.234。',
    ],
    [['add', 'x', '--set', 'hobby'], 2, 'Not KEY=VALUE: “hobby”.', '要写成 项目=内容：“hobby”。'],
    [['add', 'x', '--set', '=chess'], 2, 'Not KEY=VALUE: “=chess”.', '要写成 项目=内容：“=chess”。'],
    [['add', 'x', '--referred-by', 'nobody'], 1, 'No customer “nobody”.', '没有客户“nobody”。'],
    [['edit', '1'], 2, 'edit: say what to change.', 'edit：请写要改什么。'],
    [['edit', '1', '--same-phone'], 2, 'edit: say what to change.', 'edit：请写要改什么。'],
    [['edit', '1', '--name', ''], 2, 'edit: a name is missing.', 'edit：缺姓名。'],
    [
      ['edit', '1', '--referred-by', '1'],
      1,
      '王小明 #1 cannot have referred themselves.',
      '介绍人不能是本人：王小明 #1。',
    ],
    [
      ['edit', '2', '--phone', '13800138000'],
      1,
      '138 0013 8000 is the phone of 王小明 #1.',
      '138 0013 8000 是 王小明 #1 的电话。',
    ],
    [['edit', '散客', '--code', '1'], 1, 'edit: a walk-in is nobody in particular.', 'edit：散客不是哪一位。'],
    [['edit'], 2, 'edit: a customer is missing.', 'edit：缺客户。'],
    [['tag', '1', '+'], 2, 'Not +TAG or -TAG: “+”.', '要写成 +标签 或 -标签：“+”。'],
    [['note', '1', ' '], 2, 'note: text is missing.', 'note：缺文字。'],
    [['archive', '2'], 1, '李秀兰 #2 still owes ¥5.00.', '李秀兰 #2 还欠 ¥5.00。'],
    [['list', '--born', '60s'], 2, 'Not years of birth: “60s”.', '出生年份看不懂：“60s”。'],
    [['list', '--sort', 'height'], 2, 'Not a sort key: “height”.', '排序没有“height”。'],
    [['list', '--tier', 'E'], 2, 'Not a tier: “E”.', '等级没有“E”。'],
    [['list', '--limit', '0'], 2, 'Not a whole number of at least 1: “0”.', '要写不小于 1 的整数：“0”。'],
    [['list', '--columns', 'id,height'], 2, 'No column height here.', '这里没有 height 这一列。'],
    [
      ['birthdays', '--days', '400'],
      2,
      'Not a whole number from 0 to 366: “400”.',
      '要写 0 到 366 之间的整数：“400”。',
    ],
  ]
  test('a table of them', async () => {
    const shop = await openShop()
    await shop.regulars('add 王小明 --phone 13800138000 --code V7')
    await shop.regulars('add 李秀兰 --owes 5')
    for (const [argv, exit, english, chinese] of cases) {
      const en = await shop.regulars(argv)
      const zh = await shop.regulars([...argv, '--lang', 'zh'])
      expect([argv, en.exit, en.err.split('\n')[0], zh.exit, zh.err.split('\n')[0]]).toEqual([
        argv,
        exit,
        `regulars: ${english}`,
        exit,
        `regulars: ${chinese}`,
      ])
      expect(en.out + zh.out).toBe('')
    }
    expect(await shop.json('list')).toHaveLength(2)
    expect((await shop.json('log')).length).toBe(2)
  })
})

test('a family shares a phone', async () => {
  const shop = await openShop()
  await shop.regulars('add 王小明 --phone 13800138000')
  expect(await shop.json('add 王太太 --phone 13800138000 --same-phone')).toMatchObject({
    id: 2,
    phone: '+8613800138000',
  })
  // Their own phone typed again is no other's.
  expect((await shop.regulars('edit 2 --phone 13800138000 --hours 上午')).exit).toBe(0)
})

test('edit changes, clears, and says nothing to change', async () => {
  const shop = await openShop()
  await shop.regulars('add 李秀兰')
  await shop.regulars(everything)
  const ran = await shop.regulars([
    'edit',
    '2',
    '--name=王大明',
    '--phone=13900139000',
    '--hours=',
    '--set=爱好=',
    '--set=taste=sweet',
    '--tag=新',
    '--consent=call',
    '--no-do-not-contact',
    '--birthday=lunar:04-18',
    '--owes=',
  ])
  expect(ran.out).toBe(
    [
      '王大明 #2 changed:',
      '  name: 王小明 → 王大明',
      '  phone: 138 0013 8000 → 139 0013 9000',
      '  birthday: lunar 1988-04-18 → lunar 04-18',
      '  tags: 老茶客 竹叶青 VIP → 老茶客 竹叶青 VIP 新',
      '  facts: 爱好 下棋 · taste light=sweet → taste sweet',
      '  hours: 上午 → -',
      '  consent: may be reached by wechat, in text messages; not by call → may be reached by wechat, in text ' +
        'messages, call',
      '  balance: owes ¥188.00 → -',
      '  do not contact: yes → no',
      'Slip? regulars undo   (change 3)',
      '',
    ]
      .join('\n')
      .replaceAll('in text messages', 'sms'),
  )
  expect(await shop.json('show wdm')).toMatchObject({ id: 2, hours: null, balance: '0.00', facts: { taste: 'sweet' } })
  const clear = [
    'called',
    'code',
    'kind',
    'phone',
    'email',
    'wechat',
    'company',
    'address',
    'birthday',
    'joined',
    'source',
    'referred-by',
    'note',
    'style',
    'potential',
    'share',
    'channel',
    'keeper',
    'credit-limit',
  ]
  const cleared = await shop.json(['edit', '2', ...clear.map((flag) => `--${flag}=`)])
  for (const key of [
    'called',
    'code',
    'phone',
    'email',
    'wechat',
    'company',
    'address',
    'birthday',
    'joinedOn',
    'source',
    'referredBy',
    'notes',
    'style',
    'potential',
    'walletShare',
    'channel',
    'keeper',
    'creditLimit',
  ]) {
    expect([key, cleared[key]]).toEqual([key, null])
  }
  expect(cleared.kind).toBe('person')
  expect(await shop.json(['edit', '2', '--phone='])).toMatchObject({ id: 2, change: null })
  expect((await shop.regulars('edit 2 --tag vip')).out).toBe('王大明 #2: nothing to change, it stands so already.\n')
  expect((await shop.regulars('edit 2 --tag vip --lang zh')).out).toBe('王大明 #2：本来就是这样，没有要改的。\n')
})

test('edit is taken back whole by undo', async () => {
  const shop = await openShop()
  await shop.regulars('add 李秀兰')
  await shop.regulars(everything)
  const before = await shop.json('show 2')
  await shop.regulars([
    'edit',
    '2',
    '--name=x',
    '--phone=',
    '--tag=y',
    '--set=爱好=z',
    '--set=new=1',
    '--no-consent=wechat',
    '--credit=5',
  ])
  expect(await shop.json('show 2')).not.toEqual(before)
  await shop.regulars('tag 2 -VIP +q')
  await shop.regulars('note 2 hello')
  for (let count = 0; count < 3; count++) expect((await shop.regulars('undo --yes')).exit).toBe(0)
  expect(await shop.json('show 2')).toEqual(before)
})

test('the opening account can be set anew; the earlier entry stays, void', async () => {
  const shop = await openShop()
  await shop.regulars('add 王小明 --owes 100')
  expect(await shop.json('edit 1 --credit 30')).toMatchObject({ balance: '-30.00' })
  expect(await shop.json('edit 1 --credit 30')).toMatchObject({ change: null })
  expect((await shop.json('balances')).map((row: { balance: string }) => row.balance)).toEqual(['-30.00'])
})

test('tag and note', async () => {
  const shop = await openShop()
  await shop.regulars('add 王小明')
  expect((await shop.regulars('tag 1 +老茶客 +竹叶青,VIP ＋新')).out).toBe(
    '王小明 #1  tags: 老茶客, 竹叶青, VIP, 新\nSlip? regulars undo   (change 2)\n',
  )
  expect(await shop.json('tag 1 -vip +新 -nothing')).toMatchObject({ tags: ['老茶客', '竹叶青', '新'] })
  expect(await shop.json('tag 1 +新')).toMatchObject({ change: null })
  expect((await shop.regulars('tag 1 -老茶客 -竹叶青 -新 --lang zh')).out).toContain('王小明 #1  没有标签了')
  expect((await shop.regulars('note 1 喜欢 明前茶')).out).toContain('王小明 #1  noted: 2026-11-21 喜欢 明前茶')
  expect(await shop.json(['note', '1', '女儿回国', '--today', '2026-11-22'])).toMatchObject({
    notes: '2026-11-21 喜欢 明前茶\n2026-11-22 女儿回国',
  })
})

test('archive hides, unarchive shows again', async () => {
  const shop = await openShop()
  await shop.regulars('add 王小明 --birthday 11-22')
  await shop.regulars('add 李秀兰 --credit 72')
  expect((await shop.regulars('archive 1')).out).toBe(
    '王小明 #1 is archived: no longer in lists, due and reports.\nBack again: regulars unarchive 1\nSlip? regulars ' +
      'undo   (change 3)\n',
  )
  expect((await shop.regulars('archive 2 --lang zh')).out).toBe(
    '李秀兰 #2 已收起：名单、该联系、报表里都不再出现。\n李秀兰 #2 还有预存 ¥72.00，账上照旧留着。\n放回来：regulars unarchive 2\n弄错了：regulars undo（改动 4）\n',
  )
  expect(await shop.json('archive 1')).toMatchObject({ archived: true, change: null })
  expect(await shop.regulars('list')).toEqual({ exit: 0, out: '', err: 'No customer is like that.\n' })
  expect(await shop.regulars('find 王')).toEqual({
    exit: 0,
    out: '',
    err: 'Nothing found for “王”. 1 archived: regulars find 王 --archived\n',
  })
  expect(await shop.json('birthdays')).toEqual([])
  expect((await shop.regulars('list --archived --ids')).out).toBe('1\n2\n')
  expect((await shop.regulars('find 王 --archived --ids')).out).toBe('1\n')
  expect(await shop.json('show 1')).toMatchObject({ archived: true })
  expect((await shop.regulars('unarchive 1')).out).toContain('王小明 #1 is back in lists, due and reports.')
  expect((await shop.regulars('list --ids')).out).toBe('1\n')
})

test('find looks everywhere', async () => {
  const shop = await openShop()
  await shop.regulars('add 李秀兰')
  await shop.regulars(everything)
  for (const text of [
    '王小',
    '小明',
    'wangxiao',
    'wxm',
    '王哥',
    'ｖ００',
    'v0012',
    '0013',
    '138 0013',
    'TEA',
    '绿叶',
    '人民',
    '绿茶',
    '茶客',
    'vip',
    '下棋',
    'taste',
    'SWEET',
    'example.com',
  ]) {
    expect([text, (await shop.regulars(['find', text, '--ids'])).out]).toEqual([text, '2\n'])
  }
  expect((await shop.regulars('find 王 vip --ids')).out).toBe('2\n')
  expect((await shop.regulars('find 李 vip --ids')).out).toBe('')
  expect(await shop.regulars('find 没有 --json')).toEqual({
    exit: 0,
    out: '[]\n',
    err: 'Nothing found for “没有”.   New: regulars add 没有\n',
  })
  expect(await shop.regulars('find 没有 --quiet')).toEqual({ exit: 0, out: '', err: '' })
  expect((await shop.regulars("find '%' --ids")).out).toBe('')
  expect((await shop.regulars('find "\' or 1=1" --ids')).out).toBe('')
})

describe('list', () => {
  async function shopOfFour() {
    const shop = await openShop()
    await shop.regulars(
      'add 王小明 --tag 茶 --tag vip --birthday 1965-05-06 --source 路过 --keeper li --set hobby=chess',
    )
    await shop.regulars('add 李秀兰 --tag 茶 --birthday lunar:1972-04-18 --keeper Li')
    await shop.regulars('add 张伟 --birthday 05-06 --set hobby=go --joined 2025-01-01')
    await shop.regulars('add 陈静 --owes 5')
    await shop.regulars('buy 1 100 竹叶青 --on 2026-11-01')
    await shop.regulars('buy 2 300 茉莉花 --on 2026-03-01 --unpaid')
    await shop.regulars('buy 2 20 竹叶青 --on 2026-02-01')
    return shop
  }

  const filters: readonly [string, string][] = [
    ['', '1 2 3 4'],
    ['--tag 茶', '1 2'],
    ['--tag 茶 --tag VIP', '1'],
    ['--tag 茶,vip', '1'],
    ['--source 路过', '1'],
    ['--keeper li', '1 2'],
    ['--owes', '2 4'],
    ['--bought 竹叶', '1 2'],
    ['--bought 茉莉', '2'],
    ['--born 1960..1969', '1'],
    ['--born 1972', '2'],
    ['--born 1970..', '2'],
    ['--born ..1971', '1'],
    ['--not-since 2026-08-21', '2'],
    ['--not-since 2026-11-01', '2'],
    ['--where hobby=chess', '1'],
    ['--where hobby', '1 3'],
    ['--where hobby=go --where hobby', '3'],
    ['--stage prospect', '3 4'],
    ['--stage 没买过,新客', '1 3 4'],
    ['--tier C', '1 2'],
    ['--tier D', '3 4'],
    ['--tag 茶 --owes --tier C,D', '2'],
    ['--sort name', '4 2 1 3'],
    ['--sort spent', '2 1 3 4'],
    ['--sort -spent', '3 4 1 2'],
    ['--sort balance --limit 1', '2'],
    ['--sort bought', '1 2 3 4'],
    ['--sort -id --limit 2', '4 3'],
    ['--today 2026-10-01 --bought 竹叶', '2'],
  ]
  test('every filter, alone and together', async () => {
    const shop = await shopOfFour()
    for (const [flags, ids] of filters) {
      const { out } = await shop.regulars(`list --ids ${flags}`)
      expect([flags, out.trim().split('\n').join(' ')]).toEqual([flags, flags === '--sort name' ? sortedByName() : ids])
    }
  })

  test('what it is sorted by stands in every line', async () => {
    const shop = await shopOfFour()
    const lines = async (line: string) =>
      (await shop.regulars(line)).out.split('\n').map((row) => row.replace(/ +/g, ' '))
    expect((await lines('list --sort spent --limit 1'))[0]).toMatch(/ last bought spent balance$| spent balance$/)
    const [richest] = await shop.json('list --sort spent --limit 1')
    expect((await lines('list --sort spent --limit 1'))[1]).toContain(` ¥${richest.spent}`)
    expect((await lines('list --sort purchases --lang zh'))[0]).toMatch(/ 次数 余额$| 消费次数 余额$| 笔数 余额$/)
    expect((await lines('list --sort name'))[0]).toBe((await lines('list'))[0])
  })

  // What the language's own order says: this machine's ICU decides.
  function sortedByName() {
    const names = ['王小明', '李秀兰', '张伟', '陈静']
    const collator = new Intl.Collator('en', { numeric: true })
    return names
      .map((name, at) => ({ name, id: at + 1 }))
      .sort((one, other) => collator.compare(one.name, other.name))
      .map(({ id }) => id)
      .join(' ')
  }

  test('a line each, within 80 columns in both languages; formats for machines', async () => {
    const shop = await shopOfFour()
    expect((await shop.regulars('list --owes')).said).toBe(
      [
        '#   name    phone  tier  stage     last in       balance',
        '#2  李秀兰         C     lost      03-01    owes ¥300.00',
        '#4  陈静           D     prospect             owes ¥5.00',
        '2 customers.',
        'One of them: regulars show 2',
        '',
      ].join('\n'),
    )
    expect((await shop.regulars('list --owes --lang zh')).said).toBe(
      [
        '号  姓名    电话  等级  熟客程度  上次来        余额',
        '#2  李秀兰        C     流失      03-01   欠 ¥300.00',
        '#4  陈静          D     没买过              欠 ¥5.00',
        '2 位。',
        '看一位：regulars show 2',
        '',
      ].join('\n'),
    )
    expect((await shop.regulars('list --format tsv --columns id,name,balance --no-header')).out).toBe(
      '1\t王小明\t0.00\n2\t李秀兰\t300.00\n3\t张伟\t0.00\n4\t陈静\t5.00\n',
    )
    expect((await shop.regulars('list --format csv --limit 1')).out.split('\n')[0]).toBe(keys.join(','))
    expect((await shop.regulars('list --format md --columns id,spent --limit 1')).out).toBe(
      '| id | spent |\n| ---: | ---: |\n| 1 | ¥100.00 |\n',
    )
    expect((await shop.regulars('list --format jsonl')).out.trim().split('\n')).toHaveLength(4)
  })
})

test('birthdays of the next days and the last three', async () => {
  const shop = await openShop()
  await shop.regulars('add 李秀兰 --phone 13981234567 --birthday lunar:1958-10-19')
  await shop.regulars('add 王芳 --phone 13655551234 --birthday 11-20')
  await shop.regulars('add 今天 --birthday 1990-11-21 --do-not-contact')
  await shop.regulars('add 太早 --birthday 11-17')
  await shop.regulars('add 三天前 --birthday 11-18')
  await shop.regulars('add 太晚 --birthday 11-29')
  expect(await shop.json('birthdays')).toEqual([
    { customerId: 5, name: '三天前', birthday: '11-18', on: '2026-11-18', daysAway: -3, age: null },
    { customerId: 2, name: '王芳', birthday: '11-20', on: '2026-11-20', daysAway: -1, age: null },
    { customerId: 3, name: '今天', birthday: '1990-11-21', on: '2026-11-21', daysAway: 0, age: 36 },
    { customerId: 1, name: '李秀兰', birthday: 'lunar:1958-10-19', on: '2026-11-27', daysAway: 6, age: 68 },
  ])
  expect((await shop.regulars('birthdays --days 8 --ids')).out).toBe('5\n2\n3\n1\n6\n')
  await shop.regulars('done 2')
  expect((await shop.regulars('birthdays --days 6 --lang zh')).said).toBe(
    [
      '#5  三天前  11-18 周三               过了 3 天            D                 没祝贺过',
      '#2  王芳    11-20 周五               过了 1 天            D  136 5555 1234  11-21 祝贺过',
      '#3  今天    11-21 周六               就是今天   满 36 岁  D                 不要联系',
      '#1  李秀兰  11-27 周五 农历十月十九  还有 6 天  满 68 岁  D  139 8123 4567',
      '祝贺过了：regulars done 5 --about 生日',
      '看一个月：regulars birthdays --days 30',
      '',
    ].join('\n'),
  )
  expect((await shop.regulars('birthdays --days 6')).out).toContain('11-27 Fri lunar 10-19')
  expect((await shop.regulars('birthdays --days 6')).said).toContain(
    'Wished them well: regulars done 5 --about birthday',
  )
  expect(await shop.regulars('birthdays --days 0 --today 2026-06-01')).toEqual({
    exit: 0,
    out: '',
    err: 'No birthdays in the next 0 days or the last 3.\n',
  })
})

test('a phone of another country is written as everywhere beside a birthday', async () => {
  const shop = await openShop()
  await shop.regulars('add Anna --phone +4915112345678 --birthday 11-22')
  expect((await shop.regulars('list')).out).toContain('+49 1511 2345678')
  expect((await shop.regulars('birthdays')).out).toContain('  +49 1511 2345678')
})

test('show gives all there is to know', async () => {
  const shop = await openShop()
  await shop.regulars('add 李秀兰')
  await shop.regulars(
    'add 王小明 --phone 13800138000 --code V0012 --wechat wxm_tea --hours 上午 --channel wechat --birthday lunar:04-18 ' +
      `--tag 老茶客 --tag 竹叶青 --referred-by 李秀兰 --style amiable --note "新茶到了
告诉我"`,
  )
  for (const [on, amount] of [
    ['2026-10-25', 40],
    ['2026-11-03', 128],
    ['2026-11-12', 60],
  ])
    await shop.regulars(`buy 2 ${amount} 竹叶青 --on ${on}${amount === 60 ? ' --paid 20' : ''}`)
  await shop.regulars('done 2 --on 2026-11-07 -c wechat -n 新茶到了告诉我')
  expect(
    (await shop.regulars('show wxm --lang zh')).said,
  ).toBe(`王小明 #2  @V0012   C（近 365 天 3 次 ¥228.00）   回头客
!! 欠 ¥40.00，最早 11-12（9 天）
电话 138 0013 8000   微信 wxm_tea   上午，微信优先   生日 农历四月十八
平均 9 天来一次；上次 11-12 竹叶青 ¥60.00；上次联系 11-07 微信 “新茶到了告诉我”
常买 竹叶青（3 次）；一次约 ¥60.00
标签 老茶客 竹叶青   介绍人 李秀兰 #1
随和型：别催，慢慢来，给个保证，讲讲老客人怎么用   忠诚：知道的 2 条里占 1 条
11-21 加入
C 要做的：多走动，没办完的先办好（懂行 高，服务 中，沟通 很高）
备注  新茶到了
      告诉我
最近  11-12  消费 3  竹叶青   ¥60.00  赊 ¥40.00
      11-07  微信 联系上了  “新茶到了告诉我”
      11-03  消费 2  竹叶青  ¥128.00
      10-25  消费 1  竹叶青   ¥40.00
还款：regulars pay 2 40.00   联系好了：regulars done 2 -n "…"
为什么：regulars why 2
`)
  expect((await shop.regulars('show wxm')).said).toBe(`王小明 #2  @V0012   C (3 visits ¥228.00 in 365 days)   forming
!! owes ¥40.00, oldest 11-12 (9 days)
138 0013 8000   wechat wxm_tea   by wechat, 上午   birthday lunar 04-18
comes every 9 days; last 11-12 竹叶青 ¥60.00
contact 11-07 wechat “新茶到了告诉我”
often buys 竹叶青 (3 times); usually ¥60.00 a visit
tags 老茶客, 竹叶青   sent by 李秀兰 #1
amiable: no pressure, patience, a guarantee, what others say of it
loyal: 1 of 2 known signs   joined 11-21
C asks of you: be in touch more, settle what was left open (expertise high,
  service medium, talk very high)
notes  新茶到了
       告诉我
recent  11-12  purchase 3  竹叶青   ¥60.00  unpaid ¥40.00
        11-07  wechat reached  “新茶到了告诉我”
        11-03  purchase 2  竹叶青  ¥128.00
        10-25  purchase 1  竹叶青   ¥40.00
Paid: regulars pay 2 40.00   Talked: regulars done 2 -n "…"
Why: regulars why 2
`)
  expect((await shop.json('show 2 李秀兰')).map(({ id }: { id: number }) => id)).toEqual([2, 1])
  expect((await shop.regulars('show 2 1 --ids')).out).toBe('2\n1\n')
})

test('show keeps a promise in sight, as an alarm once it is late, and says when nobody answered', async () => {
  const shop = await openShop()
  await shop.regulars('add 王小明')
  await shop.regulars(['done', '1', '-n', '新茶到了告诉我', '--next', '2026-11-27', '--on', '2026-11-10'])
  await shop.regulars('done 1 -c wechat -o no-answer --on 2026-11-12')
  const lines = async (line: string) => (await shop.regulars(line)).out.split('\n')
  expect(await lines('show 1')).toContain('promised for Fri 11-27: “新茶到了告诉我”')
  expect(await lines('show 1 --lang zh')).toContain('约好 11-27 周五回话：“新茶到了告诉我”')
  expect((await shop.regulars('show 1')).out).toContain('contact 11-12 wechat no answer\n')
  expect((await shop.regulars('show 1 --lang zh')).out).toContain('上次联系 11-12 微信 没接\n')
  expect(await lines('show 1 --today 2026-11-27')).toContain('promised for today: “新茶到了告诉我”')
  expect(await lines('show 1 --today 2026-11-29')).toContain(
    '!! promised for Fri 11-27 (2 days late): “新茶到了告诉我”',
  )
  expect(await lines('show 1 --today 2026-11-29 --lang zh')).toContain(
    '!! 约好 11-27 周五回话（晚 2 天）：“新茶到了告诉我”',
  )
  await shop.regulars('done 1 --today 2026-11-27')
  expect((await shop.regulars('show 1 --today 2026-11-29')).out).not.toContain('promised')
})

test('show says of a purchase only what is still open', async () => {
  const shop = await openShop()
  const unpaid = async () =>
    [...(await shop.regulars('show 1')).out.matchAll(/purchase (\d+) .*unpaid (\S+)/g)].map(
      ([, id, open]) => `${id} ${open}`,
    )
  await shop.regulars('add 王小明 --credit 30')
  await shop.regulars('buy 1 50 -u')
  expect(await unpaid()).toEqual(['2 ¥20.00'])
  await shop.regulars('pay 1 20')
  await shop.regulars('buy 1 60 -u')
  expect(await unpaid()).toEqual(['4 ¥60.00'])
  await shop.regulars('refund 4 25')
  expect(await unpaid()).toEqual(['4 ¥35.00'])
})

test('show: what was last bought is what counts, as the day of the last purchase is', async () => {
  const shop = await openShop()
  await shop.json('add Li')
  await shop.json('buy Li 88 --on 2026-11-10')
  await shop.json('buy Li 30 --on 2026-11-12')
  await shop.json('refund 2')
  expect((await shop.regulars('show Li')).out).toContain('last 11-10 ¥88.00')
  await shop.json('buy Li 20 --on 2026-11-10')
  await shop.json('refund 4')
  expect((await shop.regulars('show Li')).out).toContain('last 11-10 ¥88.00')
})
