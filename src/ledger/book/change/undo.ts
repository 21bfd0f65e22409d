import type { Db } from '../../../store/db.ts'
import { columnsOf } from '../../../store/engine.ts'
import { LedgerError } from '../../errors.ts'
import type { Book, Settings } from '../book.ts'
import { readPolicy } from '../policy/policy.ts'
import { refuseOtherMoney } from '../policy/set-policy.ts'
import { replaceSettings } from '../settings.ts'
import { changesOf, type LoggedChange, tellable } from './log.ts'
import { changesInTheWay, type Reach, type RowIds, reachOf, rowsInTheWay } from './obstacles.ts'
import { recordChange } from './record.ts'
import { restoreContent } from './restore.ts'

export interface UndoOptions {
  readonly keepEdited?: boolean
  /** Looks at how things stand before, for `check`. */
  readonly before?: (db: Db, change: number) => Promise<void>
  /** What has to hold when it is done; what it throws leaves everything as it was. */
  readonly check?: (db: Db) => Promise<void>
}

export interface Undone {
  /** The number of the undoing itself; null in a dry run. */
  readonly change: number | null
  /** The change taken back. */
  readonly undone: number
  /** Rows left as they are because later changes touched or refer to them (`keepEdited`). */
  readonly kept: readonly Kept[]
}

/** A row that an undo left where it is. */
export interface Kept {
  readonly table: string
  readonly id: number
  /** Whose it is; null for nobody's. */
  readonly customerId: number | null
}

/**
 * The change meant: number `asked`, whoever made it, or the newest of `book.by` that can be undone and has not been,
 * runs of classify aside (undone by number only). Throws change.not-found, change.undone, change.not-undoable,
 * change.none-of-yours.
 */
async function findUndoable(book: Book, asked: number | null): Promise<LoggedChange> {
  const found = asked === null ? await newest(book, book.by) : asked
  if (found === null) {
    const other = await newest(book, null)
    const [told = null] = other === null ? [] : await tellable(book, await changesOf(book, [other]))
    throw new LedgerError('change.none-of-yours', { by: book.by, newest: told })
  }
  const [row, [change]] = await Promise.all([
    book.db.selectFrom('change').select(['undoable', 'undone_by']).where('id', '=', found).executeTakeFirst(),
    changesOf(book, [found]),
  ])
  if (!row || !change) throw new LedgerError('change.not-found', { asked: found })
  if (row.undone_by !== null && !(await hasKeptRows(book.db, row.undone_by)))
    throw new LedgerError('change.undone', { change: found, by: row.undone_by })
  if (row.undoable === 0) throw new LedgerError('change.not-undoable', { change: found, command: change.command })
  return change
}

/**
 * Whether an undo left rows of a change where they are: what is left of it can be taken back when nothing builds on it
 * any more.
 */
async function hasKeptRows(db: Db, undoneBy: number): Promise<boolean> {
  const undoing = await db.selectFrom('change').select('facts').where('id', '=', undoneBy).executeTakeFirst()
  return Number((JSON.parse(undoing?.facts ?? '{}') as { kept?: unknown }).kept ?? 0) > 0
}

async function newest({ db }: Book, by: string | null): Promise<number | null> {
  let query = db
    .selectFrom('change')
    .select('id')
    .where('undoable', '=', 1)
    .where('undone_by', 'is', null)
    .where('command', '<>', 'classify')
  if (by !== null) query = query.where('by', '=', by)
  const row = await query.orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row?.id ?? null
}

/**
 * The change an undo means, once nothing stands in its way: what a person is asked about. Throws as `findUndoable` and
 * `undoChange` do.
 */
export async function planUndo(
  book: Book,
  asked: number | null,
  { keepEdited = false }: { keepEdited?: boolean } = {},
): Promise<LoggedChange> {
  return (await ready(book, asked, keepEdited)).target
}

