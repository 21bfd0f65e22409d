import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { server } from '../postgres/ledger.ts'
import { openShop } from '../shop.ts'

type Statement = Database.Statement<unknown[]>

/** Every statement that is asked for rows from now on, as it is written, with what was last bound to it. */
function listenToSqlite(): ReadonlyMap<string, unknown[]> {
  const file = new Database(':memory:')
  const made = Object.getPrototypeOf(file.prepare('select 1')) as Statement
  file.close()
  const written = new Map<string, unknown[]>()
  const { all } = made
  made.all = function (this: Statement, ...bound: unknown[]) {
    written.set(this.source, bound)
    return all.apply(this, bound)
  }
  onTestFinished(() => {
    made.all = all
  })
  return written
}

/**
 * The index of customers has what figures are made of. Gone through from end to end with each row looked up beside it,
 * it takes ten times as long as the same rows read from it alone: SQLite chooses that where a column is asked for that
 * the index lacks.
 */
const rowByRow = /entry USING INDEX entry_of_customer \(customer_id>\?\)/

test.skipIf(server !== null)('what is read of every purchase is read from an index that has it', async () => {
  const shop = await openShop()
  for (const line of ['add Ann', 'buy Ann 20 tea --on 2026-10-01', 'buy Ann 30 tea --on 2026-11-01'])
    await shop.json(line)
  const written = listenToSqlite()
  for (const line of [
    'due',
    'list',
    'classify',
    'report summary',
    'report rfm',
    'report quadrants',
    'report losses',
    'report cohorts',
    'report rates',
    'report rates --by month',
    'report stages',
    'report followups',
    'report pareto',
    'report items',
    'report --html page.html --force',
  ])
    await shop.regulars(line)
  const file = new Database(shop.db, { readonly: true })
  const slow = [...written].filter(([statement, bound]) =>
    file
      .prepare(`EXPLAIN QUERY PLAN ${statement}`)
      .all(...bound)
      .some((step) => rowByRow.test((step as { detail: string }).detail)),
  )
  file.close()
  expect(written.size).toBeGreaterThan(50)
  expect(slow).toEqual([])
})
