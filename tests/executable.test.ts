import { execFileSync, spawnSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { unpack } from '../src/start/unpack.ts'
import { workbook } from './workbook.ts'

const built = fileURLToPath(new URL(`../executables/regulars-${process.platform}-${process.arch}`, import.meta.url))

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'regulars-executable-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

test.skipIf(!existsSync(built))(
  'the executable alone in an empty folder, with nothing on PATH, does the work of a shop (npm run build:executable)',
  () => {
    const place = folder()
    const program = join(place, 'regulars')
    copyFileSync(built, program)
    const env = { HOME: place, PATH: '', LANG: 'en_US.UTF-8', TZ: 'Asia/Shanghai', REGULARS_TODAY: '2026-11-21' }
    const run = (...words: string[]) => {
      const { status, stdout, stderr } = spawnSync(program, words, { cwd: place, env, encoding: 'utf8' })
      return { exit: status, out: stdout, err: stderr }
    }
    const fine = (...words: string[]) => {
      const ran = run(...words)
      expect(ran, words.join(' ')).toMatchObject({ exit: 0 })
      return ran.out
    }
    expect(fine('--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
    // What another Node of the computer is told is nothing to it, and its flags are the program's own.
    expect(spawnSync(program, ['--version'], { env: { ...env, NODE_OPTIONS: '--nonsense' } }).status).toBe(0)
    expect(run('--inspect')).toMatchObject({ exit: 2 })
    fine('init', '--name', 'Teahouse', '--region', 'CN', '--currency', 'CNY')
    fine('add', '王小明', '--phone', '13800138000', '--birthday', '农历十月十九')
    expect(fine('buy', 'wxm', '128', 'tea')).toContain('¥128.00 tea')
    writeFileSync(join(place, 'roster.csv'), '姓名,手机\n李秀兰,13912345678\n')
    writeFileSync(
      join(place, 'till.xlsx'),
      workbook({
        Till: [
          ['日期', '姓名', '金额'],
          ['2026-11-20', '李秀兰', 88],
        ],
      }),
    )
    expect(fine('import', 'customers', 'roster.csv')).toContain('new 1,')
    expect(fine('import', 'purchases', 'till.xlsx')).toContain('new 1,')
    // Large enough for a thread of its own.
    const rows = Array.from(
      { length: 2_200 },
      (_, at) => `2026-10-${10 + (at % 20)},李秀兰,${1 + at},${'x'.repeat(2000)}`,
    )
    writeFileSync(join(place, 'large.csv'), `日期,姓名,金额,备注\n${rows.join('\n')}\n`)
    expect(fine('import', 'purchases', 'large.csv')).toContain('new 2200')
    expect(fine('due')).toContain('王小明')
    fine('report', '--html', 'page.html')
    expect(readFileSync(join(place, 'page.html'), 'utf8')).toContain('<svg')
    fine('backup', 'shop.backup')
    fine('undo', '--yes')
    fine('restore', 'shop.backup', '--yes')
    expect(fine('completion', 'bash')).toContain('complete -F _regulars regulars')
    expect(fine('__complete', 'show', '王')).toContain('王小明')
    // The clock is told of the file itself, by its full path.
    expect(fine('schedule', 'cron')).toContain(`${program} classify --quiet --db ${place}`)
    expect(fine('doctor', '--migrate')).toContain('The ledger is sound')
    // Only what anybody would expect lies in the folder, and the program in the owner's cache.
    expect(readdirSync(place).sort()).toEqual(
      ['.cache', '.local', 'large.csv', 'page.html', 'regulars', 'roster.csv', 'shop.backup', 'till.xlsx'].sort(),
    )
    expect(readdirSync(join(place, '.cache', 'regulars-program'))).toHaveLength(1)
    // Where nobody may write it runs all the same, and leaves nothing.
    const nowhere = { ...env, HOME: '/proc/none', TMPDIR: join(place, '.cache') }
    expect(execFileSync(program, ['help', 'money'], { env: nowhere, encoding: 'utf8' })).toContain('88.50')
    expect(readdirSync(join(place, '.cache')).filter((name) => name.startsWith('regulars-program-'))).toEqual([])
  },
)

const files = { 'dist/main.cjs': 'main', 'migrations/0001.sql': 'create' }
const carried = {
  build: 'b2',
  files: Object.entries(files).map(([path, text]) => ({ path, size: text.length })),
  read: (path: string) => Buffer.from(files[path as keyof typeof files]),
}

test('the carried program is put down once, for its owner alone, and anew where something of it is gone', () => {
  const base = folder()
  const place = unpack(carried, base)
  const main = join(place, 'dist', 'main.cjs')
  expect(readFileSync(main, 'utf8')).toBe('main')
  expect(statSync(main).mode & 0o777).toBe(0o600)
  expect(statSync(join(place, 'dist')).mode & 0o777).toBe(0o700)
  const { ino } = statSync(main)
  expect(unpack(carried, base)).toBe(place)
  expect(statSync(main).ino).toBe(ino)
  for (const spoil of [() => rmSync(main), () => writeFileSync(main, 'ma'), () => rmSync(place, { recursive: true })]) {
    spoil()
    expect(readFileSync(join(unpack(carried, base), 'dist', 'main.cjs'), 'utf8')).toBe('main')
  }
  expect(readdirSync(base)).toEqual(['b2'])
})

test('what another build put down goes after a week', () => {
  const base = folder()
  const ago = (days: number) => Date.now() / 1000 - days * 86_400
  for (const [name, days] of [
    ['b0', 8],
    ['b1', 6],
  ] as const) {
    mkdirSync(join(base, name))
    utimesSync(join(base, name), ago(days), ago(days))
  }
  unpack(carried, base)
  expect(readdirSync(base).sort()).toEqual(['b1', 'b2'])
})
