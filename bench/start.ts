// How long a command takes from the shell's prompt to the next, beside a bare `node -e 0` of the same Node, runs
// interleaved.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { makeBigShop } from './big-shop.ts'
import { median, ratioTable } from './measure.ts'

const bin = fileURLToPath(new URL('../bin/regulars.js', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
const db = join(folder, 'shop.db')
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 30)

try {
  await makeBigShop(db, { customers: 1000, purchases: 10_000 })
  const lines: readonly (readonly [string, readonly string[], number | undefined])[] = [
    ['node -e 0', ['-e', '0'], undefined],
    ['--version', [bin, '--version'], 1.3],
    ['find', [bin, 'find', '13800', '--db', db], 2],
    ['due', [bin, 'due', '--db', db], 2.5],
  ]
  const times = lines.map(() => [] as number[])
  for (let round = 0; round < rounds + 3; round++) {
    lines.forEach(([name, args], at) => {
      const begun = performance.now()
      const { status, stderr } = spawnSync(process.execPath, args, {
        stdio: ['ignore', 'pipe', 'pipe'],
        encoding: 'utf8',
      })
      if (status !== 0) throw new Error(`${name}: exit ${status}: ${stderr}`)
      // The first rounds fill the compile cache and the page cache.
      if (round >= 3) times[at]?.push(performance.now() - begun)
    })
  }
  const bare = median(times[0] ?? [])
  console.log(`start, 1,000 customers, median of ${rounds} interleaved runs, Node ${process.versions.node}`)
  console.log(
    ratioTable(
      lines.map(([name, , target], at) => ({
        name,
        value: median(times[at] ?? []),
        unit: 'ms',
        ratio: median(times[at] ?? []) / bare,
        ...(target ? { target } : {}),
      })),
    ),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
