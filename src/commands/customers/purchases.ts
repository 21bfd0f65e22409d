import { customerOrWalkIn } from '../../cli/customer-argument.ts'
import { periodFlags, periodInput } from '../../cli/period-flags.ts'
import { verb as declare } from '../../cli/verb.ts'
import { readPurchases } from '../../ledger/account/purchases.ts'
import { namesOf } from '../../ledger/book/customer-names.ts'
import { period } from '../../ledger/period.ts'
import { purchasesScreen } from '../../screens/purchases.ts'

export const verb = declare({
  name: 'purchases',
  args: '[customer]',
  options: [...periodFlags, '-l, --limit <n>'],
  book: 'read',
  input: (read) =>
    read.object({
      customer: read.optional(read.text),
      ...periodInput(read),
      limit: read.optional(read.count(1)),
    }),
  screen: purchasesScreen,
  async run(context, { customer, limit, ...days }) {
    const { book } = context
    const who = customer === undefined ? undefined : await customerOrWalkIn(context, customer)
    const customerId = who === 'walk-in' ? null : who?.id
    const found = await readPurchases(book, {
      ...period(days, book.today),
      ...(limit === undefined ? {} : { limit }),
      ...(customerId === undefined ? {} : { customerId }),
    })
    const ids = found.rows.map(({ customerId }) => customerId)
    return { ...found, names: Object.fromEntries(await namesOf(book.db, ids)) }
  },
})
