import fc from 'fast-check'
import type { Book } from '../../src/ledger/book/book.ts'
import { addDays } from '../../src/ledger/day.ts'

/** The day shops of chance are looked at. */
export const chanceDay = '2026-11-21'

const ago = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 200 }) }, fc.integer({ min: -3, max: 420 }))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 2 })
const cents = fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(0, 1, 5, 100))
const seldom = fc.integer({ min: 0, max: 6 }).map((one) => one === 0)

/** A few people, who bought, brought things back, brought each other; some archived, some of an old roster. */
export const chanceShop = fc.record({
  people: fc.array(
    fc.record({
      referredBy: maybe(fc.nat(6)),
      openingVisits: fc.option(fc.integer({ min: 0, max: 8 }), { nil: null, freq: 5 }),
      openingLast: fc.option(ago, { nil: null, freq: 4 }),
      archived: seldom,
      kind: fc.constantFrom('person', 'firm'),
      share: maybe(fc.constantFrom(0, 0.5, 49.9, 50, 79.9, 80, 80.1, 100)),
      messages: fc.array(
        fc.record({
          ago,
          campaign: maybe(fc.constantFrom('new-arrival', '春茶上新', 'Spring NEW-ARRIVAL', '新到龙井', 'sale')),
          outcome: fc.constantFrom('sent', 'reached', 'no-answer'),
          inward: seldom,
          gone: seldom,
        }),
        { maxLength: 2 },
      ),
    }),
    { maxLength: 7 },
  ),
  sales: fc.array(
    fc.record({
      who: maybe(fc.nat(6)),
      ago,
      amount: cents,
      cost: maybe(cents),
      gone: seldom,
      back: fc.array(fc.record({ after: fc.integer({ min: 0, max: 90 }), percent: fc.constantFrom(10, 33, 50, 100) }), {
        maxLength: 2,
      }),
    }),
    { maxLength: 30 },
  ),
  returns: fc.array(fc.record({ who: maybe(fc.nat(6)), ago, amount: cents }), { maxLength: 3 }),
  margin: fc.constantFrom(1, 0.4),
  from: maybe(fc.integer({ min: 0, max: 250 })),
  order: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
})
export type ChanceShop = typeof chanceShop extends fc.Arbitrary<infer Value> ? Value : never

export interface Telling {
  /** So many days later than made. */
  readonly shift?: number
  /** Money so many times as much. */
  readonly times?: number
  /** The entries in another order than made. */
  readonly shuffled?: boolean
  /** Each purchase without a cost and without refunds as two receipts of the day. */
  readonly split?: boolean
}

