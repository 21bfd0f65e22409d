import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { report, soak } from '../runs.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'bin', 'regulars.js')
/** Steps between no room and room enough: `REGULARS_SOAK=20` for 40. */
const steps = Math.max(5, 2 * soak)

beforeAll(() => {
  if (!existsSync(join(root, 'dist'))) execFileSync('npm', ['run', 'build'], { cwd: root })
})

/** A small disk of its own; null where that is not allowed. */
function disk(kilobytes: number): string | null {
  const place = mkdtempSync(join(tmpdir(), 'regulars-disk-'))
  const mounted =
    process.getuid?.() === 0 &&
    spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'regulars-test', place]).status === 0
  onTestFinished(() => {
    if (mounted) spawnSync('umount', [place])
    rmSync(place, { recursive: true, force: true })
  })
  return mounted ? place : null
}

const mayMount = (() => {
  if (process.getuid?.() !== 0) return false
  const place = mkdtempSync(join(tmpdir(), 'regulars-disk-'))
  const can = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'regulars-test', place]).status === 0
  if (can) spawnSync('umount', [place])
  rmSync(place, { recursive: true, force: true })
  return can
})()

const home = mkdtempSync(join(tmpdir(), 'regulars-home-'))

function run(words: readonly string[], { temporary = tmpdir() } = {}) {
  const env = { PATH: process.env['PATH'], HOME: home, TMPDIR: temporary, REGULARS_LANG: 'en', TZ: 'UTC' }
  const ran = spawnSync(process.execPath, [bin, ...words], { env, encoding: 'utf8' })
  return { exit: ran.status, signal: ran.signal, out: ran.stdout, err: ran.stderr }
}

/** Leaves so many kilobytes free. */
function fill(place: string, free: number): void {
  rmSync(join(place, 'filler'), { force: true })
  const { bavail, bsize } = statfsSync(place)
  const much = bavail * bsize - free * 1024
  if (much > 0) writeFileSync(join(place, 'filler'), Buffer.alloc(much))
}

const content = (path: string) => {
  const file = new Database(path, { readonly: true })
  try {
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
    return ['customer', 'entry', 'change'].map((table) => file.prepare(`select count(*) from ${table}`).pluck().get())
  } finally {
    file.close()
  }
}

