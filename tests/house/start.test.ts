import { execFileSync } from 'node:child_process'
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { tree, verbs } from '../../src/program/tree.ts'
import { pieceFor, withOwnPiece } from '../../src/start/daily.ts'

// What the built program loads to answer, and what it keeps of it: the milliseconds are measured by bench/start.ts,
// their causes are held here.
const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'bin', 'regulars.js')
const place = mkdtempSync(join(tmpdir(), 'regulars-start-'))
const db = join(place, 'shop.db')

function run(words: readonly string[], { cache = place, node = [] as readonly string[], env = {} } = {}): string {
  return execFileSync(process.execPath, [...node, bin, ...words], {
    env: { ...process.env, REGULARS_DB: db, REGULARS_LANG: 'en', XDG_CACHE_HOME: cache, ...env },
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'regulars-start-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** The files kept under a folder, and the piece each is the code of. */
function kept(cache: string): { path: string; piece: string }[] {
  return readdirSync(join(cache, 'regulars')).map((name) => ({
    path: join(cache, 'regulars', name),
    piece: `./${/^[a-z-]+\.([a-z-]+)-\d/.exec(name)?.[1]}.cjs`,
  }))
}

/** When each file was written. */
function written(cache: string): number[] {
  return kept(cache).map(({ path }) => statSync(path).mtimeMs)
}

beforeAll(() => {
  if (!existsSync(join(root, 'dist'))) execFileSync('npm', ['run', 'build'], { cwd: root })
  run(['init', '--timezone', 'Asia/Shanghai'])
  run(['add', 'Wang', '--phone', '13800138000'])
  run(['add', 'Tea 🍵'])
  run(['buy', 'Wang', '5', 'tea'])
  return () => rmSync(place, { recursive: true, force: true })
})

const daily = ['./counter.cjs', './en.cjs']
const other = ['./session.cjs', './en.cjs']

test.each([
  ['find Wang', ['./find.cjs', './en.cjs']],
  ['find Tea', ['./find.cjs', './en.cjs']],
  ['show Wang', ['./show.cjs', './en.cjs']],
  ['buy Wang 5', ['./buy.cjs', './en.cjs']],
  ['due', ['./due.cjs', './en.cjs']],
  ['pay Wang 5', daily],
  ['help', ['./help.cjs', './en.cjs']],
  ['--help', ['./help.cjs', './en.cjs']],
  ['list', other],
  ['report rates', other],
  ['help due', other],
  ['due --help', other],
  ['add 王小明', [...daily, './pinyin-pro.cjs']],
  ['report --html', [...other, './page.cjs']],
])('%s loads %j', (line, pieces) => {
  const cache = folder()
  run([...line.split(' '), ...(line === 'report --html' ? [join(cache, 'page.html')] : [])], { cache })
  expect(
    kept(cache)
      .map(({ piece }) => piece)
      .sort(),
  ).toEqual([...pieces].sort())
})

test('what is typed all day is answered by a small piece, whichever of it is typed', () => {
  for (const verb of Object.keys(tree['daily'] ?? {}))
    expect(pieceFor([verb, 'Wang']), verb).toBe(withOwnPiece.includes(verb) ? `./${verb}.cjs` : './counter.cjs')
  for (const verb of Object.keys(verbs).filter((name) => !Object.hasOwn(tree['daily'] ?? {}, name)))
    expect(pieceFor(verb.split(' ')), verb).toBe('./session.cjs')
  expect(pieceFor(['buy', '-'])).toBe('./session.cjs')
})

/** What Node had loaded of itself by the end, and what was made of Intl. */
function modulesOf(words: readonly string[]): string[] {
  const file = join(folder(), 'loaded')
  const tell =
    `data:text/javascript,const woken=[];for(const name of Object.getOwnPropertyNames(Intl))` +
    `if(typeof Intl[name]==='function')Intl[name]=new Proxy(Intl[name],` +
    `{construct(made,given){woken.push('Intl.'+name);return new made(...given)},` +
    `apply(made,self,given){woken.push('Intl.'+name);return made(...given)}});` +
    `process.on('exit',()=>process.getBuiltinModule('fs')` +
    `.writeFileSync(process.env.TELL,[...process.moduleLoadList,...woken].join('\\n')))`
  run(words, { node: ['--import', tell], env: { TELL: file } })
  return readFileSync(file, 'utf8').split('\n')
}

test.each(['--version', 'help', 'find Wang', 'find Tea', 'show Wang', 'buy Wang 5', 'due', 'list'])(
  '%s wakes no stream, no network, no child process and no other thread of Node, and nothing of Intl',
  (line) => {
    const loaded = modulesOf(line.split(' '))
    expect(
      loaded.filter((name) =>
        /^NativeModule (net|tty|stream|child_process|zlib|crypto|v8|readline|worker_threads)$|^Intl\./.test(name),
      ),
    ).toEqual([])
  },
)

test('a command that opens its ledger itself asks for no time zone', () => {
  const roster = join(folder(), 'roster.csv')
  writeFileSync(roster, 'name,phone\nHe Min,13900000001\n')
  expect(modulesOf(['import', 'customers', roster]).filter((name) => name.startsWith('Intl.'))).toEqual([])
})

test('the pieces are ASCII, and what is loaded every time does not grow unseen', () => {
  const pieces = readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.cjs'))
  expect(pieces.filter((name) => !/^[\0-\x7f]*$/.test(readFileSync(join(root, 'dist', name), 'utf8')))).toEqual([])
  expect(statSync(join(root, 'dist', 'main.cjs')).size).toBeLessThan(15_000)
  expect(statSync(join(root, 'dist', 'counter.cjs')).size).toBeLessThan(660_000)
  for (const word of withOwnPiece) expect(statSync(join(root, 'dist', `${word}.cjs`)).size, word).toBeLessThan(490_000)
  // Complaints, messages, events, points, merging, the round and the formats of imports are in it; V8 reads only what a
  // verb runs.
  expect(statSync(join(root, 'dist', 'session.cjs')).size).toBeLessThan(1_600_000)
})

test('no module makes a class of Unicode while it loads: that takes a millisecond, and ASCII needs none', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const daily = sources.filter((name) => !name.startsWith(join('ledger', 'import')))
  const made = daily.filter((name) =>
    /^(?:export )?const \w+ = (?:\/|new RegExp\()[^\n]*\\p\{/m.test(readFileSync(join(root, 'src', name), 'utf8')),
  )
  expect(made).toEqual([])
})

test('code kept of an answer of nothing is kept once more with the first that shows somebody, and then left', () => {
  const cache = folder()
  run(['find', 'nobody'], { cache })
  const sizes = () => kept(cache).map(({ path }) => statSync(path).size)
  const [words = 0, program = 0] = sizes()
  run(['find', 'Wang'], { cache })
  const [moreWords = 0, more = 0] = sizes()
  expect(moreWords).toBeGreaterThan(words)
  expect(more).toBeGreaterThan(program)
  const before = written(cache)
  for (const asked of ['Wang', 'nobody', 'Tea']) run(['find', asked], { cache })
  expect(written(cache)).toEqual(before)
})

test.each([
  ['the other language', ['due'], ['due', '--lang', 'zh'], 3],
  ['another piece', ['buy', 'Wang', '5', '--dry-run'], ['buy', '-', '--dry-run'], 3],
  ['help of one command', ['help'], ['help', 'due'], 3],
])('a verb that is answered by %s keeps that code too, and leaves the other', (_, one, other, files) => {
  const cache = folder()
  for (const words of [one, other, one, other]) run(words, { cache })
  const before = written(cache)
  expect(before).toHaveLength(files)
  for (const words of [one, other]) run(words, { cache })
  expect(written(cache)).toEqual(before)
})

test('code kept by what keeps its heap small, or optimizes less, is taken by the next start', () => {
  const roster = join(folder(), 'roster.csv')
  writeFileSync(roster, 'name,phone\nAnna,13900139000\n')
  // Of a megabyte: what reads phones is loaded in the midst of it.
  const sales = join(folder(), 'sales.csv')
  const sale = (row: number) => `${13900139000 + row},2026-01-05,12.50,${'x'.repeat(12_000)}\n`
  writeFileSync(sales, `phone,on,amount,about\n${Array.from({ length: 100 }, (_, row) => sale(row)).join('')}`)
  // As large as one of 10,000 purchases: SQLite reads as many pages as the first one says.
  const shop = join(folder(), 'shop.db')
  copyFileSync(db, shop)
  truncateSync(shop, 2_000_000)
  expect(modulesOf(['due', '--db', shop])).toContain('NativeModule v8')
  for (const words of [
    ['due', '--db', shop],
    ['import', 'customers', roster, '--dry-run'],
    ['import', 'purchases', sales, '--create-customers', '--dry-run'],
    ['report', 'summary'],
  ]) {
    const cache = folder()
    run(words, { cache })
    const before = written(cache)
    run(words, { cache })
    expect(written(cache), words.join(' ')).toEqual(before)
  }
})

test('code is kept by the first start of a verb, for its owner alone, and left alone by the next', () => {
  const cache = folder()
  const said = run(['find', 'Wang'], { cache })
  for (const { path } of kept(cache)) {
    // Another Node of the computer, the one file's say, keeps its own beside it.
    expect(path.endsWith(`-${process.versions.node}`)).toBe(true)
    expect(statSync(path).mode & 0o777).toBe(0o600)
  }
  const before = written(cache)
  expect(before).toHaveLength(2)
  expect(run(['find', 'Wang'], { cache })).toBe(said)
  expect(run(['find', 'Tea'], { cache })).toContain('Tea')
  expect(written(cache)).toEqual(before)
})

test.each([
  ['cut off', (code: Buffer) => code.subarray(0, code.length >> 1)],
  ['a block of noughts', (code: Buffer) => code.fill(0, code.length >> 1, (code.length >> 1) + 512)],
  [
    'changed in one byte',
    (code: Buffer) => code.fill((code[code.length >> 2] ?? 0) + 1, code.length >> 2, (code.length >> 2) + 1),
  ],
  ['of no meaning', (code: Buffer) => Buffer.alloc(code.length, 'x')],
  ['empty', () => Buffer.alloc(0)],
])('kept code that is %s is not run, and made anew', (_, spoil) => {
  const cache = folder()
  const said = run(['find', 'Wang'], { cache })
  for (const { path } of kept(cache)) {
    const spoilt = spoil(readFileSync(path))
    writeFileSync(path, spoilt)
    expect(run(['find', 'Wang'], { cache })).toBe(said)
    expect(readFileSync(path).equals(spoilt)).toBe(false)
    const before = written(cache)
    run(['find', 'Wang'], { cache })
    expect(written(cache)).toEqual(before)
  }
})

test('where nothing can be kept, or nothing is to be, the answer is the same', () => {
  const file = join(folder(), 'file')
  writeFileSync(file, '')
  const said = run(['find', 'Wang'])
  expect(run(['find', 'Wang'], { cache: file })).toBe(said)
  const cache = folder()
  expect(run(['find', 'Wang'], { cache, env: { REGULARS_CODE_CACHE: '0' } })).toBe(said)
  expect(readdirSync(cache)).toEqual([])
})

test('what was typed wrong keeps no code', () => {
  const cache = folder()
  expect(() => run(['fnid', 'Wang'], { cache })).toThrow()
  expect(readdirSync(join(cache, 'regulars'))).toEqual([])
})

test('what another build left goes after a week', () => {
  const cache = folder()
  run(['find', 'Wang'], { cache })
  const ago = (days: number) => Date.now() / 1000 - days * 86_400
  for (const [name, days] of [
    ['find-0.0.1-old', 8],
    ['find-0.0.1-new', 6],
  ] as const) {
    writeFileSync(join(cache, 'regulars', name), '')
    utimesSync(join(cache, 'regulars', name), ago(days), ago(days))
  }
  run(['due'], { cache })
  expect(readdirSync(join(cache, 'regulars')).map((name) => name.replace(/-0\.1.*/, ''))).toEqual([
    'due.due',
    'due.en',
    'find-0.0.1-new',
    'find.en',
    'find.find',
  ])
})
