import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Book } from '../../../../src/ledger/book/book.ts'
import { addDays, daySerial } from '../../../../src/ledger/day.ts'
import type { Period } from '../../../../src/ledger/period.ts'
import { type Followups, readFollowups } from '../../../../src/ledger/report/followups.ts'
import { standpointsOn } from '../../../../src/ledger/report/standpoints.ts'
import { readSummary } from '../../../../src/ledger/report/summary/summary.ts'
import { readPeople } from '../../../../src/ledger/standing/people.ts'
import { readPurchaseHistory } from '../../../../src/ledger/standing/purchase-history.ts'
import { shopGapOf, standingsIn } from '../../../../src/ledger/standing/read-standings.ts'
import { stageOf } from '../../../../src/ledger/standing/stage.ts'
import { emptyStanding } from '../../../../src/ledger/standing/standing.ts'
import { bookOf } from '../../../ledger.ts'
import { runs } from '../../../runs.ts'
import { openShop } from '../../../shop.ts'
import { reckon, rowsOf } from './reckoning.ts'

const today = '2026-11-21'
const length = 60
// Most things happen in the two periods, some long before, some after the day.
const ago = fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 0, max: 130 }) }, fc.integer({ min: -3, max: 420 }))
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 2 })
const cents = fc.oneof(fc.integer({ min: 0, max: 20_000 }), fc.constantFrom(0, 1, 5, 15, 100))

const person = fc.record({
  joined: maybe(ago),
  entered: ago,
  referredBy: maybe(fc.nat(5)),
  openingVisits: maybe(fc.integer({ min: 0, max: 8 })),
  openingLast: maybe(ago),
  archived: fc.integer({ min: 0, max: 5 }).map((one) => (one === 0 ? 1 : 0)),
  source: maybe(fc.constantFrom('street', 'friend', 'fair')),
  tags: fc.uniqueArray(fc.constantFrom('green', 'old', 'gift'), { maxLength: 2 }),
  pin: maybe(fc.record({ tier: fc.constantFrom('A', 'B', 'C', 'D'), on: maybe(ago), until: maybe(ago) })),
  tiers: fc.array(fc.record({ tier: fc.constantFrom('A', 'B', 'C', 'D'), never: fc.boolean(), ago }), { maxLength: 3 }),
  contacts: fc.array(
    fc.record({ ago, outcome: fc.constantFrom('reached', 'no-answer', 'declined'), gone: fc.boolean() }),
    { maxLength: 3 },
  ),
})
const sale = fc.record({
  who: maybe(fc.nat(5)),
  ago,
  amount: cents,
  cost: maybe(cents),
  unpaid: fc.boolean(),
  gone: fc.integer({ min: 0, max: 6 }).map((one) => one === 0),
  item: maybe(fc.constantFrom('Ganlu', 'Longjing', 'Puer')),
  // Shares of the amount given back, so many days after the purchase.
  back: fc.array(fc.record({ after: fc.integer({ min: 0, max: 90 }), percent: fc.constantFrom(10, 33, 50, 100) }), {
    maxLength: 2,
  }),
})
const shop = fc.record({
  people: fc.array(person, { maxLength: 6 }),
  sales: fc.array(sale, { maxLength: 30 }),
  returns: fc.array(fc.record({ who: maybe(fc.nat(5)), ago, amount: cents }), { maxLength: 3 }),
  payments: fc.array(fc.record({ who: fc.nat(5), ago, amount: cents }), { maxLength: 4 }),
  classified: fc.array(ago, { maxLength: 2 }),
  margin: fc.constantFrom(1, 0.4, 0.333333),
  only: maybe(fc.uniqueArray(fc.integer({ min: 1, max: 6 }))),
  shift: fc.integer({ min: -800, max: 800 }),
  order: fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })),
})
type Shop = typeof shop extends fc.Arbitrary<infer Value> ? Value : never

/**
 * Writes a shop into an empty ledger, its days moved by `shift`; `order` says in which order its entries were typed.
 */
