import { verb as declare } from '../../cli/verb.ts'
import type { Unpinned } from '../../ledger/tier/pin.ts'

export const verb = declare({
  name: 'unpin',
  args: '<customer>',
  book: 'write',
  input: (read) => read.object({ customer: read.text }),
  async run(context, { customer }) {
    const { book, terminal, words } = context
    const { someone } = await import('../../cli/customer-argument.ts')
    const { unpinTier } = await import('../../ledger/tier/pin.ts')
    await terminal.show(await unpinTier(book, await someone(context, customer, 'unpin')), {
      say: (value) => [words.tier.unpinned(value), ...(value.change === null ? [] : [words.undoHint(value.change)])],
      columns: { customerId: 'count', name: 'text', from: 'text', tier: 'text', change: 'count' },
      id: (row: Unpinned) => row.customerId,
    })
  },
})
