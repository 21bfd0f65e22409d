import { copyFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

const rosters = fileURLToPath(new URL('../rosters', import.meta.url))
const file = (name: string) => join(rosters, name)
const data = fileURLToPath(new URL('../../../shared/data', import.meta.url))

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of the JSON
async function take(shop: Shop, line: string | readonly string[]): Promise<any> {
  const words = typeof line === 'string' ? line.split(' ') : line
  const ran = await shop.regulars([...words, '--json'])
  if (ran.exit !== 0 && ran.exit !== 3 && ran.out === '') throw new Error(`exit ${ran.exit}: ${ran.err}`)
  const value = JSON.parse(ran.out)
  const skipped = value.skipped.reduce((sum: number, { rows }: { rows: number }) => sum + rows, 0)
  expect(value.created + value.updated + value.unchanged + skipped + value.rejected).toBe(value.rows)
  expect(ran.exit).toBe(value.rejected === 0 ? 0 : value.rejected === value.rows ? 1 : 3)
  return value
}

/** A file, how it is found to be written, and what becomes of its rows: [created, updated, unchanged, rejected]. */
const customerFiles: [
  name: string,
  counts: [number, number, number, number],
  found?: { encoding?: string; delimiter?: string },
][] = [
  ['plain.csv', [2, 0, 0, 0], { encoding: 'utf-8', delimiter: ',' }],
  ['bom.csv', [1, 0, 0, 0], { encoding: 'utf-8' }],
  ['semicolon.csv', [1, 0, 0, 0], { delimiter: ';' }],
  ['tab.csv', [1, 0, 0, 0], { delimiter: '\t' }],
  ['pipe.csv', [1, 0, 0, 0], { delimiter: '|' }],
  ['crlf.csv', [2, 0, 0, 0]],
  ['cr.csv', [2, 0, 0, 0]],
  ['mixed-line-ends.csv', [3, 0, 0, 0]],
  ['blank-lines.csv', [2, 0, 0, 0]],
  ['quoted-newline.csv', [3, 0, 0, 1]],
  ['traditional.csv', [1, 0, 0, 0]],
  ['cased.csv', [1, 0, 0, 0]],
  ['unknown-columns.csv', [1, 0, 0, 0]],
  ['quote-inside.csv', [2, 0, 0, 0]],
  ['too-few-cells.csv', [1, 0, 0, 0]],
  ['too-many-cells.csv', [1, 0, 0, 1]],
  ['no-name.csv', [0, 0, 0, 2]],
  ['excel-phone.csv', [1, 0, 0, 1]],
  ['bad-phone.csv', [0, 0, 0, 1]],
  ['two-phones.csv', [1, 0, 0, 0]],
  ['nothing.csv', [2, 0, 0, 0]],
  ['twins.csv', [1, 0, 0, 2]],
  ['twin-codes.csv', [0, 0, 0, 2]],
  ['same-row-twice.csv', [1, 0, 1, 0]],
  ['bad-birthday.csv', [1, 0, 0, 0]],
  ['bad-email.csv', [1, 0, 0, 0]],
  ['bad-kind.csv', [1, 0, 0, 0]],
  ['bad-money.csv', [0, 0, 0, 1]],
  ['bad-potential.csv', [1, 0, 0, 0]],
  ['year-last.csv', [1, 0, 0, 0]],
  ['future-day.csv', [1, 0, 0, 0]],
  ['tiers.csv', [3, 0, 0, 0]],
  ['account.csv', [2, 0, 0, 0]],
  ['opening.csv', [1, 0, 0, 0]],
  ['referrer.csv', [2, 0, 0, 0]],
  ['apostrophe.csv', [1, 0, 0, 0]],
  ['header-only.csv', [0, 0, 0, 0]],
  ['gbk.csv', [1, 0, 0, 0], { encoding: 'gb18030' }],
  ['big5.csv', [1, 0, 0, 0], { encoding: 'big5' }],
  ['utf-16le.csv', [1, 0, 0, 0], { encoding: 'utf-16le' }],
  ['utf-16-bare.csv', [1, 0, 0, 0], { encoding: 'utf-16be' }],
]

describe('customers', () => {
  test.each(customerFiles)('%s', async (name, [created, updated, unchanged, rejected], found = {}) => {
    const shop = await openShop()
    const first = await take(shop, ['import', 'customers', file(name)])
    expect(first).toMatchObject({
      created,
      updated,
      unchanged,
      rejected,
      ...found,
      change: created > 0 ? expect.any(Number) : null,
    })
    // The same file again changes nothing, and logs nothing.
    const again = await take(shop, ['import', 'customers', file(name)])
    expect(again).toMatchObject({ created: 0, updated: 0, unchanged: created + unchanged, rejected, change: null })
    if (created > 0) {
      expect((await shop.regulars('undo --yes')).exit).toBe(0)
      expect(await shop.json('list')).toEqual([])
    }
  })

  test.each<[string, string, number, string | null, string | null, string]>([
    ['quoted-newline.csv', 'row.missing', 5, 'name', '', 'name is empty'],
    [
      'too-many-cells.csv',
      'row.too-many-cells',
      2,
      null,
      null,
      '3 cells, but the header has 2; a cell with the separator in it needs quotes ("1,200.00", "Hill Road 3, Room 9")',
    ],
    ['no-name.csv', 'row.missing', 2, 'name', '', 'name is empty'],
    [
      'excel-phone.csv',
      'phone.spreadsheet',
      2,
      'phone',
      '1.38E+10',
      'a spreadsheet broke the number; set the column to text and export it again',
    ],
    ['bad-phone.csv', 'phone.unreadable', 2, 'phone', '12345', 'Not a phone of region CN: “12345”.'],
    [
      'twins.csv',
      'row.twins',
      2,
      'phone',
      '13700137000',
      'lines 2, 3 have one phone and different names: 张伟, 刘敏; a family: --same-phone, or a card each',
    ],
    [
      'twin-codes.csv',
      'row.twins',
      2,
      'code',
      'V1',
      'lines 2, 3 have one card and different names: 张伟, 刘敏; a card is one customer’s: give each their own',
    ],
    ['bad-money.csv', 'money.unreadable', 2, 'owes', '一百', 'Not an amount: “一百”.'],
  ])('%s: %s on line %i', async (name, code, line, field, value, message) => {
    const shop = await openShop()
    expect((await take(shop, ['import', 'customers', file(name)])).errors[0]).toEqual({
      line,
      field,
      value,
      code,
      message,
    })
  })

  test.each([
    ['bad-birthday.csv', 'birthday', 'birthday.unreadable'],
    ['bad-email.csv', 'email', 'usage.bad-email'],
    ['bad-kind.csv', 'kind', 'usage.bad-choice'],
    ['bad-potential.csv', 'potential', 'usage.bad-count'],
  ])('%s: what may be missing is told and left out, and the row stays', async (name, field, code) => {
    const shop = await openShop()
    const value = await take(shop, ['import', 'customers', file(name)])
    expect(value).toMatchObject({ created: 1, warnings: [{ code, field, rows: 1, lines: [2] }] })
    expect((await shop.json('list'))[0][field] ?? null).toBe(field === 'kind' ? 'person' : null)
  })

  test.each<[string, number, string, string]>([
    ['broken-quote.csv', 1, 'roster.broken-quote', 'line 2'],
    ['zero-byte.csv', 1, 'roster.nul', 'line 2'],
    ['empty.csv', 1, 'roster.empty', 'empty'],
    ['no-header.csv', 1, 'roster.no-columns', '1 王小明, 2 13800138000'],
    ['not-there.csv', 2, 'roster.missing', 'No such file'],
  ])('%s is refused whole', async (name, exit, code, said) => {
    const shop = await openShop()
    const ran = await shop.regulars(['import', 'customers', file(name), '--json'])
    expect(ran.exit).toBe(exit)
    expect(JSON.parse(ran.err).error).toMatchObject({ code, message: expect.stringContaining(said) })
    if (code === 'roster.missing') expect(JSON.parse(ran.err).error.hint).toContain('in this folder?')
    expect(await shop.json('list')).toEqual([])
    expect((await shop.json('log')).length).toBe(0)
  })

  test('what cells hold is understood', async () => {
    const shop = await openShop()
    for (const name of [
      'traditional',
      'tiers',
      'opening',
      'account',
      'apostrophe',
      'two-phones',
      'nothing',
      'quoted-newline',
    ]) {
      const one = await openShop()
      await take(one, ['import', 'customers', file(`${name}.csv`)])
      const people = await one.json('list')
      const details = await Promise.all(people.map(({ id }: { id: number }) => one.json(`show id:${id}`)))
      const of = (called: string) =>
        details.map((detail) => detail.customer ?? detail).find(({ name }) => name === called)
      if (name === 'traditional')
        expect(of('王小明')).toMatchObject({
          birthday: 'lunar:04-18',
          tags: ['老茶客', 'VIP'],
          balance: '-72.00',
          email: 'a@b.cn',
        })
      if (name === 'tiers')
        expect([of('王小明').tier, of('李秀兰').tier, of('张伟').tier, of('张伟').facts]).toEqual([
          'A',
          'B',
          'D',
          { card: '金卡' },
        ])
      if (name === 'opening')
        expect(of('王小明')).toMatchObject({
          opening: { visits: 12, spent: '1288.00', lastOn: '2026-10-01' },
          points: 350,
        })
      if (name === 'account') expect([of('王小明').balance, of('李秀兰').balance]).toEqual(['128.00', '-72.50'])
      if (name === 'apostrophe') expect(of('=王').notes).toBe('+1')
      if (name === 'two-phones')
        expect(of('王小明')).toMatchObject({ phone: '+8613800138000', notes: '好\nother phone 139 0013 9000' })
      if (name === 'nothing') expect([of('王小明').phone, of('李秀兰').notes]).toEqual([null, null])
      if (name === 'quoted-newline') expect(of('王小明').notes).toBe('一\n二\n三')
    }
    expect(await shop.json('list')).toEqual([])
  })

  test('referrers are found further down the file; unknown ones are told', async () => {
    const shop = await openShop()
    const value = await take(shop, ['import', 'customers', file('referrer.csv')])
    expect(value.warnings).toMatchObject([{ lines: [3], code: 'row.referrer', field: 'referred_by' }])
    expect((await shop.json('list')).find(({ name }: { name: string }) => name === '王小明').referredBy).toBe(2)
  })

  test('unknown columns are named, and kept when asked', async () => {
    const shop = await openShop()
    const ran = await shop.regulars(['import', 'customers', file('unknown-columns.csv'), '--lang', 'zh'])
    expect(ran.err).toContain('没认出 “皮肤”“最后修改人”：不导入')
    expect(await take(shop, ['import', 'customers', file('unknown-columns.csv'), '--keep-unknown'])).toMatchObject({
      updated: 1,
      unknownColumns: ['皮肤', '最后修改人'],
    })
    expect((await shop.json('list'))[0].facts).toEqual({ 皮肤: '白', 最后修改人: 'admin' })
  })

  test('--map by header or number, with and without a header row', async () => {
    const shop = await openShop()
    expect(await take(shop, ['import', 'customers', file('no-header.csv'), '--map', 'name=1,phone=2'])).toMatchObject({
      created: 2,
      columns: { name: '1', phone: '2' },
    })
    expect(await take(shop, ['import', 'customers', file('unknown-columns.csv'), '--map', 'tags=皮肤'])).toMatchObject({
      created: 1,
      unknownColumns: ['最后修改人'],
    })
    const wrong = await shop.regulars(['import', 'customers', file('plain.csv'), '--map', 'name=Client'])
    expect([wrong.exit, wrong.err]).toEqual([2, 'regulars: --map: no column Client.\n  There are: name, phone\n'])
  })

  test('identity: code, then phone and name, then name and birthday, then a bare name', async () => {
    const shop = await openShop()
    const roster = join(shop.folder, 'r.csv')
    const rows = async (text: string, ...flags: string[]) => {
      writeFileSync(roster, `name,code,phone,birthday,email\n${text}`)
      const { created, updated, unchanged, rejected, errors } = await take(shop, [
        'import',
        'customers',
        roster,
        ...flags,
      ])
      return [created, updated, unchanged, rejected, ...errors.map(({ code }: { code: string }) => code)]
    }
    expect(await rows('王,V1,13800138000,,\n李,,13900139000,,\n张,,,05-06,\n赵,,,,\n')).toEqual([4, 0, 0, 0])
    expect(await rows('王二,v1,,,\n')).toEqual([0, 1, 0, 0])
    expect(await rows('李,,13900139000,,l@x.cn\n')).toEqual([0, 1, 0, 0])
    expect(await rows('张,,,1988-05-06,\n张,,,05-06,z@x.cn\n')).toEqual([1, 1, 0, 0])
    expect(await rows('赵,,,,z@x.cn\n李,,,,\n')).toEqual([1, 1, 0, 0])
    expect(await rows('陈,,13900139000,,\n')).toEqual([0, 0, 0, 1, 'row.phone-in-use'])
    expect(await rows('陈,,13900139000,,\n', '--same-phone')).toEqual([1, 0, 0, 0])
    expect(await rows('陈,,13900139000,,\n周,,13900139000,,\n')).toEqual([1, 0, 1, 0])
    expect(await rows('吴,V9,13800138000,,\n')).toEqual([1, 0, 0, 0])
    expect(await rows('李,V7,13900139000,,\n')).toEqual([0, 1, 0, 0])
  })

  test('--on-match: skip leaves, reject refuses; an empty cell erases nothing', async () => {
    const shop = await openShop()
    const roster = join(shop.folder, 'r.csv')
    writeFileSync(roster, 'name,phone,notes\nWang,13800138000,old\n')
    await take(shop, ['import', 'customers', roster])
    writeFileSync(roster, 'name,phone,notes\nWang,13800138000,new\n')
    expect(await take(shop, ['import', 'customers', roster, '--on-match', 'skip'])).toMatchObject({ unchanged: 1 })
    expect(await take(shop, ['import', 'customers', roster, '--on-match', 'reject'])).toMatchObject({
      rejected: 1,
      errors: [{ code: 'row.matches' }],
    })
    expect(await take(shop, ['import', 'customers', roster])).toMatchObject({ updated: 1 })
    writeFileSync(roster, 'name,phone,notes\nWang,13800138000,\n')
    expect(await take(shop, ['import', 'customers', roster])).toMatchObject({ unchanged: 1 })
    expect((await shop.json('list'))[0].notes).toBe('new')
    await shop.regulars('undo --yes')
    expect((await shop.json('list'))[0].notes).toBe('old')
  })

  test('a balance opens an account, and leaves one that has moved', async () => {
    const shop = await openShop()
    await take(shop, ['import', 'customers', file('account.csv')])
    await shop.regulars('buy 王小明 10 -u')
    expect(await take(shop, ['import', 'customers', file('account.csv')])).toMatchObject({
      unchanged: 2,
      warnings: [
        {
          lines: [2],
          code: 'row.account-open',
          message: '#1 has an account already (owes ¥138.00); owes ¥128.00 was not taken',
        },
      ],
    })
  })

  test('rejected rows come out as a file that can be mended and imported', async () => {
    const shop = await openShop()
    const bad = join(shop.folder, 'bad.csv')
    await take(shop, ['import', 'customers', file('twins.csv'), '--rejects', bad])
    const text = readFileSync(bad, 'utf8')
    expect(text.split('\n')[0]).toBe('line,reason,姓名,手机')
    expect(text.split('\n').length).toBe(4)
    expect(await take(shop, ['import', 'customers', bad])).toMatchObject({ rows: 2, rejected: 2, unknownColumns: [] })
    expect(await take(shop, ['import', 'customers', bad, '--same-phone'])).toMatchObject({ created: 2 })
    expect(
      (
        await take(shop, [
          'import',
          'customers',
          file('twins.csv'),
          '--rejects',
          join(shop.folder, 'none.csv'),
          '--dry-run',
        ])
      ).dryRun,
    ).toBe(true)
    expect(existsSync(join(shop.folder, 'none.csv'))).toBe(false)
  })

  test('--dry-run says and exits as the real run, and changes nothing; - reads standard input', async () => {
    const shop = await openShop()
    const stdin = readFileSync(file('twins.csv'))
    const dry = await shop.regulars('import customers - --dry-run', { stdin })
    expect(dry.exit).toBe(3)
    expect(dry.out).toContain('standard input: UTF-8, comma, first row is the header, 3 rows')
    expect(dry.out).toContain('new 1   updated 0   unchanged 0   rejected 2   (1+0+0+2 = 3)')
    expect(await shop.json('list')).toEqual([])
    const ran = await shop.regulars('import customers - --lang zh', { stdin })
    expect([ran.exit, ran.out]).toEqual([
      3,
      '已导入：新增 1，更新 0，不变 0，退回 2。等级已排好。撤销：regulars undo 1\n',
    ])
    expect(ran.err).toContain('标准输入：UTF-8，逗号')
    expect(ran.err).toContain('第 2、3 行手机相同、姓名不同：张伟/刘敏；是一家人请加 --same-phone')
    const quiet = await shop.regulars('import customers - --quiet', { stdin })
    expect([quiet.exit, quiet.out, quiet.err]).toEqual([
      3,
      '',
      'standard input: 2 of 3 rows rejected: lines 2, 3 have one phone and different names: 张伟, 刘敏; a family: ' +
        '--same-phone, or a card each (2 rows, the first on line 2)\n',
    ])
  })

  test('a file that is read while it changes, and a new ledger', async () => {
    const shop = await openShop(false)
    const own = join(shop.folder, 'own.csv')
    copyFileSync(file('plain.csv'), own)
    const ran = await shop.regulars(['import', 'customers', own])
    expect([ran.exit, ran.err.split('\n')[0]]).toEqual([0, `New ledger: ${shop.db}`])
    expect(statSync(shop.db).mode & 0o777).toBe(0o600)
  })
})

describe('purchases', () => {
  async function wang(): Promise<Shop> {
    const shop = await openShop()
    await shop.regulars('add 王小明 --phone 13800138000 --code 007')
    return shop
  }

  test.each<[string, [number, number, number, number], string?]>([
    ['till.csv', [7, 0, 0, 0]],
    ['till-unknown.csv', [1, 0, 0, 1]],
    ['till-unknown.csv', [2, 0, 0, 0], '--create-customers'],
    ['till-torn.csv', [1, 0, 0, 3]],
    ['till-torn-new.csv', [0, 0, 0, 2], '--create-customers'],
    ['till-equal.csv', [3, 0, 0, 0]],
    ['till-apart.csv', [3, 0, 0, 0]],
    ['till-future.csv', [1, 0, 0, 0]],
    ['till-owing.csv', [1, 0, 0, 2]],
    ['till-return-too-much.csv', [1, 0, 0, 2]],
    ['till-void-later.csv', [1, 1, 0, 0]],
  ])('%s ends %j %s', async (name, [created, updated, unchanged, rejected], flag) => {
    const shop = await wang()
    const before = await shop.json('list')
    const line = ['import', 'purchases', file(name), ...(flag ? [flag] : [])]
    expect(await take(shop, line)).toMatchObject({ created, updated, unchanged, rejected })
    expect(await take(shop, line)).toMatchObject({
      created: 0,
      updated: 0,
      unchanged: created + updated + unchanged,
      rejected,
      change: null,
    })
    if (created === 0) return
    expect((await shop.regulars('undo --yes')).exit).toBe(0)
    expect([await shop.json('list'), await shop.json('purchases')]).toEqual([before, []])
  })

  test('lines of one receipt, walk-ins, returns and voids', async () => {
    const shop = await wang()
    await take(shop, ['import', 'purchases', file('till.csv')])
    const rows: Record<string, unknown>[] = await shop.json('purchases --from 2026-11-01')
    // What came back is among them: a return, and the refund of R1.
    expect(rows.filter(({ kind }) => kind === 'refund').map(({ amount }) => amount)).toEqual(['8.00', '60.00'])
    expect(
      rows
        .filter(({ kind }) => kind === 'purchase')
        .map(({ ref, amount, cost, refunded, item, void: gone, customerId }: Record<string, unknown>) => [
          ref,
          customerId,
          amount,
          cost,
          refunded,
          item,
          gone,
        ]),
    ).toEqual([
      ['R6', 1, '30.00', null, '0.00', null, true],
      ['R3', null, '12.00', null, '0.00', null, false],
      ['R2', null, '45.00', null, '0.00', null, false],
      ['R1', 1, '188.00', '60.00', '60.00', '竹叶青、茉莉花', false],
    ])
    expect((await shop.json('list'))[0].spent).toBe('120.00')
  })

  test('the same ref with another amount is rejected, or entered anew with --on-match update', async () => {
    const shop = await wang()
    const till = join(shop.folder, 'till.csv')
    const write = (text: string) => writeFileSync(till, `customer,on,amount,ref\n${text}`)
    write('007,2026-11-01,100,R1\n007,2026-11-01,20,R1\n')
    await take(shop, ['import', 'purchases', till])
    write('007,2026-11-01,100,R1\n007,2026-11-01,30,R1\n007,2026-11-02,5,R2\n')
    expect(await take(shop, ['import', 'purchases', till])).toMatchObject({
      created: 1,
      rejected: 2,
      errors: [
        {
          line: 2,
          code: 'row.other-amount',
          message: 'receipt R1 is in the ledger with ¥120.00 (1), here ¥130.00; to replace it: --on-match update',
        },
        { line: 3, code: 'row.other-amount' },
      ],
    })
    expect(await take(shop, ['import', 'purchases', till, '--on-match', 'skip'])).toMatchObject({ unchanged: 3 })
    expect(await take(shop, ['import', 'purchases', till, '--on-match', 'update'])).toMatchObject({
      updated: 2,
      unchanged: 1,
    })
    expect(await take(shop, ['import', 'purchases', till, '--on-match', 'update'])).toMatchObject({
      updated: 0,
      unchanged: 3,
      change: null,
    })
    expect((await shop.json('list'))[0].spent).toBe('135.00')
    await shop.regulars('undo --yes')
    expect((await shop.json('list'))[0].spent).toBe('125.00')
  })

  test('a return lowers what is owed on its purchase', async () => {
    const shop = await wang()
    const till = join(shop.folder, 'till.csv')
    writeFileSync(till, 'code,on,amount,paid,ref,refund_of\n007,2026-11-01,100,40,R1,\n007,2026-11-02,-50,,R2,R1\n')
    await take(shop, ['import', 'purchases', till])
    expect((await shop.json('list'))[0]).toMatchObject({ balance: '10.00', spent: '50.00' })
  })

  test('customers are made from the cell, joined with their first purchase', async () => {
    const shop = await openShop()
    const till = join(shop.folder, 'till.csv')
    writeFileSync(
      till,
      'customer,on,amount\nAnna,2026-05-02,5\nAnna,2026-03-01,5\n13800138000,2026-04-01,7\ncode:V1,2026-04-01,7\n',
    )
    expect(await take(shop, ['import', 'purchases', till, '--create-customers'])).toMatchObject({ created: 4 })
    expect(await take(shop, ['import', 'purchases', till, '--create-customers'])).toMatchObject({ unchanged: 4 })
    const people = await shop.json('list --sort id')
    expect(
      people.map(({ name, joinedOn, phone, code }: Record<string, unknown>) => [name, joinedOn, phone, code]),
    ).toEqual([
      ['Anna', '2026-03-01', null, null],
      ['13800138000', '2026-04-01', '+8613800138000', null],
      ['V1', '2026-04-01', null, 'V1'],
    ])
  })
})

describe.skipIf(!existsSync(data))('real files', () => {
  /** Of the 59 phones of Chinook: one has a country that is none, two have a digit too many or a wrong area. */
  const unreadable = ['+453 3331 9991', '+56 (0)2 635 4444', '+91 0124 39883988']

  test('CDNOW: every purchase, twice, and what the tiers and rates are then', async () => {
    const shop = await openShop()
    const till = join(shop.folder, 'cdnow.csv')
    const rows = readFileSync(join(data, 'CDNOW_sample.txt'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/))
    writeFileSync(
      till,
      `customer,on,amount\n${rows.map(([master, , on, , dollars]) => `${master},${on},${dollars}\n`).join('')}`,
    )
    expect(await take(shop, ['import', 'purchases', till, '--create-customers'])).toMatchObject({
      rows: 6919,
      created: 6919,
    })
    expect(await take(shop, ['import', 'purchases', till, '--create-customers'])).toMatchObject({
      unchanged: 6919,
      change: null,
    })
    expect(await shop.json('classify --today 1998-06-30')).toMatchObject({
      thresholds: { turnover: 4, profit: '88.91' },
      counts: { A: 198, B: 31, C: 2022, D: 106 },
    })
    expect(await shop.json('report stages --today 1998-06-30')).toMatchObject({
      shopGap: 52.75,
      counts: { exploring: 37, forming: 239, stable: 133, declining: 110, lost: 1838 },
    })
    expect(await shop.json('report rates --from 1998-01-01 --to 1998-06-30')).toMatchObject({
      buyersAtStart: 506,
      lost: 202,
    })
  })

  test('a roster in GBK, and phones of 24 countries', async () => {
    const shop = await openShop()
    expect(await take(shop, ['import', 'customers', join(data, 'gbk.csv')])).toMatchObject({
      encoding: 'gb18030',
      rejected: 0,
    })
    const chinook = await take(shop, [
      'import',
      'customers',
      join(data, 'chinook/Customer.csv'),
      '--map',
      'code=CustomerId,name=LastName',
    ])
    expect(chinook).toMatchObject({ rows: 59, rejected: chinook.errors.length })
    expect(chinook.errors.map(({ field, code }: Record<string, string>) => [field, code])).toEqual(
      chinook.errors.map(() => ['phone', 'phone.unreadable']),
    )
    expect(chinook.errors.map(({ value }: { value: string }) => value)).toEqual(unreadable)
    const bought = await take(shop, [
      'import',
      'purchases',
      join(data, 'chinook/Invoice.csv'),
      '--map',
      'customer=CustomerId,amount=Total',
    ])
    expect(bought).toMatchObject({ rows: 412, created: 412 - 7 * unreadable.length })
  })
})

test(
  'the rejects file is begun before anything is written, takes nobody else’s place, and never keeps yesterday’s ' +
    'rows',
  async () => {
    const shop = await openShop()
    const at = (name: string) => join(shop.folder, name)
    writeFileSync(at('bad.csv'), 'name,phone\nOk,13812340000\nBad,12\n')
    writeFileSync(at('good.csv'), 'name,phone\nFine,13812340001\n')
    const refused = await shop.regulars(['import', 'customers', at('bad.csv'), '--rejects', at('nowhere/x.csv')])
    expect(refused).toMatchObject({ exit: 2, err: expect.stringContaining('nowhere/x.csv') })
    expect(await shop.regulars(['import', 'customers', at('bad.csv'), '--rejects', shop.folder])).toMatchObject({
      exit: 2,
    })
    expect(await shop.regulars(['import', 'customers', at('bad.csv'), '--rejects', at('bad.csv')])).toMatchObject({
      exit: 1,
      err:
        `regulars: ${at('bad.csv')} is there already and holds no rejected rows; it was left as it is.\n  Another ` +
        'name: --rejects FILE\n',
    })
    expect(await shop.json('list')).toEqual([])
    expect(readFileSync(at('bad.csv'), 'utf8')).toContain('Bad,12')
    expect((await shop.regulars(['import', 'customers', at('bad.csv'), '--rejects', at('rejected.csv')])).exit).toBe(3)
    expect(readFileSync(at('rejected.csv'), 'utf8')).toMatch(/^line,reason,name,phone\n3,.*,Bad,12\n$/)
    expect((await shop.regulars(['import', 'customers', at('good.csv'), '--rejects', at('rejected.csv')])).exit).toBe(0)
    expect(readFileSync(at('rejected.csv'), 'utf8')).toBe('line,reason,name,phone\n')
  },
)

describe('a file without a header row', () => {
  const text = '王小明,13800138000,1988-05-06\n李秀兰,13900139000,05-06\n'

  test('its columns are asked for; what to type the next time is said', async () => {
    const shop = await openShop('init --lang zh')
    const path = join(shop.folder, '名单.csv')
    writeFileSync(path, text)
    const ran = await shop.regulars(['import', 'customers', path], { keys: '1\n2\n\ny\n', columns: 80 })
    expect(ran.exit).toBe(0)
    expect(ran.err).toContain('没有认得出的表头。各列是什么？')
    expect(ran.err).toContain('第 2 列（13800138000、13900139000）是几号？')
    expect(ran.err).toContain('下次可以直接写：--map name=1,phone=2\n')
    expect(ran.out).toContain('第 1 列→name')
    expect(
      (await shop.json('list')).map(({ name, phone, birthday }: Record<string, unknown>) => [name, phone, birthday]),
    ).toEqual([
      ['王小明', '+8613800138000', null],
      ['李秀兰', '+8613900139000', null],
    ])
    expect(await take(shop, ['import', 'customers', path, '--map', 'name=1,phone=2'])).toMatchObject({ unchanged: 2 })
  })

  test.each([
    [
      'customers',
      'en',
      'no header row that can be read. Its first row: 1 王小明, 2 13800138000, 3 1988-05-06.\n  Say which column is ' +
        'which: --map name=1 (by number)\n',
    ],
    [
      'purchases',
      'zh',
      '标准输入 没有认得出的表头。第一行是：1 王小明、2 13800138000、3 1988-05-06。\n  请写明第几列是什么：--map customer=1,on=3,amount=2\n',
    ],
  ])('%s, %s: elsewhere the error tells how to map by number', async (kind, lang, said) => {
    const shop = await openShop()
    const ran = await shop.regulars(['import', kind, '-', '--lang', lang], { stdin: text })
    expect([ran.exit, ran.out]).toEqual([1, ''])
    expect(ran.err).toContain(said)
  })
})
