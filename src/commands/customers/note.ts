import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'note',
  args: '<customer> <text...>',
  book: 'write',
  input: (read) => read.object({ customer: read.text, text: read.words }),
  async run(context, { customer: asked, text }) {
    const { book, terminal, words } = context
    const { someone } = await import('../../cli/customer-argument.ts')
    const { LedgerError } = await import('../../ledger/errors.ts')
    const { addNote } = await import('../../ledger/customer/edit.ts')
    const { changedView, who } = await import('../../screens/customers.ts')
    const note = text.join(' ').trim()
    if (note === '') throw new LedgerError('usage.missing-argument', { argument: 'text', command: 'note' })
    const { id } = await someone(context, asked, 'note')
    const { customer, change } = await addNote(book, id, note)
    await terminal.show(
      { ...customer, change },
      changedView((now) => [words.customer.noted(who(now), now.notes?.split('\n').at(-1) ?? '')]),
    )
  },
})
