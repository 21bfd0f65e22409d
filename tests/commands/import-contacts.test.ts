import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

const customers =
  'name,code,phone,birthday\n王小明,V1,13800138000,\n李秀兰,V2,13900139000,\n赵国庆,,13700137000,\n王芳,,,05-06\n王芳,,,07-08\n'

async function shopOf(): Promise<Shop> {
  const shop = await openShop()
  await shop.json('import customers - --no-classify', { stdin: customers })
  return shop
}

const take = (shop: Shop, stdin: string, flags = '') => shop.json(`import contacts - ${flags}`, { stdin })
const contacts = async (shop: Shop) =>
  (await shop.json('contacts')).map(
    ({ customerId, on, direction, channel, outcome, about, note, nextOn }: Record<string, unknown>) => [
      customerId,
      on,
      direction,
      channel,
      outcome,
      about,
      note,
      nextOn,
    ],
  )

test('contacts with every column, and with only what is needed', async () => {
  const shop = await shopOf()
  await shop.regulars('edit 2 --channel wechat')
  const value = await take(
    shop,
    `customer,on,direction,channel,outcome,about,note,next
V1,2026-11-01,in,visit,interested,"birthday,debt",试喝竹叶青,2026-11-30
李秀兰,2026/11/02 18:30,,,,,,
id:3,20261103,in,,,,,
`,
  )
  expect(value).toMatchObject({
    file: '-',
    encoding: 'utf-8',
    delimiter: ',',
    rows: 3,
    created: 3,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    errors: [],
    warnings: [],
  })
  expect(value.change).toBeGreaterThan(0)
  expect(await contacts(shop)).toEqual([
    [3, '2026-11-03', 'in', 'call', 'wants-reply', null, null, null],
    [2, '2026-11-02', 'out', 'wechat', 'reached', null, null, null],
    [1, '2026-11-01', 'in', 'visit', 'interested', ['birthday', 'debt'], '试喝竹叶青', '2026-11-30'],
  ])
})

test('Chinese headers and words, simplified and traditional', async () => {
  const shop = await shopOf()
  for (const [header, person] of [
    ['客户姓名,联系日期,方向,联系方式,结果,缘由,备注,下次联系', '王小明'],
    ['客戶姓名,聯繫日期,方向,聯繫方式,結果,緣由,備註,下次聯繫', '李秀兰'],
  ]) {
    expect(
      await take(shop, `${header}\n${person},2026年11月1日,客户来,上门,没接,生日、欠款未清,无,2026-11-30\n`),
    ).toMatchObject({
      created: 1,
      rejected: 0,
      unknownColumns: [],
    })
  }
  expect(await contacts(shop)).toEqual(
    [2, 1].map((id) => [id, '2026-11-01', 'in', 'visit', 'no-answer', ['birthday', 'debt'], null, '2026-11-30']),
  )
})

test.each([
  ['呼入', 'in'],
  ['来电', 'in'],
  ['Outgoing', 'out'],
  ['out', 'out'],
])('direction %s is %s', async (typed, direction) => {
  const shop = await shopOf()
  await take(shop, `customer,on,direction\nV1,2026-11-01,${typed}\n`)
  expect((await contacts(shop))[0]?.[2]).toBe(direction)
})

test.each<[what: string, row: string, fault: Record<string, unknown>, english: string, chinese: string]>([
  ['nobody', ',2026-11-01,,,,,,', { field: 'customer', code: 'row.missing' }, 'customer is empty', '没写客户'],
  [
    'a walk-in',
    '散客,2026-11-01,,,,,,',
    { field: 'customer', value: '散客', code: 'row.missing' },
    'customer is empty',
    '没写客户',
  ],
  [
    'somebody unknown',
    '钱七,2026-11-01,,,,,,',
    { field: 'customer', value: '钱七', code: 'customer.not-found' },
    'No customer',
    '钱七',
  ],
  [
    'several of a name',
    '王芳,2026-11-01,,,,,,',
    { field: 'customer', value: '王芳', code: 'row.several' },
    'fits several customers: #4, #5',
    '对得上好几位：#4、#5',
  ],
  [
    'part of a name',
    '小明,2026-11-01,,,,,,',
    { field: 'customer', value: '小明', code: 'customer.not-found' },
    '小明',
    '小明',
  ],
  ['no day', 'V1,,,,,,,', { field: 'on', value: '', code: 'row.missing' }, 'on is empty', '没写日期'],
  [
    'a day that is none',
    'V1,2026-02-30,,,,,,',
    { field: 'on', value: '2026-02-30', code: 'day.impossible' },
    '2026-02-30',
    '2026-02-30',
  ],
  [
    'an unknown channel',
    'V1,2026-11-01,,pigeon,,,,',
    { field: 'channel', value: 'pigeon', code: 'usage.bad-choice' },
    'pigeon',
    'pigeon',
  ],
  [
    'an unknown outcome',
    'V1,2026-11-01,,,maybe,,,',
    { field: 'outcome', value: 'maybe', code: 'usage.bad-choice' },
    'maybe',
    'maybe',
  ],
  [
    'an unknown reason',
    'V1,2026-11-01,,,,weather,,',
    { field: 'about', value: 'weather', code: 'usage.bad-choice' },
    'weather',
    'weather',
  ],
  [
    'next before it',
    'V1,2026-11-01,,,,,,2026-10-01',
    { field: 'next', value: '2026-10-01', code: 'day.next-first' },
    '2026-10-01',
    '2026-10-01',
  ],
  ['more cells than headers', 'V1,2026-11-01,,,,,,,x', { code: 'row.too-many-cells' }, '9 cells', '9 格'],
])('%s is rejected', async (_, row, fault, english, chinese) => {
  const shop = await shopOf()
  const stdin = `customer,on,direction,channel,outcome,about,note,next\n${row}\n`
  for (const [lang, message] of [
    ['en', english],
    ['zh', chinese],
  ]) {
    const ran = await shop.regulars(`import contacts - --json --lang ${lang}`, { stdin })
    expect(ran.exit).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({
      change: null,
      rows: 1,
      created: 0,
      rejected: 1,
      errors: [{ line: 2, ...fault, message: expect.stringContaining(message ?? '') }],
    })
  }
  expect(await contacts(shop)).toEqual([])
})

