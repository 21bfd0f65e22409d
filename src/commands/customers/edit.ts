import { customerArgument } from '../../cli/customer-argument.ts'
import { detailFlags, detailInput, detailsOf, saysNothing } from '../../cli/customer-flags.ts'
import { verb as declare } from '../../cli/verb.ts'
import { editCustomer } from '../../ledger/customer/edit.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { editedScreen } from '../../screens/customer-changes.ts'

export const verb = declare({
  name: 'edit',
  args: '<customer>',
  options: [...detailFlags, '--no-do-not-contact'],
  book: 'write',
  input: (read) => read.object({ customer: read.text, ...detailInput(read, 'edit') }),
  screen: editedScreen,
  async run(context, { customer: asked, ...typed }) {
    if (saysNothing(typed)) throw new LedgerError('usage.nothing-to-change', { command: 'edit' })
    const { id } = await customerArgument(context, asked, 'edit')
    const { customer, change, ...told } = await editCustomer(context.book, id, await detailsOf(context, typed, 'edit'))
    return { customer, change, told }
  },
})
