import { verb as declare } from '../../cli/verb.ts'
import type { Lost } from '../../ledger/followup/lost.ts'

export const verb = declare({
  name: 'lost',
  args: '<customer>',
  options: ['--why <cause>', '-n, --note <text>'],
  book: 'write',
  input: (read) => read.object({ customer: read.text, why: read.optional(read.one('cause')), note: read.optional(read.text) }),
  async run(context, { customer, why, note }) {
    const { book, terminal, words } = context
    const { someone } = await import('../../cli/customer-argument.ts')
    const { recordLoss } = await import('../../ledger/followup/lost.ts')
    const { clean } = await import('../../terminal/clean.ts')
    const { id, name } = await someone(context, customer, 'lost')
    await terminal.show(await recordLoss(book, id, { why, note }), {
      columns: { customerId: 'count', on: 'day', why: 'text', note: 'text', by: 'text', stage: 'text', lastPurchaseOn: 'day', lostOn: 'day', change: 'count' },
      say: (lost, voice) => [
        words.loss.noted(clean(name), lost),
        ...(lost.stage === 'lost' ? [] : [words.loss.notYet(lost, voice)]),
        words.loss.next,
        ...(lost.change === null ? [] : [words.undoHint(lost.change)]),
      ],
      id: (row: Lost) => row.customerId,
    })
  },
})