describe.skipIf(!mayMount)('a disk that is full (skipped where no small disk can be mounted)', () => {
  test('whatever is asked for is done whole or not at all, said as such, and leaves nothing half made', () => {
    const place = disk(4000) ?? ''
    const [db, backups, spare] = [join(place, 'shop.db'), join(place, 'backups'), join(home, 'spare')]
    mkdirSync(backups)
    mkdirSync(spare, { recursive: true })
    const original = join(spare, 'shop.db')
    rmSync(original, { force: true })
    run(['init', '--db', original])
    const guests = Array.from({ length: 300 }, (_, nth) => `Guest ${nth},139${String(nth).padStart(8, '0')}\n`)
    writeFileSync(join(spare, 'c.csv'), `name,phone\n${guests.join('')}Bad,12\n`)
    run(['import', 'customers', join(spare, 'c.csv'), '--db', original])
    const before = content(original)
    const commands: readonly (readonly [string, readonly string[]])[] = [
      ['init', ['init', '--db', join(place, 'new.db')]],
      ['add', ['add', 'Ann', '--db', join(place, 'new.db')]],
      ['buy', ['buy', 'walk-in', '5', '--db', db]],
      ['backup', ['backup', `${backups}/`, '--db', db]],
      ['restore', ['restore', original, '--yes', '--db', db]],
      ['export', ['export', 'all', '--out', join(place, 'all.jsonl'), '--db', db]],
      [
        'import',
        ['import', 'customers', join(spare, 'c.csv'), '--same-phone', '--rejects', join(place, 'rej.csv'), '--db', db],
      ],
      ['list', ['list', '--ids', '--db', db]],
      ['doctor', ['doctor', '--db', db]],
    ]
    let refused = 0
    for (const [name, words] of commands) {
      for (let step = 0; step < steps; step++) {
        for (const old of readdirSync(place)) rmSync(join(place, old), { recursive: true, force: true })
        mkdirSync(backups)
        cpSync(original, db)
        fill(place, Math.round((step / (steps - 1)) ** 2 * 1000))
        const ran = run(words)
        const said = [name, step, ran.exit, ran.err]
        expect(ran.signal, said.join()).toBe(null)
        const left = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((one) =>
          /\.(part|restoring|new)-|-journal$/.test(one),
        )
        expect(left, said.join()).toEqual([])
        if (name === 'doctor') {
          expect(ran.out, said.join()).not.toContain('damaged')
          expect(ran.out, said.join()).not.toContain('regulars restore')
        }
        const failed = ran.exit !== 0 && ran.exit !== 3
        if (failed && name !== 'doctor') {
          refused++
          expect([said, ran.err]).toEqual([said, expect.stringContaining('No room left')])
        }
        if (name === 'init' || name === 'add') {
          const made = existsSync(join(place, 'new.db'))
          expect([said, made]).toEqual([said, !failed])
          expect(readdirSync(place).filter((one) => one.startsWith('new.db') && failed)).toEqual([])
        }
        rmSync(join(place, 'filler'), { force: true })
        const [customers, entries, changes] = content(db)
        if (failed) expect([said, customers, entries, changes]).toEqual([said, ...before])
        else if (name === 'backup')
          for (const copy of readdirSync(backups)) expect(content(join(backups, copy))).toEqual(before)
      }
    }
    expect(refused).toBeGreaterThan(steps)
    report(`full disks: ${commands.length * steps} runs, ${refused} refused, each whole or not at all`)
  }, 600_000)

  test('a migration leaves no half copy under its final name', () => {
    const place = disk(2000) ?? ''
    const db = join(place, 'shop.db')
    const migrations = readFileSync(join(root, 'migrations', 'sqlite', '0001-ledger.sql'), 'utf8')
    for (let step = 0; step < steps; step++) {
      for (const old of readdirSync(place)) rmSync(join(place, old), { recursive: true, force: true })
      const file = new Database(db)
      file.exec(migrations)
      file.exec(
        `pragma application_id = 1919380594; pragma user_version = 1; insert into ledger values ('uuid', 'x'), ` +
          `('timezone', 'UTC')`,
      )
      file.close()
      fill(place, step * 60)
      const ran = run(['add', 'Ann', '--db', db])
      rmSync(join(place, 'filler'), { force: true })
      const copies = readdirSync(place).filter((name) => name.includes('before-migration'))
      expect([ran.exit, ran.err, copies]).toEqual(
        ran.exit === 0 ? [0, '', ['shop.db.before-migration-1']] : [4, expect.stringContaining('No room left'), copies],
      )
      for (const copy of copies) {
        const kept = new Database(join(place, copy), { readonly: true })
        expect([
          copy,
          kept.pragma('integrity_check', { simple: true }),
          kept.pragma('user_version', { simple: true }),
        ]).toEqual([copy, 'ok', 1])
        kept.close()
      }
    }
  }, 120_000)

  test.skipIf(spawnSync('mkfs.ext4', ['-V']).error !== undefined)(
    'in blocks smaller than a page of memory too (skipped where none can be made)',
    () => {
      const place = mkdtempSync(join(tmpdir(), 'regulars-blocks-'))
      const image = join(home, 'small.img')
      writeFileSync(image, Buffer.alloc(8 << 20))
      spawnSync('mkfs.ext4', ['-q', '-F', '-b', '1024', '-O', '^has_journal', '-m', '0', image])
      const mounted = spawnSync('mount', ['-o', 'loop', image, place]).status === 0
      onTestFinished(() => {
        if (mounted) spawnSync('umount', [place])
        rmSync(place, { recursive: true, force: true })
      })
      if (!mounted) return
      const db = join(place, 'shop.db')
      expect(run(['init', '--db', db]).exit).toBe(0)
      for (let step = 0; step < steps; step++) {
        fill(place, 8 + step * (56 / steps))
        for (const words of [['buy', 'walk-in', '5'], ['list'], ['doctor'], ['balances']]) {
          const ran = run([...words, '--db', db])
          expect([words, step, ran.signal, ran.exit]).toEqual([words, step, null, words[0] === 'buy' ? 4 : 0])
        }
      }
      rmSync(join(place, 'filler'))
      expect(content(db)).toEqual([0, 0, 0])
    },
    120_000,
  )

  test('it is said which disk is full', () => {
    const place = disk(600) ?? ''
    const db = join(home, 'there.db')
    rmSync(db, { force: true })
    run(['init', '--db', db])
    const stick = run(['backup', `${place}/`, '--db', db])
    const again = [fill(place, 8), run(['backup', join(place, 'b.db'), '--db', db])][1]
    expect([stick.exit, again?.exit, again?.err]).toEqual([
      0,
      4,
      expect.stringContaining(`No room left on the disk of ${join(place, 'b.db')}`),
    ])
    const ran = spawnSync(process.execPath, [bin, 'import', 'customers', '-', '--db', db], {
      env: { PATH: process.env['PATH'], HOME: home, TMPDIR: place, REGULARS_LANG: 'en' },
      input: `name\n${'Ann Person\n'.repeat(60_000)}`,
      encoding: 'utf8',
    })
    expect([ran.status, ran.stderr]).toEqual([4, expect.stringContaining(`No room left on the disk of ${place}`)])
    expect(readdirSync(place).filter((name) => name.startsWith('regulars-import'))).toEqual([])
  })
})

test('eight that bring a ledger up to date at once make one copy of it', async () => {
  const place = mkdtempSync(join(tmpdir(), 'regulars-old-'))
  onTestFinished(() => rmSync(place, { recursive: true, force: true }))
  const db = join(place, 'shop.db')
  const file = new Database(db)
  file.exec(readFileSync(join(root, 'migrations', 'sqlite', '0001-ledger.sql'), 'utf8'))
  file.exec(
    `pragma application_id = 1919380594; pragma user_version = 1; insert into ledger values ('uuid', 'x'), ` +
      `('timezone', 'UTC')`,
  )
  file.close()
  const { execFile } = await import('node:child_process')
  const env = { PATH: process.env['PATH'], HOME: home, REGULARS_LANG: 'en' }
  const ran = await Promise.all(
    Array.from(
      { length: 8 },
      (_, nth) =>
        new Promise((done) =>
          execFile(process.execPath, [bin, 'add', `Guest ${nth}`, '--db', db], { env }, (error, _, err) =>
            done([error?.code ?? 0, err]),
          ),
        ),
    ),
  )
  expect(ran).toEqual(ran.map(() => [0, '']))
  expect(readdirSync(place).filter((name) => name.includes('before'))).toEqual(['shop.db.before-migration-1'])
})
