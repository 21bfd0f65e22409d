import { answerFlags, answerInput, answers } from '../../cli/complaint-flags.ts'
import { verb as declare } from '../../cli/verb.ts'
import { takeStep } from '../../ledger/care/complaint/take-step.ts'
import { complaintScreen } from '../../screens/complaint.ts'

export const verb = declare({
  name: 'complaint step',
  args: '<id> <step>',
  options: ['-d, --on <day>', '-n, --note <text>', '--promise <day>', ...answerFlags],
  book: 'write',
  input: (read) =>
    read.object({
      id: read.count(1),
      step: read.count(1, 6),
      on: read.optional(read.pastDay),
      note: read.optional(read.text),
      promise: read.optional(read.aheadOf),
      ...answerInput(read),
    }),
  screen: complaintScreen,
  async run({ book }, { id, step, on, note, promise, ...said }) {
    const taken = await takeStep(book, id, { step, on, note, promisedOn: promise?.(on), ...answers(said) })
    return { ...taken, did: 'step', askAfter: book.policy['due.complaint.days'], step }
  },
})
