import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { hung, widthOf, wrap } from '../../src/terminal/width.ts'
import { openShop } from '../shop.ts'

describe('short flags of every command', () => {
  test.each([
    'policy set due.capacity 9 -q',
    'policy set -q due.capacity 9',
    'policy set due.capacity 9 -y -q',
    'policy set due.capacity 9 -yq',
  ])('%s', async (line) => {
    const shop = await openShop()
    expect(await shop.regulars(line)).toEqual({ exit: 0, out: '', err: '' })
    expect((await shop.json('policy show')).find(({ key }: { key: string }) => key === 'due.capacity')).toMatchObject({
      value: 9,
    })
  })

  test('what is no number after a dash is a flag of policy set, a tag of tag', async () => {
    const shop = await openShop()
    expect(await shop.regulars('policy set due.capacity -9')).toMatchObject({
      exit: 2,
      err: expect.not.stringContaining('flag'),
    })
    expect(await shop.regulars('policy set due.capacity 9 -z')).toMatchObject({
      exit: 2,
      err: expect.stringContaining('policy set has no flag -z.'),
    })
    await shop.regulars('add 王芳 --tag vip --tag q')
    expect(await shop.regulars('tag 1 -vip +乌龙 -q')).toEqual({ exit: 0, out: '', err: '' })
    expect((await shop.json('show 1')).tags).toEqual(['q', '乌龙'])
    expect(await shop.regulars('tag 1 -q -- -q')).toEqual({ exit: 0, out: '', err: '' })
    expect((await shop.json('show 1')).tags).toEqual(['乌龙'])
  })
})

describe('--quiet', () => {
  const lines = [
    'add 王芳',
    'buy 王芳 128',
    'buy 王芳 50 --unpaid',
    'pay 王芳 20',
    'refund 1 8',
    'done 王芳 --note 好',
    'note 王芳 爱喝乌龙',
    'tag 王芳 +vip',
    'edit 王芳 --name 王方',
    'snooze 王方 3d',
    'pin 王方 A --reason 老客户',
    'unpin 王方',
    'policy set due.capacity 9',
    'policy reset due.capacity',
    'classify',
    'config set user anna',
    'config unset user',
    'backup',
    'undo --yes',
  ]

  test('what was done is not said, unless it was only tried', async () => {
    const shop = await openShop(false)
    expect(await shop.regulars('init -q')).toEqual({ exit: 0, out: '', err: '' })
    for (const line of lines) {
      if (!line.startsWith('undo'))
        expect([line, (await shop.regulars(`${line} --dry-run --quiet`)).out]).not.toEqual([line, ''])
      const ran = await shop.regulars(`${line} --quiet`)
      expect([line, ran]).toEqual([line, { exit: 0, out: '', err: '' }])
    }
  })

  test('ids and JSON are data', async () => {
    const shop = await openShop()
    expect(await shop.regulars('add 王芳 --quiet --ids')).toEqual({ exit: 0, out: '1\n', err: '' })
    expect(await shop.json('buy 王芳 128 --quiet')).toMatchObject({ change: 2 })
    expect((await shop.regulars('buy 王芳 128 --quiet --format csv')).out).toContain('128.00')
    expect((await shop.regulars('list --quiet')).out).toContain('王芳')
  })
})

