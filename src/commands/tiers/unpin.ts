import type { Unpinned } from '../../ledger/tier/pin.ts'
import { verb as declare } from '../verb.ts'

export const verb = declare({
  name: 'unpin',
  args: '<customer>',
  book: 'write',
  input: (read) => read.object({ customer: read.text }),
  async run(context, { customer }) {
    const { book, terminal, words } = context
    const { someone } = await import('../who.ts')
    const { unpinTier } = await import('../../ledger/tier/pin.ts')
    await terminal.show(await unpinTier(book, await someone(context, customer, 'unpin')), {
      say: (value) => [words.tier.unpinned(value), ...(value.change === null ? [] : [words.undoHint(value.change)])],
      columns: { customerId: 'count', name: 'text', from: 'text', tier: 'text', change: 'count' },
      id: (row: Unpinned) => row.customerId,
    })
  },
})
