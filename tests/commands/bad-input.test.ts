import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { newestVersion } from '../../src/store/sqlite/migrate.ts'
import { openShop, type Shop } from '../shop.ts'

const version = newestVersion('migrations/sqlite')

const said = (...lines: string[]) => `regulars: ${lines.join('\n  ')}\n`

/** What is typed, the code, and what is said of it in both languages: the exit code of all of them is 2. */
const lines: [string, string, string[], string[]][] = [
  [
    'byu 1 2',
    'usage.unknown-command',
    ['No such command: byu.', 'Did you mean regulars buy?   All commands: regulars help'],
    ['没有这个命令：byu。', '是不是 regulars buy？   全部命令：regulars help'],
  ],
  [
    'xyzzy',
    'usage.unknown-command',
    ['No such command: xyzzy.', 'All commands: regulars help'],
    ['没有这个命令：xyzzy。', '全部命令：regulars help'],
  ],
  [
    'help clasify',
    'usage.unknown-command',
    ['No such command: clasify.', 'Did you mean regulars classify?   All commands: regulars help'],
    ['没有这个命令：clasify。', '是不是 regulars classify？   全部命令：regulars help'],
  ],
  [
    'policy sat',
    'usage.unknown-command',
    ['No such command: policy sat.', 'Did you mean regulars policy set?   All commands: regulars help'],
    ['没有这个命令：policy sat。', '是不是 regulars policy set？   全部命令：regulars help'],
  ],
  [
    'config frobnicate',
    'usage.which-command',
    [
      'No such command: config frobnicate.',
      'One of: regulars config list, regulars config get, regulars config set, regulars config unset',
    ],
    [
      '没有这个命令：config frobnicate。',
      '可选：regulars config list、regulars config get、regulars config set、regulars config unset',
    ],
  ],
  [
    '__proto__',
    'usage.unknown-command',
    ['No such command: __proto__.', 'All commands: regulars help'],
    ['没有这个命令：__proto__。', '全部命令：regulars help'],
  ],
  [
    'constructor 1',
    'usage.unknown-command',
    ['No such command: constructor.', 'All commands: regulars help'],
    ['没有这个命令：constructor。', '全部命令：regulars help'],
  ],
  [
    'buy 1 2 --unpiad',
    'usage.unknown-option',
    ['buy has no flag --unpiad.', 'Did you mean --unpaid?   All flags: regulars help buy'],
    ['buy 没有 --unpiad 这个选项。', '是不是 --unpaid？   全部选项：regulars help buy'],
  ],
  [
    'due -z',
    'usage.unknown-option',
    ['due has no flag -z.', 'All flags: regulars help due'],
    ['due 没有 -z 这个选项。', '全部选项：regulars help due'],
  ],
  [
    '--nope',
    'usage.unknown-option',
    ['regulars has no flag --nope.', 'All flags: regulars help'],
    ['regulars 没有 --nope 这个选项。', '全部选项：regulars help'],
  ],
  [
    'due --quiet=yes',
    'usage.unknown-option',
    ['due has no flag --quiet=yes.', 'All flags: regulars help due'],
    ['due 没有 --quiet=yes 这个选项。', '全部选项：regulars help due'],
  ],
  [
    'due --db',
    'usage.missing-value',
    ['due: --db needs a value.', 'Examples: regulars help due'],
    ['due：--db 后面要写值。', '例子：regulars help due'],
  ],
  [
    'backup --keep --quiet',
    'usage.missing-value',
    ['backup: --keep needs a value.', 'Examples: regulars help backup'],
    ['backup：--keep 后面要写值。', '例子：regulars help backup'],
  ],
  [
    'log -l --quiet',
    'usage.missing-value',
    ['log: --limit needs a value.', 'Examples: regulars help log'],
    ['log：--limit 后面要写值。', '例子：regulars help log'],
  ],
  [
    'restore',
    'usage.missing-argument',
    ['restore: file is missing.', 'Examples: regulars help restore'],
    ['restore：缺文件。', '例子：regulars help restore'],
  ],
  [
    'buy',
    'usage.hash',
    [
      'buy: a customer is missing.',
      'Say who: regulars buy NAME …   or regulars buy 12 …   (#12 alone is dropped by the shell: leave out the #)',
    ],
    ['buy：缺客户。', '请写上是谁：regulars buy 王小明 …，或 regulars buy 12 …。写了 #12 也会这样：# 不用写'],
  ],
  [
    'due extra',
    'usage.extra-argument',
    ['due: one word too many: extra.', 'Quote a text with blanks. Examples: regulars help due'],
    ['due：多了一个词：extra。', '有空格的文字请加引号。例子：regulars help due'],
  ],
  [
    'due --format xml',
    'usage.bad-choice',
    ['Not a format: “xml”.', 'One of: table, json, jsonl, csv, tsv, md'],
    ['格式没有“xml”。', '可选：table、json、jsonl、csv、tsv、md'],
  ],
  [
    'due --format=',
    'usage.bad-choice',
    ['Not a format: “”.', 'One of: table, json, jsonl, csv, tsv, md'],
    ['格式没有“”。', '可选：table、json、jsonl、csv、tsv、md'],
  ],
  [
    'log --columns change,nope',
    'usage.unknown-column',
    ['No column nope here.', 'Columns: change, at, by, command, facts, undoneBy'],
    ['这里没有 nope 这一列。', '可选：change、at、by、command、facts、undoneBy'],
  ],
  [
    'due --today 31/12/2026',
    'day.year-last',
    ['Not a day: “31/12/2026”.', 'Year first: 2026-12-31'],
    ['日期看不懂：“31/12/2026”。', '年份写在前面：2026-12-31'],
  ],
  [
    'due --today 2026-02-30',
    'day.impossible',
    ['The calendar has no such day: “2026-02-30”.', 'How days can be typed: regulars help days'],
    ['没有这一天：“2026-02-30”。', '日子怎么写：regulars help days'],
  ],
  [
    'due --today someday',
    'day.unreadable',
    ['Not a day: “someday”.', 'Examples: 2026-11-21   11-21   Nov 21   yesterday   3d   friday'],
    ['日期看不懂：“someday”。', '例：2026-11-21、11-21、昨天、3天前、上周五'],
  ],
  [
    'report summary --from 2026-02',
    'day.unreadable',
    ['Not a day: “2026-02”.', 'One of its days: 2026-02-01 … 2026-02-28'],
    ['日期看不懂：“2026-02”。', '要写到哪一天：2026-02-01 … 2026-02-28'],
  ],
  [
    'snooze Wang 2028年2月',
    'day.unreadable',
    ['Not a day: “2028年2月”.', 'One of its days: 2028-02-01 … 2028-02-29'],
    ['日期看不懂：“2028年2月”。', '要写到哪一天：2028-02-01 … 2028-02-29'],
  ],
  [
    'log -l 0',
    'usage.bad-count',
    ['Not a whole number of at least 1: “0”.', 'How it is typed: regulars help log'],
    ['要写不小于 1 的整数：“0”。', '怎么写：regulars help log'],
  ],
  [
    'undo x',
    'usage.bad-count',
    ['Not a whole number of at least 1: “x”.', 'How it is typed: regulars help undo'],
    ['要写不小于 1 的整数：“x”。', '怎么写：regulars help undo'],
  ],
  [
    'log --from 2026-12-01 --to 2026-01-01',
    'day.reversed',
    ['The period ends before it begins: 2026-12-01 to 2026-01-01.', 'How it is typed: regulars help log'],
    ['起止反了：2026-12-01 到 2026-01-01。', '怎么写：regulars help log'],
  ],
]

