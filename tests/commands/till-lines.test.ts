import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

const zh = { env: { REGULARS_LANG: 'zh' } }

async function teahouse(): Promise<Shop> {
  const shop = await openShop()
  await shop.regulars('add 高霞 --phone 13800138000')
  await shop.regulars('add 张姐 --phone 13981239526')
  return shop
}

describe('goods are never a flag', () => {
  test.each([
    [
      ['buy', '高霞', '88', '龙井', '—unpaid'],
      '“—unpaid” begins with a dash and is no goods.\n  As a flag it is typed --unpaid\n',
      '是选项的话请写 --unpaid',
    ],
    [
      ['buy', '高霞', '88', '龙井', '－u'],
      '“－u” begins with a dash and is no goods.\n  As a flag it is typed -u\n',
      '是选项的话请写 -u',
    ],
    [
      ['buy', '高霞', '88', '龙井', '–on', '昨天'],
      '“–on” begins with a dash and is no goods.\n  As a flag it is typed --on\n',
      '是选项的话请写 --on',
    ],
    [
      ['buy', '高霞', '88', '龙井', '—unpiad'],
      '“—unpiad” begins with a dash and is no goods.\n  As a flag it is typed --unpaid\n',
      '是选项的话请写 --unpaid',
    ],
    [
      ['buy', '高霞', '88', '龙井', '——'],
      '“——” begins with a dash and is no goods.\n  Flags begin with - or --: regulars help buy\n',
      '选项以 - 或 -- 开头',
    ],
    [
      ['buy', '高霞', '88', '--', '-u'],
      '“-u” begins with a dash and is no goods.\n  As a flag it is typed -u\n',
      '是选项的话请写 -u',
    ],
    [
      ['list', '—tier', 'A'],
      '“—tier” begins with a dash and is no goods.\n  As a flag it is typed --tier\n',
      '是选项的话请写 --tier',
    ],
    [
      ['show', '高霞', '—json'],
      '“—json” begins with a dash and is no goods.\n  As a flag it is typed --json\n',
      '是选项的话请写 --json',
    ],
  ])('%s', async (words, en, chinese) => {
    const shop = await teahouse()
    expect(await shop.regulars(words)).toEqual({ exit: 2, out: '', err: `regulars: ${en}` })
    expect((await shop.regulars(words, zh)).err).toContain(chinese)
    expect(await shop.json('purchases')).toEqual([])
  })

  test('a note may begin with a dash', async () => {
    const shop = await teahouse()
    expect((await shop.regulars(['note', '高霞', '——', '周三来取'])).exit).toBe(0)
    expect((await shop.regulars(['done', '高霞', '-n', '—u'])).exit).toBe(0)
  })

  test.each(['赊', '赊账'])('%s as the last word is --unpaid', async (word) => {
    const shop = await teahouse()
    expect(await shop.json(['buy', '高霞', '68', '碧螺春', word])).toMatchObject({
      item: '碧螺春',
      paid: '0.00',
      balance: '68.00',
    })
    expect(await shop.json(['buy', '高霞', '1', word])).toMatchObject({ item: null, paid: '0.00' })
    expect(await shop.json(['buy', '高霞', '1', word, '茶'])).toMatchObject({ item: `${word} 茶`, paid: '1.00' })
    expect((await shop.regulars(['buy', '高霞', '68', word, '-p', '5'])).exit).toBe(2)
    expect((await shop.regulars(['buy', '散客', '68', word])).exit).toBe(1)
  })

  test('the amount that comes last is offered in its place', async () => {
    const shop = await teahouse()
    expect(await shop.regulars('buy 高霞 金骏眉 200', zh)).toEqual({
      exit: 2,
      out: '',
      err: 'regulars: buy：“金骏眉”不是金额。\n  金额写在物品前面：regulars buy 高霞 200 金骏眉\n',
    })
  })
})

