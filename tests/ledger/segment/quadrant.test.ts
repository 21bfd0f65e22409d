import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audienceOf } from '../../../src/ledger/audience/audience.ts'
import type { Book } from '../../../src/ledger/book/book.ts'
import { addDays } from '../../../src/ledger/day.ts'
import { quadrantsOf, readQuadrants } from '../../../src/ledger/segment/quadrants.ts'
import type { Quadrant } from '../../../src/ledger/vocabulary.ts'
import { bookOf } from '../../ledger.ts'
import { openShop } from '../../shop.ts'
import { askPlainly, type ChanceShop, chanceDay, chanceShop, writeChance, yuan } from '../chance-shop.ts'

const sinceOf = ({ from }: ChanceShop) => (from === null ? null : addDays(chanceDay, -from))
const withMargin = (book: Book, margin: number): Book => ({
  ...book,
  policy: { ...book.policy, 'tier.margin': margin },
})

interface Signed {
  id: number
  name: string
  profit: number
  returns: number
  answers: number | null
  refers: number | null
  wallet: number | null
}

/** The signs in plain SQL; stages, which need medians, are the program's own, held by tests of theirs. */
async function plainly(book: Book, made: ChanceShop): Promise<Signed[]> {
  const steady = await audienceOf(book, { stages: ['forming', 'stable'] })
  return askPlainly<Signed>(
    book,
    `, told AS (SELECT customer_id AS who, "on" AS day FROM contact WHERE void = 0 AND direction = 'out'
      AND outcome <> 'no-answer' AND "on" <= :today
       AND (campaign LIKE '%new-arrival%' OR campaign LIKE '%上新%' OR campaign LIKE '%新到%')),
     answered AS (SELECT who, EXISTS (SELECT 1 FROM counted WHERE counted.who = told.who
       AND counted.day BETWEEN told.day AND date(told.day, '+30 days')) AS yes FROM told)
     SELECT id, name, (SELECT sum(profit) FROM money WHERE who = here.id AND day >= :from) AS profit,
       id IN (${[0, ...(steady ?? [])].join(', ')}) AS "returns",
       CASE WHEN EXISTS (SELECT 1 FROM answered WHERE yes) THEN EXISTS (SELECT 1 FROM answered WHERE who = here.id
         AND yes) END AS answers,
       CASE WHEN EXISTS (SELECT 1 FROM customer WHERE referred_by IS NOT NULL)
         THEN EXISTS (SELECT 1 FROM here AS other JOIN counted ON counted.who = other.id
           WHERE other.referred_by = here.id) END AS refers,
       wallet_share >= 80 AS wallet
     FROM here WHERE EXISTS (SELECT 1 FROM counted WHERE who = here.id AND day >= :from) ORDER BY id`,
    { from: sinceOf(made) ?? '0001-01-01', margin: made.margin },
  )
}

type Signs = Readonly<Record<string, boolean | null>>
const supposed = (signs: Signs): Signs =>
  Object.fromEntries(Object.entries(signs).map(([sign, holds]) => [sign, holds ?? true]))

/** Three signs, or half of those that are known with the first among them. */
function isHigh(signs: Signs): boolean {
  const known = Object.values(signs).filter((sign) => sign !== null)
  const yes = known.filter((sign) => sign).length
  return yes >= 3 || (signs['returns'] === true && yes >= known.length / 2)
}

