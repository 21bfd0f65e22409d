import { verb as declare } from '../../cli/verb.ts'
import type { QuadrantRow, Quadrants } from '../../ledger/segment/quadrants.ts'
import type { Columns } from '../../terminal/columns.ts'
import { reportFlags, reportInput, stretchAsked } from './report-flags.ts'

const columns: Columns<QuadrantRow> = {
  customerId: 'count',
  name: 'text',
  quadrant: 'text',
  profit: 'money',
  loyalty: 'count',
  unknown: 'count',
  signs: 'facts',
}

export const verb = declare({
  name: 'report quadrants',
  options: reportFlags,
  book: 'read',
  input: (read) => read.object(reportInput(read)),
  async run({ book, terminal, words }, { explain, ...asked }) {
    const { readQuadrants } = await import('../../ledger/segment/quadrants.ts')
    const { closing } = await import('../../screens/report-footer.ts')
    const { quadrantLines } = await import('../../screens/quadrants.ts')
    const { stretch, only, whole } = await stretchAsked(book, asked)
    const quadrants = await readQuadrants({ ...book, today: stretch.to }, { from: stretch.from, only })
    await terminal.show<Quadrants, QuadrantRow>(quadrants, {
      rows: ({ rows }) => rows,
      columns,
      id: ({ customerId }) => customerId,
      say: (value, voice) => [
        voice.strong(words.quadrant.title(value)),
        ...quadrantLines(value, voice),
        ...closing({ explain: words.quadrant.explain(value, voice), next: words.quadrant.next(value, whole) }, explain, voice),
      ],
    })
  },
})
