import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { contactCustomers } from '../../ledger/followup/done.ts'
import { readSubjects } from '../../ledger/reason/rules.ts'
import { doneScreen } from '../../screens/done.ts'

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
      next: read.optional(read.aheadOf),
      in: read.flag,
      gift: read.optional(read.text),
      campaign: read.optional(read.text),
    }),
  screen: doneScreen,
  async run(context, { customer, on, about, next, in: incoming, ...said }) {
    const { book } = context
    const names = new Map<number, string>()
    for (const asked of customer) {
      const { id, name } = await customerArgument(context, asked, 'done')
      names.set(id, name)
    }
    const contact = {
      ...said,
      direction: incoming ? ('in' as const) : ('out' as const),
      about: readSubjects(about?.flat() ?? []),
      nextOn: next?.(on),
    }
    const contacts = await contactCustomers(book, { ...contact, customerIds: [...names.keys()], on: on ?? book.today })
    return { contacts, names: Object.fromEntries(names) }
  },
})
