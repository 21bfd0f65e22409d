import type { Db } from '../../store/db.ts'
import { engineOf, type ForeignKey } from '../../store/engine.ts'
import { type ContentTable, contentTables } from '../book/change/record.ts'

/** What a column of the file means, and so how a line of a whole export says it. */
export type Meaning =
  | 'id'
  | 'count'
  | 'number'
  | 'money'
  | 'flag'
  | 'day'
  | 'text'
  | 'phone'
  | 'birthday'
  | 'reasons'
  | 'policy'
  | 'entry'
  | 'kind'
  | 'relation'
  | 'style'
  | 'tier'
  | 'channel'
  | 'outcome'
  | 'direction'
  | 'remedy'
  | 'severity'
  | 'every'

export interface DumpColumn {
  readonly column: string
  /** The key in the line. */
  readonly key: string
  readonly meaning: Meaning
  readonly required: boolean
  /** What stands where an older export says nothing. */
  readonly default: string | number | null
}

export interface DumpTable {
  readonly table: ContentTable
  /** Whether its ids are known outside: they are kept, the others are given anew in the same order. */
  readonly numbered: boolean
  readonly columns: readonly DumpColumn[]
}

/** Rows that nobody knows by number. */
const unnumbered: readonly ContentTable[] = [
  'policy',
  'alias',
  'tag',
  'fact',
  'consent',
  'classification',
  'tier',
  'saved_group',
  'loss',
  'payer',
  'survey',
  'complaint_step',
  'person',
  'wallet_share',
  'held_out',
  'coupon_given',
  'coupon_use',
]
/** Tables an otherwise empty ledger may have rows in; those make room. */
export const replaced: readonly ContentTable[] = ['policy', 'classification']
/** Columns that follow from others, and the change, which is of this ledger alone. */
const derived = new Set([
  'change_id',
  'customer.name_key',
  'customer.pinyin',
  'customer.initials',
  'customer.code_key',
  'coupon.code_key',
])

const money = new Set([
  'amount',
  'owed',
  'cost',
  'discount',
  'paid',
  'bonus',
  'credit_limit',
  'opening_spent',
  'classification.profit',
  'earn_from',
  'coupon.worth',
  'coupon.least',
])
const flags = new Set([
  'do_not_contact',
  'archived',
  'given',
  'outgoing',
  'void',
  'bonus_first',
  'payer_linked',
  'reasonable',
])
const named: Readonly<Record<string, Meaning>> = {
  'customer.kind': 'kind',
  'customer.relation': 'relation',
  'entry.kind': 'entry',
  'policy.value': 'policy',
  'tier.tier': 'tier',
  'complaint.remedy': 'remedy',
  'complaint.severity': 'severity',
  phone: 'phone',
  birthday: 'birthday',
  style: 'style',
  channel: 'channel',
  outcome: 'outcome',
  direction: 'direction',
  pinned_tier: 'tier',
  'contact.about': 'reasons',
  former_id: 'id',
  'occasion.day': 'birthday',
  'occasion.every': 'every',
}

/**
 * Every table of content and its columns, parents before children, read from the file: a table added later is in the
 * export without a word here.
 */
export async function dumpTables(db: Db): Promise<DumpTable[]> {
  const names = contentTables.toReversed()
  const [keys, ...declared] = await Promise.all([
    engineOf(db).foreignKeys(db),
    ...names.map((table) => engineOf(db).tableColumns(db, table)),
  ])
  const tables: DumpTable[] = []
  for (const [at, table] of names.entries()) {
    const numbered = !unnumbered.includes(table)
    const columns = (declared[at] ?? []).filter(
      ({ name }) => !derived.has(name) && !derived.has(`${table}.${name}`) && (numbered || name !== 'id'),
    )
    tables.push({
      table,
      numbered,
      columns: columns.map(({ name, type, notnull, standard }) => ({
        column: name,
        key: name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()),
        meaning: meaningOf(table, name, type, keys),
        required: name === 'id' || (notnull === 1 && standard === null),
        default: defaultOf(standard),
      })),
    })
  }
  return tables
}

function meaningOf(table: ContentTable, column: string, type: string, keys: readonly ForeignKey[]): Meaning {
  const known = named[`${table}.${column}`] ?? named[column]
  if (known) return known
  if (column === 'id' || keys.some((key) => key.child === table && key.column === column)) return 'id'
  if (money.has(column) || money.has(`${table}.${column}`)) return 'money'
  if (flags.has(column)) return 'flag'
  if (/(^|_)(on|until)$/.test(column)) return 'day'
  return type === 'INTEGER' ? 'count' : type === 'REAL' ? 'number' : 'text'
}

/** The default of a column as SQL writes it: 'out', 0. */
function defaultOf(written: string | null): string | number | null {
  if (written === null) return null
  return written.startsWith("'") ? written.slice(1, -1).replaceAll("''", "'") : Number(written)
}
