import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openShop } from '../shop.ts'
import { programs, startServer, type TestServer } from './server.ts'
import { type CountedWay, countedWay } from './trips.ts'

const bin = programs()
let server: TestServer
let way: CountedWay
beforeAll(async () => {
  if (bin === null) return
  server = await startServer(bin)
  way = await countedWay(Number(new URL(server.address).port))
})
afterAll(async () => {
  way?.close()
  await server?.stop()
})

/** Ways to the server and back at most, past the one that connects. Lower them where you can. */
const most: Readonly<Record<string, number>> = {
  'buy "Li Na" 80': 6,
  'buy walk-in 12': 4,
  due: 4,
  'show "Li Na"': 5,
  'find wang': 4,
  'pay "Wang Wei" 1': 8,
  'done "Li Na"': 14,
  log: 3,
  'undo --yes': 18,
}

describe.skipIf(bin === null)('over a long way to the server', () => {
  test('a command connects once and asks at once what it can', async () => {
    const shop = await openShop(false)
    const address = `${server.address}?ledger=trips`
    const near = { env: { REGULARS_DB: address } }
    const far = { env: { REGULARS_DB: address.replace(/:\d+\//, `:${way.port}/`) } }
    await shop.json('init --name Teahouse --currency CNY --region CN --lang en', near)
    for (const line of [
      'add "Li Na" --phone 13800000001',
      'add "Wang Wei" --phone 13800000002',
      'buy "Li Na" 100 --on 2026-09-01',
      'buy "Li Na" 50 --on 2026-10-01',
      'buy "Li Na" 60 --on 2026-11-01 ',
      'buy "Wang Wei" 70 --unpaid --on 2026-10-01',
    ])
      await shop.json(line, near)
    const over: Record<string, string[][]> = {}
    for (const [line, bound] of Object.entries(most)) {
      // What it loads it has loaded by then, and asks without a pause.
      await shop.regulars(line, near)
      const ran = await shop.regulars(line, far)
      expect(ran, line).toMatchObject({ exit: 0 })
      const [connecting, ...ways] = way.taken()
      expect(connecting, line).toEqual(['startup'])
      expect(ways.flat(), line).not.toContain('startup')
      // Nothing is written after the commit that it belongs to.
      const asked = ways.flat()
      const after = asked.slice(asked.lastIndexOf('commit') + 1)
      if (asked.includes('commit'))
        expect(
          after.filter((text) => /\b(?:insert|update|delete)\b/.test(text)),
          line,
        ).toEqual([])
      if (ways.length > bound) over[line] = ways
    }
    expect(over, 'more ways than allowed').toEqual({})
  })
})
