import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { redeemPoints } from '../../ledger/benefit/points-changes.ts'
import { pointsMovedScreen } from '../../screens/points.ts'

export const verb = declare({
  name: 'points redeem',
  args: '<customer> <points>',
  options: ['-n, --note <text>'],
  book: 'write',
  input: (read) => read.object({ customer: read.text, points: read.count(1), note: read.optional(read.text) }),
  screen: pointsMovedScreen,
  async run(context, { customer, points, note }) {
    return redeemPoints(context.book, await customerArgument(context, customer, 'points redeem'), points, note || null)
  },
})
