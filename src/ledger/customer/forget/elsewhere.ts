import { sql } from 'kysely'
import type { Db } from '../../../store/db.ts'
import { engineOf } from '../../../store/engine.ts'
import { contentTables } from '../../book/change/record.ts'
import { mentions } from '../../identity/text-search.ts'
import type { Identifiers } from './identifiers.ts'
import { fateOf } from './texts.ts'

/** A row of somebody else, or of nobody, that names one who is forgotten. */
export interface ElsewhereNamed {
  readonly table: string
  readonly id: number
  /** Whose it is; null for nobody's. */
  readonly customerId: number | null
}

/** A name or phone that another has as well, in the family or by chance, tells nothing of the one who is forgotten. */
const theirOwn = new Set(['customer.name', 'customer.name_key', 'customer.phone', 'customer.called'])

const most = 50

/** The rows whose free text names them: another's notes, say, which only the owner can put right. The first fifty. */
export async function namedElsewhere(db: Db, identifiers: Identifiers): Promise<ElsewhereNamed[]> {
  const found: ElsewhereNamed[] = []
  for (const table of contentTables) found.push(...(await namedIn(db, table, identifiers)))
  return found.slice(0, most)
}

async function namedIn(
  db: Db,
  table: (typeof contentTables)[number],
  { all, isNamedIn }: Identifiers,
): Promise<ElsewhereNamed[]> {
  const columns = await engineOf(db).tableColumns(db, table)
  const texts = columns
    .filter(({ name, type }) => type === 'TEXT' && !theirOwn.has(`${table}.${name}`))
    .filter(({ name }) => fateOf(table, name, false) !== 'kept')
    .map(({ name }) => name)
  if (texts.length === 0) return []
  const owned = columns.some(({ name }) => name === 'customer_id')
  const owner = table === 'customer' ? sql.ref<number>('id') : owned ? sql.ref<number>('customer_id') : sql`null`
  const rows = await db
    .selectFrom(table as 'entry')
    .select(['id', owner.as('customerId'), ...texts.map((name, at) => sql.ref(name).as(`text${at}`))])
    .where((where) => where.or(texts.flatMap((name) => all.map((text) => mentions(sql.ref(name), text)))))
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, customerId, ...read }) =>
    Object.values(read).some((text) => typeof text === 'string' && isNamedIn(text))
      ? [{ table, id, customerId: (customerId as number | null) ?? null }]
      : [],
  )
}
