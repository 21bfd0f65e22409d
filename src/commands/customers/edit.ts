import { detailFlags, detailInput, detailsOf } from '../../cli/customer-flags.ts'
import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'edit',
  args: '<customer>',
  options: [...detailFlags, '--no-do-not-contact'],
  book: 'write',
  input: (read) => read.object({ customer: read.text, ...detailInput(read, 'edit') }),
  async run(context, { customer: asked, ...typed }) {
    const { book, terminal, words } = context
    const { someone } = await import('../../cli/customer-argument.ts')
    const { saysNothing } = await import('../../cli/customer-flags.ts')
    const { LedgerError } = await import('../../ledger/errors.ts')
    if (saysNothing(typed)) throw new LedgerError('usage.nothing-to-change', { command: 'edit' })
    const { editCustomer } = await import('../../ledger/customer/edit.ts')
    const { changedView, differences, who } = await import('../../screens/customers.ts')
    const { cleanDeep } = await import('../../terminal/clean.ts')
    const { id } = await someone(context, asked, 'edit')
    const { customer, before, changed, change } = await editCustomer(book, id, await detailsOf(context, typed, 'edit'))
    await terminal.show(
      { ...customer, change },
      changedView((now, voice) =>
        changed ? [words.customer.edited(who(now)), ...differences(cleanDeep(before), now, voice)] : [words.customer.unchanged(who(now))],
      ),
    )
  },
})
