import type Database from 'better-sqlite3'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import type { Day } from '../../day.ts'
import type { Minor } from '../../money.ts'
import type { Column } from '../columns.ts'
import type { Beside } from '../row/purchase-row.ts'
import { Queue } from '../sqlite/batch-insert.ts'
import { imageKeeper } from '../sqlite/before-images.ts'
import { refSieve } from '../sqlite/ref-filter.ts'
import type { Parts } from './receipt.ts'

/** An entry of the ledger as an import compares one; `amount` is negative when it is a return. */
export interface KnownEntry extends Parts {
  readonly id: number
  readonly kind: 'purchase' | 'refund'
  readonly void: 0 | 1
}

const columns = `id, kind, void, CASE kind WHEN 'refund' THEN -amount ELSE amount END AS amount, cost, discount, item, method, paid, due_on AS dueOn`

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
] as const satisfies readonly (readonly [Column, string])[]

/** The entries of a purchase file: the statements of the hot loop, prepared once (through the builder one insert takes 8.7 x, PACKAGES). */
export function entryDesk(book: Book, change: Change, sqlite: Database.Database, given: ReadonlyMap<Column, number>, rows: number) {
  const images = imageKeeper(sqlite, change.id)
  const filled = ifGiven.filter(([column]) => given.has(column)).map(([, name]) => name)
  const signed = given.has('by')
  const entries = new Queue(sqlite, 'entry', [...always, ...filled, ...(signed ? ['by'] : [])], { ...(signed ? {} : { by: book.by }), change_id: change.id })
  const refs = refSieve(sqlite, rows)
  /** Refs of entries that may still be waiting. */
  const waiting = new Set<string>()
  const flush = () => {
    entries.flush()
    waiting.clear()
  }
  const rewrite = sqlite.prepare(
    'UPDATE entry SET kind = ?, amount = ?, owed = ?, cost = ?, discount = ?, item = ?, method = ?, paid = ?, due_on = ? WHERE id = ?',
  )
  // Named, because the planner would walk a day of walk-ins; unsorted, because a sorter costs more than the lookup (1.5 us of 3, measured).
  const byRef = sqlite.prepare(
    `SELECT ${columns} FROM entry INDEXED BY entry_by_ref WHERE ref = ? AND customer_id IS ? AND "on" = ? AND kind IN ('purchase', 'refund')`,
  )
  // One that stands comes first here too: else a row that says so would be taken for its voided twin, and the twin's row strike it.
  const alike = sqlite
    .prepare(
      `SELECT id FROM entry WHERE customer_id IS ? AND "on" = ? AND kind = ? AND void IN (0, 1) AND amount = ? AND item IS ? AND ref IS NULL AND id < ? ORDER BY void, id`,
    )
    .pluck()
  const ofRef = sqlite.prepare(
    `SELECT ${columns}, customer_id AS customerId, "on" FROM entry WHERE ref = ? AND kind IN ('purchase', 'refund') ORDER BY void, "on" DESC, id DESC`,
  )
  const whole = sqlite.prepare(`SELECT ${columns}, customer_id AS customerId, "on" FROM entry WHERE id = ?`)
  const byId = sqlite.prepare(`SELECT ${columns} FROM entry WHERE id = ?`)
  const strike = sqlite.prepare('UPDATE entry SET void = 1, void_reason = ? WHERE id = ?')
  const refunds = sqlite.prepare('SELECT id, amount FROM entry WHERE refund_of = ? AND void = 0')
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
      parts: Parts & Beside,
      ref: string | null,
      { struck = 0, refundOf = null, owed: asked = null }: { struck?: 0 | 1; refundOf?: number | null; owed?: Minor | null } = {},
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
      }
      const id = entries.put([
        kind,
        customerId,
        on,
        amount,
        asked ?? owed,
        taken,
        ...filled.map((name) => values[name]),
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
      if (!refs.mayHave(ref)) return undefined
      if (waiting.has(ref)) flush()
      const found = byRef.all(ref, customerId, on) as KnownEntry[]
      return found.length < 2 ? found[0] : (found.findLast((one) => one.void === 0) ?? found.at(-1))
    },
    byId(id: number): KnownEntry {
      flush()
      return byId.get(id) as KnownEntry
    },
    whole(id: number): KnownEntry & { customerId: number | null; on: Day } {
      flush()
      return whole.get(id) as KnownEntry & { customerId: number | null; on: Day }
    },
    ofRef(ref: string): (KnownEntry & { customerId: number | null; on: Day })[] {
      flush()
      return ofRef.all(ref) as (KnownEntry & { customerId: number | null; on: Day })[]
    },
    /** The ledger's entries before `before` that are the same but for a ref, oldest first. */
    alike(customerId: number | null, on: Day, amount: Minor, item: string | null, before: number): number[] {
      return alike.all(customerId, on, amount < 0 ? 'refund' : 'purchase', Math.abs(amount), item, before) as number[]
    },
    liveRefunds(id: number): { id: number; amount: Minor }[] {
      flush()
      return refunds.all(id) as { id: number; amount: Minor }[]
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
