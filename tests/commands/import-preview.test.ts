import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { widthOf } from '../../src/terminal/width.ts'
import { openShop, type Shop } from '../shop.ts'
import { workbook } from '../workbook.ts'

function put(shop: Shop, name: string, text: string): string {
  const path = join(shop.folder, name)
  writeFileSync(path, text)
  return path
}

describe('the preview', () => {
  const bad = Array.from({ length: 7 }, (_, at) => `坏${at},12${at},,,\n`)
  const good = '王小明,13800138000,72,350,下棋\n李秀兰,暂无,,,\n张伟,无,,,\n'
  const text = `姓名,手机,余额,积分,fact:爱好\n${good}${bad.join('')}`

  test('on a terminal: columns, directions, first rows, the sum, some faults and where others will be', async () => {
    const shop = await openShop('init --lang zh')
    const path = put(shop, '会员.csv', text)
    const ran = await shop.regulars(['import', 'customers', path], { keys: 'y\n', columns: 80 })
    expect(ran.exit).toBe(3)
    const rejects = join(shop.folder, '会员.退回.csv')
    for (const said of [
      '余额→预存 credit',
      '积分→points',
      'fact:爱好→自定义资料“爱好”',
      '前 2 行   王小明  138 0013 8000  72.00  350  下棋',
      '结果      新增 3   更新 0   不变 0   退回 7   （3+0+0+7 = 10）',
      '第 5 行 坏0 手机：不像中国的电话号码：“120”；',
      '手机：2 行是“暂无”“无”：按空白导入',
    ])
      expect(ran.out).toContain(said)
    expect(ran.out.replace(/\s+/g, '')).toContain(
      `同样原因还有6行：第6行坏1、第7行坏2、第8行坏3、第9、10、11行导入后见${rejects}`,
    )
    expect(existsSync(rejects)).toBe(true)
    for (const line of ran.out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(80)
  })

  test('answers stand on the scale of five, with what they are about', async () => {
    const shop = await openShop('init --lang en')
    await shop.regulars('import customers -', { stdin: 'name\nAnn\nBen\n' })
    const form = 'name,date,Service (1-10),price\nAnn,2026-11-20,8,90%\nBen,2026-11-20,,very satisfied\n'
    const asked = await shop.regulars(
      ['import', 'surveys', '-', '--dry-run', '--aspects', 'service=Service (1-10),price=price'],
      { stdin: form },
    )
    expect(asked.out).toContain('Ann  2026-11-20  service 4 of 5, expected 4  price 4.5 of 5, expected 4')
    expect(asked.out).toMatch(/Ben {2}2026-11-20 {2}- +price 5 of 5, expected 4/)
    const plain = 'name,date,satisfaction,expected,aspect\nAnn,2026-11-20,★★★,5 stars,goods\n'
    const { out } = await shop.regulars('import surveys - --dry-run', { stdin: plain })
    expect(out).toContain('Ann  2026-11-20  goods 3 of 5, expected 5')
  })

  test('in a pipe nothing is cut, and without --rejects it says how to get the rows', async () => {
    const shop = await openShop('init --lang zh')
    const path = put(shop, 'm.csv', `${text}${'很'.repeat(60)},13800138999,,,\n`.replace('王小明', '很'.repeat(60)))
    const { out, exit } = await shop.regulars(['import', 'customers', path, '--dry-run'])
    expect(exit).toBe(3)
    expect(out).toContain(`${'很'.repeat(60)}  138 0013 8000`)
    expect(out).toContain('要把退回的行存成文件：--rejects 文件')
    expect(out.match(/不像中国的电话号码/g)).toHaveLength(1)
    expect(out).toContain('；同样原因还有 6 行：第 6 行 坏1、第 7 行 坏2、第 8 行 坏3、第 9、10、11 行')
    const named = await shop.regulars([
      'import',
      'customers',
      path,
      '--dry-run',
      '--rejects',
      join(shop.folder, 'bad.csv'),
    ])
    expect(named.out).toContain(`导入后见 ${join(shop.folder, 'bad.csv')}`)
    expect(existsSync(join(shop.folder, 'bad.csv'))).toBe(false)
  })

  test('an English one', async () => {
    const shop = await openShop()
    const path = put(shop, 'm.csv', text)
    const { out } = await shop.regulars(['import', 'customers', path, '--dry-run'])
    for (const said of [
      '余额→credit (the shop owes them)',
      '积分→points',
      'fact:爱好→kept as your own key “爱好”',
      'line 5 坏0, 手机: Not a phone of region CN: “120”; and 6 more',
      '手机: 2 rows say “暂无” “无”: taken as empty',
    ])
      expect(out).toContain(said)
  })

  test('nothing to do is not asked about', async () => {
    const shop = await openShop()
    const path = put(shop, 'm.csv', 'name\nA\n')
    await shop.regulars(['import', 'customers', path])
    const again = await shop.regulars(['import', 'customers', path], { keys: '', columns: 80 })
    expect([again.exit, again.err]).toEqual([0, 'Nothing new: the ledger has all of it.\n'])
    const empty = await shop.regulars(['import', 'customers', put(shop, 'e.csv', 'name,phone\n')])
    expect([empty.exit, empty.out]).toEqual([0, 'The file has no rows: there is nothing to import.\n'])
  })

  test('beside --json it is no part of what goes to stdout', async () => {
    const shop = await openShop()
    const ran = await shop.regulars(['import', 'customers', put(shop, 'm.csv', 'name\nA\n'), '--json'], {
      keys: 'y\n',
      columns: 80,
    })
    expect(JSON.parse(ran.out)).toMatchObject({ created: 1, dryRun: false, warnings: [], warned: 0 })
    expect(ran.err).toContain('new 1   updated 0')
  })
})

describe('what rows say', () => {
  test.each([
    [
      'owes,credit',
      '30,100',
      '-70.00',
      ['row.both-ways', 'credit', 'owes ¥30.00 and has ¥100.00 in credit: taken as credit ¥70.00'],
    ],
    [
      'owes,credit',
      '30,30',
      '0.00',
      ['row.both-ways', 'credit', 'owes ¥30.00 and has ¥30.00 in credit: taken as settled'],
    ],
    ['owes', '-50', '-50.00', ['row.other-way', 'owes', 'less than nothing: taken as credit ¥50.00']],
    ['余额', '-1,288.50', '1288.50', ['row.other-way', 'credit', 'less than nothing: taken as owes ¥1,288.50']],
    ['owes,credit', '0,72', '-72.00', null],
  ])('%s %s: balance %s', async (header, cells, balance, warning) => {
    const shop = await openShop()
    const quoted = header.includes(',') ? cells : `"${cells}"`
    const value = await shop.json(['import', 'customers', put(shop, 'm.csv', `name,${header}\nA,${quoted}\n`)])
    expect(value.warnings.map(({ code, field, message }: Record<string, string>) => [code, field, message])).toEqual(
      warning ? [warning] : [],
    )
    expect((await shop.json('list'))[0].balance).toBe(balance)
  })

  test('who owes is not archived; marks of yes and no', async () => {
    const shop = await openShop()
    const text =
      'name,owes,归档,勿扰,consent\nA,5,是,是,wechat=yes;短信=否\nB,,yes,no,call\nC,,否,,\nD,,也许,,\nE,,,,电报\n'
    const ran = await shop.regulars(['import', 'customers', put(shop, 'm.csv', text), '--json'])
    const { warnings, errors } = JSON.parse(ran.out)
    expect(warnings).toMatchObject([
      { lines: [2], field: 'archived', message: 'owes ¥5.00: not archived until that is settled' },
      { lines: [5], field: 'archived', code: 'row.bad-yes', message: '“也许” is neither yes nor no' },
      { lines: [6], field: 'consent', code: 'usage.bad-choice' },
    ])
    expect(errors).toEqual([])
    const people = await shop.json('list --archived --sort id')
    expect(
      people.map(({ name, archived, doNotContact, consent }: Record<string, unknown>) => [
        name,
        archived,
        doNotContact,
        consent,
      ]),
    ).toEqual([
      ['A', false, true, { wechat: true, sms: false }],
      ['B', true, false, { call: true }],
      ['C', false, false, {}],
      ['D', false, false, {}],
      ['E', false, false, {}],
    ])
    expect(
      await shop.json([
        'import',
        'customers',
        put(shop, 'm.csv', 'name,勿扰,consent,wallet_share\nA,否,wechat=no,80%\n'),
      ]),
    ).toMatchObject({ updated: 1 })
    expect((await shop.json('list'))[0]).toMatchObject({
      name: 'A',
      doNotContact: false,
      consent: { wechat: false, sms: false },
      walletShare: 80,
    })
    await shop.regulars('undo --yes')
    expect((await shop.json('list'))[0]).toMatchObject({
      name: 'A',
      doNotContact: true,
      consent: { wechat: true, sms: false },
      walletShare: null,
    })
  })

  test('values are the cells as they stand, of rows at fault for later ones too', async () => {
    const shop = await openShop()
    await shop.regulars('add 王芳 --phone 13700137009')
    const text = 'name,手机\nA,137-0013-7000\nB,+86 13700137000\nC,1.38E+10\n李,１３７００１３７００９\n'
    const ran = await shop.regulars(['import', 'customers', put(shop, 'm.csv', text), '--json'])
    expect(
      JSON.parse(ran.out).errors.map(({ line, field, value, code }: Record<string, unknown>) => [
        line,
        field,
        value,
        code,
      ]),
    ).toEqual([
      [2, 'phone', '137-0013-7000', 'row.twins'],
      [3, 'phone', '+86 13700137000', 'row.twins'],
      [4, 'phone', '1.38E+10', 'phone.spreadsheet'],
      [5, 'phone', '１３７００１３７００９', 'row.phone-in-use'],
    ])
    await shop.regulars(['import', 'purchases', put(shop, 't.csv', 'customer,on,amount,ref\n王芳,2026-11-01,100,R1\n')])
    const till = await shop.regulars([
      'import',
      'purchases',
      put(
        shop,
        't.csv',
        'customer,on,金额,ref\n王芳,2026-11-01,"1,0,0元",R2\n王芳,2026-11-01,¥120,R1\n谁,2026-11-01,1,\n',
      ),
      '--json',
    ])
    expect(
      JSON.parse(till.out).errors.map(({ line, field, value, code }: Record<string, unknown>) => [
        line,
        field,
        value,
        code,
      ]),
    ).toEqual([
      [2, 'amount', '1,0,0元', 'money.unreadable'],
      [3, 'amount', '¥120', 'row.other-amount'],
      [4, 'customer', '谁', 'customer.not-found'],
    ])
  })

  test.each([
    ['en', '“八月十五” may be lunar or solar. Lunar: 农历八月十五, Solar: 8月15日'],
    ['zh', '“八月十五”不知道是农历还是阳历。农历写：农历八月十五，阳历写：8月15日'],
  ])('a birthday that may be either, %s', async (lang, message) => {
    const shop = await openShop()
    const ran = await shop.regulars([
      'import',
      'customers',
      put(shop, 'm.csv', 'name,生日\nA,八月十五\n'),
      '--json',
      '--lang',
      lang,
    ])
    expect(JSON.parse(ran.out)).toMatchObject({ created: 1, warnings: [{ field: 'birthday', message }] })
  })
})

test('散客 is nobody in whatever column whose it is stands; others can be made, and how is said', async () => {
  const shop = await openShop()
  const path = put(shop, 't.csv', '会员卡号,日期,金额\n散客,2026-11-01,5\nwalk-in,2026-11-01,6\nV9,2026-11-01,7\n')
  const ran = await shop.regulars(['import', 'purchases', path])
  expect(ran.err).toContain('line 4 会员卡号: No customer “V9”.')
  expect(ran.err).toContain('To add customers the ledger does not know: --create-customers')
  await shop.regulars(['import', 'purchases', path, '--create-customers'])
  expect((await shop.json('list')).map(({ name, code }: Record<string, unknown>) => [name, code])).toEqual([
    ['V9', 'V9'],
  ])
  expect((await shop.json('purchases')).map(({ customerId }: Record<string, unknown>) => customerId)).toEqual([
    1,
    null,
    null,
  ])
})

describe('a ledger is made only for what will stand in it', () => {
  test.each([
    ['customers', null, 2],
    ['customers', 'name,phone\nA,"13800138000\nB,1\n', 1],
    ['customers', 'name,phone\nA,12\n', 1],
    ['customers', 'name,phone\n', 0],
    ['customers', 'foo,bar\n1,2\n', 1],
    ['purchases', 'customer,on,amount\nA,2026-11-01,5\n', 1],
    ['all', null, 2],
    ['all', 'name\nA\n', 1],
  ])('import %s of %j', async (kind, text, exit) => {
    const shop = await openShop(false)
    const path = text === null ? join(shop.folder, 'missing.csv') : put(shop, 'f.csv', text)
    const ran = await shop.regulars(['import', kind, path])
    expect([ran.exit, ran.err.includes('New ledger')]).toEqual([exit, false])
    expect(readdirSync(shop.folder).filter((name) => name.startsWith('shop.db'))).toEqual([])
  })

  const many = (row: (at: number) => string) =>
    `code,name\n${Array.from({ length: 9000 }, (_, at) => row(at)).join('')}`

  test('nor for one whose first rows are good, where it turns out to be no table', async () => {
    const shop = await openShop(false)
    const ran = await shop.regulars(['import', 'customers', put(shop, 'f.csv', `${many((at) => `${at},A\n`)}1,"A\n`)])
    expect([ran.exit, ran.err.includes('New ledger'), existsSync(shop.db)]).toEqual([1, false, false])
  })

  test('it is for one of which something stands at the end alone, and goes again where nothing does', async () => {
    const shop = await openShop(false)
    const last = put(
      shop,
      'last.csv',
      many((at) => (at < 8999 ? `${at},\n` : `${at},A\n`)),
    )
    const ran = await shop.regulars(['import', 'customers', last])
    expect([ran.exit, ran.err.includes('New ledger')]).toEqual([3, true])
    expect((await shop.json('list')).length).toBe(1)
    const other = await openShop(false)
    const twins = put(
      other,
      'twins.csv',
      many((at) => `${at % 4500},${at < 4500 ? 'A' : 'B'}\n`),
    )
    expect((await other.regulars(['import', 'customers', twins])).exit).toBe(1)
    expect(existsSync(other.db)).toBe(false)
  })

  test('the rows it was rejected for are there all the same', async () => {
    const shop = await openShop(false)
    const [path, bad] = [put(shop, 'f.csv', 'name,phone\nA,12\n'), join(shop.folder, 'bad.csv')]
    expect((await shop.regulars(['import', 'customers', path, '--rejects', bad])).exit).toBe(1)
    expect(readFileSync(bad, 'utf8')).toBe('line,reason,name,phone\n2,Not a phone of region CN: “12”.,A,12\n')
    expect((await shop.regulars(['import', 'customers', path], { keys: 'y\n', columns: 80 })).exit).toBe(1)
    expect(readFileSync(join(shop.folder, 'f.rejected.csv'), 'utf8')).toContain('A,12')
    expect(existsSync(shop.db)).toBe(false)
  })

  test('nor for one that was shown and left', async () => {
    const shop = await openShop(false)
    const ran = await shop.regulars(['import', 'customers', put(shop, 'f.csv', 'name\nA\n')], {
      keys: 'n\n',
      columns: 80,
    })
    expect([ran.exit, existsSync(shop.db)]).toEqual([0, false])
    expect(
      (await shop.regulars(['import', 'customers', join(shop.folder, 'f.csv')], { keys: 'y\n', columns: 80 })).err,
    ).toContain('New ledger')
    expect((await shop.json('list')).length).toBe(1)
  })
})

test('the other sheets of a workbook are named, unless one was asked for; cards need no arrows', async () => {
  const shop = await openShop()
  const path = join(shop.folder, 'm.xlsx')
  writeFileSync(path, workbook({ 会员: [['姓名'], ['王']], VIP: [['姓名'], ['赵']] }))
  expect((await shop.regulars(['import', 'customers', path, '--dry-run'])).out).toContain(
    'not read: sheet “VIP” (--sheet NAME)',
  )
  expect((await shop.regulars(['import', 'customers', path])).err).toContain('not read: sheet “VIP” (--sheet NAME)')
  expect((await shop.regulars(['import', 'customers', path, '--sheet', 'VIP', '--dry-run'])).out).not.toContain(
    'not read',
  )
  const cards = put(shop, 'c.vcf', 'BEGIN:VCARD\nVERSION:3.0\nFN:王小明\nTEL:13800138000\nEND:VCARD\n')
  expect((await shop.regulars(['import', 'customers', cards, '--dry-run', '--lang', 'zh'])).out).toMatch(
    /列 {8}姓名 {2}称呼 {2}类别 {2}手机/,
  )
})

test.each([
  ['en', 'name', '--map: “name” is no pair.\n  Column=header or number: --map name=Client,phone=3\n'],
  ['zh', 'name', '--map：“name”要写成 列=表头。\n  写表头或第几列：--map name=客户,phone=3\n'],
  ['en', 'fact:爱好=没有', '--map: no column 没有.\n  There are: 姓名, 皮肤\n'],
])('--map that is none, %s', async (lang, map, said) => {
  const shop = await openShop()
  const ran = await shop.regulars([
    'import',
    'customers',
    put(shop, 'm.csv', '姓名,皮肤\nA,白\n'),
    '--map',
    map,
    '--lang',
    lang,
  ])
  expect([ran.exit, ran.err]).toEqual([2, `regulars: ${said}`])
})

test('--map fact:KEY keeps a column as one of the owner’s own keys', async () => {
  const shop = await openShop()
  const value = await shop.json([
    'import',
    'customers',
    put(shop, 'm.csv', '姓名,皮肤\nA,白\n'),
    '--map',
    'fact:肤色=皮肤',
  ])
  expect([value.columns, value.unknownColumns]).toEqual([{ name: '姓名', 'fact:肤色': '皮肤' }, []])
  expect((await shop.json('list'))[0].facts).toEqual({ 肤色: '白' })
})

describe('the first rows as they will stand', () => {
  /** The first rows of a preview, cell by cell. */
  async function rowsOf(shop: Shop, kind: string, text: string, ...flags: string[]): Promise<string[][]> {
    const path = put(shop, 'rows.csv', text)
    const { out } = await shop.regulars(['import', kind, path, '--dry-run', ...flags])
    const lines = out.split('\n')
    const from = lines.findIndex((line) => /^ {2}(first|前) /.test(line))
    if (from < 0) return []
    const to = lines.findIndex((line, at) => at > from && /^ {0,2}\S/.test(line))
    return lines
      .slice(from, to)
      .map((line) => line.replace(/^ +(?:(?:first (?:\d+|row)|前 \d+ 行) +)?/, '').split(/ {2,}/))
  }

  test('of contacts the words mean what they mean, the direction is there, and rejected rows are not', async () => {
    const shop = await openShop('init --lang zh')
    const head = '客户,日期,呼叫类型,方式,结果,内容'
    const rows = ['甲,2026-11-32,呼出,电话,接通,坏', '乙,2026-11-01,呼入,电话,接通,问价', '丙,2026-11-02,未接,,,']
    const text = `${head}\n${rows.join('\n')}\n丁,2026-11-03,呼出,微信,已发送,\n`
    expect(await rowsOf(shop, 'contacts', text, '--create-customers')).toEqual([
      ['乙', '2026-11-01', '电话', '联系上了', '问价', '客户来'],
      ['丙', '2026-11-02', '电话', '没接', '-', '客户来'],
    ])
    // Nobody the ledger knows: nothing will stand.
    expect(await rowsOf(shop, 'contacts', text)).toEqual([])
  })

  test('of a roster phones and birthdays are the ledger’s, and what cannot be read is left out', async () => {
    const shop = await openShop('init --lang en --region US')
    const text =
      'name,phone,birthday,kind,credit\nAnn,212.555.0101 / 212-555-0102,May 6 1990,company,12\n' +
      'Bob,12,,,\nTotal,,,,12\nCid,(212) 555-0103,2099-01-01,person,"1,200.50"\n'
    expect(await rowsOf(shop, 'customers', text)).toEqual([
      ['Ann', '(212) 555-0101', '1990-05-06', 'firm', '12.00'],
      ['Cid', '(212) 555-0103', '-', 'person', '1200.50'],
    ])
  })

  test('of purchases what is left out is not shown', async () => {
    const shop = await openShop('init --lang en --region US')
    const text =
      'customer,date,total,status\nAnn,1/13/2026,$12.50,cancelled\nAnn,1/14/2026,"$1,250.00",paid\n' +
      'Bob,1/15/2026,x,paid\n'
    expect(await rowsOf(shop, 'purchases', text, '--create-customers')).toEqual([['Ann', '2026-01-14', '1250.00']])
  })
})
