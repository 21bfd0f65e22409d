import type { ChangedPerson, FirmPerson } from '../ledger/customer/person.ts'
import type { Columns } from '../terminal/columns.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { who } from './customers.ts'

const personColumns: Columns<FirmPerson> = {
  id: 'count',
  name: 'text',
  role: 'text',
  phone: 'phone',
  birthday: 'text',
  style: 'text',
}

/** Somebody's role, phone, birthday and style, each in words; '' for what is not known. */
export function personCells({ name, role, phone, birthday, style }: FirmPerson, voice: Voice): string[] {
  const { terms, customer } = voice.words
  return [
    name,
    role === null ? '' : (terms.role[role] ?? role),
    phone === null ? '' : voice.phone(phone),
    birthday === null ? '' : customer.birthday(birthday),
    style === null ? '' : (terms.style[style] ?? style),
  ]
}

const changedScreen = (
  said: (person: string, who: string, voice: Voice) => string,
): Screen<ChangedPerson, FirmPerson & { readonly change: number | null }> => ({
  data: ({ person, customer, change }) => ({ ...person, customerId: customer.id, change }),
  lines: ({ person, customer }, voice) =>
    said(personCells(person, voice).filter(Boolean).join('  '), who(customer), voice),
  columns: { ...personColumns, change: 'count' },
  id: ({ id }) => id,
})

export const personAddedScreen = changedScreen((person, who, { words }) => words.person.added(person, who))
export const personRemovedScreen = changedScreen((person, who, { words }) => words.person.removed(person, who))

/** The people of a customer. */
export const personsScreen: Screen<
  { readonly customer: { readonly id: number; readonly name: string }; readonly persons: readonly FirmPerson[] },
  FirmPerson
> = {
  data: ({ persons }) => persons,
  lines({ customer, persons }, voice) {
    const { heads } = voice.words.person
    if (persons.length === 0) return []
    const rows = persons.map((person) => personCells(person, voice))
    return [
      voice.strong(who(customer)),
      ...table(
        Object.values(heads).map((head) => ({ head })),
        rows,
        voice,
      ),
    ]
  },
  next: ({ customer, persons }, { words }) => (persons.length === 0 ? [] : [words.person.next(customer.id)]),
  aside: ({ customer, persons }, { words }) =>
    persons.length === 0 ? [words.person.none(who(customer), customer.id)] : [],
  columns: personColumns,
  id: ({ id }) => id,
}
