import { asideReader } from './aside.ts'
import { isMasked } from './masks.ts'
import { isNobodysName } from './nobody.ts'
import { type Buyer, isNobody } from './purchase.ts'

/** The columns by which a row that is no purchase names a customer. */
type PersonColumn = 'customer' | 'code' | 'phone' | 'name'

/** Whom a row is with, as its cells say; null where they name nobody. */
export function personIn(cell: (column: PersonColumn) => string): Buyer | null {
  const given = { customer: cell('customer'), code: cell('code'), phone: cell('phone'), name: cell('name'), email: '' }
  const hasNumber = given.code + given.phone !== ''
  // Beside a card or a phone of its own the cell is the name of whoever has them.
  const person = given.name === '' && hasNumber ? { ...given, customer: '', name: given.customer } : given
  const named = person.customer || person.name
  const isNoName = named !== '' && (isNobodysName(named) || isMasked(named)) && !hasNumber
  return isNobody(person) || isNoName ? null : person
}

/** Knows the rows of such a file that are no record: totals, repeated headings, footers. */
export function besidePersons(
  headers: readonly string[] | null,
  at: (column: PersonColumn | 'on') => number,
): ReturnType<typeof asideReader> {
  return asideReader({
    headers,
    names: [at('customer'), at('name')].filter((place) => place >= 0),
    own: [at('code'), at('phone')].filter((place) => place >= 0),
    day: at('on'),
    needs: [at('on')].filter((place) => place >= 0),
  })
}
