import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Row } from '../../../src/ledger/import/file/csv.ts'
import { openSheet, openWorkbook, sheetRows } from '../../../src/ledger/import/file/xlsx/workbook.ts'
import { openShop } from '../../shop.ts'
import { type Cell, workbook, zip } from '../../workbook.ts'

function saved(bytes: Buffer | string): string {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'book.xlsx')
  writeFileSync(path, bytes)
  return path
}

async function readWorkbook(path: string, file: string, asked: string | null) {
  const sheet = await openSheet(await openWorkbook(path, file), asked)
  const rows: Row[] = []
  for await (const some of sheetRows(sheet)) rows.push(...some)
  return { sheet: sheet.name, others: sheet.others, rows }
}

const cellsOf = async (cells: readonly Cell[], options = {}) =>
  (await readWorkbook(saved(workbook({ One: [cells] }, options)), 'book.xlsx', null)).rows[0]?.cells

test.each<[what: string, cell: Cell, text: string]>([
  ['text', '王小明', '王小明'],
  ['text with markup', 'A & <B>', 'A & <B>'],
  ['blanks around it', '  茶 ', '茶'],
  ['a phone as a number', 13812345678, '13812345678'],
  ['a phone stored with an exponent', { value: '1.3812345678E10', format: 0 }, '13812345678'],
  ['a phone shown as 1.38E+10 is stored whole', { value: 13812345678, format: 11 }, '13812345678'],
  ['a code that lost its zeros', 7, '7'],
  ['an amount', 88.5, '88.5'],
  ['an amount as binary fractions leave it', { value: '88.400000000000006', format: 2 }, '88.4'],
  ['a sum as binary fractions leave it', { value: '0.30000000000000004', format: 0 }, '0.3'],
  ['a small number', { value: '1E-7', format: 0 }, '0.0000001'],
  ['a negative amount', -12.3, '-12.3'],
  ['a percentage', { value: 0.4, format: 9 }, '40%'],
  ['a percentage in full', { value: 0.855, format: 9 }, '85.5%'],
  ['a percentage as binary fractions leave it', { value: 0.07, format: 10 }, '7%'],
  ['a code with noughts', { value: 7, format: '00000' }, '00007'],
  ['a code with noughts and letters', { value: 42, format: '"VIP-"0000' }, 'VIP-0042'],
  ['a phone in groups', { value: 13812345678, format: '000-0000-0000' }, '138-1234-5678'],
  ['a number longer than its noughts', { value: 123456, format: '0000' }, '123456'],
  ['money', { value: 1288, format: '"¥"#,##0.00' }, '1288'],
  ['true', true, 'TRUE'],
  ['a day, m/d/yy', { value: 46347, format: 14 }, '2026-11-21'],
  ['a day, yyyy年m月d日', { value: 46347, format: 'yyyy"年"m"月"d"日"' }, '2026-11-21'],
  ['a day in the built-in Chinese format', { value: 46347, format: 31 }, '2026-11-21'],
  ['a day in a locale', { value: 46347, format: '[$-804]yyyy\\-mm\\-dd;@' }, '2026-11-21'],
  ['a day and a time', { value: 46347.75, format: 22 }, '2026-11-21 18:00:00'],
  ['a time just before midnight', { value: 46347.999988, format: 22 }, '2026-11-21 23:59:59'],
  ['a time alone', { value: 0.5, format: 20 }, '12:00:00'],
  ['a day of 1958', { value: 21312, format: 14 }, '1958-05-07'],
  ['nothing', null, ''],
])('%s', async (_, cell, text) => {
  expect(await cellsOf(['before', cell, 'after'])).toEqual(['before', text, 'after'])
})

test('days of a workbook that counts from 1904', async () => {
  expect(await cellsOf([{ value: 44885, format: 14 }], { epoch1904: true })).toEqual(['2026-11-21'])
})

test('days do not depend on the zone of the computer', async () => {
  const { TZ } = process.env
  onTestFinished(() => void Object.assign(process.env, { TZ }))
  for (const zone of ['Asia/Shanghai', 'America/Los_Angeles', 'Pacific/Kiritimati']) {
    process.env['TZ'] = zone
    expect(await cellsOf([{ value: 46347, format: 14 }])).toEqual(['2026-11-21'])
  }
})

test('rows keep the numbers Excel shows; empty ones are none', async () => {
  const { rows } = await readWorkbook(
    saved(workbook({ One: [null, ['name'], [null, null], null, ['王小明', null]] })),
    'book.xlsx',
    null,
  )
  expect(rows).toEqual([
    { line: 2, cells: ['name'], kinds: 't' },
    { line: 5, cells: ['王小明'], kinds: 't' },
  ])
})

