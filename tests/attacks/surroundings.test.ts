import { execFileSync, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { openShop } from '../shop.ts'
import { bin, build, folder, isRoot, mayDrop, nobody, root, run } from './started.ts'

beforeAll(build)

describe('compiled code is kept where nobody else writes', () => {
  test('in a private folder of one’s own, whatever the umask, and not in the temporary folder', () => {
    const [home, temporary] = [folder(), folder()]
    run(['help'], { env: { HOME: home, TMPDIR: temporary }, umask: '000' })
    expect(readdirSync(temporary)).toEqual([])
    expect(statSync(join(home, '.cache', 'regulars')).mode & 0o777).toBe(0o700)
    expect(readdirSync(join(home, '.cache', 'regulars'))).toHaveLength(2)
  })

  test.skipIf(!mayDrop)('in none that another user made, or can write in', () => {
    const home = folder(nobody)
    const cache = join(home, '.cache', 'regulars')
    mkdirSync(cache, { recursive: true })
    const start = () => run(['help'], { env: { HOME: home }, user: nobody }).exit
    // Another's, all of it.
    expect([start(), readdirSync(cache)]).toEqual([0, []])
    chownSync(join(home, '.cache'), nobody.uid, nobody.gid)
    chmodSync(cache, 0o777)
    expect([start(), readdirSync(cache)]).toEqual([0, []])
    // One's own, in which others can write.
    chownSync(cache, nobody.uid, nobody.gid)
    expect([start(), readdirSync(cache)]).toEqual([0, []])
    // One's own, in a folder that others can rename it in.
    chmodSync(cache, 0o700)
    chmodSync(join(home, '.cache'), 0o777)
    expect([start(), readdirSync(cache)]).toEqual([0, []])
    chmodSync(join(home, '.cache'), 0o755)
    expect([start(), readdirSync(cache).length]).toEqual([0, 2])
  })

  test.skipIf(!mayDrop)('nor one that is a link to another’s', () => {
    const [home, other] = [folder(nobody), folder()]
    mkdirSync(join(home, '.cache'))
    chownSync(join(home, '.cache'), nobody.uid, nobody.gid)
    symlinkSync(other, join(home, '.cache', 'regulars'))
    run(['list', '--db', join(home, 'no.db')], { env: { HOME: home }, user: nobody })
    expect(readdirSync(other)).toEqual([])
  })
})

describe('a time zone that nobody knows is not kept for good', () => {
  test.each([
    ['Asia/Tokyo', 'Asia/Tokyo'],
    [':Asia/Tokyo', 'Asia/Tokyo'],
    ['/usr/share/zoneinfo/Asia/Tokyo', 'Asia/Tokyo'],
    ['Foo/Bar', null],
    ['UTC+25', null],
    ['EST5EDT,M3.2.0,M11.1.0', null],
    ['../../etc/passwd', null],
    ['\u001b[31m', null],
    ['+08:00', null],
    ['Etc/Unknown', null],
  ])('TZ=%s', async (TZ, kept) => {
    const shop = await openShop(false)
    const ran = await shop.regulars('init --json', { TZ })
    if (kept === null) {
      expect([ran.exit, ran.err, existsSync(shop.db)]).toEqual([
        2,
        expect.stringContaining('usage.bad-timezone'),
        false,
      ])
      expect((await shop.regulars('init --timezone Asia/Tokyo', { TZ })).exit).toBe(0)
    } else if (existsSync('/usr/share/zoneinfo/Asia/Tokyo') || !TZ.startsWith('/'))
      expect(JSON.parse(ran.out).timezone).toBe(kept)
  })

  test('as the program is run: none said is the system’s zone, and nonsense is refused', () => {
    const refused = run(['add', 'Ann', '--db', join(folder(), 'shop.db')], { env: { HOME: folder(), TZ: 'Foo/Bar' } })
    expect([refused.exit, refused.err]).toEqual([2, expect.stringContaining('Foo/Bar')])
    for (const TZ of ['', ':/etc/localtime']) {
      const home = folder()
      const ran = run(['init', '--db', join(home, 'shop.db'), '--json'], { env: { HOME: home, TZ } })
      expect([TZ, ran.err, JSON.parse(ran.out || '{}').timezone]).toEqual([TZ, '', expect.stringMatching(/^[A-Z]/)])
      expect(JSON.parse(ran.out).timezone).not.toBe('Etc/Unknown')
    }
  })

  test.each([
    ['timezone', 'Foo/Bar'],
    ['timezone', '+08:00'],
    ['currency', 'XXX'],
    ['currency', 'XAU'],
    ['region', 'ZZ'],
  ])('nor by a whole export: %s %s', async (key, value) => {
    const [shop, other] = [await openShop(), await openShop(false)]
    const path = join(shop.folder, 'all.jsonl')
    const header = JSON.parse((await shop.regulars('export all')).out.split('\n')[0] ?? '')
    header.ledger[key] = value
    writeFileSync(path, `${JSON.stringify(header)}\n`)
    const ran = await other.regulars(`import all ${path}`)
    expect([ran.exit, ran.err, existsSync(other.db)]).toEqual([
      1,
      expect.stringContaining(`line 1: no such ${key === 'timezone' ? 'time zone' : key}: “${value}”`),
      false,
    ])
    if (key !== 'region') expect((await other.regulars(`init --${key} ${value}`)).exit).toBe(2)
  })
})

describe('where little is known of the user', () => {
  test.skipIf(!mayDrop)('no home and no name: a named ledger works, else it is said what to name', () => {
    const place = folder({ uid: 54321, gid: 54321 })
    const user = { uid: 54321, gid: 54321 }
    expect(run(['list'], { user })).toMatchObject({
      exit: 2,
      err: expect.stringContaining('has no home folder to keep a ledger or settings in'),
    })
    expect(run(['config', 'set', 'lang', 'zh'], { user }).exit).toBe(2)
    expect(run(['--version'], { user }).exit).toBe(0)
    expect(run(['help'], { user }).exit).toBe(0)
    const db = join(place, 'shop.db')
    expect(run(['add', 'Ann'], { user, env: { REGULARS_DB: db, TZ: 'UTC' } })).toMatchObject({
      exit: 0,
      err: expect.stringContaining('New ledger'),
    })
    expect(run(['list', '--ids'], { user, env: { REGULARS_DB: db } })).toMatchObject({ exit: 0, out: '1\n' })
  })

  test('a home where no folder can be made is no endless loop', () => {
    for (const words of [
      ['add', 'Ann'],
      ['config', 'set', 'lang', 'zh'],
    ]) {
      const ran = spawnSync(process.execPath, [bin, ...words], {
        env: { HOME: '/proc', REGULARS_LANG: 'en' },
        encoding: 'utf8',
        timeout: 20_000,
        killSignal: 'SIGKILL',
      })
      expect([words, ran.signal, ran.stderr]).toEqual([words, null, expect.stringContaining('cannot be written')])
    }
  })

  test('a folder that is gone is said', () => {
    const ran = spawnSync(
      '/bin/sh',
      [
        '-c',
        `mkdir gone && cd gone && rmdir ../gone && exec "$@"`,
        'sh',
        process.execPath,
        bin,
        'list',
        '--db',
        'shop.db',
      ],
      {
        cwd: folder(),
        env: { HOME: folder(), REGULARS_LANG: 'en' },
        encoding: 'utf8',
      },
    )
    expect([ran.status, ran.stderr]).toEqual([
      expect.any(Number),
      expect.stringMatching(/The folder you are in is gone|No ledger at shop.db/),
    ])
    expect(ran.stderr).not.toContain('uv_cwd')
  })
})

test('--version and errors end as they should where nobody reads them', () => {
  const home = folder()
  const sh = (line: string) =>
    spawnSync('/bin/bash', ['-c', line], {
      env: { PATH: '/usr/bin:/bin', HOME: home, N: process.execPath, B: bin, REGULARS_LANG: 'en' },
      encoding: 'utf8',
    })
  expect(sh(`"$N" "$B" --version | true; echo "$\{PIPESTATUS[0]}"`)).toMatchObject({ stdout: '0\n', stderr: '' })
  if (existsSync('/dev/full')) {
    const full = sh('"$N" "$B" --version >/dev/full; echo $?')
    expect([full.stdout, full.stderr]).toEqual(['4\n', ''])
    expect(sh('"$N" "$B" byu 1 2>/dev/full; echo $?').stdout).toBe('2\n')
  }
  expect(sh('"$N" "$B" byu 1 2>&-; echo $?').stdout).toBe('2\n')
  sh('{ "$N" "$B" byu 1; echo $? >"$HOME/code"; } 2>&1 >/dev/null | true')
  expect(readFileSync(join(home, 'code'), 'utf8')).toBe('2\n')
})

/**
 * Which of a process and its children have the roster open, as soon as one has: by then the file has no name, and
 * before that nothing in it. Where that cannot be seen, in a while.
 */
async function whoRead(pid: number, temporary: string): Promise<number[]> {
  if (!existsSync('/proc/self/fd')) return new Promise((soon) => setTimeout(() => soon([]), 2500))
  for (let waited = 0; waited < 20_000; waited += 20) {
    const isRoster = (path: string) => path.startsWith(temporary) && path.endsWith(' (deleted)')
    const reading = [pid, ...childrenOf(pid)].filter((one) => openIn(one).some(isRoster))
    if (reading.length > 0) return reading
    await new Promise((soon) => setTimeout(soon, 20))
  }
  throw new Error('nobody began to read')
}

function childrenOf(pid: number): number[] {
  try {
    return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number)
  } catch {
    return []
  }
}

