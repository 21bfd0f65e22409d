import { verb as declare } from '../verb.ts'

export const verb = declare({
  name: 'buy',
  args: '<customer> <amount> [item...]',
  options: ['-d, --on <day>'],
  book: 'write',
  input: (read) => read.object({ customer: read.text, amount: read.money, item: read.words, on: read.optional(read.pastDay) }),
  async run(context, { customer, amount, item, on }) {
    const { book, terminal, words } = context
    const { whoIs } = await import('../who.ts')
    const { recordPurchase } = await import('../../ledger/entry/purchase.ts')
    const { decimal } = await import('../../ledger/money.ts')
    const who = await whoIs(context, customer)
    const bought = await recordPurchase(book, { customerId: who === 'walk-in' ? null : who.id, on: on ?? book.today, amount, item: item.join(' ') || null })
    const value = { ...bought, amount: decimal(amount, book.currency) }
    await terminal.show(value, {
      say: ({ id, amount, change }, { money }) => [words.entry.bought(id, money(amount)), change === null ? '' : words.undoHint(change)],
      id: ({ id }) => id,
    })
  },
})
