import { execFileSync, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { report, soak } from '../runs.ts'

// Every kind of command that writes, killed somewhere on its way: all of it is there, or nothing.
const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'bin', 'regulars.js')
/** How often each is killed: `REGULARS_SOAK=20` for 40 times. */
const times = Math.max(1, 2 * soak)
const rows = 3000
const place = mkdtempSync(join(tmpdir(), 'regulars-killed-'))
const [before, now] = [join(place, 'before'), join(place, 'now')]
let killed = 0
let ran = 0
let halves = 0

const env = { PATH: process.env['PATH'], HOME: place, REGULARS_LANG: 'en', TZ: 'UTC' }
const start = (words: readonly string[], output: 'ignore' | number = 'ignore') =>
  spawn(process.execPath, [bin, '--db', 'shop.db', ...words], {
    cwd: now,
    env,
    stdio: [words.includes('-') ? openSync(join(now, 'lines.txt'), 'r') : 'ignore', output, 'ignore'],
  })
const ended = (child: ReturnType<typeof start>) =>
  new Promise<number | string | null>((done) => child.on('exit', (exit, signal) => done(signal ?? exit)))
const finish = async (...words: string[]) =>
  expect([words, await ended(start(words))]).toEqual([
    words,
    expect.toSatisfy((exit: unknown) => exit === 0 || exit === 3),
  ])
const fresh = () => {
  rmSync(now, { recursive: true, force: true })
  cpSync(before, now, { recursive: true })
}

const looked = new Map<string, string>()

/** What a ledger holds, told by what must be the same: all of it but the moments. The same bytes are looked at once. */
function digest(path: string): string {
  const bytes = createHash('sha256')
  for (const tail of ['', '-wal', '-journal']) bytes.update(existsSync(path + tail) ? readFileSync(path + tail) : '-')
  const name = bytes.digest('hex')
  const known = looked.get(name) ?? contentOf(path)
  looked.set(name, known)
  return known
}

function contentOf(path: string): string {
  const file = new Database(path)
  try {
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(file.pragma('foreign_key_check')).toEqual([])
    const tables = (
      file
        .prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite%' order by 1`)
        .pluck()
        .all() as string[]
    ).filter((name) => name !== 'ledger')
    const rows = tables.map((name) => [
      name,
      file
        .prepare(`select * from "${name}" order by 1`)
        .all()
        .map((row) => ({ ...(row as object), at: null })),
    ])
    // A ledger made anew has a uuid of its own, and its log says what it was before it took the shop's.
    const told = JSON.stringify([file.pragma('user_version'), rows]).replace(
      /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
      '',
    )
    return createHash('sha256').update(told).digest('hex')
  } finally {
    file.close()
  }
}

beforeAll(async () => {
  if (!existsSync(join(root, 'dist'))) execFileSync('npm', ['run', 'build'], { cwd: root })
  const { mkdirSync } = await import('node:fs')
  mkdirSync(now)
  await finish('init')
  const people = Array.from({ length: rows }, (_, nth) => `Guest ${nth},139${String(nth).padStart(8, '0')}`)
  writeFileSync(join(now, 'people.csv'), `name,phone\n${people.join('\n')}\n`)
  const sales = Array.from(
    { length: rows },
    (_, nth) => `Guest ${nth % 500},2026-01-${String((nth % 28) + 1).padStart(2, '0')},${nth % 90}.50,R${nth}`,
  )
  writeFileSync(join(now, 'sales.csv'), `customer,on,amount,ref\n${sales.join('\n')}\nGuest 1,no day,5,\n`)
  writeFileSync(join(now, 'lines.txt'), Array.from({ length: 200 }, (_, nth) => `"Guest ${nth}" 5 tea\n`).join(''))
  await finish('import', 'customers', 'people.csv', '--no-classify')
  await finish('import', 'purchases', 'sales.csv', '--no-classify')
  await finish('backup', 'old.db')
  await finish('buy', 'Guest 1', '5')
  await finish('export', 'all', '--out', 'whole.jsonl')
  cpSync(now, before, { recursive: true })
}, 300_000)

afterAll(() => {
  rmSync(place, { recursive: true, force: true })
  report(
    `kill -9 in ${situations.length} situations: ${ran} runs, ${killed} killed inside, each all or nothing, ` +
      `${halves} left something half made, which the next one swept`,
  )
})

const oldLedger = () => {
  for (const tail of ['', '-wal', '-shm']) rmSync(join(now, `shop.db${tail}`), { force: true })
  const file = new Database(join(now, 'shop.db'))
  file.exec(readFileSync(join(root, 'migrations', 'sqlite', '0001-ledger.sql'), 'utf8'))
  file.exec(
    `pragma application_id = 1919380594; pragma user_version = 1; insert into ledger values ('uuid', 'x'), ` +
      `('timezone', 'UTC')`,
  )
  file.exec(`insert into change (at, day, by, command) values ('2026-01-01', '2026-01-01', 'o', 'add')`)
  const add = file.prepare(
    `insert into customer (name, name_key, entered_on, change_id) values (?, ?, '2026-01-01', 1)`,
  )
  file.transaction(() => {
    for (let nth = 0; nth < rows; nth++) add.run(`G${nth}`, `g${nth}`)
  })()
  file.close()
}
const nothing = () => {
  for (const tail of ['', '-wal', '-shm']) rmSync(join(now, `shop.db${tail}`), { force: true })
}