/** Writes the shop into the book's ledger, in the place of what was there. */
export function writeChance(
  { store: { sqlite } }: Book,
  made: ChanceShop,
  { shift = 0, times = 1, shuffled = false, split = false }: Telling = {},
): void {
  for (const table of ['entry', 'contact', 'customer', 'sqlite_sequence']) sqlite.exec(`DELETE FROM ${table}`)
  sqlite.exec(
    `INSERT OR IGNORE INTO change (id, at, day, by, command) VALUES (1, '2026-11-21T00:00:00Z', '2026-11-21', 'test',
      'test')`,
  )
  const on = (days: number | null) => (days === null ? null : addDays(chanceDay, shift - days))
  const put = (table: string, values: Record<string, unknown>) => {
    const all = { change_id: 1, ...values }
    const names = Object.keys(all).map((name) => `"${name}"`)
    return sqlite
      .prepare(`INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`)
      .run(...Object.values(all)).lastInsertRowid
  }
  for (const [at, one] of made.people.entries()) {
    const id = at + 1
    put('customer', {
      id,
      name: `C${id}`,
      name_key: `c${id}`,
      entered_on: on(400),
      kind: one.kind,
      wallet_share: one.share,
      opening_visits: one.openingVisits,
      opening_last_on: on(one.openingLast),
      archived: Number(one.archived),
    })
    for (const { ago, campaign, outcome, inward, gone } of one.messages)
      put('contact', {
        customer_id: id,
        on: on(ago),
        direction: inward ? 'in' : 'out',
        channel: 'wechat',
        outcome,
        campaign,
        by: 'me',
        void: Number(gone),
      })
  }
  const exists = (who: number | null) => who === null || who < made.people.length
  for (const [at, { referredBy }] of made.people.entries())
    if (referredBy !== null && exists(referredBy))
      sqlite.prepare('UPDATE customer SET referred_by = ? WHERE id = ?').run(referredBy + 1, at + 1)
  const ordered = <One extends { who: number | null }>(all: readonly One[]) => {
    const keyed = all.filter(({ who }) => exists(who)).map((one) => ({ one, key: made.order.next().value as number }))
    return (shuffled ? keyed.sort((one, other) => one.key - other.key) : keyed).map(({ one }) => one)
  }
  const customer = (who: number | null) => (who === null ? null : who + 1)
  for (const { who, ago, amount, cost, gone, back } of ordered(made.sales)) {
    const purchase = { kind: 'purchase', customer_id: customer(who), on: on(ago), void: Number(gone), by: 'me' }
    if (split && cost === null && back.length === 0 && amount > 1) {
      const half = Math.floor((amount * times) / 2)
      for (const part of [half, amount * times - half]) put('entry', { ...purchase, amount: part, paid: part })
      continue
    }
    const number = put('entry', {
      ...purchase,
      amount: amount * times,
      paid: amount * times,
      cost: cost === null ? null : cost * times,
    })
    let left = amount
    for (const { after, percent } of back) {
      const part = Math.min(left, Math.ceil((amount * percent) / 100))
      left -= part
      if (part > 0)
        put('entry', {
          kind: 'refund',
          customer_id: customer(who),
          on: on(ago - after),
          amount: part * times,
          refund_of: number,
          void: Number(gone),
          by: 'me',
        })
    }
  }
  for (const { who, ago, amount } of ordered(made.returns))
    put('entry', { kind: 'refund', customer_id: customer(who), on: on(ago), amount: amount * times, by: 'me' })
}

/**
 * Rows of a query over `counted (who, day, net, profit)`, the purchases that count, and `money (who, day, net,
 * profit)`, those and what was returned without its purchase: SPEC 3 in plain SQL, as of a day, with nothing of the
 * program's. `:today`, `:from` and `:margin` are known.
 */
export function askPlainly<Row>(
  { store: { sqlite } }: Book,
  text: string,
  known: { today?: string; from: string; margin: number },
): Row[] {
  return sqlite
    .prepare(
      `WITH RECURSIVE
       back AS (SELECT refund_of AS id, sum(amount) AS amount FROM entry WHERE kind = 'refund' AND void = 0
         AND "on" <= :today AND refund_of IS NOT NULL GROUP BY 1),
       bought AS (SELECT entry.*, coalesce(back.amount, 0) AS given FROM entry LEFT JOIN back USING (id)
         WHERE kind = 'purchase' AND void = 0 AND "on" <= :today),
       counted AS (
         SELECT customer_id AS who, "on" AS day, amount - given AS net, CAST(CASE
           WHEN cost IS NULL THEN round((amount - given) * :margin)
           WHEN amount = 0 THEN -cost
           ELSE round((amount - given) * (amount - cost) * 1.0 / amount) END AS INTEGER) AS profit
         FROM bought WHERE amount = 0 OR given < amount),
       money AS (
         SELECT who, day, net, profit FROM counted UNION ALL
         SELECT customer_id, "on", -amount, CAST(-round(amount * :margin) AS INTEGER) FROM entry
         WHERE kind = 'refund' AND void = 0 AND refund_of IS NULL AND "on" <= :today),
       here AS (SELECT * FROM customer WHERE archived = 0),
       earlier AS (SELECT id FROM customer WHERE coalesce(opening_visits, opening_last_on IS NOT NULL) > 0
         AND coalesce(opening_last_on, :today) <= :today)
       ${text}`,
    )
    .all({ today: chanceDay, ...known }) as Row[]
}

/** 1234 is 12.34. */
export const yuan = (cents: number) =>
  `${cents < 0 ? '-' : ''}${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`