describe('lines as wide as the terminal', () => {
  test('a command is never broken: it has a line of its own, however long', () => {
    const line = 'Back: regulars restore "/a long place/shop.db.replaced-2026-11-21" --yes   or look: regulars doctor'
    expect(wrap(line, 30)).toEqual([
      'Back:',
      'regulars restore "/a long place/shop.db.replaced-2026-11-21" --yes',
      'or look: regulars doctor',
    ])
    expect(wrap('要换回去：regulars restore /tmp/很长的文件夹/shop.db.replaced --yes', 24)).toEqual([
      '要换回去：',
      'regulars restore /tmp/很长的文件夹/shop.db.replaced --yes',
    ])
  })

  test.each([
    ['Undo it now if it was wrong: regulars undo 22', 43, ['Undo it now if it was wrong:', 'regulars undo 22']],
    ['已排好，看一眼再说，撤销请写：regulars undo 22', 44, ['已排好，看一眼再说，撤销请写：', 'regulars undo 22']],
    ['退款要写清楚是哪一单，比如单 812 退 30', 30, ['退款要写清楚是哪一单，比如', '单 812 退 30']],
    ['前面这些人一共占 80 %）', 20, ['前面这些人一共占', '80 %）']],
    ['王芳上次来买了乌龙茶（两斤）', 22, ['王芳上次来买了乌龙茶', '（两斤）']],
    ['她说过“下次再来”', 8, ['她说过', '“下次再', '来”']],
  ])('%s', (text, width, lines) => {
    expect(wrap(text, width)).toEqual(lines)
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
  })

  test('in a pipe nothing is broken', () => {
    const long = 'word '.repeat(40).trim()
    expect(hung(long, null)).toEqual([long])
    expect(hung(long, 80)).toHaveLength(3)
  })

  test.each([
    'schedule',
    'schedule systemd',
    'schedule launchd',
    'completion bash',
    'completion zsh',
    'completion fish',
  ])('%s is not broken on a terminal', async (line) => {
    const shop = await openShop()
    const db = join(shop.folder, 'a-ledger-with-quite-a-long-name', 'shop.db')
    const piped = await shop.regulars(`${line} --db ${db}`)
    expect(piped.exit).toBe(0)
    expect((await shop.regulars(`${line} --db ${db} --no-color`, { columns: 40 })).out).toBe(piped.out)
  })
})

test.each([
  [
    'edit 1 --style 随合型',
    '性格没有“随合型”。\n  是不是 随和型？   可选：分析型、主观型、情感型、随和型',
    'Not a style: “随合型”.\n  One of: analytical, driver, expressive, amiable',
  ],
  [
    'edit 1 --style amiabel',
    '性格没有“amiabel”。\n  是不是 amiable？   可选：分析型、主观型、情感型、随和型',
    'Not a style: “amiabel”.\n  Did you mean amiable?   One of: analytical, driver, expressive, amiable',
  ],
  [
    'edit 1 --kind 散',
    '客户类型没有“散”。\n  可选：个人、单位、经销、员工',
    'Not a kind: “散”.\n  One of: person, firm, reseller, staff',
  ],
  [
    'done 1 --channel 电',
    '方式没有“电”。\n  可选：电话、微信、短信、邮件、信件、上门、到店、活动、其他',
    'Not a channel: “电”.\n  One of: call, wechat, sms, email, letter, visit, shop, event, other',
  ],
  [
    'list --stage 常来',
    '熟客程度没有“常来”。\n  是不是 常客？   可选：没买过、新客、回头客、常客、来得少了、流失',
    'Not a stage: “常来”.\n  One of: prospect, exploring, forming, stable, declining, lost',
  ],
])('%s names what is chosen among, in the words of the language', async (line, zh, en) => {
  const shop = await openShop()
  await shop.regulars('add 王芳')
  expect(await shop.regulars(`${line} --lang zh`)).toEqual({ exit: 2, out: '', err: `regulars: ${zh}\n` })
  expect(await shop.regulars(line)).toEqual({ exit: 2, out: '', err: `regulars: ${en}\n` })
})

test.each([
  ['分析', 'analytical'],
  ['主观', 'driver'],
  ['情感型', 'expressive'],
  ['随和', 'amiable'],
])('--style %s is %s', async (typed, style) => {
  const shop = await openShop()
  expect(await shop.json(`add 王芳 --style ${typed}`)).toMatchObject({ style })
})

test('why says how tiers were sorted in the words of the language', async () => {
  const shop = await openShop()
  await shop.regulars('buy walk-in 5')
  await shop.regulars('add 王芳')
  await shop.regulars('buy 王芳 128')
  await shop.regulars('classify')
  expect((await shop.regulars('why 王芳 --lang zh')).out).toMatch(/ {2}11-21 按次数和贡献排的；11-21 起是 [A-D]\n/)
})

