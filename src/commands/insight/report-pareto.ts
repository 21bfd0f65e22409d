import { verb as declare } from '../../cli/verb.ts'
import type { Pareto, ParetoRow } from '../../ledger/report/pareto.ts'
import type { Columns } from '../../terminal/columns.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

const columns: Columns<ParetoRow> = { customerId: 'count', name: 'text', profit: 'money', share: 'share', cumulativeShare: 'share' }

export const verb = declare({
  name: 'report pareto',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  async run({ book, terminal, words }, { explain, ...asked }) {
    const { readPareto } = await import('../../ledger/report/pareto.ts')
    const { closing } = await import('../../screens/report-footer.ts')
    const { curve } = await import('../../screens/pareto.ts')
    const { stretch, only, whole } = await stretchAsked(book, asked)
    const pareto = await readPareto({ ...book, today: stretch.to }, { from: stretch.from, only })
    await terminal.show<Pareto, ParetoRow>(pareto, {
      rows: ({ rows }) => rows,
      columns,
      id: ({ customerId }) => customerId,
      say: (value, voice) => [
        voice.strong(words.pareto.title(value, voice)),
        ...curve(value, book.currency, voice),
        ...closing({ explain: words.pareto.explain, next: words.pareto.next(value, whole) }, explain, voice),
      ],
    })
  },
})
