import type Database from 'better-sqlite3'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import type { Day } from '../../day.ts'
import type { Minor } from '../../money.ts'
import type { Column } from '../columns.ts'
import type { ImportPlan } from '../import-plan.ts'
import type { Beside } from '../row/purchase.ts'
import { alikeFinder } from '../sqlite/alike-entries.ts'
import { BatchInsert } from '../sqlite/batch-insert.ts'
import { beforeImages } from '../sqlite/before-images.ts'
import { refFilter } from '../sqlite/ref-filter.ts'
import type { Parts } from './receipt.ts'

/** An entry of the ledger as an import compares one; `amount` is negative when it is a return. */
export interface KnownEntry extends Parts {
  readonly id: number
  readonly kind: 'purchase' | 'refund'
  readonly void: 0 | 1
  /** What was left unpaid when it was entered. */
  readonly owed: Minor
  /** Theirs by the link of a payer's name alone. */
  readonly linked: 0 | 1
}

/** An entry with whose it is and of which day. */
export interface WholeEntry extends KnownEntry {
  readonly customerId: number | null
  readonly on: Day
  readonly payer: string | null
}

export interface LiveRefund {
  readonly id: number
  readonly amount: Minor
  readonly ref: string | null
  readonly on: Day
}

/** By what a service knows the sale and its payer. */
export interface Origin {
  readonly time: string | null
  readonly payRef: string | null
  readonly payer: { readonly key: string | null } | null
}

const columns =
  `id, kind, void, CASE kind WHEN 'refund' THEN -amount ELSE amount END AS amount, cost, discount, item, method, ` +
  'paid, due_on AS dueOn, owed, payer_linked AS linked'

const always = ['kind', 'customer_id', '"on"', 'amount', 'owed', 'paid'] as const
/** Only what the file can hold: each value bound costs (measured). */
const ifGiven = [
  ['cost', 'cost'],
  ['discount', 'discount'],
  ['item', 'item'],
  ['ref', 'ref'],
  ['method', 'method'],
  ['due', 'due_on'],
  ['refund_of', 'refund_of'],
  ['status', 'void'],
  ['note', 'note'],
  ['reason', 'reason'],
  ['fault', 'fault'],
  ['pay_ref', 'pay_ref'],
  ['time', 'time'],
] as const satisfies readonly (readonly [Column, string])[]

/**
 * The entries of a purchase file: the statements of the hot loop, prepared once (through the builder one insert takes
 * 8.7 x, PACKAGES).
 */
