// What a purchase costs as the shop grows tenfold and again tenfold: flat or falling is linear or better, as the bare
// GROUP BY beside it is. BENCH_MOST stops earlier.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { dueToday } from '../src/ledger/followup/due.ts'
import { classify } from '../src/ledger/tier/classify.ts'
import { makeBigShop, openBench } from './big-shop.ts'
import { keepFindings } from './findings.ts'
import { median } from './measure.ts'

const most = Number(process.env['BENCH_MOST'] ?? 2_000_000)
const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
const bareSql = `SELECT customer_id, count(*), sum(amount), max("on") FROM entry WHERE kind = 'purchase' AND void = 0
  GROUP BY customer_id`

/** By the clock and by the processor. */
interface Seconds {
  readonly clock: number
  readonly processor: number
}

async function seconds(work: () => unknown): Promise<Seconds> {
  const rounds: Seconds[] = []
  for (let round = 0; round < 3; round++) {
    const [begun, used] = [performance.now(), process.cpuUsage()]
    await work()
    const { user, system } = process.cpuUsage(used)
    rounds.push({ clock: (performance.now() - begun) / 1000, processor: (user + system) / 1e6 })
  }
  return { clock: median(rounds.map(({ clock }) => clock)), processor: median(rounds.map((one) => one.processor)) }
}

/** What each work took, by its name, at one size after another. */
const taken = new Map<string, { readonly purchases: number; readonly took: Seconds }[]>()

try {
  console.log('growth, ten purchases a customer, median of 3 runs; microseconds a purchase in brackets')
  for (const purchases of [20_000, 200_000, 2_000_000].filter((size) => size <= most)) {
    const path = join(folder, `${purchases}.db`)
    await makeBigShop(path, { customers: purchases / 10, purchases })
    const book = await openBench(path)
    const bare = book.store.sqlite.prepare(bareSql)
    const said = async (name: string, work: () => unknown) => {
      const took = await seconds(work)
      taken.set(name, [...(taken.get(name) ?? []), { purchases, took }])
      return `${name} ${took.clock.toFixed(3)} s (${((took.clock * 1e6) / purchases).toFixed(2)})`
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
  for (const [name, sizes] of taken) {
    const [least, greatest] = [sizes[0], sizes.at(-1)]
    if (least === undefined || greatest === undefined || least === greatest) continue
    const grown = greatest.purchases / least.purchases
    keepFindings([
      {
        name: `a purchase more: ${name}`,
        beside: `the same a purchase in a shop of ${least.purchases.toLocaleString('en')}`,
        ratio: greatest.took.clock / least.took.clock / grown,
        cpu: greatest.took.processor / least.took.processor / grown,
        ...(name === 'bare GROUP BY' ? {} : { goal: 1 }),
      },
    ])
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