function openIn(pid: number): string[] {
  try {
    const folder = `/proc/${pid}/fd`
    return readdirSync(folder).flatMap((name) => {
      try {
        return [readlinkSync(join(folder, name))]
      } catch {
        return []
      }
    })
  } catch {
    return []
  }
}

/** Starts an import from a pipe that stays open, and ends it by a signal when it has begun to read. */
async function endedImport(signal: NodeJS.Signals, { handedOver = false } = {}) {
  const [home, temporary] = [folder(), folder()]
  const [db, rejects] = [join(home, 'shop.db'), join(home, 'rej.csv')]
  const pretend =
    `data:text/javascript,const{PRETEND:napi=process.versions.napi}=process.env;` +
    `Object.defineProperty(process,'versions',{value:{...process.versions,napi}});delete process.env.PRETEND`
  const words = [
    ...(handedOver ? ['--import', pretend] : []),
    bin,
    'import',
    'customers',
    '-',
    '--rejects',
    rejects,
    '--db',
    db,
  ]
  run(['init', '--db', db, '--timezone', 'UTC'], { env: { HOME: home } })
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    TMPDIR: temporary,
    REGULARS_LANG: 'en',
    ...(handedOver ? { PRETEND: '9' } : {}),
  }
  const child = spawn(process.execPath, words, { env, stdio: ['pipe', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (data) => (said += data))
  child.stdin.on('error', () => {})
  const guests = Array.from({ length: 20_000 }, (_, nth) => `Guest ${nth},139${String(nth).padStart(8, '0')}\n`)
  child.stdin.write(`name,phone\n${guests.join('')}`)
  const ended = new Promise<number | string | null>((done) => child.on('exit', (exit, by) => done(by ?? exit)))
  const readers = await whoRead(child.pid ?? 0, temporary)
  child.kill(signal)
  const how = await ended
  return { how, said, home, temporary, db, stdin: child.stdin, readers }
}

describe('ended by a signal nothing of a roster is left', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('%s', async (signal) => {
    const { how, home, temporary } = await endedImport(signal)
    expect(how).toBe({ SIGINT: 130, SIGTERM: 143, SIGHUP: 129, SIGKILL: 'SIGKILL' }[signal])
    expect(readdirSync(temporary)).toEqual([])
    expect(readdirSync(home).filter((name) => name.startsWith('rej'))).toEqual([])
  })

  test('and the one an older Node has handed over to ends with it', async () => {
    const { how, stdin, db, readers } = await endedImport('SIGKILL', { handedOver: true })
    expect(how).toBe('SIGKILL')
    // Its parent gone, the rest of the roster finds nobody who reads it, or is read in vain.
    stdin.end('Last,13800138000\n')
    const isThere = () => readers.some((pid) => openIn(pid).length > 0)
    for (let waited = 0; waited < 5000 && (isThere() || readers.length === 0); waited += 20)
      await new Promise((soon) => setTimeout(soon, 20))
    expect(isThere()).toBe(false)
    const list = run(['list', '--db', db, '--ids'], { env: { HOME: '/' } })
    expect([list.exit, list.out]).toEqual([0, ''])
  })
})

