// Every bench after another, and what they found as one table with its goals: `node bench/table.ts`. With `--readme` the
// table is written into the README, between its marks; with the name of a file, from what an earlier run kept there
// (BENCH_FINDINGS) instead of from a new one.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFindings, tableOf } from './findings.ts'

const benches = ['start', 'counter', 'standings', 'insight', 'memory', 'growth', 'undo', 'import', 'forms', 'postgres']
const readme = fileURLToPath(new URL('../README.md', import.meta.url))
const words = process.argv.slice(2)
const kept = words.find((word) => !word.startsWith('--'))
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))

function runAll(file: string): void {
  writeFileSync(file, '')
  for (const bench of benches) {
    const { status } = spawnSync(process.execPath, [fileURLToPath(new URL(`${bench}.ts`, import.meta.url))], {
      stdio: 'inherit',
      env: { ...process.env, BENCH_FINDINGS: file },
    })
    if (status !== 0) throw new Error(`${bench}: exit ${status}`)
  }
}

/** The text between the marks is the table's. */
function putBetweenMarks(text: string, between: string): string {
  const [begin, end] = ['<!-- speed -->\n', '<!-- /speed -->']
  const [from, to] = [text.indexOf(begin), text.indexOf(end)]
  if (from === -1 || to < from) throw new Error('README.md has no marks of its speed')
  return text.slice(0, from + begin.length) + between + text.slice(to)
}

try {
  const file = kept ?? process.env['BENCH_FINDINGS'] ?? join(folder, 'findings')
  if (kept === undefined) runAll(file)
  const table = tableOf(readFindings(file))
  console.log(`\n${table}`)
  const said =
    '`npm run bench` measures the program beside its peers in one run; `node bench/table.ts --readme` writes this table. ' +
    `On ${cpus().length} cores, Node ${process.versions.node}:\n\n${table}\n`
  if (words.includes('--readme')) writeFileSync(readme, putBetweenMarks(readFileSync(readme, 'utf8'), said))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
