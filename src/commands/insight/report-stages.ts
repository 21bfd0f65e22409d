import { whom, whomFlags, whomInput } from '../audience.ts'
import { verb as declare } from '../verb.ts'

export const verb = declare({
  name: 'report stages',
  options: [...whomFlags, '--explain'],
  book: 'read',
  input: (read) => read.object({ ...whomInput(read), explain: read.flag }),
  async run({ book, terminal, words }, { explain, ...asked }) {
    const { countStages } = await import('../../ledger/rates/rates.ts')
    const { audienceOf } = await import('../../ledger/audience/audience.ts')
    const { figures } = await import('../../terminal/figures.ts')
    const { closing } = await import('../../terminal/closing.ts')
    const { stages } = words.report
    await terminal.show(await countStages(book, await audienceOf(book, whom(asked))), {
      rows: ({ counts }) => Object.entries(counts).map(([stage, customers]) => ({ stage, customers })),
      columns: { stage: 'text', customers: 'count' },
      say: (value, voice) => [
        voice.strong(stages.title(value)),
        ...figures(stages.lines(value, voice), voice),
        stages.gap(value),
        ...closing(stages, explain, voice),
      ],
    })
  },
})
