import { verb as declare } from '../../cli/verb.ts'
import type { RecordedPayment } from '../../ledger/account/payment.ts'

export const verb = declare({
  name: 'pay',
  args: '<customer> <amount>',
  options: ['-d, --on <day>', '--method <method>', '-n, --note <note>', '--out'],
  book: 'write',
  input: (read) =>
    read.object({
      customer: read.text,
      amount: read.money,
      on: read.optional(read.pastDay),
      method: read.optional(read.text),
      note: read.optional(read.text),
      out: read.flag,
    }),
  async run(context, { customer, on, ...wanted }) {
    const { book, terminal, words } = context
    const { someone } = await import('../../cli/customer-argument.ts')
    const { recordPayment } = await import('../../ledger/account/payment.ts')
    const { id } = await someone(context, customer, 'pay')
    const paid = await recordPayment(book, id, { ...wanted, on: on ?? book.today })
    const { wrap } = await import('../../terminal/width.ts')
    await terminal.show(paid, {
      say: (value, voice) => [
        ...wrap(words.entry.paid(value, voice), voice.width ?? Number.POSITIVE_INFINITY, '    '),
        ...(value.change === null ? [] : [words.undoHint(value.change)]),
      ],
      columns: { id: 'count', kind: 'text', customerId: 'count', on: 'day', amount: 'money', out: 'flag', balance: 'balance', method: 'text', note: 'text' },
      id: ({ id }: RecordedPayment) => id,
    })
  },
})
