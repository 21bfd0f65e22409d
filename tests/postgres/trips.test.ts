import { expect, test, beforeAll, afterAll } from 'vitest'
import { openShop } from '../shop.ts'
import { programs, startServer, type TestServer } from './server.ts'
import { countedWay, type CountedWay } from './trips.ts'

const bin = programs()
let server: TestServer
let way: CountedWay
beforeAll(async () => {
  if (bin === null) return
  server = await startServer(bin)
  way = await countedWay(Number(new URL(server.address).port))
})
afterAll(async () => { way?.close(); await server?.stop() })

test('trips', async () => {
  const shop = await openShop(false)
  const address = `${server.address}?ledger=trips`
  const direct = { env: { REGULARS_DB: address } }
  const counted = { env: { REGULARS_DB: address.replace(/:\d+\//, `:${way.port}/`) } }
  await shop.json('init --name Teahouse --currency CNY --region CN --lang en', direct)
  for (const line of [
    'add "Li Na" --phone 13800000001',
    'add "Wang Wei" --phone 13800000002',
    'buy "Li Na" 100 --on 2026-09-01',
    'buy "Li Na" 50 --on 2026-10-01',
    'buy "Li Na" 60 --on 2026-11-01 ',
    'buy "Wang Wei" 70 --unpaid --on 2026-10-01',
  ]) await shop.json(line, direct)
  for (const line of ['buy "Li Na" 80', 'buy walk-in 12', 'due', 'show "Li Na"', 'find wang', 'undo --yes', 'done "Li Na"', 'pay "Wang Wei" 1', 'log']) {
    await shop.regulars(line, direct)
    const ran = await shop.regulars(line, counted)
    if (ran.exit) console.log(ran.err)
    const ways = way.taken()
    console.log(line, ways.length)
    if (process.env['SHOW']) for (const [n, w] of ways.entries()) console.log(' --', n + 1, w.map((t) => '\n      ' + t.replace(/\s+/g, ' ').slice(0, 130)).join(''))
  }
})
