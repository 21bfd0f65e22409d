import { execFile, execFileSync, spawn } from 'node:child_process'
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { report, soak } from './runs.ts'

// What is built, run as it is run: by a shell, by cron, by eight at once, killed in the middle. Everything else is
// tested in process.
const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'bin', 'regulars.js')
/** Seconds that eight processes write at once. */
const seconds = Math.max(2, soak)

interface Ran {
  readonly exit: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'regulars-smoke-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

function regulars(db: string, words: readonly string[], { stdin = '', program = bin } = {}): Promise<Ran> {
  return new Promise((done) => {
    const child = execFile(
      process.execPath,
      [program, ...words],
      { env: { ...process.env, REGULARS_DB: db, LANG: 'en_US.UTF-8', REGULARS_LANG: 'en' }, maxBuffer: 1 << 28 },
      (error, out, err) =>
        done({
          exit: error ? ((error.code as unknown as number | undefined) ?? null) : 0,
          signal: error?.signal ?? null,
          out,
          err,
        }),
    )
    child.stdin?.end(stdin)
  })
}

const count = (db: string, from: string) => {
  const file = new Database(db, { readonly: true })
  try {
    return file.prepare(`select count(*) from ${from}`).pluck().get() as number
  } finally {
    file.close()
  }
}

beforeAll(() => {
  if (!existsSync(join(root, 'dist'))) execFileSync('npm', ['run', 'build'], { cwd: root })
})

test('exit codes reach the shell, data goes to stdout and the rest to stderr', async () => {
  const db = join(folder(), 'shop.db')
  expect(await regulars(db, ['due'])).toMatchObject({ exit: 4, out: '' })
  expect(await regulars(db, ['byu', '1', '2'])).toMatchObject({
    exit: 2,
    out: '',
    err: 'regulars: No such command: byu.\n  Did you mean regulars buy?   All commands: regulars help\n',
  })
  expect((await regulars(db, ['init', '--timezone', 'Asia/Shanghai'])).exit).toBe(0)
  expect(await regulars(db, ['add', '王小明'])).toMatchObject({ exit: 0, err: '' })
  expect(await regulars(db, ['show', 'nobody'])).toMatchObject({ exit: 1, out: '' })
  expect(await regulars(db, ['buy', '王小明', '12a'])).toMatchObject({ exit: 2, out: '' })
  expect(JSON.parse((await regulars(db, ['buy', '王小明', '12.50', '--json'])).out)).toMatchObject({ amount: '12.50' })
  expect(await regulars(db, ['buy', '-'], { stdin: '王小明 5 tea\nwalk-in 3\n' })).toMatchObject({ exit: 0 })
  expect(count(db, 'entry')).toBe(3)
})

test('--version and help need no SQLite: they work where there is none', async () => {
  const bare = folder()
  for (const part of ['bin', 'dist', 'package.json', 'migrations'])
    cpSync(join(root, part), join(bare, part), { recursive: true })
  const run = (...words: string[]) =>
    execFileSync(process.execPath, [join(bare, 'bin', 'regulars.js'), ...words], { encoding: 'utf8', cwd: bare })
  expect(run('--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
  for (const words of [['--help'], ['help', 'buy'], ['buy', '--help', '--lang', 'zh']])
    expect(run(...words)).toContain('buy')
  expect(() =>
    execFileSync(process.execPath, [join(bare, 'bin', 'regulars.js'), 'init', '--db', join(bare, 'x.db')], {
      stdio: 'pipe',
    }),
  ).toThrow()
})

test('the licences of what is in the bundle go along with it', () => {
  const licences = readFileSync(join(root, 'dist', 'LICENSES.txt'), 'utf8')
  for (const part of [/^commander \d/m, /^echarts \d.*Apache-2\.0/m, /Apache License/, /^zod \d/m])
    expect(licences).toMatch(part)
})

test.each([
  ['purchases', /^id,kind,customerId,.*\n0\n$/, 4000],
  ['list', /^id,name,called,.*\n0\n$/, 100],
])('a reader that closes the pipe has had enough: that is success (%s)', async (command, first, rows) => {
  const place = folder()
  const db = join(place, 'shop.db')
  await regulars(db, ['demo', '--db', db, '--quiet'])
  const ran = execFileSync(
    'bash',
    ['-c', `'${process.execPath}' '${bin}' ${command} --format csv | head -1; echo "$\{PIPESTATUS[0]}"`],
    {
      env: { ...process.env, REGULARS_DB: db },
      encoding: 'utf8',
    },
  )
  expect(ran).toMatch(first)
  const whole = (await regulars(db, [command, '--format', 'csv'])).out
  expect(whole.split('\n').length).toBeGreaterThan(rows)
  expect(whole.endsWith('\n')).toBe(true)
})

test('on an older Node the program hands over to the one it brings, with exit code and streams', () => {
  const db = join(folder(), 'shop.db')
  const pretend =
    `data:text/javascript,const{PRETEND:napi=process.versions.napi}=process.env;` +
    `Object.defineProperty(process,'versions',{value:{...process.versions,napi}});delete process.env.PRETEND`
  const run = (...words: string[]) =>
    execFileSync(process.execPath, ['--import', pretend, bin, ...words], {
      env: { ...process.env, PRETEND: '9', REGULARS_DB: db, NODE_OPTIONS: '' },
      encoding: 'utf8',
      stdio: 'pipe',
    })
  expect(run('--version')).toMatch(/^\d+\.\d+\.\d+\n$/)
  expect(run('init', '--lang', 'en')).toContain(db)
  try {
    run('show', 'nobody')
    expect.unreachable()
  } catch (error) {
    expect(error).toMatchObject({ status: 1 })
  }
})

test('cron knows nothing: two variables are enough, and the lines of schedule run as they stand', async () => {
  const home = folder()
  const db = join(home, 'my shop', 'shop.db')
  await regulars(db, ['init', '--lang', 'zh', '--timezone', 'Asia/Shanghai'])
  await regulars(db, ['add', '王小明', '--joined', '10d'])
  const { out } = await regulars(db, ['schedule'])
  const lines = out
    .split('\n')
    .filter((line) => /^\d/.test(line))
    .map((line) => line.split(' ').slice(5).join(' ').replaceAll('\\%', '%'))
  expect(lines).toHaveLength(2)
  const [morning = '', evening = ''] = lines.map((line) =>
    execFileSync('/usr/bin/env', ['-i', 'PATH=/usr/bin:/bin', `HOME=${home}`, '/bin/sh', '-c', line], {
      encoding: 'utf8',
    }),
  )
  expect(morning).toContain('王小明')
  expect(morning).toContain('还没联系过')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colour is what must not be there
  expect(morning).not.toMatch(/\u001b/)
  // --quiet: nothing to mail when all went well.
  expect(evening).toBe('')
  expect(readdirSync(join(home, 'my shop', 'backups'))).toHaveLength(1)
  const bare = execFileSync('/usr/bin/env', ['-i', process.execPath, bin, 'due', '--db', db, '--ids'], {
    encoding: 'utf8',
  })
  expect(bare).toBe('1\n')
})

test('a writer waits for another one', async () => {
  const db = join(folder(), 'shop.db')
  await regulars(db, ['init'])
  const other = new Database(db)
  other.exec('begin immediate')
  const waiting = regulars(db, ['buy', 'walk-in', '5'])
  await new Promise((soon) => setTimeout(soon, 700))
  expect(count(db, 'entry')).toBe(0)
  other.exec('commit')
  other.close()
  expect(await waiting).toMatchObject({ exit: 0, err: '' })
  expect(count(db, 'entry')).toBe(1)
})

test('eight that start the ledger at once find one ledger, whole', async () => {
  const db = join(folder(), 'new', 'shop.db')
  const all = await Promise.all(Array.from({ length: 8 }, (_, nth) => regulars(db, ['add', `Guest ${nth}`])))
  expect(all.map(({ exit, err }) => [exit, err.replace(/^New ledger: .*\n$/, '')])).toEqual(all.map(() => [0, '']))
  expect(count(db, 'customer')).toBe(8)
  expect(count(db, `ledger where key = 'uuid'`)).toBe(1)
  expect(readdirSync(join(db, '..')).filter((name) => name.includes('new-'))).toEqual([])
})

test('three who write messages to the same customers at once: nobody has two', async () => {
  const dir = folder()
  const [db, roster] = [join(dir, 'shop.db'), join(dir, 'roster.csv')]
  writeFileSync(
    roster,
    `name,phone\n${Array.from({ length: 60 }, (_, at) => `Guest ${at},138000010${at + 10}`).join('\n')}\n`,
  )
  await regulars(db, ['init', '--region', 'CN'])
  await regulars(db, ['import', 'customers', roster, '--today', '2026-10-01'])
  const all = await Promise.all(
    ['greeting', 'new-arrival', 'greeting'].map((name) =>
      regulars(db, ['message', name, '--tier', 'D', '--log', '--quiet', '--today', '2026-11-21']),
    ),
  )
  expect(all.map(({ exit }) => exit)).toEqual([0, 0, 0])
  expect([count(db, 'contact'), count(db, '(select distinct customer_id from contact)')]).toEqual([60, 60])
})

test(
  `eight processes write at once for ${seconds} s beside a reader: no error, no lost entry, sums right`,
  async () => {
    const db = join(folder(), 'shop.db')
    await regulars(db, ['init'])
    for (let nth = 0; nth < 4; nth++) await regulars(db, ['add', `Guest ${nth}`])
    const until = Date.now() + seconds * 1000
    const faults: Ran[] = []
    let bought = 0
    let read = 0
    const writer = async (nth: number) => {
      for (let turn = 0; Date.now() < until; turn++) {
        const words = turn % 5 === 4 ? ['pay', `id:${(nth % 4) + 1}`, '2'] : ['buy', `id:${(nth % 4) + 1}`, '3', '-u']
        const ran = await regulars(db, words)
        if (ran.exit === 0 && ran.err === '') bought++
        else faults.push(ran)
      }
    }
    const reader = async () => {
      while (Date.now() < until) {
        const ran = await regulars(db, ['balances', '--json'])
        if (ran.exit === 0) read++
        else faults.push(ran)
      }
    }
    await Promise.all([...Array.from({ length: 8 }, (_, nth) => writer(nth)), reader()])
    expect(faults).toEqual([])
    report(`eight writers and a reader for ${seconds} s: ${bought} written, ${read} read, none lost`)
    expect(read).toBeGreaterThan(0)
    expect(count(db, 'entry')).toBe(bought)
    expect(count(db, `change where command in ('buy', 'pay')`)).toBe(bought)
    const doctor = JSON.parse((await regulars(db, ['doctor', '--json'])).out)
    expect(doctor.sound).toBe(true)
    const file = new Database(db, { readonly: true })
    expect(
      file
        .prepare(`select sum(case kind when 'payment' then -amount else amount end) - sum(owed) as gap from entry`)
        .pluck()
        .get(),
    ).toBe(0)
    file.close()
  },
  60_000 + seconds * 2000,
)

function isLocked(db: string): boolean {
  const file = new Database(db, { timeout: 0 })
  try {
    file.exec('begin immediate; rollback')
    return false
  } catch {
    return true
  } finally {
    file.close()
  }
}

/** Starts an import of many rows and ends it by a signal once it is writing; returns how it ended. */
async function interruptedImport(signal: NodeJS.Signals): Promise<{ db: string; file: string; ended: Ran }> {
  const place = folder()
  const [db, file] = [join(place, 'shop.db'), join(place, 'till.csv')]
  await regulars(db, ['init'])
  writeFileSync(file, 'customer,on,amount,item\n')
  for (let part = 0; part < 20; part++)
    appendFileSync(
      file,
      Array.from(
        { length: 5000 },
        (_, row) =>
          `Guest ${row % 700},2026-01-${String((part % 28) + 1).padStart(2, '0')},${row % 90}.50,tea ${part}\n`,
      ).join(''),
    )
  const child = spawn(process.execPath, [bin, 'import', 'purchases', file, '--create-customers', '--yes'], {
    env: { ...process.env, REGULARS_DB: db, REGULARS_LANG: 'en' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (data) => (out += data))
  child.stderr.on('data', (data) => (err += data))
  const ended = new Promise<Ran>((done) => child.on('exit', (exit, by) => done({ exit, signal: by, out, err })))
  // Writing has begun when nobody else may.
  for (let waited = 0; waited < 2000 && child.exitCode === null && !isLocked(db); waited++)
    await new Promise((soon) => setTimeout(soon, 10))
  await new Promise((soon) => setTimeout(soon, 100))
  expect(child.exitCode, `${out}${err}`).toBe(null)
  child.kill(signal)
  return { db, file, ended: await ended }
}

test('an import killed in the middle leaves the ledger as it was, and runs again', async () => {
  const { db, file, ended } = await interruptedImport('SIGKILL')
  expect(ended.signal).toBe('SIGKILL')
  expect(count(db, 'entry')).toBe(0)
  expect(count(db, 'change')).toBe(0)
  expect((await regulars(db, ['doctor', '--quiet'])).exit).toBe(0)
  const again = await regulars(db, ['import', 'purchases', file, '--create-customers', '--yes', '--json'])
  expect(again.exit).toBe(0)
  expect(JSON.parse(again.out)).toMatchObject({ rows: 100_000, rejected: 0 })
})

test('Ctrl-C in the middle of an import ends it with 130 and changes nothing', async () => {
  const { db, ended } = await interruptedImport('SIGINT')
  expect(ended.exit).toBe(130)
  expect(count(db, 'entry')).toBe(0)
  expect((await regulars(db, ['doctor', '--quiet'])).exit).toBe(0)
})

test('a backup is taken while others write', async () => {
  const place = folder()
  const db = join(place, 'shop.db')
  await regulars(db, ['init'])
  mkdirSync(join(place, 'usb'))
  let writing = true
  const writer = (async () => {
    let bought = 0
    while (writing) if ((await regulars(db, ['buy', 'walk-in', '1'])).exit === 0) bought++
    return bought
  })()
  for (let turn = 0; turn < 3; turn++) {
    const ran = await regulars(db, ['backup', `${place}/usb/`, '--json'])
    expect(ran.err).toBe('')
    const { path, purchases } = JSON.parse(ran.out)
    expect(count(path, 'entry')).toBe(purchases)
  }
  writing = false
  const bought = await writer
  expect(count(db, 'entry')).toBe(bought)
})

test.runIf(existsSync('/dev/full'))(
  'what cannot be printed is said, exit 4; a reader that has had enough is no error',
  async () => {
    const db = join(folder(), 'shop.db')
    await regulars(db, ['init'])
    const sh = (line: string) =>
      new Promise<Ran>((done) =>
        execFile(
          'sh',
          ['-c', line],
          { env: { ...process.env, REGULARS_DB: db, REGULARS_LANG: 'en' } },
          (error, out, err) => done({ exit: error ? Number(error.code) : 0, signal: null, out, err }),
        ),
      )
    expect(await sh(`'${process.execPath}' '${bin}' due >/dev/full`)).toMatchObject({
      exit: 4,
      err:
        'regulars: No room left where this is printed to: it is not all there.\n  What the command changed in ' +
        'the ledger stands: regulars log\n',
    })
    expect(await sh(`'${process.execPath}' '${bin}' help | head -1 >/dev/null`)).toMatchObject({ exit: 0, err: '' })
  },
)

test('a large file of which nothing can be made is refused, and nobody waits for the other core', async () => {
  const place = folder()
  const file = join(place, 'numbers.csv')
  writeFileSync(file, Array.from({ length: 200_000 }, (_, row) => `${row}\n`).join(''))
  const ran = await regulars(join(place, 'shop.db'), ['import', 'customers', file])
  expect([ran.exit, ran.signal, ran.err]).toEqual([1, null, expect.stringContaining('no header row')])
})

test.each([
  ['ends', 'process.exit(3)'],
  ['fails', 'throw new Error()'],
])('when the other core %s in the middle, that is said, and nothing stands', async (_, text) => {
  const place = folder()
  for (const part of ['bin', 'dist', 'package.json', 'migrations'])
    cpSync(join(root, part), join(place, part), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'))
  writeFileSync(join(place, 'dist', 'worker.cjs'), text)
  const [db, file] = [join(place, 'shop.db'), join(place, 'roster.csv')]
  writeFileSync(
    file,
    `name,phone\n${Array.from({ length: 60_000 }, (_, row) => `Guest ${row},1390000${row}\n`).join('')}`,
  )
  const program = join(place, 'bin', 'regulars.js')
  expect(await regulars(db, ['import', 'customers', file], { program })).toMatchObject({ exit: 70, signal: null })
  expect(existsSync(db)).toBe(false)
})
