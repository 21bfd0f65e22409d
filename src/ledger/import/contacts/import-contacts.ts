import type Database from 'better-sqlite3'
import type { Db } from '../../../store/db.ts'
import type { Book } from '../../book/book.ts'
import type { Change } from '../../book/change/record.ts'
import type { RowImporter } from '../customers/import-customers.ts'
import type { ImportPlan } from '../import-plan.ts'
import { type ImportOutcome, type Outcome, RowFault } from '../outcome.ts'
import { knownCustomers } from '../purchases/known-customer.ts'
import { type ContactRow, contactReader, outcomeOf } from '../row/contact-row.ts'
import { beforeImages } from '../sqlite/before-images.ts'
import { LinesByRow } from '../sqlite/lines-by-row.ts'
import { readRow } from '../worker/input-row.ts'

/** What a row says of a contact the ledger has, in the order of the statements below. */
const told = ['outcome', 'about', 'note', 'next_on', 'campaign', 'gift'] as const

interface KnownContact {
  readonly id: number
  readonly values: readonly (string | null)[]
}

/**
 * Takes the rows of a contact file into the ledger, inside a running change. A contact is known again by customer, day,
 * channel and direction, n-th in the file; among several, one that says the same comes first.
 */
export async function contactImporter(
  book: Book,
  _: Db,
  change: Change,
  plan: ImportPlan,
  outcome: ImportOutcome,
): Promise<RowImporter> {
  const { sqlite } = book.store
  const { onMatch } = plan.options
  const read = readRow<ContactRow>(contactReader(book, plan, outcome))
  const customers = await knownCustomers(book, change, plan, outcome)
  const desk = contactWriter(book, change, sqlite)
  const touched = new LinesByRow(sqlite)
  const firstNew = desk.newestId() + 1

  function take(row: ContactRow): Outcome {
    const customerId = customers.find(row.with, row.on, row.line)
    const said = [row.outcome, row.about, row.note, row.nextOn, row.campaign, row.gift]
    const standing = known(customerId, row, said)
    if (!standing) {
      desk.insert(customerId, row)
      return 'created'
    }
    touched.claim(standing.id)
    if (onMatch === 'reject') throw new RowFault('row.matches', { id: standing.id })
    const values = said.map((value, at) => value ?? standing.values[at] ?? null)
    if (onMatch === 'skip' || values.every((value, at) => value === standing.values[at])) return 'unchanged'
    desk.update(standing.id, values)
    return 'updated'
  }

  function known(customerId: number, row: ContactRow, said: readonly (string | null)[]): KnownContact | undefined {
    const free = desk.alike(customerId, row, firstNew).filter(({ id }) => !touched.has(id))
    return free.find(({ values }) => said.every((value, at) => value === null || value === values[at])) ?? free[0]
  }

  return {
    linesOf: customers.linesOf,
    take(row) {
      try {
        outcome.count(take(read(row)))
      } catch (error) {
        outcome.reject(row.line, error, row.cells)
      }
    },
    async finish() {},
  }
}

function contactWriter(book: Book, change: Change, sqlite: Database.Database) {
  const images = beforeImages(sqlite, change.id)
  // Prepared, not through the builder: a lookup a row, 1.9 x (PACKAGES, measured).
  const alike = sqlite
    .prepare(
      `SELECT id, ${told.join(', ')} FROM contact WHERE customer_id = ? AND "on" = ? AND direction = ?
        AND channel = coalesce(?, channel) AND id < ? ORDER BY id`,
    )
    .raw()
  const insert = sqlite.prepare(
    `INSERT INTO contact (customer_id, "on", direction, channel, ${told.join(', ')}, by, change_id)
     VALUES (@customerId, @on, @direction, coalesce(@channel, (SELECT channel FROM customer
       WHERE id = @customerId), @usual), ${told.map((column) => `@${column}`).join(', ')}, @by, @changeId)`,
  )
  const patch = sqlite.prepare(`UPDATE contact SET ${told.map((column) => `${column} = ?`).join(', ')} WHERE id = ?`)
  return {
    newestId: () => sqlite.prepare('SELECT coalesce(max(id), 0) FROM contact').pluck().get() as number,
    alike(customerId: number, { on, direction, channel }: ContactRow, before: number): KnownContact[] {
      return (alike.all(customerId, on, direction, channel, before) as [number, ...(string | null)[]][]).map(
        ([id, ...values]) => ({ id, values }),
      )
    },
    insert(customerId: number, row: ContactRow): void {
      const { on, direction, channel, about, note, nextOn, campaign, gift } = row
      const outcome = outcomeOf(direction, row.outcome)
      const entered = { by: row.by ?? book.by, changeId: change.id, usual: book.policy['due.channel'] }
      insert.run({
        customerId,
        on,
        direction,
        channel,
        outcome,
        about,
        note,
        next_on: nextOn,
        campaign,
        gift,
        ...entered,
      })
    },
    update(id: number, values: readonly (string | null)[]): void {
      images.keep('contact', id)
      patch.run(...values, id)
    },
  }
}
