import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newestVersion } from '../../src/store/sqlite/migrate.ts'
import { runs } from '../runs.ts'
import { openShop, type Shop } from '../shop.ts'
import { richShop } from './rich-shop.ts'

const version = newestVersion('migrations/sqlite')

const looks = [
  'list --archived --json',
  'list --json',
  'balances --json',
  'statement 1 --json',
  'purchases --json',
  'contacts --json',
  'due --all --json',
  'due --all --json --today 2026-11-27',
  'report stages --json',
  'report rates --json',
  'why 1 --json',
  'why 5 --json',
  'birthdays --days 366 --json',
  'policy show --json',
  'show 3 --json',
]

async function whole(shop: Shop): Promise<string> {
  const { exit, out } = await shop.regulars('export all')
  expect(exit).toBe(0)
  return out
}

/** Each line of an export as its object. */
const parsed = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

async function takeIn(text: string, shop?: Shop): Promise<Shop> {
  const other = shop ?? (await openShop(false))
  const path = join(other.folder, 'whole.jsonl')
  writeFileSync(path, text)
  const ran = await other.regulars(['import', 'all', path], { user: 'newcomer' })
  expect(ran.err.replace(/^New ledger.*\n/, '')).toBe('')
  expect(ran.exit).toBe(0)
  return other
}

test('a whole shop moves to an empty ledger and looks the same', async () => {
  const shop = await richShop()
  const text = await whole(shop)
  const other = await takeIn(text)
  for (const line of looks) expect(await other.regulars(line), line).toEqual(await shop.regulars(line))
  expect(await whole(other)).toBe(text)
})

test('who entered what, and the numbers, stay', async () => {
  const shop = await richShop()
  const other = await takeIn(await whole(shop))
  const [newest] = await other.json('purchases --from 2026-11-21')
  expect(newest.by).toBe('owner')
  expect(
    (await other.json('purchases')).some(({ id, by }: { id: number; by: string }) => id === 4 && by === 'till2'),
  ).toBe(true)
  // The next one goes on from there.
  expect((await other.json('buy 1 5')).id).toBe(
    Math.max(...(await shop.json('purchases')).map(({ id }: { id: number }) => id)) + 1,
  )
})

test('what an import brought is still known as that: what is due is the same', async () => {
  const shop = await openShop()
  const roster = join(shop.folder, 'roster.csv')
  const till = join(shop.folder, 'till.csv')
  writeFileSync(roster, 'name,phone\n张三,13911110001\n李四,13911110002\n')
  writeFileSync(till, 'phone,on,amount\n13911110001,2026-11-15,30\n')
  await shop.regulars(`import customers ${roster} --today 2026-11-10`)
  await shop.regulars(`import purchases ${till} --today 2026-11-18`)
  await shop.regulars('add 王五')
  await shop.regulars('buy 王五 20 --on 2026-11-17')
  const other = await takeIn(await whole(shop))
  for (const day of ['2026-11-21', '2026-11-25', '2026-12-10']) {
    const line = `due --all --json --today ${day}`
    expect(await other.regulars(line), day).toEqual(await shop.regulars(line))
  }
  expect(await whole(await takeIn(await whole(other)))).toBe(await whole(shop))
})

test('standard input, a dry run, and undo: the ledger is as it was', async () => {
  const text = await whole(await richShop())
  const other = await openShop('init --name Other --currency JPY')
  await other.regulars('policy set cadence.B 20')
  await other.regulars('classify')
  await other.regulars('add 甲')
  await other.regulars('undo --yes')
  const before = await whole(other)
  const dry = await other.regulars('import all - --dry-run', { stdin: text })
  expect(dry).toEqual({
    exit: 0,
    out: 'Would import: customers 5, entries 15, contacts 5.\n',
    err: 'Nothing was changed (--dry-run).\n',
  })
  expect(await whole(other)).toBe(before)
  const value = await other.json('import all -', { stdin: text })
  expect(value).toMatchObject({
    change: 5,
    file: '-',
    ledger: { name: '茶铺', currency: 'CNY' },
    rows: { customer: 5, entry: 15, contact: 5 },
    dryRun: false,
  })
  expect(await whole(other)).toBe(text)
  expect((await other.regulars('undo --yes')).exit).toBe(0)
  expect(await whole(other)).toBe(before)
})

