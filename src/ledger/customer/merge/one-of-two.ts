import type { Updateable } from 'kysely'
import type { CustomerTable } from '../../../store/tables.ts'
import { contactColumns, openingColumns, pinColumns } from '../column-groups.ts'
import type { StoredCustomer } from '../customer.ts'

/** What the kept customer's row becomes, and what of the other's found no place in it. */
export interface OneOfTwo {
  readonly columns: Updateable<CustomerTable>
  /** Values of the other's that differ from those that stay, as they were. */
  readonly spare: readonly string[]
}

/** What is of the row alone, or has a rule of its own below. */
const own = new Set<keyof StoredCustomer>([
  'id',
  'name',
  'name_key',
  'pinyin',
  'initials',
  'kind',
  'entered_on',
  'change_id',
  'code_key',
  'joined_on',
  'notes',
  'referred_by',
  'do_not_contact',
  'wallet_share',
  ...openingColumns,
  ...pinColumns,
  'pinned_until',
  'snoozed_until',
  'archived',
])

/** What an owner may still want to know of the row that goes, in the notes of the one that stays. */
const worthNoting = [...contactColumns, 'called'] as const

/**
 * The row of two customers who are one: what is said of the kept one stands, what is not is taken from the other; days
 * are the earlier, visits and money of before are added, who wants no contact gets none. Notes are put together.
 */
export function oneOfTwo(from: StoredCustomer, into: StoredCustomer, noteOf: (spare: string[]) => string): OneOfTwo {
  const columns: Record<string, unknown> = {}
  for (const name of Object.keys(into) as (keyof StoredCustomer)[])
    if (!own.has(name) && into[name] === null && from[name] !== null) columns[name] = from[name]
  if (columns['code'] !== undefined) columns['code_key'] = from.code_key
  const spare = [
    ...(from.name_key === into.name_key ? [] : [from.name]),
    ...(from.code !== null && into.code !== null && from.code !== into.code ? [from.code] : []),
    ...worthNoting.flatMap((name) => {
      const [left, stays] = [from[name], into[name]]
      return left !== null && stays !== null && left !== stays ? [left] : []
    }),
  ]
  const notes = [into.notes, ...(spare.length > 0 ? [noteOf(spare)] : []), from.notes].filter(Boolean).join('\n')
  Object.assign(columns, {
    notes: notes === '' ? null : notes,
    entered_on: least(from.entered_on, into.entered_on),
    joined_on: least(from.joined_on, into.joined_on),
    do_not_contact: Math.max(from.do_not_contact, into.do_not_contact),
    archived: Math.min(from.archived, into.archived),
    opening_visits: sum(from.opening_visits, into.opening_visits),
    opening_spent: sum(from.opening_spent, into.opening_spent),
    opening_last_on: most(from.opening_last_on, into.opening_last_on),
    snoozed_until: into.snoozed_until ?? from.snoozed_until,
    ...(into.pinned_tier === null && from.pinned_tier !== null
      ? {
          pinned_tier: from.pinned_tier,
          pin_reason: from.pin_reason,
          pinned_on: from.pinned_on,
          pinned_until: from.pinned_until,
        }
      : {}),
  })
  const differing = Object.entries(columns).filter(([name, value]) => into[name as keyof StoredCustomer] !== value)
  return { columns: Object.fromEntries(differing), spare }
}

const given = <Value>(values: readonly (Value | null)[]) => values.filter((value) => value !== null)
const least = (one: string | null, other: string | null) => given([one, other]).sort()[0] ?? null
const most = (one: string | null, other: string | null) => given([one, other]).sort().at(-1) ?? null
const sum = (one: number | null, other: number | null) =>
  one === null && other === null ? null : (one ?? 0) + (other ?? 0)
