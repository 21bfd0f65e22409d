import { type SqlBool, sql } from 'kysely'

/** The condition that a row beside `customer` is of this one or, where none is named, of anyone not archived. */
export function isPresent(customerId: number | undefined) {
  const stays = sql<SqlBool>`${sql.ref('customer.archived')} = 0`
  return customerId === undefined ? stays : sql<SqlBool>`${stays} and ${sql.ref('customer.id')} = ${customerId}`
}
