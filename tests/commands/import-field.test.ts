import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/** Files like those public trouble is about; the suite stands without them, and says so. */
const field = fileURLToPath(new URL('../../../shared/cases/field', import.meta.url))
const here = existsSync(field)
const at = (name: string) => join(field, name)

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects of the JSON
async function take(shop: Shop, kind: string, text: string, ...flags: string[]): Promise<any> {
  const path = text.includes('\n') ? join(shop.folder, 'file.csv') : at(text)
  if (text.includes('\n')) writeFileSync(path, text)
  const ran = await shop.regulars(['import', kind, path, '--json', ...flags])
  if (ran.out === '') return { exit: ran.exit, error: JSON.parse(ran.err.slice(ran.err.indexOf('{'))).error }
  const value = JSON.parse(ran.out)
  const left = value.skipped.reduce((sum: number, { rows }: { rows: number }) => sum + rows, 0)
  expect(value.created + value.updated + value.unchanged + left + value.rejected).toBe(value.rows)
  return { ...value, exit: ran.exit, err: ran.err }
}

async function sales(shop: Shop, ...columns: string[]): Promise<string[][]> {
  const rows = parse((await shop.regulars('export purchases --format csv')).out, { columns: true }) as Record<
    string,
    string
  >[]
  return rows.map((row) => columns.map((column) => row[column] ?? ''))
}

const create = '--create-customers'
const shareOf = ({ walletShare, wallet_share }: Record<string, unknown>) => String(walletShare ?? wallet_share)

