import { sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { balanceOf } from '../../account/balance.ts'
import { dropBlocks, keepBlocks } from '../../book/blocks/keep.ts'
import type { Book } from '../../book/book.ts'
import { recordChange } from '../../book/change/record.ts'
import { noteInLedger } from '../../book/settings.ts'
import { finishWiping, unwiped } from '../../book/wiping.ts'
import { LedgerError, type Named } from '../../errors.ts'
import { forgottenName } from '../../identity/names.ts'
import { decimal } from '../../money.ts'
import { openingColumns } from '../column-groups.ts'
import type { StoredCustomer } from '../customer.ts'
import { type ElsewhereNamed, namedElsewhere } from './elsewhere.ts'
import { type Identifiers, identifiersOf } from './identifiers.ts'
import { emptyRows, type OwnRows, rowsOf } from './rows.ts'

/** Somebody of whom nothing is left but what they brought. */
export interface Forgotten {
  readonly customerId: number
  /** Entries and contacts that stay and count, without a word of whose they are. */
  readonly entries: number
  readonly contacts: number
  /** Complaints and suggestions that were open, and end with it. */
  readonly complaints: number
  /** What they owed or had in credit: it stays in the sums. */
  readonly balance: string
  /** Saved groups that spoke of them and went. */
  readonly groups: number
  /** Texts of other rows that name them still. */
  readonly elsewhere: readonly ElsewhereNamed[]
  /** null: a dry run. */
  readonly change: number | null
}

/** What stands for the name. */
const nobody = { name: forgottenName, name_key: forgottenName, pinyin: '', initials: '' } as const

/**
 * Forgets a customer for good: their row, and what is theirs in every table that names customers, is emptied of names,
 * phones and free text; days and figures stay, so that every total is as before. What was kept to take changes back
 * goes too, and those changes can no longer be. Then the file is written anew without it. Throws forget.not-wiped where
 * that was held up: it is forgotten all the same.
 */
export async function forgetCustomer(book: Book, who: Named): Promise<Forgotten> {
  if (!book.dryRun) book.store.overwriteDeleted()
  const { value, change } = await recordChange(
    book,
    'forget',
    async (db, change) => {
      const told = await emptied(db, book, who.id)
      await noteInLedger(db, unwiped, String(change.id))
      change.facts['customerId'] = who.id
      await keepBlocks(db, change.id)
      return told
    },
    { undoable: false },
  )
  if (!book.dryRun && !(await finishWiping(book))) throw new LedgerError('forget.not-wiped', { path: book.store.path })
  return { ...value, change }
}

async function emptied(db: Db, book: Book, id: number): Promise<Omit<Forgotten, 'change'>> {
  const row = await db.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new LedgerError('customer.not-found', { asked: `id:${id}`, near: [] })
  const [balance, identifiers, rows, former] = await Promise.all([
    balanceOf(db, book.today, id),
    identifiersOf(db, row),
    rowsOf(db, id),
    db.selectFrom('alias').select('former_id as id').where('customer_id', '=', id).execute(),
  ])
  const ids = [id, ...former.flatMap((one) => (one.id === null ? [] : [one.id]))]
  const unlinked = await payerRows(db, identifiers)
  await dropImages(
    db,
    ids,
    new Map([...rows, ['entry', [...(rows.get('entry') ?? []), ...unlinked]], ['customer', ids]]),
  )
  const complaints = await endComplaints(db, book, id)
  await emptyRows(db, rows, identifiers)
  await db.updateTable('entry').set({ payer: null, pay_ref: null }).where('id', 'in', unlinked).execute()
  await emptyCustomer(db, book, row)
  const groups = await dropGroups(db, identifiers)
  await dropBlocks(db)
  return {
    customerId: id,
    entries: rows.get('entry')?.length ?? 0,
    contacts: rows.get('contact')?.length ?? 0,
    complaints,
    balance: decimal(balance, book.currency),
    groups,
    elsewhere: await namedElsewhere(db, identifiers),
  }
}

/** Nobody is left to be answered. */
async function endComplaints(db: Db, { today }: Book, customerId: number): Promise<number> {
  const ended = await db
    .updateTable('complaint')
    .set({ resolved_on: today })
    .where('customer_id', '=', customerId)
    .where('resolved_on', 'is', null)
    .returning('id')
    .execute()
  return ended.length
}

/** Purchases that came with a name their pay service has for them, whoever's they are. */
async function payerRows(db: Db, { payers }: Identifiers): Promise<number[]> {
  const rows = await db.selectFrom('entry').select('id').where('payer', 'in', payers).execute()
  return rows.map(({ id }) => id)
}

/** What was kept of their rows, to take changes back, goes; and these changes can no longer be taken back. */
async function dropImages(db: Db, ids: readonly number[], rows: OwnRows): Promise<void> {
  const theirs = db.selectFrom('change_row').where('customer_id', 'in', ids)
  const changes = new Set((await theirs.select('change_id as id').distinct().execute()).map(({ id }) => id))
  await db.deleteFrom('change_row').where('customer_id', 'in', ids).execute()
  for (const [table, own] of rows) {
    const images = db.selectFrom('change_row').where('table_name', '=', table).where('row_id', 'in', own)
    for (const { id } of await images.select('change_id as id').distinct().execute()) changes.add(id)
    await db.deleteFrom('change_row').where('table_name', '=', table).where('row_id', 'in', own).execute()
    const made = db
      .selectFrom(table as 'entry')
      .innerJoin('change', 'change.id', `${table as 'entry'}.change_id`)
      .select('change.id')
      .distinct()
      .where(`${table as 'entry'}.id`, 'in', own)
      .where('command', 'not like', 'import%')
      .where('command', '<>', 'classify')
    for (const { id } of await made.execute()) changes.add(id)
  }
  await db
    .updateTable('change')
    .set({ undoable: 0 })
    .where((where) =>
      where.or([
        where('id', 'in', [...changes]),
        ...['customerId', 'into', 'former'].map((key) => where(factOf(key), 'in', ids)),
      ]),
    )
    .execute()
}

/** A number of what the log knows of a change. */
const factOf = (key: string) => sql<number>`cast(facts ->> ${sql.lit(key)} as integer)`

/** What is kept of the row: since when, how they came and by whom, what stood before, the pin, and the day. */
async function emptyCustomer(db: Db, { today }: Book, row: StoredCustomer): Promise<void> {
  const kept = new Set<string>([
    'id',
    'kind',
    'joined_on',
    'entered_on',
    'referred_by',
    'potential',
    'wallet_share',
    ...openingColumns,
    'pinned_tier',
    'pinned_on',
    'pinned_until',
    'archived',
    'change_id',
  ])
  const emptied = Object.fromEntries(Object.keys(row).flatMap((name) => (kept.has(name) ? [] : [[name, null]])))
  await db
    .updateTable('customer')
    .set({ ...emptied, ...nobody, do_not_contact: 1, forgotten_on: today })
    .where('id', '=', row.id)
    .execute()
}

/** Saved groups that name them, now or as they were once kept. */
async function dropGroups(db: Db, { isAboutIn }: Identifiers): Promise<number> {
  const [groups, images] = await Promise.all([
    db.selectFrom('saved_group').select(['id', 'name', 'filter']).execute(),
    db.selectFrom('change_row').select(['id', 'change_id', 'before']).where('table_name', '=', 'saved_group').execute(),
  ])
  const going = groups.filter(({ name, filter }) => isAboutIn(name) || isAboutIn(filter)).map(({ id }) => id)
  const stale = images.filter(({ before }) => isAboutIn(before))
  await db.deleteFrom('saved_group').where('id', 'in', going).execute()
  await db
    .deleteFrom('change_row')
    .where((where) =>
      where.or([
        where(
          'id',
          'in',
          stale.map(({ id }) => id),
        ),
        where.and([where('table_name', '=', 'saved_group'), where('row_id', 'in', going)]),
      ]),
    )
    .execute()
  await db
    .updateTable('change')
    .set({ undoable: 0 })
    .where(
      'id',
      'in',
      stale.map((one) => one.change_id),
    )
    .execute()
  return going.length
}
