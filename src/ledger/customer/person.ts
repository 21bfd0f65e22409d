import type { Db } from '../../store/db.ts'
import type { Book } from '../book/book.ts'
import { recordChange } from '../book/change/record.ts'
import { LedgerError } from '../errors.ts'
import { nameKey } from '../identity/spelling.ts'
import type { Role, Style } from '../vocabulary.ts'

/**
 * Somebody at a customer that is a firm: who decides, who uses what is bought, who pays, who is on the shop's side
 * there.
 */
export interface FirmPerson {
  readonly id: number
  readonly name: string
  readonly role: Role | null
  /** E.164. */
  readonly phone: string | null
  /** As it was given: see `birthday.ts`. */
  readonly birthday: string | null
  readonly style: Style | null
}

/** A customer's people as they stand now; `person` is who was added or removed. */
export interface ChangedPerson {
  readonly customer: { readonly id: number; readonly name: string }
  readonly person: FirmPerson
  readonly change: number | null
}

/** The people of each of these customers, in the order they were added. */
export async function readPersons(db: Db, only: readonly number[]): Promise<Map<number, FirmPerson[]>> {
  const rows = await db.selectFrom('person').selectAll().where('customer_id', 'in', only).orderBy('id').execute()
  const persons = new Map<number, FirmPerson[]>()
  for (const { customer_id, id, name, role, phone, birthday, style } of rows) {
    const person = { id, name, role: role as Role | null, phone, birthday, style: style as Style | null }
    const others = persons.get(customer_id)
    if (others) others.push(person)
    else persons.set(customer_id, [person])
  }
  return persons
}

/** Adds somebody to a customer's people. Throws person.taken where the customer has somebody of that name. */
export async function addPerson(
  book: Book,
  customer: ChangedPerson['customer'],
  told: Omit<FirmPerson, 'id'>,
): Promise<ChangedPerson> {
  const { value: person, change } = await recordChange(book, 'person add', async (db, change) => {
    const persons = (await readPersons(db, [customer.id])).get(customer.id) ?? []
    const same = persons.find(({ name }) => nameKey(name) === nameKey(told.name))
    if (same) throw new LedgerError('person.taken', { name: same.name, who: customer })
    const id = change.number('person')
    await db
      .insertInto('person')
      .values({ id, customer_id: customer.id, ...told, change_id: change.id })
      .execute()
    change.facts['customerId'] = customer.id
    return { id, ...told }
  })
  return { customer, person, change }
}

/** Takes somebody away from a customer's people. Throws person.not-found. */
export async function removePerson(
  book: Book,
  customer: ChangedPerson['customer'],
  name: string,
): Promise<ChangedPerson> {
  const { value: person, change } = await recordChange(book, 'person remove', async (db, change) => {
    const persons = (await readPersons(db, [customer.id])).get(customer.id) ?? []
    const found = persons.find((one) => nameKey(one.name) === nameKey(name))
    if (!found)
      throw new LedgerError('person.not-found', { name, who: customer, known: persons.map((one) => one.name) })
    await change.remove('person', found.id)
    change.facts['customerId'] = customer.id
    return found
  })
  return { customer, person, change }
}
