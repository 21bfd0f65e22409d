// Holds two builds of the program against each other: runs 170 cases on a shop that is always the same and writes what
// each printed, in both languages and as JSON. It needs nothing but the program and its command line.
//
//   npm run build && node tests/yardstick.ts before      with the build to keep
//   npm run build && node tests/yardstick.ts after       with the build to try, or --program OTHER/bin/regulars.js
//   diff -r before after                                 says what a user would see change
//
// Two runs of one build give the same folder. What differs from run to run (folders, clock times, uuids, process and
// build paths) is written as <word>. A file holds the lines of one case: each command, its exit code, its stdout and
// stderr, and at the end the files they left; setup.en.txt tells how the shop came to be. The folder must be new.
// A quiet machine of two cores takes about a minute.
import { spawn } from 'node:child_process'
import { createHash, randomUUID } from 'node:crypto'
import {
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { cases, setup } from './yardstick/cases.ts'
import { files } from './yardstick/files.ts'

const today = '2026-11-21'

const { values: asked, positionals } = parseArgs({
  allowPositionals: true,
  options: { program: { type: 'string', default: join(import.meta.dirname, '../bin/regulars.js') } },
})
const [folder, ...rest] = positionals
if (!folder || rest.length > 0 || existsSync(folder)) {
  console.error('node tests/yardstick.ts NEW-FOLDER [--program PATH/TO/bin/regulars.js]')
  process.exit(2)
}
const program = realpathSync(asked.program)
const out = resolve(folder)
const place = realpathSync(mkdtempSync(join(tmpdir(), 'yardstick-')))
const shop = join(place, 'shop')

/** The words of a line, as a shell would cut them. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|[^\s"]+/g)].map(([word, quoted]) => quoted ?? word)
}

interface Way {
  readonly name: 'en' | 'zh' | 'json'
  readonly lang: string
  readonly flags: readonly string[]
}

const ways: readonly Way[] = [
  { name: 'en', lang: 'en', flags: [] },
  { name: 'zh', lang: 'zh', flags: [] },
  { name: 'json', lang: 'en', flags: ['--json'] },
]

function part(stream: string, pieces: readonly string[]): string {
  const text = pieces.join('')
  if (text === '') return ''
  return `--- ${stream}\n${text}${text.endsWith('\n') ? '' : '\n(no line end)\n'}`
}

/** Runs one command line in a folder, and says what a user sees of it. */
async function run(at: string, line: string, way: Way, day = today): Promise<{ exit: number | null; seen: string }> {
  const demo = line.startsWith('demo: ')
  const [typed = '', input] = line.replace(/^demo: /, '').split(' < ')
  const stdin = input ? openSync(join(at, input), 'r') : 'ignore'
  const child = spawn(process.execPath, [program, ...wordsOf(typed), ...way.flags], {
    cwd: at,
    env: {
      PATH: process.env['PATH'],
      HOME: at,
      TMPDIR: at,
      TZ: 'Asia/Shanghai',
      LANG: 'C.UTF-8',
      SHELL: '/bin/bash',
      NODE_COMPILE_CACHE: join(place, 'compiled'),
      REGULARS_DB: demo ? 'demo.db' : 'shop.db',
      REGULARS_TODAY: day,
      REGULARS_USER: 'Mei',
      REGULARS_LANG: way.lang,
    },
    stdio: [stdin, 'pipe', 'pipe'],
    timeout: 60_000,
  })
  if (typeof stdin === 'number') closeSync(stdin)
  const [stdout, stderr] = [child.stdout, child.stderr].map((stream) => stream?.setEncoding('utf8').toArray())
  const exit = await new Promise<number | null>((done) => child.on('close', done))
  const told = part('stdout', (await stdout) ?? []) + part('stderr', (await stderr) ?? [])
  return { exit, seen: steady(`$ regulars ${line}\nexit ${exit}\n${told}\n`) }
}

/** A text without what no two runs have alike. */
function steady(text: string): string {
  const places: [string, string][] = [
    [process.execPath, '<node>'],
    [program, '<program>'],
    [dirname(dirname(program)), '<build>'],
  ]
  let plain = text.replaceAll(new RegExp(`${place}/[\\w-]+`, 'g'), '<folder>').replaceAll(place, '<folder>')
  for (const [path, word] of places) plain = plain.replaceAll(path, word)
  return plain
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '<uuid>')
    .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, '<clock>')
    .replaceAll(/\d{4}-\d\d-\d\d \d\d:\d\d(?!:)/g, '<clock>')
    .replaceAll(/regulars-demo-\w{6}/g, 'regulars-demo-<word>')
    .replaceAll(/\d{4}-\d\d-\d\d-\d{4}\b/g, '<clock>')
}

