import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Row } from '../../../src/ledger/import/file/csv.ts'
import { openTable, rowsIn } from '../../../src/ledger/import/file/table.ts'
import { openSheet, openWorkbook, sheetRows } from '../../../src/ledger/import/file/xlsx/workbook.ts'
import { rawWorkbook, workbook, zip } from '../../workbook.ts'

function saved(bytes: Buffer | string): string {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'book.xlsx')
  writeFileSync(path, bytes)
  return path
}

async function read(bytes: Buffer, asked: string | null = null) {
  const sheet = await openSheet(await openWorkbook(saved(bytes), 'book.xlsx'), asked)
  const rows: Row[] = []
  for await (const some of sheetRows(sheet)) rows.push(...some)
  return { sheet: sheet.name, others: sheet.others, rows }
}

const cellsOf = async (bytes: Buffer) => (await read(bytes)).rows.map(({ cells }) => cells)

test('cells and rows without an address follow the one before', async () => {
  const { rows } = await read(
    rawWorkbook(
      '<row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c ' +
        'r="C5"><v>3</v></c><c><v>4</v></c></row><row><c><v>5</v></c></row>',
    ),
  )
  expect(rows.map(({ line, cells }) => [line, cells])).toEqual([
    [1, ['1', '2']],
    [5, ['', '', '3', '4']],
    [6, ['5']],
  ])
})

test('texts: shared, inline, in runs; how they are spoken is left out; blanks, escapes and line ends', async () => {
  const strings = `<sst><si><t>王</t><rPh sb="0" eb="1"><t>wang</t></rPh><phoneticPr fontId="1"/></si>
    <si><r><rPr><b/></rPr><t xml:space="preserve">Ann </t></r><r><t>Lee</t></r></si>
    <si><t/></si><si><t><![CDATA[a<b]]></t></si></sst>`
  const row = `<row>${[0, 1, 2, 3].map((at) => `<c t="s"><v>${at}</v></c>`).join('')}
    <c t="inlineStr"><is><t> x &amp; y&#x20AC; </t></is></c>
    <c t="inlineStr"><is><r><t>a_x000D_</t></r><r><t>\nb_x005F_x0041_</t></r></is></c>
    <c t="str"><f>A1</f><v>茶</v></c></row>`
  expect(await cellsOf(rawWorkbook(row, { 'xl/sharedStrings.xml': strings }))).toEqual([
    ['王', 'Ann Lee', '', 'a<b', 'x & y€', 'a\nb_x0041_', '茶'],
  ])
})

test('what a cell is beyond its text', async () => {
  const formats = [0, 14, 9, 200, 201, 20, 46].map((id) => `<xf numFmtId="${id}"/>`)
  const styles = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="00000"/>
    <numFmt numFmtId="201" formatCode="m&quot;月&quot;d&quot;日&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats.join('')}</cellXfs></styleSheet>`
  const cells = [
    '<c t="str"><v>a</v></c>',
    '<c><v>1.5</v></c>',
    '<c s="1"><v>46347</v></c>',
    '<c s="2"><v>0.85</v></c>',
    '<c s="3"><v>7</v></c>',
    '<c s="4"><v>32269</v></c>',
    '<c s="5"><v>0.5</v></c>',
    '<c s="6"><v>1.5</v></c>',
    '<c t="b"><v>0</v></c>',
    '<c t="e"><v>#N/A</v></c>',
    '<c><f>SUM(A1:A9)</f></c>',
    '<c><f>B1</f><v></v></c>',
    '<c t="str"><f>B1</f><v></v></c>',
    '<c s="1"><v>-5</v></c>',
    '<c s="1"><v>60</v></c>',
    '<c s="1"><v>59</v></c>',
    '<c t="d"><v>2026-11-21T18:00:00</v></c>',
    '<c s="1"/>',
    '<c><v>x</v></c>',
  ]
  const { rows } = await read(rawWorkbook(`<row>${cells.join('')}</row>`, { 'xl/styles.xml': styles }))
  const [{ cells: texts = [], kinds = '' } = {}] = rows
  expect(texts.map((text, at) => `${kinds[at]} ${text}`)).toEqual([
    't a',
    'n 1.5',
    'd 2026-11-21',
    'p 85%',
    'z 00007',
    'm 1988-05-06',
    'h 12:00:00',
    'h 36:00:00',
    'b FALSE',
    'e #N/A',
    'f =SUM(A1:A9)',
    'f =B1',
    't ',
    'e ####',
    'd 1900-02-29',
    'd 1900-02-28',
    'd 2026-11-21 18:00:00',
    't ',
    't x',
  ])
})

test.each(['1', 'true', 'TRUE'])('date1904="%s" counts from 1904', async (value) => {
  const list =
    `<workbook xmlns:r="r"><workbookPr date1904="${value}"/><sheets><sheet name="One" sheetId="1" ` +
    'r:id="rId1"/></sheets></workbook>'
  expect(
    await cellsOf(
      rawWorkbook('<row><c s="1"><v>44885</v></c><c s="1"><v>0</v></c></row>', { 'xl/workbook.xml': list }),
    ),
  ).toEqual([['2026-11-21', '1904-01-01']])
})

