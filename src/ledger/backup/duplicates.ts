import { sql } from 'kysely'
import type { Book } from '../book/book.ts'
import { parseBirthday } from '../identity/birthday.ts'

/** Something that may be right, and is worth a look. */
export type Suspicion =
  | {
      readonly what: 'same-phone' | 'same-name'
      readonly shared: string
      readonly customers: readonly { readonly id: number; readonly name: string }[]
    }
  | { readonly what: 'entry-ahead' | 'joined-ahead' | 'birthday' | 'same-ref'; readonly ids: readonly number[] }

/**
 * Customers that may be one: the same phone, or the same name. A family may share one phone, and two people one name.
 */
export async function duplicates({ db }: Pick<Book, 'db'>): Promise<Suspicion[]> {
  const sharing = async (what: 'same-phone' | 'same-name', column: 'phone' | 'name_key') => {
    const shown = db.selectFrom('customer').where('archived', '=', 0)
    const several = shown
      .select(column)
      .where(column, 'is not', null)
      .groupBy(column)
      .having(({ fn }) => fn.countAll(), '>', 1)
    const rows = await shown
      .select(['id', 'name', column])
      .where(column, 'in', several.$castTo<{ key: string }>())
      .orderBy('id')
      .execute()
    return [...Map.groupBy(rows, (row) => row[column])].map(([key, sharers]): Suspicion => {
      const customers = sharers.map(({ id, name }) => ({ id, name }))
      return {
        what,
        shared: what === 'same-phone' ? String(key) : smallest(customers.map(({ name }) => name)),
        customers,
      }
    })
  }
  return [...(await sharing('same-phone', 'phone')), ...(await sharing('same-name', 'name_key'))]
}

/** By code points, as SQL orders names. */
function smallest(names: readonly string[]): string {
  return names.reduce((least, name) => (Buffer.compare(Buffer.from(name), Buffer.from(least)) < 0 ? name : least))
}

/**
 * Data that no command refuses but that is seldom meant: days to come, birthdays that cannot be read, one receipt
 * number on several purchases of a day.
 */
export async function oddities({ db, today }: Pick<Book, 'db' | 'today'>): Promise<Suspicion[]> {
  const ids = async (
    what: 'entry-ahead' | 'joined-ahead' | 'same-ref',
    query: ReturnType<typeof sql<{ id: number }>>,
  ) => ({
    what,
    ids: (await query.execute(db)).rows.map(({ id }) => id),
  })
  const born = await db.selectFrom('customer').select(['id', 'birthday']).where('birthday', 'is not', null).execute()
  return [
    await ids('entry-ahead', sql`select id from entry where void = 0 and "on" > ${today} order by id`),
    await ids('joined-ahead', sql`select id from customer where joined_on > ${today} order by id`),
    await ids(
      'same-ref',
      sql`select max(id) as id from entry where kind = 'purchase' and void = 0 and ref is not null group by ref, customer_id, "on" having count(*) > 1 order by 1`,
    ),
    { what: 'birthday' as const, ids: born.filter(({ birthday }) => !isReadable(birthday ?? '')).map(({ id }) => id) },
  ].filter((found) => found.ids.length > 0)
}

function isReadable(birthday: string): boolean {
  try {
    return parseBirthday(birthday) === birthday
  } catch {
    return false
  }
}
