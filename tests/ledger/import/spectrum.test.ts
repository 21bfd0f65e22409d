import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { type Row, rowsOf } from '../../../src/ledger/import/file/csv.ts'
import { delimiterOf } from '../../../src/ledger/import/file/delimiter.ts'
import { inspect } from '../../../src/ledger/import/file/encoding.ts'

const spectrum = fileURLToPath(new URL('../../../../shared/data/csv-spectrum', import.meta.url))
const here = existsSync(spectrum)
const files = here ? readdirSync(spectrum).filter((name) => name.endsWith('.csv')) : ['skipped: no ../shared/data']

async function read(path: string): Promise<Row[]> {
  const source = await inspect(path, path, null, null)
  const all: Row[] = []
  for await (const rows of rowsOf(source, await delimiterOf(source))) all.push(...rows)
  return all
}

test.skipIf(!here).each(files)('csv-spectrum: %s', async (name) => {
  // The copies at hand lost the CRLF that gave some of them their name.
  const content = readFileSync(join(spectrum, name), 'utf8')
  const [header, ...rows] = await read(saved(name.includes('_crlf') ? content.replace(/\r?\n/g, '\r\n') : content))
  const said = rows.map(({ cells }) => Object.fromEntries((header?.cells ?? []).map((key, at) => [key, cells[at]])))
  const expected = [JSON.parse(readFileSync(join(spectrum, 'json', name.replace('.csv', '.json')), 'utf8'))].flat()
  // Its one file with another phone in the JSON than in the CSV.
  if (name === 'location_coordinates.csv') expected[0]['Contact Phone Number'] = '2095257564'
  expect(said).toEqual(expected)
})

function saved(content: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const path = join(folder, 'file.csv')
  writeFileSync(path, content)
  return path
}

test.each<[content: string, cells: string[][]]>([
  [
    'a,b\n5" pipe,x\n',
    [
      ['a', 'b'],
      ['5" pipe', 'x'],
    ],
  ],
  [
    'a,b\nx,5" pipe "big"\n"q ""q""",y\n',
    [
      ['a', 'b'],
      ['x', '5" pipe "big"'],
      ['q "q"', 'y'],
    ],
  ],
  [
    'a,b\nx"y,"""z"\n',
    [
      ['a', 'b'],
      ['x"y', '"z'],
    ],
  ],
  [
    'a,b\nx"y,"two\nlines"\n 1 , "2" \n',
    [
      ['a', 'b'],
      ['x"y', 'two\nlines'],
      ['1', '2'],
    ],
  ],
  [
    'a|b\nx"y|"z"\n',
    [
      ['a', 'b'],
      ['x"y', 'z'],
    ],
  ],
])('a quote inside an unquoted cell is a character: %j', async (content, cells) => {
  expect((await read(saved(content))).map((row) => row.cells)).toEqual(cells)
})

test('after such a quote rows are still counted as a spreadsheet counts them, however large the file', async () => {
  const rows = Array.from({ length: 30_000 }, (_, at) =>
    at === 20_000 ? `${at},5" pipe` : at % 100 === 0 ? `${at},"two\nlines"` : `${at},x`,
  )
  const read_ = await read(saved(`n,item\n${rows.join('\n')}\n`))
  expect(read_.map(({ cells }) => cells[0])).toEqual(['n', ...rows.map((row) => row.split(',')[0])])
  expect(read_.at(-1)?.line).toBe(30_001)
})

test.each([
  ['not closed', 'a,b\n1,"x\n', 2],
  ['text after a closing one', 'a,b\n1,"x"y\n', 2],
  ['text after a closing one, below a quote inside a cell', 'a,b\n5",1\n1,"x"y\n', 3],
  ['not closed, below a quote inside a cell', 'a,b\n5",1\n1,"x\n', 3],
  ['closed too early', 'a,b\n5",1\n1,"x"y",2\n', 3],
])('a quote that is %s is refused with its line', async (_, content, line) => {
  await expect(read(saved(content))).rejects.toMatchObject({ code: 'roster.broken-quote', facts: { line } })
})
