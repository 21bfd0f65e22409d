// A ledger on PostgreSQL beside the same ledger as a file: whole commands, interleaved, as ratios; then how many sales
// a second ten tills enter into one ledger, on this computer and with 20 ms of way there and back. Where there is no
// PostgreSQL it says so.
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Socket, connect as to } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { recordPurchase } from '../src/ledger/account/purchase.ts'
import { programs, startServer } from '../tests/postgres/server.ts'
import { benchDay, makeBigShop, openBench } from './big-shop.ts'
import { median } from './measure.ts'
import { run } from './run.ts'

const bin = process.env['BENCH_PROGRAM'] ?? fileURLToPath(new URL('../bin/regulars.js', import.meta.url))
const rounds = Number(process.env['BENCH_ROUNDS'] ?? 5)
const purchases = Number(process.env['BENCH_PURCHASES'] ?? 200_000)
const seconds = Number(process.env['BENCH_SECONDS'] ?? 8)
const way = 20

const commands: Readonly<Record<string, { readonly words: readonly string[]; readonly goal: number }>> = {
  due: { words: ['due'], goal: 2 },
  classify: { words: ['classify'], goal: 2 },
  'find, ten': { words: ['find', '1000050'], goal: 2 },
  'report rfm': { words: ['report', 'rfm', '--json'], goal: 2 },
  show: { words: ['show', 'id:500'], goal: 2 },
  buy: { words: ['buy', 'id:500', '12', 'tea'], goal: 2 },
}

const postgres = programs()
if (postgres === null) console.log('No PostgreSQL here (PG_BIN names one): nothing was measured.')
else await measure(postgres)

async function measure(programs: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-bench-'))
  const server = await startServer(programs, [])
  try {
    const file = join(folder, 'shop.db')
    await makeBigShop(file, { customers: purchases / 10, purchases })
    const address = `${server.address}?ledger=bench`
    const moved = await run('restore', [bin, 'restore', file, '--yes', '--db', address])
    console.log(
      `${purchases.toLocaleString('en')} purchases moved to the server in ${(moved.wall / 1000).toFixed(1)} s`,
    )
    for (const [name, { words, goal }] of Object.entries(commands)) {
      const took: [number[], number[]] = [[], []]
      for (let round = 0; round <= rounds; round++)
        for (const [at, db] of [file, address].entries()) {
          const { wall } = await run(name, [bin, ...words, '--db', db, '--today', benchDay])
          if (round > 0) took[at]?.push(wall)
        }
      const [here, there] = [median(took[0]), median(took[1])]
      const verdict = there / here <= goal ? `within ${goal} x` : `MISSED: over ${goal} x`
      console.log(
        `  ${name.padEnd(12)} ${here.toFixed(0).padStart(6)} ms in a file, ${there.toFixed(0).padStart(6)} on ` +
          `the server ${(there / here).toFixed(2).padStart(6)} x  ${verdict}`,
      )
    }
    const far = await delayed(Number(new URL(server.address).port))
    const distant = address.replace(/:\d+\//, `:${far.port}/`)
    for (const [name, db, tills] of [
      ['a file, one till', file, 1],
      ['the server, one till', address, 1],
      ['the server, ten tills', address, 10],
      [`the server ${way} ms away, ten tills`, distant, 10],
    ] as const) {
      const { sold, waited } = await sell(db, tills)
      const [usual, worst] = [median(waited), Math.max(...waited)]
      console.log(
        `  ${name.padEnd(34)} ${(sold / seconds).toFixed(0).padStart(5)} sales/s, ${usual.toFixed(0)} ms each, ` +
          `${worst.toFixed(0)} at worst`,
      )
    }
    far.close()
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Tills that stay open and sell as fast as they can. */
async function sell(db: string, tills: number): Promise<{ sold: number; waited: number[] }> {
  const end = performance.now() + seconds * 1000
  const waited: number[] = []
  const till = async (nth: number) => {
    const book = await openBench(db)
    for (let turn = 0; performance.now() < end; turn++) {
      const begun = performance.now()
      const customerId = 1 + ((nth * 997 + turn * 31) % (purchases / 10))
      await recordPurchase(book, { customerId, amount: 1200, on: benchDay, item: 'tea' })
      waited.push(performance.now() - begun)
    }
    await book.store.close()
  }
  await Promise.all(Array.from({ length: tills }, (_, nth) => till(nth)))
  return { sold: waited.length, waited }
}

/** A way to the server on which every byte takes half of `way` there and half of it back. */
function delayed(port: number): Promise<{ port: number; close(): void }> {
  const later = (from: Socket, into: Socket) => {
    // As programs and servers do: what was written is not held back until what went before has arrived.
    from.setNoDelay(true)
    from.on('data', (bytes) => setTimeout(() => into.destroyed || into.write(bytes), way / 2))
    from.on('close', () => setTimeout(() => into.destroy(), way))
    from.on('error', () => {})
  }
  const server = createServer((till) => {
    const there = to(port, '127.0.0.1')
    later(till, there)
    later(there, till)
  })
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const found = server.address()
      resolve({ port: typeof found === 'object' && found ? found.port : 0, close: () => server.close() })
    })
  })
}
