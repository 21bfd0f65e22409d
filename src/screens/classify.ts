import type { Classified, TierMovement } from '../ledger/tier/classify.ts'
import { tiers } from '../ledger/vocabulary.ts'
import { grid } from '../terminal/grid.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung, padEnd, widthOf } from '../terminal/width.ts'

/** How many are in each tier now, who moved and why. */
export const classifyScreen: Screen<Classified & { readonly change: number | null }, TierMovement> = {
  rows: ({ changes }) => changes,
  columns: { customerId: 'count', name: 'text', from: 'text', to: 'text', why: 'facts' },
  id: ({ customerId }) => customerId,
  lines(classified, voice) {
    const { tier } = voice.words
    const moves = classified.changes.map((change) => tier.move(change, tier.measures[classified.measure], voice))
    const who = Math.min(24, Math.max(0, ...moves.map((move) => widthOf(move.who))))
    return [
      tier.summary(classified, voice),
      ...[tier.limits(classified, voice)].filter(Boolean),
      ...matrix(classified, voice),
      classified.first ? tier.first : moves.length === 0 ? tier.still : tier.moves(moves.length),
      ...moves.flatMap((move) => hung(`  ${padEnd(move.who, who)}  ${move.what}`, voice.width)),
      tier.next(classified.change),
    ]
  },
  tellsUndo: true,
}

/** The tiers two by two, as the matrix is drawn: A and C, B and D. */
function matrix({ method, counts, cadence, window }: Classified, voice: Voice): string[] {
  const { tier } = voice.words
  const cells = tiers.map((one) => {
    const note = one === 'D' && window.neverBought > 0 ? tier.neverBought(window.neverBought) : tier.every(cadence[one])
    return [`  ${voice.strong(one)}`, tier.labels[method]?.[one] ?? '', tier.count(counts[one]), note]
  })
  return grid(
    [0, 1].map((row) => [...(cells[row] ?? []), ...(cells[row + 2] ?? [])]),
    [2, 6],
  )
}
