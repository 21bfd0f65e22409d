import { execFileSync, spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'
import { type Cell, rawWorkbook, workbook, zip } from '../workbook.ts'

const members: (Cell[] | null)[] = [
  ['会员名单'],
  null,
  ['姓名', '手机', '生日', '入会日期', '余额', '皮肤'],
  ['王小明', 13800138000, '农历四月十八', { value: 46347.75, format: 22 }, 72.5, '干性'],
  ['李秀兰', '13900139000', { value: 32269, format: 14 }, { value: 45000, format: 31 }, null, null],
  ['张伟', 12345, null, null, null, null],
]

const cards = `BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=B0=8F=E6=98=8E;;;
TEL;CELL:138-0013-8000
TEL;HOME:021-63291234
BDAY:1988-05-06
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:李秀兰
TEL;type=CELL:13900139000
NICKNAME:兰姐
CATEGORIES:老客,竹叶青
TITLE:Chef
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:张伟
TEL;VALUE=uri:tel:10086
END:VCARD
`

test('a workbook: days, numeric phones, a title above the header; the same twice changes nothing', async () => {
  const shop = await openShop()
  const path = join(shop.folder, 'members.csv')
  writeFileSync(path, workbook({ 会员: members, 空: [] }))
  const ran = await shop.regulars(['import', 'customers', path, '--json'])
  expect(ran.exit).toBe(3)
  expect(JSON.parse(ran.out)).toMatchObject({
    file: path,
    encoding: 'xlsx',
    delimiter: null,
    sheet: '会员',
    columns: { name: '姓名', phone: '手机', birthday: '生日', joined: '入会日期', credit: '余额' },
    unknownColumns: ['皮肤'],
    rows: 3,
    created: 2,
    rejected: 1,
    errors: [{ line: 6, field: 'phone', value: '12345', code: 'phone.unreadable' }],
  })
  expect(await shop.json('show 王小明')).toMatchObject({
    phone: '+8613800138000',
    birthday: 'lunar:04-18',
    joinedOn: '2026-11-21',
    balance: '-72.50',
  })
  expect(await shop.json('show 李秀兰')).toMatchObject({
    phone: '+8613900139000',
    birthday: '1988-05-06',
    joinedOn: '2023-03-15',
  })
  expect(JSON.parse((await shop.regulars(['import', 'customers', path, '--json'])).out)).toMatchObject({
    change: null,
    unchanged: 2,
    rejected: 1,
  })
})

test('a workbook from standard input, of another sheet', async () => {
  const shop = await openShop()
  const stdin = workbook({ One: [['name'], ['A']], Two: [['name'], ['B'], ['C']] })
  expect(await shop.json('import customers - --sheet two', { stdin })).toMatchObject({
    file: '-',
    sheet: 'Two',
    created: 2,
  })
  expect(await shop.json('import customers - --sheet 1', { stdin })).toMatchObject({ sheet: 'One', created: 1 })
})

test('purchases and contacts of a workbook', async () => {
  const shop = await openShop()
  const day = { value: 46347, format: 'yyyy"年"m"月"d"日"' }
  const stdin = workbook({
    till: [
      ['会员', '消费时间', '实收', '商品'],
      ['王小明', day, 128, '竹叶青'],
      [null, day, { value: '88.400000000000006', format: 2 }, '茶'],
    ],
    calls: [
      ['客户', '日期', '备注'],
      ['王小明', day, '好'],
    ],
  })
  expect(await shop.json('import purchases - --create-customers', { stdin })).toMatchObject({ created: 2 })
  expect((await shop.json('purchases')).map(({ on, amount }: Record<string, string>) => [on, amount])).toEqual([
    ['2026-11-21', '88.40'],
    ['2026-11-21', '128.00'],
  ])
  expect(await shop.json('import contacts - --sheet calls', { stdin })).toMatchObject({ created: 1 })
})

test('cards of a phone: each a row with the line it begins on', async () => {
  const shop = await openShop()
  const ran = await shop.regulars('import customers - --json', { stdin: cards })
  expect(ran.exit).toBe(3)
  expect(JSON.parse(ran.out)).toMatchObject({
    encoding: 'utf-8',
    delimiter: null,
    sheet: null,
    unknownColumns: ['title'],
    rows: 3,
    created: 2,
    rejected: 1,
    warnings: [{ lines: [1], field: 'phone', code: 'row.second-phone' }],
    errors: [{ line: 16, field: 'phone', value: '10086', code: 'phone.unreadable' }],
  })
  expect(await shop.json('show 王小明')).toMatchObject({
    phone: '+8613800138000',
    birthday: '1988-05-06',
    notes: 'other phone +862163291234',
  })
  expect(await shop.json('show 李秀兰')).toMatchObject({
    phone: '+8613900139000',
    called: '兰姐',
    tags: ['老客', '竹叶青'],
  })
  expect(JSON.parse((await shop.regulars('import customers - --json', { stdin: cards })).out)).toMatchObject({
    change: null,
    unchanged: 2,
    rejected: 1,
  })
  expect(
    await shop.json('import customers - --keep-unknown --map notes=title', {
      stdin: cards.replace('10086', '13700137000'),
    }),
  ).toMatchObject({
    created: 1,
    updated: 1,
  })
})

test('what was rejected of a workbook or of cards is a CSV to mend and import', async () => {
  for (const stdin of [workbook({ 会员: members }), Buffer.from(cards)]) {
    const shop = await openShop()
    const rejects = join(shop.folder, 'bad.csv')
    await shop.regulars(['import', 'customers', '-', '--rejects', rejects], { stdin })
    const bad = readFileSync(rejects, 'utf8')
    expect(bad.split('\n')).toHaveLength(3)
    writeFileSync(rejects, bad.replace(/(,)(12345|10086)(,|$)/m, '$113700137000$3'))
    expect(await shop.json(['import', 'customers', rejects])).toMatchObject({ created: 1, rejected: 0 })
    expect(await shop.json('list')).toHaveLength(3)
  }
})

test('an export of cards comes back as the same customers', async () => {
  const shop = await openShop()
  await shop.json([
    'add',
    '王小明',
    '--phone',
    '13800138000',
    '--called',
    '王哥',
    '--birthday',
    '农历四月十八',
    '--email',
    'a@b.cn',
    '--wechat',
    'wxm',
    '--company',
    '茶铺',
    '--address',
    '成都市春熙路1号, 3楼',
    '--tag',
    '老客',
    '--note',
    '喜欢; 竹叶青\\',
  ])
  await shop.json('add 茶业公司 --kind firm --phone 02163291234 --birthday 05-06')
  const { out } = await shop.regulars('export customers --format vcf')
  expect(await shop.json('import customers -', { stdin: out })).toMatchObject({ change: null, rows: 2, unchanged: 2 })
  const other = await openShop()
  expect(await other.json('import customers -', { stdin: out })).toMatchObject({ created: 2 })
  const plain = (rows: Record<string, unknown>[]) => rows.map(({ joinedOn: _, lastContactOn: __, ...row }) => row)
  expect(plain(await other.json('list'))).toEqual(plain(await shop.json('list')))
})

test.each<[what: string, stdin: Buffer, flags: string, exit: number, code: string, english: string, chinese: string]>([
  [
    'a sheet that is not there',
    workbook({ One: [['name']], Two: [['name']] }),
    '--sheet 3',
    1,
    'roster.no-sheet',
    'standard input has no sheet “3”.',
    '标准输入 里没有工作表“3”。',
  ],
  [
    'a sheet of a text',
    Buffer.from('name\nA\n'),
    '--sheet 1',
    1,
    'roster.no-sheet',
    '--sheet: standard input is no workbook',
    '--sheet：标准输入 不是 Excel 文件',
  ],
  [
    'an old workbook',
    Buffer.from('d0cf11e0a1b11ae1000000000000', 'hex'),
    '',
    1,
    'roster.old-workbook',
    'old Excel format (.xls)',
    '旧版 Excel 格式（.xls）',
  ],
  [
    'a page called a workbook',
    Buffer.from('<html><table><tr><td>name'),
    '',
    1,
    'roster.old-workbook',
    'a web page that is called a workbook',
    '叫作工作簿的网页',
  ],
  [
    'a workbook with a password',
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    '',
    1,
    'roster.protected',
    'protected by a password',
    '设了密码',
  ],
  [
    'a zip of something else',
    zip([['a.xml', '<a/>']]),
    '',
    1,
    'roster.broken-workbook',
    'no Excel workbook',
    '不是能读的 Excel 文件',
  ],
  ['an empty sheet', workbook({ One: [] }), '', 1, 'roster.empty', 'is empty', '是空的'],
  [
    'cards cut off',
    Buffer.from('BEGIN:VCARD\nFN:A\n'),
    '',
    1,
    'roster.broken-card',
    'line 1: a card does not end',
    '第 1 行',
  ],
])('%s', async (_, stdin, flags, exit, code, english, chinese) => {
  const shop = await openShop()
  for (const [lang, said] of [
    ['en', english],
    ['zh', chinese],
  ] as const) {
    const ran = await shop.regulars(`import customers - --json --lang ${lang} ${flags}`, { stdin })
    expect(ran.exit).toBe(exit)
    expect(JSON.parse(ran.err).error).toMatchObject({ code, message: expect.stringContaining(said) })
  }
  expect(await shop.json('list')).toEqual([])
})

test.each([
  ['en', workbook({ VIP: [['name'], ['A']] }), 'standard input: Excel, sheet “VIP”\n'],
  ['zh', workbook({ 老客: [['name'], ['A']] }), '标准输入：Excel 工作表“老客”\n'],
  ['en', Buffer.from(cards), 'standard input: vCard, UTF-8\n'],
  ['zh', Buffer.from(cards), '标准输入：vCard 通讯录，UTF-8\n'],
])('in %s, what was found is said', async (lang, stdin, said) => {
  const shop = await openShop()
  expect((await shop.regulars(`import customers - --lang ${lang}`, { stdin })).err).toContain(said)
})

test('what is read once, a pipe or <(command), is taken like standard input', async () => {
  const shop = await openShop()
  const [fifo, file] = [join(shop.folder, 'pipe'), join(shop.folder, 'a.csv')]
  writeFileSync(file, 'name,phone\nAnn,13800138000\n')
  execFileSync('mkfifo', [fifo])
  const writer = spawn('sh', ['-c', 'cat "$1" > "$2"', 'sh', file, fifo])
  expect(await shop.json(['import', 'customers', fifo])).toMatchObject({ file: fifo, rows: 1, created: 1 })
  await new Promise((ended) => (writer.exitCode === null ? writer.on('exit', ended) : ended(null)))
})

test.each(['customers', 'all'])(
  'import %s of a folder, or of a file one may not read: what it is, exit 2',
  async (kind) => {
    const shop = await openShop()
    const closed = join(shop.folder, 'closed.csv')
    writeFileSync(closed, 'name\nAnn\n', { mode: 0o000 })
    const [folder, unread] = [
      await shop.regulars(['import', kind, shop.folder]),
      await shop.regulars(['import', kind, closed]),
    ]
    const firstLine = (err: string) => err.split('\n')[0]
    expect([folder.exit, firstLine(folder.err)]).toEqual([
      2,
      `regulars: ${shop.folder} is a folder; name a file in it.`,
    ])
    // Whoever runs as root may read everything.
    if (process.getuid?.() !== 0)
      expect([unread.exit, firstLine(unread.err)]).toEqual([
        2,
        `regulars: You may not read ${closed}: see who owns it.`,
      ])
    expect(firstLine((await shop.regulars(['import', kind, shop.folder, '--lang', 'zh'])).err)).toBe(
      `regulars: ${shop.folder} 是文件夹，请写明里面的文件。`,
    )
  },
)

test('what a phone cell says beside the number goes to the notes, once, and is told', async () => {
  const shop = await openShop('init --region CN')
  const path = join(shop.folder, 'p.csv')
  const cells = [
    '010-12345678 ext 5',
    '028-87654321转8001',
    '028-87654322-8001',
    '(028)87654323',
    '13800138000(妈妈)',
    '电话：13800138001',
    '+86 138-0013-8002',
  ]
  writeFileSync(path, `name,phone\n${cells.map((cell, at) => `C${at},${cell}`).join('\n')}\n`)
  const done = await shop.json(['import', 'customers', path])
  expect(done.warnings).toEqual([
    {
      code: 'row.phone-words',
      field: 'phone',
      rows: 4,
      lines: [2, 3, 4, 6],
      message: `more than a phone; “${cells[0]}” went to the notes`,
    },
  ])
  const people = await shop.json('list --sort id')
  expect(people.map(({ phone, notes }: Record<string, string>) => [phone, notes])).toEqual([
    ['+861012345678', cells[0]],
    ['+862887654321', cells[1]],
    ['+862887654322', cells[2]],
    ['+862887654323', null],
    ['+8613800138000', cells[4]],
    ['+8613800138001', null],
    ['+8613800138002', null],
  ])
  expect(await shop.json(['import', 'customers', path])).toMatchObject({ change: null, unchanged: 7 })
  expect((await shop.regulars(['import', 'customers', path, '--lang', 'zh'])).err).toContain(
    '不只是号码，“010-12345678 ext 5”原样记入备注；同样原因还有 3 行：第 3 行 028-87654321转8001',
  )
})

test('a file whose encoding is a guess says so, with the first names as they are read; a wish settles it', async () => {
  const shop = await openShop()
  const stdin = Buffer.from('name,code\nJörg Müller,1\nKäthe Groß,2\nAnn Lee,3\nBjörn Weiß,4\n', 'latin1')
  const told =
    'its encoding is a guess: windows-1252, so that it says “Jörg Müller”, “Käthe Groß”, “Björn Weiß” (another: ' +
    '--encoding NAME)'
  const preview = await shop.regulars('import customers - --dry-run --lang en', { stdin })
  expect(preview.out).toContain(told)
  expect((await shop.regulars('import customers - --dry-run --lang zh', { stdin })).out).toContain(
    '编码是猜的：windows-1252',
  )
  const ran = await shop.regulars('import customers - --lang en', { stdin })
  expect(ran.err).toContain(told)
  expect((await shop.json('list')).map(({ name }: { name: string }) => name).toSorted()).toEqual([
    'Ann Lee',
    'Björn Weiß',
    'Jörg Müller',
    'Käthe Groß',
  ])
  const wished = await shop.regulars('import customers - --encoding windows-1252 --lang en', { stdin })
  expect(wished.err).not.toContain('guess')
})

test.each([
  ['en', 'line 2: a row of more than 4,000,000 characters'],
  ['zh', '第 2 行：一行超过 4,000,000 个字'],
])('a row without end names the limit, %s', async (lang, said) => {
  const shop = await openShop()
  const ran = await shop.regulars(`import customers - --lang ${lang}`, {
    stdin: Buffer.from(`name,phone\n${'x'.repeat(4_100_000)}`),
  })
  expect(ran.exit).toBe(1)
  expect(ran.err).toContain(said)
  const book = rawWorkbook('<row r="2000000"><c><v>1</v></c></row>')
  const large = await shop.regulars(`import customers - --lang ${lang}`, { stdin: book })
  expect(large.exit).toBe(1)
  expect(large.err).toContain('1,048,576')
})
