import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { copied, openShop, type Shop } from '../shop.ts'

/** More than are read at a time. */
const many = 2_100

const shopOfMany = copied(async (): Promise<Shop> => {
  const shop = await openShop()
  const rows = Array.from(
    { length: many },
    (_, at) => `Person ${at},${at % 3 === 0 ? 'vip' : ''},"line ${at}\nand more"`,
  )
  const file = join(shop.folder, 'people.csv')
  writeFileSync(file, ['name,tags,notes', ...rows].join('\n'))
  await shop.regulars(['import', 'customers', file, '--yes'])
  return shop
})

describe('a list longer than what is read at a time', { timeout: 60_000 }, () => {
  test('has the same rows in every format, in order, each once', async () => {
    const shop = await shopOfMany()
    const rows = await shop.json('list')
    expect(rows.map(({ name }: { name: string }) => name)).toEqual(
      Array.from({ length: many }, (_, at) => `Person ${at}`),
    )
    const said = async (line: string) => (await shop.regulars(line)).out
    expect(await said('list --json')).toBe(`${JSON.stringify(rows, null, 2)}\n`)
    expect(await said('list --format jsonl')).toBe(rows.map((row: unknown) => `${JSON.stringify(row)}\n`).join(''))
    const [first = '', ...ids] = (await said('list --columns id --format csv')).trimEnd().split('\n')
    expect(first).toBe('id')
    expect(ids.map(Number)).toEqual(rows.map(({ id }: { id: number }) => id))
    expect(await said('list --ids')).toBe(`${ids.join('\n')}\n`)
    const parts = await said('list --columns id,tags --json')
    expect(JSON.parse(parts)).toEqual(rows.map(({ id, tags }: { id: number; tags: string[] }) => ({ id, tags })))
    // Backwards by id it is the same the other way round.
    for (const format of ['tsv', 'jsonl']) {
      const lines = async (line: string) => (await said(line)).split('\n').slice(0, -1)
      const plain = await lines(`list --format ${format} --no-header`)
      expect(await lines(`list --format ${format} --no-header --sort -id`)).toEqual(plain.reverse())
    }
  })

  test('is in the order of a column, and of each no more is read than is shown', async () => {
    const shop = await shopOfMany()
    await shop.regulars(['buy', '2000', '12'])
    await shop.regulars(['buy', '7', '12'])
    const statements: string[] = []
    const hearer = { asked() {}, answered: (_: object, statement: string) => void statements.push(statement) }
    const ids = async (line: string) => (await shop.regulars(`${line} --ids`, { hearer })).out.trimEnd().split('\n')
    const byId = Array.from({ length: many }, (_, at) => String(at + 1))
    expect(await ids('list --sort -name')).toEqual(byId.toReversed())
    expect(statements.filter((one) => /"(entry|tag|tier|contact)"/.test(one))).toEqual([])
    const others = byId.filter((id) => id !== '7' && id !== '2000')
    expect(await ids('list --sort spent')).toEqual(['7', '2000', ...others])
    expect(await ids('list --sort -spent')).toEqual([...others, '7', '2000'])
    expect(statements.filter((one) => /"(tag|tier|contact)"/.test(one))).toEqual([])
    expect(await ids('list --sort bought --limit 3')).toEqual(['7', '2000', '1'])
  })

  test('is one table for people, whose widths are those of all rows', async () => {
    const shop = await shopOfMany()
    await shop.regulars(['edit', '2', '--name', 'Person 1\u001b[31m of a long name', '--phone', '+47 400 00 000'])
    const { out, err } = await shop.regulars('list')
    const lines = out.trimEnd().split('\n')
    expect(lines).toHaveLength(1 + many + 1)
    expect(lines[1]).toMatch(/^#1 {5}Person 0 {16}/)
    expect(lines[2]).toMatch(/^#2 {5}Person 1 of a long name {2}\+47 40 00 00 00 {2}D/)
    expect(lines.at(-1)).toBe('2,100 customers.')
    expect(err).toBe('One of them: regulars show 1\n')
    const paged: string[] = []
    const pager = (text: string) => paged.push(text) > 0
    expect((await shop.regulars('list', { columns: 40, rows: 24, pager })).out).toBe('')
    const shown = (paged[0] ?? '').trimEnd().split('\n')
    expect(shown).toHaveLength(1 + many + 2)
    expect(shown.at(-1)).toBe('One of them: regulars show 1')
    expect(Math.max(...shown.slice(1).map((line) => line.length))).toBeLessThanOrEqual(40)
  })

  test('has those who are asked for alone, and masked every name is hidden all the same', async () => {
    const shop = await shopOfMany()
    const vip = Array.from({ length: many / 3 }, (_, at) => `Person ${3 * at}`)
    expect((await shop.regulars('list --tag vip --format csv --columns name')).out).toBe(
      ['name', ...vip, ''].join('\n'),
    )
    expect((await shop.regulars('list --mask --format csv --columns name')).out).not.toMatch(/Person \d/)
  })
})
