import type { Insertable } from 'kysely'
import type { CustomerTable } from '../../store/tables.ts'
import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import type { Named } from '../errors.ts'
import { changeAccount, changeConsent, changeFacts, changeTags } from './attributes.ts'
import { type Customer, readCustomers } from './customer.ts'
import { columnsOf, type Details, namesakes, refuseTaken } from './details.ts'
import { noteShares } from './share-history.ts'

export type NewCustomer = Details & { readonly name: string }

/**
 * The customer as added; who has the same full name while nothing of the new one tells them apart; the change's number,
 * null in a dry run.
 */
export interface Added {
  readonly customer: Customer
  readonly alike: readonly Named[]
  readonly change: number | null
}

/** Adds a customer, joined today unless told otherwise. Throws customer.phone-taken, customer.code-taken. */
export async function addCustomer(book: Book, wanted: NewCustomer): Promise<Added> {
  const columns = await columnsOf(wanted)
  const { value, change } = await recordChange(book, 'add', async (db, change) => {
    await refuseTaken(db, wanted, null)
    const known = Boolean(wanted.phone || wanted.code || wanted.birthday)
    const alike = known ? [] : await namesakes(db, wanted.name)
    const id = change.number('customer')
    await db
      .insertInto('customer')
      .values({
        id,
        joined_on: book.today,
        ...columns,
        entered_on: book.today,
        change_id: change.id,
      } as Insertable<CustomerTable>)
      .execute()
    await changeTags(db, change, id, wanted.tags ?? [])
    await changeFacts(db, change, id, wanted.facts ?? [])
    await changeConsent(db, change, id, wanted.consent ?? [])
    if (wanted.walletShare !== undefined) await noteShares(db, change, book.today, id)
    if (wanted.account) await changeAccount(db, change, book, id, wanted.account)
    change.facts['customerId'] = id
    const [customer] = await readCustomers({ ...book, db }, { ids: [id] })
    return { customer: customer as Customer, alike }
  })
  return { ...value, change }
}
