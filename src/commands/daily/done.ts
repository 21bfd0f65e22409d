import { verb as declare } from '../../cli/verb.ts'
import type { Done } from '../../ledger/followup/done.ts'

export const verb = declare({
  name: 'done',
  args: '<customer...>',
  options: [
    '-d, --on <day>',
    '-c, --channel <channel>',
    '-o, --outcome <outcome>',
    '--about <reasons>*',
    '-n, --note <text>',
    '--next <day>',
    '--in',
    '--gift <text>',
    '--campaign <name>',
  ],
  book: 'write',
  input: (read) =>
    read.object({
      customer: read.array(read.text),
      on: read.optional(read.pastDay),
      channel: read.optional(read.one('channel')),
      outcome: read.optional(read.one('outcome')),
      about: read.optional(read.array(read.list)),
      note: read.optional(read.text),
      next: read.optional(read.aheadDay),
      in: read.flag,
      gift: read.optional(read.text),
      campaign: read.optional(read.text),
    }),
  async run(context, { customer, on, about, next, in: incoming, ...said }) {
    const { book, terminal } = context
    const { someone } = await import('../../cli/customer-argument.ts')
    const { contactCustomers } = await import('../../ledger/followup/done.ts')
    const { readReasons } = await import('../../ledger/reason/rules.ts')
    const people = new Map<number, string>()
    for (const asked of customer) {
      const { id, name } = await someone(context, asked, 'done')
      people.set(id, name)
    }
    const contact = { ...said, direction: incoming ? ('in' as const) : ('out' as const), about: readReasons(about?.flat() ?? []), nextOn: next }
    const done = await contactCustomers(book, { ...contact, customerIds: [...people.keys()], on: on ?? book.today })
    const { sayDone } = await import('../../screens/done.ts')
    await terminal.show(done, {
      say: (contacts, voice) => sayDone(contacts, people, voice),
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
        open: 'list',
        change: 'count',
      },
      id: (row: Done) => row.customerId,
    })
  },
})
