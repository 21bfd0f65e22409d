import type { Book } from '../../ledger/book/book.ts'
import { columnsOf } from '../../store/engine.ts'
import { readAddress } from '../../store/postgres/address.ts'

/** The rights of the roles keeper and till, as SQL for the owner of a ledger on a server. */
export async function grantsOf({ db }: Book, address: string): Promise<string[]> {
  const { grants } = await import('../../store/postgres/grants.ts')
  return grants(readAddress(address).ledger, await columnsOf(db, 'customer'))
}
