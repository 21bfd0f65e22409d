import type { QuadrantRow, Quadrants } from '../../ledger/quadrant/quadrant.ts'
import type { Columns } from '../../terminal/columns.ts'
import { reportFlags, reportInput, stretchAsked } from '../report.ts'
import { verb as declare } from '../verb.ts'

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
    const { readQuadrants } = await import('../../ledger/quadrant/quadrant.ts')
    const { closing } = await import('../../terminal/closing.ts')
    const { quadrantLines } = await import('../../terminal/quadrants.ts')
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