test.skipIf(!mayDrop)('what may only be read is read: list, export, doctor and a restore from it', () => {
  const [place, home] = [folder(), folder(nobody)]
  const db = join(place, 'shop.db')
  run(['add', 'Ann', '--db', db], { env: { HOME: home, TZ: 'UTC' } })
  execFileSync(process.execPath, [
    '-e',
    `const D=require(${JSON.stringify(join(root, 'node_modules/better-sqlite3'))});const d=new ` +
      `D(${JSON.stringify(db)});d.pragma('journal_mode=WAL');d.close()`,
  ])
  for (const tail of ['-wal', '-shm']) rmSync(db + tail, { force: true })
  chmodSync(db, 0o644)
  chmodSync(place, 0o755)
  const env = { HOME: home, TMPDIR: home }
  const before = readFileSync(db)
  expect(run(['list', '--ids', '--db', db], { user: nobody, env })).toEqual({ exit: 0, out: '1\n', err: '' })
  expect(run(['export', 'customers', '--db', db], { user: nobody, env })).toMatchObject({ exit: 0, err: '' })
  const doctor = run(['doctor', '--db', db], { user: nobody, env })
  expect([doctor.out, doctor.exit]).toEqual([expect.not.stringContaining('damaged'), 1])
  expect(doctor.out).toContain('ok     the file is whole')
  expect(run(['restore', db, '--yes', '--db', join(home, 'own.db')], { user: nobody, env })).toMatchObject({ exit: 0 })
  expect(run(['add', 'Bob', '--db', db], { user: nobody, env })).toMatchObject({
    exit: 4,
    err: expect.stringContaining('cannot be written'),
  })
  expect([readdirSync(place), readFileSync(db).equals(before)]).toEqual([['shop.db'], true])
  expect(readdirSync(home).filter((name) => name.startsWith('regulars-'))).toEqual([])
})

