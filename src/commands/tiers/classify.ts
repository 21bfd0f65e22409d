import { verb as declare } from '../../cli/verb.ts'

export const verb = declare({
  name: 'classify',
  book: 'write',
  input: (read) => read.object({}),
  async run({ book, terminal, words }) {
    const { classify } = await import('../../ledger/tier/classify.ts')
    const { tiers } = await import('../../ledger/vocabulary.ts')
    const { grid } = await import('../../terminal/grid.ts')
    const { hung, padEnd, widthOf } = await import('../../terminal/width.ts')
    await terminal.show(await classify(book), {
      rows: ({ changes }) => changes,
      columns: { customerId: 'count', name: 'text', from: 'text', to: 'text', why: 'facts' },
      id: ({ customerId }) => customerId,
      say(value, voice) {
        const { tier } = words
        const labels = tiers.map((one) => tier.labels[value.method]?.[one] ?? '')
        const cells = tiers.map((one, at) => {
          const note = one === 'D' && value.window.neverBought > 0 ? tier.neverBought(value.window.neverBought) : tier.every(value.cadence[one])
          return [`  ${voice.strong(one)}`, labels[at] ?? '', tier.count(value.counts[one]), note]
        })
        // Two by two, as the matrix is drawn: A and C, B and D.
        const matrix = [0, 1].map((row) => [...(cells[row] ?? []), ...(cells[row + 2] ?? [])])
        const moves = value.changes.map((change) => tier.move(change, tier.measures[value.measure], voice))
        const who = Math.min(24, Math.max(0, ...moves.map((move) => widthOf(move.who))))
        return [
          tier.summary(value, voice),
          ...[tier.limits(value, voice)].filter(Boolean),
          ...grid(matrix, [2, 6]),
          value.first ? tier.first : moves.length === 0 ? tier.still : tier.moves(moves.length),
          ...moves.flatMap((move) => hung(`  ${padEnd(move.who, who)}  ${move.what}`, voice.width)),
          tier.next(value.change),
        ]
      },
    })
  },
})