test('cells merged over rows: a text and a day hold for each, a number for the first; none makes a row', async () => {
  const row = (line: number, ...values: string[]) =>
    '<row ' +
    `r="${line}">${values
      .map((value, at) =>
        value === ''
          ? ''
          : `<c r="${'ABCD'[at]}${line}" ` +
            `${value.startsWith('"') ? 't="str"' : at === 1 ? 's="1"' : ''}><v>${value.replaceAll('"', '')}</v></c>`,
      )
      .join('')}</row>`
  const rowsOf = [
    row(1, '"Title"'),
    row(2, '"Ann"', '46347', '90', '"tea"'),
    row(3, '', '', '', '"cup"'),
    row(4, '"Bea"', '46348', '5', '"pot"'),
  ]
  const merged = ['A1:D1', 'A2:A3', 'B2:B3', 'C2:C3', 'A4:A9'].map((ref) => `<mergeCell ref="${ref}"/>`)
  const data = `<sheetData>${rowsOf.join('')}</sheetData>
    <mergeCells count="4">${merged.join('')}</mergeCells>`
  const { rows } = await read(rawWorkbook(data))
  expect(rows.map(({ line, cells, kinds }) => [line, cells, kinds])).toEqual([
    [1, ['Title'], 't'],
    [2, ['Ann', '2026-11-21', '90', 'tea'], 'tdnt'],
    [3, ['Ann', '2026-11-21', '', 'cup'], 'ccct'],
    [4, ['Bea', '2026-11-22', '5', 'pot'], 'tdnt'],
  ])
})

const sheetOf = (text: string) =>
  `<worksheet><sheetData><row><c t="str"><v>${text}</v></c></row></sheetData></worksheet>`