test.each(lines)('%s', async (line, code, en, zh) => {
  const shop = await openShop()
  await shop.regulars('add 王小明')
  expect(await shop.regulars(line)).toEqual({ exit: 2, out: '', err: said(...en) })
  expect(await shop.regulars(line, { env: { REGULARS_LANG: 'zh' } })).toEqual({ exit: 2, out: '', err: said(...zh) })
  // With --json neither another format nor columns are looked at.
  if (/--format|--columns/.test(line)) return
  const json = await shop.regulars(`--json ${line}`)
  const { error } = JSON.parse(json.err)
  expect([json.exit, json.out, error.code, error.message, error.hint]).toEqual([2, '', code, en[0], en[1] ?? null])
})

test('a wrong --lang is refused in the language of the ledger', async () => {
  const shop = await openShop('init --lang zh')
  expect(await shop.regulars('due --lang fr')).toEqual({
    exit: 2,
    out: '',
    err: said('语言没有“fr”。', '可选：en、zh'),
  })
})

test('a column that is not there is refused before anything is written', async () => {
  const shop = await openShop()
  await shop.regulars('add 王小明')
  expect(await shop.regulars('buy 1 5 --columns id,nope')).toMatchObject({ exit: 2, out: '' })
  expect(await shop.regulars('undo --yes --ids')).toMatchObject({
    exit: 2,
    out: '',
    err: said('--ids: this command lists nobody.', 'How it is typed: regulars help undo'),
  })
  expect(await shop.json('purchases')).toEqual([])
  expect(await shop.json('log')).toHaveLength(1)
  expect((await shop.regulars('buy 1 5 --columns id,amount --no-header --format csv')).out).toBe('1,5.00\n')
})