const two = { 会员: [['甲']], '03': [['乙']], 'A & B': [['丙']] }

test.each([
  [null, '会员', '甲'],
  ['会员', '会员', '甲'],
  ['1', '会员', '甲'],
  ['03', '03', '乙'],
  ['3', 'A & B', '丙'],
  [' a & b', 'A & B', '丙'],
])('sheet %s is %s', async (asked, sheet, cell) => {
  expect(await readWorkbook(saved(workbook(two)), 'book.xlsx', asked)).toEqual({
    sheet,
    others: ['会员', '03', 'A & B'].filter((other) => other !== sheet),
    rows: [{ line: 1, cells: [cell], kinds: 't' }],
  })
})

test.each(['4', '0', '客户', ''])('an unknown sheet %s names those there are', async (asked) => {
  await expect(readWorkbook(saved(workbook(two)), 'book.xlsx', asked)).rejects.toMatchObject({
    code: 'roster.no-sheet',
    facts: { file: 'book.xlsx', asked, sheets: ['会员', '03', 'A & B'] },
  })
})

const whole = workbook({ One: [['name'], ['王小明']] })

/** The same with other bytes somewhere. */
function withBytes(bytes: Buffer, at: number, hex: string): Buffer {
  const changed = Buffer.from(bytes)
  Buffer.from(hex, 'hex').copy(changed, at)
  return changed
}

test.each([
  ['no zip', Buffer.from('PK\x03\x04 and then nothing of the kind')],
  ['empty', Buffer.alloc(0)],
  ['with a directory beyond its end', withBytes(whole, whole.length - 6, 'f0ffffff')],
  ['a zip of something else', zip([['readme.xml', '<a/>']])],
  ['cut off', whole.subarray(0, whole.length - 30)],
  ['cut in the middle', Buffer.concat([whole.subarray(0, 400), whole.subarray(700)])],
  [
    'a workbook without its sheets',
    zip([['xl/workbook.xml', '<workbook><sheets><sheet name="One" r:id="rId1"/></sheets></workbook>']]),
  ],
])('%s is no workbook', async (_, bytes) => {
  await expect(readWorkbook(saved(bytes), 'book.xlsx', null)).rejects.toMatchObject({ code: 'roster.broken-workbook' })
})

/** With the sizes its directory and its first header give replaced. */
function lying(bytes: Buffer, size: number): Buffer {
  const changed = Buffer.from(bytes)
  changed.writeUInt32LE(size, 22)
  changed.writeUInt32LE(size, changed.indexOf('PK\x01\x02', 'latin1') + 24)
  return changed
}

test('a workbook that unpacks to far more than its size is refused by its directory, whatever the file', async () => {
  for (const name of ['xl/workbook.xml', 'xl/media/image1.bin', 'XL/OTHER.XML']) {
    const bomb = zip([[name, Buffer.alloc(60_000_000, 32)]])
    expect(bomb.length).toBeLessThan(1_000_000)
    await expect(readWorkbook(saved(bomb), 'book.xlsx', null)).rejects.toMatchObject({
      code: 'roster.large-workbook',
      facts: { limit: 'ratio', most: 200 },
    })
  }
})

test('one that says it is smaller than it is is damaged, and is not unpacked further than it says', async () => {
  const bytes = lying(zip([['xl/workbook.xml', Buffer.alloc(60_000_000, 32)]]), 10)
  await expect(readWorkbook(saved(bytes), 'book.xlsx', null)).rejects.toMatchObject({ code: 'roster.broken-workbook' })
})

test('a workbook of many sheets wakes no warning of Node’s', async () => {
  const shop = await openShop()
  const path = join(shop.folder, 'c.xlsx')
  const rows = [
    ['name', 'phone'],
    ['Ann', '13800138000'],
  ]
  writeFileSync(path, workbook(Object.fromEntries(Array.from({ length: 14 }, (_, nth) => [`S${nth}`, rows]))))
  const warned: Error[] = []
  const hear = (warning: Error) => warned.push(warning)
  process.on('warning', hear)
  try {
    expect((await shop.regulars(`import customers ${path} --sheet S3`)).exit).toBe(0)
    // Warnings come a turn later.
    await new Promise(setImmediate)
  } finally {
    process.off('warning', hear)
  }
  expect(warned).toEqual([])
})