test('under a umask of nothing all that is made is its owner’s alone', () => {
  const home = folder()
  const at = (name: string) => join(home, 'in', name)
  const db = at('shop.db')
  const go = (...words: string[]) =>
    expect([
      words,
      run(words, {
        env: { HOME: home, REGULARS_DB: db, TZ: 'UTC' },
        umask: '000',
        input: 'name,phone\nAnn,13800138000\nBob,12\n',
      }).exit,
    ]).toEqual([words, expect.toSatisfy((exit: unknown) => exit === 0 || exit === 3)])
  go('init')
  go('import', 'customers', '-', '--rejects', at('rej.csv'))
  go('backup')
  go('backup', at('b.db'))
  go('restore', at('b.db'), '--yes')
  go('export', 'all', '--out', at('all.jsonl'))
  go('report', '--html', at('page.html'))
  go('config', 'set', 'lang', 'en')
  const open = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.includes('.cache/regulars/') && (statSync(join(home, name)).mode & 0o077) !== 0,
  )
  expect(open).toEqual([])
})

test.skipIf(!mayDrop)('a backup that cannot be written says so of itself, not of the ledger', () => {
  const [home, other] = [folder(nobody), folder()]
  const db = join(home, 'shop.db')
  chmodSync(other, 0o755)
  run(['init', '--db', db, '--timezone', 'UTC'], { user: nobody, env: { HOME: home } })
  const ran = run(['backup', join(other, 'b.db'), '--db', db], { user: nobody, env: { HOME: home } })
  expect([ran.exit, ran.err]).toEqual([2, expect.stringContaining(`${join(other, 'b.db')} cannot be written`)])
})

describe('an import says what was done', () => {
  test.skipIf(!mayDrop)('a place for the rejected rows that is another’s is refused before anything is done', () => {
    const [sticky, home] = [folder(), folder(nobody)]
    chmodSync(sticky, 0o1777)
    const [rejects, db, file] = [join(sticky, 'rejects.csv'), join(home, 'shop.db'), join(home, 'c.csv')]
    writeFileSync(rejects, '')
    chmodSync(rejects, 0o644)
    writeFileSync(file, 'name,phone\nAnn,13800138000\nBob,12\n')
    run(['init', '--db', db, '--timezone', 'UTC'], { user: nobody, env: { HOME: home } })
    for (const more of [[], ['--dry-run']]) {
      const ran = run(['import', 'customers', file, '--rejects', rejects, '--db', db, ...more], {
        user: nobody,
        env: { HOME: home },
      })
      expect([ran.exit, ran.err]).toEqual([2, expect.stringContaining('rejects.csv cannot be written')])
    }
    expect(run(['list', '--ids', '--db', db], { user: nobody, env: { HOME: home } }).out).toBe('')
    expect(readdirSync(sticky)).toEqual(['rejects.csv'])
  })

  test.skipIf(!isRoot || spawnSync('chattr', ['-V']).error !== undefined)(
    'a name that cannot be had in the end: the rows lie under another, and the change is told',
    () => {
      // On a disk: files in memory know no such mark.
      const home = folder(undefined, '/var/tmp')
      const [rejects, db, file] = [join(home, 'rej.csv'), join(home, 'shop.db'), join(home, 'c.csv')]
      writeFileSync(rejects, '')
      writeFileSync(file, 'name,phone\nAnn,13800138000\nBob,12\n')
      run(['init', '--db', db, '--timezone', 'UTC'], { env: { HOME: home } })
      if (spawnSync('chattr', ['+i', rejects]).status !== 0) return
      try {
        const ran = run(['import', 'customers', file, '--rejects', rejects, '--db', db], { env: { HOME: home } })
        expect([ran.exit, ran.err]).toEqual([
          3,
          expect.stringContaining(`the rejected rows are in ${join(home, 'rej-2.csv')}`),
        ])
        expect(ran.out).toContain(`rejected 1 (${join(home, 'rej-2.csv')})`)
        expect(ran.out).toContain(`Undo: regulars --db ${db} undo 1`)
        expect(readFileSync(join(home, 'rej-2.csv'), 'utf8')).toContain('Bob')
        expect(readdirSync(home).filter((name) => name.includes('.part-'))).toEqual([])
      } finally {
        spawnSync('chattr', ['-i', rejects])
      }
    },
  )

  test('a dry run says and exits as the real run would', async () => {
    const shop = await openShop()
    const [file, taken] = [join(shop.folder, 'c.csv'), join(shop.folder, 'taken.txt')]
    writeFileSync(file, 'name,phone\nAnn,13800138000\nBob,12\n')
    writeFileSync(taken, 'a letter')
    for (const rejects of [taken, join(shop.folder, 'nowhere', 'r.csv'), shop.folder]) {
      const [dry, real] = [
        await shop.regulars(`import customers ${file} --rejects ${rejects} --dry-run`),
        await shop.regulars(`import customers ${file} --rejects ${rejects}`),
      ]
      expect([rejects, dry.exit, dry.err]).toEqual([rejects, real.exit, real.err])
      expect(real.exit).not.toBe(0)
    }
  })
})