describe.skipIf(!here)('files from the field (skipped where ../shared is missing)', () => {
  test.each<[string, (shop: Shop) => Promise<void>]>([
    [
      'F01 states in English',
      async (shop) => {
        const value = await take(shop, 'purchases', '01-orders-status-en.csv', create)
        expect(value.skipped.map(({ reason, rows }: Record<string, unknown>) => [reason, rows])).toEqual([
          ['failed', 1],
          ['not-paid', 1],
          ['cancelled', 1],
        ])
        expect(value.errors).toMatchObject([{ line: 7, code: 'row.part-unknown' }])
        expect(await sales(shop, 'amount')).toEqual([['10.00'], ['20.00'], ['-20.00']])
      },
    ],
    [
      'F02 states in Chinese',
      async (shop) => {
        await take(shop, 'purchases', '02-orders-status-zh.csv', create)
        expect(await sales(shop, 'name', 'amount')).toEqual([
          ['甲一', '10.00'],
          ['丙三', '30.00'],
          ['丙三', '-30.00'],
        ])
      },
    ],
    [
      'F03 a customer beside a phone or a card',
      async (shop) => {
        await take(shop, 'customers', '03-roster-two-same-name.csv')
        expect(await take(shop, 'purchases', '03-till-customer-and-phone.csv')).toMatchObject({
          created: 1,
          rejected: 1,
        })
        await take(shop, 'purchases', '03-till-customer-and-code.csv')
        expect(
          (await shop.json('purchases')).map(({ ref, customerId }: Record<string, unknown>) => [ref, customerId]),
        ).toEqual([
          ['P3', 2],
          ['P1', 2],
        ])
      },
    ],
    [
      'F04 new people with phones',
      async (shop) => {
        await take(shop, 'purchases', '04-till-new-people-with-phones.csv', create)
        expect(
          (await shop.json('list --sort id')).map(({ name, phone }: Record<string, string>) => [name, phone]),
        ).toEqual([
          ['Cy Doe', '+8613800138000'],
          ['Cy Doe', '+8613900139000'],
        ])
      },
    ],
    [
      'F05 F06 F08 columns for one thing',
      async (shop) => {
        await take(shop, 'purchases', '05-sales-price-quantity-total.csv', create)
        await take(shop, 'purchases', '06-sales-list-off-received.csv', create)
        await take(shop, 'purchases', '08-sales-unit-cost.csv', create)
        expect(await sales(shop, 'amount', 'discount', 'cost', 'paid')).toEqual([
          ['50.00', '', '', '50.00'],
          ['80.00', '20.00', '', '80.00'],
          ['75.00', '', '30.00', '75.00'],
        ])
      },
    ],
    [
      'F07 a mobile and a landline',
      async (shop) => {
        await take(shop, 'customers', '07-roster-mobile-and-landline.csv')
        expect(
          (await shop.json('list --sort id')).map(({ phone, notes }: Record<string, string>) => [phone, notes]),
        ).toEqual([
          ['+861062345678', null],
          ['+8613800138000', '电话 021-62345678'],
        ])
      },
    ],
    [
      'F09 the balance as it is printed',
      async (shop) => {
        await take(shop, 'customers', '09-own-list-balance.csv')
        expect((await shop.json('list --sort id')).map(({ balance }: Record<string, string>) => balance)).toEqual([
          '50.00',
          '-30.00',
        ])
      },
    ],
    [
      'F10 in and out',
      async (shop) => {
        await take(shop, 'purchases', '10-wallet-in-and-out.csv', create, '--map', 'customer=交易对方,ref=交易单号')
        expect(await sales(shop, 'name', 'amount')).toEqual([
          ['王小明', '28.00'],
          ['李四', '50.00'],
          ['李四', '-50.00'],
        ])
      },
    ],
    [
      'F11 on account',
      async (shop) => {
        await take(shop, 'purchases', '11-sales-on-account.csv', create)
        expect(
          (await shop.json('balances')).map(({ name, balance }: Record<string, string>) => [name, balance]),
        ).toEqual([
          ['王小明', '100.00'],
          ['李四', '80.00'],
        ])
      },
    ],
    [
      'F12 a decimal comma',
      async (shop) => {
        await take(shop, 'purchases', '12-sales-point-for-thousands.csv', create)
        expect(await sales(shop, 'amount')).toEqual([['1234.56'], ['12.50'], ['3000.00']])
      },
    ],
    [
      'F13 F14 F15 F16 F17 rows that are nobody, and columns without a header',
      async (shop) => {
        expect(await take(shop, 'customers', '13-roster-total-row.csv')).toMatchObject({
          created: 2,
          skipped: [{ reason: 'total', rows: 1 }],
        })
        expect(await take(shop, 'purchases', '14-till-total-with-date.csv')).toMatchObject({
          created: 2,
          skipped: [{ reason: 'total', rows: 1, sum: '70.00' }],
        })
        expect(await take(shop, 'customers', '15-roster-title-word.csv')).toMatchObject({ rows: 1, unchanged: 1 })
        const aside = await shop.regulars(['import', 'customers', at('16-roster-column-without-header.csv')])
        expect(aside.err).toContain('column 3 (owes 300 …) has no header: not imported')
        expect(await take(shop, 'customers', '17-roster-header-again.csv')).toMatchObject({
          skipped: [{ reason: 'header-again', rows: 1 }],
        })
        const names = (await shop.json('list')).map(({ name }: { name: string }) => name)
        expect(names.filter((name: string) => /合计|姓名/.test(name))).toEqual([])
      },
    ],
    [
      'F18 F19 F20 F21 F22 what Excel shows is what is read',
      async (shop) => {
        await take(shop, 'purchases', '18-workbook-date1904-true.xlsx', create)
        expect(await sales(shop, 'on')).toEqual([['2026-11-01']])
        await take(shop, 'customers', '19-workbook-percent.xlsx')
        expect((await shop.json('export customers --format json')).map(shareOf)).toEqual(
          expect.arrayContaining(['85', '100']),
        )
        await take(shop, 'customers', '20-workbook-code-00000.xlsx', '--same-phone')
        expect(await take(shop, 'purchases', '20-till-code.csv')).toMatchObject({ rejected: 0 })
        expect((await shop.json('show code:00007')).code).toBe('00007')
        await take(shop, 'customers', '21-workbook-birthday-month-day.xlsx', '--same-phone')
        const births = (await shop.json('list --sort id')).map(({ birthday }: Record<string, string>) => birthday)
        expect(births.filter(Boolean)).toEqual(['05-06', '12-25', '1988-05-06'])
        const value = await take(shop, 'customers', '22-workbook-errors-and-uncached.xlsx', '--same-phone')
        const told = [...value.errors, ...value.warnings].map(({ code }: { code: string }) => code)
        expect(told).toEqual(expect.arrayContaining(['row.uncalculated', 'row.sheet-error']))
      },
    ],
    [
      'F30 F31 F32 F33 F34 F47 readable files that were called damaged, hidden sheets, charts, folded cards',
      async (shop) => {
        for (const [name, people] of [
          ['30-workbook-cells-without-address.xlsx', null],
          ['31-workbook-hidden-first-sheet.xlsx', ['Ann']],
          ['32-workbook-empty-first-sheet.xlsx', ['Ann']],
          ['33-workbook-three-sheets.xlsx', ['Ann 1']],
          ['34-workbook-chart-tab-first.xlsx', ['Ann']],
          ['47-card-folded-inside-character.vcf', ['王小明']],
        ] as const) {
          const value = await take(shop, 'customers', name)
          expect(value, name).toMatchObject({ created: 1, rejected: 0 })
          expect(value.err, name).not.toMatch(/MaxListeners/)
          const [one] = await shop.json('list')
          if (people) expect([one.name], name).toEqual(people)
          else expect(one.balance).toBe('-88.50')
          await shop.regulars('undo --yes')
        }
      },
    ],
    [
      'F23 F24 numbers a spreadsheet broke, names of nothing',
      async (shop) => {
        expect(await take(shop, 'purchases', '23-till-refs-e-notation.csv', create)).toMatchObject({
          exit: 1,
          rejected: 2,
          errors: [{ code: 'row.spreadsheet' }, {}],
        })
        expect(await take(shop, 'customers', '24-roster-names-of-nothing.csv')).toMatchObject({ exit: 1, rejected: 5 })
      },
    ],
    [
      'F25 F26 names that look alike, ="…"',
      async (shop) => {
        await take(shop, 'customers', '25-roster-padded-names.csv')
        expect(await take(shop, 'purchases', '25-till-plain-names.csv')).toMatchObject({ created: 3, rejected: 0 })
        await take(shop, 'customers', '26-roster-equals-quoted.csv')
        expect((await shop.json('list')).at(-1)).toMatchObject({})
        expect((await shop.json('show code:007')).name).toBe('Ann Lee')
      },
    ],
    [
      'F29 births to come',
      async (shop) => {
        const value = await take(shop, 'customers', '29-roster-birthday-to-come.csv')
        expect(value).toMatchObject({ created: 2, warnings: [{ code: 'birthday.future', rows: 2 }] })
        expect((await shop.json('list')).map(({ birthday }: Record<string, unknown>) => birthday)).toEqual([null, null])
      },
    ],
    [
      'F35 F36 F37 F38 what stands above the header, names in two columns',
      async (shop) => {
        await take(shop, 'purchases', '35-bill-preamble.csv', create)
        expect(await sales(shop, 'name', 'amount', 'ref')).toEqual([
          ['王小明', '28.00', 'B1'],
          ['李四', '50.00', 'B2'],
        ])
        for (const [name, flags] of [
          ['36-roster-title-line.csv', []],
          ['37-roster-sep-line.csv', ['--same-phone']],
          ['38-roster-first-and-last.csv', ['--same-phone']],
        ] as const)
          expect(await take(shop, 'customers', name, ...flags), name).toMatchObject({ rejected: 0, created: 1 })
        expect((await shop.json('list')).map(({ name }: { name: string }) => name)).toContain('Ann Lee')
      },
    ],
    [
      'F39 F40 kinds by other words, masked phones',
      async (shop) => {
        await take(shop, 'customers', '39-roster-customer-type.csv')
        expect(await take(shop, 'customers', '40-roster-masked-phones.csv')).toMatchObject({
          created: 1,
          warnings: [{ code: 'row.masked-phone' }],
        })
        expect(
          (await shop.json('list --sort id')).map(({ kind, phone, notes }: Record<string, unknown>) => [
            kind,
            phone,
            notes,
          ]),
        ).toEqual([
          ['person', '+8613800138000', null],
          ['firm', '+8613900139000', null],
          ['person', null, '138****8000'],
        ])
      },
    ],
    [
      'F41 F43 days in every form, and with a zone',
      async (shop) => {
        await take(shop, 'purchases', '41-till-day-forms.csv', create)
        await take(shop, 'purchases', '43-till-utc-times.csv', create)
        expect(await sales(shop, 'on')).toEqual([['2026-11-15'], ...Array.from({ length: 6 }, () => ['2026-11-01'])])
      },
    ],
    [
      'F42 an empty cell too many',
      async (shop) => {
        expect(await take(shop, 'customers', '42-roster-empty-cell-too-many.csv')).toMatchObject({
          created: 2,
          rejected: 0,
        })
      },
    ],
    [
      'F44 F45 a blank customer of a receipt, nobody by other names',
      async (shop) => {
        await take(shop, 'purchases', '44-receipt-lines-blank-customer.csv', create)
        expect(await sales(shop, 'name', 'amount')).toEqual([['Ann', '90.00']])
        await take(shop, 'purchases', '45-till-walk-in-words.csv', create)
        expect((await shop.json('list')).length).toBe(1)
      },
    ],
    [
      'F46 missed calls',
      async (shop) => {
        await shop.regulars('add Ann')
        await take(shop, 'contacts', '46-calls-missed.csv')
        expect(
          (await shop.json('contacts')).map(({ direction, outcome }: Record<string, string>) => [direction, outcome]),
        ).toEqual([
          ['in', 'reached'],
          ['in', 'no-answer'],
        ])
      },
    ],
  ])('%s', async (_, run) =>
    run(await openShop('init --name Shop --currency CNY --region CN --timezone Asia/Shanghai')),
  )

  test('F27 F28 phones of Germany', async () => {
    const shop = await openShop('init --name Shop --currency EUR --region DE --timezone Europe/Berlin')
    await take(shop, 'customers', '27-phones-germany.csv')
    expect((await shop.json('list --sort id')).map(({ phone }: Record<string, string>) => phone)).toEqual([
      '+49775591155',
      '+491711234562',
    ])
    const other = await openShop('init --name Shop --currency EUR --region DE --timezone Europe/Berlin')
    await take(other, 'customers', '28-phones-with-slash-de.csv')
    expect((await other.json('list --sort id')).map(({ phone }: Record<string, string>) => phone)).toEqual([
      '+49301234567',
      '+491711234563',
    ])
    const chinese = await openShop('init --name Shop --currency CNY --region CN --timezone Asia/Shanghai')
    expect(await take(chinese, 'customers', '28-phones-with-slash.csv')).toMatchObject({ rejected: 0 })
    expect((await chinese.json('list --sort id'))[0]).toMatchObject({ phone: '+861062345678' })
  })

  test('F12 an amount that can be two is not taken from the keyboard either', async () => {
    const shop = await openShop('init --name Shop --currency CNY --region CN --timezone Asia/Shanghai')
    await shop.regulars('add X')
    expect((await shop.regulars('pay X 1.500')).exit).not.toBe(0)
  })
})

