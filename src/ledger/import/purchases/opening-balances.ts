import type { Change } from '../../book/change/record.ts'
import type { Day } from '../../day.ts'
import { decimal, type Minor } from '../../money.ts'
import { beforeImages } from '../sqlite/before-images.ts'
import type { PurchaseImport } from './purchase-import.ts'
import type { Receipt } from './receipt.ts'

interface Opening {
  readonly id: number
  readonly on: Day
  readonly owed: Minor
}

/**
 * Unpaid parts of days when the account was not open yet. What an account is opened with is all that was owed on that
 * day: an unpaid part of an earlier day is in it, and the opening is lowered by as much. One of the very day may be in
 * it or not: that is told.
 */
export function earlierParts({ book, writer, outcome }: PurchaseImport, change: Change) {
  const { sqlite } = book.store
  const images = beforeImages(sqlite, change.id)
  // Said twice, because SQLite does not see that an opening is no purchase: without it, and the covering index away
  // while the file is read, each unpaid row would look through all entries (measured: 30 s of 39 for 3,000 unpaid among
  // 100,000).
  const openings = sqlite.prepare(
    `SELECT id, "on", owed FROM entry WHERE kind = 'opening' AND kind <> 'purchase' AND customer_id = ? AND "on" >= ?
      AND void = 0 ORDER BY "on" DESC LIMIT 1`,
  )
  // What became of a part until the end of the file is in it too: more lines of its receipt, returns.
  const counted = sqlite
    .prepare(
      `SELECT coalesce(sum(owed), 0) FROM entry WHERE void = 0 AND (id IN (SELECT value FROM json_each(@ids))
       OR (refund_of IN (SELECT value FROM json_each(@ids)) AND "on" < @before))`,
    )
    .pluck()
  const lowerBy = sqlite.prepare('UPDATE entry SET owed = owed - @by, amount = abs(owed - @by) WHERE id = @id')
  const parts = new Map<number, { readonly opened: Opening; readonly ids: number[] }>()
  const money = (minor: Minor) => decimal(minor, book.currency)

  return {
    /** Hears of a purchase that is entered with something unpaid. */
    note({ line, amount, paid, on }: Receipt, customerId: number, id: number): void {
      const opened = openings.get(customerId, on) as Opening | undefined
      if (!opened) return
      const taken = paid ?? 0
      const said = { id: customerId, opened: opened.on, balance: money(opened.owed), unpaid: money(amount - taken) }
      outcome.warn(line, opened.on === on ? 'row.account-before' : 'row.account-holds', said, 'paid', money(taken))
      if (opened.on === on) return
      const known = parts.get(opened.id)
      if (known) known.ids.push(id)
      else parts.set(opened.id, { opened, ids: [id] })
    },
    lower(): void {
      if (parts.size > 0) writer.flush()
      for (const { opened, ids } of parts.values()) {
        const by = counted.get({ ids: JSON.stringify(ids), before: opened.on }) as Minor
        if (by === 0) continue
        images.keep('entry', opened.id)
        lowerBy.run({ by, id: opened.id })
      }
    },
  }
}
