import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { expirePoints } from '../../ledger/benefit/points-changes.ts'
import { pointsExpiredScreen } from '../../screens/points.ts'

export const verb = declare({
  name: 'points expire',
  args: '[customer]',
  book: 'write',
  input: (read) => read.object({ customer: read.optional(read.text) }),
  screen: pointsExpiredScreen,
  async run(context, { customer }) {
    const whose = customer === undefined ? null : await customerArgument(context, customer, 'points expire')
    return expirePoints(context.book, whose?.id ?? null)
  },
})