describe('kinds of them', () => {
  const shopOf = () => openShop('init --name Shop --currency CNY --region CN --timezone Asia/Shanghai')

  test.each<[string, string, 0 | 1 | 3, Record<string, unknown>]>([
    [
      'a receipt of which one line is bad stays as it was',
      'ref,name,on,amount\nR1,Ann,2026-11-01,100\nR1,Ann,2026-11-01,bad\n',
      1,
      { rejected: 2 },
    ],
    [
      'with the bad line first too',
      'ref,name,on,amount\nR1,Ann,2026-11-01,bad\nR1,Ann,2026-11-01,100\n',
      1,
      { rejected: 2 },
    ],
    [
      'its lines apart too',
      'ref,name,on,amount\nR1,Ann,2026-11-01,100\nR2,Ann,2026-11-01,1\nR1,Ann,2026-11-01,bad\n',
      3,
      { rejected: 2, created: 1 },
    ],
  ])('%s', async (_, text, exit, expected) => {
    const shop = await shopOf()
    await take(shop, 'purchases', 'ref,name,on,amount\nR1,Ann,2026-11-01,100\nR1,Ann,2026-11-01,50\n', create)
    const value = await take(shop, 'purchases', text, '--on-match', 'update')
    expect([value.exit, value]).toEqual([exit, expect.objectContaining(expected)])
    expect(new Set(value.errors.map(({ code }: { code: string }) => code))).toEqual(
      new Set(['row.other-part', 'money.unreadable']),
    )
    expect((await sales(shop, 'ref', 'amount')).filter(([ref]) => ref === 'R1')).toEqual([['R1', '150.00']])
  })

  test.each<[string, string, string[], string, string]>([
    [
      'a point before three digits',
      'customer,on,amount\nA,2026-11-01,1.500\n',
      [],
      'roster.open-money',
      '--decimal point',
    ],
    ['days that can be both', 'customer,on,amount\nA,01/02/2026,5\n', [], 'roster.open-days', '--dates dmy'],
    [
      '折扣 8.5, of which nothing says whether it is money or a part left to pay',
      '客户,日期,单价,数量,折扣\n甲,2026-11-01,100,2,8.5\n',
      [],
      'roster.open-discount',
      '--map discount=折扣',
    ],
  ])(
    '%s: nothing is entered until it is said, and the advice can be followed',
    async (_, text, flags, code, advice) => {
      const shop = await shopOf()
      const refused = await take(shop, 'purchases', text, create, ...flags)
      expect([refused.exit, refused.error.code]).toEqual([1, code])
      expect(refused.error.hint).toContain(advice)
      expect(await sales(shop, 'amount')).toEqual([])
      expect(await take(shop, 'purchases', text, create, ...advice.split(' '))).toMatchObject({
        created: 1,
        rejected: 0,
      })
    },
  )

  test.each<[string, string, string[][], number]>([
    ['one day that can only be month first decides', '11/15/2026\n01/02/2026', [['2026-11-15'], ['2026-01-02']], 0],
    ['points are never month first', '01.02.2026\n', [['2026-02-01']], 0],
    ['two-digit years', '15.11.26\n1.2.26', [['2026-11-15'], ['2026-02-01']], 0],
    [
      'a column that writes both ways rejects what can be either',
      '15/11/2026\n11/16/2026\n2026-11-01',
      [['2026-11-01']],
      2,
    ],
    ['the same day either way', '01/01/2026\n', [['2026-01-01']], 0],
  ])('days: %s', async (_, days, expected, rejected) => {
    const shop = await shopOf()
    const text = `customer,on,amount\n${days
      .trim()
      .split('\n')
      .map((day, line) => `A,${day},${line + 1}`)
      .join('\n')}\n`
    expect(await take(shop, 'purchases', text, create)).toMatchObject({ rejected })
    expect(await sales(shop, 'on')).toEqual(expected)
  })

  test.each<[string, string, Record<string, string>[] | null, string]>([
    [
      '实收 beside 应收: what was due, and what of it was paid',
      '客户,日期,应收金额,实收金额\n甲,2026-11-01,100,80\n',
      [{ amount: '100.00', paid: '80.00' }],
      '',
    ],
    ['a price times a quantity', '客户,日期,单价,数量\n甲,2026-11-01,12.5,3\n', [{ amount: '37.50' }], ''],
    [
      'amounts that contradict are rejected row by row',
      '客户,日期,单价,数量,金额\n甲,2026-11-01,10,3,30\n甲,2026-11-02,10,3,99\n',
      [{ amount: '30.00' }],
      'row.disagrees',
    ],
    [
      'an amount before the discount beside one after it',
      '客户,日期,单价,数量,优惠,金额\n甲,2026-11-01,100,2,10,190\n甲,2026-11-02,100,2,10,200\n',
      [{ amount: '190.00', discount: '10.00' }],
      'row.disagrees',
    ],
    [
      '抹零 is money, however little',
      '客户,日期,单价,数量,抹零\n甲,2026-11-01,100,2,0.5\n',
      [{ amount: '199.50', discount: '0.50' }],
      '',
    ],
    [
      '折扣 with a nought in it is money off',
      '客户,日期,单价,数量,折扣\n甲,2026-11-01,100,2,5\n乙,2026-11-02,100,2,0\n',
      [{ amount: '195.00' }, { amount: '200.00' }],
      '',
    ],
    ['折扣率 8.5 is a part', '客户,日期,单价,数量,折扣率\n甲,2026-11-01,100,2,8.5\n', [{ amount: '170.00' }], ''],
    [
      'on account by a word of state',
      '客户,日期,金额,状态\n甲,2026-11-01,30,赊账\n',
      [{ amount: '30.00', paid: '0.00' }],
      '',
    ],
    [
      'a part handed back, with its figure',
      '客户,日期,金额,状态,退款金额,单号\n甲,2026-11-01,30,部分退款,10,S1\n',
      [{ amount: '30.00' }, { amount: '-10.00' }],
      '',
    ],
    [
      'the shop’s own spending is no sale',
      '客户,日期,金额,收/支\n甲,2026-11-01,30,收入\n乙,2026-11-01,70,支出\n',
      [{ amount: '30.00', name: '甲' }],
      '',
    ],
    [
      'State in an address is none of an order',
      'Name,Date,Amount,City,State\nAnn,2026-11-01,5,Springfield,IL\n',
      [{ amount: '5.00' }],
      '',
    ],
  ])('columns: %s', async (_, text, rows, code) => {
    const shop = await shopOf()
    const value = await take(shop, 'purchases', text, create)
    const names = Object.keys(rows?.[0] ?? {})
    expect(await sales(shop, ...names)).toEqual(rows?.map((row) => names.map((name) => row[name] ?? '')))
    expect(value.errors.map((one: { code: string }) => one.code)).toEqual(code === '' ? [] : [code])
  })

  test('unknown words of state are rejected, named once with count and sum, and taken by --all-states', async () => {
    const shop = await shopOf()
    const text =
      '客户,日期,金额,状态,单号\n甲,2026-11-01,30,秘密,1\n乙,2026-11-01,12,秘密,2\n丙,2026-11-01,5,已完成,3\n丁,2026-11-01,5,,4\n'
    const path = join(shop.folder, 'f.csv')
    writeFileSync(path, text)
    const ran = await shop.regulars(['import', 'purchases', path, create])
    expect(ran.err).toContain('状态 “秘密”: 2 rows ¥42.00; --state 秘密=sale|owed|refund|skip')
    expect(ran.err).toContain('状态 is empty: taken as a sale')
    expect(await take(shop, 'purchases', text, create, '--state', '秘密=owed')).toMatchObject({
      created: 2,
      unchanged: 2,
      rejected: 0,
    })
    expect((await shop.json('balances')).length).toBe(2)
    const other = await shopOf()
    expect(await take(other, 'purchases', text, create, '--all-states')).toMatchObject({ created: 4, rejected: 0 })
  })

  test('on a terminal the words are asked for', async () => {
    const shop = await shopOf()
    const path = join(shop.folder, 'f.csv')
    writeFileSync(path, '客户,日期,金额,状态\n甲,2026-11-01,30,秘密\n')
    const ran = await shop.regulars(['import', 'purchases', path, create], { keys: '1\ny\n', columns: 100 })
    expect(ran.err).toContain('状态 “秘密” (1 row): 1 sale')
    expect(ran.exit).toBe(0)
    expect(await sales(shop, 'amount')).toEqual([['30.00']])
  })

  test('two sales alike but for the hour are two, in a file that overlaps too', async () => {
    const shop = await shopOf()
    await take(shop, 'purchases', 'customer,on,amount\nA,2026-11-01 10:00,5\nA,2026-11-01 11:00,5\n', create)
    expect(
      await take(shop, 'purchases', 'customer,on,amount\nA,2026-11-01 11:00,5\nA,2026-11-01 15:00,5\n', create),
    ).toMatchObject({
      created: 1,
      unchanged: 1,
    })
  })

  test('a card, a phone and a name that contradict each other', async () => {
    const shop = await shopOf()
    await shop.regulars('add 王芳 --code V1 --phone 13800138000')
    await shop.regulars('add 李娜 --code V2 --phone 13900139000')
    const text =
      'code,phone,name,on,amount\nV1,,王芳,2026-11-01,1\nV1,,李娜,2026-11-01,2\n,13900139000,王芳,2026-11-01,3\n,' +
      '13700137000,王芳,2026-11-01,4\n'
    const value = await take(shop, 'purchases', text)
    expect(value.errors.map(({ line, code }: Record<string, unknown>) => [line, code])).toEqual([
      [3, 'row.contradicts'],
      [4, 'row.contradicts'],
      [5, 'customer.not-found'],
    ])
    expect(value.created).toBe(1)
  })

  test('no column of customers: all walk-ins, and that is said', async () => {
    const shop = await shopOf()
    expect(await take(shop, 'purchases', '日期,金额\n2026-11-01,5\n')).toMatchObject({
      created: 1,
      warnings: [{ code: 'row.all-walk-in' }],
    })
    expect(await take(shop, 'purchases', '日期,金额\n2026-11-02,5\n', '--walk-in')).toMatchObject({
      created: 1,
      warnings: [],
    })
  })

  test('--as-of dates openings; --refunds-alone enters a refund of a sale nobody knows; --header-row', async () => {
    const shop = await shopOf()
    await take(shop, 'customers', 'name,owes\nAnn,50\n', '--as-of', '2026-09-01')
    expect((await shop.json('balances'))[0]).toMatchObject({ oldestOn: '2026-09-01' })
    const back = 'customer,on,amount,refund_of\nAnn,2026-11-01,-5,R9\n'
    expect(await take(shop, 'purchases', back)).toMatchObject({ exit: 1, errors: [{ code: 'row.no-purchase' }] })
    expect(await take(shop, 'purchases', back, '--refunds-alone')).toMatchObject({
      created: 1,
      warnings: [{ code: 'row.refund-alone' }],
    })
    expect(await take(shop, 'customers', 'x,y\nname,phone\nBea,13800138000\n', '--header-row', '2')).toMatchObject({
      rows: 1,
      created: 1,
    })
  })
})
