import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readReferrals } from '../../../../src/ledger/care/referral/referrals.ts'
import { branchesOf } from '../../../../src/ledger/care/referral/tree.ts'
import { addDays } from '../../../../src/ledger/day.ts'
import { bookOf } from '../../../ledger.ts'
import { openShop } from '../../../shop.ts'
import { askPlainly, chanceDay, chanceShop, writeChance, yuan } from '../../chance-shop.ts'

test('who brought whom and what those bought, in plain SQL', async () => {
  const book = await bookOf(await openShop(), chanceDay)
  await fc.assert(
    fc.asyncProperty(chanceShop, async (made) => {
      writeChance(book, made)
      const from = made.from === null ? null : addDays(chanceDay, -made.from)
      const rows = askPlainly<Record<string, number> & { name: string }>(
        book,
        `, worth AS (SELECT id, referred_by AS "by", name, coalesce((SELECT sum(net) FROM money WHERE who = id
          AND day >= :from), 0) AS net,
           EXISTS (SELECT 1 FROM counted WHERE who = id AND day >= :from) AS bought FROM here),
         below (root, id) AS (SELECT "by", id FROM worth UNION SELECT root, worth.id FROM worth JOIN below
           ON worth."by" = below.id)
         SELECT id, name, (SELECT count(*) FROM worth AS one WHERE one."by" = worth.id) AS referred,
           (SELECT sum(net) FROM worth AS one WHERE one."by" = worth.id) AS value,
           (SELECT sum(bought) FROM worth AS one WHERE one."by" = worth.id) AS buyers,
           (SELECT count(*) FROM below WHERE root = worth.id AND below.id <> root) AS branch,
           (SELECT sum(net) FROM below JOIN worth AS one USING (id) WHERE root = worth.id AND id <> root) AS branchValue
         FROM worth WHERE EXISTS (SELECT 1 FROM worth AS one WHERE one."by" = worth.id)
           ORDER BY value DESC, referred DESC, id`,
        { from: from ?? '0001-01-01', margin: 1 },
      )
      const sum = (name: string) => rows.reduce((total, row) => total + Number(row[name]), 0)
      const found = await readReferrals(book, { from })
      expect(found).toMatchObject({
        referrers: rows.length,
        referred: sum('referred'),
        referredBuyers: sum('buyers'),
        referredValue: yuan(sum('value')),
      })
      expect(found.rows.map(({ customers: _, ...row }) => row)).toEqual(
        rows.map(({ id, name, referred, value, buyers, branch, branchValue }) => ({
          customerId: id,
          name,
          referred,
          referredValue: yuan(value ?? 0),
          referredBuyers: buyers,
          branch,
          branchValue: yuan(branchValue ?? 0),
        })),
      )
      for (const { referred, customers } of found.rows) expect(customers).toHaveLength(referred)
    }),
    // A customer who names themselves is refused when typed; here they would be their own referrer.
    { numRuns: 40 },
  )
})

test('two who brought each other have each other below, and whom those brought; once each', () => {
  const people = [
    { id: 1, by: 2 },
    { id: 2, by: 1 },
    { id: 3, by: 1 },
    { id: 4, by: 3 },
    { id: 5, by: 99 },
  ]
  const branches = branchesOf(people, ({ id }) => 10 ** id)
  expect([...branches]).toEqual([
    [1, { count: 3, value: 11_100 }],
    [2, { count: 3, value: 11_010 }],
    [3, { count: 1, value: 10_000 }],
    [4, { count: 0, value: 0 }],
    [5, { count: 0, value: 0 }],
  ])
})

test('a chain of 200,000 is walked once', () => {
  const people = Array.from({ length: 200_000 }, (_, at) => ({ id: at + 1, by: at === 0 ? null : at }))
  expect(branchesOf(people, () => 1).get(1)).toEqual({ count: 199_999, value: 199_999 })
})