function write({ store: { sqlite } }: Book, made: Shop, shift = 0, order: () => number = () => 0): void {
  for (const table of ['entry', 'contact', 'tier', 'classification', 'tag', 'customer', 'sqlite_sequence'])
    sqlite.exec(`DELETE FROM ${table}`)
  sqlite.exec(
    `INSERT OR IGNORE INTO change (id, at, day, by, command) VALUES (1, '2026-11-21T00:00:00Z', '2026-11-21', 'test',
      'test')`,
  )
  const on = (days: number | null) => (days === null ? null : addDays(today, shift - days))
  const run = (text: string, ...values: unknown[]) => sqlite.prepare(text).run(...values)
  for (const [at, one] of made.people.entries()) {
    run(
      `INSERT INTO customer (id, name, name_key, joined_on, entered_on, opening_visits, opening_last_on, archived,
        source, pinned_tier, pinned_on, pinned_until, change_id)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)`,
      ...[
        at + 1,
        `C${at + 1}`,
        `c${at + 1}`,
        on(one.joined),
        on(one.entered),
        one.openingVisits,
        on(one.openingLast),
        one.archived,
        one.source,
      ],
      ...[one.pin?.tier ?? null, on(one.pin?.on ?? null), on(one.pin?.until ?? null)],
    )
    for (const tag of one.tags) run('INSERT INTO tag (customer_id, tag, change_id) VALUES (?, ?, 1)', at + 1, tag)
    for (const { tier, never, ago } of one.tiers)
      run(
        `INSERT INTO tier (customer_id, "on", tier, reason, change_id) VALUES (?, ?, ?, ?, 1)`,
        at + 1,
        on(ago),
        tier,
        never ? 'never-bought' : 'low-low',
      )
    for (const { ago, outcome, gone } of one.contacts)
      run(
        `INSERT INTO contact (customer_id, "on", channel, outcome, by, void, change_id)
          VALUES (?, ?, 'call', ?, 'me', ?, 1)`,
        at + 1,
        on(ago),
        outcome,
        Number(gone),
      )
  }
  const exists = (who: number | null) => who === null || who < made.people.length
  for (const [at, { referredBy }] of made.people.entries())
    if (referredBy !== null && exists(referredBy))
      run('UPDATE customer SET referred_by = ? WHERE id = ?', referredBy + 1, at + 1)
  for (const ago of made.classified)
    run(`INSERT INTO classification ("on", method, change_id) VALUES (?, 'matrix', 1)`, on(ago))
  const entry = (kind: string, values: Record<string, unknown>) => {
    const all = { kind, by: 'me', change_id: 1, ...values }
    const names = Object.keys(all)
    return run(
      `INSERT INTO entry (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ...Object.values(all),
    ).lastInsertRowid
  }
  const id = (who: number | null) => (who === null ? null : who + 1)
  const inOrder = <One extends { who: number | null }>(all: readonly One[]) =>
    all
      .filter(({ who }) => exists(who))
      .map((one) => ({ one, key: order() }))
      .sort((one, other) => one.key - other.key)
      .map(({ one }) => one)
  for (const { who, ago, amount, cost, unpaid, gone, item, back } of inOrder(made.sales)) {
    const owed = unpaid && who !== null ? amount : 0
    const number = entry('purchase', {
      customer_id: id(who),
      on: on(ago),
      amount,
      owed,
      paid: amount - owed,
      cost,
      item,
      void: Number(gone),
    })
    let left = amount
    for (const { after, percent } of back) {
      const part = Math.min(left, Math.ceil((amount * percent) / 100))
      left -= part
      if (part > 0)
        entry('refund', {
          customer_id: id(who),
          on: on(ago - after),
          amount: part,
          owed: owed > 0 ? -part : 0,
          refund_of: number,
          void: Number(gone),
        })
    }
  }
  for (const { who, ago, amount } of inOrder(made.returns))
    entry('refund', { customer_id: id(who), on: on(ago), amount })
  for (const { who, ago, amount } of inOrder(made.payments))
    entry('payment', { customer_id: id(who), on: on(ago), amount, owed: -amount })
}

const asked = (made: Shop) =>
  made.only === null ? undefined : new Set(made.only.filter((id) => made.people[id - 1]?.archived === 0))
const period = (shift = 0) => ({ from: addDays(today, shift - length + 1), to: addDays(today, shift) })
const summed = (book: Book, made: Shop, shift = 0) =>
  readSummary(
    { ...book, today: addDays(today, shift), policy: { ...book.policy, 'tier.margin': made.margin } },
    period(shift),
    'days',
    asked(made),
  )

const asOfPolicy = (book: Book, made: Shop) => ({ ...book, policy: { ...book.policy, 'tier.margin': made.margin } })
const tallyOf = ({ due, inTime, late, fellAway, never, open, inTimeRate, doneRate }: Followups) => ({
  due,
  inTime,
  late,
  fellAway,
  never,
  open,
  inTimeRate,
  doneRate,
})

test('every figure, worked out again entry by entry', async () => {
  const book = await bookOf(await openShop(), today)
  await fc.assert(
    fc.asyncProperty(shop, async (made) => {
      write(book, made)
      const { best, fading, common, before, recordedFrom, currency, followups, ...figures } = await summed(book, made)
      expect(followups).toEqual(tallyOf(await readFollowups(asOfPolicy(book, made), period(), asked(made))))
      const rows = rowsOf(book.store.sqlite)
      const expected = reckon(rows, figures.from, figures.to, made.margin, asked(made))
      expect({ ...figures, ages: undefined }).toEqual({ ...expected.figures, ages: undefined })
      expect({ best, fading, common }).toEqual({
        best: expected.best,
        fading: expected.fading,
        common: expected.common,
      })
      expect({ ...before, ages: undefined }).toEqual({
        ...reckon(rows, before.from, before.to, made.margin, asked(made)).figures,
        ages: undefined,
      })
      for (const { balance, ages } of [figures, before]) {
        const parts = Object.values(ages).map((amount) => Math.round(Number(amount) * 100))
        expect(parts.reduce((sum, part) => sum + part)).toBe(Math.round(Number(balance) * 100))
      }
      const first = rows.entries.filter((entry) => entry.kind === 'purchase' && entry.void === 0).map(({ on }) => on)
      expect(recordedFrom === null || first.includes(recordedFrom)).toBe(true)
      expect(currency).toBe('CNY')
    }),
    { numRuns: runs(60) },
  )
}, 600_000)

test('standpoints of several periods read at once are the standings of their days read one by one', async () => {
  const book = await bookOf(await openShop(), today)
  await fc.assert(
    fc.asyncProperty(
      shop,
      fc.array(fc.record({ day: ago, before: fc.nat(100) }), { minLength: 1, maxLength: 3 }),
      async (made, days) => {
        write(book, made)
        const periods = days.map(({ day, before }) => ({
          from: addDays(today, -day - before),
          to: addDays(today, -day),
        }))
        const purchases = await readPurchaseHistory(book.db, today)
        const people = await readPeople(book.db)
        for (const [at, { start, end }] of standpointsOn(purchases, periods).entries()) {
          const { from, to } = periods[at] as Period
          for (const [day, standpoint] of [
            [from, start],
            [to, end],
          ] as const) {
            const standings = await standingsIn(book.db, { day, from, margin: made.margin })
            const shopGap = shopGapOf(standings.values())
            expect(standpoint.shopGap).toBe(shopGap)
            for (const { id, opening } of people) {
              const standing = standings.get(id) ?? emptyStanding(id)
              const rhythm = stageOf(standing, opening, shopGap, day)
              expect(standpoint.rhythm(id, opening)).toEqual(rhythm)
              expect(standpoint.stage(id, opening)).toBe(rhythm.stage)
              const firstOn = standpoint.firstOn(id)
              expect(standpoint.days(id)).toBe(standing.days)
              expect(firstOn === null ? null : daySerial(firstOn)).toBe(standing.firstOn)
              if (standpoint !== end) continue
              expect(standpoint.visits(id)).toBe(standing.visits)
              expect(standpoint.windowDays(id)).toBe(standing.windowDays)
            }
          }
        }
      },
    ),
    { numRuns: runs(30) },
  )
}, 600_000)

test('the order in which entries were typed changes nothing, nor do days moved with the day asked for', async () => {
  const book = await bookOf(await openShop(), today)
  await fc.assert(
    fc.asyncProperty(shop, async (made) => {
      write(book, made)
      const once = await summed(book, made)
      const keys = made.order[Symbol.iterator]()
      write(book, made, 0, () => keys.next().value ?? 0)
      const { common, ...shuffled } = await summed(book, made)
      // Of several purchases on the first day, the one typed first is the first.
      expect({ ...shuffled, items: common.buyers.tags }).toEqual({
        ...once,
        common: undefined,
        items: once.common.buyers.tags,
      })
      write(book, made, made.shift)
      const moved = JSON.stringify(await summed(book, made, made.shift)).replace(/\d{4}-\d{2}-\d{2}/g, (day) =>
        addDays(day, -made.shift),
      )
      expect(JSON.parse(moved)).toEqual(once)
    }),
    { numRuns: runs(20) },
  )
}, 600_000)
