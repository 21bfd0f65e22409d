import type Database from 'better-sqlite3'
import type { Book } from '../book.ts'
import type { Change } from '../change/record.ts'
import type { Day } from '../day.ts'
import type { Minor } from '../money.ts'
import { imageKeeper } from './images.ts'
import type { Parts } from './receipt.ts'

/** An entry of the ledger as an import compares one; `amount` is negative when it is a return. */
export interface Standing extends Parts {
  readonly id: number
  readonly kind: 'purchase' | 'refund'
  readonly void: 0 | 1
}

const columns = `id, kind, void, CASE kind WHEN 'refund' THEN -amount ELSE amount END AS amount, cost, discount, item, method, paid, due_on AS dueOn`

/** The entries of a purchase file: the statements of the hot loop, prepared once (through the builder one insert takes 8.7 x, PACKAGES). */
export function entryDesk(book: Book, change: Change, sqlite: Database.Database) {
  const images = imageKeeper(sqlite, change.id)
  const insert = sqlite.prepare(
    `INSERT INTO entry (kind, customer_id, "on", amount, owed, cost, discount, item, ref, method, paid, due_on, refund_of, void, by, change_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
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
      parts: Parts,
      ref: string | null,
      { struck = 0, refundOf = null, owed: asked = null }: { struck?: 0 | 1; refundOf?: number | null; owed?: Minor | null } = {},
    ): number {
      const { kind, amount, owed, cost, discount, item, method, taken, dueOn } = figures(parts, customerId)
      const put = insert.run(kind, customerId, on, amount, asked ?? owed, cost, discount, item, ref, method, taken, dueOn, refundOf, struck, book.by, change.id)
      return Number(put.lastInsertRowid)
    },
    /** Of an entry this file made: no image is kept. */
    rewrite(id: number, parts: Parts, customerId: number | null): void {
      const { kind, amount, owed, cost, discount, item, method, taken, dueOn } = figures(parts, customerId)
      rewrite.run(kind, amount, owed, cost, discount, item, method, taken, dueOn, id)
    },
    /** The one that stands: where an update entered a receipt anew, the voided one is still there. */
    byRef(ref: string, customerId: number | null, on: Day): Standing | undefined {
      const found = byRef.all(ref, customerId, on) as Standing[]
      return found.length < 2 ? found[0] : (found.findLast((one) => one.void === 0) ?? found.at(-1))
    },
    byId: (id: number) => byId.get(id) as Standing,
    ofRef: (ref: string) => ofRef.all(ref) as (Standing & { customerId: number | null; on: Day })[],
    /** The ledger's entries before `firstNew` that are the same but for a ref, oldest first. */
    alike: (customerId: number | null, on: Day, amount: Minor, item: string | null, firstNew: number) =>
      alike.all(customerId, on, amount < 0 ? 'refund' : 'purchase', Math.abs(amount), item, firstNew) as number[],
    liveRefunds: (id: number) => refunds.all(id) as { id: number; amount: Minor }[],
    strike(id: number, reason: string | null, own: boolean): void {
      if (!own) images.keep('entry', id)
      strike.run(reason, id)
    },
    drop: (id: number) => drop.run(id),
  }
}