/** A workbook of sheets by name: their text, or `chart`, with the state after a colon. */
function tabs(...sheets: readonly (readonly [name: string, content: string])[]): Buffer {
  const kind = (content: string) => (content === 'chart' ? 'chartsheet' : 'worksheet')
  const state = (name: string) => (name.includes(':') ? ` state="${name.split(':')[1]}"` : '')
  const named = sheets.map(([name], at) => `<sheet name="${name.split(':')[0]}" r:id="s${at}"${state(name)}/>`)
  const related = sheets.map(
    ([, content], at) => `<Relationship Id="s${at}" Type="x/${kind(content)}" Target="t/${at}.xml"/>`,
  )
  return rawWorkbook('', {
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${named.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${related.join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(([, content], at) => [
        `xl/t/${at}.xml`,
        content === '' ? '<worksheet><sheetData/></worksheet>' : sheetOf(content),
      ]),
    ),
  })
}

test('hidden sheets, charts and empty sheets are passed over; a hidden one is read when it is asked for', async () => {
  const bytes = tabs(
    ['Lists:hidden', 'a'],
    ['More:veryHidden', 'b'],
    ['Chart', 'chart'],
    ['Empty', ''],
    ['Members', 'c'],
    ['Other', 'd'],
  )
  expect(await read(bytes)).toMatchObject({ sheet: 'Members', others: ['Empty', 'Other'], rows: [{ cells: ['c'] }] })
  expect(await read(bytes, '3')).toMatchObject({ sheet: 'Other' })
  expect(await read(bytes, 'more')).toMatchObject({ rows: [{ cells: ['b'] }] })
  await expect(read(bytes, 'Chart')).rejects.toMatchObject({
    code: 'roster.no-sheet',
    facts: { sheets: ['Empty', 'Members', 'Other'] },
  })
})

test('backslashes in the zip, other cases of names, targets from the top, prefixes, strictness, UTF-16', async () => {
  const strict = 'http://purl.oclc.org/ooxml'
  const bytes = zip([
    [
      '_rels\\.rels',
      `<Relationships><Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" ` +
        'Target="/XL/book.xml"/></Relationships>',
    ],
    [
      'xl\\book.xml',
      '<x:workbook xmlns:x="y" xmlns:q="r"><x:sheets><x:sheet name="One &amp; 2" q:id="b"/></x:sheets></x:workbook>',
    ],
    [
      'xl\\_rels\\book.xml.rels',
      '<Relationships><Relationship Target="/xl/sheets/../one.xml" ' +
        `Type="${strict}/officeDocument/relationships/worksheet" Id="b"/></Relationships>`,
    ],
    [
      'xl\\one.xml',
      Buffer.from(
        "\ufeff<x:worksheet xmlns:x='y'><x:sheetData><x:row r='1'><x:c r='B1' t='str'><x:v>王</x:v></x:c></x:row " +
          '></x:sheetData></x:worksheet>',
        'utf16le',
      ),
    ],
  ])
  expect(await read(bytes)).toMatchObject({ sheet: 'One & 2', rows: [{ line: 1, cells: ['', '王'] }] })
})

test.each<[what: string, data: string]>([
  ['tags that do not nest', '<row><c><v>1</c></v></row>'],
  ['an entity of its own', '<row><c t="str"><v>&boom;</v></c></row>'],
  ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><row/>'],
  ['a character that is none', '<row><c t="str"><v>&#x110000;</v></c></row>'],
  ['an attribute without a value', '<row r><c><v>1</v></c></row>'],
  ['a zero byte', '<row><c t="str"><v>a\0b</v></c></row>'],
  ['a text that is not there', '<row><c t="s"><v>7</v></c></row>'],
  ['an address that is none', '<row r="x"/>'],
  ['no end', '<row><c><v>1</v></c></row><!--'],
  ['too deep', `<row>${'<a>'.repeat(70)}${'</a>'.repeat(70)}</row>`],
])('%s: a damaged workbook', async (_, data) => {
  await expect(read(rawWorkbook(data))).rejects.toMatchObject({ code: 'roster.broken-workbook' })
})

test.each<[limit: string, most: number, data: string]>([
  ['rows', 1_048_576, '<row r="999999999"><c r="A999999999"><v>1</v></c></row>'],
  ['columns', 16_384, '<row r="1"><c r="ZZZZZZZZZ1"><v>1</v></c></row>'],
  ['cells', 50_000_000, '<row><c r="XFD1"><v>1</v></c></row>'.repeat(3100)],
  ['cellLength', 1_000_000, `<row><c t="str"><v>${'x'.repeat(1_000_001)}</v></c></row>`],
])('%s are bounded, and the limit is said', async (limit, most, data) => {
  await expect(read(rawWorkbook(data))).rejects.toMatchObject({ code: 'roster.large-workbook', facts: { limit, most } })
})

test('the last cell Excel has costs nothing', async () => {
  const { rows } = await read(
    rawWorkbook('<row><c><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
  )
  expect(rows.map(({ line, cells }) => [line, cells.length])).toEqual([
    [1, 1],
    [1_048_576, 16_384],
  ])
})

test('a list of sheets that would take for ever is refused by its size', async () => {
  const list = `<workbook>${'<sheet '.repeat(400_000)}</workbook>`
  await expect(read(rawWorkbook('', { 'xl/workbook.xml': list }))).rejects.toMatchObject({
    facts: { limit: 'listMegabytes' },
  })
})

const wishes = { encoding: null, delimiter: null, sheet: null }
const compound = (part: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(200_000),
    Buffer.from(part, 'utf16le'),
    Buffer.alloc(64),
  ])

test.each<[what: string, bytes: Buffer | string, code: string, facts: object]>([
  ['of Excel 97', compound('Workbook'), 'roster.old-workbook', { kind: 'xls' }],
  ['of Excel 4', Buffer.from('0904060000001000', 'hex'), 'roster.old-workbook', { kind: 'xls' }],
  ['behind a password', compound('EncryptedPackage'), 'roster.protected', {}],
  ['a page', '\r\n<html xmlns:x="urn"><table><tr><td>a', 'roster.old-workbook', { kind: 'html' }],
  [
    'XML of 2003',
    '\ufeff<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>',
    'roster.old-workbook',
    { kind: 'xml' },
  ],
  ['an archived page', 'MIME-Version: 1.0\nContent-Type: multipart/related', 'roster.old-workbook', { kind: 'mht' }],
  ['binary', zip([['xl/workbook.bin', 'x']]), 'roster.old-workbook', { kind: 'xlsb' }],
  [
    'of LibreOffice',
    zip([
      ['content.xml', '<a/>'],
      ['META-INF/manifest.xml', '<a/>'],
    ]),
    'roster.old-workbook',
    { kind: 'ods' },
  ],
  ['of Numbers', zip([['Index/Document.iwa', 'x']]), 'roster.old-workbook', { kind: 'numbers' }],
  ['a packed bill', zip([['bill/微信.csv', 'x']]), 'roster.zipped', { inside: ['bill/微信.csv'], encrypted: false }],
])('a file %s says what to do', async (_, bytes, code, facts) => {
  await expect(openTable(saved(bytes), 'book.xls', 'customers', wishes)).rejects.toMatchObject({ code, facts })
})

test('a packed bill with a password says that it has one', async () => {
  const bytes = zip([['bill.csv', 'x']])
  bytes.writeUInt16LE(1, bytes.indexOf('PK\x01\x02', 'latin1') + 8)
  await expect(openTable(saved(bytes), 'bill.zip', 'customers', wishes)).rejects.toMatchObject({
    code: 'roster.zipped',
    facts: { encrypted: true },
  })
})

test('no file stays open when only the first rows are read', async () => {
  const path = saved(workbook({ One: [['name'], ...Array.from({ length: 5000 }, (_, at) => [`customer ${at}`])] }))
  const before = readdirSync('/proc/self/fd').length
  const table = await openTable(path, 'book.xlsx', 'customers', wishes)
  for await (const rows of rowsIn(table)) if (rows.length > 0) break
  expect(readdirSync('/proc/self/fd').length).toBeLessThanOrEqual(before)
})
