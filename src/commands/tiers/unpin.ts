import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { unpinTier } from '../../ledger/tier/pin.ts'
import { unpinScreen } from '../../screens/pin.ts'

export const verb = declare({
  name: 'unpin',
  args: '<customer>',
  book: 'write',
  input: (read) => read.object({ customer: read.text }),
  screen: unpinScreen,
  run: async (context, { customer }) => unpinTier(context.book, await customerArgument(context, customer, 'unpin')),
})
