import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openShop } from '../shop.ts'
import { rawWorkbook, workbook } from '../workbook.ts'

const text = (at: string, said: string) => `<c r="${at}" t="inlineStr"><is><t>${said}</t></is></c>`
const number = (at: string, value: number | string) => `<c r="${at}"><v>${value}</v></c>`
const formula = (at: string, said: string) => `<c r="${at}"><f>${said}</f></c>`
const error = (at: string, said: string) => `<c r="${at}" t="e"><v>${said}</v></c>`
const row = (at: number, ...cells: string[]) => `<row r="${at}">${cells.join('')}</row>`

async function taken(kind: 'customers' | 'purchases' | 'contacts', bytes: Buffer, ...flags: string[]) {
  const shop = await openShop()
  const path = join(shop.folder, 'book.xlsx')
  writeFileSync(path, bytes)
  const ran = await shop.regulars(['import', kind, path, '--json', ...flags])
  const value = ran.out === '' ? { refused: ran.err } : JSON.parse(ran.out)
  return { shop, value, exported: (await shop.regulars(`export ${kind} --format csv`)).out.trim().split('\n').slice(1) }
}

const heads = (...words: string[]) => row(1, ...words.map((word, at) => text(`${String.fromCharCode(65 + at)}1`, word)))

test('a formula never calculated and an error are no text: what is needed rejects, else it is left out', async () => {
  const sheet = [
    heads('name', 'credit', 'notes'),
    row(2, text('A2', 'Ann'), formula('B2', 'C2*2')),
    row(3, text('A3', 'Bea'), error('B3', '#N/A')),
    row(4, formula('A4', 'Z1'), number('B4', 5)),
    row(5, text('A5', 'Cy'), number('B5', 7), error('C5', '#REF!')),
  ]
  const { value, exported } = await taken('customers', rawWorkbook(sheet.join('')))
  expect(value.errors.map(({ line, code, field }: Record<string, unknown>) => [line, code, field])).toEqual([
    [2, 'row.uncalculated', 'credit'],
    [3, 'row.sheet-error', 'credit'],
    [4, 'row.uncalculated', 'name'],
  ])
  expect(value.warnings).toMatchObject([{ code: 'row.sheet-error', field: 'notes', rows: 1 }])
  expect(exported).toHaveLength(1)
  expect(exported[0]).toMatch(/^Cy,/)
  expect(exported[0]).not.toContain('#REF')
})

test('nor are they the amount, the day, the item or the state of a sale', async () => {
  const sheet = [
    heads('date', 'customer', 'amount', 'item', 'status'),
    row(2, text('A2', '2026-11-01'), text('B2', 'Ann'), formula('C2', '1+1'), text('D2', 'tea')),
    row(3, error('A3', '#VALUE!'), text('B3', 'Ann'), number('C3', 5)),
    row(4, text('A4', '2026-11-01'), text('B4', 'Ann'), number('C4', 5), formula('D4', 'X1')),
    row(5, text('A5', '2026-11-01'), text('B5', 'Bea'), number('C5', 6), text('D5', 'cup'), error('E5', '#N/A')),
    row(6, text('A6', '合计'), formula('C6', 'SUM(C2:C5)')),
  ]
  const { value, exported } = await taken('purchases', rawWorkbook(sheet.join('')), '--create-customers')
  expect(value).toMatchObject({ created: 1, rejected: 3, skipped: [{ reason: 'total', rows: 1 }] })
  expect(exported).toEqual(['2026-11-01,,,Ann,5.00,,,,,,5.00,,,,,,,owner'])
})

test('a number of a workbook is read as one: never open, and with a point beside texts with commas', async () => {
  const open = await taken(
    'purchases',
    workbook({
      S: [
        ['date', 'customer', 'amount'],
        ['2026-11-01', 'Ann', 1.2],
        ['2026-11-02', 'Bea', 1200],
      ],
    }),
    '--create-customers',
  )
  expect(open.exported.map((line) => line.split(',')[4])).toEqual(['1.20', '1200.00'])
  const three = await taken(
    'customers',
    workbook({
      S: [
        ['name', 'credit'],
        ['Ann', 1.234],
      ],
    }),
  )
  expect(three.value).toMatchObject({ created: 0, rejected: 1, errors: [{ code: 'money.too-precise' }] })
  const mixed = [
    ['date', 'customer', 'amount'],
    ['2026-11-01', 'Ann', '12,50'],
    ['2026-11-02', 'Bea', 7.25],
    ['2026-11-03', 'Cy', '1.200'],
  ]
  const comma = await taken('purchases', workbook({ S: mixed }), '--create-customers')
  expect(comma.exported.map((line) => line.split(',')[4])).toEqual(['12.50', '7.25', '1200.00'])
})

test('a birthday whose year the owner does not see has none', async () => {
  const cell = (value: number, format: string) => ({ value, format })
  const { exported } = await taken(
    'customers',
    workbook({
      S: [
        ['name', 'birthday'],
        ['Ann', cell(46_148, 'm"月"d"日"')],
        ['Cal', cell(32_269, 'yyyy-mm-dd')],
      ],
    }),
  )
  expect(exported.map((line) => line.split(',')[9])).toEqual(['05-06', '1988-05-06'])
})

test('an amount merged over a receipt’s lines stands once, also as a text; a merged name is one customer', async () => {
  const sheet = (amount: string) =>
    `<sheetData>${[
      heads('ref', 'date', 'customer', 'item', 'amount'),
      row(2, text('A2', 'R1'), text('B2', '2026-11-01'), text('C2', 'Ann'), text('D2', 'tea'), amount),
      row(3, text('D3', 'cup')),
      row(4, text('A4', 'R2'), text('B4', '2026-11-02'), text('C4', 'Bea'), text('D4', 'pot'), number('E4', 9)),
    ].join('')}</sheetData><mergeCells ` +
    'count="4"><mergeCell ref="A2:A3"/><mergeCell ref="B2:B3"/><mergeCell ref="C2:C3"/><mergeCell ' +
    'ref="E2:E3"/></mergeCells>'
  for (const amount of [number('E2', 50), text('E2', '¥50')]) {
    const { value, exported } = await taken('purchases', rawWorkbook(sheet(amount)), '--create-customers')
    expect(value).toMatchObject({ rejected: 0 })
    expect(exported).toEqual([
      '2026-11-01,,,Ann,50.00,,,"tea, cup",R1,,50.00,,,,,,,owner',
      '2026-11-02,,,Bea,9.00,,,pot,R2,,9.00,,,,,,,owner',
    ])
  }
  const people =
    `<sheetData>${heads('name', 'phone')}${row(2, text('A2', 'Ann'), text('B2', '13812345678'))}` +
    `${row(3, text('B3', '13812345679'))}</sheetData><mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>`
  expect((await taken('customers', rawWorkbook(people))).value).toMatchObject({
    created: 1,
    rejected: 1,
    errors: [{ line: 3, code: 'row.missing', field: 'name' }],
  })
})

test('a contact on a day that was never calculated is rejected', async () => {
  const sheet = [
    heads('date', 'customer', 'note'),
    row(2, formula('A2', 'TODAY()'), text('B2', 'Ann'), text('C2', 'x')),
  ]
  expect((await taken('contacts', rawWorkbook(sheet.join('')))).value).toMatchObject({
    rejected: 1,
    errors: [{ code: 'row.uncalculated' }],
  })
})
