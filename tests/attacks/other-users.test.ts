import { execFileSync, spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beforeAll, describe, expect, test } from 'vitest'
import { foreignBeside, keepLogs, logsBeside } from '../../src/store/sqlite/tails.ts'
import { openShop } from '../shop.ts'
import { bin, build, folder, mayDrop, nobody, run } from './started.ts'

beforeAll(build)

describe('a file of settings', () => {
  const own = process.getuid?.() ?? 0
  test('that belongs to another user, or that anybody may write, does not count, and that is told', async () => {
    const shop = await openShop()
    const [other, file] = [join(shop.folder, 'other.db'), join(shop.folder, 'config', 'config.json')]
    mkdirSync(join(shop.folder, 'config'))
    writeFileSync(file, JSON.stringify({ db: other, user: 'mallory' }))
    const env = { REGULARS_DB: '' }
    const from = async (believed: readonly number[] | undefined) =>
      (await shop.json('config get user', { env, believed }).catch(() => null))?.value
    expect([await from([own]), await from(undefined), await from([own + 1])]).toEqual(['mallory', 'mallory', undefined])
    chmodSync(file, 0o666)
    expect(await from([own])).toBe(undefined)
    const ran = await shop.regulars('add Ann', { env, believed: [own] })
    expect([ran.exit, ran.err, existsSync(other)]).toEqual([
      0,
      expect.stringContaining(`${file} belongs to another user, or anybody may write it`),
      false,
    ])
    // Nor is it written over.
    for (const [lang, said] of [
      ['en', 'does not count'],
      ['zh', '不算数'],
    ] as const) {
      const set = await shop.regulars(`config set user li --lang ${lang}`, { env, believed: [own] })
      expect([set.exit, set.err]).toEqual([1, expect.stringContaining(said)])
    }
    expect(readFileSync(file, 'utf8')).toContain('mallory')
  })

  test.skipIf(!mayDrop)('is looked at as the program is run: one’s own, the system’s, and none else', () => {
    const home = folder(nobody)
    const file = join(home, '.config', 'regulars', 'config.json')
    mkdirSync(join(home, '.config', 'regulars'), { recursive: true })
    writeFileSync(file, '{"user":"li"}')
    const user = (as?: typeof nobody, env = {}) =>
      run(['config', 'get', 'user'], { env: { HOME: home, ...env }, ...(as ? { user: as } : {}) }).out
    expect([user(), user(nobody)]).toEqual(['li\n', 'li\n'])
    chownSync(file, 1234, 1234)
    expect([user(), user(nobody), user(undefined, { SUDO_UID: '1234' })]).toEqual(['', '', 'li\n'])
  })
})

