import type { Contact } from '../ledger/followup/contacts.ts'
import type { Columns } from '../terminal/columns.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'
import { campaignNamed } from './campaigns.ts'

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
  /** How many there are, shown or not. */
  readonly all: number
  /** By the customers' ids. */
  readonly names: Readonly<Record<number, string>>
}

/** Contacts, newest first. */
export const contactsScreen: Screen<ContactsWithNames, Contact> = {
  data: ({ rows }) => rows,
  lines({ rows, all, names }, voice) {
    const { terms, entry } = voice.words
    if (rows.length === 0) return entry.noContacts
    const about = (reasons: readonly string[] | null) =>
      (reasons ?? []).map((reason) => terms.reason[reason] ?? reason).join(' ')
    const lines = table(
      [{ head: '' }, { head: '' }, { head: '', whole: true }, { head: '', goes: 1 }, { head: '' }, { head: '' }],
      rows.map((one) => [
        `c${one.id}`,
        voice.day(one.on),
        `${names[one.customerId] ?? ''} #${one.customerId}`,
        [one.direction === 'in' ? terms.direction['in'] : '', terms.channel[one.channel] ?? one.channel]
          .filter(Boolean)
          .join(' '),
        terms.outcome[one.outcome] ?? one.outcome,
        [
          about(one.about),
          one.note ? `“${one.note}”` : '',
          one.nextOn ? entry.promised(voice.day(one.nextOn)) : '',
          one.campaign ? entry.campaign(campaignNamed(one.campaign, voice)) : '',
          one.gift ? entry.gift(one.gift) : '',
        ]
          .filter(Boolean)
          .join(' '),
      ]),
      voice,
    )
    return [
      ...lines,
      [entry.contacts(all), rows.length < all ? entry.newest(rows.length) : '']
        .filter(Boolean)
        .join(voice.words.marks.parts),
    ]
  },
  columns: contactColumns,
  brief: [
    'id',
    'on',
    'customerId',
    'direction',
    'channel',
    'outcome',
    'about',
    'note',
    'nextOn',
    'campaign',
    'gift',
    'by',
  ],
  id: ({ id }) => id,
}
