import { contactColumns, openingColumns, pinColumns } from '../../customer/column-groups.ts'
import type { Faults } from '../../errors.ts'
import type { Minor } from '../../money.ts'
import type { CustomerColumn } from '../columns.ts'
import type { ImportPlan } from '../import-plan.ts'

/** The columns of `customer` that a roster fills, in the order of `CustomerRow.values`. */
export const filled = [
  'name',
  'name_key',
  'pinyin',
  'initials',
  'called',
  'code',
  'code_key',
  'kind',
  ...contactColumns,
  'joined_on',
  'source',
  'notes',
  'style',
  'potential',
  'keeper',
  ...openingColumns,
  ...pinColumns,
  'wallet_share',
  'channel',
  'hours',
  'credit_limit',
  'do_not_contact',
  'archived',
] as const
export type Filled = (typeof filled)[number]
export const placeOf = Object.fromEntries(filled.map((column, at) => [column, at])) as Record<Filled, number>

/** The column of the roster that fills one of ours, where their names differ. */
const filledFrom: Partial<Record<Filled, CustomerColumn>> = {
  name_key: 'name',
  pinyin: 'name',
  initials: 'name',
  code_key: 'code',
  joined_on: 'joined',
  opening_visits: 'visits_before',
  opening_spent: 'spent_before',
  opening_last_on: 'last_purchase',
  pinned_tier: 'tier',
  pin_reason: 'tier',
  pinned_on: 'tier',
  channel: 'preferred_channel',
}

/** What the cell of a name may hold beside the name, and what did not find a place of its own. */
const besideName: ReadonlySet<Filled> = new Set(['code', 'code_key', 'phone', 'email', 'notes'])

/** The columns that a roster can fill at all. */
export function filledBy({ columns }: ImportPlan): readonly Filled[] {
  return filled.filter(
    (column) => besideName.has(column) || columns.has(filledFrom[column] ?? (column as CustomerColumn)),
  )
}

/** A customer as a row of a roster gives them: null is an empty cell, which erases nothing. */
export interface CustomerRow {
  readonly line: number
  readonly name: string
  readonly nameKey: string
  readonly codeKey: string | null
  readonly phone: string | null
  readonly birthday: string | null
  readonly values: readonly (string | number | null)[]
  /** What else the phone cell says, for the notes: further numbers, whose it is. */
  readonly otherPhones: readonly string[]
  readonly tags: readonly string[]
  readonly facts: readonly (readonly [key: string, value: string])[]
  /** What the account of points is opened with. */
  readonly points: number | null
  readonly consent: readonly (readonly [channel: string, given: 0 | 1])[]
  /** Positive: they owe; null: the roster says nothing. */
  readonly balance: Minor | null
  readonly referredBy: string | null
  /** By what a service knows them for good: `square:…`. */
  readonly payer: string | null
  /** Where more stood in the cell of the name: what, and the row with the whole cell for a name. */
  readonly split: { readonly facts: Faults['row.name-parts']; readonly whole: CustomerRow } | null
}