test('edited since: undo says so', async () => {
  const other = await takeIn(await whole(await richShop()))
  await other.regulars('edit 2 --called Li')
  expect((await other.regulars('undo 1 --yes')).exit).toBe(1)
})

test('the same bytes on another day, by another hand', async () => {
  const shop = await richShop()
  expect((await shop.regulars('export all --today 2026-12-24 --as li')).out).toBe(await whole(shop))
})

/** A line of a good export made bad, and what is said of it. */
const bad: [what: string, table: string, edit: (row: Record<string, unknown>) => void, said: string, zh: string][] = [
  [
    'a day there is not',
    'entry',
    (row) => (row['on'] = '2026-02-30'),
    'entry.on cannot be “2026-02-30”',
    'entry.on 不能是“2026-02-30”',
  ],
  [
    'money with too many decimals',
    'entry',
    (row) => (row['amount'] = '1.005'),
    'entry.amount cannot be “1.005”',
    'entry.amount 不能是“1.005”',
  ],
  [
    'money as a number',
    'entry',
    (row) => (row['amount'] = 100),
    'entry.amount cannot be “100”',
    'entry.amount 不能是“100”',
  ],
  [
    'a kind there is not',
    'entry',
    (row) => (row['kind'] = 'gift'),
    'entry.kind cannot be “gift”',
    'entry.kind 不能是“gift”',
  ],
  [
    'a phone that is none',
    'customer',
    (row) => (row['phone'] = '138'),
    'customer.phone cannot be “138”',
    'customer.phone 不能是“138”',
  ],
  [
    'a birthday as nobody keeps it',
    'customer',
    (row) => (row['birthday'] = '农历四月十八'),
    'customer.birthday cannot be “农历四月十八”',
    'customer.birthday 不能是“农历四月十八”',
  ],
  ['no name', 'customer', (row) => delete row['name'], 'customer.name is missing', '缺 customer.name'],
  [
    'an empty name',
    'customer',
    (row) => (row['name'] = ''),
    "the ledger refuses this customer: CHECK constraint failed: name <> ''",
    "账本不收这行 customer：CHECK constraint failed: name <> ''",
  ],
  [
    'a key nobody knows',
    'customer',
    (row) => (row['colour'] = 'red'),
    'customer.colour is not known here',
    '不认识 customer.colour',
  ],
  [
    'a flag that is no flag',
    'customer',
    (row) => (row['archived'] = 1),
    'customer.archived cannot be “1”',
    'customer.archived 不能是“1”',
  ],
  [
    'a referrer who is not there',
    'customer',
    (row) => (row['referredBy'] = 99),
    'customer.referredBy names 99, which is not there',
    'customer.referredBy 指的 99 不在里面',
  ],
  ['an id again', 'contact', (row) => (row['id'] = 0), 'contact.id cannot be “0”', 'contact.id 不能是“0”'],
  [
    'a customer numbered higher than anybody counts',
    'customer',
    (row) => (row['id'] = 2_000_000_000),
    'customer.id is 2000000000: the numbers of a shop are given in order, and none goes so high',
    'customer.id 是 2000000000：编号是挨着给的，没有哪家店会有这么大的',
  ],
  [
    'an entry so numbered',
    'entry',
    (row) => (row['id'] = 100_000_001),
    'entry.id is 100000001: the numbers of a shop are given in order, and none goes so high',
    'entry.id 是 100000001：编号是挨着给的，没有哪家店会有这么大的',
  ],
  [
    'a rule out of bounds',
    'policy',
    (row) => (row['value'] = 'often'),
    'policy.value cannot be “often”',
    'policy.value 不能是“often”',
  ],
  [
    'an import that is not there',
    'tag',
    (row) => (row['import'] = 7),
    'tag.import names 7, which is not there',
    'tag.import 指的 7 不在里面',
  ],
  ['a table there is not', 'fact', (row) => (row['table'] = 'secret'), 'no table “secret”', '没有“secret”这张表'],
  [
    'a table out of turn',
    'fact',
    (row) => (row['table'] = 'customer'),
    'customer.table customer is out of order',
    'customer.table customer 顺序不对',
  ],
]

