import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { showPoints } from '../../ledger/benefit/points-shown.ts'
import { pointsScreen } from '../../screens/points.ts'

export const verb = declare({
  name: 'points show',
  args: '<customer>',
  book: 'read',
  input: (read) => read.object({ customer: read.text }),
  screen: pointsScreen,
  async run(context, { customer }) {
    return showPoints(context.book, await customerArgument(context, customer, 'points show'))
  },
})
