import { verb as declare } from '../../cli/verb.ts'
import type { Cohort, CohortMonth } from '../../ledger/report/cohort-table.ts'
import type { Columns } from '../../terminal/columns.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

/** A month of a cohort on a line of its own, as a spreadsheet likes it. */
type Row = Pick<Cohort, 'cohort' | 'customers'> & CohortMonth & { readonly share: number }

const columns: Columns<Row> = { cohort: 'text', customers: 'count', month: 'count', active: 'count', share: 'share', revenue: 'money' }

export const verb = declare({
  name: 'report cohorts',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  async run({ book, terminal, words }, { explain, ...asked }) {
    const { readCohorts } = await import('../../ledger/report/cohorts.ts')
    const { closing } = await import('../../screens/report-footer.ts')
    const { cohortMaps } = await import('../../screens/cohorts.ts')
    const { stretch, only, whole } = await stretchAsked(book, asked)
    const { cohorts, earlier } = await readCohorts({ ...book, today: stretch.to }, { from: stretch.from, only })
    await terminal.show<readonly Cohort[], Row>(cohorts, {
      rows: (value) =>
        value.flatMap(({ cohort, customers, months }) =>
          months.map(({ month, active, revenue }) => ({ cohort, customers, month, active, share: active / customers, revenue })),
        ),
      columns,
      say: (value, voice) => [
        voice.strong(words.cohort.title(value, stretch)),
        ...cohortMaps(value, book.currency, voice),
        ...closing({ explain: words.cohort.explain, next: words.cohort.next(value, whole) }, explain, voice),
      ],
    })
    if (earlier > 0) terminal.tell(words.cohort.earlier(earlier))
  },
})
