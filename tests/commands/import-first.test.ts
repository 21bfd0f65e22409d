import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { openShop } from '../shop.ts'

/** How often each statement is asked while `work` runs. */
async function asked(work: () => Promise<unknown>): Promise<Map<string, number>> {
  const times = new Map<string, number>()
  const { prepare } = Database.prototype
  onTestFinished(() => {
    Database.prototype.prepare = prepare
  })
  Database.prototype.prepare = function prepared(this: Database.Database, text: string) {
    const statement = prepare.call(this, text)
    for (const way of ['get', 'all', 'run', 'iterate'] as const) {
      const ask = statement[way] as (...values: unknown[]) => unknown
      statement[way] = ((...values: unknown[]) => {
        times.set(text, (times.get(text) ?? 0) + 1)
        return ask.apply(statement, values)
      }) as never
    }
    return statement
  } as typeof prepare
  await work()
  Database.prototype.prepare = prepare
  return times
}

test('the first file of an empty ledger looks through nothing for a row, however much one customer owes', async () => {
  const shop = await openShop('init --name Shop --lang en')
  const rows = Array.from({ length: 400 }, (_, at) => {
    const day = `2026-0${1 + (at % 9)}-${10 + (at % 19)}`
    return `R${at},${at % 2 === 0 ? 'Ann' : `C${at % 40}`},${day},${10 + at},${at % 4 === 0 ? 0 : 10 + at}`
  })
  const file = `ref,customer,on,amount,paid\n${rows.join('\n')}\n`
  const times = await asked(() => shop.regulars('import purchases - --create-customers', { stdin: file }))
  const often = [...times].filter(([text, count]) => count >= 50 && !text.includes('temp.')).map(([text]) => text)
  expect(often.some((text) => text.includes(`kind = 'opening'`))).toBe(true)

  // While such a file is read the covering index of customers' entries is away.
  const ledger = new Database(shop.db)
  onTestFinished(() => void ledger.close())
  ledger.exec('DROP INDEX entry_of_customer')
  for (const text of often) {
    const plan = ledger.prepare(`EXPLAIN QUERY PLAN ${text.replace(/@\w+|\?/g, '1')}`).all() as { detail: string }[]
    expect(
      plan.map(({ detail }) => detail).filter((detail) => /^SCAN (?:entry|customer)\b/.test(detail)),
      text,
    ).toEqual([])
  }
})
