import type { Db } from '../../store/db.ts'
import { LedgerError } from '../errors.ts'
import type { Minor } from '../money.ts'

/** Whose account an entry moves: what the counter must know of a customer before it takes money. */
export interface Holder {
  readonly id: number
  readonly name: string
  readonly archived: boolean
  readonly isStaff: boolean
  readonly creditLimit: Minor | null
  readonly birthday: string | null
  readonly referredBy: number | null
}

/** Throws customer.not-found: the customer went meanwhile. */
export async function holderOf(db: Db, id: number): Promise<Holder> {
  const row = await db
    .selectFrom('customer')
    .select(['id', 'name', 'archived', 'kind', 'credit_limit', 'birthday', 'referred_by'])
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new LedgerError('customer.not-found', { asked: `id:${id}`, near: [] })
  return {
    id,
    name: row.name,
    archived: row.archived === 1,
    isStaff: row.kind === 'staff',
    creditLimit: row.credit_limit,
    birthday: row.birthday,
    referredBy: row.referred_by,
  }
}
