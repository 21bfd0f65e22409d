import type { FollowupCounts, Followups } from '../ledger/report/followups.ts'
import { grouped } from '../locales/figure.ts'
import { figureHeads, table } from '../terminal/table.ts'
import type { Voice } from '../terminal/voice.ts'
import { wrap } from '../terminal/width.ts'
import { pipeWidth, type Reported, reportScreen } from './report.ts'

/** A tally of one reason, tier or keeper, or of all. */
type Row = FollowupCounts & { readonly by: string; readonly of: string | null }

export const followupsScreen = reportScreen<Reported<Followups>, Row>({
  rows: ({ report: { reasons, tiers, keepers, from: _from, to: _to, customers: _customers, ...all } }) => [
    ...reasons.map(({ reason, ...tally }) => ({ by: 'reason', of: reason, ...tally })),
    ...tiers.map(({ tier, ...tally }) => ({ by: 'tier', of: tier, ...tally })),
    ...keepers.map(({ keeper, ...tally }) => ({ by: 'keeper', of: keeper, ...tally })),
    { by: 'all', of: null, ...all },
  ],
  columns: {
    by: 'text',
    of: 'text',
    due: 'count',
    inTime: 'count',
    late: 'count',
    fellAway: 'count',
    never: 'count',
    open: 'count',
    inTimeRate: 'share',
    doneRate: 'share',
  },
  title: ({ report: { from, to } }, { words }) => words.followups.title(from, to),
  body({ report }, voice) {
    const { followups } = voice.words
    if (report.due === 0) return followups.nothing.flatMap((line) => wrap(line, voice.width ?? pipeWidth))
    return [
      ...wrap(sum(report, voice), voice.width ?? pipeWidth, '  '),
      ...table(figureHeads(followups.heads), talliedRows(report, voice), voice),
    ]
  },
  reckoning: (_, { words }) => words.followups.explain,
  next: (_, { words }) => words.followups.next,
})

function sum({ due, inTime, late, fellAway, doneRate, customers }: Followups, { words, share }: Voice): string {
  const { followups: say } = words
  const all = say.due(due, customers)
  const done = doneRate === null ? say.nothingLeft : say.done(inTime + late, due - fellAway, share(doneRate))
  return say.sum(fellAway === 0 ? all : say.fellAway(all, fellAway), done)
}

/** Reasons and tiers that had something due; keepers where there are any. */
function talliedRows({ reasons, tiers, keepers }: Followups, { words, share }: Voice): string[][] {
  const { followups: say, terms } = words
  const row = (name: string, { due, inTime, inTimeRate, late, never, open, fellAway }: FollowupCounts) => {
    const rate = inTimeRate === null ? '-' : share(inTimeRate)
    return [name, grouped(due), grouped(inTime), rate, ...[late, never, open, fellAway].map(grouped)]
  }
  const kept = keepers.some(({ keeper }) => keeper !== null) ? keepers : []
  return [
    ...reasons.filter(({ due }) => due > 0).map((one) => row(terms.reason[one.reason] ?? one.reason, one)),
    ...tiers.filter(({ due }) => due > 0).map((one) => row(say.tier(one.tier), one)),
    ...kept.map((one) => row(one.keeper === null ? say.noKeeper : say.keeper(one.keeper), one)),
  ]
}