describe('formats and messages of one’s own, beside the ledger', () => {
  const own = process.getuid?.() ?? 0
  const format = (name: string) =>
    JSON.stringify({
      name,
      title: { en: name, zh: name },
      kind: 'customers',
      service: name,
      recognise: { all: ['Who', 'When'] },
      columns: { name: 'Who' },
      rows: [{ when: {}, is: 'take' }],
    })
  /** A shop with one file of each kind; `put` says whose they are, and who may write them. */
  async function shopWith(put: (folders: string[], files: string[]) => void) {
    const shop = await openShop()
    await shop.regulars('add Ann')
    const [messages, formats] = [join(shop.folder, 'messages'), join(shop.folder, 'formats')]
    const files = [join(messages, 'hello.txt'), join(formats, 'till.json')]
    for (const folder of [messages, formats]) mkdirSync(folder)
    writeFileSync(files[0] ?? '', 'Hello {salutation}, pay to 666')
    writeFileSync(files[1] ?? '', format('till'))
    put([messages, formats], files)
    const from = async (believed: readonly number[] | undefined) => {
      const [listed, known] = [
        await shop.regulars('message --json', { believed }),
        await shop.regulars('import formats --json', { believed }),
      ]
      return {
        counts: [/hello/.test(listed.out), /till\.json/.test(known.out)],
        err: [listed.err.replace(/^One of them.*\n/m, ''), known.err],
        exit: [listed.exit, known.exit],
      }
    }
    return { shop, files, messages, from }
  }
  const counted = { counts: [true, true], err: ['', ''], exit: [0, 0] }
  const left = (path: RegExp) => ({
    counts: [false, false],
    err: [expect.stringMatching(path), expect.stringMatching(path)],
    exit: [0, 0],
  })

  test('count as what they are, and so do those of the ledger’s owner', async () => {
    const { from } = await shopWith(() => {})
    // Whoever the user is: the ledger is believed, and with it who it belongs to.
    expect([await from([own]), await from([own + 1]), await from(undefined)]).toEqual([counted, counted, counted])
  })

  test('that anybody may write, or in a folder where anybody may, do not count, and that is told', async () => {
    const open = await shopWith((_, files) => files.map((file) => chmodSync(file, 0o666)))
    expect(await open.from([own])).toEqual(left(/(hello\.txt|till\.json) belongs to another user, or anybody may/))
    const folders = await shopWith((folders) => folders.map((one) => chmodSync(one, 0o777)))
    expect(await folders.from([own])).toEqual(left(/(messages|formats) belongs to another user, or anybody may write/))
    expect((await folders.shop.regulars('message hello --to 1', { believed: [own] })).exit).toBe(1)
    // Where files belong to nobody in particular all count.
    expect(await folders.from(undefined)).toEqual(counted)
    expect((await folders.shop.regulars('message --lang zh', { believed: [own] })).err).toContain('不算数')
    // In a sticky one each says whose it is.
    const sticky = await shopWith((folders) => folders.map((one) => chmodSync(one, 0o1777)))
    expect(await sticky.from([own])).toEqual(counted)
  })

  test.runIf(own === 0)('of another user do not count, nor a link of theirs to what is one’s own', async () => {
    const another = await shopWith((_, files) => files.map((file) => chownSync(file, 1234, 1234)))
    expect(await another.from([own])).toEqual(left(/belongs to another user/))
    const folders = await shopWith((folders) => folders.map((one) => chownSync(one, 1234, 1234)))
    expect(await folders.from([own])).toEqual(left(/belongs to another user/))
    const linked = await shopWith((folders, [message = '', format = '']) => {
      for (const [at, file] of [message, format].entries()) {
        const elsewhere = join(folders[at] ?? '', 'kept')
        renameSync(file, elsewhere)
        symlinkSync(elsewhere, file)
        lchownSync(file, 1234, 1234)
      }
    })
    expect(await linked.from([own])).toEqual(left(/belongs to another user/))
  })

  test('that are no text are waited for by nobody: pipes, folders, what has no end, what is too long', async () => {
    const odd: readonly ((path: string) => unknown)[] = [
      (path) => execFileSync('mkfifo', [path]),
      (path) => mkdirSync(path),
      (path) => symlinkSync('/dev/zero', path),
      (path) => symlinkSync(path, path),
      (path) => writeFileSync(path, Buffer.alloc(1_200_000, 97)),
    ]
    for (const put of odd) {
      const { from } = await shopWith((_, files) =>
        files.forEach((file) => {
          rmSync(file)
          put(file)
        }),
      )
      expect([put, await from(undefined)]).toEqual([put, left(/is no text that can be read/)])
    }
    const { shop } = await shopWith((folders) =>
      folders.forEach((folder) => {
        rmSync(folder, { recursive: true })
        writeFileSync(folder, 'a file where a folder might be')
      }),
    )
    for (const line of ['message', 'import formats'])
      expect(await shop.regulars(`${line} --quiet`)).toMatchObject({ exit: 0, err: '' })
  })
})

describe.skipIf(!mayDrop)('in a folder where anybody may put files', () => {
  const shared = () => {
    const [place, home] = [folder(), folder(nobody)]
    chmodSync(place, 0o1777)
    const db = join(place, 'shop.db')
    run(['add', 'Ann', '--db', db], { env: { HOME: place, TZ: 'UTC' } })
    chmodSync(db, 0o644)
    const another = (...words: string[]) =>
      run([...words, '--db', db], { user: nobody, env: { HOME: home, TMPDIR: home } })
    return { place, home, db, another }
  }

  test('who may only read a ledger leaves nothing beside it, whatever they type', () => {
    const { place, home, db, another } = shared()
    const around = readdirSync(place)
    expect(another('list', '--ids').out).toBe('1\n')
    for (const line of [
      ['buy', 'Ann', '3'],
      ['classify'],
      ['undo', '--yes'],
      ['restore', db, '--yes'],
      ['doctor', '--migrate'],
    ])
      expect([line, another(...line).exit]).not.toEqual([line, 0])
    expect(another('backup', join(home, 'b.db'))).toMatchObject({ exit: 0, err: '' })
    expect(readdirSync(place)).toEqual(around)
    expect(run(['buy', 'Ann', '5', '--db', db], { env: { HOME: place } }).exit).toBe(0)
    expect(run(['list', '--ids', '--db', join(home, 'b.db')], { user: nobody, env: { HOME: home } }).out).toBe('1\n')
    expect(statSync(join(home, 'b.db')).mode & 0o077).toBe(0)
  })
})