test('quadrants and their signs, in plain SQL', async () => {
  const book = await bookOf(await openShop(), chanceDay)
  await fc.assert(
    fc.asyncProperty(chanceShop, async (made) => {
      writeChance(book, made)
      const people = await plainly(book, made)
      const ranked = people.map(({ profit }) => profit).sort((one, other) => other - one)
      const total = ranked.reduce((sum, profit) => sum + Math.max(0, profit), 0)
      const sumTo = (at: number) => ranked.slice(0, at + 1).reduce((sum, profit) => sum + profit, 0)
      const high = total === 0 ? null : (ranked.find((_, at) => sumTo(at) * 10 >= total * 8) ?? null)
      const known = (sign: number | null) => (sign === null ? null : sign === 1)
      const expected = people.map(({ id, name, profit, returns, answers, refers, wallet }) => {
        const signs = {
          returns: returns === 1,
          suggests: null,
          answers: known(answers),
          refers: known(refers),
          wallet: known(wallet),
        }
        const loyalty = Object.values(signs).filter((sign) => sign === true).length
        const unknown = Object.values(signs).filter((sign) => sign === null).length
        const valuable = high !== null && profit > 0 && profit >= high
        const quadrant: Quadrant = isHigh(signs) ? (valuable ? 'gold' : 'small-star') : valuable ? 'meteor' : 'burden'
        return { customerId: id, name, quadrant, profit: yuan(profit), loyalty, unknown, signs }
      })
      const found = await readQuadrants(withMargin(book, made.margin), { from: sinceOf(made) })
      expect(found.rows.toSorted((one, other) => one.customerId - other.customerId)).toEqual(expected)
      expect(found).toMatchObject({
        buyers: people.length,
        profitNeeded: high === null ? null : yuan(high),
        to: chanceDay,
      })
      for (const { quadrant, customers, profit, undecided } of found.quadrants) {
        const those = expected.filter((one) => one.quadrant === quadrant)
        expect(customers).toBe(those.length)
        expect(profit).toBe(yuan(those.reduce((sum, one) => sum + Number(one.profit.replace('.', '')), 0)))
        expect(undecided).toBe(those.filter(({ signs }) => !isHigh(signs) && isHigh(supposed(signs))).length)
      }
      for (const { sign, yes, no, unknown } of found.signs) {
        const count = (value: boolean | null) => expected.filter(({ signs }) => signs[sign] === value).length
        expect([yes, no, unknown]).toEqual([count(true), count(false), count(null)])
      }
    }),
    { numRuns: 40 },
  )
})

test('a quadrant is the same with any filter, and list --quadrant finds its customers', async () => {
  const book = await bookOf(await openShop(), chanceDay)
  await fc.assert(
    fc.asyncProperty(chanceShop, fc.uniqueArray(fc.integer({ min: 1, max: 7 })), async (made, ids) => {
      writeChance(book, made)
      const { rows } = await readQuadrants(book, { from: null })
      const only = await readQuadrants(book, { from: null, only: new Set(ids) })
      expect(only.rows).toEqual(rows.filter(({ customerId }) => ids.includes(customerId)))
      const shown = [...(await quadrantsOf(book))].filter(([id]) => !made.people[id - 1]?.archived)
      expect(new Map(rows.map(({ customerId, quadrant }) => [customerId, quadrant]))).toEqual(new Map(shown))
      for (const quadrant of ['gold', 'meteor', 'small-star', 'burden'] as const)
        expect(await audienceOf(book, { quadrants: [quadrant] })).toEqual(
          new Set(shown.filter(([, one]) => one === quadrant).map(([id]) => id)),
        )
    }),
    { numRuns: 15 },
  )
})

test('what may not move does not: rows shuffled, days split or shifted together, money scaled', async () => {
  const book = await bookOf(await openShop(), chanceDay)
  await fc.assert(
    fc.asyncProperty(chanceShop, fc.integer({ min: -700, max: 700 }), async (made, shift) => {
      const placed = async (on = chanceDay) => [...(await quadrantsOf({ ...book, today: on }))]
      writeChance(book, made)
      const plain = await placed()
      for (const telling of [{ shuffled: true }, { split: true }, { shift }, { times: 100 }]) {
        writeChance(book, made, telling)
        expect(await placed(addDays(chanceDay, telling.shift ?? 0)), JSON.stringify(telling)).toEqual(plain)
      }
    }),
    { numRuns: 15 },
  )
})