export function entryWriter(
  book: Book,
  change: Change,
  sqlite: Database.Database,
  { columns: given, layout: { service, states, kinds, flags } }: Pick<ImportPlan, 'columns' | 'layout'>,
  rows: number,
) {
  const images = beforeImages(sqlite, change.id)
  // A masked name in any file is kept as the payer's.
  const paid = service !== null || given.has('customer') || given.has('name')
  // What the words of a status, or a column of what was handed back, make of a row has no column of its own.
  const worked = new Set<string>([
    ...(service !== null || states.length + kinds.length + flags.length > 0 || given.has('refunded')
      ? ['refund_of']
      : []),
    ...(states.length + kinds.length + flags.length > 0 ? ['void'] : []),
  ])
  const filled = ifGiven.filter(([column, name]) => given.has(column) || worked.has(name)).map(([, name]) => name)
  const signed = given.has('by')
  const entries = new BatchInsert(
    sqlite,
    'entry',
    [...always, ...filled, ...(paid ? ['payer', 'payer_linked'] : []), ...(signed ? ['by'] : [])],
    {
      ...(signed ? {} : { by: book.by }),
      ...(service === null ? {} : { source: service }),
      change_id: change.id,
    },
  )
  const refs = refFilter(sqlite, rows)
  /** Refs of entries that may still be waiting. */
  const waiting = new Set<string>()
  const flush = () => {
    entries.flush()
    waiting.clear()
  }
  const rewrite = sqlite.prepare(
    'UPDATE entry SET kind = ?, amount = ?, owed = ?, cost = ?, discount = ?, item = ?, method = ?, paid = ?, ' +
      'due_on = ? WHERE id = ?',
  )
  // Named, because the planner would walk a day of walk-ins; unsorted, because a sorter costs more than the lookup (1.5
  // us of 3, measured).
  const byRef = sqlite.prepare(
    `SELECT ${columns} FROM entry INDEXED BY entry_by_ref WHERE ref = ? AND customer_id IS ? AND "on" = ?
      AND kind IN ('purchase', 'refund')`,
  )
  const ofRef = sqlite.prepare(
    `SELECT ${columns}, customer_id AS customerId, "on", payer FROM entry WHERE ref = ?
      AND kind IN ('purchase', 'refund') ORDER BY void, "on" DESC, id DESC`,
  )
  const byServiceRef = sqlite.prepare(
    `SELECT ${columns}, customer_id AS customerId, "on", payer FROM entry INDEXED BY entry_by_ref WHERE ref = ?
      AND kind = ? AND source IS ? ORDER BY void, id DESC LIMIT 1`,
  )
  const byPair = sqlite.prepare(
    `SELECT ${columns}, customer_id AS customerId, "on", payer FROM entry WHERE kind = 'purchase' AND void = 0
      AND amount = @amount AND id < @before AND
     ((ref = @payRef AND source = @service) OR pay_ref = @ref) AND source IS NOT @own ORDER BY id`,
  )
  // By the day alone: with the id beside it SQLite goes through every sale before it gives the first (75 x, measured).
  const likeSale = sqlite.prepare(
    `SELECT ${columns}, customer_id AS customerId, "on", payer FROM entry AS sale WHERE customer_id IS ? AND "on" <= ?
      AND kind = 'purchase' AND void = 0 AND amount = ?
     AND item IS ? AND source IS ? AND NOT EXISTS (SELECT 1 FROM entry AS refund WHERE refund.refund_of = sale.id
       AND refund.void = 0) ORDER BY "on" DESC LIMIT 1`,
  )
  const complete = sqlite.prepare(
    'UPDATE entry SET customer_id = ?, item = ?, pay_ref = ?, payer = ?, payer_linked = max(payer_linked, ?) WHERE ' +
      'id = ?',
  )
  const whole = sqlite.prepare(`SELECT ${columns}, customer_id AS customerId, "on", payer FROM entry WHERE id = ?`)
  const byId = sqlite.prepare(`SELECT ${columns} FROM entry WHERE id = ?`)
  const strike = sqlite.prepare('UPDATE entry SET void = 1, void_reason = ? WHERE id = ?')
  const refunds = sqlite.prepare('SELECT id, amount, ref, "on" FROM entry WHERE refund_of = ? AND void = 0')
  const drop = sqlite.prepare('DELETE FROM entry WHERE id = ?')

  function figures({ amount, cost, discount, item, method, paid, dueOn }: Parts, customerId: number | null) {
    const returned = amount < 0
    const taken = returned ? null : Math.min(paid ?? amount, amount)
    const owed = returned || customerId === null ? 0 : amount - (taken ?? 0)
    return {
      kind: returned ? 'refund' : 'purchase',
      amount: Math.abs(amount),
      owed,
      cost: returned ? null : cost,
      discount: returned ? null : discount,
      item,
      method,
      taken,
      dueOn,
    }
  }

  return {
    insert(
      customerId: number | null,
      on: Day,
      parts: Parts & Beside & Partial<Origin>,
      ref: string | null,
      {
        struck = 0,
        refundOf = null,
        owed: asked = null,
        linked = false,
      }: { struck?: 0 | 1; refundOf?: number | null; owed?: Minor | null; linked?: boolean } = {},
    ): number {
      const { kind, amount, owed, cost, discount, item, method, taken, dueOn } = figures(parts, customerId)
      const values = {
        cost,
        discount,
        item,
        ref,
        method,
        due_on: dueOn,
        refund_of: refundOf,
        void: struck,
        note: parts.note,
        reason: parts.reason,
        fault: parts.fault,
        pay_ref: parts.payRef ?? null,
        time: parts.time ?? null,
      }
      const id = entries.add([
        kind,
        customerId,
        on,
        amount,
        asked ?? owed,
        taken,
        ...filled.map((name) => values[name]),
        ...(paid ? [parts.payer?.key ?? null, linked ? 1 : 0] : []),
        ...(signed ? [parts.by ?? book.by] : []),
      ])
      if (ref !== null) refs.add(ref)
      if (entries.isEmpty) waiting.clear()
      else if (ref !== null) waiting.add(ref)
      return id
    },
    /** Of an entry this file made: no image is kept. */
    rewrite(id: number, parts: Parts, customerId: number | null): void {
      flush()
      const { kind, amount, owed, cost, discount, item, method, taken, dueOn } = figures(parts, customerId)
      rewrite.run(kind, amount, owed, cost, discount, item, method, taken, dueOn, id)
    },
    /** The one that stands: where an update entered a receipt anew, the voided one is still there. */
    byRef(ref: string, customerId: number | null, on: Day): KnownEntry | undefined {
      if (!refs.mayContain(ref)) return undefined
      if (waiting.has(ref)) flush()
      const found = byRef.all(ref, customerId, on) as KnownEntry[]
      return found.length < 2 ? found[0] : (found.findLast((one) => one.void === 0) ?? found.at(-1))
    },
    byId(id: number): KnownEntry {
      flush()
      return byId.get(id) as KnownEntry
    },
    whole(id: number): WholeEntry | undefined {
      flush()
      return whole.get(id) as WholeEntry | undefined
    },
    /** Of the service whose file it is: its numbers are one sale's, whoever it is of by now. */
    byServiceRef(ref: string, kind: 'purchase' | 'refund'): WholeEntry | undefined {
      if (!refs.mayContain(ref)) return undefined
      if (waiting.has(ref)) flush()
      return byServiceRef.get(ref, kind, service) as WholeEntry | undefined
    },
    /** The sale of that number, by the service whose file it is. */
    sale(ref: string): WholeEntry | undefined {
      flush()
      const found = byServiceRef.get(ref, 'purchase', service) as WholeEntry | undefined
      return found?.void === 0 ? found : undefined
    },
    /**
     * The same sale as another service knows it: one of the two names the other's number, and the amount is the same.
     */
    paired(ref: string, payRef: string | null, pairsWith: string | null, amount: Minor, before: number): WholeEntry[] {
      return byPair.all({ ref, payRef, service: pairsWith, amount, before, own: service }) as WholeEntry[]
    },
    /** Adds to a sale what another service knows of it; returns whether that was anything. */
    complete(
      sale: WholeEntry,
      customerId: number | null,
      { item, payRef, payer }: Pick<Parts, 'item'> & Omit<Origin, 'time'>,
      linked: boolean,
    ): boolean {
      const owner = sale.customerId ?? customerId
      const text = sale.item ?? item
      const key = sale.payer ?? payer?.key ?? null
      if (owner === sale.customerId && text === sale.item && key === sale.payer) return false
      flush()
      images.keep('entry', sale.id)
      complete.run(owner, text, payRef, key, owner !== sale.customerId && linked ? 1 : 0, sale.id)
      return true
    },
    likeSale(customerId: number | null, on: Day, amount: Minor, item: string | null): WholeEntry | undefined {
      flush()
      return likeSale.get(customerId, on, amount, item, service) as WholeEntry | undefined
    },
    ofRef(ref: string): WholeEntry[] {
      flush()
      return ofRef.all(ref) as WholeEntry[]
    },
    alike: alikeFinder(sqlite),
    liveRefunds(id: number): LiveRefund[] {
      flush()
      return refunds.all(id) as LiveRefund[]
    },
    strike(id: number, reason: string | null, own: boolean): void {
      flush()
      if (!own) images.keep('entry', id)
      strike.run(reason, id)
    },
    drop(id: number): void {
      flush()
      drop.run(id)
    },
    flush,
  }
}
