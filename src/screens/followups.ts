import type { FollowupCounts, Followups } from '../ledger/report/followups.ts'
import { figureHeads, table } from '../terminal/table.ts'
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
  title: ({ report }, { words }) => words.followups.title(report),
  body({ report }, voice) {
    const { followups } = voice.words
    if (report.due === 0) return followups.nothing.flatMap((line) => wrap(line, voice.width ?? pipeWidth))
    return [...wrap(followups.sum(report, voice), voice.width ?? pipeWidth, '  '), ...table(figureHeads(followups.heads), followups.rows(report, voice), voice)]
  },
  reckoning: (_, { words }) => words.followups.explain,
  next: (_, { words }) => words.followups.next,
})
