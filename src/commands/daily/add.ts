import { verb as declare } from '../verb.ts'

export const verb = declare({
  name: 'add',
  args: '<name>',
  options: ['--phone <phone>'],
  book: 'create',
  input: (read) => read.object({ name: read.text, phone: read.optional(read.text) }),
  async run({ book, terminal, words }, { name, phone }) {
    const { addCustomer } = await import('../../ledger/customer/add.ts')
    const { parsePhone } = await import('../../ledger/customer/phone.ts')
    const added = await addCustomer(book, { name, phone: phone === undefined ? undefined : await parsePhone(phone, book.region) })
    await terminal.show(added, {
      say: ({ id, change }) => [`${name} #${id}`, change === null ? '' : words.undoHint(change)],
      id: ({ id }) => id,
    })
  },
})
