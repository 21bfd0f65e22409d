import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { accountOf } from '../../../src/ledger/account/credit.ts'
import { fixEntry } from '../../../src/ledger/account/fix.ts'
import { openParts } from '../../../src/ledger/account/open-parts.ts'
import { sellPass, usePass } from '../../../src/ledger/account/pass.ts'
import { recordPayment } from '../../../src/ledger/account/payment.ts'
import { recordPurchase } from '../../../src/ledger/account/purchase.ts'
import { refundPurchase } from '../../../src/ledger/account/refund.ts'
import { voidEntries } from '../../../src/ledger/account/void.ts'
import { listPasses, refuseOverdrawn } from '../../../src/ledger/benefit/passes.ts'
import type { Book } from '../../../src/ledger/book/book.ts'
import { undoChange } from '../../../src/ledger/book/change/undo.ts'
import { readCustomers } from '../../../src/ledger/customer/customer.ts'
import { addDays } from '../../../src/ledger/day.ts'
import { LedgerError } from '../../../src/ledger/errors.ts'
import { decimal } from '../../../src/ledger/money.ts'
import { bookOf, plainCustomer } from '../../ledger.ts'
import { runs } from '../../runs.ts'
import { openShop } from '../../shop.ts'

const today = '2026-11-21'
const day = fc.integer({ min: -20, max: 0 }).map((days) => addDays(today, days))
const amount = fc.integer({ min: 1, max: 60 })
const of = fc.nat(30)
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('buy' as const),
      on: day,
      amount,
      paid: fc.nat(20),
      bonusFirst: fc.boolean(),
    }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('pay' as const), on: day, amount, bonus: fc.nat(15) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('out' as const), on: day, amount: fc.nat(40), forfeit: fc.boolean() }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('refund' as const),
      on: day,
      amount: fc.option(amount, { nil: undefined }),
      credit: fc.boolean(),
      of,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('void' as const), of, together: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('fix' as const), of, amount }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('undo' as const), back: fc.nat(5) }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('sell' as const), on: day, amount, visits: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('use' as const), on: day }) },
)
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

test('bonus and passes are what they come to coin by coin, and never below nothing', async () => {
  const shop = await openShop()
  await shop.regulars('add Zhao')
  const book = await bookOf(shop, today)
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 16 }), async (steps) => {
      const id = await plainCustomer(book)
      const changes: number[] = []
      for (const one of steps) {
        await enter(book, id, one, changes)
        await agrees(book, id)
      }
    }),
    { numRuns: runs(50) },
  )
}, 240_000)

const entriesOf = (book: Book, customerId: number) =>
  book.db
    .selectFrom('entry')
    .selectAll()
    .where('customer_id', '=', customerId)
    .where('void', '=', 0)
    .orderBy('on')
    .orderBy('id')
    .execute()

async function enter(book: Book, customerId: number, one: Step, changes: number[]): Promise<void> {
  const standing = await entriesOf(book, customerId)
  const entry = 'of' in one ? standing[one.of % Math.max(1, standing.length)] : undefined
  try {
    const done = await made(book, customerId, one, entry?.id, changes, standing)
    if (done?.change) changes.push(done.change)
  } catch (error) {
    if (!(error instanceof LedgerError)) throw error
  }
}

async function made(
  book: Book,
  customerId: number,
  one: Step,
  id: number | undefined,
  changes: number[],
  standing: Awaited<ReturnType<typeof entriesOf>>,
) {
  if (one.do === 'buy') {
    const policy = { ...book.policy, 'credit.bonusFirst': one.bonusFirst }
    return recordPurchase(
      { ...book, policy },
      { customerId, on: one.on, amount: one.amount, paid: Math.min(one.paid, one.amount) },
    )
  }
  if (one.do === 'pay') return recordPayment(book, customerId, one)
  if (one.do === 'out') return recordPayment(book, customerId, { ...one, out: true })
  if (one.do === 'sell')
    return sellPass(book, { customerId, on: one.on, amount: one.amount, visits: one.visits, until: null })
  if (one.do === 'use') return usePass(book, { id: customerId, name: 'Wang' }, { on: one.on })
  if (one.do === 'undo') {
    const change = changes.at(-1 - one.back)
    return change === undefined ? null : undoChange(book, change, { check: refuseOverdrawn })
  }
  if (id === undefined) return null
  if (one.do === 'refund') return refundPurchase(book, id, one)
  if (one.do === 'fix') return fixEntry(book, id, one.amount)
  const along = one.together
    ? standing.filter(({ refund_of, pass_of }) => refund_of === id || pass_of === id).map((row) => row.id)
    : []
  return voidEntries(book, { entries: [id, ...along], contacts: [] })
}

/** A coin of credit: paid in, or of the bonus of a top-up. */
type Coin = 'paid' | number