const situations: readonly (readonly [name: string, words: readonly string[], prepare?: () => void])[] = [
  ['init', ['init'], nothing],
  ['add', ['add', 'New', '--phone', '13700137000'], nothing],
  ['an edit', ['edit', 'Guest 7', '--company', 'Tea']],
  ['a purchase', ['buy', 'Guest 7', '8', '-u']],
  ['a till of 200 lines', ['buy', '-']],
  ['a refund', ['refund', 'Guest 1', '1']],
  ['a payment', ['pay', 'Guest 7', '8']],
  ['a void', ['void', '1']],
  ['fix', ['fix', '1', '9']],
  ['a merge', ['merge', 'Guest 7', '--into', 'Guest 8', '--yes']],
  ['forget', ['forget', 'Guest 7', '--yes']],
  ['classify', ['classify']],
  ['import customers', ['import', 'customers', 'people.csv', '--on-match', 'update', '--rejects', 'rej.csv'], nothing],
  ['import purchases', ['import', 'purchases', 'sales.csv', '--create-customers', '--rejects', 'rej.csv'], nothing],
  ['import all', ['import', 'all', 'whole.jsonl'], nothing],
  ['undo of an import', ['undo', '2', '--keep-edited', '--yes']],
  ['backup', ['backup']],
  ['backup --keep', ['backup', '--keep', '1']],
  ['backup over an older one', ['backup', 'old.db']],
  ['restore', ['restore', 'old.db', '--yes']],
  ['restore where nothing is', ['restore', 'old.db', '--yes'], nothing],
  ['export all', ['export', 'all', '--out', 'again.jsonl']],
  ['report --html', ['report', '--html', 'page.html']],
  ['a migration by doctor', ['doctor', '--migrate'], oldLedger],
  ['a migration by a purchase', ['buy', 'walk-in', '5'], oldLedger],
]

describe.each(situations.map(([name, words, prepare]) => ({ name, words, prepare })))(
  '$name',
  ({ name, words, prepare }) => {
    test(
      `killed ${times} times`,
      async () => {
        fresh()
        prepare?.()
        const there = existsSync(join(now, 'shop.db'))
        const ledgers = new Set([there ? digest(join(now, 'shop.db')) : 'none'])
        const began = performance.now()
        const how = await ended(start(words))
        const whole = performance.now() - began
        expect([name, how]).toEqual([name, expect.toSatisfy((exit: unknown) => exit === 0 || exit === 1 || exit === 3)])
        ledgers.add(digest(join(now, 'shop.db')))
        // A ledger is brought up to date before anything else is done, and stays so.
        if (prepare === oldLedger) {
          fresh()
          prepare()
          await ended(start(['doctor', '--migrate']))
          ledgers.add(digest(join(now, 'shop.db')))
        }
        const made = Object.fromEntries(
          ['again.jsonl', 'page.html', 'rej.csv']
            .filter((file) => existsSync(join(now, file)))
            .map((file) => [file, readFileSync(join(now, file)).length]),
        )
        const copies = new Set([
          digest(join(before, 'old.db')),
          ...(existsSync(join(now, 'backups'))
            ? readdirSync(join(now, 'backups')).map((file) => digest(join(now, 'backups', file)))
            : []),
          digest(join(now, 'old.db')),
        ])
        for (let turn = 0; turn < times; turn++) {
          fresh()
          prepare?.()
          const child = start(words)
          const end = ended(child)
          await new Promise((soon) => setTimeout(soon, whole * (0.25 + (0.7 * (turn + 0.5)) / times)))
          child.kill('SIGKILL')
          ran++
          if ((await end) === 'SIGKILL') killed++
          const db = join(now, 'shop.db')
          // An empty file is a place for a ledger; one without settings was cut off before it could say what it is, and
          // the next one goes on.
          const state = !existsSync(db) || readFileSync(db).length === 0 ? 'none' : digest(db)
          const unfounded = state !== 'none' && !there && !ledgers.has(state)
          if (unfounded) {
            const file = new Database(db)
            // Opening it takes back what was half written: it is as empty as it was, and the same command goes through.
            const isEmpty = file.prepare('select count(*) from sqlite_schema').pluck().get() === 0
            if (!isEmpty) expect(file.prepare('select count(*) from change').pluck().get()).toBe(0)
            file.close()
            if (isEmpty) expect([name, await ended(start(words))]).toEqual([name, 0])
          } else expect([name, ledgers.has(state)]).toEqual([name, true])
          for (const [file, length] of Object.entries(made))
            if (existsSync(join(now, file)))
              expect([file, readFileSync(join(now, file)).length]).toEqual([file, length])
          for (const file of existsSync(join(now, 'backups'))
            ? readdirSync(join(now, 'backups')).filter((one) => one.endsWith('.db'))
            : [])
            expect(copies.has(digest(join(now, 'backups', file)))).toBe(true)
          if (existsSync(join(now, 'old.db'))) expect(copies.has(digest(join(now, 'old.db')))).toBe(true)
          for (const file of readdirSync(now).filter((one) => /before-migration-1(-\d+)?$|replaced-[\d-]+$/.test(one)))
            digest(join(now, file))
          // What lies about half made is gone as soon as somebody comes by.
          const half = () =>
            readdirSync(now, { recursive: true, encoding: 'utf8' }).filter((one) => /\.(part|restoring)-/.test(one))
          if (half().length > 0) {
            halves++
            await ended(start(['doctor', '--migrate']))
            await ended(start(['export', 'customers', '--out', 'sweep.csv']))
            if (existsSync(join(now, 'backups'))) await ended(start(['backup']))
          }
          expect([name, state === 'none' ? [] : half()]).toEqual([name, []])
        }
      },
      60_000 + times * 20_000,
    )
  },
)
