import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canWrite, encoderOf } from '../../src/ledger/import/file/encode.ts'
import { soak } from '../runs.ts'
import { openShop, type Shop } from '../shop.ts'

const formats = (name: string) => fileURLToPath(new URL(`../rosters/formats/${name}`, import.meta.url))

/** Columns of a till's file, each with headings that mean it. */
const columns = {
  customer: ['customer', '客户', '顾客', 'Buyer', 'Kunde', 'Cliente', '購入者'],
  on: ['date', '日期', '消费时间', 'Sale Date', 'Datum', 'Fecha', '日付', '付款时间'],
  amount: ['amount', '实收金额', 'Grand Total', '金额(元)', 'Gesamtbetrag', 'Montant TTC', '合計金額', '订单实付金额'],
  ref: ['ref', '单号', 'Order No.', '小票号', 'Belegnummer', 'Nr paragonu', '伝票番号'],
  item: ['item', '商品名称', 'Description', 'Artikel', 'Désignation', '商品名'],
}
type Column = keyof typeof columns
const names = Object.keys(columns) as Column[]
const rows: Record<Column, string>[] = [
  { customer: '王小明', on: '2026-11-01', amount: '1,288.50', ref: 'A1', item: '茶' },
  { customer: 'Ann Lee', on: '2026-11-02', amount: '7.00', ref: 'A2', item: '杯, 大' },
  { customer: '散客', on: '2026-11-03', amount: '12.00', ref: 'A3', item: '' },
  { customer: '王小明', on: '2026-11-04', amount: '-5.00', ref: 'A4', item: '茶' },
]
const preambles = ['', '十一月销售明细', '店名：茶铺\n导出时间：2026-11-21', '名单\n\n制表人：小李']
const days: ((day: string) => string)[] = [
  (day) => day,
  (day) => day.replaceAll('-', '/'),
  (day) => day.replaceAll('-', ''),
  (day) => `${day} 10:00:00`,
  (day) => day.replace(/(\d+)-(\d+)-(\d+)/, '$1年$2月$3日'),
]

const shape = fc.record({
  order: fc.shuffledSubarray(names, { minLength: names.length, maxLength: names.length }),
  headings: fc.tuple(...names.map((name) => fc.nat(columns[name].length - 1))),
  preamble: fc.constantFrom(...preambles),
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  mark: fc.boolean(),
  encoding: fc.constantFrom('utf-8', 'utf-16le', 'gb18030', 'big5'),
  clock: fc.boolean(),
  day: fc.nat(days.length - 1),
  total: fc.boolean(),
})

const quoted = (cell: string) => (/[",;\t|]/.test(cell) ? `"${cell}"` : cell)

async function ledgerOf(shop: Shop, path: string): Promise<string> {
  const ran = await shop.regulars(['import', 'purchases', path, '--create-customers', '--json'])
  if (ran.out === '') throw new Error(ran.err)
  const value = JSON.parse(ran.out)
  expect(value.rejected, ran.out).toBe(0)
  return (await shop.regulars('export purchases --format csv')).out
}

test('columns in any order, any preamble, any words for them, any line end give the same ledger', {
  timeout: 900_000,
}, async () => {
  const plain = await openShop()
  writeFileSync(
    join(plain.folder, 'plain.csv'),
    `${names.join(',')}\n${rows.map((row) => names.map((name) => quoted(row[name])).join(',')).join('\n')}\n`,
  )
  const expected = await ledgerOf(plain, join(plain.folder, 'plain.csv'))
  await fc.assert(
    fc.asyncProperty(
      shape,
      async ({ order, headings, preamble, delimiter, end, mark, encoding, clock, day, total }) => {
        const shop = await openShop()
        const heading = (name: Column) => columns[name][headings[names.indexOf(name)] ?? 0] ?? name
        const cell = (row: Record<Column, string>, name: Column) =>
          quoted(name === 'on' ? (days[day] as (day: string) => string)(row.on) : row[name])
        const lines = [
          ...(preamble === ''
            ? []
            : preamble.split('\n').map((line) => (line === '' ? '' : line + delimiter.repeat(names.length - 1)))),
          [...order.map(heading), ...(clock ? ['时间'] : [])].join(delimiter),
          ...rows.map((row) => [...order.map((name) => cell(row, name)), ...(clock ? ['10:00'] : [])].join(delimiter)),
          ...(total
            ? [
                order
                  .map((name) => (name === 'customer' ? '合计' : name === 'amount' ? quoted('1,302.50') : ''))
                  .join(delimiter),
              ]
            : []),
        ]
        const path = join(shop.folder, 'shaped.csv')
        const text = `${lines.join(end)}${end}`
        const written = canWrite(encoding, text) ? encoding : 'utf-8'
        const marked = written === 'utf-16le' || (mark && written === 'utf-8') ? '\ufeff' : ''
        writeFileSync(path, encoderOf(written)(marked + text))
        expect(await ledgerOf(shop, path)).toBe(expected)
      },
    ),
    { numRuns: soak > 0 ? 500 : 25, seed: 20261121 },
  )
})

/**
 * A file with bytes changed, left out, doubled: it is refused whole with a word, or every row of it is accounted for.
 */
test('every row is accounted for, whatever happened to the file', { timeout: 900_000 }, async () => {
  const files = readdirSync(formats('')).filter((name) => !name.startsWith('refuse-'))
  const shop = await openShop()
  const path = join(shop.folder, 'mutated.csv')
  const change = fc.record({
    at: fc.double({ min: 0, max: 0.999, noNaN: true }),
    how: fc.constantFrom('drop', 'double', 'swap', 'cut', 'flip'),
    byte: fc.nat(255),
  })
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(change, { minLength: 1, maxLength: 3 }),
      async (name, changes) => {
        let lines = readFileSync(formats(name)).toString('latin1').split('\n')
        for (const { at, how, byte } of changes) {
          const line = Math.floor(at * lines.length)
          const text = lines[line] ?? ''
          const place = byte % Math.max(1, text.length)
          if (how === 'drop') lines = lines.toSpliced(line, 1)
          else if (how === 'double') lines = lines.toSpliced(line, 0, text)
          else if (how === 'swap') lines = lines.toSpliced(line, 1, lines[0] ?? '')
          else if (how === 'cut') lines = lines.toSpliced(line, 1, text.slice(0, place))
          else
            lines = lines.toSpliced(
              line,
              1,
              `${text.slice(0, place)}${String.fromCharCode(byte)}${text.slice(place + 1)}`,
            )
        }
        writeFileSync(path, Buffer.from(lines.join('\n'), 'latin1'))
        const ran = await shop.regulars(['import', path, '--dry-run', '--create-customers', '--json'])
        expect([0, 1, 2, 3], ran.err).toContain(ran.exit)
        if (ran.out === '') return
        const value = JSON.parse(ran.out)
        const skipped = value.skipped.reduce((sum: number, one: { rows: number }) => sum + one.rows, 0)
        expect(value.created + value.updated + value.unchanged + skipped + value.rejected, ran.out).toBe(value.rows)
      },
    ),
    { numRuns: soak > 0 ? 10_000 : 120, seed: 20261121 },
  )
})
