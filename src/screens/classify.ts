import type { Classified, TierMovement } from '../ledger/tier/classify.ts'
import { tiers } from '../ledger/vocabulary.ts'
import { grid } from '../terminal/grid.ts'
import type { Screen } from '../terminal/screen.ts'
import type { Voice } from '../terminal/voice.ts'
import { hung, padEnd, widthOf } from '../terminal/width.ts'
import { who } from './customers.ts'
import { whyMoved } from './verdict.ts'

/** How many are in each tier now, who moved and why. */
export const classifyScreen: Screen<Classified & { readonly change: number | null }, TierMovement> = {
  rows: ({ changes }) => changes,
  columns: { customerId: 'count', name: 'text', from: 'text', to: 'text', why: 'facts' },
  id: ({ customerId }) => customerId,
  lines(classified, voice) {
    const { tier } = voice.words
    const moves = classified.changes.map((change) => ({
      who: who({ name: change.name, id: change.customerId }),
      what: whatMoved(change, tier.measures[classified.measure], voice),
    }))
    const widest = Math.min(24, Math.max(0, ...moves.map((move) => widthOf(move.who))))
    return [
      summary(classified, voice),
      ...[limits(classified, voice)].filter((line) => line !== ''),
      ...matrix(classified, voice),
      classified.first ? tier.first : moves.length === 0 ? tier.still : tier.moves(moves.length),
      ...moves.flatMap((move) => hung(`  ${padEnd(move.who, widest)}  ${move.what}`, voice.width)),
      ...(classified.changes.some(({ to }) => to === 'A') ? hung(tier.risen, voice.width) : []),
      classified.change === null ? tier.next : [tier.next, tier.takeBack(classified.change)].join('   '),
    ]
  },
  tellsUndo: true,
}

function whatMoved({ from, to, why }: TierMovement, measure: string, voice: Voice): string {
  const { tier } = voice.words
  return to === null ? tier.toNone(from) : tier.move(tier.fromTo(from, to), whyMoved({ from, to, why }, measure, voice))
}

function summary(
  { asOf, window: { days, buyers, purchases, spent } }: Classified,
  { words: { tier }, money }: Voice,
): string {
  return buyers === 0 ? tier.nobodyBought(asOf, days) : tier.bought(asOf, days, buyers, purchases, money(spent))
}

/** What makes a tier; '' where the method needs no word. */
function limits(classified: Classified, { words, money }: Voice): string {
  const { method, thresholds, points, measure, window } = classified
  const { limits, measures } = words.tier
  if (method === 'abc') return limits.abc
  if (method === 'fixed') return limits.fixed
  if (points) return (method === 'rfm' ? limits.rfm : limits.scorecard)(points.A, points.B)
  const { turnover, profit } = thresholds
  if (turnover === null && profit === null) return ''
  const often = turnover === null ? '' : limits.often(turnover)
  if (profit === null) return [often, limits.nobodyHigh(measures[measure])].filter(Boolean).join(words.marks.clauses)
  const high = limits.high(measures[measure], money(profit))
  const said = window.profitShare === null ? high : limits.theyBring(high, Math.round(window.profitShare * 1000) / 10)
  return [often, said].filter(Boolean).join(words.marks.clauses)
}

/** The tiers two by two, as the matrix is drawn: A and C, B and D; one below the other where that is too wide. */
function matrix({ method, counts, cadence, window }: Classified, voice: Voice): string[] {
  const { tier } = voice.words
  const cells = tiers.map((one) => {
    const note = one === 'D' && window.neverBought > 0 ? tier.neverBought(window.neverBought) : tier.every(cadence[one])
    return [`  ${voice.strong(one)}`, tier.labels[method]?.[one] ?? '', tier.count(counts[one]), note]
  })
  const drawn = grid(
    [0, 1].map((row) => [...(cells[row] ?? []), ...(cells[row + 2] ?? [])]),
    [2, 6],
  )
  return drawn.every((line) => widthOf(line) <= (voice.width ?? Infinity)) ? drawn : grid(cells, [2])
}
