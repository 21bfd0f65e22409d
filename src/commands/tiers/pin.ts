import { verb as declare } from '../../cli/verb.ts'
import type { Pinned } from '../../ledger/tier/pin.ts'

export const verb = declare({
  name: 'pin',
  args: '<customer> <tier>',
  options: ['--reason <text>', '--until <day>'],
  book: 'write',
  input: (read) => read.object({ customer: read.text, tier: read.one('tier'), reason: read.optional(read.text), until: read.optional(read.aheadDay) }),
  async run(context, { customer, tier, reason, until }) {
    const { book, terminal, words } = context
    const { someone } = await import('../../cli/customer-argument.ts')
    const { pinTier } = await import('../../ledger/tier/pin.ts')
    await terminal.show(await pinTier(book, await someone(context, customer, 'pin'), tier, { reason: reason || null, until: until ?? null }), {
      say: (value) => [words.tier.pinned(value), ...(value.change === null ? [] : [words.undoHint(value.change)])],
      columns: { customerId: 'count', name: 'text', from: 'text', tier: 'text', reason: 'text', on: 'day', until: 'day', change: 'count' },
      id: (row: Pinned) => row.customerId,
    })
  },
})
