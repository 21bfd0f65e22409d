import { quoted } from './connect.ts'

/** What a till has no need to see of a customer. */
const ownersOnly = ['notes', 'address', 'email']
/** What a till adds rows to: sales and contacts, what follows from them, and the log of it. */
const tillAdds = ['change', 'change_span', 'entry', 'contact', 'point_entry', 'coupon_use', 'tier']

/**
 * The rights that the owner of a ledger gives to two other roles, as SQL to paste: `keeper` does everything but change
 * the tables, `till` sells, notes contacts and reads the list, and can neither correct nor carry away.
 */
export function grants(ledger: string, customerColumns: readonly string[]): string[] {
  const schema = quoted(ledger)
  const seen = customerColumns.filter((column) => !ownersOnly.includes(column)).map(quoted)
  return [
    `grant usage on schema ${schema} to keeper, till;`,
    `grant select, insert, update, delete on all tables in schema ${schema} to keeper;`,
    `grant usage on all sequences in schema ${schema} to keeper;`,
    `grant select on all tables in schema ${schema} to till;`,
    `revoke select on ${schema}.customer from till;`,
    `grant select (${seen.join(', ')}) on ${schema}.customer to till;`,
    `grant insert on ${tillAdds.map((table) => `${schema}.${table}`).join(', ')} to till;`,
    `grant insert, update on ${schema}.series to till;`,
    `grant update (facts) on ${schema}.change to till;`,
  ]
}
