import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/** Writes the clipboard, sets the title, clears the screen, turns the text, in 8 bits too; and what is no harm. */
const hostile = 'Bob\u001b]52;c;ZXZpbA==\u0007\u001b]0;title\u001b\\\u001b[2J\u009b31m\u202e\u0085Ltd'
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
const controls = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/
/** Paint of the program's own and the tabs of a table for other programs are no harm; readline moves the cursor. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences begin with one
const plain = (text: string) => text.replace(/\u001b\[[\d;]*[mGKJ]|\t|\r(?=\n)/g, '')

const harmless = (ran: { out: string; err: string }) => {
  expect(plain(ran.out)).not.toMatch(controls)
  expect(plain(ran.err)).not.toMatch(controls)
}

async function shopOf(...customers: readonly object[]): Promise<Shop> {
  const source = await openShop()
  await source.regulars('add Template')
  const [header = '', line = ''] = (await source.regulars('export all')).out.split('\n')
  const read = JSON.parse(line)
  const facts = customers.flatMap((customer, at) =>
    Object.entries((customer as { facts?: Record<string, string> }).facts ?? {}).map(([key, value]) => ({
      table: 'fact',
      customerId: at + 1,
      key,
      value,
    })),
  )
  const rows = [
    ...customers.map(({ facts: _, ...customer }: { facts?: unknown }, at) => ({ ...read, ...customer, id: at + 1 })),
    ...facts,
  ]
  const head = JSON.parse(header)
  head.rows.customer = customers.length
  if (facts.length > 0) head.rows.fact = facts.length
  const shop = await openShop(false)
  const path = join(shop.folder, 'all.jsonl')
  writeFileSync(path, [head, ...rows].map((row) => `${JSON.stringify(row)}\n`).join(''))
  const ran = await shop.regulars(`import all ${path}`)
  if (ran.exit !== 0) throw new Error(ran.err)
  return shop
}

describe('what comes from a ledger or a file is harmless on a terminal', () => {
  test.each([
    ['show', 'show 1'],
    ['csv', 'list --format csv'],
    ['tsv', 'list --format tsv'],
    ['md', 'list --format md'],
    ['JSON', 'list --json'],
    ['JSON lines', 'show 1 --format jsonl'],
    ['columns', 'list --columns name,facts'],
    ['an export', 'export customers'],
    ['a whole export', 'export all'],
    ['an address book', 'export customers --format vcf'],
    ['an error', 'buy 1 12a'],
    ['an error as JSON', 'add Bob --phone \u009b31m --json'],
    ['find', 'find Bob'],
    ['messages', 'message greeting --tier D'],
    ['a message for another program', 'message greeting --tier D --format csv'],
    ['who has no message', 'message birthday --tier D'],
    ['lines to paste', 'schedule cron --db \u009b31mBob\u0007.db'],
  ])('%s', async (_, line) => {
    const phone = '+8613800138000'
    const shop = await shopOf({ name: hostile, phone, notes: `one\n${hostile}`, facts: { [`key${hostile}`]: hostile } })
    harmless(await shop.regulars(line, { columns: 100, keys: '' }))
  })

  test('and exact elsewhere: JSON is the same value on a terminal, and in a pipe the same bytes', async () => {
    const shop = await shopOf({ name: hostile, facts: { [`key${hostile}`]: hostile } })
    const [shown, piped] = [
      await shop.regulars('show 1 --json', { columns: 100 }),
      await shop.regulars('show 1 --json'),
    ]
    expect(JSON.parse(shown.out)).toEqual(JSON.parse(piped.out))
    expect(JSON.parse(piped.out).name).toBe(hostile)
    expect((await shop.regulars('export all')).out).toContain('\u009b')
  })

  test('the question which of two is meant, and the one before an undo', async () => {
    const shop = await shopOf({ name: `Dup${hostile}` }, { name: `Dup${hostile}` })
    harmless(await shop.regulars('show Dup', { columns: 100, keys: '1\n' }))
    await shop.regulars(['edit', '1', '--company', hostile])
    harmless(await shop.regulars('undo', { columns: 100, keys: 'n\n' }))
  })

  test('and Ctrl-C at a question ends with 130', async () => {
    const shop = await shopOf({ name: 'Dup 1' }, { name: 'Dup 2' })
    for (const [line, keys] of [
      ['show Dup', '\u0003'],
      ['undo', '\u0003'],
      [`restore ${shop.db}`, '\u0003'],
      // Whoever sat there is gone, and the question stands again.
      ['show Dup', 'x\n'],
    ] as const) {
      const ran = await shop.regulars(line, { columns: 100, keys })
      expect([line, ran.exit, ran.err]).toEqual([
        line,
        130,
        expect.stringContaining('Interrupted; nothing was changed.'),
      ])
    }
  })

  test('an import: cells, columns and the questions for them, seen or in a pipe', async () => {
    const shop = await openShop()
    const path = join(shop.folder, 'c.csv')
    writeFileSync(path, `name,phone,${hostile}\n${hostile},12${hostile},x\nAnn,13800138000,y\n`)
    harmless(await shop.regulars(`import customers ${path}`, { columns: 100 }))
    harmless(await shop.regulars(`import customers ${path}`))
    writeFileSync(path, `${hostile},b\n${hostile},x\nAnn,y\n`)
    harmless(await shop.regulars(`import purchases ${path}`, { columns: 100, keys: '1\n\n\nn\nn\nn\n' }))
  })

  test('a fault nobody foresaw', async () => {
    const { asideOn } = await import('../../src/terminal/terminal.ts')
    expect(asideOn({ write: () => true, isTTY: true, columns: 0 }, `a${hostile}\nb`)).toBe('aBobLtd\nb\n')
  })
})

test('a name of two lines forges no row', async () => {
  const forged = 'Ann\n#9  Forged   138 0013 8000'
  const shop = await shopOf(
    { name: forged, company: 'A\nB', joinedOn: '2026-11-01', enteredOn: '2026-11-01' },
    { name: 'Bob' },
  )
  for (const line of ['list', 'due', 'due --short', 'find Ann', 'show 1', 'balances', 'log', 'report stages']) {
    const { out } = await shop.regulars(line)
    expect([line, out.split('\n').filter((row) => row.trimStart().startsWith('#9'))]).toEqual([line, []])
  }
})

test('csv and tsv of every list guard what a spreadsheet would run, as exports do; figures stay', async () => {
  const shop = await shopOf(
    { name: `=cmd|'/C calc'!A0`, company: '+1', phone: '+8613800138000', facts: { x: '@y' } },
    { name: '-Bob' },
  )
  await shop.regulars('buy 1 10 -u --on 2026-11-01')
  await shop.regulars('pay 2 5')
  for (const format of ['csv', 'tsv'])
    for (const line of [
      'list',
      'due',
      'purchases',
      'balances',
      'statement 1',
      'show 1',
      'find cmd',
      'contacts',
      'report pareto',
      'export customers',
    ]) {
      const { out } = await shop.regulars(`${line} --format ${format}`)
      const cells = out
        .split('\n')
        .flatMap((row) => row.split(format === 'csv' ? /,(?=(?:[^"]*"[^"]*")*[^"]*$)/ : '\t'))
      const run = cells.filter((cell) => /^"?[=@]|^"?[+-](?![\d.]+$)/.test(cell))
      expect([line, format, run]).toEqual([line, format, []])
    }
  const list = (await shop.regulars('list --format csv --columns name,company,phone,balance')).out
  expect(list).toBe(`name,company,phone,balance\n'=cmd|'/C calc'!A0,'+1,+8613800138000,10.00\n'-Bob,,,-5.00\n`)
})

test('a ledger’s name begins no line of a calendar', async () => {
  const shop = await openShop()
  await shop.regulars('add Ann --joined 10d')
  const { default: Database } = await import('better-sqlite3')
  const file = new Database(shop.db)
  file
    .prepare(`update ledger set value = ? where key = 'name'`)
    .run('Tea\r\nBEGIN:VEVENT\r\nSUMMARY:forged\r\nEND:VEVENT')
  file.close()
  const { out } = await shop.regulars('export due --format ics')
  expect(out.match(/^BEGIN:VEVENT/gm)).toHaveLength(1)
  expect(out).not.toMatch(/^SUMMARY:forged/m)
})
