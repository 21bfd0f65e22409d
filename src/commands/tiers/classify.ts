import { verb as declare } from '../verb.ts'

export const verb = declare({
  name: 'classify',
  book: 'write',
  input: (read) => read.object({}),
  async run({ book, terminal, words }) {
    const { classify } = await import('../../ledger/tier/classify.ts')
    const { tiers } = await import('../../ledger/tier/method.ts')
    const { padEnd, padStart, widthOf, wrap } = await import('../../terminal/width.ts')
    await terminal.show(await classify(book), {
      rows: ({ changes }) => changes,
      columns: { customerId: 'count', name: 'text', from: 'text', to: 'text', why: 'facts' },
      id: ({ customerId }) => customerId,
      say(value, voice) {
        // A cron line that goes on to `due` wants no second screen.
        if (terminal.quiet) return []
        const { tier } = words
        const labels = tiers.map((one) => tier.labels[value.method]?.[one] ?? '')
        const counts = tiers.map((one) => tier.count(value.counts[one]))
        const count = Math.max(...counts.map(widthOf))
        const cells = tiers.map((one, at) => {
          const label = Math.max(...labels.slice(at < 2 ? 0 : 2, at < 2 ? 2 : 4).map(widthOf))
          const note = one === 'D' && value.window.neverBought > 0 ? tier.neverBought(value.window.neverBought) : tier.every(value.cadence[one])
          return `${voice.strong(one)}  ${padEnd(labels[at] ?? '', label)}  ${padStart(counts[at] ?? '', count)}  ${note}`
        })
        const left = Math.max(...cells.slice(0, 2).map(widthOf))
        const moves = value.changes.map((change) => tier.move(change, tier.measures[value.measure], voice))
        const who = Math.min(24, Math.max(0, ...moves.map((move) => widthOf(move.who))))
        const width = voice.width ?? 80
        return [
          tier.summary(value, voice),
          ...[tier.limits(value, voice)].filter(Boolean).flatMap((line) => wrap(line, width)),
          ...[0, 1].map((row) => `  ${padEnd(cells[row] ?? '', left)}    ${cells[row + 2]}`),
          value.first ? tier.first : moves.length === 0 ? tier.still : tier.moves(moves.length),
          ...moves.flatMap((move) => wrap(`  ${padEnd(move.who, who)}  ${move.what}`, width, '    ')),
          ...wrap(tier.next(value.change), width),
        ]
      },
    })
  },
})
