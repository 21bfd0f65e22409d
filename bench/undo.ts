// What being able to take an import back costs it: the same rows into the same indexes, once as the program does and
// once into a table without `change_id` and with nothing logged. Then how long taking them back takes. BENCH_PURCHASES
// says how many.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { recordChange } from '../src/ledger/book/change/record.ts'
import { undoChange } from '../src/ledger/book/change/undo.ts'
import { openBench } from './big-shop.ts'
import { keepFindings } from './findings.ts'
import { median, ratioTable } from './measure.ts'

const purchases = Number(process.env['BENCH_PURCHASES'] ?? 500_000)
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5)
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
const customers = 1000

async function measure(name: string, logged: boolean): Promise<{ took: number; back: number | null }> {
  const path = join(folder, `${name}.db`)
  const book = await openBench(path, 'create')
  const { sqlite } = book.store
  await recordChange(book, 'import customers', async (_db, change) => {
    const person = sqlite.prepare(
      `INSERT INTO customer (name, name_key, entered_on, change_id) VALUES (?, ?, '2026-01-01', ?)`,
    )
    for (let at = 0; at < customers; at++) person.run(`c${at}`, `c${at}`, change.id)
  })
  if (!logged) withoutChange(sqlite)
  const columns = `kind, customer_id, "on", amount, paid, item, by${logged ? ', change_id' : ''}`
  const fill = (changeId: number | null) => {
    const bought = sqlite.prepare(
      `INSERT INTO entry (${columns}) VALUES ('purchase', ?, ?, ?, ?, ?, 'bench'${logged ? ', ?' : ''})`,
    )
    for (let at = 0; at < purchases; at++) {
      const values = [
        1 + (at % customers),
        `2026-${String(1 + (at % 12)).padStart(2, '0')}-15`,
        at % 10_000,
        at % 10_000,
        `Tea ${at % 50}`,
      ]
      bought.run(...values, ...(changeId === null ? [] : [changeId]))
    }
  }
  const begun = performance.now()
  if (logged) await recordChange(book, 'import purchases', async (_db, change) => fill(change.id))
  else sqlite.transaction(() => fill(null)).immediate()
  const took = performance.now() - begun
  const undone = performance.now()
  if (logged) await undoChange(book, 2)
  const back = logged ? performance.now() - undone : null
  book.store.close()
  rmSync(path, { force: true })
  return { took, back }
}

/** The table of entries as it would be if nothing could be taken back. */
function withoutChange(sqlite: Awaited<ReturnType<typeof openBench>>['store']['sqlite']): void {
  const made = sqlite
    .prepare(`SELECT sql FROM sqlite_master WHERE tbl_name = 'entry' AND sql IS NOT NULL ORDER BY type = 'index'`)
    .all() as { sql: string }[]
  sqlite.exec('DROP TABLE entry')
  for (const { sql } of made) sqlite.exec(sql.replace(/\s*change_id INTEGER NOT NULL REFERENCES change \(id\),/, ''))
}

try {
  const times: { logged: number[]; bare: number[]; back: number[] } = { logged: [], bare: [], back: [] }
  for (let round = 0; round < rounds; round++) {
    times.bare.push((await measure(`bare-${round}`, false)).took)
    const { took, back } = await measure(`logged-${round}`, true)
    times.logged.push(took)
    times.back.push(back ?? 0)
  }
  const base = median(times.bare)
  keepFindings([
    {
      name: 'an import that can be undone',
      beside: 'the same rows without',
      ratio: median(times.logged) / base,
      goal: 1.2,
    },
  ])
  console.log(`undo, ${purchases.toLocaleString('en')} purchases, median of ${rounds} interleaved runs`)
  console.log(
    ratioTable([
      { name: 'rows that cannot be undone', value: base, unit: 'ms', ratio: 1 },
      {
        name: 'rows that can',
        value: median(times.logged),
        unit: 'ms',
        ratio: median(times.logged) / base,
        target: 1.2,
      },
      { name: 'taking them back', value: median(times.back), unit: 'ms', ratio: median(times.back) / base },
    ]),
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
