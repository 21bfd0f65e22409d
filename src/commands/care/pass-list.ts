import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { listPasses } from '../../ledger/benefit/passes.ts'
import { passListScreen } from '../../screens/pass.ts'

export const verb = declare({
  name: 'pass list',
  args: '[customer]',
  book: 'read',
  input: (read) => read.object({ customer: read.optional(read.text) }),
  screen: passListScreen,
  async run(context, { customer }) {
    return listPasses(
      context.book,
      customer === undefined ? null : (await customerArgument(context, customer, 'pass list')).id,
    )
  },
})