test('a bad line: its number, what is wrong, and nothing is written', async () => {
  const text = await whole(await richShop())
  const other = await openShop()
  const before = await whole(other)
  for (const [what, table, edit, en, zh] of bad) {
    const lines = parsed(text)
    // Not the first of its table: one that was taken must go again.
    const at = lines.map((row) => row.table).lastIndexOf(table)
    edit(lines[at])
    const stdin = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
    const hint = {
      en: 'Nothing was imported. Export it again: regulars help export all',
      zh: '什么也没导入。请重新导出：regulars help export all',
    }
    expect(await other.regulars('import all -', { stdin }), what).toEqual({
      exit: 1,
      out: '',
      err: `regulars: -, line ${at + 1}: ${en}.\n  ${hint.en}\n`,
    })
    expect((await other.regulars('import all - --lang zh', { stdin })).err, what).toBe(
      `regulars: - 第 ${at + 1} 行：${zh}。\n  ${hint.zh}\n`,
    )
    expect(await whole(other), what).toBe(before)
  }
})

test('the number of a merged customer goes no higher: the next one gets the number after it', async () => {
  const shop = await openShop()
  for (const line of ['add Wang', 'add Wong', 'merge id:2 --into id:1 --yes']) await shop.regulars(line)
  const stdin = (await whole(shop)).replace('"formerId":2,', '"formerId":10000001,')
  const { exit, err } = await (await openShop()).regulars('import all -', { stdin })
  expect(exit).toBe(1)
  expect(err).toContain(
    'alias.formerId is 10000001: the numbers of a shop are given in order, and none goes so high.\n',
  )
})

test('cut off, scrambled, twice, of a newer program, or something else', async () => {
  const text = await whole(await richShop())
  const shop = await openShop()
  const lines = text.trimEnd().split('\n')
  const said = async (stdin: string | Uint8Array, lang = 'en') =>
    (await shop.regulars(`import all - --lang ${lang}`, { stdin })).err.split('\n')[0]
  expect(await said(lines.slice(0, -2).join('\n'))).toBe('regulars: - is not whole: tier has 4 rows, 6 were written.')
  expect(await said(lines.slice(0, -2).join('\n'), 'zh')).toBe('regulars: - 不完整：tier 只有 4 行，写的时候有 6 行。')
  expect(await said(text.slice(0, -30))).toBe(`regulars: -, line ${lines.length}: not a JSON object.`)
  expect(await said(text.slice(0, -30), 'zh')).toBe(`regulars: - 第 ${lines.length} 行：不是 JSON。`)
  expect(await said([...lines, lines.at(-1)].join('\n'))).toBe(
    'regulars: - is not whole: tier has 7 rows, 6 were written.',
  )
  const newer = (lines[0] ?? '').replace(`"schema":${version}`, '"schema":99').replace('0.0.0-test', '9.1.0')
  expect(await said([newer, ...lines.slice(1)].join('\n'))).toBe(
    `regulars: - was written by a newer regulars (9.1.0, ledger version 99; this one knows ${version}).`,
  )
  expect(await said([newer, ...lines.slice(1)].join('\n'), 'zh')).toBe(
    `regulars: - 是更新的 regulars 写的（9.1.0，账本版本 99，这里只认到 ${version}）。`,
  )
  for (const other of ['', 'name,phone\n王小明,138\n', '{}', '[1]', Buffer.from([0xff, 0xfe, 0x41])])
    expect(await said(other)).toBe('regulars: - is no whole export of a ledger.')
  expect(await said('x', 'zh')).toBe('regulars: - 不是整本账的导出。')
  expect(await shop.regulars('import all nowhere.jsonl')).toMatchObject({
    exit: 2,
    err:
      'regulars: No such file: nowhere.jsonl.\n  Is it spelt so, and in this folder? Else the whole path: ' +
      '/home/me/FILE\n',
  })
  await shop.regulars('buy walk-in 5')
  expect(await shop.regulars('import all -', { stdin: text })).toEqual({
    exit: 1,
    out: '',
    err:
      'regulars: This ledger is not empty: customers 0, entries 1. A whole shop goes into an empty one.\n  Into ' +
      'a new one, named with --db: regulars help import all\n',
  })
  expect(await said(text, 'zh')).toBe('regulars: 账本不是空的：客户 0，账目 1。整本账要导进空账本。')
})

