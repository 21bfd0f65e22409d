import { createServer, type Socket, connect as to } from 'node:net'
import { recordPurchase } from '../src/ledger/account/purchase.ts'
import { benchDay, openBench } from './big-shop.ts'

export interface Sales {
  readonly aSecond: number
  /** Milliseconds each sale took. */
  readonly waited: readonly number[]
}

/** Tills that stay open and sell as fast as they can, each to customers of its own: a ledger each, in their order. */
export async function sellAtOnce(ledgers: readonly string[], customers: number, seconds: number): Promise<Sales> {
  const end = performance.now() + seconds * 1000
  const waited: number[] = []
  const till = async (db: string, nth: number) => {
    const book = await openBench(db)
    for (let turn = 0; performance.now() < end; turn++) {
      const begun = performance.now()
      const customerId = 1 + ((nth * 997 + turn * 31) % customers)
      await recordPurchase(book, { customerId, amount: 1200, on: benchDay, item: 'tea' })
      waited.push(performance.now() - begun)
    }
    await book.store.close()
  }
  await Promise.all(ledgers.map(till))
  return { aSecond: waited.length / seconds, waited }
}

/** A way to a server on which every byte takes half of so many milliseconds there and half of it back. */
export function delayedWay(port: number, milliseconds: number): Promise<{ port: number; close(): void }> {
  const later = (from: Socket, into: Socket) => {
    // As programs and servers do: what was written is not held back until what went before has arrived.
    from.setNoDelay(true)
    from.on('data', (bytes) => setTimeout(() => into.destroyed || into.write(bytes), milliseconds / 2))
    from.on('close', () => setTimeout(() => into.destroy(), milliseconds))
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
