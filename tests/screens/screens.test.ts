import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import { prepareWidth, widthOf } from '../../src/terminal/width.ts'
import { openShop, type Ran, type Shop } from '../shop.ts'
import { teaHouse } from './tea-house.ts'

/**
 * What an owner sees, in both languages and three widths, as text to be read: a folder for each, beside this file.
 * REGULARS_SCREENS=write writes them anew; whoever does reads what changed.
 */
const writes = process.env['REGULARS_SCREENS'] === 'write'

/** A file of screens: the lines typed, one after another on one ledger; keys where it is a dialogue. */
interface Sheet {
  /** Its lines change the ledger: it has one of its own. */
  readonly changes?: boolean
  readonly lines: readonly (string | readonly [line: string, keys: string])[]
}

const sheets: Readonly<Record<string, Sheet>> = {
  today: { lines: [''] },
  due: { lines: ['due', 'due --short', 'due --days 7 --reason birthday,occasion', 'why 王小明', 'why 陈静'] },
  round: { lines: [['round', '  q']] },
  plan: { lines: ['plan --capacity 4'] },
  show: { lines: ['show 王小明', 'show 5', 'show 6', 'show 周梅', 'show 孙丽', 'show 何芳', 'show 黄晓'] },
  list: {
    lines: ['list', 'list --owes', 'find 伟', 'find becker', 'balances', 'purchases 陈静 -l 5', 'contacts -l 8'],
  },
  care: {
    lines: [
      'birthdays --days 14',
      'wants',
      'complaint list',
      'complaint show 2',
      'points show 郑强',
      'coupon list',
      'pass list',
      'occasion list',
      'event list',
      'person list 5',
      'referrals',
      'statement 王小明 --from 2026-10-01',
      'message 生日 --to 李秀兰',
    ],
  },
  'report-summary': { lines: ['report summary --month 2026-11', 'report summary'] },
  'report-day': { lines: ['report day --on 2026-11-20'] },
  'report-rates': { lines: ['report rates --month 2026-11', 'report rates --by month --from 2026-06-01'] },
  'report-stages': { lines: ['report stages'] },
  'report-rfm': { lines: ['report rfm'] },
  'report-pareto': { lines: ['report pareto'] },
  'report-cohorts': { lines: ['report cohorts'] },
  'report-quadrants': { lines: ['report quadrants'] },
  'report-value': { lines: ['report value'] },
  'report-followups': { lines: ['report followups --month 2026-11'] },
  'report-losses': { lines: ['report losses'] },
  'report-items': { lines: ['report items'] },
  'report-returns': { lines: ['report returns'] },
  'report-sources': { lines: ['report sources'] },
  'report-campaigns': { lines: ['report campaigns'] },
  'report-events': { lines: ['report events'] },
  'report-complaints': { lines: ['report complaints'] },
  'report-satisfaction': { lines: ['report satisfaction'] },
  'report-points': { lines: ['report points'] },
  'report-referrals': { lines: ['report referrals'] },
  tiers: { lines: ['classify --dry-run', 'policy show due', 'policy show tier', 'log -l 12'] },
  counter: {
    changes: true,
    lines: [
      'add 朱婷婷 --phone 13012340000 --birthday 农历八月十五',
      'buy 朱婷婷 128+60-8 竹叶青 -u',
      'buy 散客 45',
      'refund 朱婷婷 60',
      'pay 朱婷婷 300',
      'done 高霞 -n 周三来取 --next 3天',
      'snooze 刘敏 下周三',
      'want 罗丹 明前龙井',
      'arrived 龙井',
      'complaint open 孙丽 "杯子缺口"',
      'survey 陈静 2 --expected 4',
      'points redeem 郑强 200',
      'tag 罗丹 +新客',
      'note 罗丹 "喜欢清淡的"',
      'edit 罗丹 --style amiable',
      'pin 罗丹 A --reason 老板的表妹',
      'occasion add 罗丹 2026-12-20 结婚纪念日 --every year',
      'group save 大客 --tier A',
      'archive 周梅',
      'undo --yes',
      'undo --yes --dry-run',
    ],
  },
  errors: {
    lines: [
      'buy 1 128 --on 明天',
      'buy 王小明 12a',
      'buy 王小明 金骏眉 200',
      'buy',
      'buy 张伟 88',
      'buy 杨过 88',
      'buy 王小明 1.500',
      'buy 赵国庆 3000 -u',
      'refund 王小明 99999',
      'pay 王小明 -5',
      'add 王小明2 --phone 13800138000',
      'add 李雷 --birthday 31/12/1988',
      'done 陈静 --next 昨天',
      'snooze 王小明 xx',
      'coupon use 不存在 王小明',
      'points redeem 何芳 10',
      'complaint resolve 99',
      'shwo 王小明',
      '王小明',
      'list --teir A',
      'report sumary',
      'undo 9999 --yes',
      'archive 赵国庆',
      'restore nowhere.db --yes',
      'policy set due.capacity lots',
      'round --no-input',
    ],
  },
  help: {
    lines: [
      'help',
      'help buy',
      'help due',
      'help round',
      'help import purchases',
      'help tiers',
      'help days',
      'help flags',
    ],
  },
}

