import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { addNote } from '../../ledger/customer/edit.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { notedScreen } from '../../screens/customer-changes.ts'

export const verb = declare({
  name: 'note',
  args: '<customer> <text...>',
  book: 'write',
  input: (read) => read.object({ customer: read.text, text: read.words }),
  screen: notedScreen,
  async run(context, { customer: asked, text }) {
    const note = text.join(' ').trim()
    if (note === '') throw new LedgerError('usage.missing-argument', { argument: 'text', command: 'note' })
    const { id } = await customerArgument(context, asked, 'note')
    const { customer, change, ...told } = await addNote(context.book, id, note)
    return { customer, change, told }
  },
})
