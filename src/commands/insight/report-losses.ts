import { verb as declare } from '../../cli/verb.ts'
import { periodAsked, reportFlags, reportInput } from './report-flags.ts'

export const verb = declare({
  name: 'report losses',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  async run({ book, terminal, words }, { explain, ...asked }) {
    const { readLosses } = await import('../../ledger/report/losses.ts')
    const { closing } = await import('../../screens/report-footer.ts')
    const { figures } = await import('../../terminal/figures.ts')
    const { table } = await import('../../terminal/table.ts')
    const { period, only } = await periodAsked(book, asked)
    const { losses } = words
    await terminal.show(await readLosses(book, period, only), {
      rows: ({ lost }) => lost.map(({ undone, ...one }) => ({ ...one, ...undone })),
      columns: {
        customerId: 'count',
        name: 'text',
        tier: 'text',
        lostOn: 'day',
        lastPurchaseOn: 'day',
        why: 'text',
        note: 'text',
        value: 'money',
        promises: 'count',
        replies: 'count',
        followups: 'count',
      },
      id: ({ customerId }) => customerId,
      say: (value, voice) => [
        voice.strong(losses.title(value)),
        ...(value.customers === 0
          ? [losses.nobody]
          : [
              // The list may be long: what it comes to stands where a terminal stops.
              ...table(
                losses.heads.map((head, at) => ({ head, right: at === 3 || at === 5 })),
                losses.rows(value, voice),
                voice,
              ),
              '',
              ...figures(losses.causes(value, voice), voice),
              losses.undoneTitle,
              ...figures(losses.undone(value), voice),
            ]),
        ...closing({ explain: losses.explain, next: losses.next(value) }, explain, voice),
      ],
    })
  },
})