test.skipIf(!mayDrop)(
  'copies that another user put into an open folder of backups drive out none, and are not advised',
  async () => {
    const shop = await openShop()
    const backups = join(shop.folder, 'backups')
    const own = await shop.json('backup')
    // Of the same ledger, and to all it says the newest there is.
    const theirs = await shop.json('backup', { now: new Date('2026-11-22T02:00:00Z') })
    const advised = async () => {
      const ran = await shop.regulars('doctor --json')
      return JSON.parse(ran.out).backups
    }
    expect(await advised()).toEqual([theirs.path, own.path])
    chownSync(shop.db, 1, 1)
    for (const path of [backups, own.path]) chownSync(path, 1, 1)
    chownSync(theirs.path, nobody.uid, nobody.gid)
    expect(await advised()).toEqual([theirs.path, own.path])
    chmodSync(backups, 0o1777)
    expect(await advised()).toEqual([own.path])
    const made = await shop.json('backup --keep 2', { now: new Date('2026-11-23T02:00:00Z') })
    expect(made.removed).toEqual([])
  },
)

test('what waits for ever or has no end is not read: a pipe, a device', () => {
  const home = folder()
  const [db, config] = [join(home, 'shop.db'), join(home, '.config', 'regulars')]
  const go = (...words: string[]) => run(words, { env: { HOME: home, REGULARS_DB: db, TZ: 'UTC' }, seconds: 20 })
  go('init')
  mkdirSync(config, { recursive: true })
  mkdirSync(join(home, 'formats'))
  mkdirSync(join(home, 'backups'))
  execFileSync('mkfifo', [
    join(config, 'config.json'),
    join(home, 'formats', 'a.json'),
    join(home, 'backups', 'regulars-2026-11-21-1000.db'),
  ])
  writeFileSync(join(home, 'c.csv'), 'name\nAnn\n')
  for (const line of ['list', 'doctor', 'backup --keep 1', 'import customers c.csv', 'import formats'])
    expect([
      line,
      run(line.split(' '), { env: { HOME: home, REGULARS_DB: db, TZ: 'UTC' }, cwd: home, seconds: 20 }).exit,
    ]).toEqual([line, 0])
  if (existsSync('/dev/zero'))
    expect(go('backup', join(home, 'e.db.enc'), '--password-file', '/dev/zero')).toMatchObject({ exit: 2 })
  symlinkSync('/dev/zero', join(home, 'formats', 'b.json'))
  expect(go('import', 'formats').exit).toBe(0)
})

test('a log that goes between two looks is no error', async () => {
  const place = folder()
  const db = join(place, 'shop.db')
  writeFileSync(db, '')
  // What another that begins the ledger does to its journal, over and over.
  const other = new Worker(
    `const fs = require('node:fs'); const { workerData: path } = require('node:worker_threads'); for (;;) { ` +
      `fs.writeFileSync(path, 'x'); fs.rmSync(path) }`,
    { eval: true, workerData: `${db}-journal` },
  )
  try {
    let seen = 0
    const until = performance.now() + 5000
    while (seen < 200 && performance.now() < until) {
      if (logsBeside(db).length > 0) seen++
      foreignBeside(db)
      keepLogs(db).forget()
      await new Promise(setImmediate)
    }
    expect(seen).toBeGreaterThan(0)
  } finally {
    await other.terminate()
  }
})

test.skipIf(spawnSync('script', ['--version']).status !== 0)(
  'rejected rows on a terminal by another name are harmless there',
  () => {
    const home = folder()
    const env = {
      PATH: '/usr/bin:/bin',
      HOME: home,
      REGULARS_DB: join(home, 'shop.db'),
      REGULARS_LANG: 'en',
      TZ: 'UTC',
      TERM: 'xterm',
    }
    const hostile = 'Bob\u001b]52;c;ZXZpbA==\u0007\u009b31m'
    writeFileSync(join(home, 'c.csv'), `name,phone\n${hostile},12${hostile}\nAnn,13800138000\n`)
    writeFileSync(join(home, 'lines'), `${hostile} 12a\n`)
    for (const line of [
      `import customers ${home}/c.csv --yes --rejects /dev/tty`,
      `buy - --rejects /dev/tty < ${home}/lines`,
    ]) {
      const shown = spawnSync('script', ['-qec', `${process.execPath} ${bin} ${line} >${home}/out 2>&1`, '/dev/null'], {
        env,
        encoding: 'utf8',
        input: '',
      })
      expect(shown.stdout).toContain('Bob')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(shown.stdout).not.toMatch(/[\u001b\u0007\u009b]/)
    }
  },
)
