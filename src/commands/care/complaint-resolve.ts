import { purchaseNumber } from '../../cli/complaint-flags.ts'
import { verb as declare } from '../../cli/verb.ts'
import { resolveComplaint } from '../../ledger/care/complaint/resolve-complaint.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { complaintScreen } from '../../screens/complaint.ts'

export const verb = declare({
  name: 'complaint resolve',
  args: '<id>',
  options: [
    '-d, --on <day>',
    '--remedy <remedy>',
    '--cost <amount>',
    '--refund <entry>',
    '--amount <amount>',
    '--coupon <code>',
    '--points <count>',
    '-n, --note <text>',
  ],
  book: 'write',
  input: (read) =>
    read.object({
      id: read.count(1),
      on: read.optional(read.pastDay),
      remedy: read.optional(read.one('remedy')),
      cost: read.optional(read.money),
      refund: read.optional(read.from(purchaseNumber)),
      amount: read.optional(read.money),
      coupon: read.optional(read.text),
      points: read.optional(read.count(1)),
      note: read.optional(read.text),
    }),
  screen: complaintScreen,
  async run({ book }, { id, ...said }) {
    if (said.amount !== undefined && said.refund === undefined)
      throw new LedgerError('usage.missing-argument', { argument: '--refund', command: 'complaint resolve' })
    return { ...(await resolveComplaint(book, id, said)), did: 'resolve', askAfter: book.policy['due.complaint.days'] }
  },
})