test.each([
  [
    'add 王芳 13800138000',
    'add: one word too many: 13800138000.\n  Phones: --phone 13800138000',
    'add：多了一个词：13800138000。\n  电话这样写：--phone 13800138000',
  ],
  [
    'add 王芳 李四',
    'add: one word too many: 李四.\n  Quote a text with blanks. Examples: regulars help add',
    'add：多了一个词：李四。\n  有空格的文字请加引号。例子：regulars help add',
  ],
  [
    'buy 128 王芳',
    'buy: “王芳” is no amount.\n  The customer comes first, then the amount. Is 128 the amount? regulars buy 王芳 128',
    'buy：“王芳”不是金额。\n  先写客户，再写金额。128 是金额的话：regulars buy 王芳 128',
  ],
  [
    'pay 20 王芳',
    'pay: “王芳” is no amount.\n  The customer comes first, then the amount. Is 20 the amount? regulars pay 王芳 20',
    'pay：“王芳”不是金额。\n  先写客户，再写金额。20 是金额的话：regulars pay 王芳 20',
  ],
  [
    "list --db ''",
    'list: --db needs a value.\n  Examples: regulars help list',
    'list：--db 后面要写值。\n  例子：regulars help list',
  ],
  [
    'list --db=',
    'list: --db needs a value.\n  Examples: regulars help list',
    'list：--db 后面要写值。\n  例子：regulars help list',
  ],
])('%s says what to type instead', async (line, en, zh) => {
  const shop = await openShop()
  await shop.regulars('add 王芳')
  expect(await shop.regulars(line)).toEqual({ exit: 2, out: '', err: `regulars: ${en}\n` })
  expect(await shop.regulars(`${line} --lang zh`)).toEqual({ exit: 2, out: '', err: `regulars: ${zh}\n` })
})

test('restore of a folder names the newest backup in it', async () => {
  const shop = await openShop()
  await shop.regulars('backup')
  const folder = join(shop.folder, 'backups')
  const [newest] = readdirSync(folder)
  expect(await shop.regulars(['restore', folder])).toEqual({
    exit: 2,
    out: '',
    err:
      `regulars: ${folder} is a folder, not a backup.\n  The newest backup in it: regulars restore ` +
      `${folder}/${newest}\n`,
  })
  expect((await shop.regulars(['restore', folder, '--lang', 'zh'])).err).toBe(
    `regulars: ${folder} 是文件夹，不是备份文件。\n  里面最新的备份：regulars restore ${folder}/${newest}\n`,
  )
  expect((await shop.regulars(['restore', shop.folder])).err).toContain(
    'There is no backup in it. To make one: regulars help backup',
  )
})

test('hints are as wide as the terminal, and commands in them stay whole', async () => {
  const shop = await openShop(false)
  const { err } = await shop.regulars('due --db none.db', { columns: 60 })
  expect(err).toBe(
    [
      'regulars: No ledger at none.db.',
      '  To start one: regulars --db none.db init',
      '  From a backup: regulars help restore',
      '  To look around first: regulars demo',
      '',
    ].join('\n'),
  )
})

test('--columns keeps the keys of JSON', async () => {
  const shop = await openShop()
  await shop.regulars('add 王芳')
  await shop.regulars('add 李娜')
  expect(await shop.json('list --columns name,id')).toEqual([
    { name: '王芳', id: 1 },
    { name: '李娜', id: 2 },
  ])
  expect((await shop.regulars('list --columns id --format jsonl')).out).toBe('{"id":1}\n{"id":2}\n')
  expect(await shop.json('buy 王芳 128 --columns id,amount')).toEqual({ id: 1, amount: '128.00' })
  expect(await shop.regulars('list --json --columns nope')).toMatchObject({
    exit: 2,
    out: '',
    err: expect.stringContaining('usage.unknown-column'),
  })
})
