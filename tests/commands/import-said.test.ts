import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { copied, openShop, type Shop } from '../shop.ts'

const shopOf = copied(async (init: string) => openShop(init))

function put(shop: Shop, name: string, text: string): string {
  const path = join(shop.folder, name)
  writeFileSync(path, text)
  return path
}

test('--quiet says in one line of which file rows were rejected, how many, and for what mainly', async () => {
  const shop = await shopOf('init --lang zh')
  const rows = [
    ...Array.from({ length: 1200 }, (_, at) => `客${at},,2026-11-01,10`),
    ...['甲', '乙', '丙'].map((name) => `${name},,2026-11-01,一百`),
    '丁,,2026-13-45,10',
  ]
  const path = put(shop, '流水.csv', `客户,手机,日期,金额\n${rows.join('\n')}\n`)
  const ran = await shop.regulars(['import', 'purchases', path, '--create-customers', '--quiet', '--no-classify'])
  expect([ran.exit, ran.out]).toEqual([3, ''])
  expect(ran.err.split('\n')).toHaveLength(2)
  expect(ran.err).toContain(`${path}：1,204 行里退回 4 行：`)
  expect(ran.err).toContain('（3 行，头一行是第 1202 行）')
  expect(ran.err).toContain('（第 1205 行）')
  const preview = await shop.regulars(['import', 'purchases', path, '--create-customers', '--dry-run'], { columns: 80 })
  const lines = preview.out.split('\n')
  // With separators, and neither the counts nor their sum broken at the edge.
  expect(lines.some((line) => line.includes('不变 1,200') && line.includes('退回 4'))).toBe(true)
  expect(preview.out).toMatch(/\+1,200\+4 = 1,204）/)
})

test('the number of a row is the one a spreadsheet shows, whatever line ends its notes have in them', async () => {
  const shop = await shopOf('init --lang en --region CN')
  const note = '"from the fair\nwants tea\r\nmornings"'
  const rows = ['name,phone,notes', `Anna,13800138000,${note}`, '', 'Bert,12,', `Cara,13800138001,${note}`]
  const text = `${rows.join('\n')}\nDora,13,"a\nb"\nEmil,14,\n`
  const path = put(shop, 'roster.csv', text)
  const rejects = join(shop.folder, 'bad.csv')
  const ran = await shop.regulars(['import', 'customers', path, '--json', '--rejects', rejects])
  expect(JSON.parse(ran.out).errors.map(({ line }: { line: number }) => line)).toEqual([4, 6, 7])
  // A file that is broken is looked at in an editor, which counts lines.
  const broken = put(shop, 'broken.csv', `name,phone,notes\nAnna,13800138000,${note}\nBert,13800138001,"a" b\n`)
  const refused = await shop.regulars(['import', 'customers', broken])
  expect(refused.err).toMatch(/line 5\b/)
})

test('rejects of one reason are one line, with whose they are', async () => {
  const shop = await shopOf('init --lang en --region CN')
  const rows = ['Anna,12', 'Bert,13', 'Cara,14', 'Dora,15', 'Emil,16', 'Fritz,17', 'Gina,13800138000,x']
  const path = put(shop, 'roster.csv', `name,phone\n${rows.join('\n')}\n`)
  const { out } = await shop.regulars(['import', 'customers', path, '--dry-run'])
  const [line, ...others] = out.split('\n').filter((one) => one.includes('for the same reason'))
  expect(others).toEqual([])
  expect(line).toContain('line 2 Anna, phone')
  expect(line).toContain('; and 5 more for the same reason: line 3 Bert, line 4 Cara, line 5 Dora, lines 6, 7')
})

test('a column State with states of a country in it is no state of the sale', async () => {
  const shop = await shopOf('init --lang en --region US --currency USD')
  const sales = (heading: string, states: readonly string[]) =>
    `customer,on,amount,${heading}\n${states.map((state, at) => `,2026-11-0${at + 1},10,${state}\n`).join('')}`
  for (const [heading, states] of [
    ['State', ['CA', 'NY', '']],
    ['State', ['Texas', 'New York', 'Oregon']],
    ['Estado', ['SP', 'RJ', 'MG']],
  ] as const) {
    const path = put(shop, 'sales.csv', sales(heading, states))
    expect(await shop.json(['import', 'purchases', path, '--dry-run'])).toMatchObject({ created: 3, rejected: 0 })
  }
  const orders = put(shop, 'orders.csv', sales('State', ['OK', 'paid', 'cancelled']))
  expect(await shop.json(['import', 'purchases', orders, '--dry-run', '--state', 'OK=sale'])).toMatchObject({
    created: 2,
    skipped: [{ reason: 'cancelled', rows: 1 }],
  })
})

