import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { recordPayment } from '../../ledger/account/payment.ts'
import { paymentScreen } from '../../screens/entry.ts'

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
  screen: paymentScreen,
  async run(context, { customer, on, ...wanted }) {
    const { book } = context
    const { id } = await customerArgument(context, customer, 'pay')
    return recordPayment(book, id, { ...wanted, on: on ?? book.today })
  },
})
