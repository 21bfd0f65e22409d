import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { archiveCustomer } from '../../ledger/customer/edit.ts'
import { archivedScreen } from '../../screens/customer-changes.ts'

export const verb = declare({
  name: 'archive',
  args: '<customer>',
  book: 'write',
  input: (read) => read.object({ customer: read.text }),
  screen: archivedScreen,
  async run(context, { customer: asked }) {
    const { id } = await customerArgument(context, asked, 'archive')
    const { customer, change, ...told } = await archiveCustomer(context.book, id)
    return { customer, change, told }
  },
})
