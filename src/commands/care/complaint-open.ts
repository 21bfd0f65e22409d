import { answerFlags, answerInput, answers, purchaseNumber } from '../../cli/complaint-flags.ts'
import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { openComplaint } from '../../ledger/care/complaint/open-complaint.ts'
import { complaintScreen } from '../../screens/complaint.ts'

export const verb = declare({
  name: 'complaint open',
  args: '<customer> <what...>',
  options: [
    '--kind <kind>',
    '-d, --on <day>',
    '--severity <severity>',
    '--purchase <entry>',
    ...answerFlags,
    '--handler <name>',
    '--promise <day>',
  ],
  book: 'write',
  input: (read) =>
    read.object({
      customer: read.text,
      what: read.words,
      kind: read.optional(read.one('matter')),
      on: read.optional(read.pastDay),
      severity: read.optional(read.one('severity')),
      purchase: read.optional(read.from(purchaseNumber)),
      ...answerInput(read),
      handler: read.optional(read.text),
      promise: read.optional(read.aheadOf),
    }),
  screen: complaintScreen,
  async run(context, { customer, what, kind, on, severity, purchase, handler, promise, ...said }) {
    const { id, name } = await customerArgument(context, customer, 'complaint open')
    const opened = await openComplaint(
      context.book,
      { id, name },
      {
        what: what.join(' '),
        kind,
        on,
        severity,
        purchase,
        handler,
        promisedOn: promise?.(on),
        ...answers(said),
      },
    )
    return { ...opened, did: 'open', askAfter: context.book.policy['due.complaint.days'] }
  },
})