test('a byte order mark and Windows line ends do no harm', async () => {
  const text = await whole(await richShop())
  const other = await openShop(false)
  const ran = await other.regulars('import all -', { stdin: Buffer.from(`\ufeff${text.replaceAll('\n', '\r\n')}`) })
  expect(ran.exit).toBe(0)
  expect(await whole(other)).toBe(text)
})

test('any shop goes round to the same bytes', async () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    .filter((text) => text.trim() !== '' && !/^[-＝=]/.test(text.trim()) && !text.includes('\0'))
  const step = fc.oneof(
    fc.record({
      do: fc.constant('add' as const),
      name: word,
      note: word,
      tag: word,
      code: fc.integer({ min: 1, max: 30 }),
      credit: fc.integer({ min: 0, max: 500 }),
    }),
    fc.record({
      do: fc.constant('buy' as const),
      who: fc.integer({ min: 0, max: 6 }),
      amount: fc.integer({ min: 0, max: 99_999 }),
      item: word,
      unpaid: fc.boolean(),
      day: fc.integer({ min: 0, max: 400 }),
    }),
    fc.record({
      do: fc.constant('other' as const),
      line: fc.constantFrom(
        'refund 1 0.5',
        'void 2',
        'pay 1 12.34',
        'done 1',
        'done 2 -o no-answer',
        'classify',
        'pin 1 B',
        'archive 2',
        'policy set tier.margin 0.3',
        'undo --yes',
      ),
    }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 14 }), async (steps) => {
      const shop = await openShop()
      for (const one of steps) {
        if (one.do === 'other') await shop.regulars(one.line)
        else if (one.do === 'add')
          await shop.regulars([
            'add',
            `--note=${one.note}`,
            `--tag=${one.tag}`,
            '--code',
            `c${one.code}`,
            '--credit',
            `${one.credit}`,
            '--',
            one.name,
          ])
        else
          await shop.regulars([
            'buy',
            '--on',
            `-${one.day}d`,
            ...(one.unpaid ? ['-u'] : []),
            `--item=${one.item}`,
            '--',
            one.who === 0 ? '散客' : `id:${one.who}`,
            `${one.amount / 100}`,
          ])
      }
      const text = await whole(shop)
      expect(await whole(await takeIn(text))).toBe(text)
    }),
    { numRuns: runs(7) },
  )
})

test('to a file: private, whole or not at all, and never over another without a word', async () => {
  const shop = await richShop()
  const path = join(shop.folder, 'shop.jsonl')
  expect(await shop.regulars(['export', 'all', '--out', path])).toMatchObject({ exit: 0, out: '' })
  expect(readFileSync(path, 'utf8')).toBe(await whole(shop))
})