test('a day to come is taken with a warning', async () => {
  const shop = await shopOf()
  expect(await take(shop, 'customer,on,outcome\nV1,2026-12-01,\n')).toMatchObject({
    created: 1,
    warnings: [{ lines: [2], rows: 1, field: 'on', code: 'row.future' }],
  })
  expect(await contacts(shop)).toEqual([])
  expect((await shop.json('contacts --today 2026-12-01')).length).toBe(1)
})

test('the same file twice changes nothing, also shuffled, also one contact three times a day', async () => {
  const shop = await shopOf()
  const rows = [
    'V1,2026-11-01,,没接,',
    'V1,2026-11-01,,没接,',
    'V1,2026-11-01,,,说好了',
    'V2,2026-11-01,,,',
    'V1,2026-11-02,,,',
  ]
  const file = (lines: readonly string[]) => `customer,on,direction,outcome,note\n${lines.join('\n')}\n`
  expect(await take(shop, file(rows))).toMatchObject({ created: 5, unchanged: 0 })
  const before = await contacts(shop)
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: 1 }), async (some) => {
      expect(await take(shop, file(some))).toMatchObject({
        change: null,
        rows: some.length,
        created: 0,
        updated: 0,
        unchanged: some.length,
        rejected: 0,
      })
    }),
    { numRuns: 20 },
  )
  expect(await contacts(shop)).toEqual(before)
  expect(await take(shop, file([...rows, 'V1,2026-11-01,,没接,']))).toMatchObject({ created: 1, unchanged: 5 })
})

test('a contact entered by hand is known again; what the file says of it is written, and undone with it', async () => {
  const shop = await shopOf()
  await shop.regulars('done 1 --on 2026-11-01 -c call -n 聊过')
  const before = await contacts(shop)
  expect(await take(shop, 'customer,on,outcome,note,next\nV1,2026-11-01,interested,,2026-11-30\n')).toMatchObject({
    created: 0,
    updated: 1,
  })
  expect(await contacts(shop)).toEqual([[1, '2026-11-01', 'out', 'call', 'interested', null, '聊过', '2026-11-30']])
  await shop.json('undo --yes')
  expect(await contacts(shop)).toEqual(before)
})

test.each([
  ['skip', { unchanged: 1, rejected: 0 }],
  ['reject', { unchanged: 0, rejected: 1, errors: [{ code: 'row.matches' }] }],
])('--on-match %s leaves it as it is', async (what, counts) => {
  const shop = await shopOf()
  await shop.regulars('done 1 --on 2026-11-01 -c call -n 聊过')
  const before = await contacts(shop)
  const ran = await shop.regulars(`import contacts - --json --on-match ${what}`, {
    stdin: 'customer,on,note\nV1,2026-11-01,别的\n',
  })
  expect(JSON.parse(ran.out)).toMatchObject({ change: null, created: 0, updated: 0, ...counts })
  expect(await contacts(shop)).toEqual(before)
})

test('rejects go into a file that can be mended and imported; a dry run writes nothing', async () => {
  const shop = await shopOf()
  const rejects = join(shop.folder, 'bad.csv')
  const stdin = 'customer,on,note\nV1,2026-11-01,"a ""b"""\n钱七,2026-11-02,x\n'
  expect((await shop.regulars(`import contacts - --dry-run --json`, { stdin })).exit).toBe(3)
  expect(await contacts(shop)).toEqual([])
  expect((await shop.regulars(`import contacts - --rejects ${rejects}`, { stdin })).exit).toBe(3)
  expect(readFileSync(rejects, 'utf8')).toMatch(/^line,reason,customer,on,note\n3,.*,钱七,2026-11-02,x\n$/)
  writeFileSync(rejects, readFileSync(rejects, 'utf8').replaceAll('钱七', 'V2'))
  expect(await shop.json(['import', 'contacts', rejects])).toMatchObject({ created: 1, rejected: 0 })
})