test('lines of a whole export have bounds', async () => {
  const shop = await openShop(false)
  const source = await openShop()
  const header = (await source.regulars('export all')).out
  const path = join(shop.folder, 'all.jsonl')
  if (existsSync('/dev/zero'))
    expect(await shop.regulars('import all /dev/zero')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('longer than 16 MB'),
    })
  writeFileSync(path, `${header}{"table":"customer","name":"${'x'.repeat(17 << 20)}"}\n`)
  expect(await shop.regulars(`import all ${path}`)).toMatchObject({
    exit: 1,
    err: expect.stringContaining('line 2: longer than 16 MB'),
  })
  for (const deep of [
    '['.repeat(100_000) + ']'.repeat(100_000),
    `{"a":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_001)}`,
  ]) {
    writeFileSync(path, `${header}{"table":"customer","id":1,"name":"Ann","extra":${deep}}\n`)
    expect(await shop.regulars(`import all ${path}`)).toMatchObject({
      exit: 1,
      err: expect.stringContaining('not a JSON object'),
    })
  }
})

test('what comes by a pipe has an end', async () => {
  const shop = await openShop()
  await shop.regulars('add Ann')
  const stdin = Buffer.alloc(17 << 20, 'Ann 5 tea, and no line end ')
  for (const [lang, said] of [
    ['en', 'More comes in than 16 MB'],
    ['zh', '送进来的超过 16 MB'],
  ] as const)
    expect(await shop.regulars(`buy - --lang ${lang}`, { stdin })).toMatchObject({
      exit: 1,
      err: expect.stringContaining(said),
    })
  expect(await shop.json('log')).toHaveLength(1)
  const { spool } = await import('../../src/ledger/import/file/spool.ts')
  async function* endless() {
    for (;;) yield Buffer.alloc(1 << 20)
  }
  await expect(spool(endless(), shop.folder, 3)).rejects.toMatchObject({ code: 'roster.endless', facts: { most: 3 } })
  expect(readdirSync(shop.folder).filter((name) => name.startsWith('regulars-import'))).toEqual([])
})

test('a terminal of no columns has eighty', async () => {
  const shop = await openShop()
  await shop.regulars('add Ann')
  expect((await shop.regulars('list', { columns: 0 })).out).toBe((await shop.regulars('list', { columns: 80 })).out)
  expect((await shop.regulars('show nobody', { columns: 0 })).err.split('\n').length).toBeLessThan(5)
})

test('a day beyond the calendar is refused, not stumbled over', async () => {
  const shop = await openShop()
  await shop.regulars('add Ann')
  await shop.regulars('buy Ann 5')
  for (const line of ['report cohorts', 'report', 'due', 'report value', 'report rfm'])
    for (const day of ['9999-12-31', '0001-01-01'])
      expect([line, day, (await shop.regulars(`${line} --today ${day}`)).err]).toEqual([
        line,
        day,
        expect.not.stringContaining('A fault of ours'),
      ])
})
