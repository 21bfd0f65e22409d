import { customerOrWalkIn } from '../../cli/customer-argument.ts'
import { verb as declare } from '../../cli/verb.ts'
import { recordPurchase } from '../../ledger/account/purchase.ts'
import { LedgerError } from '../../ledger/errors.ts'
import { boughtScreen } from '../../screens/entry.ts'
import { describedPurchase, purchaseFlags, purchaseInput } from './purchase-input.ts'

export const verb = declare({
  name: 'buy',
  args: '<customer> [amount] [what...]',
  options: [...purchaseFlags, '--rejects <file>'],
  book: 'write',
  input: (read) =>
    read.object({
      customer: read.text,
      amount: read.optional(read.money),
      ...purchaseInput(read),
      rejects: read.optional(read.text),
    }),
  screen: boughtScreen,
  async run(context, { customer, amount, rejects, ...said }) {
    const { book } = context
    const described = describedPurchase(said, book.today)
    // Lines wake Node's streams, 5 ms of a start (bench/start.ts).
    if (customer === '-') return (await import('./buy-lines.ts')).buyLines(context, said, rejects ?? null)
    if (rejects !== undefined) throw new LedgerError('usage.needs', { flag: '--rejects', other: 'buy -' })
    if (amount === undefined) throw new LedgerError('usage.missing-argument', { argument: 'amount', command: 'buy' })
    const who = await customerOrWalkIn(context, customer)
    return recordPurchase(book, {
      ...described,
      customerId: who === 'walk-in' ? null : who.id,
      amount,
      withTakings: true,
    })
  },
})