/** A file that cannot be the ledger, how it is made, and what is said of it. */
const files: [
  string,
  (shop: Shop, path: string) => void | Promise<void>,
  string,
  string,
  (path: string) => string[],
  (path: string) => string[],
][] = [
  [
    'no file',
    () => {},
    'list',
    'file.missing',
    (path) => [
      `No ledger at ${path}.`,
      'To start one: regulars init   From a backup: regulars help restore   To look around first: regulars demo',
    ],
    (path) => [
      `没有账本：${path}。`,
      '新建：regulars init   有备份：regulars help restore   先看看样子：regulars demo',
    ],
  ],
  [
    'a folder',
    (_, path) => mkdirSync(path),
    'list',
    'file.is-folder',
    (path) => [`${path} is a folder, not a ledger.`, 'Name the file in it with --db.'],
    (path) => [`${path} 是文件夹，不是账本。`, '请用 --db 写到里面的文件。'],
  ],
  [
    'a letter',
    (_, path) => writeFileSync(path, 'Dear Anna,\n'.repeat(40)),
    'add X',
    'file.not-a-ledger',
    (path) => [
      `${path} is not a ledger of regulars; it was left as it is.`,
      'Name a ledger in its place. Which one is looked at: regulars config list',
    ],
    (path) => [`${path} 不是 regulars 的账本，没有动它。`, '请换成账本文件。现在看的是哪本：regulars config list'],
  ],
  [
    'a short letter',
    (_, path) => writeFileSync(path, 'x'),
    'buy 1 5',
    'file.not-a-ledger',
    (path) => [
      `${path} is not a ledger of regulars; it was left as it is.`,
      'Name a ledger in its place. Which one is looked at: regulars config list',
    ],
    (path) => [`${path} 不是 regulars 的账本，没有动它。`, '请换成账本文件。现在看的是哪本：regulars config list'],
  ],
  [
    'a database of something else',
    stranger,
    'add X',
    'file.not-a-ledger',
    (path) => [
      `${path} is not a ledger of regulars; it was left as it is.`,
      'Name a ledger in its place. Which one is looked at: regulars config list',
    ],
    (path) => [`${path} 不是 regulars 的账本，没有动它。`, '请换成账本文件。现在看的是哪本：regulars config list'],
  ],
  [
    'a newer ledger',
    (shop, path) => ledger(shop, path, 99),
    'add X',
    'file.newer',
    (path) => [
      `${path} was written by a newer regulars (file version 99; this one knows ${version}).`,
      'Next: npm install -g regulars   Another ledger is named with --db.',
    ],
    (path) => [
      `${path} 是更新版的 regulars 写的（文件版本 99，本程序到 ${version}）。`,
      '下一步：npm install -g regulars   别的账本用 --db 指明。',
    ],
  ],
  [
    'an older ledger, only read',
    (shop, path) => ledger(shop, path, 0),
    'list',
    'file.older',
    (path) => [
      `${path} is an older ledger (file version 0; this one writes ${version}).`,
      'To bring it up to date (a copy is kept): regulars doctor --migrate',
    ],
    (path) => [
      `${path} 是旧版账本（文件版本 0，本程序写 ${version}）。`,
      '升级（会先留一份）：regulars doctor --migrate',
    ],
  ],
  [
    'a torn ledger',
    torn,
    'list',
    'file.damaged',
    (path) => [
      `${path} is damaged.`,
      `What is wrong: regulars doctor --db ${path}   The last good state: regulars help restore`,
    ],
    (path) => [`${path} 坏了。`, `查看问题：regulars doctor --db ${path}   回到上次备份：regulars help restore`],
  ],
]

function stranger(_: Shop, path: string): void {
  const file = new Database(path)
  file.exec('pragma journal_mode = wal; create table album (title); insert into album values (1)')
  file.close()
}

function ledger(shop: Shop, path: string, number: number): void {
  copyFileSync(shop.db, path)
  const file = new Database(path)
  file.pragma(`user_version = ${number}`)
  file.close()
}

function torn(shop: Shop, path: string): void {
  ledger(shop, path, version)
  truncateSync(path, 20_000)
}

test.each(files)('%s as the ledger', async (_, make, line, code, en, zh) => {
  const shop = await openShop()
  const folder = join(shop.folder, 'place')
  mkdirSync(folder)
  const path = join(folder, 'x.db')
  await make(shop, path)
  const state = () => [
    readdirSync(folder),
    existsSync(path) && statSync(path).isFile() ? readFileSync(path).toString('base64') : '',
  ]
  const before = state()
  const env = { REGULARS_DB: path }
  expect(await shop.regulars(line, { env })).toEqual({ exit: 4, out: '', err: said(...en(path)) })
  expect(await shop.regulars(line, { env: { ...env, REGULARS_LANG: 'zh' } })).toEqual({
    exit: 4,
    out: '',
    err: said(...zh(path)),
  })
  const json = await shop.regulars(`${line} --json`, { env })
  expect([json.exit, JSON.parse(json.err).error.code]).toEqual([4, code])
  expect(state()).toEqual(before)
})

test('a dry run leaves no file where none was, and an empty file is a place for a ledger', async () => {
  const shop = await openShop(false)
  expect((await shop.regulars('add 王小明 --dry-run')).exit).toBe(0)
  expect((await shop.regulars('init --dry-run')).exit).toBe(0)
  expect(existsSync(shop.db)).toBe(false)
  writeFileSync(shop.db, '')
  expect((await shop.regulars('list')).exit).toBe(4)
  expect(await shop.regulars('add 王小明')).toMatchObject({ exit: 0, err: `New ledger: ${shop.db}\n` })
  expect(statSync(shop.db).mode & 0o777).toBe(0o600)
})
