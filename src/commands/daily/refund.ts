import { verb as declare } from '../../cli/verb.ts'
import type { RecordedRefund } from '../../ledger/account/refund.ts'

export const verb = declare({
  name: 'refund',
  args: '<entry-or-customer> [amount]',
  options: ['-d, --on <day>', '--reason <reason>', '--fault <fault>', '--credit'],
  book: 'write',
  input: (read) =>
    read.object({
      'entry-or-customer': read.text,
      amount: read.optional(read.money),
      on: read.optional(read.pastDay),
      reason: read.optional(read.text),
      fault: read.optional(read.text),
      credit: read.flag,
    }),
  async run(context, { 'entry-or-customer': asked, on, ...wanted }) {
    const { book, terminal, words } = context
    const { refundCustomer, refundPurchase } = await import('../../ledger/account/refund.ts')
    const { entryNumber } = await import('../../ledger/account/numbered.ts')
    const { someone } = await import('../../cli/customer-argument.ts')
    const number = entryNumber(asked)
    const refund = { ...wanted, on: on ?? book.today }
    const refunded = number === null ? await refundCustomer(book, await someone(context, asked, 'refund'), refund) : await refundPurchase(book, number, refund)
    const { wrap } = await import('../../terminal/width.ts')
    await terminal.show(refunded, {
      say: (value, voice) => [
        ...wrap(words.entry.refunded(value, voice), voice.width ?? Number.POSITIVE_INFINITY, '    '),
        ...(value.change === null ? [] : [words.undoHint(value.change)]),
      ],
      columns: {
        id: 'count',
        kind: 'text',
        customerId: 'count',
        on: 'day',
        amount: 'money',
        lowered: 'money',
        handedBack: 'money',
        balance: 'balance',
        refundOf: 'count',
        reason: 'text',
        fault: 'text',
      },
      id: ({ id }: RecordedRefund) => id,
    })
  },
})
