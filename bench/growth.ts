// What a purchase costs as the shop grows tenfold and again tenfold: flat or falling is linear or better. BENCH_MOST
// stops earlier.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dueToday } from '../src/ledger/followup/due.ts'
import { classify } from '../src/ledger/tier/classify.ts'
import { makeBigShop, openBench } from './big-shop.ts'
import { median } from './measure.ts'

const most = Number(process.env['BENCH_MOST'] ?? 2_000_000)
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
const bareSql = `SELECT customer_id, count(*), sum(amount), max("on") FROM entry WHERE kind = 'purchase' AND void = 0
  GROUP BY customer_id`

async function seconds(work: () => unknown): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const begun = performance.now()
    await work()
    times.push((performance.now() - begun) / 1000)
  }
  return median(times)
}

try {
  console.log('growth, ten purchases a customer, median of 3 runs; microseconds a purchase in brackets')
  for (const purchases of [20_000, 200_000, 2_000_000].filter((size) => size <= most)) {
    const path = join(folder, `${purchases}.db`)
    await makeBigShop(path, { customers: purchases / 10, purchases })
    const book = await openBench(path)
    const bare = book.store.sqlite.prepare(bareSql)
    const said = async (name: string, work: () => unknown) => {
      const took = await seconds(work)
      return `${name} ${took.toFixed(3)} s (${((took * 1e6) / purchases).toFixed(2)})`
    }
    const parts = [
      await said('bare GROUP BY', () => bare.all()),
      await said('classify', () => classify(book)),
      await said('due', () => dueToday(book)),
    ]
    console.log(`  ${purchases.toLocaleString('en').padStart(9)}  ${parts.join('   ')}`)
    book.store.close()
    rmSync(path)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
