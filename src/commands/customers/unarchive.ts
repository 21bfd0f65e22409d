import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { unarchiveCustomer } from '../../ledger/customer/edit.ts'
import { unarchivedScreen } from '../../screens/customer-changes.ts'

export const verb = declare({
  name: 'unarchive',
  args: '<customer>',
  book: 'write',
  input: (read) => read.object({ customer: read.text }),
  screen: unarchivedScreen,
  async run(context, { customer: asked }) {
    const { id } = await customerArgument(context, asked, 'unarchive')
    const { customer, change, ...told } = await unarchiveCustomer(context.book, id)
    return { customer, change, told }
  },
})
