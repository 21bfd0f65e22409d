import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Row, rowsOf } from '../../../src/ledger/import/file/csv.ts'
import { chunksOf } from '../../../src/ledger/import/file/csv-chunks.ts'
import { inspect } from '../../../src/ledger/import/file/encoding.ts'
import { runs } from '../../runs.ts'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'regulars-chunks-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', 'a', '王小明', ' b ', '\u3000c', '\td', '-0.5') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('"q"', '"x,y"', '"two\nlines"', '"three\r\nmore\nlines"', '"say ""so"""', '""', ' "p" '),
  },
)
const row = fc.array(cell, { minLength: 1, maxLength: 4 }).map((cells) => cells.join(','))
const text = fc.array(
  fc.tuple(
    fc.oneof({ weight: 5, arbitrary: row }, { weight: 1, arbitrary: fc.constant('') }),
    fc.constantFrom('\n', '\r\n', '\r'),
  ) as fc.Arbitrary<[string, string]>,
  {
    maxLength: 40,
  },
)

/** What csv-parse makes of all of it at once. */
function asLibrary(written: string): Row[] {
  const found = parse(written, {
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    skip_empty_lines: true,
    ltrim: true,
    rtrim: true,
  })
  return found.filter((cells) => cells.some((one) => one !== '')).map((cells) => ({ line: 0, cells }))
}

test('rows are what the library makes of the whole file, wherever it is cut, numbered as in a sheet', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 3 }), fc.boolean(), async (parts, long) => {
      const rows = parts.flat()
      const padding = long ? Array.from({ length: 9000 }, (_, at): [string, string] => [`pad ${at},x`, '\n']) : []
      const all = long ? [...rows, ...padding, ...rows] : rows
      // A CR that a line feed follows is one line end, whoever wrote them.
      const pieces = all.map(([one, end], at): [string, string] => [
        one,
        end === '\r' && all[at + 1]?.[0] === '' ? '\n' : end,
      ])
      const path = join(folder, 'rows.csv')
      const written = pieces.map(([one, end]) => one + end).join('')
      writeFileSync(path, written)
      const got: Row[] = []
      for await (const some of rowsOf(await inspect(path, path, null, null), ',')) got.push(...some)
      expect(got.map(({ cells }) => cells)).toEqual(asLibrary(written).map(({ cells }) => cells))
      let line = 1
      const lines: number[] = []
      for (const [one] of pieces) {
        if (one.replace(/[\s,"]/g, '') !== '') lines.push(line)
        line += 1
      }
      expect(got.map((found) => found.line)).toEqual(lines)
    }),
    { numRuns: runs(16) },
  )
})

test('chunks are all of the file, end with whole lines, and keep quotes apart from plain lines', async () => {
  await fc.assert(
    fc.asyncProperty(
      text,
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }),
      fc.boolean(),
      async (rows, sizes, careful) => {
        const bytes = Buffer.from(rows.map(([one, end]) => one + end).join(''))
        async function* cut() {
          for (let at = 0, turn = 0; at < bytes.length; turn++) {
            const size = sizes[turn % sizes.length] ?? 1
            yield bytes.subarray(at, at + size)
            at += size
          }
        }
        const chunks: { bytes: Buffer; kind: string }[] = []
        for await (const chunk of chunksOf(cut(), careful)) chunks.push(chunk)
        expect(Buffer.concat(chunks.map((one) => one.bytes)).equals(bytes)).toBe(true)
        for (const [at, one] of chunks.entries()) {
          if (one.kind === 'plain') expect(one.bytes.includes('"')).toBe(false)
          if (one.kind !== 'open' && at < chunks.length - 1) expect(one.bytes.at(-1)).toBe(10)
          if (one.kind === 'quoted') expect(one.bytes.filter((byte) => byte === 34).length % 2).toBe(0)
        }
      },
    ),
  )
})
