import { verb as declare } from '../../cli/verb.ts'
import type { Contact } from '../../ledger/followup/contacts.ts'

export const verb = declare({
  name: 'contacts',
  args: '[customer]',
  options: ['-d, --on <day>', '--from <day>', '--to <day>'],
  book: 'read',
  input: (read) =>
    read.object({ customer: read.optional(read.text), on: read.optional(read.backDay), from: read.optional(read.backDay), to: read.optional(read.backDay) }),
  async run(context, { customer, ...days }) {
    const { book, terminal, words } = context
    const { period } = await import('../../ledger/period.ts')
    const { namesOf } = await import('../../ledger/book/customer-names.ts')
    const { readContacts } = await import('../../ledger/followup/contacts.ts')
    const { table } = await import('../../terminal/table.ts')
    const { clean } = await import('../../terminal/clean.ts')
    const { someone } = await import('../../cli/customer-argument.ts')
    const customerId = customer === undefined ? undefined : (await someone(context, customer, 'contacts')).id
    const rows = await readContacts(book, { ...period(days), customerId })
    const names = await namesOf(
      book.db,
      rows.map(({ customerId }) => customerId),
    )
    const { terms, entry } = words
    const about = (reasons: readonly string[] | null) => (reasons ?? []).map((reason) => terms.reason[reason] ?? reason).join(' ')
    await terminal.voice.prepare([...names.values()])
    await terminal.show(rows, {
      say: (value, voice) =>
        value.length === 0
          ? entry.noContacts
          : table(
              [{ head: '' }, { head: '' }, { head: '' }, { head: '' }, { head: '' }, { head: '' }],
              value.map((one) => [
                `c${one.id}`,
                voice.day(one.on),
                `${clean(names.get(one.customerId) ?? '')} #${one.customerId}`,
                [one.direction === 'in' ? terms.direction['in'] : '', terms.channel[one.channel] ?? one.channel].filter(Boolean).join(' '),
                terms.outcome[one.outcome] ?? one.outcome,
                [about(one.about), one.note ? `“${one.note}”` : '', one.nextOn ? entry.promised(voice.day(one.nextOn)) : ''].filter(Boolean).join(' '),
              ]),
              voice,
            ),
      columns: {
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
      },
      id: ({ id }: Contact) => id,
    })
  },
})
