import { customerArgument } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { entryNumber, refuseContact } from '../../ledger/account/numbered.ts'
import { refundCustomer, refundPurchase } from '../../ledger/account/refund.ts'
import { refundScreen } from '../../screens/entry.ts'

export const verb = declare({
  name: 'refund',
  args: '<entry-or-customer> [amount]',
  options: ['-d, --on <day>', '--reason <reason>', '--fault <fault>', '--credit', '-n, --note <note>'],
  book: 'write',
  input: (read) =>
    read.object({
      'entry-or-customer': read.text,
      amount: read.optional(read.money),
      on: read.optional(read.pastDay),
      reason: read.optional(read.text),
      fault: read.optional(read.text),
      credit: read.flag,
      note: read.optional(read.text),
    }),
  screen: refundScreen,
  async run(context, { 'entry-or-customer': asked, on, ...wanted }) {
    const { book } = context
    const refund = { ...wanted, on: on ?? book.today }
    const number = entryNumber(asked)
    refuseContact(asked, 'refund')
    if (number !== null) return refundPurchase(book, number, refund)
    return refundCustomer(book, await customerArgument(context, asked, 'refund'), refund)
  },
})