/** The account, one coin at a time, from the rules as they are written. */
function coinByCoin(entries: Awaited<ReturnType<typeof entriesOf>>) {
  const credit: Coin[] = []
  const open: { of: number }[] = []
  const spent = new Map<number, Coin[]>()
  const spend = (of: number, coin: Coin) => spent.set(of, [...(spent.get(of) ?? []), coin])
  const take = (first: 'paid' | 'bonus'): Coin | undefined => {
    const isFirst = (coin: Coin) => (coin === 'paid') === (first === 'paid')
    const at = credit.some(isFirst) ? oldestOf(credit, isFirst) : oldestOf(credit, () => true)
    return at < 0 ? undefined : credit.splice(at, 1)[0]
  }
  const put = (coin: Coin) => {
    const oldest = open.shift()
    if (oldest === undefined) credit.push(coin)
    else if (coin !== 'paid') spend(oldest.of, coin)
  }
  for (const { id, kind, amount, owed, bonus, bonus_first, outgoing, refund_of } of entries) {
    if (kind === 'payment' && outgoing === 0) {
      for (let coin = 0; coin < amount; coin++) put('paid')
      for (let coin = 0; coin < (bonus ?? 0); coin++) put(id)
    } else if (kind === 'payment') {
      for (let coin = 0; coin < amount; coin++) if (take('paid') === undefined) open.push({ of: id })
      for (let coin = 0; coin < (bonus ?? 0); coin++) if (take('bonus') === undefined) open.push({ of: id })
    } else if (kind === 'purchase') {
      for (let coin = 0; coin < owed; coin++) {
        const taken = take(bonus_first === 1 ? 'bonus' : 'paid')
        if (taken === undefined) open.push({ of: id })
        else spend(id, taken)
      }
    } else if (refund_of !== null) {
      let [left, lowers] = [amount, -owed]
      for (
        let at = open.findIndex((part) => part.of === refund_of);
        at >= 0 && lowers > 0;
        at = open.findIndex((part) => part.of === refund_of)
      ) {
        open.splice(at, 1)
        left--
        lowers--
      }
      const back: Coin[] = []
      for (; left > 0 && (spent.get(refund_of)?.length ?? 0) > 0; left--) back.push(spent.get(refund_of)?.pop() as Coin)
      for (const coin of back.filter((coin) => coin !== 'paid')) {
        if (lowers === 0) break
        lowers--
        put(coin)
      }
      for (; lowers > 0; lowers--) put('paid')
    }
  }
  return {
    paid: credit.filter((coin) => coin === 'paid').length,
    bonus: credit.filter((coin) => coin !== 'paid').length,
    open: open.length,
  }
}

/** Bonus is taken of the oldest top-up first; coins of one kind are alike else. */
function oldestOf(credit: readonly Coin[], fits: (coin: Coin) => boolean): number {
  let found = -1
  for (const [at, coin] of credit.entries()) {
    if (!fits(coin)) continue
    const best = credit[found]
    if (found < 0 || (typeof coin === 'number' && typeof best === 'number' && coin < best)) found = at
  }
  return found
}

async function agrees(book: Book, id: number): Promise<void> {
  const entries = await entriesOf(book, id)
  const coins = coinByCoin(entries)
  const [account, parts, [customer], passes] = await Promise.all([
    accountOf(book.db, today, id),
    openParts(book.db, today, [id]),
    readCustomers(book, { ids: [id] }),
    listPasses(book, id),
  ])
  const open = (parts.get(id) ?? []).reduce((sum, part) => sum + part.open, 0)
  expect({ paid: account.paid, bonus: account.bonus, open }).toEqual(coins)
  expect(open - account.paid - account.bonus).toBe(entries.reduce((sum, { owed }) => sum + owed, 0))
  expect(Math.min(account.paid, account.bonus)).toBeGreaterThanOrEqual(0)
  expect(customer?.creditBonus).toBe(decimal(coins.bonus, 'CNY'))

  const sales = entries.filter(({ pass_visits }) => pass_visits !== null)
  const left = sales.map((sale) => {
    const made = entries.filter(({ pass_of }) => pass_of === sale.id).length
    const back = entries
      .filter(({ refund_of }) => refund_of === sale.id)
      .reduce((sum, refund) => sum + refund.amount, 0)
    expect(made).toBeLessThanOrEqual(sale.pass_visits ?? 0)
    // Twice the most and a half, in whole numbers.
    expect(2 * back * (sale.pass_visits ?? 0)).toBeLessThanOrEqual(
      2 * sale.amount * ((sale.pass_visits ?? 0) - made) + (sale.pass_visits ?? 0),
    )
    return {
      id: sale.id,
      left: back > 0 || entries.some(({ refund_of }) => refund_of === sale.id) ? 0 : (sale.pass_visits ?? 0) - made,
    }
  })
  const byId = (one: { id: number }, other: { id: number }) => one.id - other.id
  expect(passes.map((pass) => ({ id: pass.id, left: pass.left })).toSorted(byId)).toEqual(left.toSorted(byId))
  expect(customer?.passVisits).toBe(left.reduce((sum, pass) => sum + pass.left, 0))
  expect(passes.every((pass) => pass.left >= 0)).toBe(true)
  expect(
    entries
      .filter(({ pass_of }) => pass_of !== null)
      .every((visit) => visit.amount === 0 && sales.some((sale) => sale.id === visit.pass_of)),
  ).toBe(true)
}
