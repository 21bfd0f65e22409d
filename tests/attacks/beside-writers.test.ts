import { execFile, execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { readyToRestore } from '../../src/ledger/backup/restore.ts'
import { report, soak } from '../runs.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const bin = join(root, 'bin', 'regulars.js')
/**
 * Seconds that eight write beside two who read, and how many restores come between them: more with `REGULARS_SOAK=20`.
 */
const seconds = Math.max(2, 3 * soak)
const restores = Math.max(2, 2 * soak)

beforeAll(() => {
  if (!existsSync(join(root, 'dist'))) execFileSync('npm', ['run', 'build'], { cwd: root })
})

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'regulars-beside-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

function regulars(home: string, words: readonly string[]): Promise<{ exit: number; out: string; err: string }> {
  const env = {
    PATH: process.env['PATH'],
    HOME: home,
    REGULARS_DB: join(home, 'shop.db'),
    REGULARS_LANG: 'en',
    TZ: 'UTC',
  }
  return new Promise((done) =>
    execFile(process.execPath, [bin, ...words], { env, maxBuffer: 1 << 28 }, (error, out, err) =>
      done({ exit: error ? Number(error.code) : 0, out, err }),
    ),
  )
}

test(
  `eight write for ${seconds} s beside two who look at sums, balances and exports: none of them sees half a change`,
  async () => {
    const home = folder()
    await regulars(home, ['init'])
    for (let nth = 0; nth < 4; nth++) await regulars(home, ['add', `Guest ${nth}`])
    const until = performance.now() + seconds * 1000
    const torn: unknown[] = []
    let [written, looked] = [0, 0]
    const writer = async (nth: number) => {
      for (let turn = 0; performance.now() < until; turn++) {
        const who = `id:${(nth % 4) + 1}`
        const line =
          [
            ['buy', who, '3', '-u'],
            ['buy', who, '5'],
            ['pay', who, '2'],
            ['buy', who, '7', '-u', '--on', '2026-01-05'],
            ['undo', '--yes', '--as', `w${nth}`],
          ][turn % 5] ?? []
        const ran = await regulars(home, line[0] === 'undo' ? line : [...line, '--as', `w${nth}`])
        if (ran.exit === 0) written++
        else if (ran.exit !== 1) torn.push([line, ran])
      }
    }
    const reader = async (nth: number) => {
      for (let turn = nth; turn < nth + 3 || performance.now() < until; turn++) {
        looked++
        if (turn % 3 === 0) {
          const { findings } = JSON.parse((await regulars(home, ['doctor', '--json'])).out)
          const wrong = findings.filter(({ state }: { state: string }) => state === 'fault' || state === 'damage')
          if (wrong.length > 0) torn.push(wrong)
        } else if (turn % 3 === 1) {
          for (const one of JSON.parse((await regulars(home, ['balances', '--json'])).out)) {
            const open = [one.days0, one.days31, one.days61, one.days91].reduce(
              (sum: number, part: string) => sum + Number(part),
              0,
            )
            if (Math.abs(open - Math.max(0, Number(one.balance))) > 0.001) torn.push(one)
          }
        } else {
          const lines = (await regulars(home, ['export', 'all'])).out
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line))
          const [header, ...rest] = lines
          if (rest.filter(({ table }) => table === 'entry').length !== header.rows.entry) torn.push(header)
        }
      }
    }
    await Promise.all([...Array.from({ length: 8 }, (_, nth) => writer(nth)), reader(0), reader(1)])
    expect(torn).toEqual([])
    expect([written, looked].every((count) => count > 2)).toBe(true)
    report(`beside each other: ${written} written, ${looked} looked, 0 torn`)
  },
  60_000 + seconds * 3000,
)

test(
  `${restores} restores beside three tills, with a pause between their steps: every sale that was told is in a file`,
  async () => {
    const home = folder()
    const [db, backup] = [join(home, 'shop.db'), join(home, 'old.db')]
    await regulars(home, ['init'])
    await regulars(home, ['backup', backup])
    let going = true
    const told: string[] = []
    const till = async (nth: number) => {
      for (let turn = 0; going; turn++) {
        const item = `sale-${nth}-${turn}`
        const ran = await regulars(home, ['buy', 'walk-in', '5', item])
        if (ran.exit === 0) told.push(item)
      }
    }
    const tills = [0, 1, 2].map(till)
    const around = { migrations: join(root, 'migrations', 'sqlite'), temporary: home }
    for (let turn = 0; turn < restores; turn++) {
      await setTimeout(300)
      const ready = await readyToRestore(backup, db, null, around)
      try {
        let pauses = 0
        // Long enough for a sale in between, not so often that it never comes to an end.
        await ready.inPlace(`2026-11-21 10:${String(turn).padStart(2, '0')}`, async () =>
          setTimeout(pauses++ < 2 ? 400 : 0),
        )
      } finally {
        ready.abandon()
      }
    }
    going = false
    await Promise.all(tills)
    const files = [
      db,
      ...readdirSync(home)
        .filter((name) => name.includes('.replaced-'))
        .map((name) => join(home, name)),
    ]
    expect(files).toHaveLength(restores + 1)
    const found = files.flatMap((path) => {
      const file = new Database(path, { readonly: true })
      expect([path, file.pragma('integrity_check', { simple: true })]).toEqual([path, 'ok'])
      const items = file.prepare('select item from entry').pluck().all() as string[]
      file.close()
      return items
    })
    expect(told.filter((item) => !found.includes(item))).toEqual([])
    expect(told.length).toBeGreaterThan(restores)
    expect((await regulars(home, ['doctor', '--quiet'])).exit).toBe(0)
    expect(readFileSync(db).length).toBeGreaterThan(0)
    report(`restores beside tills: ${restores}, ${told.length} sales told, all found`)
  },
  60_000 + restores * 10_000,
)