describe('buy - takes the flags of buy on every line', () => {
  const day = [
    '8000 66 -u',
    '张姐 100 白茶 --on 昨天 -n "周三 来取"',
    '高霞 68 碧螺春 赊',
    '张姐，66，花茶',
    'K9,45,tea',
    '张姐 128*2 --ref R-7 -p 200',
  ].join('\n')

  test('and enters them as one change', async () => {
    const shop = await teahouse()
    await shop.regulars('add "K Nine" --code K9')
    const sold = await shop.json('buy -', { stdin: day })
    expect(sold).toMatchObject([
      { customerId: 1, paid: '0.00', item: null, change: 4 },
      { customerId: 2, item: '白茶', on: '2026-11-20', note: '周三 来取', change: 4 },
      { customerId: 1, item: '碧螺春', paid: '0.00', balance: '134.00' },
      { customerId: 2, amount: '66.00', item: '花茶' },
      { customerId: 3, amount: '45.00', item: 'tea' },
      { customerId: 2, amount: '256.00', paid: '200.00', ref: 'R-7', change: 4 },
    ])
    expect((await shop.regulars('log -l 1', zh)).out).toContain('消费 6 笔')
    await shop.regulars('undo --yes')
    expect(await shop.json('purchases')).toEqual([])
  })

  test('a flag of the line goes before that of the command', async () => {
    const shop = await teahouse()
    expect(
      await shop.json('buy - -u --on 11-18', { stdin: '高霞 10\n高霞 10 -p 4\n高霞 10 --on 11-19 --method card' }),
    ).toMatchObject([
      { on: '2026-11-18', paid: '0.00' },
      { on: '2026-11-18', paid: '4.00' },
      { on: '2026-11-19', paid: '10.00', method: 'card' },
    ])
  })

  test('what is no flag is refused with its line', async () => {
    const shop = await teahouse()
    const ran = await shop.regulars('buy -', {
      stdin: '高霞 10\n高霞 10 --unpiad\n高霞 10 茶 —u\n高霞 10 -u -p 3\n高霞 10 -d 2026-12-01\n',
    })
    expect(ran.exit).toBe(1)
    for (const said of [
      'Line 2: buy has no flag --unpiad.',
      'Line 3: “—u” begins with a dash and is no goods.',
      'Line 4: --paid and --unpaid cannot go together.',
      'Line 5: 2026-12-01 has not come yet',
    ])
      expect(ran.err).toContain(said)
    expect(await shop.json('purchases')).toHaveLength(1)
  })

  test.each([
    ['GB18030', '\xb8\xdf\xcf\xbc 45.5 \xdc\xd4\xc0\xf2\n9526 20 \xbb\xa8\xb2\xe8\n'],
    [
      'UTF-16',
      '\xff\xfe\xd8\x9a\x1e\x97 \x004\x005\x00.\x005\x00 \x00\x09\x83\x89\x83\n\x009\x005\x002\x006\x00 ' +
        '\x002\x000\x00 \x00\xb1\x82\x36\x83\n\x00',
    ],
  ])('%s is read as what it is', async (_, latin) => {
    const shop = await teahouse()
    expect(await shop.json('buy -', { stdin: Buffer.from(latin, 'latin1') })).toMatchObject([
      { customerId: 1, amount: '45.50', item: '茉莉' },
      { customerId: 2, amount: '20.00', item: '花茶' },
    ])
  })

  test('--rejects takes the lines that could not be entered, as they stood', async () => {
    const shop = await teahouse()
    const file = `${shop.folder}/left.txt`
    const stdin = '高霞 10\nnobody 5  茶\n\n张姐 x\r\n张姐 20\n'
    expect((await shop.regulars(`buy - --rejects ${file} --dry-run`, { stdin })).exit).toBe(1)
    expect(existsSync(file)).toBe(false)
    const ran = await shop.regulars(`buy - --rejects ${file}`, { stdin })
    expect([ran.exit, readFileSync(file, 'utf8')]).toEqual([1, 'nobody 5  茶\n张姐 x\n'])
    expect(await shop.json('purchases')).toHaveLength(2)
    const again = await shop.regulars(`buy - --rejects ${file}`, { stdin })
    expect(again).toMatchObject({ exit: 1, out: '', err: expect.stringContaining('--yes') })
    expect(await shop.json('purchases')).toHaveLength(2)
    await shop.regulars(`buy - --rejects ${file} --yes`, { stdin: '高霞 1' })
    expect(readFileSync(file, 'utf8')).toBe('')
    writeFileSync(file, 'mine')
    expect((await shop.regulars(`buy 高霞 1 --rejects ${file}`)).err).toBe(
      'regulars: --rejects goes only with buy -.\n  How it is typed: regulars help buy\n',
    )
    expect((await shop.regulars(`buy - --rejects ${shop.db} --yes`, { stdin: '高霞 1' })).exit).not.toBe(0)
  })

  test('nothing entered is no change', async () => {
    const shop = await teahouse()
    expect((await shop.regulars('buy -', { stdin: 'nobody 5' })).exit).toBe(1)
    expect(await shop.json('log')).toHaveLength(2)
  })

  test('on a terminal the long prompt stands once', async () => {
    const shop = await teahouse()
    const { err } = await shop.regulars('buy -', { keys: '高霞 5\n高霞 6\n\n' })
    expect(err.split('CUSTOMER AMOUNT [ITEM]')).toHaveLength(2)
    expect((await shop.regulars('buy - --rejects x', { keys: '\n' })).exit).toBe(2)
  })
})
