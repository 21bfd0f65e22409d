// What each command holds at most, and takes, in a process of its own in a large shop: BENCH_CUSTOMERS and BENCH_PURCHASES
// say how large, or a ledger is named: `node bench/memory.ts [FILE]`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { classify } from '../src/ledger/tier/classify.ts'
import { benchDay, makeBigShop, openBench } from './big-shop.ts'
import { keepFindings } from './findings.ts'
import { run } from './run.ts'

const size = {
  customers: Number(process.env['BENCH_CUSTOMERS'] ?? 200_000),
  purchases: Number(process.env['BENCH_PURCHASES'] ?? 2_000_000),
}
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
const path = process.argv[2] ?? join(folder, 'shop.db')
const bin = process.env['BENCH_PROGRAM'] ?? fileURLToPath(new URL('../bin/regulars.js', import.meta.url))
const peak = join(folder, 'peak')
const goal = 300
const commands: readonly (readonly string[])[] = [
  ['due'],
  ['list'],
  ['list', '--format', 'csv'],
  ['list', '--format', 'json'],
  ['list', '--sort', 'spent', '--format', 'csv'],
  ['export', 'customers'],
  ['classify'],
  ['report', 'rfm'],
  ['report', 'pareto'],
  ['report', 'cohorts'],
  ['report', 'quadrants'],
  ['report', 'rates', '--by', 'month'],
  ['report', 'losses'],
  ['report', 'followups'],
  ['report', 'summary'],
  ['report', 'value'],
  ['report', '--html', join(folder, 'page.html')],
]

try {
  if (!existsSync(path)) {
    await makeBigShop(path, size)
    const book = await openBench(path)
    await classify(book)
    book.store.close()
  }
  const loaded = ['--import', fileURLToPath(new URL('peak.mjs', import.meta.url)), bin]
  process.env['BENCH_PEAK'] = peak
  console.log(`memory, ${size.purchases.toLocaleString('en')} purchases, one run each`)
  for (const words of commands) {
    const name = words.join(' ').replace(folder, '')
    const took = await run(name, [...loaded, ...words, '--db', path, '--today', benchDay])
    const held = Number(readFileSync(peak, 'utf8'))
    console.log(
      `  ${name.padEnd(30)} ${(took.wall / 1000).toFixed(1).padStart(6)} s  peak ${held.toFixed(0).padStart(4)} MB` +
        (held <= goal ? '' : `  MISSED: over ${goal} MB`),
    )
    keepFindings([{ name: `memory of \`${name}\``, beside: '', peak: held, peakGoal: goal }])
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
