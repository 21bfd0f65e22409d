import { verb as declare } from '../verb.ts'

export const verb = declare({
  name: 'report stages',
  options: ['--tier <tier>', '--tag <tag>*', '--source <source>', '--explain'],
  book: 'read',
  input: (read) => read.object({ tier: read.optional(read.one('tier')), tag: read.words, source: read.optional(read.text), explain: read.flag }),
  async run({ book, terminal, words }, { tier, tag, source, explain }) {
    const { countStages } = await import('../../ledger/rates/rates.ts')
    const { audienceOf } = await import('../../ledger/rates/audience.ts')
    const { figures } = await import('../../terminal/figures.ts')
    const { wrap } = await import('../../terminal/width.ts')
    const counted = await countStages(book, await audienceOf(book, { tier, tags: tag, source }))
    await terminal.show(counted, {
      rows: ({ counts }) => Object.entries(counts).map(([stage, customers]) => ({ stage, customers })),
      columns: { stage: 'text', customers: 'count' },
      say: (value, voice) => {
        const { stages } = words.report
        return [
          voice.strong(stages.title(value)),
          ...figures(stages.lines(value, voice), voice),
          stages.gap(value),
          ...(explain ? stages.explain : [stages.next]).flatMap((line) => wrap(line, voice.width ?? 100, '  ')),
        ]
      },
    })
  },
})