test('rejects of two columns are two lines, though both say that a word is none of theirs', async () => {
  const shop = await shopOf('init --lang en --region CN')
  await shop.json('add 王芳')
  const rows = ['王芳,2025-11-01,呼出,怪', '王芳,2025-11-02,怪,接通', '王芳,2025-11-03,怪,接通']
  const path = put(shop, 'calls.csv', `客户,日期,方向,结果\n${rows.join('\n')}\n`)
  const { out } = await shop.regulars(['import', 'contacts', path, '--dry-run'])
  expect(out).toContain('line 2 王芳, 结果: Not an outcome: “怪”')
  expect(out).toContain('line 3 王芳, 方向: Not a direction: “怪”')
  expect(out.match(/for the same reason: line \d+ 王芳/g)).toEqual(['for the same reason: line 4 王芳'])
})

test('a file of prices and quantities without amounts says itself that it is of purchases', async () => {
  const shop = await shopOf('init --lang en --region CN')
  const path = put(shop, 'sales.csv', '姓名,日期,单价,数量\n王芳,2025-11-01,100,2\n')
  await shop.json(['import', path, '--create-customers'])
  expect(await shop.json('purchases')).toMatchObject([{ amount: '200.00' }])
})

test('a heading in Japanese says how the file is written; without one the hint is of the encoding', async () => {
  const shop = await shopOf('init --lang en --region CN')
  const sjis = Buffer.from(
    '8e8196bc2c9364986294d48d862c926190b693fa0a' + '8e52936391be98592c2c313939302f352f360a',
    'hex',
  )
  const japanese = join(shop.folder, 'japanese.csv')
  writeFileSync(japanese, sjis)
  const read = await shop.json(['import', 'customers', japanese, '--dry-run'])
  expect([read.encoding, read.created, Object.keys(read.columns)]).toEqual([
    'shift_jis',
    1,
    ['name', 'phone', 'birthday'],
  ])
  // おなまえ is nobody's heading here: what is read is no text, and that is what the hint says first.
  const unheaded = join(shop.folder, 'unheaded.csv')
  writeFileSync(unheaded, Buffer.from('82a882c882dc82a62c82c582f182ed0a8e5293632c310a', 'hex'))
  const refused = await shop.regulars(['import', 'customers', unheaded])
  expect([refused.exit, refused.out]).toEqual([1, ''])
  expect(refused.err).toContain('Letters nobody can read: --encoding shift-jis')
  const plain = put(shop, 'plain.csv', 'a1,b1\nc1,d1\n')
  expect((await shop.regulars(['import', 'customers', plain])).err).not.toContain('--encoding')
})

test('what is told of several rows, or of what came of them, has its rows behind it', async () => {
  const shop = await shopOf('init --lang en --region CN')
  const roster = put(shop, 'roster.csv', 'name,phone\n李娜,13800138000\n王芳,无\n张伟,-\n')
  const empty = await shop.regulars(['import', 'customers', roster])
  expect(empty.err).toContain('phone: 2 rows say “无” “-”: taken as empty (lines 3, 4)')
  const calls = put(shop, 'calls.csv', 'customer,on,outcome\n王芳女士,2026-11-02,reached\n')
  const made = await shop.regulars(['import', 'contacts', calls, '--create-customers'])
  expect(made.err).toMatch(/王芳女士 #4 and 王芳 #2 may be one: .*merge 4 --into 2 \(line 2\)/)
  const sales = put(shop, 'sales.csv', 'customer,on,amount\n李娜,2026-11-02,5\n陈先生,2026-11-02,7\n')
  const bought = await shop.regulars(['import', 'purchases', sales, '--create-customers'])
  expect(bought.err).toMatch(/line 3.*: 陈先生 may be anybody/)
})
