import type { Faults } from '../../errors.ts'
import type { PhoneParser } from '../../identity/phone.ts'
import { type NameParts, partsOfName, withParts } from './name-parts.ts'
import { reachedBy } from './roster-phones.ts'
import type { RosterRow } from './roster-row.ts'
import { severalIn } from './several-people.ts'

/** Columns that exports and lists of this program have and hardly any other file: names are as the ledger has them. */
const ownHeadings = [
  ['visits_before', 'wallet_share', 'do_not_contact'],
  ['joinedOn', 'walletShare', 'lastContactOn'],
  ['refund_of', 'fault', 'by'],
  ['direction', 'campaign', 'gift', 'by'],
]

export function isOwnExport(headers: readonly string[] | null): boolean {
  return ownHeadings.some((headings) => headings.every((heading) => headers?.includes(heading)))
}

/** A name, and what else its cell says: null for nothing. */
export interface RosterName {
  readonly name: string
  readonly parts: NameParts | null
}

/** Reads the cell of a name; one that may be of several people is told. */
export function nameReader(parse: PhoneParser, region: string) {
  return (row: RosterRow): RosterName => {
    const typed = row.cell('name')
    const parts = partsOfName(typed, parse, region)
    const name = parts?.name ?? typed
    const several = severalIn(name)
    if (several && row.cell('kind') === '')
      row.notes.warn(row.line, 'row.maybe-several', { name, people: several.people }, 'name', typed)
    return { name, parts }
  }
}

/** By what somebody is known and reached; `others` is for the notes. */
export interface RosterMarks {
  readonly code: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly others: readonly string[]
}

/** What columns of their own say, and what the cell of the name says with them: null where it is a name and no more. */
export function marksOf(
  told: RosterRow,
  { name, parts }: RosterName,
  parse: PhoneParser,
): { readonly own: RosterMarks; readonly split: { marks: RosterMarks; facts: Faults['row.name-parts'] } | null } {
  const own = { code: told.cell('code') || null, ...reachedBy(told, parse) }
  if (parts === null) return { own, split: null }
  const { code, phone, email } = own
  const { found, left, ...marks } = withParts(parts, { code: code ?? '', phone: phone ?? '', email: email ?? '' })
  return {
    own,
    split: {
      marks: {
        code: marks.code || null,
        phone: marks.phone || null,
        email: marks.email || null,
        others: [...own.others, ...left],
      },
      facts: { text: told.rawOf('name'), name, found, left, noted: true },
    },
  }
}