test('an export of contacts comes back as the same contacts', async () => {
  const shop = await shopOf()
  await shop.regulars([
    'done',
    '1',
    '--on',
    '2026-11-01',
    '-n',
    '=1+1',
    '--about',
    'birthday',
    '--gift',
    '茶',
    '--campaign',
    '双十一',
  ])
  await shop.regulars('done 1 2 3 --in -c wechat --next 2026-12-01')
  const { out } = await shop.regulars('export contacts --format csv')
  expect(await take(shop, out)).toMatchObject({ change: null, unchanged: 4, rejected: 0 })
})

test('no tiers are sorted, and the log says what it was', async () => {
  const shop = await shopOf()
  const { change } = await take(shop, 'customer,on\nV1,2026-11-01\n')
  expect((await shop.json('log -l 1'))[0]).toMatchObject({ change, command: 'import contacts', facts: { created: 1 } })
  expect((await shop.regulars('log -l 1')).out).toContain('import of contacts: 1 new, 0 updated')
  expect((await shop.regulars('log -l 1 --lang zh')).out).toContain('导入联系记录：')
})

test.each([
  ['contacts', 'phone,name,on,note\n13600136000,钱七,2026-11-02,问新茶\n13600136000,钱七,2026-11-03,\n', 'contacts'],
  ['surveys', 'phone,name,on,perceived\n13600136000,钱七,2026-11-02,5\n13600136000,钱七,2026-11-03,4\n', null],
])(
  'import %s: who is not known is rejected with the way to make them, or made as of the first',
  async (kind, csv, list) => {
    const shop = await shopOf()
    const rejected = await shop.regulars(`import ${kind} -`, { stdin: csv })
    expect([rejected.exit, rejected.err]).toEqual([1, expect.stringContaining('--create-customers')])
    expect(await shop.json(`import ${kind} - --create-customers`, { stdin: csv })).toMatchObject({
      created: 2,
      rejected: 0,
    })
    expect(await shop.json('show 钱七')).toMatchObject({ phone: '+8613600136000', joinedOn: '2026-11-02' })
    expect(await shop.json('list')).toHaveLength(6)
    if (list) expect(await shop.json(`${list} 钱七`)).toHaveLength(2)
    expect(await shop.json(`import ${kind} - --create-customers`, { stdin: csv })).toMatchObject({ unchanged: 2 })
    await shop.json('undo --yes')
    expect(await shop.json('list')).toHaveLength(5)
  },
)

test.each([
  [
    'Datum;Kunde;Richtung;Kontaktart;Ergebnis;Notiz;Wiedervorlage\n' +
      '01.11.2026;张三;ausgehend;Telefon;nicht erreicht;a;\n' +
      '15.11.2026;张三;eingehend;E-Mail;interessiert;b;16.12.2026\n',
  ],
  [
    'date,client,sens,canal,résultat,remarque,relance\n2026-11-01,张三,sortant,téléphone,pas de réponse,a,\n' +
      '2026-11-15,张三,entrant,courriel,intéressé,b,2026-12-16\n',
  ],
  [
    '日付,顧客名,方向,連絡方法,結果,備考,次回連絡日\n2026/11/01,张三,発信,電話,不在,a,\n' +
      '2026/11/15,张三,着信,メール,関心あり,b,2026/12/16\n',
  ],
  [
    'Date;Client;Type d’appel;Canal;Résultat;Commentaire;Relance\n01/11/2026;张三;Appel sortant;appel;injoignable;a;\n' +
      '15/11/2026;张三;Appel entrant;courriel;intéressé;b;16/12/2026\n',
  ],
])('contacts in other languages mean what they say', async (csv) => {
  const shop = await shopOf()
  await shop.regulars('add 张三')
  expect(await shop.json('import contacts -', { stdin: csv })).toMatchObject({ created: 2, rejected: 0, warned: 0 })
  expect(
    (await shop.json('contacts 张三')).map(
      ({ on, direction, channel, outcome, note, nextOn }: Record<string, string>) =>
        [on, direction, channel, outcome, note, nextOn].join(' '),
    ),
  ).toEqual(['2026-11-15 in email interested b 2026-12-16', '2026-11-01 out call no-answer a '])
})

test('a missed call of a French or German telephone is no talk', async () => {
  const shop = await shopOf()
  await shop.regulars('add 张三')
  const calls = 'Datum;Kunde;Anrufart\n13.11.2026;张三;Verpasster Anruf\n14.11.2026;张三;ausgehend\n'
  expect(await shop.json('import contacts -', { stdin: calls })).toMatchObject({ created: 2, rejected: 0 })
  expect((await shop.json('contacts 张三')).map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    'reached',
    'no-answer',
  ])
})
