import type { Contact } from '../ledger/followup/contacts.ts'
import type { Columns } from '../terminal/columns.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'

export const contactColumns: Columns<Contact> = {
  id: 'count',
  customerId: 'count',
  on: 'day',
  direction: 'text',
  channel: 'text',
  outcome: 'text',
  about: 'list',
  note: 'text',
  nextOn: 'day',
  campaign: 'text',
  gift: 'text',
  by: 'text',
}

export interface ContactsWithNames {
  readonly rows: readonly Contact[]
  /** By the customers' ids. */
  readonly names: Readonly<Record<number, string>>
}

/** Contacts, newest first. */
export const contactsScreen: Screen<ContactsWithNames, Contact> = {
  data: ({ rows }) => rows,
  lines({ rows, names }, voice) {
    const { terms, entry } = voice.words
    if (rows.length === 0) return entry.noContacts
    const about = (reasons: readonly string[] | null) =>
      (reasons ?? []).map((reason) => terms.reason[reason] ?? reason).join(' ')
    return table(
      [{ head: '' }, { head: '' }, { head: '' }, { head: '' }, { head: '' }, { head: '' }],
      rows.map((one) => [
        `c${one.id}`,
        voice.day(one.on),
        `${names[one.customerId] ?? ''} #${one.customerId}`,
        [one.direction === 'in' ? terms.direction['in'] : '', terms.channel[one.channel] ?? one.channel]
          .filter(Boolean)
          .join(' '),
        terms.outcome[one.outcome] ?? one.outcome,
        [about(one.about), one.note ? `“${one.note}”` : '', one.nextOn ? entry.promised(voice.day(one.nextOn)) : '']
          .filter(Boolean)
          .join(' '),
      ]),
      voice,
    )
  },
  columns: contactColumns,
  id: ({ id }) => id,
}
