import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { piecesOfFile } from '../../../src/ledger/import/file/file-pieces.ts'
import { openTable, rowsIn } from '../../../src/ledger/import/file/table.ts'

const folder = mkdtempSync(join(tmpdir(), 'regulars-pieces-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a file is read in one and the same memory, however long it is', async () => {
  const path = join(folder, 'long')
  writeFileSync(path, 'abcdefghij'.repeat(10))
  const memories = new Set<ArrayBufferLike>()
  let text = ''
  for await (const piece of piecesOfFile(path, 5, 16)) {
    memories.add(piece.buffer)
    text += piece.toString()
  }
  expect(text).toBe('abcdefghij'.repeat(10).slice(5))
  expect(memories.size).toBe(1)
})

test.each([
  ['plain', (at: number) => `${at},name ${at}`],
  ['in quotes', (at: number) => `${at},"name, ${at}"`],
  ['a quote where none may be', (at: number) => `${at},name 5" ${at}`],
  ['lines in quotes', (at: number) => `${at},"name\n${at}"`],
])('what a row keeps of one piece stands when the next is read: %s', async (_, row) => {
  const path = join(folder, 'rows.csv')
  const count = 20_000
  writeFileSync(path, `code,name\n${Array.from({ length: count }, (_, at) => row(at)).join('\n')}\n`)
  const table = await openTable(path, 'rows.csv', 'customers', { encoding: null, delimiter: null, sheet: null })
  const read: string[] = []
  for await (const rows of rowsIn(table)) read.push(...rows.map(({ cells }) => cells.join(',')))
  expect(read.slice(1)).toEqual(Array.from({ length: count }, (_, at) => row(at).replaceAll(/(?<=,)"|"$/g, '')))
})
