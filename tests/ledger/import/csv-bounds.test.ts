import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { Row } from '../../../src/ledger/import/file/csv.ts'
import { delimiters, likeliestDelimiter } from '../../../src/ledger/import/file/delimiter.ts'
import { openTable, rowsIn } from '../../../src/ledger/import/file/table.ts'

const folder = mkdtempSync(join(tmpdir(), 'regulars-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function read(text: string | Buffer) {
  const path = join(folder, 'roster.csv')
  writeFileSync(path, text)
  const table = await openTable(path, 'roster.csv', 'customers', { encoding: null, delimiter: null, sheet: null })
  const rows: Row[] = []
  for await (const some of rowsIn(table)) rows.push(...some)
  return { table, rows }
}

test.each<[what: string, text: string, line: number, limit: string, most: number]>([
  ['a line that does not end', `name,phone\nAnn,1\n${'x'.repeat(4_100_000)}`, 3, 'row', 4_000_000],
  ['a quoted cell that is a book', `name,phone\n"${'x\n'.repeat(2_100_000)}",1\n`, 2, 'row', 4_000_000],
  ['two quotes again and again', `name\nAnn\n${'""'.repeat(8_000_000)}\n`, 3, 'row', 4_000_000],
  ['quotes within a line that does not end', `name,phone\n5" pipe,"a"\n${'x"'.repeat(2_100_000)}`, 3, 'row', 4_000_000],
  ['a long cell', `name,phone\nAnn,1\nBea,${'x'.repeat(1_000_001)}\n`, 3, 'cell', 1_000_000],
  ['a long cell in quotes', `name,phone\nAnn,1\nBea,"${'x'.repeat(1_000_001)}"\n`, 3, 'cell', 1_000_000],
  ['cells without end', `name,phone\nAnn,1\nBea${','.repeat(16_384)}\n`, 3, 'cells', 16_384],
  ['cells without end in quotes', `name,phone\nAnn,1\n"Bea"${','.repeat(16_384)}\n`, 3, 'cells', 16_384],
])('%s: refused, with the line and the limit', async (_, text, line, limit, most) => {
  await expect(read(text)).rejects.toMatchObject({ code: 'roster.too-large', facts: { line, limit, most } })
})

test('a card without end is refused, and a long note is read in time', async () => {
  const line = 'x'.repeat(70)
  const note = `NOTE:${line}${`\r\n ${line}`.repeat(14_000)}`
  const { rows } = await read(`BEGIN:VCARD\r\nFN:Ann\r\n${note}\r\nEND:VCARD\r\n`)
  expect(rows[1]?.cells.at(-1)).toHaveLength(70 * 14_001)
  await expect(read(`BEGIN:VCARD\nFN:${'x'.repeat(20_000_001)}`)).rejects.toMatchObject({
    code: 'roster.too-large',
    facts: { limit: 'card' },
  })
})

test.each<[delimiter: string, text: string]>([
  [';', 'Name;Umsatz\nAnn Lee;12,50\nBea Kay;7,00\nCy Doe;1.200,00\n'],
  [';', 'sep=;\nname,x;phone\nAnn;1\n'],
  ['\t', 'sep=\t\nname\tphone\nAnn, B\t1,2,3\n'],
  [',', 'name,note\nAnn,"a;b;c;d"\nBea,"e;f;g;h"\nCy,x\n'],
  [',', 'name,tags\nAnn,a|b|c\nBea,d|e|f\nCy,g|h|i\n'],
  ['|', 'name|on|amount\nAnn|2026-11-01|12,50\nBea|2026-11-02|7,00\n'],
  [
    ',',
    '微信支付账单明细,,,\n微信昵称：[春风],,,\n起始时间：[2026-01-01 00:00:00] 终止时间：[2026-02-01 ' +
      '00:00:00],,,\n\n交易时间,交易对方,金额(元),备注\n2026-01-01 10:00:00,王,¥12.00,"a;b"\n',
  ],
  [
    ';',
    'Bericht über Kunden, Stand 1.11.2026, alle Filialen\nFiliale 1, 2, 3\n\nName;Ort\nAnn;Köln, ' +
      'Deutz\nBea;Ulm\nCy;Bonn\n',
  ],
  [',', 'name,note\r"Ann","a\nb;c;d"\rBea,x\r'],
  [',', 'name\nAnn\nBea\n'],
  [',', ''],
  [',', '"This (;) is one column"\nso; is this\nand this\nand this\n'],
  [';', '"name";"amount"\n"Ann";"€ 1.000,50"\n"Bea";"€ 9.000,50"\n'],
])('the delimiter is %j', (delimiter, text) => {
  expect(likeliestDelimiter(text)).toBe(delimiter)
})

test('what Excel writes above a file for itself is no row, and has no number: a spreadsheet shows none', async () => {
  expect((await read('sep=;\nname;phone\nAnn;1\n')).rows.map(({ line, cells }) => [line, cells])).toEqual([
    [1, ['name', 'phone']],
    [2, ['Ann', '1']],
  ])
  expect((await read('\ufeff"sep=,"\r\nname,phone\r\nAnn,1\r\n')).rows).toHaveLength(2)
})

const cell = fc.oneof(
  fc.constantFrom(
    '王小明',
    'Ann Lee',
    'Köln, Deutz',
    'a;b',
    'x|y',
    'say "hi"',
    'two\nlines',
    '',
    '2026-11-01',
    '13812345678',
  ),
  fc.integer({ min: 1, max: 99_999 }).map((number) => `${number},50`),
)

test('any table is found to be cut as it was, whatever its delimiter, line ends and preamble', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...delimiters),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.array(
        fc.tuple(fc.constantFrom('Ann', 'Bea', '王五', 'Cy'), cell, cell, fc.integer({ min: 1, max: 999 }).map(String)),
        {
          minLength: 6,
          maxLength: 30,
        },
      ),
      fc.constantFrom('', 'Customers of the shop'),
      async (delimiter, end, body, title) => {
        const table = [['name', 'city', 'notes', 'visits'], ...body]
        const quote = (text: string) => (/[",;|\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
        const lines = [...(title ? [title, ''] : []), ...table.map((cells) => cells.map(quote).join(delimiter))]
        const { rows } = await read(`${lines.join(end)}${end}`)
        expect(rows.slice(title ? 1 : 0).map(({ cells }) => cells)).toEqual(table)
      },
    ),
    { numRuns: 150 },
  )
})
