import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'archive',
  args: '<customer>',
  book: 'write',
  input: (read) => read.object({ customer: read.text }),
  async run(context, { customer: asked }) {
    const { book, terminal, words } = context
    const { someone } = await import('../../cli/customer-argument.ts')
    const { archiveCustomer } = await import('../../ledger/customer/edit.ts')
    const { changedView, who } = await import('../../screens/customers.ts')
    const { id } = await someone(context, asked, 'archive')
    const { customer, changed, change } = await archiveCustomer(book, id)
    await terminal.show(
      { ...customer, change },
      changedView((now, voice) => {
        if (!changed) return [words.customer.unchanged(who(now))]
        const credit = voice.balance(now.balance)
        return [
          words.customer.archived(who(now)),
          ...(credit === '' ? [] : [words.customer.archivedCredit(who(now), credit)]),
          words.customer.unarchiveHint(`id:${id}`),
        ]
      }),
    )
  },
})
