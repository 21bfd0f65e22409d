import { verb as declare } from '../../cli/verb.ts'
import type { DueReason } from '../../ledger/followup/reasons.ts'
import type { Voice } from '../../terminal/voice.ts'

export const verb = declare({
  name: 'why',
  args: '<customer>',
  book: 'read',
  input: (read) => read.object({ customer: read.text }),
  async run(context, { customer }) {
    const { book, terminal, words } = context
    const { someone } = await import('../../cli/customer-argument.ts')
    const { explainCustomer } = await import('../../ledger/customer/why.ts')
    const { hung } = await import('../../terminal/width.ts')
    await terminal.show(await explainCustomer(book, await someone(context, customer, 'why')), {
      say(value, voice) {
        const { why, measures } = words.tier
        const figures = value.tier.sorted?.why
        const measure = book.policy['tier.margin'] === 1 && figures?.profit === figures?.spent ? 'sales' : 'profit'
        const told = (reasons: readonly DueReason[]) => reasons.map((reason) => `  ${sentenceOf(reason, book.today, voice)}`)
        const reasons = told(value.reasons)
        return [
          voice.strong(`${value.customer.name} #${value.customer.id}`),
          ...why.tier(value, measures[measure], voice),
          ...why.stage(value, voice),
          ...(value.loss === null ? [] : [`  ${words.loss.told(value.loss, voice)}`]),
          ...(reasons.length === 0 ? [why.notDue, ...(value.next.length > 0 ? [why.comesNext, ...told(value.next)] : [])] : [why.due, ...reasons]),
          why.next(value.customer.id, reasons.length > 0),
        ].flatMap((line) => hung(line, voice.width))
      },
      id: ({ customer }) => customer.id,
    })
  },
})

function sentenceOf({ reason, detail, ...when }: DueReason, asOf: string, voice: Voice): string {
  const say = voice.words.due.reason[reason].full as (detail: object, when: object, voice: Voice) => string
  return say(detail, { ...when, asOf }, voice)
}