async function ready(
  book: Book,
  asked: number | null,
  keepEdited: boolean,
): Promise<{ target: LoggedChange; reach: Reach }> {
  const { db } = book
  const target = await findUndoable(book, asked)
  const { change, command } = target
  if (keepEdited && !command.startsWith('import')) throw new LedgerError('change.keep-not-import', { change, command })
  const reach = await reachOf(db, change)
  const inTheWay = keepEdited ? [] : await changesInTheWay(db, reach)
  if (inTheWay.length > 0)
    throw new LedgerError('change.in-the-way', {
      change,
      command,
      by: await tellable(book, await changesOf(book, inTheWay)),
    })
  return { target, reach }
}

/**
 * Takes a change back: the content of every table is as if it had not been made. Throws change.in-the-way, naming the
 * later changes that touched or refer to its rows; with `keepEdited` (imports only, else change.keep-not-import) those
 * rows stay. Checks everything again inside its own transaction, whatever a person was shown before.
 */
export async function undoChange(
  book: Book,
  asked: number,
  { keepEdited = false, before, check }: UndoOptions = {},
): Promise<Undone> {
  const { value, change } = await recordChange(
    book,
    'undo',
    async (db, undoing) => {
      const { target, reach } = await ready({ ...book, db }, asked, keepEdited)
      const staying: RowIds = keepEdited ? await rowsInTheWay(db, reach) : new Map()
      const [kept, rules] = await Promise.all([tellKept(db, staying), readPolicy(db), before?.(db, asked)])
      await restoreContent(db, reach, staying)
      const [after] = await Promise.all([readPolicy(db), check?.(db)])
      if (after['shop.currency'] !== rules['shop.currency']) await refuseOtherMoney(db)
      await dropImages(db, reach, staying)
      // A shop read in whole brought its name and currency along.
      if (target.facts['settings']) await replaceSettings(db, target.facts['settings'] as Settings)
      await db
        .updateTable('change')
        .set({ undone_by: undoing.id })
        .where('id', 'in', [asked, ...(await broughtAlong(db, target))])
        .execute()
      Object.assign(undoing.facts, { undone: asked, command: target.command, kept: kept.length })
      return { undone: asked, kept }
    },
    { undoable: false },
  )
  return { change, ...value }
}

/**
 * What the rows were before has no use once they are so again: nothing that was corrected or taken back stays behind in
 * an image.
 */
async function dropImages(db: Db, { change, imaged }: Reach, staying: RowIds): Promise<void> {
  for (const table of imaged) {
    await db
      .deleteFrom('change_row')
      .where('change_id', '=', change)
      .where('table_name', '=', table)
      .where('row_id', 'not in', [...(staying.get(table) ?? [])])
      .execute()
  }
}

/**
 * The imports of an earlier ledger that an `import all` brought along, logged right after it in the same transaction.
 */
async function broughtAlong(db: Db, { change, command }: LoggedChange): Promise<number[]> {
  if (command !== 'import all') return []
  const rows = await db
    .selectFrom('change')
    .select(['id', 'command', 'undoable'])
    .where('id', '>', change)
    .orderBy('id')
    .execute()
  const end = rows.findIndex(
    ({ command, undoable }) => undoable === 1 || !command.startsWith('import ') || command === 'import all',
  )
  return rows.slice(0, end < 0 ? rows.length : end).map(({ id }) => id)
}

async function tellKept(db: Db, staying: RowIds): Promise<Kept[]> {
  const kept: Kept[] = []
  for (const table of [...staying.keys()].sort()) {
    const ids = [...(staying.get(table) ?? [])].sort((one, other) => one - other)
    const columns = await columnsOf(db, table)
    const owner = table === 'customer' ? 'id' : columns.includes('customer_id') ? 'customer_id' : null
    const rows =
      owner === null
        ? []
        : await db
            .selectFrom(table as 'entry')
            .select(['id', `${owner} as customerId`])
            .where('id', 'in', ids)
            .execute()
    const ownerOf = new Map(rows.map(({ id, customerId }) => [id, customerId]))
    kept.push(...ids.map((id) => ({ table, id, customerId: ownerOf.get(id) ?? null })))
  }
  return kept
}