/** Every file in a folder but its ledger, with a mark of what is in it. */
function marks(at: string): Map<string, string> {
  const found = readdirSync(at, { recursive: true, encoding: 'utf8' }).sort()
  const plain = found.filter((path) => !/^(shop|demo)\.db/.test(path) && statSync(join(at, path)).isFile())
  const mark = (path: string) =>
    createHash('md5')
      .update(readFileSync(join(at, path)))
      .digest('hex')
  return new Map(plain.map((path) => [path, mark(path)]))
}

/** The files that were made or changed, texts in full. */
function left(at: string, before: ReadonlyMap<string, string>): string {
  const made = [...marks(at)].flatMap(([path, mark]) => (before.get(path) === mark ? [] : [path]))
  return made
    .map((path) => {
      const bytes = readFileSync(join(at, path))
      return steady(`+++ ${path}\n${bytes.includes(0) ? '(no text)' : bytes.toString()}\n`)
    })
    .join('')
}

/** A case is a file named by its first words; the same name twice is a slip in the list. */
function fileNames(lines: readonly string[]): string[] {
  const names = lines.map((line) =>
    line
      .replaceAll(/[^\p{L}\d.]+/gu, '-')
      .slice(0, 70)
      .replaceAll(/^-|-$/g, ''),
  )
  const twice = names.find((name, nth) => names.indexOf(name) !== nth)
  if (twice) throw new Error(`Two cases are called ${twice}`)
  return names
}

async function open(): Promise<void> {
  mkdirSync(shop)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(shop, name), text)
  const told: string[] = []
  for (const line of setup.trim().split('\n')) {
    const { exit, seen } = await run(shop, line.slice(11), ways[0] as Way, line.slice(0, 10))
    if (exit !== 0) throw new Error(`The shop could not be made:\n${seen}`)
    told.push(seen)
  }
  const demo = await run(shop, 'demo --db demo.db', ways[0] as Way)
  if (demo.exit !== 0) throw new Error(`The demo could not be made:\n${demo.seen}`)
  writeFileSync(join(out, 'setup.en.txt'), [...told, demo.seen].join(''))
}

async function tell(line: string, name: string, way: Way): Promise<void> {
  const at = join(place, randomUUID())
  const needed = (path: string) => line.includes('demo') || !path.endsWith('demo.db')
  cpSync(shop, at, { recursive: true, filter: needed })
  const before = marks(at)
  const seen: string[] = []
  for (const step of line.split(' ; ')) seen.push((await run(at, step, way)).seen)
  writeFileSync(join(out, `${name}.${way.name}.txt`), `${seen.join('')}${left(at, before)}`)
  rmSync(at, { recursive: true })
}

try {
  mkdirSync(out, { recursive: true })
  const lines = cases.split('\n').filter((line) => line !== '')
  const names = fileNames(lines)
  await open()
  const work = lines.flatMap((line, nth) => {
    const plain = /--format|--json|--version|^help |--help|^completion/.test(line)
    const fitting = plain ? ways.filter(({ name }) => name !== 'json') : ways
    return fitting.map((way) => () => tell(line, names[nth] as string, way))
  })
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (let next = work.shift(); next; next = work.shift()) await next()
    }),
  )
  console.log(`${lines.length} cases, ${readdirSync(out).length} files: ${out}`)
} finally {
  rmSync(place, { recursive: true, force: true })
}