const at = (folder: string, name: string) => new URL(`${folder}/${name}.txt`, import.meta.url)

/** As it stands on the terminal: what was typed, what was said. */
function shown(line: string, { out, err, exit }: Ran, folder: string): string {
  const said = `${out}${err}`.replaceAll(folder, '/shop').trimEnd()
  return `$ regulars ${line}${exit === 0 ? '' : `   [${exit}]`}\n${said === '' ? '' : `${said}\n`}`
}

async function sheetOf({ lines }: Sheet, shop: Shop, lang: string, columns: number): Promise<string> {
  const texts: string[] = []
  for (const typed of lines) {
    const [line, keys] = typeof typed === 'string' ? [typed, undefined] : typed
    const ran = await shop.regulars(line, {
      columns,
      env: { NO_COLOR: '1', REGULARS_LANG: lang },
      ...(keys === undefined ? {} : { keys }),
    })
    if (ran.exit === 70) throw new Error(ran.err)
    texts.push(shown(line, ran, shop.folder))
  }
  return texts.join('\n')
}

/** Whatever a line holds, each cell of the terminal it takes: true where there is something. */
function cellsOf(line: string): boolean[] {
  const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)
  return Array.from(letters, ({ segment }) => Array<boolean>(widthOf(segment)).fill(segment !== ' ')).flat()
}

/**
 * Rows of a table stand under one another: between the cells of the row that has the most of them there are gaps that
 * go through all rows. Says which table has not.
 */
function ragged(text: string): string[] {
  const tables: string[][] = [[]]
  for (const line of text.split('\n'))
    if (/^ *#\d+ /.test(line)) tables.at(-1)?.push(line)
    else if (tables.at(-1)?.length) tables.push([])
  return tables
    .filter((rows) => rows.length > 1)
    .filter((rows) => {
      const filled = rows.map(cellsOf)
      const width = Math.max(...filled.map(({ length }) => length))
      const empty = Array.from({ length: width }, (_, column) => filled.every((cells) => !cells[column]))
      const gaps =
        empty
          .map((blank) => (blank ? ' ' : 'x'))
          .join('')
          .trim()
          .match(/ +/g)?.length ?? 0
      // The last column is a text and may hold anything.
      const cells = rows.map((row) => row.trim().split(/ {2,}/).length)
      return gaps < Math.max(...cells) - 1
    })
    .map((rows) => rows.join('\n'))
}

/** What may be wider: a command to be copied is not broken, and must then be the line’s own. */
const isCommand = (line: string) => /^ *\S*(?:regulars .*)$/.test(line)

describe.each(['zh', 'en'])('%s', (lang) => {
  test.each([60, 80, 120])(
    '%i columns: the screens are as they were read, no line too wide, all rows aligned',
    async (columns) => {
      const folder = `${lang}-${columns}`
      const changed: string[] = []
      const looked = await teaHouse()
      for (const [name, sheet] of Object.entries(sheets)) {
        const text = await sheetOf(sheet, sheet.changes ? await teaHouse() : looked, lang, columns)
        await prepareWidth(text)
        const lines = text.split('\n').filter((line) => !line.startsWith('$ '))
        expect(
          lines.filter((line) => widthOf(line) > columns && !isCommand(line)),
          `${folder}/${name}`,
        ).toEqual([])
        expect(ragged(lines.join('\n')), `${folder}/${name}`).toEqual([])
        const file = at(folder, name)
        if (writes) {
          mkdirSync(dirname(file.pathname), { recursive: true })
          writeFileSync(file, text)
        } else if (!existsSync(file) || readFileSync(file, 'utf8') !== text) changed.push(name)
        if (changed.at(-1) === name)
          expect.soft(text, `${folder}/${name}`).toBe(existsSync(file) ? readFileSync(file, 'utf8') : '')
      }
      expect(changed, 'changed; REGULARS_SCREENS=write writes them anew').toEqual([])
    },
    180_000,
  )
})

test('the welcome of a machine without a ledger', async () => {
  const shop = await openShop(false)
  for (const lang of ['zh', 'en'])
    for (const columns of [60, 80, 120]) {
      const { out } = await shop.regulars([], { columns, env: { REGULARS_LANG: lang, REGULARS_DB: shop.db } })
      for (const line of out.split('\n')) expect(widthOf(line)).toBeLessThanOrEqual(columns)
    }
})
