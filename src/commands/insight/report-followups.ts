import { verb as declare } from '../../cli/verb.ts'
import { periodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report followups',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  async run({ book, terminal, words }, { explain, ...asked }) {
    const { readFollowups } = await import('../../ledger/report/followups.ts')
    const { closing } = await import('../../screens/report-footer.ts')
    const { table } = await import('../../terminal/table.ts')
    const { wrap } = await import('../../terminal/width.ts')
    const { period, only } = await periodAsked(book, asked)
    const { followups } = words
    await terminal.show(await readFollowups(book, period, only), {
      rows: ({ reasons, tiers, keepers, from: _from, to: _to, customers: _customers, ...all }) => [
        ...reasons.map(({ reason, ...tally }) => ({ by: 'reason', of: reason as string | null, ...tally })),
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
      say: (value, voice) => [
        voice.strong(followups.title(value)),
        ...(value.due === 0
          ? [followups.nothing]
          : [
              ...wrap(followups.sum(value, voice), voice.width ?? 100, '  '),
              ...table(
                followups.heads.map((head, at) => ({ head, right: at > 0 })),
                followups.rows(value, voice),
                voice,
              ),
            ]),
        ...closing(followups, explain, voice),
      ],
    })
  },
})
