import type { Db } from '../../../store/db.ts'
import { engineOf } from '../../../store/engine.ts'
import { balanceOf } from '../../account/balance.ts'
import { settleBenefits } from '../../account/settle-benefits.ts'
import type { Book } from '../../book/book.ts'
import { type Change, recordChange } from '../../book/change/record.ts'
import { LedgerError, type Named } from '../../errors.ts'
import { nameKey } from '../../identity/spelling.ts'
import { decimal } from '../../money.ts'
import type { StoredCustomer } from '../customer.ts'
import { oneOfTwo } from './one-of-two.ts'
import { type JoinedRows, joinRows } from './rows.ts'
import { joinReferrals, joinTiers, newestShare } from './standings.ts'

/** Two customers who are one. */
export interface Merged {
  /** The one whose number and card lead to the other from then on. */
  readonly from: Named
  readonly into: Named
  /** Whether they are called otherwise. */
  readonly namesDiffer: boolean
  /** What went over: purchases, refunds and payments, contacts, and rows of everything else. */
  readonly purchases: number
  readonly refunds: number
  readonly payments: number
  readonly contacts: number
  readonly others: number
  /** The balance of the one that goes, and of both together. */
  readonly brought: string
  readonly balance: string
  /** What the kept one is reached by. */
  readonly phone: string | null
  readonly code: string | null
  /** What of the other's stands in the notes of the kept one. */
  readonly noted: readonly string[]
  /** null: a dry run. */
  readonly change: number | null
}

/**
 * Makes one customer of two: everything that names the first names the second, whose number, name and details stay;
 * what they lack is taken from the first, what differs is kept in the notes. The first's number and code lead to the
 * second from then on. `shown` is what a person was shown before: where it would be otherwise now, nothing is done.
 * Throws merge.same, merge.changed.
 */
export async function mergeCustomers(book: Book, from: number, into: number, shown?: Merged): Promise<Merged> {
  const { value, change } = await recordChange(book, 'merge', async (db, change) => {
    const told = await joined(db, change, book, from, into)
    if (shown && JSON.stringify({ ...shown, change: null }) !== JSON.stringify({ ...told, change: null }))
      throw new LedgerError('merge.changed', { from: told.from, into: told.into })
    await settleBenefits(db, book, change, [into])
    Object.assign(change.facts, { former: from, into })
    return told
  })
  return { ...value, change }
}

async function joined(
  db: Db,
  change: Change,
  book: Book,
  fromId: number,
  intoId: number,
): Promise<Omit<Merged, 'change'>> {
  const [from, into] = await Promise.all([rowOf(db, fromId), rowOf(db, intoId)])
  if (from.id === into.id) throw new LedgerError('merge.same', { who: named(into) })
  await engineOf(db).checkKeysAtCommit(db)
  const [brought, kinds] = await Promise.all([balanceOf(db, book.today, from.id), entriesByKind(db, from.id)])
  const { moved, dropped } = await joinRows(db, change, from.id, into.id)
  await joinTiers(db, change, book, from.id, into.id)
  const referredBy = await joinReferrals(db, change, from.id, into.id)
  await keepRefusals(change, dropped)
  await joinPersons(db, change, into.id)
  const own = oneOfTwo(from, into, (spare) => `${book.today} ${from.name} #${from.id}: ${spare.join('; ')}`)
  const lost = dropped.flatMap(({ table, row, kept }) =>
    table === 'fact' && row['value'] !== kept['value'] ? [`${row['key']}=${row['value']}`] : [],
  )
  const columns = {
    ...own.columns,
    ...(referredBy === into.referred_by ? {} : { referred_by: referredBy }),
    ...(lost.length === 0
      ? {}
      : {
          notes: [own.columns.notes ?? into.notes, `${from.name} #${from.id}: ${lost.join('; ')}`]
            .filter(Boolean)
            .join('\n'),
        }),
  }
  const share = await newestShare(db, into.id)
  await change.remove('customer', from.id)
  const patch = share === into.wallet_share ? columns : { ...columns, wallet_share: share ?? into.wallet_share }
  if (Object.keys(patch).length > 0) await change.amend('customer', into.id, patch)
  // A card that the kept one takes as their own leads there by itself.
  const code_key = columns.code_key === undefined ? from.code_key : null
  await db
    .insertInto('alias')
    .values({
      id: change.number('alias'),
      customer_id: into.id,
      former_id: from.id,
      code_key,
      phone: into.phone === null ? null : from.phone,
      name_key: from.name_key,
      change_id: change.id,
    })
    .execute()
  const after = await balanceOf(db, book.today, into.id)
  const apart = ['entry', 'contact']
  return {
    from: named(from),
    into: named(into),
    namesDiffer: nameKey(from.name) !== nameKey(into.name),
    purchases: kinds.get('purchase') ?? 0,
    refunds: kinds.get('refund') ?? 0,
    payments: kinds.get('payment') ?? 0,
    contacts: moved.get('contact') ?? 0,
    others: [...moved].reduce((sum, [table, rows]) => (apart.includes(table) ? sum : sum + rows), 0),
    brought: decimal(brought, book.currency),
    balance: decimal(after, book.currency),
    phone: into.phone ?? from.phone,
    code: into.code ?? from.code,
    noted: [...own.spare, ...lost],
  }
}

const named = ({ id, name }: StoredCustomer): Named => ({ id, name })

async function rowOf(db: Db, id: number): Promise<StoredCustomer> {
  const row = await db.selectFrom('customer').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw new LedgerError('customer.not-found', { asked: `id:${id}`, near: [] })
  return row
}

async function entriesByKind(db: Db, customerId: number): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('entry')
    .select(({ fn }) => ['kind', fn.countAll<number>().as('count')])
    .where('customer_id', '=', customerId)
    .groupBy('kind')
    .execute()
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}

/** Who refused a channel under one name has refused it. */
async function keepRefusals(change: Change, dropped: JoinedRows['dropped']): Promise<void> {
  for (const { table, row, kept } of dropped)
    if (table === 'consent' && row['given'] === 0 && kept['given'] === 1)
      await change.amend('consent', kept.id, { given: 0 })
}

/** Somebody noted at both is one of the firm's people, with what was said of them at either. */
async function joinPersons(db: Db, change: Change, customerId: number): Promise<void> {
  const rows = await db.selectFrom('person').selectAll().where('customer_id', '=', customerId).orderBy('id').execute()
  for (const same of Map.groupBy(rows, ({ name }) => nameKey(name)).values()) {
    const [first, ...others] = same
    if (!first || others.length === 0) continue
    const { role, phone, birthday, style } = first
    const known = { role, phone, birthday, style }
    for (const other of others) {
      for (const key of ['role', 'phone', 'birthday', 'style'] as const) known[key] ??= other[key]
      await change.remove('person', other.id)
    }
    await change.amend('person', first.id, known)
  }
}
