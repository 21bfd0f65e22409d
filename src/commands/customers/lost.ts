import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { recordLoss } from '../../ledger/followup/lost.ts'
import { lostScreen } from '../../screens/lost.ts'

export const verb = declare({
  name: 'lost',
  args: '<customer>',
  options: ['--why <cause>', '-n, --note <text>'],
  book: 'write',
  input: (read) =>
    read.object({ customer: read.text, why: read.optional(read.one('cause')), note: read.optional(read.text) }),
  screen: lostScreen,
  async run(context, { customer, why, note }) {
    const { id, name } = await customerArgument(context, customer, 'lost')
    return { name, ...(await recordLoss(context.book, id, { why, note })) }
  },
})
