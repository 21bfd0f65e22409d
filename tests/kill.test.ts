import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { report, soak } from './runs.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = join(root, 'bin', 'regulars.js')
/** How often the import is killed. */
const times = soak > 0 ? 100 : 4
const rows = 20_000

beforeAll(() => {
  if (!existsSync(join(root, 'dist'))) execFileSync('npm', ['run', 'build'], { cwd: root })
})

test(
  `an import of ${rows} rows killed at ${times} moments leaves nothing behind, then completes`,
  async () => {
    const place = mkdtempSync(join(tmpdir(), 'regulars-kill-'))
    onTestFinished(() => rmSync(place, { recursive: true, force: true }))
    const [db, file, rejects] = [join(place, 'shop.db'), join(place, 'till.csv'), join(place, 'bad.csv')]
    const lines = Array.from(
      { length: rows },
      (_, row) => `Guest ${row % 5000},2026-01-${String((row % 28) + 1).padStart(2, '0')},${row % 90}.50,R${row},tea`,
    )
    writeFileSync(file, `customer,on,amount,ref,item\n${lines.join('\n')}\nGuest 1,no day,5,,\n`)
    const env = { ...process.env, REGULARS_LANG: 'en' }
    const run = (...words: string[]) => spawn(process.execPath, [bin, '--db', db, ...words], { env, stdio: 'ignore' })
    const end = (child: ReturnType<typeof run>) =>
      new Promise<number | NodeJS.Signals | null>((done) => child.on('exit', (exit, signal) => done(exit ?? signal)))
    const words = ['import', 'purchases', file, '--create-customers', '--rejects', rejects]
    /** What the ledger holds: entries, customers, changes. */
    const content = () => {
      const ledger = new Database(db)
      try {
        expect(ledger.pragma('integrity_check', { simple: true })).toBe('ok')
        expect(ledger.pragma('foreign_key_check')).toEqual([])
        return ['entry', 'customer', 'change'].map((table) =>
          ledger.prepare(`select count(*) from ${table}`).pluck().get(),
        )
      } finally {
        ledger.close()
      }
    }
    const fresh = async () => {
      for (const ending of ['', '-wal', '-shm']) rmSync(`${db}${ending}`, { force: true })
      rmSync(rejects, { force: true })
      copyFileSync(empty, db)
    }
    const empty = join(place, 'empty.db')
    expect(await end(run('init'))).toBe(0)
    renameSync(db, empty)
    await fresh()
    const began = performance.now()
    expect(await end(run(...words))).toBe(3)
    let whole = performance.now() - began
    expect(content()).toEqual([rows, 5000, 1])

    let killed = 0
    for (let turn = 0; turn < times; turn++) {
      await fresh()
      const child = run(...words)
      const began = performance.now()
      const ended = end(child)
      // At evenly strewn moments of its run, early, late and in between.
      await new Promise((soon) => setTimeout(soon, whole * ((turn + 0.5) / times)))
      child.kill('SIGKILL')
      const signal = await ended
      const found = content()
      // The whole import or nothing of it: one that is killed after its commit is all there.
      expect([
        [0, 0, 0],
        [rows, 5000, 1],
      ]).toContainEqual(found)
      if (signal === 'SIGKILL' && found[0] === 0) killed++
      // One that came through was quicker than the first, which others may have held up.
      if (signal !== 'SIGKILL') whole = Math.min(whole, performance.now() - began)
    }
    expect(killed).toBeGreaterThan(times / 2)
    report(`an import of ${rows} rows: killed ${times} times, ${killed} before its commit, nothing left behind`)
    await fresh()
    const child = run(...words)
    setTimeout(() => child.kill('SIGKILL'), whole / 3)
    expect(await end(child)).toBe('SIGKILL')
    expect(await end(run(...words))).toBe(3)
    expect(content()).toEqual([rows, 5000, 1])
    expect(existsSync(rejects)).toBe(true)
  },
  60_000 + times * 10_000,
)
