import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'tag',
  args: '<customer> <tags...>',
  book: 'write',
  dashWords: /^-[^-]/,
  input: (read) => read.object({ customer: read.text, tags: read.words }),
  async run(context, { customer: asked, tags }) {
    const { book, terminal, words } = context
    const { someone } = await import('../../cli/customer-argument.ts')
    const { readTagging } = await import('../../ledger/customer/details.ts')
    const { tagCustomer } = await import('../../ledger/customer/edit.ts')
    const { changedView, who } = await import('../../screens/customers.ts')
    const { add, remove } = readTagging(tags)
    const { id } = await someone(context, asked, 'tag')
    const { customer, changed, change } = await tagCustomer(book, id, add, remove)
    await terminal.show(
      { ...customer, change },
      changedView((now) => [changed ? words.customer.tagged(who(now), now.tags) : words.customer.unchanged(who(now))]),
    )
  },
})
