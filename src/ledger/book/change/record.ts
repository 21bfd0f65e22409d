import type { Updateable } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { engineOf } from '../../../store/engine.ts'
import type { Tables } from '../../../store/tables.ts'
import { atomically } from '../../../store/transaction.ts'
import type { Book } from '../book.ts'

/**
 * The tables a change may touch, children before parents. Every row of theirs has an id and the change that made it.
 */
export const contentTables = [
  'tier',
  'classification',
  'consent',
  'fact',
  'tag',
  'alias',
  'person',
  'wallet_share',
  'loss',
  'complaint_step',
  'complaint',
  'survey',
  'want',
  'occasion',
  'held_out',
  'point_entry',
  'coupon_use',
  'coupon_given',
  'payer',
  'contact',
  'event',
  'entry',
  'coupon',
  'customer',
  'saved_group',
  'policy',
] as const
export type ContentTable = (typeof contentTables)[number]

/**
 * The change being made: what `change_id` of new rows is, and the way to update or delete a row so that it can be taken
 * back.
 */
export interface Change {
  readonly id: number
  /** The number of a new row of a table, or the first of as many in a row: it is put into the row. */
  number(table: ContentTable, count?: number): number
  /** Statements of somebody's own have numbered rows of a table up to this: the next come after. */
  numbered(table: ContentTable, last: number): void
  /** Updates one row, keeping it as it was; false, and nothing is done, where it is so already. */
  amend<Table extends ContentTable>(table: Table, id: number, patch: Updateable<Tables[Table]>): Promise<boolean>
  /** Deletes one row, keeping it as it was. */
  remove(table: ContentTable, id: number): Promise<void>
  /** The numbers of an empty table begin anew: a shop that is read in whole keeps its own. */
  renumber(table: ContentTable): Promise<void>
  /** What the log will say, added to as it becomes known: ids, days and numbers, never names or phones. */
  readonly facts: Record<string, unknown>
  /**
   * Another command may be logged than the one that began: `import` that changed nothing, say, is not logged at all.
   */
  discard(): void
}

/** Thrown inside a transaction to roll back what a dry run worked out. */
class DryRun extends Error {
  readonly value: unknown
  constructor(value: unknown) {
    super('dry run')
    this.value = value
  }
}

/**
 * Makes one change: a row in the log, the work, and what is needed to undo it, in one transaction. Inside a running
 * change it joins it. With `book.dryRun` everything is worked out, then rolled back. Returns the work's value and the
 * change's number (null: dry run or discarded).
 */
export async function recordChange<Value>(
  book: Book,
  command: string,
  work: (db: Db, change: Change) => Promise<Value>,
  { undoable = true }: { undoable?: boolean } = {},
): Promise<{ value: Value; change: number | null }> {
  try {
    const { value, begun } = await atomically(
      book.db,
      async (db) => {
        const begun = await beginChange(db, book, command, undoable)
        const [value] = await Promise.all([work(db, begun.change), begun.logged])
        if (book.dryRun) throw new DryRun(value)
        return { value, begun }
      },
      (_, { begun }) => begun.finish(),
    )
    return { value, change: begun.number() }
  } catch (error) {
    if (error instanceof DryRun) return { value: error.value as Value, change: null }
    throw error
  }
}

async function beginChange(db: Db, book: Book, command: string, undoable: boolean) {
  const engine = engineOf(db)
  const { id, before, logged } = await engine.logChange(db, {
    at: book.now().toISOString(),
    day: book.today,
    by: book.by,
    command,
    undoable: undoable ? 1 : 0,
  })
  const given = new Map(before)
  const facts: Record<string, unknown> = {}
  let discarded = false
  const change: Change = {
    id,
    facts,
    number(table, count = 1) {
      const last = given.get(table) ?? 0
      given.set(table, last + count)
      return last + 1
    },
    numbered(table, last) {
      given.set(table, Math.max(given.get(table) ?? 0, last))
    },
    async amend(table, rowId, patch) {
      const row = await rowOf(db, table, rowId)
      if (Object.entries(patch).every(([column, value]) => row[column] === value)) return false
      await keepImage(db, id, table, rowId, row)
      // Each content table has an integer id: any of them types as one.
      await db
        .updateTable(table as 'entry')
        .set(patch as Updateable<Tables['entry']>)
        .where('id', '=', rowId)
        .execute()
      return true
    },
    async remove(table, rowId) {
      await keepImage(db, id, table, rowId, await rowOf(db, table, rowId))
      await db
        .deleteFrom(table as 'entry')
        .where('id', '=', rowId)
        .execute()
    },
    async renumber(table) {
      before.delete(table)
      given.delete(table)
      await engine.numberAnew(db, table)
    },
    discard: () => {
      discarded = true
    },
  }
  /** Asks for what is left to be written; nobody has to wait for it before the commit. */
  async function finish(): Promise<{ asked: Promise<unknown> }> {
    if (discarded) return { asked: db.deleteFrom('change').where('id', '=', id).execute() }
    const told = db
      .updateTable('change')
      .set({ facts: JSON.stringify(facts) })
      .where('id', '=', id)
      .execute()
    const after = await engine.numbersNow(db, given)
    const spans = contentTables
      .map((table) => ({
        change_id: id,
        table_name: table,
        first_id: (before.get(table) ?? 0) + 1,
        last_id: after.get(table) ?? 0,
      }))
      .filter(({ first_id, last_id }) => last_id >= first_id)
    const spanned = spans.length > 0 ? db.insertInto('change_span').values(spans).execute() : null
    return { asked: Promise.all([told, engine.keepNumbers(db, given), spanned]) }
  }
  return { change, logged, finish, number: () => (discarded ? null : id) }
}

type Row = Readonly<Record<string, unknown>>

async function rowOf(db: Db, table: ContentTable, rowId: number): Promise<Row> {
  const row = await db
    .selectFrom(table as 'entry')
    .selectAll()
    .where('id', '=', rowId)
    .executeTakeFirstOrThrow()
  return row as unknown as Row
}

async function keepImage(db: Db, changeId: number, table: ContentTable, rowId: number, row: Row): Promise<void> {
  const customer = table === 'customer' ? rowId : row['customer_id']
  await db
    .insertInto('change_row')
    .values({
      change_id: changeId,
      table_name: table,
      row_id: rowId,
      customer_id: typeof customer === 'number' ? customer : null,
      before: JSON.stringify(row),
    })
    .execute()
}
