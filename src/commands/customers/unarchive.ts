import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'unarchive',
  args: '<customer>',
  book: 'write',
  input: (read) => read.object({ customer: read.text }),
  async run(context, { customer: asked }) {
    const { book, terminal, words } = context
    const { someone } = await import('../../cli/customer-argument.ts')
    const { unarchiveCustomer } = await import('../../ledger/customer/edit.ts')
    const { changedView, who } = await import('../../screens/customers.ts')
    const { id } = await someone(context, asked, 'unarchive')
    const { customer, changed, change } = await unarchiveCustomer(book, id)
    await terminal.show(
      { ...customer, change },
      changedView((now) => [changed ? words.customer.unarchived(who(now)) : words.customer.unchanged(who(now))]),
    )
  },
})
