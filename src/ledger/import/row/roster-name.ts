import type { PhoneParser } from '../../identity/phone.ts'
import { type NameParts, partsOfName, withParts } from './name-parts.ts'
import { reachedBy } from './roster-phones.ts'
import type { RosterRow } from './roster-row.ts'
import { severalIn } from './several-people.ts'

/** Columns that an export of this program has and hardly any other list: its names are as the ledger has them. */
const ownHeadings = ['visits_before', 'wallet_share', 'do_not_contact']

export function isOwnExport(headers: readonly string[] | null): boolean {
  return ownHeadings.every((heading) => headers?.includes(heading))
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

/** By what somebody is known and reached; what the cell of the name adds is told, what it says otherwise is noted. */
export function marksOf(told: RosterRow, { name, parts }: RosterName, parse: PhoneParser) {
  const code = told.cell('code') || null
  const reached = { code, ...reachedBy(told, parse) }
  if (parts === null) return reached
  const { found, left, ...marks } = withParts(parts, {
    code: code ?? '',
    phone: reached.phone ?? '',
    email: reached.email ?? '',
  })
  const text = told.rawOf('name')
  told.notes.warn(told.line, 'row.name-parts', { text, name, found, left, noted: true }, 'name', text)
  return {
    code: marks.code || null,
    phone: marks.phone || null,
    email: marks.email || null,
    others: [...reached.others, ...left],
  }
}
