import { customerArgument } from '../../cli/customer-argument.ts'
import { isCredit, isOnAccount } from '../../cli/goods.ts'
import { verb as declare } from '../../cli/verb.ts'
import { recordPayment } from '../../ledger/account/payment.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { paymentScreen } from '../../screens/entry.ts'

export const verb = declare({
  name: 'pay',
  args: '<customer> <amount>',
  options: ['--bonus <amount>', '-d, --on <day>', '--method <method>', '-n, --note <note>', '--out', '--forfeit'],
  book: 'write',
  input: (read) =>
    read.object({
      customer: read.text,
      amount: read.money,
      bonus: read.optional(read.money),
      on: read.optional(read.pastDay),
      method: read.optional(read.text),
      note: read.optional(read.text),
      out: read.flag,
      forfeit: read.flag,
    }),
  screen: paymentScreen,
  async run(context, { customer, on, ...wanted }) {
    const { book } = context
    if (wanted.out && wanted.bonus !== undefined)
      throw new LedgerError('usage.conflict', { first: '--bonus', second: '--out' })
    if (isCredit(wanted.method)) throw new LedgerError('payment.of-credit', { method: wanted.method ?? '', customer })
    if (isOnAccount(wanted.method)) throw new LedgerError('payment.on-account', { method: wanted.method ?? '' })
    if (wanted.forfeit && !wanted.out) throw new LedgerError('usage.needs', { flag: '--forfeit', other: '--out' })
    const { id } = await customerArgument(context, customer, 'pay')
    return recordPayment(book, id, { ...wanted, on: on ?? book.today })
  },
})
