import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { readComplaints } from '../../ledger/care/complaint/complaints.ts'
import { complaintsScreen } from '../../screens/complaint.ts'

export const verb = declare({
  name: 'complaint list',
  args: '[customer]',
  options: ['--kind <kind>', '--handler <name>', '--all'],
  book: 'read',
  input: (read) =>
    read.object({
      customer: read.optional(read.text),
      kind: read.optional(read.one('matter')),
      handler: read.optional(read.text),
      all: read.flag,
    }),
  screen: complaintsScreen,
  async run(context, { customer: asked, ...filter }) {
    const customer = asked === undefined ? null : await customerArgument(context, asked, 'complaint list')
    const customers = customer ? [customer.id] : undefined
    return { complaints: await readComplaints(context.book, { ...filter, customers }), all: filter.all }
  },
})
