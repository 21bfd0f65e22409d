import Database from 'better-sqlite3'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openShop, type Shop } from '../shop.ts'

/** Each runs some twenty commands in a shop of its own; the soak asks for more. */
const runs = Number(process.env['REGULARS_RUNS'] ?? 4)

const who = fc.integer({ min: 1, max: 2 })
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('buy' as const),
      who,
      amount: fc.integer({ min: 1, max: 200 }),
      ago: fc.nat(50),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('redeem' as const), who, points: fc.integer({ min: 1, max: 90 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('adjust' as const), who, points: fc.integer({ min: -40, max: 60 }) }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant('refund' as const), nth: fc.nat(6), part: fc.integer({ min: 1, max: 90 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('void' as const), nth: fc.nat(6) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('fix' as const), nth: fc.nat(6), amount: fc.integer({ min: 1, max: 200 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wait' as const), days: fc.integer({ min: 1, max: 20 }) }) },
)

/**
 * What an account comes to by its rows alone, reckoned lot by lot without the program: what lapses after 40 days counts
 * nowhere, what names no lot takes the oldest that is left.
 */
function byRows(shop: Shop, customerId: number, today: string): number {
  const file = new Database(shop.db, { readonly: true })
  const rows = file
    .prepare('select id, "on" as day, points, lot_id as lot from point_entry where customer_id = ? order by id')
    .all(customerId) as { id: number; day: string; points: number; lot: number | null }[]
  file.close()
  const lots: { id: number; day: string; left: number }[] = []
  for (const { id, day, points, lot } of rows.filter((row) => row.day <= today)) {
    if (points > 0) lots.push({ id, day, left: points })
    for (let take = Math.max(0, -points); take > 0; take--) {
      const oldest = lots
        .filter(({ left, id: own }) => left > 0 && (lot === null || own === lot))
        .sort((one, other) => one.day.localeCompare(other.day) || one.id - other.id)[0]
      expect(oldest, `customer ${customerId}: more taken than was there`).toBeDefined()
      if (oldest) oldest.left--
    }
  }
  const lapsed = (day: string) => Date.parse(day) + 40 * 86_400_000 <= Date.parse(today)
  return lots.filter(({ day }) => !lapsed(day)).reduce((sum, { left }) => sum + left, 0)
}

test('whatever was bought, spent and given back: a merge adds accounts up, undone they are as before', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 10 }), async (steps) => {
      const shop = await openShop()
      for (const line of ['policy set points.earnPer 1', 'policy set points.expireDays 40', 'add Ann', 'add Bob'])
        await shop.json(`${line} --as setup`)
      let time = Date.parse('2026-11-21T02:00:00Z')
      const now = () => ({ now: new Date(time) })
      const today = () => new Date(time + 8 * 3_600_000).toISOString().slice(0, 10)
      for (const one of steps) {
        const entries: { id: number }[] = await shop.json('purchases', now())
        const id = entries['nth' in one ? one.nth % Math.max(1, entries.length) : 0]?.id
        if (one.do === 'wait') time += one.days * 86_400_000
        else if (one.do === 'buy') await shop.regulars(`buy id:${one.who} ${one.amount} --on -${one.ago}d`, now())
        else if (one.do === 'undo') await shop.regulars('undo --yes', now())
        else if (one.do === 'redeem') await shop.regulars(`points redeem id:${one.who} ${one.points}`, now())
        else if (one.do === 'adjust')
          await shop.regulars(['points', 'adjust', `id:${one.who}`, String(one.points), '--reason', 'x'], now())
        else if (id === undefined) continue
        else if (one.do === 'refund') await shop.regulars(`refund ${id} ${one.part}`, now())
        else if (one.do === 'void') await shop.regulars(`void ${id}`, now())
        else await shop.regulars(`fix ${id} ${one.amount}`, now())
      }
      const held = async (id: number) => (await shop.json(`points show id:${id}`, now())).points as number
      const content = async () => (await shop.regulars('export all', now())).out
      const [ann, bob] = [await held(1), await held(2)]
      expect([ann, bob]).toEqual([byRows(shop, 1, today()), byRows(shop, 2, today())])
      const before = await content()
      const missing = (await shop.json('report points', now())).shortfall
      expect((await shop.regulars('merge id:1 --into id:2 --yes', now())).exit).toBe(0)
      const both = await held(2)
      expect(both).toBe(byRows(shop, 2, today()))
      // What one could not give back is taken from the other's: it is one account now.
      expect(both).toBe(Math.max(0, ann + bob - missing))
      expect((await shop.regulars('undo --yes', now())).exit).toBe(0)
      expect(await content()).toBe(before)
    }),
    { numRuns: runs },
  )
}, 600_000)
